"""One partner's pack: the files, pages in plain words, the evidence, and a zip of it all."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from html import escape

from exporter.diagnostics import PERSON_DECIDES
from exporter.formats import as_offered, endings
from exporter.records import BuiltFile, Changes, LayoutProof, answer, layouts_told, text_of
from exporter.reports import EVIDENCE
from exporter.web_page.markup import Html
from exporter.web_page.page import page

LARGE_FILE = 5_000_000
LARGE_PACK = 10_000_000
_NO_DATE = (1980, 1, 1, 0, 0, 0)
"""Zip files cannot be without a date; the same one always gives the same bytes."""
_PAGES = ("read-me-first.html", "changes.html", "evidence.json")


@dataclass(frozen=True, slots=True, kw_only=True)
class PackFile:
    """One file of a pack."""

    record: BuiltFile
    data: bytes = field(repr=False)
    title: str
    called: str
    """Its title, edition and format, in words."""
    for_whom: str
    advice: str
    extra: tuple[tuple[str, bytes], ...] = field(default=(), repr=False)
    """Further files that lie beside it, by name."""

    @property
    def name(self) -> str:
        return self.record.file

    @property
    def document(self) -> str:
        return self.record.document

    @property
    def members(self) -> tuple[tuple[str, bytes], ...]:
        """The file and those beside it."""
        return (self.name, self.data), *self.extra


def evidence_page(document: str, *, alone: bool) -> str:
    """The name of the page about what was checked."""
    return EVIDENCE if alone else f"{document}-{EVIDENCE}"


def is_ours(name: str, partner: str, documents: Iterable[str]) -> bool:
    """Whether a file in a pack is one that this program writes there."""
    if name in _PAGES or name.endswith(EVIDENCE):
        return True
    if name.endswith(".zip"):
        return name.startswith(f"{partner}-")
    return name.endswith(endings()) and any(name.startswith(f"{one}-") for one in documents)


def pages_of(
    partner: str,
    files: tuple[PackFile, ...],
    marks: tuple[str, ...],
    changes: tuple[tuple[str, Changes], ...],
) -> dict[str, bytes]:
    """The pages in plain words that go with the files."""
    return {
        "read-me-first.html": _read_me_first(partner, files, marks),
        "changes.html": _changes(partner, changes, files),
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
        f"{file.name} is {size(len(file.data))}: too large for many e-mail accounts."
        for file in files
        if len(file.data) > LARGE_FILE
    ]
    total = sum(len(file.data) for file in files)
    if total > LARGE_PACK:
        said.append(f"The pack is {size(total)}: send a link to it, not the files.")
    return said


def evidence(
    partner: str, files: tuple[PackFile, ...], layouts: Mapping[str, LayoutProof]
) -> bytes:
    """What was checked, for machines: each file, and the layout that it was stamped from."""
    told = answer(partner=partner, files=tuple(file.record for file in files))
    return text_of(
        {**told, "layouts": layouts_told(layouts), "a_person_decides": list(PERSON_DECIDES)}
    )


# ---- read-me-first ----------------------------------------------------------------------------


def _read_me_first(partner: str, files: tuple[PackFile, ...], marks: tuple[str, ...]) -> bytes:
    order = as_offered({file.record.format for file in files})
    ordered = sorted(files, key=lambda f: (f.document, order.index(f.record.format)))
    rows = "".join(f"<li>{_told(file)}</li>" for file in ordered)
    titles = " and ".join(dict.fromkeys(f"“{file.title}”" for file in files))
    warning = "".join(f"<p><strong>{escape(mark)}</strong></p>" for mark in marks)
    documents = dict.fromkeys(file.document for file in files)
    pages = "".join(
        f'<li><a href="{evidence_page(document, alone=len(documents) == 1)}">What we checked'
        f"{'' if len(documents) == 1 else f' in {escape(document)}'}</a></li>"
        for document in documents
    )
    advice = "".join(f"{escape(one)} " for one in dict.fromkeys(f.advice for f in ordered) if one)
    body = (
        f"<h1>Your files, {escape(partner)}</h1>{warning}"
        f"<p>These are the files of {escape(titles)}. "
        "Give each reader the one that suits them, and offer them all at the same time.</p>"
        f"<h2>Which file is for whom</h2><ul>{rows}</ul>"
        '<h2>More about these files</h2><ul><li><a href="changes.html">What has changed since the '
        f"version before</a></li>{pages}"
        '<li><a href="evidence.json">What was checked, for machines</a></li></ul>'
        f"<p>{advice}No program can say that a text is easy to read: ask "
        "people with learning disabilities.</p>"
    )
    return page(f"Read me first: {partner}", Html(body), language="en-GB")


def _told(file: PackFile) -> str:
    """A file's name as a link, for whom it is, and how large."""
    number = file.record.pages
    pages = f"{number} pages" if number > 1 else "1 page" if number else ""
    facts = ", ".join(fact for fact in (pages, size(len(file.data))) if fact)
    for_whom = f"{_EDITIONS.get(file.record.edition, '')} {file.for_whom}".strip()
    return (
        f'<a href="{escape(file.name)}">{escape(file.called)}</a>'
        f"<br>{escape(for_whom)} <span>({facts})</span>"
    )


_EDITIONS = {
    "standard": "For most readers.",
    "large-print": "For people who read large print.",
    "easy-read": (
        "For people with learning disabilities, and for all who like short words and pictures."
    ),
    "giant-print": "For people who need very large print.",
    "extra-spacing": "For people who read better with more space, for example with dyslexia.",
}


# ---- changes ----------------------------------------------------------------------------------


def _changes(
    partner: str, changes: tuple[tuple[str, Changes], ...], files: tuple[PackFile, ...]
) -> bytes:
    titles = {file.document: file.title for file in files}
    parts = "".join(
        f"<h2>{escape(titles[document])}</h2>{_changed(found)}"
        for document, found in changes
        if document in titles
    )
    body = f"<h1>What has changed, {escape(partner)}</h1>{parts}"
    return page(f"What has changed: {partner}", Html(body), language="en-GB")


def _changed(found: Changes) -> str:
    if not found.since:
        return "<p>This is the first version that this program knows of.</p>"
    lists = (
        ("The words of these parts have changed:", found.changed),
        ("These parts are new:", found.new),
        ("These parts are no longer there:", found.gone),
    )
    told = [
        f"<p>{words}</p><ul>{''.join(f'<li>{escape(part)}</li>' for part in some)}</ul>"
        for words, some in lists
        if some
    ]
    since = f"<p>The version before was {escape(found.since)}.</p>"
    return since + ("".join(told) or "<p>The words are the same as in the version before.</p>")


def size(count: int) -> str:
    return f"{count / 1_000_000:.1f} MB" if count >= 100_000 else f"{count / 1000:.0f} KB"
