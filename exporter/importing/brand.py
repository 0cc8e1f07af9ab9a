"""A draft of a brand: who publishes a file, as its headers, footers and logo say."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

from exporter.authored import values
from exporter.diagnostics import SourceError
from exporter.importing.decide.decisions import Decisions
from exporter.importing.decide.names import Names
from exporter.importing.decide.pictures import ALT, Pictures
from exporter.importing.decide.signs import plain
from exporter.importing.walk.pieces import Shown, Walked, words_of
from exporter.importing.walk.word_margins import is_page_number
from exporter.importing.write.lines import value
from exporter.model import Picture
from exporter.styles.brands import read_brand

_ACCENT, _SECOND = "#0f5c63", "#c9862b"
"""The colours of the starter, where a file has none of its own."""
_LONGEST = 160
_EMAIL = re.compile(r"[^\s@<>,;:|]+@[^\s@<>,;:|]+\.[A-Za-z]{2,}")
_PHONE = re.compile(r"\+?\(?\d[\d ()]{8,}\d")
_PAGE = re.compile(r"\bpage \d+(?: of \d+)?\b", re.IGNORECASE)
_WEB = re.compile(r"(?:https?://|www\.)[^\s<>|,;]+[^\s<>|,;.)]")


def brand_of(walked: Walked, name: str) -> dict[str, bytes]:
    """The files of a brand draft by their names below styles/brands; none where nothing is known.

    A draft that would not load is made smaller until it does.
    """
    paras = [one for one in (*walked.header, *walked.footer) if not is_page_number(one)]
    lines = [words for one in paras if (words := words_of(one.inlines))]
    logo = _logo(walked)
    if not lines and logo is None and not walked.publisher:
        return {}
    text = " | ".join(lines)
    publisher = walked.publisher or (lines[0] if lines and walked.header else "")
    legal = _PAGE.sub("", " ".join(words for words in lines if words != publisher)).strip()
    for with_logo, with_contact, with_legal in ((1, 1, 1), (0, 1, 1), (0, 0, 1), (0, 0, 0)):
        shown = logo if with_logo else None
        wanted = list(_contacts(text)) if with_contact else []
        made = _typed(walked, publisher, legal if with_legal else "", wanted, shown, name)
        files = {f"{name}.yaml": made.encode()}
        if shown is not None:
            files[_file(name, shown)] = shown.data
        if _loads(files, name):
            return files
    return {}


def _typed(
    walked: Walked, publisher: str, legal: str, contacts: list[str], logo: Picture | None, name: str
) -> str:
    decisions = Decisions()
    publisher = plain(publisher, decisions, 0) or "TO WRITE: who publishes this"
    lines = [
        f"# A draft, from the header and the footer of {walked.file}. Look at each line.",
        f"publisher: {value(publisher[:_LONGEST])}",
        "colours:",
        f'  accent: "{walked.accent or _ACCENT}"',
        f'  second: "{_SECOND}"',
        "adjust: nearest",
    ]
    if logo is not None:
        alt = publisher if logo.alt in ("", ALT) else logo.alt
        lines += ["logo:", f"  file: {_file(name, logo)}", f"  alt: {value(alt)}"]
    if contacts:
        lines += ["contact:", *(f"  - {one}" for one in contacts)]
    legal = plain(legal, decisions, 0)
    if legal and len(legal) <= _LONGEST:
        lines.append(f"legal_line: {value(legal)}")
    return "\n".join(lines) + "\n"


def _contacts(text: str) -> Iterator[str]:
    phone = next((one for one in _PHONE.findall(text) if values.phone(one)), "")
    email = next((one for one in _EMAIL.findall(text) if values.email(one)), "")
    web = next(iter(_WEB.findall(text)), "")
    for kind, words in (("phone", phone), ("email", email), ("web", web)):
        if words:
            yield f"{kind}: {value(words)}"


def _logo(walked: Walked) -> Picture | None:
    """The first picture of the headers and footers that can be printed."""
    pictures = Pictures(walked, Names(), Decisions())
    for para in (*walked.header, *walked.footer):
        for one in para.inlines:
            if isinstance(one, Shown) and pictures.shown(one, 0):
                return pictures.made[-1].picture
    return None


def _file(name: str, logo: Picture) -> str:
    return f"{name}-logo.{'jpg' if logo.media == 'jpeg' else logo.media}"


def _loads(files: dict[str, bytes], name: str) -> bool:
    with tempfile.TemporaryDirectory(prefix="exporter-brand-") as folder:
        for file, data in files.items():
            (Path(folder) / file).write_bytes(data)
        try:
            read_brand(name, Path(folder) / f"{name}.yaml")
        except SourceError:
            return False
    return True
