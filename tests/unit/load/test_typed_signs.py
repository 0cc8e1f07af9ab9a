"""Signs of the keyboard arrive as they were typed, or a finding stands at their line."""

from __future__ import annotations

import itertools
import re
import string

import pytest

from exporter.authored.findings import Findings
from exporter.authored.located import Lines
from exporter.diagnostics import NOWHERE
from exporter.load.body import read_body
from exporter.load.parser import Gathered
from exporter.load.plain import plain

from .test_nothing_is_lost import said

SIGNS = string.punctuation
PLACES = (
    "{s} word and 5",
    "{s}word and 5",
    "{s}5 words",
    "word {s} word",
    "word{s}word and word{s}word",
    "12{s}34 and 56{s}78",
    "word {s}word{s} word",
    "word {s}5 and 1{s} 6",
    "({s}) “{s}” word",
    "word{s} word",
    "word {s}",
    "word{s}",
)
MARKS = (  # the marks of the README that these places can make, and what stays of their words
    (r"\\([*_\[\]<>#\-+.)(`|~:{}!^=$&])", lambda match: chr(0xE000 + ord(match[1]))),
    (r"(?<![\w*])\*{3}(\w+)\*{3}(?![\w*])", r"\1"),
    (r"(?<![\w*])\*\*(?=[^\s*])([^*]*[^\s*])\*\*(?![\w*])", r"\1"),
    (r"(?<![\w*])\*(?=[^\s*])([^*]*[^\s*])\*(?![\w*])", r"\1"),
    (r"^[-*+] ", ""),
    (r"^> ?", ""),
    (r"^: ", ""),
    (r"[\ue000-\ue07f]", lambda match: chr(ord(match[0]) - 0xE000)),
)


def without_marks(typed: str) -> str:
    for pattern, stays in MARKS:
        typed = re.sub(pattern, stays, typed)
    return typed


def loaded(typed: str) -> tuple[str, set[int]]:
    """The words that arrive, and the lines at which something is told."""
    findings, gathered = Findings(), Gathered()
    blocks = read_body(typed, Lines("x.yaml", 1, 0, literal=True), findings, gathered)
    return " ".join(" ".join(said(blocks)).split()), {one.place.line for one in findings}


def lost(above: str, signs: str, place: str) -> str:
    typed = place.format(s=signs)
    words, told = loaded(above + typed)
    line = 1 + above.count("\n")
    whole = " ".join((above + typed).split())
    bare = " ".join((above + without_marks(typed)).split())
    return "" if line in told or words in (whole, bare) else f"{typed!r} became {words!r}"


@pytest.mark.parametrize("place", PLACES)
def test_each_pair_of_signs_arrives_as_typed_or_is_told(place: str) -> None:
    pairs = [*SIGNS, *map("".join, itertools.product(SIGNS, repeat=2)), "***", "---", "```", "..."]
    assert [one for signs in pairs if (one := lost("", signs, place))] == []


@pytest.mark.parametrize("place", PLACES)
def test_signs_in_the_second_line_of_a_paragraph_arrive_or_are_told(place: str) -> None:
    pairs = [*SIGNS, *(sign + " " for sign in SIGNS), *(sign * 2 for sign in SIGNS)]
    assert [one for signs in pairs if (one := lost("Words above\n", signs, place))] == []


AS_TYPED = (
    "Take 2*500 mg in the morning and 1*500 mg at night.",
    "The box is 10*20*30 cm, and 2*(3+4)*£5.",
    "5 * 3 is 15. A star * stands alone, and so does one in brackets (*).",
    "The file snake_case_name lies in C:\\new\\files or on \\\\server\\share.",
    "x^2 and ~50 % and $5 to $6 and US$7/$8, a == b, 1 < 2 > 0, R&D, #5 and 5+5=10.",
    "He/she [sic] said {that} at 10:30: “yes” – a+b, 50%.".replace("{that}", "that"),
    "Put an [x] in the box.",
    "A. Smith wrote this.",
    "#MeToo is a word, and it goes on.",
    "They came @noon: me@example.org; 3 - 2 = 1; …",
)


@pytest.mark.parametrize("typed", AS_TYPED)
def test_signs_of_prose_are_nothing_but_signs(typed: str) -> None:
    assert loaded(typed) == (typed, set())


TOLD = {
    "Water is H~2~O.": "mark-small-figures",
    "A room has 20 m^2^.": "mark-small-figures",
    "The sum is $a^2$.": "mark-formula",
    "The sum is $$a + b$$ or so.": "mark-formula",
    "Some ==marked== words.": "mark-unread",
    "Some ++new++ words.": "mark-unread",
    "A page ends. \\newpage": "mark-backslash",
    'He said \\"yes\\".': "mark-backslash",
    "A line\\": "mark-backslash",
    "[x] I have a bag": "tick-box",
    "- [ ] I have a bag": "tick-box",
    "- [x] I have a bag": "tick-box",
    "See {ref}`here`.": "mark-braces",
    "{% include a.md %}": "mark-command",
    "Dear {{ name }}": "mark-command",
    "(here)=": "mark-command",
    ".. note:: Words": "mark-command",
    "!!! note": "mark-command",
    "[TOC]": "mark-command",
    "A smile :smile: here": "mark-command",
    "As said [@smith2013, 5].": "mark-brackets",
    "*[NHS]: National Health Service": "mark-brackets",
    "A note^[It is here.] of Pandoc.": "note-unread",
    "+ 44 20 7946 0000": "list-mark",
    "More than\n> 50 people": "quote-mark",
    ">= 5 people": "quote-mark",
    "It costs\n~ 50 pounds": "definition-mark",
    "#Another": "heading-in-text",
    "Words\n===": "heading-in-text",
    "un**believ**able": "mark-star",
    "word* and *word": "mark-star",
    "2 *500 mg and 1* 500 mg": "mark-star",
}


@pytest.mark.parametrize("typed", TOLD)
def test_marks_of_other_dialects_are_told_at_their_line(typed: str) -> None:
    findings = Findings()
    where = Lines("x.yaml", 1, 0, literal=True)
    read_body(typed, where, findings, Gathered())
    assert TOLD[typed] in {one.code for one in findings}
    last = 1 + typed.count("\n")
    assert {one.place.line for one in findings} <= {1, last}


def test_what_was_meant_is_offered() -> None:
    findings = Findings()
    text = "H~2~O, m^2^ and ==this==.\nAn x^abc^.\n\n# Money for carers: 1\n"
    read_body(text, Lines("x.yaml", 1, 0, literal=True), findings, Gathered())
    offers = {one.words or one.code: one.suggestion for one in findings}
    assert offers["~2~"] == "₂"
    assert offers["^2^"] == "²"
    assert offers["^abc^"] == ""
    assert offers["==this=="] == "this"
    assert offers["heading-in-text"] == (
        'sections:\n  - id: money-for-carers-1\n    heading: "Money for carers: 1"\n'
        "    body: |\n      Its text."
    )


@pytest.mark.parametrize("scheme", ["https", "HTTPS"])
def test_an_address_in_plain_words_may_hold_any_sign(scheme: str) -> None:
    findings = Findings()
    words = f"Look at {scheme}://example.org/{{a}}/~~b~~ now"
    assert plain(words, NOWHERE, "a title", findings) == words
    assert [one.code for one in findings] == []
