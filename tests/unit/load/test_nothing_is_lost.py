"""No word of an author is lost in silence: it arrives, or a finding says why not."""

from __future__ import annotations

import re

from hypothesis import example, given, settings
from hypothesis import strategies as st

from exporter.authored.findings import Findings
from exporter.authored.located import Lines
from exporter.authored.located_yaml import read_yaml
from exporter.load.body import read_body
from exporter.load.parser import Gathered
from exporter.model import Block, Box, Definitions, List, Paragraph, Quote
from exporter.source import Call, SourceBlocks
from exporter.walk import plain_text

SIGNS = list(":#*[]{}\"'|>&!%@`-?,.;()=~ ")
SENTENCES = st.lists(st.sampled_from([*SIGNS, "word", "Co-production", ": ", " #1"]), min_size=1)


def test_sentence_after_a_key_arrives_or_is_told() -> None:
    """At least a tenth must arrive: if everything were refused, nothing would be lost either."""
    accepted = []

    @settings(max_examples=500, deadline=None)
    @given(signs=SENTENCES)
    @example(signs=["Co-production: putting it to work"])
    @example(signs=["We are #1 today"])
    @example(signs=["#1 today"])
    @example(signs=["'Twas"])
    def any_sentence(signs: list[str]) -> None:
        accepted.append(_sentence_arrives(signs))

    any_sentence()
    assert sum(accepted) > len(accepted) / 10


def _sentence_arrives(signs: list[str]) -> bool:
    """Whether it was accepted."""
    sentence = "".join(signs).strip()
    findings = Findings()
    text = f"heading: Start\nrows:\n  - text: {sentence}\n    picture: none\n"
    located = read_yaml(text, "x.yaml", findings)
    if not len(findings):
        assert located is not None
        rows = located.data["rows"]
        assert isinstance(rows, list)
        assert isinstance(rows[0], dict)
        found = rows[0]["text"]
        bare = sentence.strip('"') if sentence[0] == '"' else sentence
        bare = bare[1:-1].replace("''", "'") if sentence[0] == "'" else bare
        assert found in (bare, sentence[1:-1]) or not isinstance(found, str)
    return not len(findings)


MARKS = [
    *(
        "\n",
        "\n\n",
        "\n- ",
        "\n1. ",
        "\n   - ",
        "\n> ",
        "\n\n  ",
        "\n: ",
        "\n\n::: note\n",
        "\n:::\n",
    ),
    *("*", "**", " ", " ", ", ", "[", "](#x)", "{lang=cy}", "[^n]", "\n\n[^n]: ", "\\", "> -- "),
    *(
        "\n\n    ",
        "`",
        "<",
        ">",
        "&",
        "_",
        "#",
        "\n---\n",
        "|",
        "~",
        "\n\n::: activity ",
        "\n\n> -- ",
    ),
]


def test_words_of_a_body_arrive_in_their_order_or_are_told() -> None:
    accepted = []

    @settings(max_examples=500, deadline=None)
    @given(marks=st.lists(st.sampled_from([*MARKS, *["W"] * 12]), min_size=3, max_size=40))
    @example(marks=["W", "\n: ", "W", "\n\n  ", "W"])
    @example(marks=["> ", "W", "\n\n> -- ", "W"])
    def any_body(marks: list[str]) -> None:
        accepted.append(_words_arrive(marks))

    any_body()
    assert sum(accepted) > len(accepted) / 20  # about a tenth, and no two runs draw the same


def _words_arrive(marks: list[str]) -> bool:
    """Whether the body was accepted."""
    count = iter(range(1000))
    text = "".join(f"w{next(count)}w" if mark == "W" else mark for mark in marks).strip("\n")
    findings, gathered = Findings(), Gathered()
    blocks = read_body(text, Lines("x.yaml", 1, 0, literal=True), findings, gathered)
    if not len(findings):
        words = " ".join([*said(blocks), *(plain_text(note.children) for note in gathered.notes)])
        found = re.findall(r"w\d+w", words)
        assert sorted(found) == sorted(re.findall(r"w\d+w", text)), (text, blocks)
        if not gathered.notes:
            assert found == re.findall(r"w\d+w", text)
    return not len(findings)


def said(blocks: SourceBlocks) -> list[str]:
    return [words for block in blocks for words in words_of(block)]


def words_of(block: Block | Call) -> list[str]:
    match block:
        case Paragraph():
            return [plain_text(block.children)]
        case List():
            return [words for item in block.items for words in said(item.blocks)]
        case Quote():
            return [*map(plain_text, block.paragraphs), plain_text(block.source)]
        case Definitions():
            return [w for e in block.entries for w in (plain_text(e.term), *said(e.blocks))]
        case Box():
            return [block.label, *said(block.blocks)]
        case Call():
            return [plain_text(block.caption)]
        case _:
            raise AssertionError(block)
