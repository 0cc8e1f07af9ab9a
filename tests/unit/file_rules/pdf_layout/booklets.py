"""Small PDF files, good ones and ones with one thing spoiled."""

from __future__ import annotations

import io
import random
import textwrap
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import pikepdf
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

A4 = (595.28, 841.89)
Draw = Callable[[Canvas, int], None]
"""Draws something on a page; pages count from 1."""

_SENTENCES = (
    "People who use services know what works in them.",
    "They meet on Tuesdays, and anyone may come along.",
    "Nobody has to say more than they wish to say.",
    "The team writes down what was decided, and by whom.",
    "Somebody reads the notes aloud at the next meeting.",
    "There is tea, and a room where one can be quiet.",
    "We pay for the bus and for the time that it takes.",
    "What was learned is told to all who took part.",
)


@dataclass(frozen=True)
class Look:
    """A booklet of pages with a heading and some paragraphs each."""

    size: float = 14
    pitch: float = 1.35
    left: float = 72
    wrap: int = 46
    pages: int = 3
    parts: int = 3
    paper: tuple[float, float] = A4
    font: str = "Helvetica"
    colour: str = "#1f2933"
    numbered: bool = True
    words: Sequence[str] = _SENTENCES
    straight: float = 0
    """The width to which lines are stretched; 0 leaves them ragged."""
    extra: Draw | None = None

    def but(self, **changes: object) -> Look:
        return replace(self, **changes)  # type: ignore[arg-type]


CLEAR = Look()
LARGE = Look(size=18)
EASY = Look(size=16, pitch=1.5)


def booklet(look: Look) -> bytes:
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=look.paper, pageCompression=0)
    for number in range(1, look.pages + 1):
        _page(canvas, look, number)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def _page(canvas: Canvas, look: Look, number: int) -> None:
    canvas.setFillColor(look.colour)
    y = look.paper[1] - 120
    canvas.setFont("Helvetica-Bold", look.size + 4)
    canvas.drawString(look.left, y, f"What we do, part {chr(64 + number % 26)}")
    y -= 2.5 * look.size
    for part in range(look.parts):
        sentences = [
            look.words[(number * look.parts + part + n) % len(look.words)] for n in range(3)
        ]
        lines = textwrap.wrap(" ".join(sentences), look.wrap)
        for line in lines:
            _line(canvas, look, y, line, last=line is lines[-1])
            y -= look.pitch * look.size
        y -= look.size
    if look.numbered:
        canvas.setFont(look.font, look.size)
        canvas.drawString(look.left, 40, f"Page {number} of {look.pages}")
    if look.extra:
        look.extra(canvas, number)


def _line(canvas: Canvas, look: Look, y: float, line: str, *, last: bool) -> None:
    text = canvas.beginText(look.left, y)
    text.setFont(look.font, look.size)
    if look.straight and not last:
        rest = look.straight - canvas.stringWidth(line, look.font, look.size)
        text.setWordSpace(rest / line.count(" "))
    text.textOut(line)
    canvas.drawText(text)


# ---- things to add ----


def words(
    text: str,
    *,
    size: float = 14,
    font: str = "Helvetica",
    colour: str = "#1f2933",
    at: tuple[float, float] = (72, 150),
    page: int = 2,
    ground: str = "",
) -> Draw:
    def draw(canvas: Canvas, number: int) -> None:
        if number != page:
            return
        if ground:
            canvas.setFillColor(ground)
            canvas.rect(at[0] - 10, at[1] - 10, 380, 40, stroke=0, fill=1)
        canvas.setFillColor(colour)
        canvas.setFont(font, size)
        canvas.drawString(*at, text)

    return draw


def picture(dots: int, width: float, at: tuple[float, float] = (72, 130), page: int = 2) -> Draw:
    """A square photograph of `dots` by `dots`."""

    def draw(canvas: Canvas, number: int) -> None:
        if number == page:
            canvas.drawImage(photograph(dots), *at, width=width, height=width)

    return draw


