"""A file that lost its styles and its origin, as by Google Docs: only what was changed is told."""

from __future__ import annotations

import re
from copy import deepcopy
from pathlib import Path

import pytest
from lxml import etree

from exporter.changes import CameBack, apply
from tests.changes.editing import Editor, W
from tests.changes.guide import Guide, guide

_KEPT = re.compile(r"heading \d|title|subtitle", re.IGNORECASE)
_BOLD = ("Strong", "Strong Hyperlink", "Glossary Word")
_OF_BRAND = ("For everyone in Riverside.", "Riverside Council & Friends", "Phone: 01632 960456")


def bared(editor: Editor) -> bytes:
    """The file without its own styles and parts; lists keep numbers, bold words their look."""
    styles = _styles(editor)
    for root in (editor.root, editor.notes):
        for style in list(root.iter(f"{W}pStyle")):
            name, numbers = styles[style.get(f"{W}val", "")]
            properties = style.getparent()
            assert properties is not None
            if _KEPT.fullmatch(name):
                continue
            if numbers is not None and properties.find(f"{W}numPr") is None:
                properties.append(deepcopy(numbers))
            properties.remove(style)
        for style in list(root.iter(f"{W}rStyle")):
            properties = style.getparent()
            assert properties is not None
            properties.remove(style)
            if styles[style.get(f"{W}val", "")][0] in _BOLD:
                properties.append(etree.Element(f"{W}b"))
    editor.part(
        "word/_rels/document.xml.rels",
        lambda text: text.replace('Target="../customXml/item1.xml"', 'Target="../gone.xml"'),
    )
    return editor.saved()


def _styles(editor: Editor) -> dict[str, tuple[str, etree._Element | None]]:
    """The name of each style, and its numbers."""
    found: dict[str, tuple[str, etree._Element | None]] = {}

    def read(text: str) -> str:
        for one in etree.fromstring(text.encode()).iter(f"{W}style"):
            name = one.find(f"{W}name")
            assert name is not None
            found[one.get(f"{W}styleId", "")] = name.get(f"{W}val", ""), one.find(f".//{W}numPr")
        return f"{text} "

    editor.part("word/styles.xml", read)
    return found


def back(made: Guide, data: bytes, edition: str = "standard") -> CameBack:
    return made.back(data, document="leaflet", edition=edition, version="1.2")


@pytest.mark.parametrize("edition", ["standard", "easy-read"])
def test_nothing_but_the_words_of_a_brand_that_nobody_named_is_told(
    edition: str, tmp_path: Path
) -> None:
    made = guide(tmp_path)
    before = made.texts()
    told = back(made, bared(Editor(made.word_file(edition))), edition)
    assert {one.new for one in told.changes} == set(_OF_BRAND)
    assert {one.state for one in told.changes} == {"for a person"}
    assert "changes-styles-lost" in [one.code for one in told.findings]
    apply(told)
    assert made.texts() == before


def test_what_was_changed_is_found_at_its_line_and_saved(tmp_path: Path) -> None:
    made = guide(tmp_path)
    before = made.texts()["sections/start.yaml"]
    editor = Editor(made.word_file())
    editor.reword("Please note", "Please remember")
    editor.reword("How it goes round", "How it goes")
    editor.reword("good meetings", "better meetings")
    editor.insert("Pay people for their time", "Pay them soon.")
    editor.delete("Give it time.")
    editor.insert("The last word is yours.", "Thank you.")
    applied = apply(back(made, bared(editor)))
    states = {one.new or one.old: one.state for one in applied.changes if one.new not in _OF_BRAND}
    assert set(states.values()) == {"applied"}
    assert made.text("sections/start.yaml") == replaced(
        before,
        ("Please note", "Please remember"),
        ("How it goes round", "How it goes"),
        ("good meetings", "better meetings"),
        ("  Give it time.\n\n", ""),
        ("for their time.\n", "for their time.\n  - Pay them soon.\n"),
        ("last word is yours.\n", "last word is yours.\n\n  Thank you.\n"),
    )


def replaced(text: str, *pairs: tuple[str, str]) -> str:
    for old, new in pairs:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def test_what_is_new_at_the_end_could_be_a_brand_s_and_is_for_a_person(tmp_path: Path) -> None:
    made = guide(tmp_path)
    editor = Editor(made.word_file())
    editor.insert("A carer is there every day.", "Ask the council.")
    (change,) = [one for one in back(made, bared(editor)).changes if one.new not in _OF_BRAND]
    assert (change.new, change.state) == ("Ask the council.", "for a person")


def test_words_of_the_program_whose_style_alone_is_lost_are_never_typed(tmp_path: Path) -> None:
    made = guide(tmp_path)
    before = made.texts()
    editor = Editor(made.word_file())
    own = next(one for one in editor.root.iter(f"{W}p") if "Draft." in "".join(one.itertext()))
    properties = own.find(f"{W}pPr")
    assert properties is not None
    own.remove(properties)
    applied = apply(made.back(editor.saved()))
    assert all(one.state != "applied" for one in applied.changes)
    assert made.texts() == before
