"""One section: what is typed on the left, what readers get on the right."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlencode

from exporter.authored.located import Path
from exporter.load.chart_kinds import KINDS
from exporter.studio.forms import Part, Row, as_name
from exporter.studio.grids.placing import HELD_BY
from exporter.studio.pages.beside import beside
from exporter.studio.pages.charts import chart, film, new_chart, new_figure, new_film
from exporter.studio.pages.field import NO_PICTURE, Fields, Shown, options_of
from exporter.studio.pages.finding import Offered
from exporter.studio.pages.frame import (
    FOUND,
    NO_WORDS,
    Said,
    button,
    form,
    heading,
    hidden,
    link,
    page,
    paragraph,
    steps_back,
    told,
    way_of,
)
from exporter.studio.pages.grid import table
from exporter.studio.pages.previews import previews
from exporter.studio.pages.suggesting import suggested
from exporter.studio.pages.toolbar import toolbar
from exporter.studio.saying import say
from exporter.studio.view import View
from exporter.web_page.markup import NOTHING, Html, element, escape, join

_SCRIPTS = join(
    *(element("script", src=f"/static/{one}.js", defer=True) for one in ("writing", "previews")),
    FOUND,
)


@dataclass(frozen=True)
class Sheet:
    """All that the page of a section needs."""

    view: View
    section: str
    part: Part
    pictures: tuple[Shown, ...]
    suggested: dict[str, tuple[Shown | Offered, ...]]
    """Pictures that may fit a row, by the name of the row."""
    editions: tuple[tuple[str, str], ...]
    """Name and title of each edition that can be seen."""
    field: str = ""
    """The field that a finding led to."""
    said: Said = NO_WORDS
    outdated: frozenset[str] = frozenset()
    """The parts whose easy read may not say what their text says now."""
    today: str = ""
    steps: tuple[int, int] = (0, 0)
    """How many changes were made, and how many there are."""

    @property
    def file(self) -> str:
        return f"sections/{self.section}.yaml"

    @cached_property
    def fields(self) -> Fields:
        return Fields.of(self.view, self.file, f"/d/{self.view.name}/s/{self.section}")


def section(sheet: Sheet) -> str:
    """The page of one section."""
    view = sheet.view
    base = f"/d/{view.name}"
    body = _part(sheet, sheet.part, 1, base)
    writing = element(
        "div",
        told(sheet.said),
        sheet.fields.summary(body),
        body,
        element("p", link(f"{base}/s/{sheet.section}/source", say("as-source"))),
        class_="writing",
        data_save=f"{base}/put",
        data_file=sheet.file,
        data_go=sheet.field,
    )
    return page(
        sheet.part.heading or sheet.section,
        element("div", writing, previews(base, sheet.section, sheet.editions), class_="desk"),
        wide=True,
        way=way_of(view),
        more=_SCRIPTS,
    )


def _part(sheet: Sheet, part: Part, level: int, base: str) -> Html:
    """A section or a part of one, with all its fields."""
    words = part.heading or sheet.section
    fields = [
        heading(level, words, id=_part_id(part)) if level > 1 else heading(level, words),
        _head(sheet, part, base) if level == 1 else NOTHING,
        sheet.fields.line((*part.path, "heading"), say("field-heading"), part.heading),
        sheet.fields.picture(
            (*part.path, "picture"), say("field-picture"), part.picture, sheet.pictures
        ),
    ]
    fields += [
        sheet.fields.text(
            (*part.path, key),
            say(f"field-{key}"),
            text,
            say("colons-how") if ":::" in text else "",
            tools=_tools(sheet, (*part.path, key), base),
        )
        for key, text in part.prose
        if text or key != "detail"
    ]
    fields += [table(sheet.fields, one) for one in part.grids]
    below, here = min(level + 1, 6), f"{base}/s/{sheet.section}"
    fields += [chart(sheet.fields, one, below, here) for one in part.charts]
    fields += [film(sheet.fields, one, below, sheet.pictures) for one in part.films]
    fields += [new_figure(sheet.fields, part, sheet.pictures), new_film(sheet.fields, part)]
    fields.append(_rows(sheet, part, level, base))
    fields += [_part(sheet, one, min(level + 1, 6), base) for one in part.parts]
    return element("section", *fields, class_="part")


def _head(sheet: Sheet, part: Part, base: str) -> Html:
    """What stands below the heading of the page: steps back, and the way to each part."""
    back = steps_back(base, sheet.steps, f"{base}/s/{sheet.section}")
    return join(element("div", back, class_="tools"), _inner(part))


def _tools(sheet: Sheet, path: Path, base: str) -> Html:
    """The marks of a text; and a table, where one can stand in it."""
    name = as_name(path)
    if path[-1] not in HELD_BY:
        return toolbar(name)
    begun = form(
        f"{base}/table",
        hidden("file", sheet.file),
        hidden("field", name),
        hidden("at", ""),
        button(say("tool-table")),
        class_="inline",
        data_at=name,
    )
    return toolbar(name, begun, new_chart(sheet.fields, name, tuple(KINDS)))


def _part_id(part: Part) -> str:
    return f"part.{as_name(part.path)}"


def _inner(part: Part) -> Html:
    """The way to each part of a long section."""
    if len(part.parts) < 2:
        return NOTHING
    ways = [element("li", link(f"#{_part_id(one)}", one.heading or one.name)) for one in part.parts]
    return element("nav", element("ul", *ways), aria_label=say("parts-of-section"))


# ---- easy read ---------------------------------------------------------------------------------


def _rows(sheet: Sheet, part: Part, level: int, base: str) -> Html:
    """The rows of easy read, beside the text that they say more simply."""
    name = as_name((*part.path, "easy_read"))
    title = say("easy-read-rows")
    items = [_row(sheet, row, at, len(part.rows), base) for at, row in enumerate(part.rows)]
    parts = [heading(min(level + 1, 6), title, id=f"{name}-rows")]
    if (part.name or sheet.section) in sheet.outdated:
        parts.append(beside(sheet.view.name, sheet.section, part, sheet.today))
    if part.no_rows:
        parts.append(paragraph(say("no-easy-read"), class_="quiet"))
    if items:
        parts.append(element("ol", *items, class_="rows"))
    parts.append(_new_row(sheet, part, base))
    return element("div", *parts, class_="easy", role="group", aria_labelledby=f"{name}-rows")


def _row(sheet: Sheet, row: Row, at: int, count: int, base: str) -> Html:
    name = as_name(row.path)
    also = [paragraph(f"{say(f'row-{key}')}: {value}", class_="quiet") for key, value in row.also]
    fields: list[Html] = [*also]
    if len(row.pictures) < 2 and not any(key in ("word", "number") for key, _ in row.also):
        value = row.pictures[0] if row.pictures else ""
        path = (*row.path, "picture")
        fields.append(sheet.fields.picture(path, say("field-picture"), value, sheet.pictures))
    else:
        shown = [element("span", sheet.fields.image(one), class_="thumb") for one in row.pictures]
        fields += shown
    fields += [_suggestions(sheet, name, row, base), _another(sheet, name, row, base)]
    if row.text or not row.also:
        fields.append(sheet.fields.text((*row.path, "text"), say("field-row"), row.text, rows=2))
    moves = [
        _order(base, sheet, name, "up", say("row-up", number=at + 1), "↑", disabled=at == 0),
        _order(
            base, sheet, name, "down", say("row-down", number=at + 1), "↓", disabled=at + 1 == count
        ),
        _order(base, sheet, name, "remove", say("row-remove", number=at + 1), "×", disabled=False),
    ]
    return element("li", *fields, element("div", *moves, class_="moves"), id=name, class_="row")


def _suggestions(sheet: Sheet, name: str, row: Row, base: str) -> Html:
    """Up to three pictures that may fit the words of a row."""
    if len(row.pictures) > 1:
        return NOTHING
    here = f"{base}/s/{sheet.section}#{name}"
    return suggested(sheet.fields, name, here, sheet.suggested.get(name, ()))


def _another(sheet: Sheet, name: str, row: Row, base: str) -> Html:
    """The way to all other pictures, where a row can have one."""
    if len(row.pictures) > 1 or any(key in ("word", "number") for key, _ in row.also):
        return NOTHING
    file = f"sections/{sheet.section}.yaml"
    way = f"{base}/find?{urlencode({'file': file, 'field': f'{name}.picture'})}"
    return element("p", link(way, say("another-picture")))


def _order(
    base: str, sheet: Sheet, name: str, what: str, words: str, sign: str, *, disabled: bool
) -> Html:
    return form(
        f"{base}/row",
        hidden("file", sheet.file),
        hidden("row", name),
        hidden("what", what),
        button(sign, aria_label=words, title=words, disabled=disabled, class_="quiet-button"),
        class_="inline",
    )


def _new_row(sheet: Sheet, part: Part, base: str) -> Html:
    name = as_name((*part.path, "easy_read"))
    typed, why = sheet.fields.typed(f"{name}.{len(part.rows)}.text", "")
    return element(
        "details",
        element("summary", escape(say("add-row"))),
        form(
            f"{base}/row",
            hidden("file", sheet.file),
            hidden("row", f"{name}.{len(part.rows)}"),
            hidden("what", "add"),
            element("label", escape(say("field-row")), for_=f"{name}-new"),
            element(
                "textarea", escape(typed), id=f"{name}-new", name="text", rows="3", required=True
            ),
            why,
            element("label", escape(say("field-picture")), for_=f"{name}-new-picture"),
            element(
                "select",
                *options_of(sheet.pictures, NO_PICTURE),
                id=f"{name}-new-picture",
                name="picture",
            ),
            button(say("add-this-row")),
        ),
        class_="new-row",
        open=bool(typed),
    )
