"""What stands in a run beside its words: pictures, new and old, objects, and boxes with words.

DrawingML says what it is in a `wp:docPr`; VML, which is also how objects of other programs are
shown, in the attributes of a shape.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from exporter.word_file.names import WP, A, Element, V, W

BOX = f"{W}txbxContent"
HOLDERS = (f"{W}drawing", f"{W}pict", f"{W}object")
_OFFICE = "{urn:schemas-microsoft-com:office:office}"
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_SHAPES = {
    f"{V}{name}"
    for name in (
        "shape", "rect", "oval", "line", "group", "roundrect", "image", "arc", "curve", "polyline",
    )
}  # fmt: skip
_ON = ("1", "t", "true", "on")
_CALLED_SO = re.compile(r".*\(decorative\) \d+")
"""How decorative pictures of ours are called: LibreOffice 7.4 forgets the mark, and no name."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture, drawing, shape or object. `element` is where its description stands."""

    element: Element
    alt: str
    """Its description; empty where it has none."""
    name: str = ""
    """What Word calls it."""
    decorative: bool = False
    watermark: bool = False
    """Whether it is words that are drawn."""


def pictures_in(element: Element) -> Iterator[Picture]:
    """The pictures in an element, in order; not those in boxes, which stand in their own text.

    A box that holds words and has no description is no picture: its words are all there is.
    """
    for holder in _outside_boxes(element, HOLDERS):
        for properties in _outside_boxes(holder, (f"{WP}docPr",)):
            picture = _drawing(properties)
            if picture.alt or picture.decorative or not _is_box(holder):
                yield picture
        if holder.tag != f"{W}drawing":
            yield from _old(holder)


def boxes_in(element: Element) -> Iterator[Element]:
    """The text boxes in a paragraph or a run, in order; not those inside other boxes."""
    if element.find(f".//{BOX}") is not None:
        yield from _outside_boxes(element, (BOX,))


def _outside_boxes(element: Element, tags: tuple[str, ...]) -> Iterator[Element]:
    """The outermost elements of some kinds, itself too; nothing inside a box."""
    if element.tag in tags:
        yield element
    elif element.tag != BOX:
        for child in element:
            yield from _outside_boxes(child, tags)


def _drawing(properties: Element) -> Picture:
    mark = next(properties.iter(_DECORATIVE), None)
    name = properties.get("name", "")
    alt = _words(properties.get("descr")) or _words(properties.get("title"))
    marked = mark is not None and mark.get("val", "1") in _ON
    return Picture(properties, alt, name, marked or (not alt and bool(_CALLED_SO.fullmatch(name))))


def _is_box(drawing: Element) -> bool:
    """Whether a drawing holds a box and no picture beside it."""
    if drawing.find(f".//{BOX}") is None:
        return False
    return next(_outside_boxes(drawing, (f"{A}blip",)), None) is None


def _old(holder: Element) -> Iterator[Picture]:
    """The shapes of a `w:pict` or `w:object`. A line across the page is no picture."""
    for shape in holder:
        if shape.tag not in _SHAPES or shape.get(f"{_OFFICE}hr") in _ON:
            continue
        drawn = next(_outside_boxes(shape, (f"{V}textpath",)), None)
        alt = " ".join(filter(None, map(_alt, shape.iter(*_SHAPES)))) if len(shape) else _alt(shape)
        if drawn is not None:
            yield Picture(shape, alt or _words(drawn.get("string")), watermark=True)
        elif alt or shape.find(f".//{BOX}") is None:
            yield Picture(shape, alt)


def _alt(shape: Element) -> str:
    return _words(shape.get("alt")) or _words(shape.get(f"{_OFFICE}title"))


def _words(text: str | None) -> str:
    return (text or "").strip()
