"""What holds in the Word file of every edition of every guide."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pytest
from lxml.etree import _Element

from exporter.load import load
from exporter.source import every_section
from tests.conftest import ROOT
from tests.unit.writers.docx.opened import Opened, W
from tests.word_files import GUIDES, NAMES, word_file


@pytest.mark.parametrize("name", NAMES)
def test_updating_the_fields_in_word_changes_no_reference(name: str) -> None:
    """Word puts the words of the bookmark in the place of the result."""
    body = _body(name)
    results = [
        (instruction.split()[1], result)
        for instruction, result in _fields(body)
        if instruction.startswith("REF ")
    ]
    assert [(mark, result) for mark, result in results if _marked(body, mark) != result] == []


@pytest.mark.parametrize("name", NAMES)
def test_updating_the_fields_in_word_changes_no_number(name: str) -> None:
    """Word counts each sequence from 1, and on from a number that is given."""
    counted: Counter[str] = Counter()
    for instruction, result in _fields(_body(name)):
        if instruction.startswith("SEQ "):
            sequence, *rest = instruction.split()[1:]
            counted[sequence] = int(rest[-1]) if r"\r" in rest else counted[sequence] + 1
            assert result == str(counted[sequence])


@pytest.mark.parametrize("guide", GUIDES)
def test_large_print_changes_only_the_styles_and_tables_that_become_rows(guide: str) -> None:
    """And charts, which are drawn anew in its size of type; and each names the other editions."""
    charts = _charts(guide)
    standard, large = (
        [
            one
            for one in _outside_tables(f"{guide}-{name}")
            if not charts & set(_marks(one)) and '"FurnitureList' not in one
        ]
        for name in ("standard", "large-print")
    )
    assert len(standard) > (100 if guide == "co-production-guide" else 5)
    assert standard == large


@pytest.mark.parametrize("name", NAMES)
def test_every_page_is_a4_in_every_section(name: str) -> None:
    sizes = {(one.get(f"{W}w"), one.get(f"{W}h")) for one in _body(name).iter(f"{W}pgSz")}
    assert sizes == {("11906", "16838")}


@pytest.mark.parametrize("name", NAMES)
def test_pictures_stand_in_the_line_described_or_marked_as_decorative(name: str) -> None:
    text = Opened(word_file(name).data).text("word/document.xml")
    assert "<wp:anchor" not in text
    for drawing in re.findall("<wp:docPr .*?</wp:inline>", text):
        silent = 'descr=""' in drawing
        assert silent == ("adec:decorative" in drawing)
        assert silent == bool(re.search(r' name="[^"]+ \(decorative\) \d+"', drawing))


def _body(name: str) -> _Element:
    return Opened(word_file(name).data).body


def _charts(guide: str) -> set[str]:
    parts = every_section(load(ROOT / "sources" / guide).sections)
    return {chart.name for part in parts for chart in part.charts}


def _marks(paragraph: str) -> list[str]:
    return re.findall('<w:bookmarkStart w:name="([^"]*)"', paragraph)


def _outside_tables(name: str) -> list[str]:
    """The body's paragraphs, without those that belong to tables or name the edition."""
    text = Opened(word_file(name).data).text("word/document.xml")
    text = re.sub("<w:tbl>.*?</w:tbl>", "", text, flags=re.DOTALL)
    text = re.sub(r' w:id="\d+"| (?:id|name)="[^"]*"|<w:numId [^>]*>', "", text)
    return [
        one
        for one in re.findall("<w:p>.*?</w:p>", text)
        if not re.search(
            'pStyle w:val="(?:Caption|CaptionAbove|LabelRecords|Furniture[A-Z][a-z]+)"', one
        )
    ]


def _fields(body: _Element) -> Iterator[tuple[str, str]]:
    """Each field of one level: its instruction and its result."""
    instruction, result, in_result = "", "", False
    for sign in body.iter(f"{W}fldChar", f"{W}instrText", f"{W}t"):
        match sign.get(f"{W}fldCharType"):
            case "begin":
                instruction, result, in_result = "", "", False
            case "separate":
                in_result = True
            case "end":
                yield instruction.strip(), result
                in_result = False
            case _ if sign.tag == f"{W}instrText":
                instruction += sign.text or ""
            case _ if in_result:
                result += sign.text or ""


def _marked(body: _Element, name: str) -> str:
    """The words between the two ends of a bookmark."""
    words, number = "", ""
    for sign in body.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd", f"{W}t"):
        if sign.tag == f"{W}bookmarkStart" and sign.get(f"{W}name") == name:
            number = sign.get(f"{W}id", "")
        elif sign.tag == f"{W}bookmarkEnd" and sign.get(f"{W}id") == number:
            return words
        elif sign.tag == f"{W}t" and number:
            words += sign.text or ""
    raise AssertionError(f"there is no bookmark {name}")
