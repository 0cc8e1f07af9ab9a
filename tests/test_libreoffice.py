"""LibreOffice opens every Word file, and its tagged PDF says what the Outline says."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import zip_longest
from pathlib import Path

import pytest

from exporter.furniture import furniture_of
from exporter.outline import Outline, outline_of
from exporter.styles.editions import load_edition
from exporter.word_pages import pages_by_anchor
from exporter.writers import docx as writer
from tests import build, libreoffice
from tests.conftest import referee_absent
from tests.unit.file_rules.docx.spoiling import DOCUMENT, Spoil, change, good, rewrite, spoiled
from tests.word_files import NAMES, word_file

TICK = 'descr="A tick in a circle: something is right"'

SPOILS: dict[str, Spoil] = {
    "the alternative text of a picture": change(DOCUMENT, TICK, 'descr="A cross"'),
    "a picture without one": change(DOCUMENT, TICK, 'descr=""'),
    "the level of a heading": change(DOCUMENT, '"Heading3"', '"Heading4"'),
    "a heading that is none": change(DOCUMENT, '"Heading3"', '"BodyText"'),
    "two paragraphs that change places": rewrite(
        DOCUMENT,
        r'(<w:p><w:pPr><w:pStyle w:val="BodyText"/>(?:(?!</w:p>).)*</w:p>)'
        r"(<w:p>(?:(?!</w:p>).)*</w:p>)",
        r"\2\1",
    ),
    "a word": change(DOCUMENT, "Words of the inner part.", "Words of the part."),
}


@pytest.fixture(autouse=True)
def _libreoffice() -> None:
    if libreoffice.program() is None:
        referee_absent("LibreOffice", "it is not on this machine")


def test_libreoffice_reads_each_word_file_in_the_order_of_its_outline(tmp_path: Path) -> None:
    files = {name: word_file(name) for name in NAMES}
    made = libreoffice.converted({name: file.data for name, file in files.items()}, tmp_path)
    assert {
        name: difference
        for name, file in files.items()
        if (difference := _difference(file.outline, file.furniture, made[name]))
    } == {}


def test_whatever_is_spoiled_in_a_word_file_is_seen_in_libreoffices_pdf(tmp_path: Path) -> None:
    files = {what: spoiled(good(), spoil) for what, spoil in SPOILS.items()}
    made = libreoffice.converted(files, tmp_path)
    expected = outline_of(build.everything()), furniture_of(build.everything(), on_paper=True)
    assert [what for what in files if not _difference(*expected, made[what])] == []


def test_page_numbers_of_word_are_those_that_libreoffice_counts() -> None:
    """Every part on a page of its own: the cover and the contents are pages 1 and 2."""
    theme = replace(load_edition("standard").theme, section_on_new_page=True)
    counted = pages_by_anchor(writer.compile(build.everything(), theme).data, build.everything())
    assert counted["one"] == 3
    assert counted["one"] < counted["two"]
    assert counted["one"] <= counted["inner"] <= counted["two"]
    numbered = writer.compile(build.everything(), theme, page_numbers=counted)
    assert pages_by_anchor(numbered.data, build.everything()) == counted


def _difference(outline: Outline, furniture: Outline, pdf: bytes) -> str:
    """The first place where the two part; nothing if they say the same."""
    expected = libreoffice.met_in_outline(outline)
    found, lost = libreoffice.without(furniture, libreoffice.met_in_pdf(pdf))
    if lost:
        return f"the headings {lost} are none"
    blocks = [block for block in found.blocks if not _PUBLISHERS.match(block[1])]
    for one, other in zip_longest(expected.blocks, blocks):
        if one != other:
            return f"{one} is {other}"
    if expected.notes != found.notes:
        return f"the notes {expected.notes} are {found.notes}"
    marks = found.set_aside["marks of notes"]
    return "" if marks == len(expected.notes) else f"{marks} links were taken for marks of notes"


_PUBLISHERS = re.compile("Youcan(phoneus|emailus|lookatourwebsite|writetous)")
"""The ways to reach the publisher are each brand's, and compared where they are stamped."""
