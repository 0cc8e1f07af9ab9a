"""Other words at a place, in every way in which YAML and the dialect let people type."""

from __future__ import annotations

import pytest
import yaml as pyyaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from exporter.authored.findings import Findings
from exporter.authored.located import Lines
from exporter.load.markdown import read_blocks
from exporter.load.parser import BODY, Gathered
from exporter.model import Paragraph
from exporter.outline import clean
from exporter.saving import NotSaved, passage_at, reworded, with_value
from exporter.saving.scalars import Yaml
from exporter.walk import plain_text

SECTION = """\
# what people should know
heading: Using “this” guide   # a comment
picture: none
summary: 'It''s for all: you, and them'
quoted: "A \\"good\\" day\\tfor all"
folded: >
  These words go on
  over two lines.
body: |
  We decide **together**, and that is *hard*. See [the trust](https://example.org/a_b) or
  [](#two), and write \\* for a star.[^why] The words go on over
  a third line.

  - one thing, and
    another
  - [Croeso]{lang=cy} to all

  1. first
  2. second

  > Nothing is settled.
  >
  > -- A member

  ::: note Please note
  Words of a box.
  :::

  [^why]: Because it is so.
plain: words that go on
  over a second line
list: [alpha, "beta, gamma", delta]
"""


def line_of(words: str) -> int:
    return next(n for n, one in enumerate(SECTION.split("\n"), 1) if words in one)


def changed_lines(before: str, after: str) -> list[tuple[str, str]]:
    """The lines that differ, of two texts with as many lines."""
    pairs = zip(before.split("\n"), after.split("\n"), strict=True)
    return [(one, other) for one, other in pairs if one != other]


@pytest.mark.parametrize(
    ("begins", "old", "new", "typed"),
    [
        (
            "heading:", "Using “this” guide", "Using our guide",
            "heading: Using our guide   # a comment",
        ),
        (
            "summary:", "It's for all: you, and them", "It's for most: you, and 'them'",
            "summary: 'It''s for most: you, and ''them'''",
        ),
        (
            "quoted:", 'A "good" day for all', 'A "bad" \\ day for all',
            'quoted: "A \\"bad\\" \\\\ day\\tfor all"',
        ),
        ("These words", "These words go on over two lines.", "These words go on over three lines.",
         "  over three lines."),
        ("- one thing", "one thing, and another", "one idea, and another", "  - one idea, and"),
        ("- one thing", "one thing, and another", "one thing, and a third", "    a third"),
        ("Croeso", "Croeso to all", "Croeso to everybody", "  - [Croeso]{lang=cy} to everybody"),
        ("2. second", "second", "third", "  2. third"),
        ("> Nothing", "Nothing is settled.", "Nothing was settled.", "  > Nothing was settled."),
        ("> -- A", "A member", "A friend", "  > -- A friend"),
        ("Words of a box", "Words of a box.", "Words of the box.", "  Words of the box."),
        ("[^why]: ", "Because it is so.", "Because it was so.", "  [^why]: Because it was so."),
        ("plain:", "words that go on over a second line", "words that stop on a second line",
         "plain: words that stop on"),
        ("plain:", "words that go on over a second line", "words that go on over a: second line",
         "  over a: second line'"),
        ("list:", "beta, gamma", "beta or gamma", 'list: [alpha, "beta or gamma", delta]'),
        ("list:", "delta", "delta, epsilon", 'list: [alpha, "beta, gamma", \'delta, epsilon\']'),
    ],
)  # fmt: skip
def test_words_change_in_their_line_and_no_other_line_does(
    begins: str, old: str, new: str, typed: str
) -> None:
    made = reworded(SECTION, line_of(begins), old, new)
    lines = changed_lines(SECTION, made)
    assert typed in [other for _, other in lines]
    assert len(lines) <= 2
    assert passage_at(Yaml(made), line_of(begins), new).words == new


PARAGRAPH = (
    "We decide together, and that is hard. See the trust or part 2, and write * for a star. "
    "The words go on over a third line."
)


@pytest.mark.parametrize(
    ("old", "new", "was", "now"),
    [
        ("decide together", "settle together", "  We decide **", "  We settle **"),
        ("together, and", "alone, and", "**together**", "**alone**"),
        ("is hard.", "is.", " is *hard*.", " is."),
        ("the trust", "the river trust", "[the trust](", "[the river trust]("),
        ("See the", "Please see the", "See [the", "Please see [the"),
        ("write * for", "type * for", "write \\*", "type \\*"),
        ("star. The", "star. Really. The", "[^why] The", "[^why] Really. The"),
        ("go on over a third line.", "go on.", "go on over", "go on."),
        ("third line.", "third line, at last.", "third line.", "third line, at last."),
        ("a star", "a [star] of 1*2_3", "a star.", "a \\[star\\] of 1*2_3."),
    ],
)
def test_marks_and_ends_of_lines_stay_around_words_that_stay(
    old: str, new: str, was: str, now: str
) -> None:
    wanted = PARAGRAPH.replace(old, new)
    made = reworded(SECTION, line_of("We decide"), PARAGRAPH, wanted)
    assert made != SECTION
    assert was in SECTION
    assert now in made
    assert passage_at(Yaml(made), line_of("We decide"), wanted).words == wanted
    outside = SECTION.split("  We decide")[0], SECTION.split("  - one thing")[1]
    assert made.startswith(outside[0])
    assert made.endswith(outside[1])


def test_what_word_corrects_by_itself_is_not_typed_into_the_source() -> None:
    old = "It's for all: you, and them"
    assert reworded(SECTION, line_of("summary:"), old, "It’s for all: you, and them") == SECTION
    made = reworded(SECTION, line_of("summary:"), old, "It’s for most – you, and them")
    assert "summary: 'It''s for most – you, and them'" in made


