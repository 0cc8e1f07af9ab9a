"""The contents as lists of links; those of easy read with a picture beside the words of each part.

A picture decorates here: it stands again in its part, and the words say which part it is.
"""

from __future__ import annotations

from collections.abc import Iterable

from exporter.model import ContentsEntry, Picture
from exporter.web_page.markup import NOTHING, Html, element, join
from exporter.writers.drawings.ink import inked
from exporter.writers.html.inlines import InlineWriter


def entries(contents: Iterable[ContentsEntry], inlines: InlineWriter) -> Html:
    """The contents as nested lists: what is deeper than an entry stands inside it."""
    return _listed(list(contents), inlines)


def list_class(contents: Iterable[ContentsEntry]) -> str:
    """That of the outer list, whose words begin at one place with and without a picture."""
    return "pictured" if any(entry.picture for entry in contents) else ""


def picture(shown: Picture, inlines: InlineWriter) -> Html:
    return inlines.picture(inked(shown))


def beside(drawn: Html, words: Html) -> Html:
    """The words of an entry of a list with pictures, and what is drawn beside them."""
    return join(drawn, element("span", words))


def _listed(contents: list[ContentsEntry], inlines: InlineWriter) -> Html:
    css_class, items = list_class(contents), []
    while contents:
        entry = contents.pop(0)
        deeper = []
        while contents and contents[0].level > entry.level:
            deeper.append(contents.pop(0))
        words = inlines.text(entry.text)
        if css_class:
            drawn = picture(entry.picture, inlines) if entry.picture else NOTHING
            words = beside(drawn, words)
        link = element("a", words, href=f"#{entry.anchor}")
        items.append(element("li", link, _listed(deeper, inlines) if deeper else NOTHING))
    return element("ol", *items, role="list", class_=css_class)
