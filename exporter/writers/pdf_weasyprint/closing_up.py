"""Pages of a few lines that can be spared: what stands before them is brought closer together."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

_FEW_OF_CONTENTS, _FEW_OF_LEAFLET = 0.3, 0.5
"""The shares of a page that words must fill to have it for themselves."""
_FIRST = 4
"""Of so many pages at the beginning, contents of two pages are a part."""
_LEAFLET = (
    ":root{--gap:calc(var(--space)*0.5pt)}"
    ".masthead{margin:-8pt 0 0;padding-top:6pt}.masthead .subtitle{margin-top:4pt}"
    ".masthead .cover-lines{margin-top:5pt}.masthead .cover-lines p{margin:0}"
    "section.part{margin-top:calc(var(--gap)*2)}"
    "main>section.part:first-child>h2{border:0;padding:0}"
    ".furniture>h2{margin-bottom:0.2em}.made-by p{margin:0}"
)
_CONTENTS = (
    ".contents{line-height:1.15}.contents h2{margin-bottom:6pt}"
    ".contents>ol>li{padding:1pt 0}.contents li ol{padding-top:0}.contents li li{margin:0}"
)


def rules(pages: list[Any]) -> str:
    """Style rules by which a page may be spared, or nothing where none can be. The pages are those
    of a laid-out document."""
    if _holds(pages[0], "leaflet"):
        few = len(pages) > 1 and any(_filled(page) < _FEW_OF_LEAFLET for page in pages)
        return _LEAFLET if few else ""
    contents = [page for page in pages[1:_FIRST] if _holds(page, "contents")]
    return _CONTENTS if len(contents) == 2 and _filled(contents[1]) < _FEW_OF_CONTENTS else ""


def _holds(page: Any, name: str) -> bool:
    return any(
        box.element is not None and name in box.element.get("class", "").split()
        for box in _boxes(page._page_box.children[0])
    )


def _filled(page: Any) -> float:
    """The share of a page down to its last line."""
    box = page._page_box
    top = box.content_box_y()
    lines = (one for one in _boxes(box.children[0]) if type(one).__name__ == "LineBox")
    return float(
        max((line.position_y + line.height - top for line in lines), default=0.0) / box.height
    )


def _boxes(box: Any) -> Iterator[Any]:
    box = getattr(box, "_box", box)
    yield box
    for child in getattr(box, "children", ()):
        yield from _boxes(child)
