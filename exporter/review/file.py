"""review.yaml on disk: written so that people can read it, and read with the place of any fault."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from exporter.authored.files import MOST_TEXT, Folder, text_of
from exporter.authored.findings import Findings
from exporter.authored.located_yaml import read_yaml
from exporter.diagnostics import Place, SourceError
from exporter.fingerprint import write_whole
from exporter.review.reading import Reader
from exporter.review.records import Check, Codes, Record, Review

FILE = "review.yaml"

_HEADER = """\
# Who looked at the easy read of this document, when, and what they said. The oldest comes first.
#   matches: an author says that the easy read says what the text says.
#   checked: a group of people with learning disabilities looked at it.
# Written by  exporter review record.  Keep this file with the document.
# The codes show whether words or pictures have changed since. Please do not change them.
"""


def read_review(folder: Path) -> Review | None:
    """The review of the document in this folder; None where nobody has reviewed it yet.

    Raises SourceError with every fault of the file, each with its line.
    """
    path = folder / FILE
    if not path.exists() and not path.is_symlink():
        return None
    within, findings = Folder(folder), Findings()
    file = within.file(FILE)
    data = within.read(FILE, MOST_TEXT, findings, Place(file))
    text = text_of(data, file, findings) if data is not None else None
    located = read_yaml(text, file, findings) if text is not None else None
    reader = Reader(located) if located is not None else None
    review = reader.review() if reader else None
    faults = [*findings, *(reader.faults if reader else ())]
    if review is None or faults:
        raise SourceError(faults)
    return review


def write_review(folder: Path, review: Review) -> Path:
    """Write review.yaml, whole or not at all."""
    file = folder / FILE
    write_whole(file, as_yaml(review))
    return file


def as_yaml(review: Review) -> bytes:
    """The review as it stands in its file; the same review always gives the same bytes."""
    data = {"records": [dict(_pairs(record)) for record in review.records]}
    text = yaml.dump(data, Dumper=_Indented, allow_unicode=True, sort_keys=False, width=1_000_000)
    return f"{_HEADER}\n{text}".encode()


def _pairs(record: Record) -> Iterator[tuple[str, Any]]:
    """The keys of a record that have something to say, in the order in which people read them."""
    yield "kind", record.kind
    if record.who:
        yield "who", record.who
    if isinstance(record, Check):
        yield "named", record.named
    yield "when", record.when
    if isinstance(record, Check):
        if record.said:
            yield "said", list(record.said)
        yield from _codes("accepted", record.accepted)
        yield from _codes("rows", record.rows)
    yield from _codes("written_for", record.written_for)


def _codes(key: str, codes: Codes) -> Iterator[tuple[str, Any]]:
    if codes:
        yield key, dict(codes)


class _Indented(yaml.SafeDumper):
    """Lists stand further right than their key, as in all our files; nothing is a label."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: Any) -> bool:
        return True
