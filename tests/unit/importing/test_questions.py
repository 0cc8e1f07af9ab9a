"""Questions of a Word file of ours come back as questions that ask for as many answers."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from exporter.adapt import adapt
from exporter.compare import difference
from exporter.load import load
from exporter.outline import outline_of
from exporter.source import Source
from exporter.styles.brands import load_brand
from exporter.styles.editions import load_edition
from exporter.styles.words import load_words
from exporter.writers import docx as writer
from tests.unit.importing.reading import Result, brought
from tests.unit.importing.word_files import p, picture, png, r, table, word

_DOCUMENT = """title: A quiz
cover: none
language: en
pictures: {bus: {drawing: bus, alt: A bus.}}
sections: [quiz]
"""
_SECTION = """heading: How it was
picture: none
body: |
  ::: question one
  How did you come?

  - By bus
  - On foot
  :::

  ::: question several
  What did you like?

  - The food
  - The people
  :::

  ::: question lines 4
  What else would you tell us?
  :::

  ::: note Try it
  Talk about it first.

  ::: question yes-no
  Will you come again?
  :::

  ::: question lines 2
  What would you change?
  :::

  Thank you.
  :::

  1. See it.

     ::: question lines 1
     What did you see?
     :::

  2. Say it.
easy_read:
  - picture: bus
    question: one
    text: How was the bus?
    answers: [Good, Bad]
  - picture: bus
    question: lines 3
    text: Say it in your words.
"""


@pytest.fixture
def source(tmp_path: Path) -> Source:
    folder = tmp_path / "quiz"
    (folder / "sections").mkdir(parents=True)
    (folder / "document.yaml").write_text(_DOCUMENT, encoding="utf-8")
    (folder / "sections" / "quiz.yaml").write_text(_SECTION, encoding="utf-8")
    return load(folder)


def in_word(source: Source, edition: str) -> bytes:
    theme = load_edition(edition)
    document = adapt(source, theme, load_words(source.language))
    return writer.stamp(writer.compile(document, theme.theme), load_brand("house"))


def _changed(data: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return made.getvalue()


def kinds(result: Result) -> list[str]:
    text = result.text("sections/how-it-was.yaml")
    lines = (line.strip() for line in text.splitlines())
    return [line.removeprefix("::: ") for line in lines if line.startswith("::: question")]


@pytest.mark.parametrize("name", ["standard", "easy-read"])
def test_readers_of_a_file_that_comes_back_are_asked_the_same(
    source: Source, name: str, tmp_path: Path
) -> None:
    result = brought(in_word(source, name), tmp_path)
    edition, words = load_edition(name), load_words("en")
    was, now = (outline_of(adapt(one, edition, words)) for one in (source, result.source))
    assert [str(one) for one in difference(was, now)] == []
    assert result.document.proof.lost == ()


def test_each_question_asks_for_as_many_answers_as_it_did(source: Source, tmp_path: Path) -> None:
    result = brought(in_word(source, "standard"), tmp_path)
    assert kinds(result) == [
        "question one", "question several", "question lines 4", "question yes-no",
        "question lines 2", "question lines 1",
    ]  # fmt: skip


def test_answers_that_somebody_has_changed_are_the_author_s_own(
    source: Source, tmp_path: Path
) -> None:
    data = _changed(in_word(source, "standard"), lambda _, part: part.replace(b">Yes<", b">Sure<"))
    result = brought(data, tmp_path)
    assert "question yes-no" not in kinds(result)
    assert "  - Sure\n" in result.text("sections/how-it-was.yaml")
    assert result.document.proof.lost == ()


def test_a_box_with_questions_in_it_stays_one_box(source: Source, tmp_path: Path) -> None:
    text = brought(in_word(source, "standard"), tmp_path).text("sections/how-it-was.yaml")
    assert text.count("::: note") == 1
    box = text.partition("::: note Try it")[2].partition("1. See it.")[0]
    assert box.count("::: question") == 2
    assert "Thank you." in box


def test_what_was_written_on_the_lines_is_kept_as_words(source: Source, tmp_path: Path) -> None:
    room = b"\xc2\xa0" * 5
    data = _changed(
        in_word(source, "standard"),
        lambda _, part: part.replace(b"<w:showingPlcHdr/>", b"", 1).replace(room, b"Cake", 1),
    )
    result = brought(data, tmp_path)
    assert "Cake" in result.text("sections/how-it-was.yaml")
    assert result.document.proof.lost == ()


def test_a_file_that_does_not_say_how_many_is_known_by_its_round_marks(
    source: Source, tmp_path: Path
) -> None:
    """Another program may have dropped what the file says of itself."""
    data = _changed(
        in_word(source, "standard"),
        lambda name, part: b"<none/>" if name.startswith("customXml/item") else part,
    )
    assert kinds(brought(data, tmp_path))[:2] == ["question one", "question several"]


def test_round_fields_of_strangers_ask_for_one_answer_and_round_signs_of_a_list_for_none(
    tmp_path: Path,
) -> None:
    w14 = "xmlns:w14='http://schemas.microsoft.com/office/word/2010/wordml'"
    field = (
        f"<w:sdt><w:sdtPr><w:alias w:val='Was it late?'/><w14:checkbox {w14}/></w:sdtPr>"
        f"<w:sdtContent>{r('○')}</w:sdtContent></w:sdt>"
    )
    asked = p("Was it late?") + p(field + r(" Yes")) + p(field + r(" No"))
    listed = p("Why?") + p("○ Because it was far.") + p("○ Because it was late.")
    result = brought(word(p("Buses", "T") + asked + listed), tmp_path)
    text = b"".join(data for _, data in result.document.files).decode()
    assert text.count("::: question one") == text.count("::: question") == 1


def test_a_row_of_strangers_that_is_a_question_goes_to_the_part_of_its_words(
    tmp_path: Path,
) -> None:
    asked = p("Was the bus late?") + p("☐ Yes") + p("☐ No")
    rows = ((p(picture("k1", "A bus")), asked), (p(picture("k1", "A bus")), "Lunch is free."))
    other = word(table(*rows, style=""), pictures={"k1": png(1)})
    text = (
        p("Mondays", "T") + p("Getting here", "H1") + p("Take the bus. It is never late.")
        + p("Money", "H1") + p("Lunch costs nothing.")
    )  # fmt: skip
    result = brought(word(text), tmp_path, easy=other)
    (row,) = result.source.sections[0].easy_read
    assert row.question is not None
    assert row.question.kind == "several"
    assert "question-from-boxes" in result.codes
