"""Forms of a PDF, which are parts of pages, that are tagged inside and drawn more than once.

Their tags have one place in the tree: drawn again, they are read in one place and seen in two
(ISO 14289-1, 7.20; ISO 32000-1, 14.7.4.2).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf

from exporter.file_rules.pdf.fonts import get, items_of
from exporter.pdf_file.packed import beginning_of, size_of

_MOST_FORMS = 20_000
_MOST_CONTENT = 4_000_000
"""Bytes unpacked, of all pages together; of a longer file the first ones are looked at."""
_MARK = b"/MCID"
_DIRECT = (0, 0)
"""The number of what has none, because it stands within something else."""


def forms_of(file: pikepdf.Pdf) -> Iterator[pikepdf.Stream]:
    """Every form that a page or another form may draw, once; pictures too."""
    waiting = [resources_of(page.obj) for page in file.pages]
    seen: set[tuple[int, int]] = set()
    while waiting and len(seen) < _MOST_FORMS:
        resources = waiting.pop()
        key = getattr(resources, "objgen", _DIRECT)
        if key in seen:
            continue
        if key != _DIRECT:
            seen.add(key)
        for _, form in items_of(get(resources, "/XObject")):
            if not isinstance(form, pikepdf.Stream) or form.objgen in seen:
                continue
            seen.add(form.objgen)
            yield form
            waiting.append(get(form, "/Resources"))


def resources_of(page: Any) -> Any:
    """What a page may draw with, its own or that of the pages above it in their tree."""
    for _ in range(50):
        if get(page, "/Resources") is not None:
            return get(page, "/Resources")
        page = get(page, "/Parent")
    return None


def pages_with_repeated_forms(file: pikepdf.Pdf) -> tuple[int, ...]:
    """Where forms with tags inside are drawn that are drawn again; pages count from 0."""
    tagged = _tagged_forms(file)
    if not tagged:
        return ()
    drawn = _Drawn()
    for number, page in enumerate(file.pages):
        drawn.page(number, page)
    return tuple(
        sorted({n for key in tagged if drawn.times.get(key, 0) > 1 for n in drawn.pages[key]})
    )


def _tagged_forms(file: pikepdf.Pdf) -> set[tuple[int, int]]:
    """Those that have a place in the tree for their sequences, and sequences with numbers."""
    tagged: set[tuple[int, int]] = set()
    left = _MOST_CONTENT
    for form in forms_of(file):
        if get(form, "/StructParents") is None or left <= 0:
            continue
        drawing = beginning_of(form, left)
        left -= len(drawing)
        named = items_of(get(get(form, "/Resources"), "/Properties"))
        if _MARK in drawing or any(get(told, "/MCID") is not None for _, told in named):
            tagged.add(form.objgen)
    return tagged


class _Drawn:
    """How often forms are drawn, and where."""

    def __init__(self) -> None:
        self.left = _MOST_CONTENT
        self.times: dict[tuple[int, int], int] = {}
        self.pages: dict[tuple[int, int], set[int]] = {}
        self.within: dict[tuple[int, int], list[pikepdf.Stream]] = {}

    def page(self, number: int, page: pikepdf.Page) -> None:
        contents = page.obj.get("/Contents")
        parts = list(contents) if isinstance(contents, pikepdf.Array) else [contents]
        waiting = self.direct(page, parts, resources_of(page.obj))
        while waiting:
            form = waiting.pop()
            times = self.times.get(form.objgen, 0) + 1
            self.times[form.objgen] = times
            self.pages.setdefault(form.objgen, set()).add(number)
            # after the second time it is known of all that is in it that it is drawn again
            if times <= 2:
                if form.objgen not in self.within:
                    resources = form.get("/Resources", resources_of(page.obj))
                    self.within[form.objgen] = self.direct(form, [form], resources)
                waiting.extend(self.within[form.objgen])

    def direct(self, holder: Any, parts: list[Any], resources: Any) -> list[pikepdf.Stream]:
        """The forms that a page or a form draws itself, each as often as it does."""
        streams = [part for part in parts if isinstance(part, pikepdf.Stream)]
        self.left -= sum(size_of(stream, max(0, self.left)) for stream in streams)
        if self.left < 0:
            return []
        things = get(resources, "/XObject")
        try:
            operators = pikepdf.parse_content_stream(holder, "Do")
        except pikepdf.PdfError:
            return []
        called = (get(things, str(one.operands[0])) for one in operators if _names(one.operands))
        return [
            one
            for one in called
            if isinstance(one, pikepdf.Stream) and str(get(one, "/Subtype")) == "/Form"
        ]


def _names(operands: Any) -> bool:
    return len(operands) == 1 and isinstance(operands[0], pikepdf.Name)
