"""What the buttons do. Each gives the address that is shown then, and a sentence about it."""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path, PurePath
from typing import TypeAlias

from exporter import changes
from exporter.changes import read as read_back
from exporter.diagnostics import SourceError, Unreadable
from exporter.load import load
from exporter.load.looks import name_of
from exporter.making.review_pack import make_review_pack
from exporter.review import Review, read_review, record_checked, record_matches, write_review
from exporter.saving import NotSaved, Yaml, with_item
from exporter.saving.spelling import as_value
from exporter.source import Source
from exporter.studio.changes import Add, Move, Put, Remove
from exporter.studio.desk import Desk
from exporter.studio.drafts import WHOLE
from exporter.studio.fields import Fields
from exporter.studio.fixing import fix
from exporter.studio.forms import as_name, as_path
from exporter.studio.keeping import free_document
from exporter.studio.naming import free, one_line, section_of
from exporter.studio.pages.about import FILE, PEOPLE
from exporter.studio.pages.coming_back import key_of_changes
from exporter.studio.pages.field import NO_PICTURE
from exporter.studio.saying import count, say

Done: TypeAlias = tuple[str, str]
"""Where to go, and what to say there."""


def back(asked: Fields, page: str = "") -> str:
    """The page from which something was asked: an address of ours, or else this of the document."""
    wanted = asked.get("back", "")
    if re.fullmatch(r"/d/[A-Za-z0-9._/-]{1,200}(#[A-Za-z0-9._-]{0,80})?", wanted):
        return wanted
    if section := section_of(asked.get("file", "")):
        return f"/d/{asked['name']}/s/{section}"
    return f"/d/{asked['name']}{page}" if "name" in asked else "/"


def put(desk: Desk, asked: Fields) -> dict[str, object]:
    """Other words in one field. Raises Conflict, Unknown, ValueError."""
    name, file, field = asked["name"], _of(asked, "file"), _of(asked, "field")
    value = _of(asked, "value")
    answer = desk.put(name, file, field, value, asked.get("was"))
    why = say("not-saved-yet", why=answer.why) if answer.why else ""
    return {"saved": answer.saved, "why": why, "number": desk.view(name).number}


def row(desk: Desk, asked: Fields) -> Done:
    """A row of easy read more, less, or elsewhere."""
    name, file = asked["name"], _of(asked, "file")
    path = as_path(_of(asked, "row"))
    last = path[-1] if path else ""
    if not isinstance(last, int):
        raise ValueError(say("no-row"))
    there = back(asked)
    match _of(asked, "what"):
        case "up":
            desk.change(name, file, Move(path, last - 1))
        case "down":
            desk.change(name, file, Move(path, last + 1))
        case "remove":
            desk.change(name, file, Remove(path))
            return there, say("row-removed")
        case "add":
            words, picture = _of(asked, "text").strip(), asked.get("picture", "")
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
    at, to = _of(asked, "at"), _of(asked, "to")
    if not all(re.fullmatch("[0-9]{1,6}", one) for one in (at, to)):
        raise ValueError(say("no-row"))
    desk.change(asked["name"], "document.yaml", Move(("sections", int(at)), int(to)))
    return f"/d/{asked['name']}", ""


def new_section(desk: Desk, asked: Fields) -> Done:
    """A new section at the end: its file, and its name in the list."""
    section = add_section(desk, asked["name"], _of(asked, "heading"))
    return f"/d/{asked['name']}/s/{section}", ""


def add_section(desk: Desk, name: str, heading: str) -> str:
    """Write a new section and list it last; gives its name. Raises NotSaved, ValueError."""
    heading = one_line(heading)
    if not heading:
        raise ValueError(say("no-heading"))
    section = free(name_of(heading, "section"), lambda one: _is_there(desk, name, one))
    listed = desk.text(name, "document.yaml")
    number = sum(path[:-1] == ("sections",) for path in Yaml(listed).items)
    made = with_item(listed, ("sections", number), section)
    head = f"heading: {as_value(heading, flow=False)}\npicture: {NO_PICTURE}\n"
    text = f"{head}body: |\n  {say('write-here')}\n"
    desk.write_files(name, {"document.yaml": made, f"sections/{section}.yaml": text})
    return section


def status(desk: Desk, asked: Fields) -> Done:
    value = _of(asked, "status")
    if value not in ("draft", "released"):
        raise ValueError(say("no-row"))
    answer = desk.change(asked["name"], "document.yaml", Put(("status",), value))
    return f"/d/{asked['name']}", answer.why or say(f"is-{value}")


