"""Sentences and words are found where people see them."""

from __future__ import annotations

import pytest

from exporter.checks.splitting import sentences_of, words_of


def sentences(text: str) -> list[str]:
    return [sentence for _, sentence in sentences_of(text)]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Sam is here. Ann is here.", 2),
        ("Dr. Shah and Mrs. Lee are here. They help.", 2),
        ("It costs 2.5 pounds. That is not much.", 2),
        ("Bring food, e.g. fruit. Bring tea.", 2),
        ("Bring food, e.g. Apples or pears.", 1),
        ("Come at 3 p.m. Bring tea.", 2),
        ("Come at 3 p.m. on Monday.", 1),
        ("Bring fruit, tea etc. The room is open.", 2),
        ("“Stop!” she said. He did.", 2),
        ("He said “Stop.” Then he left.", 2),
        ("Who? What? Why?", 3),
        ("Wait … and see.", 1),
        ("See J. Smith at noon.", 1),
        ("We live in the U.K. The weather is wet.", 2),
        ("Look at no. 5 in the list.", 1),
        ("Go to www.example.org. Then press the button.", 2),
        ("Vitamin C. It is good.", 2),
        ("It is I. Nobody else.", 2),
        ("1. Choose a name. 2. Write it down.", 2),
        ("No full stop", 1),
        ("", 0),
        ("   ", 0),
        ("Really?! Yes.", 2),
        ("(This is an aside.) This is not.", 2),
    ],
)
def test_a_sentence_ends_where_a_reader_stops(text: str, count: int) -> None:
    assert len(sentences(text)) == count, sentences(text)


def test_the_place_of_a_sentence_in_its_text_is_known() -> None:
    text = "One thing.  Another thing."
    assert [text[start : start + len(found)] for start, found in sentences_of(text)] == [
        "One thing.",
        "Another thing.",
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Co-production is good", ["Co-production", "is", "good"]),
        ("don’t go", ["don’t", "go"]),
        ("pay £2.50 at 9:30", ["pay", "£2.50", "at", "9:30"]),
        ("write to us@example.org, please", ["write", "to", "us@example.org", "please"]),
        ("see https://example.org/a.b.", ["see", "https://example.org/a.b"]),
        ("see HTTPS://Example.org/a.b.", ["see", "HTTPS://Example.org/a.b"]),
        ("the carers’ forum", ["the", "carers", "forum"]),
        ("A&E is open", ["A&E", "is", "open"]),
        ("cydgynhyrchu â phobl", ["cydgynhyrchu", "â", "phobl"]),
    ],
)
def test_words_are_counted_as_people_do(text: str, words: list[str]) -> None:
    assert [word.text for word in words_of(text)] == words
