"""Whatever words there are, they are typed so that they are read as those words."""

from __future__ import annotations

import os

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from exporter.authored.findings import Findings
from exporter.authored.located import Lines
from exporter.importing.decide.decisions import Decisions
from exporter.importing.decide.signs import bare, plain, proper
from exporter.importing.proof import words_in
from exporter.importing.write.lines import value
from exporter.importing.write.words import paragraph
from exporter.load.markdown import read_blocks
from exporter.load.parser import BODY, Gathered
from exporter.load.plain import plain as read_plain
from exporter.model import NoteMark, Paragraph, Text
from exporter.outline import clean

EXAMPLES = int(os.environ.get("EXPORTER_IMPORTED", "6")) * 20
_SIGNS = "*_[]#:{}|\\~^<>`-+=.)(!$& a1bZi,;/?@\"'–é"
_ODD = (
    "*a a* ** _x_ [x](y) [x]{lang=cy} ::: ::note # ## 1. a) (b) i. - + > -- --- === ``` ~~~ : "
    "\\alpha \\* \\\\ \\\\\\ C:\\Users http://x.y {{x}} {%a%} $x_1$ H~2~O !!! .. &amp; &#12; <b> "
    "[^n] [^n]: [TOC] yes :smile: |a|b| [ ] [x] [] 2*500 first_name word and others that go on"
)
_TEXTS = st.one_of(
    st.text(_SIGNS, min_size=1, max_size=14),
    st.lists(st.sampled_from(_ODD.split(" ")), min_size=1, max_size=30).map(" ".join),
)
_BESIDE = ("list-mark", "heading-by-look")
"""What the decisions look at, since it depends on what stands beside a paragraph."""


@settings(max_examples=EXAMPLES, deadline=None, derandomize=EXAMPLES == 120)
@given(_TEXTS)
@example(":\\a")
@example("x:\\a b")
@example(".:\\a")
def test_any_words_are_read_as_they_were(text: str) -> None:
    text = " ".join(text.split())
    if not any(sign.isalnum() for sign in text):
        return
    findings = Findings()
    typed = "\n".join(paragraph((Text(text),)))
    read = read_blocks(typed, Lines("x", 1), BODY, findings, Gathered())
    assert read == (Paragraph((Text(text),)),), typed
    assert [one.code for one in findings if one.code not in _BESIDE] == [], typed


@settings(max_examples=EXAMPLES, deadline=None)
@given(_TEXTS)
@example("__init__")
@example("a ___ b __x_")
def test_any_words_of_a_heading_are_written_without_a_mark(text: str) -> None:
    findings = Findings()
    written = plain(text, Decisions(), 1)
    assert read_plain(written, Lines("x", 1).place(), "a heading", findings) == written
    assert list(findings) == [], written


def test_words_without_their_marks_are_the_same_words() -> None:
    said = "the __init__ of _x y_ and ___ a_b"
    assert list(words_in([plain(said, Decisions(), 1)])) == list(words_in([said]))


def test_signs_that_a_typeface_of_the_house_has_are_kept() -> None:
    decisions = Decisions()
    assert proper("Call ☎ 1, ⚠ 😀 ➔ ♿", decisions, 1) == "Call ☎ 1, ⚠ 😀 ➔ ♿"
    assert proper("Flag \U0001f1ec\U0001f1e7.", decisions, 1) == "Flag ."
    assert {one.code for one in decisions} == {"sign-not-printed"}


@pytest.mark.parametrize("before", ["", "Tea "])
@pytest.mark.parametrize(
    "text", ["(free)", "(", ": free", ":", "[x](y)", "{lang=cy}", "[^b]", "*a*"]
)
def test_words_behind_the_mark_of_a_note_are_read_as_they_were(before: str, text: str) -> None:
    words = (*((Text(before),) if before else ()), NoteMark("a"), Text(text))
    findings, gathered = Findings(), Gathered()
    typed = "\n".join(paragraph(words))
    read = read_blocks(f"{typed}\n\n[^a]: A note.\n", Lines("x", 1), BODY, findings, gathered)
    assert read == (Paragraph(words),), typed
    assert list(findings) == []


@pytest.mark.parametrize("words", ["A\u030angstro\u0308m", "हिन्दी", "สวัสดี", "שָׁלוֹם", "مُحَمَّد"])
def test_accents_and_vowel_signs_part_no_word(words: str) -> None:
    assert bare(f"{words} [x]") == f"{words} x"
    assert list(words_in([words])) == [clean(words).casefold()]


def test_plain_words_are_typed_plainly() -> None:
    for text in ("Tea at 2 pm (free).", "first_name 2*500 e-mail a/b", "C:\\Users\\Ann"):
        assert paragraph((Text(text),)) == [text]


def test_values_of_yaml_that_are_no_words_are_quoted() -> None:
    assert [value(one) for one in ("Tea", "yes", "7", "a: b", "- a", "#1", "Room #5")] == [
        "Tea", '"yes"', '"7"', '"a: b"', '"- a"', '"#1"', '"Room #5"',
    ]  # fmt: skip
