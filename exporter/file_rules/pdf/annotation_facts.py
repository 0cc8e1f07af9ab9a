"""What is laid over the pages of a PDF: links, fields, remarks, films; each as the file says it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pikepdf

from exporter.file_rules.pdf.fonts import get, list_of
from exporter.pdf_file.fields import field_of, text
from exporter.pdf_file.tree import Tree

MOST_ANNOTATIONS = 200_000
"""In the whole file."""
_HIDDEN = 2
_WHOLE = (-1e9, -1e9, 1e9, 1e9)


@dataclass(frozen=True, slots=True)
class Annotation:
    page: int
    kind: str
    """Link, Widget, Text …"""
    seen: bool
    """Whether it is neither hidden nor wholly beside the page."""
    holder: str
    """The type of the element that it belongs to; empty: none, or the page does not lead back."""
    leads_to_tags: bool
    contents: bool
    """Whether it has words of its own."""
    alt: bool
    """Whether its element has an alternative text."""
    is_field: bool = False
    described: bool = False
    """Whether its field says what it asks for."""
    media: tuple[Media, ...] = ()


@dataclass(frozen=True, slots=True)
class Media:
    """A film or sound: whether it says what kind of data it is, and what it shows."""

    kind_told: bool
    alt: bool


def annotations_of(file: pikepdf.Pdf, tree: Tree) -> Iterator[Annotation]:
    left = MOST_ANNOTATIONS
    for number, page in enumerate(file.pages):
        given = list_of(get(page.obj, "/Annots"))
        left -= len(given)
        if left < 0:
            return
        for one in given:
            if get(one, "/Subtype") is not None:
                yield _annotation(one, number, page.obj, tree)


def _annotation(one: pikepdf.Object, number: int, page: pikepdf.Object, tree: Tree) -> Annotation:
    kind = str(get(one, "/Subtype"))[1:]
    holder = tree.holders.get(one.objgen) if one.is_indirect else None
    leads = get(one, "/StructParent") is not None
    field = field_of(one) if kind == "Widget" else None
    role = holder.role if holder and leads else ""
    contents = bool(text(get(one, "/Contents")).strip())
    return Annotation(
        page=number,
        kind=kind,
        # of a link that is in order nobody asks whether it is seen
        seen=(kind == role == "Link" and contents) or _is_seen(one, page),
        holder=role,
        leads_to_tags=leads,
        contents=contents,
        alt=bool(holder and (holder.alt or "").strip()),
        is_field=field is not None,
        described=field is not None and field.described,
        media=() if kind == "Link" else tuple(_media(one)),
    )


def _media(annotation: pikepdf.Object) -> Iterator[Media]:
    """The clips that an annotation plays (ISO 32000-1, 13.2)."""
    moments = get(annotation, "/AA")
    actions = [get(annotation, "/A")]
    actions += list(moments.values()) if isinstance(moments, pikepdf.Dictionary) else []
    for action in actions[:20]:
        clip = get(get(action, "/R"), "/C")
        if str(get(action, "/S")) == "/Rendition" and isinstance(clip, pikepdf.Dictionary):
            alt = [text(part).strip() for part in list_of(get(clip, "/Alt"))]
            told = get(clip, "/CT") is not None
            yield Media(told, len(alt) > 1 and len(alt) % 2 == 0 and all(alt[1::2]))


def _is_seen(annotation: pikepdf.Object, page: pikepdf.Object) -> bool:
    if _flags(annotation) & _HIDDEN:
        return False
    area = _area(_inherited(page, "/CropBox") or _inherited(page, "/MediaBox"))
    return _touch(_area(get(annotation, "/Rect")), area)


def _flags(annotation: pikepdf.Object) -> int:
    value = get(annotation, "/F")
    return value if isinstance(value, int) else 0


def _inherited(page: Any, name: str) -> Any:
    for _ in range(50):
        if get(page, name) is not None:
            return get(page, name)
        page = get(page, "/Parent")
    return None


def _area(value: Any) -> tuple[float, ...]:
    try:
        one, two, three, four = map(float, list_of(value))
    except (TypeError, ValueError):
        return _WHOLE
    return min(one, three), min(two, four), max(one, three), max(two, four)


def _touch(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return one[0] < other[2] and one[2] > other[0] and one[1] < other[3] and one[3] > other[1]
