"""What is told of questions that do not fit, and what readers could do about it."""

from __future__ import annotations

from pathlib import Path

import pytest

from exporter.diagnostics import Diagnostic, SourceError
from exporter.load import load
from exporter.load.too_many import MOST_FILMS, MOST_QUESTIONS
from tests.typed.folders import written

DOCUMENT = "title: Asked\nlanguage: en-GB"
HEAD = "heading: Asked\npicture: none\n"
QUESTION = "  ::: question yes-no\n  Is it {number}?\n  :::\n\n"


def told(folder: Path, section: str) -> tuple[Diagnostic, ...]:
    written(folder, DOCUMENT, asked=section)
    try:
        load(folder)
    except SourceError as error:
        return tuple(one for one in error.findings if one.code.startswith(("question", "media")))
    return ()


@pytest.mark.parametrize(
    ("row", "hint"),
    [
        ("question: several, text: What?, answers: [This]", "answers: [Money for travel"),
        ("question: lines, text: What?, answers: [This]", "Delete  answers:"),
        ("question: any old one, text: What?", "question: one  or several"),
        ("question: one please, text: What?, answers: [This, That]", "text:"),
    ],
)
def test_a_row_of_easy_read_is_told_what_to_write_in_a_row(
    tmp_path: Path, row: str, hint: str
) -> None:
    section = HEAD + f"body: Words.\neasy_read:\n  - {{picture: none, {row}}}\n"
    found = told(tmp_path / "asked", section)
    assert len(found) == 1
    assert hint in found[0].hint
    assert ":::" not in found[0].hint


def test_more_questions_than_anybody_answers_are_told_where_they_begin(tmp_path: Path) -> None:
    def asked(count: int) -> str:
        texts = (QUESTION.format(number=number) for number in range(count))
        return HEAD + "body: |\n" + "".join(texts) + "easy_read: none\n"

    assert told(tmp_path / "some", asked(MOST_QUESTIONS)) == ()
    (found,) = told(tmp_path / "many", asked(MOST_QUESTIONS + 1))
    assert found.code == "question-many"
    assert found.place.line == 4 + 4 * MOST_QUESTIONS
    assert "201 questions" in found.message


def test_more_films_than_anybody_sees_are_told_where_they_begin(tmp_path: Path) -> None:
    def shown(count: int) -> str:
        calls = "".join(f"  ::: media film-{number}\n  :::\n\n" for number in range(count))
        film = "  film-{}: {{kind: video, title: Tea, link: 'https://www.example.org/{}'}}\n"
        films = "".join(film.format(number, number) for number in range(count))
        return f"{HEAD}body: |\n{calls}media:\n{films}easy_read: none\n"

    assert told(tmp_path / "some", shown(MOST_FILMS)) == ()
    (found,) = told(tmp_path / "many", shown(MOST_FILMS + 1))
    assert (found.code, found.place.line) == (
        "media-many",
        3 + 3 * (MOST_FILMS + 1) + 1 + MOST_FILMS + 1,
    )
    assert "201 films" in found.message
