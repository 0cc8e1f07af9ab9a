"""How much a PDF draws, counted before pdfium is asked, which would patiently draw all of it.

A few bytes may unpack to pages without end; a form may draw itself, or ten forms one another in a
chain, ten times each. What is counted is about the memory that pdfium needs, in bytes: rough, and
on the large side. `exporter.apart` holds whatever it does not foresee.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, TypeAlias

import pikepdf

from exporter.diagnostics import Unreadable
from exporter.pdf_file.packed import beginning_of, size_of

MOST_CONTENT = 200_000_000
"""Bytes unpacked, of all that pages draw with together; a usual page has ten thousand."""
MOST_ON_A_PAGE = 400_000_000
"""Bytes of memory. A page is drawn as a whole."""
_MOST_DRAWN = 3_000_000_000
"""The same for all pages together, which take their time one after the other; and more …"""
_FOR_EACH_BYTE = 3_000
"""… for each byte of the file: what people write unpacks to no more than ten times its size."""
_MOST_DEPTH = 60
_MOST_THINGS = 500_000
"""Fonts, colours, patterns, forms and their parts."""

_BYTE, _SHOWN, _STRING, _PICTURE, _FORM = 20, 700, 100, 900, 2_000
"""What pdfium needs for one of each, as measured."""
_MOST_IN_ONE = MOST_ON_A_PAGE // _BYTE
_DRAWN = re.compile(rb"/([^\s/<>\[\](){}%]*)(?:[\s\0]|%[^\r\n]*[\r\n])+Do(?![A-Za-z0-9])")
_DRAWN_BY_STRING = re.compile(rb"[)>][\s\0]*Do(?![A-Za-z0-9])")
"""pdfium takes a string for a name. Nobody who means well writes it so."""
_SIGN = re.compile(rb"#([0-9A-Fa-f]{2})")

_Key: TypeAlias = tuple[int, int]


def refuse_bombs(file: pikepdf.Pdf, size: int) -> None:
    """Raises Unreadable for a file, `size` bytes long, that draws more than can be held."""
    _Counter(file, size).pages()


class _Counter:
    def __init__(self, file: pikepdf.Pdf, size: int) -> None:
        self.file = file
        self.left = MOST_CONTENT
        self.most = _MOST_DRAWN + _FOR_EACH_BYTE * size
        self.forms: dict[tuple[_Key, _Key], int] = {}
        self.seen: set[_Key] = set()
        self.things = 0

    def pages(self) -> None:
        drawn = 0
        self.reachable(self.file.Root.get("/Metadata"))  # pdfium looks into it as it opens the file
        for number, page in enumerate(self.file.pages, start=1):
            resources = _inherited(page.obj, "/Resources")
            # one stream may end with a name and the next begin with what is done to it
            content = b"\n".join(map(self.unpacked, _streams(page.obj.get("/Contents"))))
            own = self.drawing(content, resources, _key(resources, page.obj), ())
            if own > MOST_ON_A_PAGE:
                raise Unreadable(
                    f"Page {number} of this PDF draws more than can be held in memory.", "too large"
                )
            drawn += own
            if drawn > self.most:
                raise Unreadable("The pages of this PDF draw too much to be read.", "too large")
            self.reachable(resources, *_appearances(page.obj))

    def drawing(self, content: bytes, resources: Any, where: _Key, path: tuple[_Key, ...]) -> int:
        """What it takes to draw some content and the forms that it draws.

        `where` is the object that holds the resources, `path` the forms that we are in.
        """
        took = _FORM + _BYTE * len(content)
        took += _SHOWN * sum(map(content.count, (b"Tj", b"TJ", b"'", b'"')))
        took += _STRING * (content.count(b"(") + content.count(b"<"))
        took += _PICTURE * content.count(b"BI")
        forms = _forms(resources) if b"Do" in content else {}
        if forms:
            times = Counter(_written(found[1]) for found in _DRAWN.finditer(content))
            odd = len(_DRAWN_BY_STRING.findall(content))
            for name, form in forms.items():
                count = odd + times[name]
                if count:
                    took += count * self.form(form, resources, where, path)
        return took

    def form(self, form: pikepdf.Stream, outer: Any, where: _Key, path: tuple[_Key, ...]) -> int:
        """What it takes to draw a form once. Without resources it has those of who draws it."""
        if "/Resources" in form:
            outer = form.Resources
            where = _key(outer, form)
        key = (form.objgen, where)
        if form.objgen in path:
            raise Unreadable("A drawing in this PDF draws itself, without end.", "too large")
        if len(path) > _MOST_DEPTH:
            raise Unreadable("The drawings in this PDF are nested too deeply.", "too large")
        if key not in self.forms:
            inside = (*path, form.objgen)
            self.forms[key] = self.drawing(self.unpacked(form), outer, where, inside)
        return self.forms[key]

    def unpacked(self, stream: pikepdf.Stream) -> bytes:
        content = beginning_of(stream, _MOST_IN_ONE + 1)
        if len(content) > _MOST_IN_ONE:
            raise Unreadable(
                f"A page of this PDF unpacks to more than {_MOST_IN_ONE // 1_000_000} MB.",
                "too large",
            )
        self.count(len(content))
        return content

    def count(self, size: int) -> None:
        self.left -= size
        if self.left < 0:
            raise Unreadable(
                f"The pages of this PDF unpack to more than {MOST_CONTENT // 1_000_000} MB.",
                "too large",
            )

    def reachable(self, *things: Any) -> None:
        """Count what pages draw with: typefaces and their maps, colours, patterns; each once."""
        waiting = list(things)
        while waiting:
            thing = waiting.pop()
            if not isinstance(thing, pikepdf.Dictionary | pikepdf.Array | pikepdf.Stream):
                continue
            if thing.is_indirect:
                if thing.objgen in self.seen:
                    continue
                self.seen.add(thing.objgen)
            self.things += 1
            if self.things > _MOST_THINGS:
                raise Unreadable("The pages of this PDF need too many things.", "too large")
            if isinstance(thing, pikepdf.Array):
                waiting.extend(thing)
                continue
            picture = thing.get("/Subtype") == "/Image"
            if isinstance(thing, pikepdf.Stream) and not picture:
                self.count(size_of(thing, self.left))
            waiting.extend(
                value
                for name, value in thing.items()
                if name not in _ELSEWHERE and not (picture and name == "/SMask")
            )


_ELSEWHERE = frozenset(("/Parent", "/P", "/Pg", "/StructParent", "/StructParents", "/Dest", "/A"))
"""What leads out of the things that a page draws with."""


def _streams(contents: Any) -> Iterator[pikepdf.Stream]:
    """The streams of a page: one, or the items of an array."""
    items = list(contents) if isinstance(contents, pikepdf.Array) else [contents]
    return (stream for stream in items if isinstance(stream, pikepdf.Stream))


def _forms(resources: Any) -> dict[str, pikepdf.Stream]:
    """What can be drawn that draws in its turn, by its name."""
    if not isinstance(resources, pikepdf.Dictionary):
        return {}
    things = resources.get("/XObject")
    if not isinstance(things, pikepdf.Dictionary):
        return {}
    return {
        name[1:]: thing
        for name, thing in things.items()
        if isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") != "/Image"
    }


def _written(name: bytes) -> str:
    """A name as a content stream writes it, where any sign may be told by its number."""
    return _SIGN.sub(lambda found: bytes((int(found[1], 16),)), name).decode("utf-8", "replace")


def _appearances(page: Any) -> Iterator[Any]:
    """How the annotations of a page look."""
    annotations = page.get("/Annots")
    if isinstance(annotations, pikepdf.Array):
        for annotation in annotations:
            if isinstance(annotation, pikepdf.Dictionary):
                yield annotation.get("/AP")


def _inherited(page: Any, name: str) -> Any:
    """A page has what its branch of the tree of pages has, unless it has its own."""
    for _ in range(_MOST_DEPTH):
        if not isinstance(page, pikepdf.Dictionary):
            return None
        if name in page:
            return page[name]
        page = page.get("/Parent")
    return None


def _key(resources: Any, holder: pikepdf.Object) -> _Key:
    known = isinstance(resources, pikepdf.Object) and resources.is_indirect
    return resources.objgen if known else holder.objgen