def test_words_that_the_program_makes_are_not_typed_over() -> None:
    wanted = PARAGRAPH.replace("part 2", "section 2")
    with pytest.raises(NotSaved, match="program's own"):
        reworded(SECTION, line_of("We decide"), PARAGRAPH, wanted)
    with pytest.raises(NotSaved, match="do not stand so"):
        reworded(SECTION, line_of("2. second"), "something else", "second")


def test_what_the_program_says_before_a_caption_stays_the_programs() -> None:
    text = "body: |\n  ::: figure cycle\n  How it goes round\n  :::\n"
    old, new = "Figure 3: How it goes round", "Figure 3: How it all goes round"
    assert "  How it all goes round\n" in reworded(text, 3, old, new, before=True)
    with pytest.raises(NotSaved):
        reworded(text, 3, old, "Figure 4: How it goes round", before=True)


def test_ends_of_lines_and_signs_that_nobody_sees_are_kept() -> None:
    text = "heading: One\r\nbody: |\r\n  Some wo\u00adrds of\r\n  two lines.\r\n"
    made = reworded(text, 3, "Some words of two lines.", "Some words of three lines.")
    assert made == text.replace("two", "three")


@pytest.mark.parametrize(
    "words",
    ["a: b", "a #b", "- a", "[a]", "{a}", "*a*", "&a", "!a", "|", ">", "%a", "@a", "`a`", "true",
     "12", "null", "a'b", 'a"b', "a'b\"c", "\\n", "é", "# a", "? a", "a:", ": a", "..."],
)  # fmt: skip
def test_a_whole_value_is_read_as_the_words_that_were_given(words: str) -> None:
    for before in ("a: old\nb: 1\n", "a: 'old' # note\nb: 1\n", "x: {a: old, b: 1}\n"):
        path = ("x", "a") if before.startswith("x") else ("a",)
        made = with_value(before, path, words)
        scalars = {one.path: one.value for one in Yaml(made).scalars}
        assert scalars[path] == words
        assert scalars[(*path[:-1], "b")] == "1"


def test_a_value_below_a_bar_keeps_its_bar() -> None:
    made = with_value("a: |\n  old\n  words\n\nb: 1\n", ("a",), "new\n\nwords")
    assert made == "a: |\n  new\n\n  words\n\nb: 1\n"


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        (r"one \ sign", "one \\ sign"),
        (r"one \\\ sign", "one \\ sign"),
        (r"one \\\\\ sign", "one \\\\ sign"),
        (r"one \\ sign", "one \\\\ sign"),
        (r"one \* sign", "one * sign"),
        (r"one \\\* sign", "one \\* sign"),
        (r"one \\*bold* sign", "one \\\\bold sign"),
    ],
)
def test_backslashes_in_a_row_are_read_as_the_loader_reads_them(typed: str, read: str) -> None:
    text = f"body: |\n  {typed}\n"
    findings = Findings(also=_Any())
    (block,) = read_blocks(typed, Lines("a", 1), BODY, findings, Gathered())
    assert plain_text(block.children) == read  # type: ignore[union-attr]
    made = reworded(text, 2, read, read.replace("one", "two"))
    assert made == text.replace("one", "two")


# ---- any edit of any paragraph -----------------------------------------------------------------

TYPED = "\\ \\\\ \\* C:\\x \\y "
TYPED += "* _ [ ] { } < | # - 1. a) : ` ~~ &amp; > = + “ ' \" word two ( ) ... – ! $ x=1 :: --"
NEVER = {"list-mark", "mark-dashes"}
"""What the dialect refuses however it is typed: “* words” to begin with, “--”."""
SOME = st.lists(st.sampled_from(TYPED.split()), min_size=1, max_size=9).map(" ".join)


@st.composite
def edits(draw: st.DrawFn) -> tuple[str, str, str]:
    """A file, words of it, and what they become."""
    words = [f"w{n}" for n in range(draw(st.integers(2, 14)))]
    breaks = draw(st.lists(st.integers(1, len(words) - 1), max_size=3))
    style = draw(st.sampled_from(["|", "'", '"', ""]))
    joined = "".join(
        word if not n else f"\n  {word}" if n in breaks else f" {word}"
        for n, word in enumerate(words)
    )
    value = f"|\n  {joined}\n" if style == "|" else f"{style}{joined}{style}\n"
    text = f"# one\na: b # c\nbody: {value}\n# two\nz: '*'\n"
    new = list(words)
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(new)))
        new[at : at + draw(st.integers(0, 3))] = draw(SOME).split()
    return text, " ".join(words), " ".join(new)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # a busy machine
@given(edits())
def test_any_edit_is_read_as_it_was_made_and_touches_no_line_but_its_own(
    edit: tuple[str, str, str],
) -> None:
    text, old, new = edit
    line = text.split("\n").index("body: |") + 2 if "body: |" in text else 3
    try:
        made = reworded(text, line, old, new)
    except NotSaved:
        return
    assert made.startswith("# one\na: b # c\nbody: ")
    assert made.endswith("\n\n# two\nz: '*'\n")
    value = pyyaml.safe_load(made)["body"]
    assert pyyaml.safe_load(made) == {"a": "b", "body": value, "z": "*"}
    if "body: |" not in text:
        return
    findings = Findings(also=_Any())
    blocks = read_blocks(value, Lines("a", 1), BODY, findings, Gathered())
    assert {one.code for one in findings} <= NEVER
    if not list(findings):
        (paragraph,) = blocks
        assert isinstance(paragraph, Paragraph)
        assert clean(plain_text(paragraph.children)) == clean(new)


class _Any:
    def __contains__(self, code: object) -> bool:
        return True