def photograph(dots: int) -> ImageReader:
    noise = random.Random(7).randbytes(3 * dots * dots)
    return ImageReader(Image.frombytes("RGB", (dots, dots), noise))


def both(*draws: Draw) -> Draw:
    def draw(canvas: Canvas, number: int) -> None:
        for one in draws:
            one(canvas, number)

    return draw


def renamed(data: bytes, old: str, new: str) -> bytes:
    """The file with one typeface under another name."""
    with pikepdf.open(io.BytesIO(data)) as file:
        for thing in file.objects:
            if isinstance(thing, pikepdf.Dictionary) and thing.get("/BaseFont") == f"/{old}":
                thing.BaseFont = pikepdf.Name(f"/{new}")
        return saved(file)


def saved(file: pikepdf.Pdf, **how: object) -> bytes:
    out = io.BytesIO()
    file.save(out, **how)
    return out.getvalue()


# ---- files with tags ----


@dataclass(frozen=True)
class Part:
    """A marked sequence. Parts of the same `name` are one element, on whichever page they are."""

    role: str
    name: str
    draw: Callable[[Canvas], None]
    page: int = 1


def text_part(
    role: str, name: str, lines: Sequence[str], top: float, *, page: int = 1, size: float = 16
) -> Part:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold" if role.startswith("H") else "Helvetica", size)
        for number, line in enumerate(lines):
            canvas.drawString(72, top - 1.5 * size * number, line)

    return Part(role, name, draw, page)


def tagged(*parts: Part, size: float = 16, **frames: tuple[float, ...]) -> bytes:
    """A tagged file whose pages are numbered by artifacts. `frames` are the BBox of elements."""
    pages = max(part.page for part in parts)
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4, pageCompression=0)
    marks: list[tuple[Part, int]] = []
    for number in range(1, pages + 1):
        here = [part for part in parts if part.page == number]
        for mark, part in enumerate(here):
            canvas._code.append(f"/{part.role} <</MCID {mark}>> BDC")
            part.draw(canvas)
            canvas._code.append("EMC")
            marks.append((part, mark))
        canvas._code.append("/Artifact <</Type /Pagination>> BDC")
        canvas.setFont("Helvetica", size)
        canvas.drawString(72, 40, f"Page {number} of {pages}")
        canvas._code.append("EMC")
        canvas.showPage()
    canvas.save()
    with pikepdf.open(io.BytesIO(file.getvalue())) as made:
        _add_tree(made, marks, frames)
        return saved(made)


def _add_tree(
    file: pikepdf.Pdf, marks: list[tuple[Part, int]], frames: dict[str, tuple[float, ...]]
) -> None:
    root = file.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.StructTreeRoot))
    top = file.make_indirect(pikepdf.Dictionary(S=pikepdf.Name.Document, P=root, K=pikepdf.Array()))
    root.K = top
    elements: dict[str, pikepdf.Object] = {}
    parents: dict[int, list[pikepdf.Object]] = {}
    for part, mark in marks:
        page = file.pages[part.page - 1].obj
        if part.name not in elements:
            element = pikepdf.Dictionary(
                S=pikepdf.Name(f"/{part.role}"), P=top, K=pikepdf.Array(), Pg=page
            )
            if part.name in frames:
                element.A = pikepdf.Dictionary(
                    O=pikepdf.Name.Layout, BBox=pikepdf.Array(frames[part.name])
                )
            elements[part.name] = file.make_indirect(element)
            top.K.append(elements[part.name])
        elements[part.name].K.append(pikepdf.Dictionary(Type=pikepdf.Name.MCR, Pg=page, MCID=mark))
        parents.setdefault(part.page - 1, []).append(elements[part.name])
    numbers = pikepdf.Array()
    for page_number, found in parents.items():
        file.pages[page_number].obj.StructParents = page_number
        numbers.append(page_number)
        numbers.append(file.make_indirect(pikepdf.Array(found)))
    root.ParentTree = file.make_indirect(pikepdf.Dictionary(Nums=numbers))
    file.Root.StructTreeRoot = root
    file.Root.MarkInfo = pikepdf.Dictionary(Marked=True)
