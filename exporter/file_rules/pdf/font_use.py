"""Which signs of which typeface the pages of a PDF show: the codes that stand in their content."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf

from exporter.file_rules.pdf.fonts import get, items_of
from exporter.file_rules.pdf.repeated_forms import resources_of
from exporter.pdf_file.packed import size_of

MOST_CONTENT = 4_000_000
"""Bytes unpacked, of all pages together; of a longer file the first ones are looked at."""
_MOST_DEPTH = 8
_OPERATORS = "q Q Tf Tr Tj TJ ' \" Do"
_INVISIBLE = 3


@dataclass(slots=True)
class FontUse:
    """A typeface, and the strings that are shown in it."""

    font: pikepdf.Object
    shown: set[bytes] = field(default_factory=set)


def fonts_in_use(file: pikepdf.Pdf) -> list[FontUse]:
    walk = _Walk()
    for page in file.pages:
        resources = resources_of(page.obj)
        contents = page.obj.get("/Contents")
        parts = list(contents) if isinstance(contents, pikepdf.Array) else [contents]
        streams = [part for part in parts if isinstance(part, pikepdf.Stream)]
        walk.left -= sum(size_of(stream, max(0, walk.left)) for stream in streams)
        if walk.left < 0:
            break
        walk.content(page, resources, 0)
    return list(walk.found.values())


class _Walk:
    def __init__(self) -> None:
        self.left = MOST_CONTENT
        self.found: dict[tuple[int, int], FontUse] = {}
        self.forms: set[tuple[int, int]] = set()

    def content(self, holder: Any, resources: Any, depth: int) -> None:
        """A page or a form: each string goes to the typeface that is chosen there."""
        fonts = dict(items_of(get(resources, "/Font")))
        things = dict(items_of(get(resources, "/XObject")))
        now: FontUse | None = None
        invisible = False
        kept: list[tuple[FontUse | None, bool]] = []
        for one in pikepdf.parse_content_stream(holder, _OPERATORS):
            operands = list(one.operands)
            match str(one.operator):
                case "q":
                    kept.append((now, invisible))
                case "Q" if kept:
                    now, invisible = kept.pop()
                case "Tf" if operands:
                    now = self.use(fonts.get(str(operands[0])))
                case "Tr" if operands:
                    invisible = operands[0] == _INVISIBLE
                case "Do" if operands:
                    self.form(things.get(str(operands[0])), resources, depth)
                case "Tj" | "TJ" | "'" | '"' if now is not None and not invisible:
                    now.shown.update(_strings(operands))

    def use(self, font: Any) -> FontUse | None:
        if not isinstance(font, pikepdf.Dictionary) or not font.is_indirect:
            return None
        return self.found.setdefault(font.objgen, FontUse(font))

    def form(self, form: Any, resources: Any, depth: int) -> None:
        if not isinstance(form, pikepdf.Stream) or str(get(form, "/Subtype")) != "/Form":
            return
        if form.objgen in self.forms or depth > _MOST_DEPTH:
            return
        self.forms.add(form.objgen)
        self.left -= size_of(form, max(0, self.left))
        if self.left >= 0:
            self.content(form, form.get("/Resources", resources), depth + 1)


def _strings(operands: Any) -> Iterator[bytes]:
    for one in operands:
        if isinstance(one, pikepdf.String):
            yield bytes(one)
        elif isinstance(one, pikepdf.Array):
            yield from (bytes(part) for part in one if isinstance(part, pikepdf.String))
