"""What each key of a source is for: a closed table, held equal to the schema by a test.

It is written by hand and shares nothing with the loader, so that a key which the loader forgets is
missed here. `*` stands for any name, `[]` for any item of a list.
"""

from __future__ import annotations

from enum import Enum

from exporter.known import known


class Kind(Enum):
    """What an author types under a key."""

    PROSE = "text with marks"
    WORDS = "plain words"
    NAME = "the name of something else in the document"
    ADDRESS = "where a link leads"
    SETTING = "a choice: it changes how things are shown"
    DESK = "for those who make the document; never shown"


LAYERS = ("summary", "body", "detail")
"""The layers of a section that are prose; easy read is rows."""

_P, _W, _N, _A, _S, _D = Kind

_SECTION = {
    "heading": _W, "picture": _N, "summary": _P, "body": _P, "detail": _P, "easy_read": _S,
    "easy_read.[].text": _P, "easy_read.[].picture": _N, "easy_read.[].picture.[]": _N,
    "easy_read.[].number": _W, "easy_read.[].word": _N, "easy_read.[].media": _N,
    "easy_read.[].contact": _N, "easy_read.[].chart": _N, "easy_read.[].question": _S,
    "easy_read.[].answers.[]": _P, "easy_read.[].spoken": _S,
    "numbered": _S,
    "tables.*.columns.*": _W, "tables.*.rows.[].*": _P, "tables.*.file": _S,
    "tables.*.header_column": _S, "tables.*.show_as": _S,
    "charts.*.kind": _S, "charts.*.labels": _W, "charts.*.unit": _W, "charts.*.unit.*": _W,
    "charts.*.whole": _W, "charts.*.series.*": _W, "charts.*.values.[].*": _W,
    "charts.*.file": _S, "charts.*.data": _S, "charts.*.alt": _W,
    "numbers.*.[].value": _W, "numbers.*.[].label": _P,
    "numbers.*.[].parts.[].value": _W, "numbers.*.[].parts.[].label": _P,
    "media.*.kind": _S, "media.*.link": _A, "media.*.title": _W, "media.*.minutes": _S,
    "media.*.captions": _S, "media.*.signed": _S, "media.*.described": _S,
    "media.*.transcript": _A, "media.*.picture": _N,
    "accept.rule": _D, "accept.because": _D, "accept.[].rule": _D, "accept.[].because": _D,
    "allow.rule": _D, "allow.because": _D, "allow.[].rule": _D, "allow.[].because": _D,
}  # fmt: skip

SECTION: dict[str, Kind] = {
    **_SECTION,
    "appendix": _S,
    "sections.[].id": _N,
    **{f"sections.[].{key}": kind for key, kind in _SECTION.items()},
}
"""A section file; a sub-section may hold sub-sections of the same keys, and so on."""

DOCUMENT: dict[str, Kind] = {
    "title": _W, "subtitle": _W, "easy_subtitle": _W, "language": _S, "languages.[]": _S,
    "version": _W,
    "date": _W, "updated": _W, "status": _S, "description": _W, "keywords.[]": _W, "cover": _N,
    "contents": _S, "page_size": _S, "part_links": _S,
    "authors.[].name": _W, "authors.[].role": _W, "authors.[].email": _D,
    "contacts.*.name": _W, "contacts.*.email": _W, "contacts.*.phone": _W, "contacts.*.web": _W,
    "contacts.*.social": _W, "contacts.*.post.[]": _W,
    "imprint": _W, "published": _A, "formats.[]": _S,
    "organisations.*.name": _W, "organisations.*.role": _S, "organisations.*.logo": _N,
    "abbreviations.*": _W,
    "pictures.*.file": _S, "pictures.*.drawing": _S, "pictures.*.symbol": _S,
    "pictures.*.alt": _W,
    "pictures.*.decorative": _S, "pictures.*.description": _P, "pictures.*.credit": _W,
    "pictures.*.licence": _W, "pictures.*.source": _D, "pictures.*.consent": _D,
    "pictures.*.diagram": _S, "pictures.*.chart": _S, "pictures.*.items": _S,
    "pictures.*.values": _S, "pictures.*.parts": _S,
    "references.*.cite": _W, "references.*.text": _P, "references.*.link": _A,
    "glossary.*.word": _W, "glossary.*.also.[]": _S,
    "glossary.*.forms.[]": _S, "glossary.*.meaning": _P,
    "glossary.*.easy": _P, "glossary.*.picture": _N,
    "words.[].say": _D, "words.[].instead_of": _D, "words.[].instead_of.[]": _D,
    "sections.[]": _N,
    "accept.rule": _D, "accept.because": _D, "accept.[].rule": _D, "accept.[].because": _D,
    "allow.rule": _D, "allow.because": _D, "allow.[].rule": _D, "allow.[].because": _D,
}  # fmt: skip
"""The file document.yaml. An author's own address is for the desk: readers get contacts."""


_INNER = ("sections", "[]")


def kind_of(path: tuple[str, ...], table: dict[str, Kind]) -> Kind | None:
    """The kind of the key at this path; None for a key that no table knows."""
    return table.get(".".join(_general(path, table)))


def _general(path: tuple[str, ...], table: dict[str, Kind]) -> tuple[str, ...]:
    """The path with `*` for names, and one sub-section for sub-sections of any depth."""
    general: tuple[str, ...] = ()
    there = _beginnings(table)
    for step in path:
        named = (*general, step) in there
        deeper = general[-2:] == _INNER and step == "sections"
        general = (*general, step if named or deeper or step == "[]" else "*")
        if general[-4:] == _INNER * 2:
            general = general[:-2]
    return general


@known
def _beginnings(table: dict[str, Kind]) -> frozenset[tuple[str, ...]]:
    """Every path of a table, and every beginning of one."""
    paths = [tuple(key.split(".")) for key in table]
    return frozenset(path[:end] for path in paths for end in range(1, len(path) + 1))
