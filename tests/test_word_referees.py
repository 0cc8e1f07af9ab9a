"""Programs of other people find nothing wrong with any Word file, in any edition.

And they do find what they are here for: each fault of the list is spoiled into a good file.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from exporter.file_rules.docx import check
from tests.conftest import built
from tests.unit.file_rules.docx.spoiling import (
    DOCUMENT,
    FOOTER,
    NUMBERING,
    STYLES,
    TYPES,
    Spoil,
    after,
    change,
    decorative,
    good,
    rewrite,
    spoiled,
)
from tests.word_files import LONGEST, NAMES, word_file
from tests.word_referees import docx_integrity_finds, open_xml_sdk_finds, openxml_audit_finds

REFEREES: dict[str, Callable[[Path], list[str]]] = {
    "sdk": open_xml_sdk_finds,
    "audit": openxml_audit_finds,
    "integrity": docx_integrity_finds,
}
DEAD_FIELD = (
    '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF nowhere \\h '
    '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>there</w:t>'
    '</w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
)

FAULTS: dict[str, tuple[Spoil, str, str]] = {
    "children in the wrong order": (
        rewrite(DOCUMENT, "(<w:tblW [^>]*/>)(<w:tblLayout [^>]*/>)", r"\2\1"),
        "word-order",
        "sdk audit",
    ),
    "a colour with a sign before it": (
        change(STYLES, 'w:color w:val="0F5C63"', 'w:color w:val="#0F5C63"'),
        "word-colour-value",
        "sdk audit",
    ),
    "numbers before their lists": (
        rewrite(NUMBERING, "(<w:abstractNum .*</w:abstractNum>)(<w:num .*</w:num>)", r"\2\1"),
        "word-order",
        "sdk audit",
    ),
    "a drawing's number twice": (
        change(DOCUMENT, 'docPr id="2"', 'docPr id="1"'),
        "word-picture-number-twice",
        "sdk",
    ),
    "a picture that is not there": (
        rewrite(DOCUMENT, 'a:blip r:embed="[^"]*"', 'a:blip r:embed="rIdX"'),
        "word-picture-lost",
        "sdk audit integrity",
    ),
    "a note that is not there": (
        rewrite(DOCUMENT, 'endnoteReference w:id="1"', 'endnoteReference w:id="7"'),
        "word-note-lost",
        "audit",
    ),
    "a drawing of no known kind": (
        change(TYPES, '<Default Extension="svg" ContentType="image/svg+xml"/>', ""),
        "word-part-kind",
        "sdk integrity",
    ),
    "a list that is not there": (
        change(DOCUMENT, '<w:numId w:val="1"/>', '<w:numId w:val="77"/>'),
        "word-number-missing",
        "audit integrity",
    ),
    "a style that is not there": (
        change(DOCUMENT, 'pStyle w:val="BodyText"', 'pStyle w:val="Gone"'),
        "word-style-missing",
        "audit integrity",
    ),
    "a cell without a paragraph": (
        rewrite(
            DOCUMENT,
            r"(</w:tcPr>)(?:(?!</w:tc>).)*Everyone chooses(?:(?!</w:tc>).)*",
            r"\1",
        ),
        "word-table-cell-open",
        "audit",
    ),
    "a link to a bookmark that is not there": (
        rewrite(DOCUMENT, 'w:anchor="two"', 'w:anchor="three"'),
        "word-link-dead",
        "",
    ),
    "a field that refers to one": (
        after("Words of the inner part.", DEAD_FIELD),
        "word-link-dead",
        "",
    ),
    "a field without an end": (
        rewrite(FOOTER, '<w:r><w:fldChar w:fldCharType="end"/></w:r>', ""),
        "word-field-open",
        "",
    ),
    "a bookmark twice": (
        change(DOCUMENT, 'w:name="researcher"', 'w:name="one"'),
        "word-bookmark-twice",
        "",
    ),
    "a column too many": (
        change(DOCUMENT, "</w:tblGrid>", '<w:gridCol w:w="9"/></w:tblGrid>'),
        "word-table-grid",
        "integrity",
    ),
    "a decorative mark that Word does not know": (
        change(DOCUMENT, "{C183D7F6", "{C183D7F7"),
        "word-decorative-mark",
        "",
    ),
}
"""Spoiled files, the rule of ours that names each, and the referees that see it."""


@pytest.mark.parametrize("referee", REFEREES)
@pytest.mark.parametrize("name", NAMES)
def test_a_referee_finds_nothing(name: str, referee: str, tmp_path: Path) -> None:
    file = tmp_path / f"{name}.docx"
    file.write_bytes(word_file(name).data)
    assert REFEREES[referee](file) == []


def test_every_document_that_make_built_is_judged_and_the_longest_in_every_edition() -> None:
    files = list(built("docx"))
    longest = {file.stem for file in files if file.parent.name == LONGEST}
    assert longest <= set(NAMES)
    assert {f"{file.parent.name}-easy-read" for file in files} <= set(NAMES)


@pytest.mark.parametrize("fault", FAULTS)
def test_our_checker_names_each_fault_and_nothing_else(fault: str) -> None:
    _, code, _ = FAULTS[fault]
    assert {finding.code for finding in check(_with(fault))} == {code}


@pytest.mark.parametrize("referee", REFEREES)
@pytest.mark.parametrize("fault", FAULTS)
def test_a_referee_finds_the_faults_that_it_is_here_for(
    fault: str, referee: str, tmp_path: Path
) -> None:
    file = tmp_path / "spoiled.docx"
    file.write_bytes(_with(fault))
    assert bool(REFEREES[referee](file)) == (referee in FAULTS[fault][2].split())


def _with(fault: str) -> bytes:
    make = decorative if "decorative" in fault else good
    return spoiled(make(), FAULTS[fault][0])
