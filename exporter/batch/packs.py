"""One partner's pack: the files, two pages in plain words, the evidence, and a zip of it all."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from html import escape
from typing import Any

from exporter.batch.plan import Partner
from exporter.model import Words

LARGE_FILE = 5_000_000
LARGE_PACK = 10_000_000
_NO_DATE = (1980, 1, 1, 0, 0, 0)
"""Zip files cannot be without a date; the same one always gives the same bytes."""


@dataclass(frozen=True, slots=True)
class PackFile:
    """One file of a pack. `pages` is 0 where a format has none."""

    name: str
    data: bytes = field(repr=False)
    document: str
    title: str
    edition: str
    format: str
    pages: int
    record: dict[str, Any]


def pages_of(
    partner: Partner, files: tuple[PackFile, ...], changes: dict[str, list[str]], words: Words
) -> dict[str, bytes]:
    """The pages that go with the files: read-me-first, changes, evidence."""
    return {
        "read-me-first.html": _read_me_first(partner, files, words),
        "changes.html": _changes(partner, changes, files, words),
        "evidence.json": _evidence(partner, files),
    }


def zipped(members: Iterable[tuple[str, bytes]]) -> bytes:
    """A zip with the same bytes for the same members. PDF and Word are compressed already."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, data in members:
            info = zipfile.ZipInfo(name, _NO_DATE)
            info.external_attr = 0o644 << 16
            info.create_system = 3
            archive.writestr(info, data)
    return buffer.getvalue()


def remarks(files: tuple[PackFile, ...]) -> list[str]:
    """What is worth a remark: files and packs that are too large for an e-mail."""
    said = [
        f"{file.name} is {_size(len(file.data))}: too large for many e-mail accounts."
        for file in files
        if len(file.data) > LARGE_FILE
    ]
    total = sum(len(file.data) for file in files)
    if total > LARGE_PACK:
        said.append(f"The pack is {_size(total)}: send a link to it, not the files.")
    return said


_FORMATS = ("html", "pdf", "docx")
"""In the order in which they are offered: the web page first (GOV.UK)."""


def _read_me_first(partner: Partner, files: tuple[PackFile, ...], words: Words) -> bytes:
    rows = []
    ordered = sorted(files, key=lambda f: (f.document, _FORMATS.index(f.format), f.edition))
    for file in ordered:
        pages = f"{file.pages} pages" if file.pages > 1 else ""
        facts = ", ".join(fact for fact in (pages, _size(len(file.data))) if fact)
        rows.append(
            f'<li><a href="{escape(file.name)}">{escape(_called(file, words))}</a>'
            f"<br>{escape(_for_whom(file))} <span>({facts})</span></li>"
        )
    titles = " and ".join(dict.fromkeys(f"“{file.title}”" for file in files))
    body = (
        f"<h1>Your files, {escape(partner.name)}</h1>"
        f"<p>These are the files of {escape(titles)}. They all say the same. "
        "Give each reader the one that suits them, and offer them all at the same time.</p>"
        f"<h2>Which file is for whom</h2><ul>{''.join(rows)}</ul>"
        '<h2>More about these files</h2><ul><li><a href="changes.html">What has changed since the '
        'version before</a></li><li><a href="evidence.json">What was checked, and how '
        "(for machines)</a></li></ul>"
        "<p>Put the web page on your website first, and the other files beside it. No program can "
        "say that a text is easy to read: ask people with learning disabilities.</p>"
    )
    return page_of(f"Read me first: {partner.name}", body)


def _called(file: PackFile, words: Words) -> str:
    edition = words(f"formats-{file.edition}")
    return f"{file.title}: {edition}, {words(f'formats-file-{file.format}')}"


_EDITIONS = {
    "standard": "For most readers.",
    "large-print": "For people who read large print.",
    "easy-read": (
        "For people with learning disabilities, and for all who like short words and pictures."
    ),
    "giant-print": "For people who need very large print.",
    "extra-spacing": "For people who read better with more space, for example with dyslexia.",
}
_USES = {
    "html": "For your website and for phones.",
    "pdf": "To print, or to send.",
    "docx": "To change the size or the colours in Word.",
}


def _for_whom(file: PackFile) -> str:
    return f"{_EDITIONS.get(file.edition, '')} {_USES[file.format]}".strip()


def _changes(
    partner: Partner, changes: dict[str, list[str]], files: tuple[PackFile, ...], words: Words
) -> bytes:
    parts = [f"<h1>What has changed, {escape(partner.name)}</h1>"]
    titles = {file.document: file.title for file in files}
    for document, sections in sorted(changes.items()):
        if document not in titles:
            continue
        parts.append(f"<h2>{escape(titles[document])}</h2>")
        if not sections:
            parts.append("<p>This is the first version that this program knows of.</p>")
        elif sections == ["none"]:
            parts.append("<p>The words are the same as in the version before.</p>")
        else:
            listed = "".join(f"<li>{escape(section)}</li>" for section in sections)
            parts.append(f"<p>The words of these parts have changed:</p><ul>{listed}</ul>")
    return page_of(f"What has changed: {partner.name}", "".join(parts))


def _evidence(partner: Partner, files: tuple[PackFile, ...]) -> bytes:
    value = {"partner": partner.id, "files": [file.record for file in files]}
    return (json.dumps(value, indent=2, ensure_ascii=False) + "\n").encode()


def page_of(title: str, body: str) -> bytes:
    """A small, calm page that needs nothing else."""
    return (
        '<!DOCTYPE html>\n<html lang="en-GB"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>{_STYLE}</style></head>"
        f"<body><main>{body}</main></body></html>\n"
    ).encode()


_STYLE = (
    "body{font:1.125rem/1.5 Arial,Helvetica,sans-serif;color:#1f2933;background:#fff;margin:0}"
    "main{max-width:44rem;margin:0 auto;padding:2rem 1.25rem}"
    "h1{font-size:2rem;line-height:1.2}h2{font-size:1.4rem;margin-top:2rem}"
    "li{margin:.6rem 0}a{color:#0b4a6f}a:focus{outline:3px solid #1f2933;outline-offset:2px}"
    "table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.5rem .75rem .5rem 0;"
    "border-bottom:1px solid #9aa3ab;vertical-align:top}caption{text-align:left;font-weight:bold}"
    "button{font:inherit;font-weight:bold;background:none;border:0;padding:0;cursor:pointer;"
    "text-decoration:underline}img{max-width:100%;height:auto;border:1px solid #9aa3ab}"
)


def _size(count: int) -> str:
    return f"{count / 1_000_000:.1f} MB" if count >= 100_000 else f"{count / 1000:.0f} KB"
