"""Markdown → the model: what becomes of each mark, and on which line it stands."""

from __future__ import annotations

from exporter.authored.findings import Findings
from exporter.authored.located import Lines
from exporter.load.markdown import read_blocks, read_inlines
from exporter.load.parser import BODY, WORK, Gathered
from exporter.model import (
    Blocks,
    Definition,
    Definitions,
    Foreign,
    Inlines,
    Item,
    Link,
    List,
    NoteMark,
    Paragraph,
    Quote,
    Reference,
    Stress,
    Strong,
    Text,
)

WHERE = Lines("x.yaml", 10, 0, literal=True)


def blocks(text: str) -> Blocks:
    findings = Findings()
    found = read_blocks(text, WHERE, BODY, findings, Gathered())
    assert list(findings) == []
    return found


def inlines(text: str) -> Inlines:
    (paragraph,) = blocks(text)
    assert isinstance(paragraph, Paragraph)
    return paragraph.children


def words(text: str) -> Paragraph:
    return Paragraph((Text(text),))


def test_stars_are_stress_and_strength() -> None:
    assert inlines("a *b* **c *d***") == (
        Text("a "),
        Stress((Text("b"),)),
        Text(" "),
        Strong((Text("c "), Stress((Text("d"),)))),
    )


def test_lines_of_a_paragraph_are_joined_by_one_space() -> None:
    assert inlines("a\n  b  c\nd") == (Text("a b  c d"),)


def test_no_break_spaces_quotes_and_escaped_signs_stay_as_typed() -> None:
    assert inlines("10\u00a0km “a” \"b\" 'c' 5 \\* 3 … – AT&T") == (
        Text("10\u00a0km “a” \"b\" 'c' 5 * 3 … – AT&T"),
    )


def test_links_lead_out_and_references_lead_inside() -> None:
    assert inlines("[a](https://example.org/?q=1&r=2#x) <https://example.org> <a@example.org>") == (
        Link((Text("a"),), "https://example.org/?q=1&r=2#x"),
        Text(" "),
        Link((Text("https://example.org"),), "https://example.org"),
        Text(" "),
        Link((Text("a@example.org"),), "mailto:a@example.org"),
    )
    assert inlines("[a *b*](#c) [](#d)") == (
        Reference((Text("a "), Stress((Text("b"),))), "c"),
        Text(" "),
        Reference((), "d"),
    )


def test_notes_have_no_numbers_yet() -> None:
    assert inlines("a[^b].") == (Text("a"), NoteMark("b"), Text("."))


def test_words_of_another_language_get_its_tag() -> None:
    assert inlines("[Croeso *i*]{lang=cy-gb} x") == (
        Foreign((Text("Croeso "), Stress((Text("i"),))), "cy-GB"),
        Text(" x"),
    )


def test_a_link_may_stand_in_words_of_another_language() -> None:
    assert inlines("[Gweler [yma](https://example.org)]{lang=cy}") == (
        Foreign((Text("Gweler "), Link((Text("yma"),), "https://example.org")), "cy"),
    )


def test_brackets_and_signs_of_prose_are_only_words() -> None:
    for text in (
        "“[they] (p. 5)”: so [sic].",
        "He [the author]: a/b, 1 < 2, ~50 %, a_b, #1.",
        "A|b",
    ):
        assert inlines(text) == (Text(text),)


def test_titles_of_works_stand_in_quotation_marks_as_plain_words() -> None:
    findings = Findings()
    text = "Nesta (2013). *Co-Production Catalogue*. London."
    assert read_inlines(text, WHERE, WORK, findings, Gathered()) == (
        Text("Nesta (2013). “Co-Production Catalogue”. London."),
    )


def test_lists_nest_and_hold_paragraphs() -> None:
    assert blocks("1. a\n   - b\n\n   c\n2. d") == (
        List(
            "number",
            (
                Item((words("a"), List("bullet", (Item((words("b"),)),)), words("c"))),
                Item((words("d"),)),
            ),
        ),
    )


def test_last_paragraph_of_a_quotation_may_be_its_source() -> None:
    assert blocks("> a\n>\n> b\n>\n> -- [](#c), page 5") == (
        Quote(((Text("a"),), (Text("b"),)), (Reference((), "c"), Text(", page 5"))),
    )


def test_definition_list() -> None:
    assert blocks("*a* b\n: c\n\n  d") == (
        Definitions((Definition((Stress((Text("a"),)), Text(" b")), (words("c"), words("d"))),)),
    )


def test_blocks_and_notes_know_their_lines() -> None:
    gathered = Gathered()
    text = "a\n\n- b\n- c\n\n  d\n\n> e\n\n[^n]: f\n"
    found = read_blocks(text, WHERE, BODY, Findings(), gathered)
    assert [block.place.line for block in found] == [10, 12, 17]
    assert isinstance(found[1], List)
    lines = [block.place.line for item in found[1].items for block in item.blocks]
    assert lines == [12, 13, 15]
    assert gathered.notes[0].place.line == 19


def test_mentions_know_their_lines_inside_a_paragraph() -> None:
    gathered = Gathered()
    read_blocks("a\n[](#b)\nc [^d] **e\n[](#f)**", WHERE, BODY, Findings(), gathered)
    assert [(one.name, one.place.line, one.note) for one in gathered.mentions] == [
        ("b", 11, False),
        ("d", 12, True),
        ("f", 13, False),
    ]


def test_text_in_quotation_marks_has_one_line() -> None:
    where = Lines("x.yaml", 10, 7, literal=False)
    (first, second) = read_blocks("a\n\nb", where, BODY, Findings(), Gathered())
    assert first.place == second.place
    assert (first.place.line, first.place.column) == (10, 7)
