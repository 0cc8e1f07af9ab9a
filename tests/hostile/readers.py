"""Every reader of what strangers send: a good file to spoil, and how it may refuse one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from io import BytesIO

from PIL import Image

from exporter.authored.files import text_of
from exporter.authored.findings import Findings
from exporter.authored.located_yaml import read_yaml
from exporter.authored.picture_fault import PictureFault
from exporter.authored.raster import read_raster
from exporter.authored.svg import read_svg
from exporter.batch.plan_csv import read_csv
from exporter.checks.texts import NotReadable, paragraphs_of
from exporter.diagnostics import Unreadable
from exporter.fingerprint import sha256
from exporter.formats import FORMATS, Settings
from exporter.making import kept_layout
from exporter.making.layouts import Choice, Layout, compile_layout
from exporter.records import Pack, remember, remembered
from exporter.styles.editions import load_edition
from exporter.styles.sheets import _faults
from tests import build
from tests.hostile.attack import GUIDE, RING, START
from tests.hostile.doors.books import book
from tests.hostile.doors.photos import png
from tests.hostile.doors.web_pages import _HEAD
from tests.hostile.doors.word_files import word
from tests.unit.pdf_file import hostile


@dataclass(frozen=True, slots=True)
class Reader:
    read: Callable[[bytes], object]
    good: Callable[[], bytes]
    refuses: tuple[type[Exception], ...] = ()


def _yaml(data: bytes) -> object:
    findings = Findings()
    text = text_of(data, "x", findings)
    return None if text is None else read_yaml(text, "x", findings)


def _text(suffix: str) -> Callable[[bytes], object]:
    return lambda data: paragraphs_of(data, suffix)


_LAYOUT = Layout(Choice("everything"), "standard", "html")


@cache
def _kept() -> bytes:
    """What stands below the first line of a layout that was kept."""
    edition = load_edition("standard")
    made = compile_layout(_LAYOUT, "key", build.everything(), edition, Settings(), ())
    return b"".join(kept_layout.written(made)).partition(b"\n")[2]


def _layout(body: bytes) -> object:
    """With a first line that fits: else nothing behind it would ever be looked at."""
    first = f"exporter layout key {sha256(body)}\n".encode()
    return kept_layout.read(first + body, "key", _LAYOUT, Settings())


@cache
def _pack() -> bytes:
    return remember(Pack(partner="a", name="A", state="delivered", reason="", remarks=(), files=()))


def _turned_tiff() -> bytes:
    stream = BytesIO()
    Image.new("RGB", (9, 6), "red").save(stream, "TIFF", tiffinfo={0x0112: 6})
    return stream.getvalue()


READERS = {
    "yaml": Reader(_yaml, lambda: str(GUIDE[START]).encode()),
    "svg": Reader(read_svg, lambda: RING.encode(), (PictureFault,)),
    "photo": Reader(read_raster, lambda: png(40, 40, b"\0" * 4840), (PictureFault,)),
    "picture of another kind": Reader(read_raster, _turned_tiff, (PictureFault,)),
    "plan": Reader(lambda data: read_csv(data, "x"), lambda: b"id,name\nhill,Hill\n"),
    "style sheet": Reader(lambda data: _faults(data.decode(errors="replace")),
                          lambda: b"@media print { a { color: red } } p::before { content: 'x' }"),
    "text": Reader(_text(".md"), lambda: b"# A\n\nSome *words*.\n", (NotReadable,)),
    "web page as text": Reader(_text(".html"), _HEAD.encode, (NotReadable,)),
    "Word file as text": Reader(_text(".docx"), word, (NotReadable,)),
    "web page": Reader(FORMATS["html"].read_back, _HEAD.encode, (Unreadable,)),
    "Word file": Reader(FORMATS["docx"].read_back, word, (Unreadable,)),
    "e-book": Reader(FORMATS["epub"].read_back, book, (Unreadable,)),
    "PDF": Reader(FORMATS["pdf"].read_back, hostile.tagged, (Unreadable,)),
    "memory": Reader(lambda data: remembered(Pack, data), _pack),
    "layout": Reader(_layout, _kept),
}  # fmt: skip


def tried(name: str, data: bytes) -> None:
    """Let a reader read; whatever it raises beside what it may is raised."""
    reader = READERS[name]
    try:
        reader.read(data)
    except reader.refuses:
        return
