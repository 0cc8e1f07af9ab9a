"""Lists in letters, Roman numerals and brackets; lists that go on; steps with pictures in them."""

from __future__ import annotations

import pytest

from exporter.authored.findings import Findings
from exporter.authored.located import Lines
from exporter.load.body import read_body
from exporter.load.parser import Gathered
from exporter.model import Box, Item, LineBreak, List, Paragraph, Quote, Text
from exporter.source import Call, SourceBlocks, SourceItem, SourceList, calls_in

WHERE = Lines("x.yaml", 10, 0, literal=True)


def body(text: str) -> SourceBlocks:
    findings = Findings()
    found = read_body(text, WHERE, findings, Gathered())
    assert [str(one) for one in findings] == []
    return found


def words(text: str) -> Paragraph:
    return Paragraph((Text(text),))


def items(*texts: str) -> tuple[Item, ...]:
    return tuple(Item((words(text),)) for text in texts)


@pytest.mark.parametrize(
    ("typed", "style", "delimiter"),
    [
        ("a. x\nb. y", "lower-letter", "."),
        ("a) x\nb) y", "lower-letter", ")"),
        ("(a) x\n(b) y", "lower-letter", "()"),
        ("A. x\nB. y", "upper-letter", "."),
        ("A) x\n\nB) y", "upper-letter", ")"),
        ("i. x\nii. y", "lower-roman", "."),
        ("(i) x\n(ii) y", "lower-roman", "()"),
        ("I. x\nII. y", "upper-roman", "."),
        ("1) x\n2) y", "number", ")"),
        ("(1) x\n(2) y", "number", "()"),
        ("1. x\n2. y", "number", "."),
        ("1. x\n1. y", "number", "."),
    ],
)
def test_a_list_keeps_the_kind_of_marker_that_was_typed(
    typed: str, style: str, delimiter: str
) -> None:
    assert body(typed) == (List(style, items("x", "y"), 1, delimiter),)  # type: ignore[arg-type]


def test_a_list_may_begin_right_under_the_words_that_lead_to_it() -> None:
    assert body("Choose one:\na. Come by bus\nb. Come by car") == (
        words("Choose one:"),
        List("lower-letter", items("Come by bus", "Come by car")),
    )


@pytest.mark.parametrize(
    ("typed", "style", "starts"),
    [
        ("h. x\ni. y\nj. z", "lower-letter", 8),
        ("i. x\nii. y\niii. z", "lower-roman", 1),
        ("c) x\nd) y\ne) z", "lower-letter", 3),
        ("iv. x\nv. y\nvi. z", "lower-roman", 4),
    ],
)
def test_the_neighbours_say_whether_i_is_a_letter(typed: str, style: str, starts: int) -> None:
    findings = Findings()
    (found,) = read_body(typed, WHERE, findings, Gathered())
    assert isinstance(found, List)
    assert (found.style, found.start, len(found.items)) == (style, starts, 3)
    told = [] if starts == 1 else ["list-start"]
    assert [one.code for one in findings] == told


@pytest.mark.parametrize(
    "typed",
    [
        "A. Smith wrote this.",
        "A. Smith wrote this.\n\nIt is good.\n\nB. Jones did not.",
        "I. Newton\nJ. Smith",
        "a. Only one",
        "e. g. this one",
        "(see a) and (b) below",
        "Dr. Who\nMr. X",
    ],
)
def test_names_and_single_letters_are_no_list(typed: str) -> None:
    assert all(isinstance(block, Paragraph) for block in body(typed))


def test_lettered_lists_stand_in_steps_and_hold_others() -> None:
    assert body("1. One\n   a) x\n      i. p\n      ii. q\n   b) y\n2. Two") == (
        List(
            "number",
            (
                Item(
                    (
                        words("One"),
                        List(
                            "lower-letter",
                            (
                                Item((words("x"), List("lower-roman", items("p", "q")))),
                                Item((words("y"),)),
                            ),
                            1,
                            ")",
                        ),
                    )
                ),
                Item((words("Two"),)),
            ),
        ),
    )


def test_another_kind_of_marker_begins_another_list() -> None:
    assert body("a) x\nb) y\n1) z") == (
        List("lower-letter", items("x", "y"), 1, ")"),
        List("number", items("z"), 1, ")"),
    )


def test_numbers_go_on_after_a_paragraph_and_after_a_block() -> None:
    found = body("1. a\n2. b\n\nWords.\n\n3. c\n\n::: note\n1. In a box\n:::\n\n4. d\n5. e")
    assert [block.start for block in found if isinstance(block, List)] == [1, 3, 4]


def test_letters_go_on_too() -> None:
    found = body("a. x\nb. y\n\nWords.\n\nc. z")
    assert found[2] == List("lower-letter", items("z"), 3)


def test_a_backslash_keeps_a_letter_from_beginning_a_list() -> None:
    assert body("a\\. x\nb\\. y") == (words("a. x b. y"),)


def test_a_picture_a_table_and_a_box_stand_in_a_step() -> None:
    found = body(
        "1. Open the box.\n\n   ::: figure box\n   The *box*\n   :::\n\n   Then wait.\n\n"
        "2. Take out:\n   - the cards\n\n     ::: table cards\n     :::\n\n"
        "   ::: note Careful\n   It is heavy.\n   :::\n3. Close it."
    )
    assert len(found) == 1
    (steps,) = found
    assert isinstance(steps, SourceList)
    first, second, third = (item.blocks for item in steps.items)
    assert [type(one) for one in first] == [Paragraph, Call, Paragraph]
    assert isinstance(second[1], SourceList)
    assert second[2] == Box("note", "Careful", (words("It is heavy."),))
    assert third == (words("Close it."),)
    assert [(one.kind, one.name) for one in calls_in(found)] == [
        ("figure", "box"),
        ("table", "cards"),
    ]
    assert [one.place.line for one in calls_in(found)] == [12, 21]


def test_a_bullet_may_hold_a_picture() -> None:
    assert body("- One\n\n  ::: figure box\n  :::\n- Two") == (
        SourceList(
            "bullet",
            (SourceItem((words("One"), Call("figure", "box"))), SourceItem((words("Two"),))),
        ),
    )


def test_lines_of_an_address_are_kept() -> None:
    assert body(
        "Write to us:\n\n::: lines\nThe *Group*\n3 Mill Lane\n\n1. Town\n- RV1\n:::\n\nBye."
    ) == (
        words("Write to us:"),
        Paragraph((Text("The "), *stressed("Group"), LineBreak(), Text("3 Mill Lane"))),
        Paragraph((Text("1. Town"), LineBreak(), Text("- RV1"))),
        words("Bye."),
    )


def stressed(text: str) -> tuple[object, ...]:
    from exporter.model import Stress

    return (Stress((Text(text),)),)


def test_lines_are_kept_in_boxes_items_and_quotations() -> None:
    lines = Paragraph((Text("a. One"), LineBreak(), Text("b. Two")))
    assert body("::: note Where\n::: lines\na. One\nb. Two\n:::\n:::") == (
        Box("note", "Where", (lines,)),
    )
    assert body("- At:\n\n  ::: lines\n  a. One\n  b. Two\n  :::") == (
        List("bullet", (Item((words("At:"), lines)),)),
    )
    assert body("> ::: lines\n> a. One\n> b. Two\n> :::") == (Quote((lines.children,)),)
