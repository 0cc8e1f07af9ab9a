"""What the buttons do. Each gives the address that is shown then, and a sentence about it."""

from __future__ import annotations

import re
from collections.abc import Callable

from exporter.fingerprint import write_whole
from exporter.load.looks import name_of
from exporter.saving import NotSaved, Yaml, read_text, with_item
from exporter.saving.spelling import as_value
from exporter.source import TO_WRITE
from exporter.studio import explaining, recording, translated, word
from exporter.studio.advice import advised
from exporter.studio.changes import Add, Move, Put, Remove, changed, value_at
from exporter.studio.desk import Desk
from exporter.studio.drafts import WHOLE
from exporter.studio.fields import Done, Fields, back, value_of
from exporter.studio.fixing import fix
from exporter.studio.forms import as_name, as_path
from exporter.studio.grids import beginning, filling, kinds, shaping
from exporter.studio.naming import free, one_line
from exporter.studio.pages.about import FILE, PEOPLE
from exporter.studio.pages.field import NO_PICTURE
from exporter.studio.saying import say


def put(desk: Desk, asked: Fields) -> dict[str, object]:
    """Other words in one field. Raises Conflict, Unknown, ValueError."""
    name, file, field = asked["name"], value_of(asked, "file"), value_of(asked, "field")
    value = value_of(asked, "value")
    desk.judge.give_way()
    answer = desk.put(name, file, field, value, asked.get("was"))
    return {**answer.told, "number": desk.view(name).number}


def row(desk: Desk, asked: Fields) -> Done:
    """A row of easy read more, less, or elsewhere."""
    name, file = asked["name"], value_of(asked, "file")
    path = as_path(value_of(asked, "row"))
    last = path[-1] if path else ""
    if not isinstance(last, int):
        raise ValueError(say("no-row"))
    there = back(asked)
    match value_of(asked, "what"):
        case "up":
            desk.change(name, file, Move(path, last - 1))
        case "down":
            desk.change(name, file, Move(path, last + 1))
        case "remove":
            desk.change(name, file, Remove(path))
            return there, say("row-removed")
        case "add":
            words, picture = value_of(asked, "text").strip(), asked.get("picture", "")
            shown = {"picture": picture} if picture else {}
            field = as_name((*path, "text"))
            try:
                desk.change(name, file, Add(path, {**shown, "text": words}))
            except NotSaved as error:
                desk.keep(name, file, field, words, str(error))
                raise
            return there, say("row-added")
        case _:
            raise ValueError(say("no-row"))
    return there, ""


def order(desk: Desk, asked: Fields) -> Done:
    """A section elsewhere in the list of sections."""
    at, to = value_of(asked, "at"), value_of(asked, "to")
    if not all(re.fullmatch("[0-9]{1,6}", one) for one in (at, to)):
        raise ValueError(say("no-row"))
    desk.change(asked["name"], "document.yaml", Move(("sections", int(at)), int(to)))
    return f"/d/{asked['name']}", ""


def new_section(desk: Desk, asked: Fields) -> Done:
    """A new section at the end: its file, and its name in the list."""
    section = add_section(desk, asked["name"], value_of(asked, "heading"))
    return f"/d/{asked['name']}/s/{section}", ""


def add_section(desk: Desk, name: str, heading: str) -> str:
    """Write a new section and list it last; gives its name. Raises NotSaved, ValueError."""
    heading = one_line(heading)
    if not heading:
        raise ValueError(say("no-heading"))
    section = free(name_of(heading, "section"), lambda one: _is_there(desk, name, one))
    listed = desk.on_disk(name, "document.yaml")
    number = sum(path[:-1] == ("sections",) for path in Yaml(listed).items)
    made = with_item(listed, ("sections", number), section)
    head = f"heading: {as_value(heading, flow=False)}\npicture: {NO_PICTURE}\n"
    text = f"{head}body: |\n  {say('write-here')}\n"
    desk.write_files(name, {"document.yaml": made, f"sections/{section}.yaml": text})
    return section


def section_out(desk: Desk, asked: Fields) -> Done:
    """A section out of the document, its file too, as one step that can be taken back."""
    name, section = asked["name"], value_of(asked, "section")
    listed = desk.on_disk(name, FILE)
    every = [one.path for one in Yaml(listed).scalars if one.path[:-1] == ("sections",)]
    at = next((path for path in every if value_at(listed, path) == section), None)
    if at is None:
        raise ValueError(say("no-row"))
    if len(every) == 1:
        raise NotSaved(say("last-section"))
    made, file = changed(listed, Remove(at)), f"sections/{section}.yaml"
    faults = desk.worse_without(name, {FILE: made}, file)
    if faults:
        raise NotSaved(say("section-stays", why=advised(faults[0])))
    listing, own = desk.file(name, FILE), desk.file(name, file)

    def out() -> None:
        write_whole(listing, read_text(listing).with_text(made).data)
        own.unlink(missing_ok=True)

    desk.around(name, "", out)
    return f"/d/{name}", say("section-out")


def decorates(desk: Desk, asked: Fields) -> Done:
    """That a picture only decorates, in place of its words; or that it does say something."""
    name, path = asked["name"], ("pictures", value_of(asked, "picture"))
    text = desk.on_disk(name, FILE)
    if path not in Yaml(text).items:
        raise ValueError(say("no-row"))
    if value_of(asked, "decorative"):
        text = changed(changed(text, Put((*path, "decorative"), "true")), Put((*path, "alt"), ""))
    else:
        words = Put((*path, "alt"), f"{TO_WRITE}: {say('what-it-shows')}")
        text = changed(changed(text, words), Put((*path, "decorative"), ""))
    desk.write_files(name, {FILE: text})
    return f"/d/{name}/pictures", say("is-decorative") if asked["decorative"] else ""


