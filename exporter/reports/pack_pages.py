"""One partner's pack: the files, pages in plain words, the evidence, and a zip of it all."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from exporter import languages
from exporter.diagnostics import PERSON_DECIDES
from exporter.formats import as_offered, endings
from exporter.records import BuiltFile, Changes, LayoutProof, answer, layouts_told, text_of
from exporter.reports import EVIDENCE
from exporter.reports.saying import Saying
from exporter.web_page.markup import Html, element, escape, join
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
    language: str
    """That of its title."""
    kind: str
    """Its edition and format, in words."""
    for_whom: str
    advice: str
    extra: tuple[tuple[str, bytes], ...] = field(default=(), repr=False)
    """Further files that lie beside it, by name."""

    @property
    def name(self) -> str:
        return self.record.file

    @property
    def called(self) -> str:
        return f"{self.title}: {self.kind}"

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
    say: Saying,
) -> dict[str, bytes]:
    """The pages in plain words that go with the files."""
    return {
        "read-me-first.html": _read_me_first(partner, files, marks, say),
        "changes.html": _changes(partner, changes, files, say),
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


def remarks(files: tuple[PackFile, ...], say: Saying) -> list[str]:
    """What is worth a remark: files and packs that are too large for an e-mail."""
    said = [
        f"{file.name} is {say.size(len(file.data))}: too large for many e-mail accounts."
        for file in files
        if len(file.data) > LARGE_FILE
    ]
    total = sum(len(file.data) for file in files)
    if total > LARGE_PACK:
        said.append(f"The pack is {say.size(total)}: send a link to it, not the files.")
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


def _read_me_first(
    partner: str, files: tuple[PackFile, ...], marks: tuple[str, ...], say: Saying
) -> bytes:
    order = as_offered({file.record.format for file in files})
    ordered = sorted(files, key=lambda f: (f.document, order.index(f.record.format)))
    titles = say.listing([f"“{title}”" for title in dict.fromkeys(f.title for f in files)])
    advice = [*dict.fromkeys(f.advice for f in ordered if f.advice), say("first-people")]
    documents = list(dict.fromkeys(file.document for file in files))
    several = len({languages.primary(file.language) for file in files}) > 1
    return page(
        say("first", partner=partner),
        element("h1", escape(say("first-heading", partner=partner))),
        *(element("p", element("strong", say.marked(mark))) for mark in marks),
        element("p", escape(say("first-files", titles=titles))),
        element("h2", escape(say("first-whom"))),
        element("ul", *(element("li", _told(file, say, several=several)) for file in ordered)),
        element("h2", escape(say("first-more"))),
        element(
            "ul",
            element("li", _link("changes.html", say("first-changed"))),
            *(element("li", _evidence_link(one, documents, say)) for one in documents),
            element("li", _link("evidence.json", say("first-machines"))),
        ),
        element("p", escape(" ".join(advice))),
        language=say.language,
        direction=say.direction,
    )


def _told(file: PackFile, say: Saying, *, several: bool) -> Html:
    """A file's name as a link, for whom it is, and how large; of `several` languages, in which it
    is, as its readers call it."""
    own = say.marked(languages.called(file.language), file.language)
    pages = file.record.pages
    facts = [say("pages", number=pages)] if pages else []
    edition = dict(say.words.entries).get(f"report-for-{file.record.edition}", "")
    for_whom = " ".join(filter(None, (edition, file.for_whom)))
    return join(
        element(
            "a",
            say.marked(file.title, file.language),
            escape(f": {file.kind}"),
            *((escape(", "), own) if several else ()),
            href=file.name,
        ),
        element("br"),
        escape(f"{for_whom} "),
        element("span", escape(f"({', '.join([*facts, say.size(len(file.data))])})")),
    )


def _evidence_link(document: str, documents: list[str], say: Saying) -> Html:
    alone = len(documents) == 1
    words = say("first-checked") if alone else say("first-checked-in", document=document)
    return _link(evidence_page(document, alone=alone), words)


def _link(target: str, words: str) -> Html:
    return element("a", escape(words), href=target)


# ---- changes ----------------------------------------------------------------------------------


def _changes(
    partner: str,
    changes: tuple[tuple[str, Changes], ...],
    files: tuple[PackFile, ...],
    say: Saying,
) -> bytes:
    first = {file.document: file for file in reversed(files)}
    return page(
        say("changed", partner=partner),
        element("h1", escape(say("changed-heading", partner=partner))),
        *(
            join(
                element("h2", say.marked(first[document].title, first[document].language)),
                *_changed(found, first[document].language, say),
            )
            for document, found in changes
            if document in first
        ),
        language=say.language,
        direction=say.direction,
    )


def _changed(found: Changes, language: str, say: Saying) -> Iterator[Html]:
    if found.first:
        yield element("p", escape(say("changed-first")))
        return
    since = found.since or say("changed-no-number")
    yield element("p", escape(say("changed-since", version=since)))
    lists = (("words", found.changed), ("new", found.new), ("gone", found.gone))
    for key, some in lists:
        if some:
            yield element("p", escape(say(f"changed-{key}")))
            yield element("ul", *(element("li", say.marked(part, language)) for part in some))
    if not any(some for _, some in lists):
        yield element("p", escape(say("changed-nothing")))
