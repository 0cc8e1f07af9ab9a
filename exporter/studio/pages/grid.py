"""A table or chart as a grid: a field for each cell, and buttons for its rows and columns.

Each button belongs to one form by its `form`: the cells are saved as they are typed and go with
none of them.
"""

from __future__ import annotations

from exporter.studio.forms import as_name
from exporter.studio.grids.grid import Grid
from exporter.studio.pages.field import Fields
from exporter.studio.pages.frame import button, form, hidden, paragraph
from exporter.studio.saying import say
from exporter.studio.wrapping import unwrapped
from exporter.web_page.markup import NOTHING, Html, element, escape, join

_SIGNS = {
    "row": {"back": "↑", "on": "↓", "add": "+", "out": "×"},
    "column": {"back": "←", "on": "→", "add": "+", "out": "×"},
}


def table(fields: Fields, shown: Grid) -> Html:
    """A table whose cells stand in the file of the section; of another one where they stand."""
    made = grid(fields, shown, say("table-named", name=shown.name))
    return join(made, _headed(fields, shown)) if shown.rows and shown.columns else made


def grid(fields: Fields, shown: Grid, title: str) -> Html:
    """The cells, and the buttons around them."""
    name = as_name(shown.path)
    if shown.file:
        return paragraph(say("table-in-file", name=shown.name, file=shown.file), class_="quiet")
    if not shown.rows or not shown.columns:
        return NOTHING
    base = f"/d/{fields.view.name}"
    sent = (hidden("file", fields.file), hidden("table", name))
    pasted = form(
        f"{base}/grid", *sent, *(hidden(key, "") for key in ("row", "column", "text")), hidden=True
    )
    shaped = form(f"{base}/shape", *sent, id=f"{name}.shape")
    table = element(
        "table",
        element("caption", escape(title)),
        element("thead", _heads(fields, shown)),
        element("tbody", *(_row(fields, shown, at) for at in range(len(shown.rows)))),
        element("tfoot", _columns(shown)) if shown.widens else NOTHING,
    )
    return element(
        "div", table, pasted, shaped, id=name, class_="grid", tabindex="0", role="region",
        aria_label=title,
    )  # fmt: skip


def _heads(fields: Fields, shown: Grid) -> Html:
    """What heads the columns; a paste fills it as row -1."""
    heads = (
        element(
            "th",
            _cell(fields, one.path, say("column", number=n), one.words)
            if one.path
            else escape(one.words),
            scope="col",
        )
        for n, one in enumerate(shown.columns, 1)
    )
    top = element("td", _button(shown, "row", "add", -1, False), class_="moves")
    return element("tr", *heads, top, data_row="-1")


def _row(fields: Fields, shown: Grid, at: int) -> Html:
    cells = (
        element("td", _cell(fields, (*shown.rows_at, at, one.key), _said(one.words, at), said))
        for one, said in zip(shown.columns, shown.rows[at], strict=True)
    )
    last = len(shown.rows) - 1
    buttons = (
        _button(shown, "row", what, at, disabled)
        for what, disabled in (
            ("back", at == 0), ("on", at == last), ("add", False), ("out", last == 0)
        )
    )  # fmt: skip
    return element("tr", *cells, element("td", *buttons, class_="moves"), data_row=str(at))


def _said(column: str, at: int) -> str:
    return say("cell", column=column, number=at + 1)


def _columns(shown: Grid) -> Html:
    """The buttons of each column whose head is typed, below it."""
    last = len(shown.columns) - 1
    first = sum(one.path is None for one in shown.columns)
    cells = (
        element(
            "td",
            *(
                _button(shown, "column", what, at, disabled)
                for what, disabled in (
                    ("back", at == first), ("on", at == last), ("add", False),
                    ("out", last == first),
                )
            ),
            class_="moves",
        )
        if column.path
        else element("td")
        for at, column in enumerate(shown.columns)
    )  # fmt: skip
    return element("tr", *cells, element("td"))


def _button(shown: Grid, kind: str, what: str, at: int, disabled: bool) -> Html:
    said = say(f"grid-{kind}-{what}", number=at + 1) if at >= 0 else say("grid-row-first")
    return button(
        _SIGNS[kind][what], name="do", value=f"{kind}-{what}.{at}", aria_label=said, title=said,
        form=f"{as_name(shown.path)}.shape", disabled=disabled, class_="quiet-button",
    )  # fmt: skip


def _cell(fields: Fields, path: tuple[str | int, ...], words: str, value: str) -> Html:
    name = as_name(path)
    typed, why = fields.typed(name, unwrapped(value))
    area = element(
        "textarea", escape(typed), id=name, name=name, rows=_height(typed), aria_label=words,
        aria_describedby=fields.told_by(name),
    )  # fmt: skip
    told = element("div", why, id=f"{name}-why", class_="why")
    cell = element("div", fields.original(name), area, told, class_="cell", data_field=name)
    return join(cell, fields.beside(name))


def _height(words: str) -> str:
    """Lines of a field, in a column of the usual width."""
    return str(max(2, min(8, sum(1 + len(line) // 30 for line in words.split("\n")))))


def _headed(fields: Fields, shown: Grid) -> Html:
    """Whether the first column says what each row is about (WCAG 2.2, 1.3.1)."""
    options = (("", say("table-headed")), ("none", say("table-not-headed")))
    return fields.choice(
        (*shown.path, "header_column"),
        say("table-header-column", name=shown.name),
        "" if shown.headed else "none",
        options,
    )
