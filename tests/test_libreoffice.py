"""LibreOffice opens every Word file, and its tagged PDF says what the Outline says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest
from pathlib import Path

import pytest

from exporter.adapt import adapt
from exporter.edition import Theme, load_edition, load_words
from exporter.load import load
from exporter.load.brands import load_brand
from exporter.model import Document
from exporter.outline import Outline, outline_of
from exporter.writers import docx as writer
from tests import build, libreoffice
from tests.conftest import OUTPUT, ROOT, built, referee_absent
from tests.unit.file_rules.docx.spoiling import DOCUMENT, Spoil, change, good, rewrite, spoiled

EDITIONS = sorted(file.stem for file in (ROOT / "styles/editions").glob("*.yaml"))
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
    files = dict(_of_guides()) | dict(_of_samples())
    assert {file.stem for file in built("docx")} <= set(files)
    made = libreoffice.converted({name: data for name, (data, _) in files.items()}, tmp_path)
    assert {
        name: difference
        for name, (_, outline) in files.items()
        if (difference := _difference(outline, made[name]))
    } == {}


def test_whatever_is_spoiled_in_a_word_file_is_seen_in_libreoffices_pdf(tmp_path: Path) -> None:
    files = {what: spoiled(good(), spoil) for what, spoil in SPOILS.items()}
    made = libreoffice.converted(files, tmp_path)
    expected = outline_of(build.everything())
    assert [what for what in files if not _difference(expected, made[what])] == []


def _of_guides() -> Iterator[tuple[str, tuple[bytes, Outline]]]:
    """Every edition of every guide: the file that `make` built, or one made here."""
    for folder in sorted(file.parent for file in (ROOT / "sources").glob("*/document.yaml")):
        source = load(folder)
        for name in EDITIONS:
            edition = load_edition(name)
            document = adapt(source, edition, load_words(source.language))
            file = OUTPUT / folder.name / f"{folder.name}-{name}.docx"
            data = file.read_bytes() if file.exists() else _made(document, edition.theme)
            yield file.stem, (data, outline_of(document))


def _of_samples() -> Iterator[tuple[str, tuple[bytes, Outline]]]:
    """Every kind of block, and both forms of easy read."""
    easy = load_edition("easy-read").theme
    for name, document, theme in (
        ("every-block", build.everything(), load_edition("standard").theme),
        ("side-by-side", build.easy(), easy),
        ("stacked", build.easy(), replace(easy, rows="stacked")),
    ):
        yield name, (_made(document, theme), outline_of(document))


def _made(document: Document, theme: Theme) -> bytes:
    return writer.stamp(writer.compile(document, theme), load_brand("house"))


def _difference(outline: Outline, pdf: bytes) -> str:
    """The first place where the two part; nothing if they say the same."""
    expected, found = libreoffice.met_in_outline(outline), libreoffice.met_in_pdf(pdf)
    for one, other in zip_longest(expected.blocks, found.blocks):
        if one != other:
            return f"{one} is {other}"
    if expected.notes != found.notes:
        return f"the notes {expected.notes} are {found.notes}"
    marks = found.set_aside["marks of notes"]
    return "" if marks == len(expected.notes) else f"{marks} links were taken for marks of notes"