def undo(desk: Desk, asked: Fields) -> Done:
    desk.undo(asked["name"])
    return f"/d/{asked['name']}", say("undone")


def redo(desk: Desk, asked: Fields) -> Done:
    desk.redo(asked["name"])
    return f"/d/{asked['name']}", say("redone")


def accept(desk: Desk, asked: Fields) -> Done:
    """Keep the sentence with which an author answers a finding."""
    name, file = asked["name"], _of(asked, "file")
    rule, because = _of(asked, "rule"), _of(asked, "because").strip()
    if not because:
        raise ValueError(say("no-reason"))
    desk.change(name, file, Add(("accept", 0), {"rule": rule, "because": because}))
    return f"/d/{name}/findings", say("answer-kept")


def fixed(desk: Desk, asked: Fields) -> Done:
    """What a finding offers, in place of the words that it is about."""
    name, file, line = asked["name"], _of(asked, "file"), _of(asked, "line")
    if not re.fullmatch("[0-9]{1,7}", line):
        raise ValueError(say("no-row"))
    change = fix(desk.on_disk(name, file), int(line), _of(asked, "words"), _of(asked, "instead"))
    answer = desk.change(name, file, change)
    return back(asked), answer.why or say("is-fixed", instead=asked["instead"])


def take_out(desk: Desk, asked: Fields) -> Done:
    """What nothing shows, out of the document."""
    name, file, path = asked["name"], _of(asked, "file"), as_path(_of(asked, "field"))
    desk.change(name, file, Remove(path))
    return back(asked), say("taken-out")


def person(desk: Desk, asked: Fields) -> Done:
    """One more author, or one more contact with a way to reach them."""
    name, listed, called = asked["name"], _of(asked, "list"), _of(asked, "name-of").strip()
    if listed not in PEOPLE or not called:
        raise ValueError(say("something-missing"))
    there = Yaml(desk.text(name, "document.yaml")).items
    if listed == "authors":
        number = sum(path[:-1] == ("authors",) for path in there)
        desk.change(name, FILE, Add((listed, number), {"name": called}))
    else:
        way = _of(asked, "way").strip()
        kind = "email" if "@" in way else "web" if way.startswith("http") else "phone"
        key = free(name_of(called, "contact"), lambda one: (listed, one) in there)
        said = {"name": called, kind: way}
        path, value = ((listed, key), said) if (listed,) in there else ((listed,), {key: said})
        desk.change(name, FILE, Add(path, value))
    return f"/d/{name}/about", say("person-added")


def source(desk: Desk, asked: Fields) -> Done:
    """A whole file as somebody typed it."""
    name, file, text = asked["name"], _of(asked, "file"), _of(asked, "text").replace("\r\n", "\n")
    text = text if text.endswith("\n") else f"{text}\n"
    try:
        desk.write_files(name, {file: text}, asked.get("seen", ""))
    except NotSaved as error:
        desk.keep(name, file, WHOLE, text, str(error), asked.get("seen", ""))
        raise
    return back(asked), say("saved")


def forget(desk: Desk, asked: Fields) -> Done:
    """Words that have no place any more, and that nobody needs."""
    desk.drop(asked["name"], _of(asked, "draft"))
    return f"/d/{asked['name']}", say("forgotten")


