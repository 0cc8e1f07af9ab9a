"""Whatever people write, the checks read it to the end and say where."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exporter.checks import RULES, check, check_text
from exporter.checks.texts import NotReadable, TextParagraph, paragraphs_of
from exporter.diagnostics import Place
from exporter.model import Document
from exporter.source import Source
from exporter.styles.editions import load_edition
from tests.strategies import documents

SOURCE = Source(name="x", title="x", language="en-GB")
SIGNS = st.sampled_from(
    [*"aA1%&/.,;:!?…’'\"“”()[]–-£$@#*\n\t ", "be ", "made ", "one ", "two ", "hundred ", "III ",
     "e.g. ", "14:30 ", "14/03/2026 ", "25% ", "not ", "and ", "it's ", "a.org ", "\u200b", "😀",
     "in order to ", "stakeholder ", "ARC ", "(ARC) ", *"ſıİKµ", "V"]
)  # fmt: skip


@pytest.mark.parametrize("name", ["easy-read", "large-print", "standard"])
@settings(max_examples=40, deadline=None)
@given(document=documents())
def test_any_document_is_checked_to_the_end(name: str, document: Document) -> None:
    for finding in check(document, load_edition(name), SOURCE):
        assert finding.code in RULES
        assert finding.message
        assert finding.hint


@settings(max_examples=300, deadline=None)
@given(text=st.lists(SIGNS, max_size=40).map("".join))
def test_any_text_is_checked_to_the_end(text: str) -> None:
    report = check_text((TextParagraph(text, Place("a", 1), "paragraph"),))
    assert report.sentences <= max(1, len(text))
    for finding in report.findings:
        assert finding.suggestion != finding.words or not finding.words


@pytest.mark.parametrize(
    "text",
    ["We mean ıe. this.", "Part İV is new.", "Come on 5 ſep 2026.", "It’ſ here, ıt’ll be.",
     "Aprıl, 5 Aprıl 2026.", "They ſhould've told aſap.", "5 Kg, 7 Km, 9 mıles."],
)  # fmt: skip
def test_letters_that_a_pattern_takes_for_others_are_checked_to_the_end(text: str) -> None:
    report = check_text((TextParagraph(text, Place("a", 1), "paragraph"),))
    assert all(finding.suggestion != finding.words for finding in report.findings)
    assert report.sentences >= 1


@settings(max_examples=150, deadline=None)
@given(text=st.lists(SIGNS, max_size=60).map("".join), suffix=st.sampled_from([".md", ".txt"]))
def test_any_file_has_places_inside_it(text: str, suffix: str) -> None:
    lines = text.count("\n") + 1
    for finding in check_text(paragraphs_of(text.encode(), suffix, "a")).findings:
        assert 0 <= finding.place.line <= lines


@settings(max_examples=60, deadline=None)
@given(data=st.binary(max_size=400))
def test_any_bytes_are_read_as_text_or_refused_with_the_line(data: bytes) -> None:
    refused, paragraphs = "", []
    try:
        paragraphs = list(paragraphs_of(data, ".txt"))
    except NotReadable as error:
        refused = str(error)
    assert "line" in refused or not refused
    check_text(tuple(paragraphs))
