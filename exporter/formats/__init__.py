"""The formats: every one in a module of its own, and nowhere else.

To add one, write a `Format` and put it into FORMATS. Everything else asks here: what is built,
what a file is called and for whom it is, who writes, reads, proves, judges and explains it.
No module but writers, readers, file rules and proofs knows a format by its name.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePath

from exporter import fingerprint
from exporter.formats.docx import DOCX
from exporter.formats.epub import EPUB
from exporter.formats.format import Engine, Format, Looked, Medium, Validator
from exporter.formats.html import HTML
from exporter.formats.pdf import PDF
from exporter.formats.settings import BITMAPS, PdfEngine, PdfStandard, Settings
from exporter.model import Words

FORMATS: dict[str, Format] = {one.name: one for one in (PDF, DOCX, HTML, EPUB)}
"""In the order in which they are listed everywhere."""

_MEDIA: tuple[Medium, ...] = ("screen", "paper")


def asked_for(names: Iterable[str], settings: Settings) -> tuple[str, ...]:
    """The formats to build: those named, or all that are built unasked.

    For a print shop only formats are made that a print shop takes.
    """
    if settings.print_shop:
        return tuple(one.name for one in FORMATS.values() if "print_shop" in one.heeds)
    return offered(names)


def offered(names: Iterable[str]) -> tuple[str, ...]:
    """The formats that readers are told of: those named, or all that are built unasked."""
    return tuple(names) or tuple(one.name for one in FORMATS.values() if one.default)


def called(names: Iterable[str], words: Words) -> tuple[str, ...]:
    """What people call these formats, in the order of FORMATS."""
    wanted = set(names)
    return tuple(one.called_in(words) for name, one in FORMATS.items() if name in wanted)


def shared() -> str:
    """What files of all formats depend on, as one hash: our code, libraries of no one format."""
    own = {library for one in FORMATS.values() for library in one.libraries}
    others = tuple(one for one in fingerprint.libraries() if one not in own)
    return fingerprint.key_of(fingerprint.of_code(), fingerprint.versions(others))


def key_of(name: str, settings: Settings) -> str:
    """What every file of a format depends on, as one hash.

    The options that other formats heed and the libraries that only they need do not count.
    """
    chosen = FORMATS[name]
    versions = fingerprint.versions(chosen.libraries)
    return fingerprint.key_of(name, shared(), versions, chosen.options(settings))


def as_offered(names: Iterable[str]) -> tuple[str, ...]:
    """Formats in the order in which they are offered to readers: the web page first (GOV.UK)."""
    order = list(FORMATS)
    return tuple(
        sorted(names, key=lambda name: (_MEDIA.index(FORMATS[name].medium), order.index(name)))
    )


def of_file(suffix: str) -> Format | None:
    """The format of files whose names end so, with or without the dot; None for others."""
    wanted = suffix.lower().removeprefix(".")
    return next((one for one in FORMATS.values() if wanted in one.suffixes), None)


def with_pages() -> tuple[str, ...]:
    """The formats whose files have pages that a browser shows as they are on paper."""
    return tuple(one.name for one in FORMATS.values() if one.viewed_as)


def viewed_as(file: str) -> str:
    """As what a browser shows the pages of a file, by its name; empty where it cannot."""
    known = of_file(PurePath(file).suffix)
    return known.viewed_as if known else ""


def endings() -> tuple[str, ...]:
    """How the names of the files end that we make, further files among them."""
    return tuple(end for one in FORMATS.values() for end in (f".{one.suffix}", *one.extra))


def suffixes() -> tuple[str, ...]:
    """How the names of files end that can be read, with the dot, in order."""
    return tuple(sorted(f".{suffix}" for one in FORMATS.values() for suffix in one.suffixes))


__all__ = [
    "BITMAPS",
    "FORMATS",
    "Engine",
    "Format",
    "Looked",
    "PdfEngine",
    "PdfStandard",
    "Settings",
    "Validator",
    "as_offered",
    "asked_for",
    "called",
    "endings",
    "key_of",
    "of_file",
    "offered",
    "shared",
    "suffixes",
    "viewed_as",
    "with_pages",
]
