"""The pieces of the page: paragraphs, lists, and tables that a screen reader can follow."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from exporter.web_page.markup import NOTHING, Html, element, escape, join

Heading = Literal["h2", "h3"]


def heading(words: str, level: Heading = "h2") -> Html:
    return element(level, escape(words))


def paragraph(words: str) -> Html:
    return element("p", escape(words)) if words else NOTHING


def listed(items: Iterable[str]) -> Html:
    """A list; nothing where there is nothing to list."""
    told = [element("li", escape(item)) for item in items]
    return element("ul", *told) if told else NOTHING


def list_of(items: Iterable[Html]) -> Html:
    """A list of things that are HTML already."""
    told = [element("li", item) for item in items]
    return element("ul", *told) if told else NOTHING


def table(name: str, caption: str, columns: Sequence[str], rows: Iterable[Sequence[Html]]) -> Html:
    """A table with a header row; the first cell heads its row. A wide one can be moved sideways."""
    told = [
        element(
            "tr",
            element("th", row[0], scope="row"),
            *(element("td", cell) for cell in row[1:]),
        )
        for row in rows
    ]
    header = element("tr", *(element("th", escape(column), scope="col") for column in columns))
    whole = element(
        "table",
        element("caption", escape(caption), id=name),
        element("thead", header),
        element("tbody", *told),
    )
    return element(
        "div", whole, class_="sideways", role="region", tabindex="0", aria_labelledby=name
    )


def small(words: Html) -> Html:
    """Words that matter less than those before them."""
    return element("span", words, class_="quiet")


def lines(pieces: Iterable[Html]) -> Html:
    """Pieces of one cell, each on its own line."""
    return join(*(element("span", piece, class_="line") for piece in pieces))