def status(desk: Desk, asked: Fields) -> Done:
    value = value_of(asked, "status")
    if value not in ("draft", "released"):
        raise ValueError(say("no-row"))
    answer = desk.change(asked["name"], "document.yaml", Put(("status",), value))
    return f"/d/{asked['name']}", answer.why or say(f"is-{value}")


def undo(desk: Desk, asked: Fields) -> Done:
    desk.undo(asked["name"])
    return _still_there(desk, asked), say("undone")


def redo(desk: Desk, asked: Fields) -> Done:
    desk.redo(asked["name"])
    return _still_there(desk, asked), say("redone")


def _still_there(desk: Desk, asked: Fields) -> str:
    """The page from which a step was asked; that of the document where its section is gone."""
    here, base = back(asked), f"/d/{asked['name']}"
    section = here.removeprefix(f"{base}/s/")
    there = section == here or _is_there(desk, asked["name"], section)
    return here if there else base


def accept(desk: Desk, asked: Fields) -> Done:
    """Keep the sentence with which an author answers a finding."""
    name, file = asked["name"], value_of(asked, "file")
    rule, because = value_of(asked, "rule"), value_of(asked, "because").strip()
    if not because:
        raise ValueError(say("no-reason"))
    desk.change(name, file, Add(("accept", 0), {"rule": rule, "because": because}))
    return back(asked) if "back" in asked else f"/d/{name}/findings", say("answer-kept")


def fixed(desk: Desk, asked: Fields) -> Done:
    """What a finding offers, in place of the words that it is about."""
    name, file, line = asked["name"], value_of(asked, "file"), value_of(asked, "line")
    if not re.fullmatch("[0-9]{1,7}", line):
        raise ValueError(say("no-row"))
    change = fix(
        desk.on_disk(name, file), int(line), value_of(asked, "words"), value_of(asked, "instead")
    )
    answer = desk.change(name, file, change)
    return back(asked), answer.why or say("is-fixed", instead=asked["instead"])


def take_out(desk: Desk, asked: Fields) -> Done:
    """What nothing shows, out of the document."""
    name, file, path = asked["name"], value_of(asked, "file"), as_path(value_of(asked, "field"))
    desk.change(name, file, Remove(path))
    return back(asked), say("taken-out")


def person(desk: Desk, asked: Fields) -> Done:
    """One more author, or one more contact with a way to reach them."""
    name, listed, called = (
        asked["name"],
        value_of(asked, "list"),
        value_of(asked, "name-of").strip(),
    )
    if listed not in PEOPLE or not called:
        raise ValueError(say("something-missing"))
    there = Yaml(desk.text(name, "document.yaml")).items
    if listed == "authors":
        number = sum(path[:-1] == ("authors",) for path in there)
        desk.change(name, FILE, Add((listed, number), {"name": called}))
    else:
        way = value_of(asked, "way").strip()
        kind = "email" if "@" in way else "web" if way.startswith("http") else "phone"
        key = free(name_of(called, "contact"), lambda one: (listed, one) in there)
        said = {"name": called, kind: way}
        path, value = ((listed, key), said) if (listed,) in there else ((listed,), {key: said})
        desk.change(name, FILE, Add(path, value))
    return f"/d/{name}/about", say("person-added")


def source(desk: Desk, asked: Fields) -> Done:
    """A whole file as somebody typed it."""
    name, file, text = (
        asked["name"],
        value_of(asked, "file"),
        value_of(asked, "text").replace("\r\n", "\n"),
    )
    text = text if text.endswith("\n") else f"{text}\n"
    try:
        desk.write_files(name, {file: text}, asked.get("seen", ""))
    except NotSaved as error:
        desk.keep(name, file, WHOLE, text, str(error), asked.get("seen", ""))
        raise
    return back(asked), say("saved")


def forget(desk: Desk, asked: Fields) -> Done:
    """Words that have no place any more, and that nobody needs."""
    desk.drop(asked["name"], value_of(asked, "draft"))
    return f"/d/{asked['name']}", say("forgotten")


def _is_there(desk: Desk, name: str, section: str) -> bool:
    return desk.file(name, f"sections/{section}.yaml").exists()


ACTIONS: dict[str, Callable[[Desk, Fields], Done]] = {
    "row": row,
    "table": beginning.begin,
    "grid": filling.fill,
    "shape": shaping.shape,
    "chart": beginning.begin_chart,
    "chart-kind": kinds.change_kind,
    "film": beginning.begin_film,
    "figure": beginning.begin_figure,
    "order": order,
    "sections": new_section,
    "section-out": section_out,
    "decorates": decorates,
    "status": status,
    "undo": undo,
    "redo": redo,
    "accept": accept,
    "fix": fixed,
    "take-out": take_out,
    "person": person,
    "words": explaining.add,
    "translate": translated.begin,
    "translated": translated.say_so,
    "take-over": word.take_over,
    "matches": recording.matches,
    "checked": recording.checked,
    "pack": recording.pack,
    "source": source,
    "forget": forget,
}
PAGES = {
    "translate": "/languages",
    "translated": "/languages",
    "words": "/glossary",
    "take-over": "/back",
    "decorates": "/pictures",
    "matches": "/people",
    "checked": "/people",
    "pack": "/people",
}
"""From which page of the document something is asked, where no form need say so."""