def bring_in(desk: Desk, called: str, data: bytes) -> Done:
    """Somebody's file as a document of its own; `called` is its name where it was. Raises
    ValueError where it cannot be one.

    The command does it: in a process of its own the system bounds what a stranger's file takes,
    and here, beside threads, it cannot.
    """
    sent = PurePath(called.replace("\\", "/").replace("\0", ""))
    stem = name_of(sent.stem, "document")
    name = free_document(desk, stem)
    with tempfile.TemporaryDirectory(prefix="exporter-studio-") as folder:
        kind = sent.suffix.lower()
        file = Path(folder) / (f"{stem}{kind}" if _KIND.fullmatch(kind) else stem)
        file.write_bytes(data)
        command = [sys.executable, "-m", "exporter", "import", str(file), "--to", name, "--json"]
        command += ["--sources", str(desk.sources)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    if (desk.sources / name).is_dir():
        return f"/d/{name}/imported", ""
    why = done.stderr.strip().splitlines() or [say("broken")]
    raise ValueError(why[0].removeprefix(f"{file}: "))


def came_back(desk: Desk, asked: Fields, data: bytes) -> Done:
    """Keep a Word file that somebody sent back, and show what is different in it."""
    desk.store(asked["name"]).keep_word(data)
    return f"/d/{asked['name']}/back", ""


def take_over(desk: Desk, asked: Fields) -> Done:
    """Save the chosen changes of the Word file that came back, as one step.

    They are chosen by their numbers, so only while the file and the document are what was shown.
    """
    name = asked["name"]
    there = f"/d/{name}/back"
    data = desk.store(name).word()
    chosen = tuple(int(key[5:]) for key in asked if re.fullmatch(r"take-\d{1,5}", key))
    if data is None or not chosen:
        raise ValueError(say("nothing-chosen"))
    try:
        came = read_back(data, desk.sources, desk.styles)
    except SourceError as error:
        raise ValueError(error.findings[0].message) from error
    except Unreadable as error:
        raise ValueError(str(error)) from error
    if came.folder.name != name:
        raise ValueError(say("other-document", name=came.folder.name))
    if key_of_changes(came.changes) != asked.get("seen"):
        raise ValueError(say("not-as-shown"))
    done = desk.around(name, "", lambda: changes.apply(came, chosen))
    if done.findings:
        raise ValueError(done.findings[0].message)
    applied = sum(one.state == "applied" for one in done.changes)
    return there, count("taken-over", applied)


def matches(desk: Desk, asked: Fields) -> Done:
    """The author says that the easy read says what the text says."""
    who, when = asked.get("who", "").strip(), _of(asked, "when").strip()
    sections = tuple(filter(None, asked.get("sections", "").split(",")))
    return _record(
        desk,
        asked,
        lambda source, before: record_matches(
            source, before, when=when, who=who, sections=sections
        ),
    )


def checked(desk: Desk, asked: Fields) -> Done:
    """A reading group looked at the rows, and said what it said."""
    who, when = _of(asked, "who").strip(), _of(asked, "when").strip()
    named = _of(asked, "named") == "yes"
    said = tuple(line.strip() for line in asked.get("said", "").splitlines() if line.strip())
    return _record(
        desk,
        asked,
        lambda source, before: record_checked(
            source,
            before,
            who=who,
            named=named,
            when=when,
            said=said,
            accepted=(),
            sections=(),
        ),
    )


def _record(
    desk: Desk, asked: Fields, recorded: Callable[[Source, Review | None], Review | None]
) -> Done:
    """Keep a record beside the document. What it says of nobody is never written."""
    name = asked["name"]
    folder, there = desk.folder(name), f"/d/{name}/people"
    try:
        source, before = load(folder), read_review(folder)
        after = recorded(source, before)
    except SourceError as error:
        raise ValueError(error.findings[0].message) from error
    if after is None or after is before:
        return there, say("nothing-new")
    write_review(folder, after)
    desk.forget(name)
    return back(asked) if "back" in asked else there, say("recorded")


def pack(desk: Desk, asked: Fields) -> Done:
    """The pack for a reading group, to be printed."""
    name = asked["name"]
    try:
        made = make_review_pack(desk.folder(name), desk.styles, desk.output)
    except SourceError as error:
        raise ValueError(error.findings[0].message) from error
    return f"/d/{name}/files", count("files-made", sum(one.data is not None for one in made))


_KIND = re.compile(r"\.[a-z0-9]{1,7}")
"""How the name of a file may end; any other ending says nothing of what is in it."""


def _is_there(desk: Desk, name: str, section: str) -> bool:
    return desk.file(name, f"sections/{section}.yaml").exists()


def _of(asked: Fields, key: str) -> str:
    """A value of a form. Raises ValueError where it is not there."""
    if key not in asked:
        raise ValueError(say("something-missing"))
    return asked[key]


ACTIONS: dict[str, Callable[[Desk, Fields], Done]] = {
    "row": row,
    "order": order,
    "sections": new_section,
    "status": status,
    "undo": undo,
    "redo": redo,
    "accept": accept,
    "fix": fixed,
    "take-out": take_out,
    "person": person,
    "take-over": take_over,
    "matches": matches,
    "checked": checked,
    "pack": pack,
    "source": source,
    "forget": forget,
}
PAGES = {"take-over": "/back", "matches": "/people", "checked": "/people", "pack": "/people"}
"""From which page of the document something is asked, where no form need say so."""
