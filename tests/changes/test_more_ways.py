"""More places of a Word file in which somebody edits: lists in lists, boxes, questions, notes, rows
of easy read, the glossary. Each edit is one change, at its line, saved as it would be typed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from exporter.changes import apply
from tests import build
from tests.changes.editing import ANNA, Editor
from tests.changes.guide import FILES, Guide

_DOCUMENT = """\
title: The day centre
language: en-GB
version: "2.0"
status: draft
cover: none
contents: none
pictures:
  cycle:
    file: pictures/cycle.svg
    alt: Four arrows
  meeting:
    file: pictures/meeting.svg
    alt: People meet
contacts:
  office:
    name: The office
    phone: 01632 960123
    email: office@example.org
glossary:
  carer:
    meaning: Somebody who helps another person.
    easy: A carer helps somebody.
    picture: meeting
  budget:
    meaning: "The money: what there is."
sections: [start, more]
"""

_START = """\
heading: Where to start
picture: none
summary: Begin small.
body: |
  First words of a carer with a budget.

  1. Open the door.

     Use the *left* hand.
  2. Go in.
     - Wipe your feet.
     - Hang up your coat.
  3. Sit down.

  ::: activity Try it out
  Talk to a friend.

  - Say hello.
  - Say goodbye.

  ::: question one
  How was it?

  - Good
  - Bad
  :::
  :::

  > All of us decide here.
  >
  > Nobody is left out.
  >
  > -- Jo Brown

  ::: question several
  What do you like best?

  - Tea in the garden
  - Songs on Friday
  :::

  ::: question lines 3
  What is missing here?
  :::

  ::: chart visits
  Visits in a week
  :::

  Tea
  : A hot drink.

  Cake
  : A sweet thing to eat.

  [Bore da]{lang=cy} to all.

  Two lines
  of words that wrap. See **the bold words** and
  [our page](https://example.org/a).[^n1]

  ::: lines
  1 High Street
  Riverside
  :::

  [^n1]: A note with *stress* in it.
charts:
  visits:
    kind: bar
    labels: Day
    unit: people
    values:
      - label: Monday
        value: 4
      - label: Tuesday
        value: 8
easy_read:
  - picture: meeting
    text: We meet on Mondays.
  - number: 7 out of 10
    text: |
      7 out of 10 people come.

      - They sing.
      - They eat.
  - picture: cycle
    text: Was it good?
    question: one
    answers: [Yes it was, No it was not]
  - word: carer
sections:
  - id: deeper
    heading: A deeper part
    body: Short words here.
"""

_MORE = """\
heading: Words
picture: none
body: |
  ::: glossary
  :::

  ::: contact office
  :::
"""

Edit = Callable[[Editor], None]


def reword(old: str, new: str, within: str = "", *, notes: bool = False) -> Edit:
    return lambda editor: editor.reword(old, new, within=within, notes=notes)


def insert(after: str, words: str) -> Edit:
    return lambda editor: editor.insert(after, words)


def delete(words: str) -> Edit:
    return lambda editor: editor.delete(words)


_LINES = "  Two lines\n  of words that wrap. See **the bold words** and\n  "
"""A paragraph is told at its first line."""
_WITHIN = "     - Wipe your feet.\n     - Hang up your coat.\n"
_STANDARD: dict[str, tuple[Edit, str, str, str]] = {
    "an item that counts": (reword("Go in", "Walk in"), "changed", "  2. Go in.", "  2. Walk in."),
    "a new item among those that count": (
        insert("Go in.", "Look round."), "inserted",
        f"  2. Go in.\n{_WITHIN}  3. Sit down.",
        f"  2. Go in.\n  3. Look round.\n{_WITHIN}  4. Sit down.",
    ),
    "an item that counts is gone": (
        delete("Go in."), "deleted", f"  2. Go in.\n{_WITHIN}  3. Sit down.",
        f"{_WITHIN}  2. Sit down.",
    ),
    "a further paragraph of an item": (
        reword("hand", "arm", "Use the left hand"),
        "changed", "     Use the *left* hand.", "     Use the *left* arm.",
    ),
    "an item in an item": (
        reword("Wipe", "Clean"), "changed", "     - Wipe your feet.", "     - Clean your feet.",
    ),
    "a new item in an item": (
        insert("Wipe your feet", "Take off your hat."),
        "inserted", "     - Wipe your feet.", "     - Wipe your feet.\n     - Take off your hat.",
    ),
    "an item in an item that is gone": (
        delete("Hang up your coat"), "deleted", "     - Hang up your coat.\n", "",
    ),
    "the title of a box": (
        reword("Try it out", "Try this"), "changed", "activity Try it out", "activity Try this",
    ),
    "a new paragraph in a box": (
        insert("Talk to a friend", "Or to two."),
        "inserted", "  Talk to a friend.\n", "  Talk to a friend.\n\n  Or to two.\n",
    ),
    "a paragraph below a text of one line": (
        insert("Short words here.", "And some more."), "inserted",
        "    body: Short words here.\n",
        "    body: |\n      Short words here.\n\n      And some more.\n",
    ),
    "an item in a box": (
        reword("hello", "good morning", "Say hello"), "changed", "Say hello.", "Say good morning.",
    ),
    "a question in a box": (
        reword("How was it?", "How was today?"), "changed", "  How was it?", "  How was today?",
    ),
    "an answer in a box": (reword("Bad", "Not good"), "changed", "  - Bad", "  - Not good"),
    "an answer": (
        reword("Songs", "Music", "Songs on"),
        "changed", "  - Songs on Friday", "  - Music on Friday",
    ),
    "a question over lines": (
        reword("missing", "lacking", "What is missing"), "changed", "What is missing",
        "What is lacking",
    ),
    "who said something": (
        reword("Jo Brown", "Joe Brown"), "changed", "-- Jo Brown", "-- Joe Brown",
    ),
    "the caption of a chart": (
        reword("in a week", "in one week", "Visits in"), "changed", "  Visits in a week",
        "  Visits in one week",
    ),
    "a term": (reword("Cake", "Pie"), "changed", "  Cake\n", "  Pie\n"),
    "words in another language": (
        reword("Bore da", "Prynhawn da"), "changed", "[Bore da]", "[Prynhawn da]",
    ),
    "the words of a link": (
        reword("our page", "this page"), "changed", f"{_LINES}[our page]", f"{_LINES}[this page]",
    ),
    "a note": (
        reword("A note with", "One note with", notes=True), "note", "[^n1]: A note with",
        "[^n1]: One note with",
    ),
    "a line of an address": (
        reword("1 High Street", "2 High Street"), "changed", "  1 High Street", "  2 High Street",
    ),
    "a meaning in quotation marks": (
        reword("what there is", "how much there is", "The money"), "changed",
        '"The money: what there is."', '"The money: how much there is."',
    ),
}  # fmt: skip
_EASY: dict[str, tuple[Edit, str, str, str]] = {
    "a row": (reword("Mondays", "Tuesdays"), "changed", "on Mondays.", "on Tuesdays."),
    "a new paragraph of a row": (
        insert("We meet on Mondays.", "Come along."),
        "inserted",
        "    text: We meet on Mondays.\n",
        "    text: |\n      We meet on Mondays.\n\n      Come along.\n",
    ),
    "an item of a row": (
        reword("sing", "dance", "They sing"),
        "changed",
        "They sing",
        "They dance",
    ),
    "a new item of a row": (
        insert("They eat.", "They sleep."),
        "inserted",
        "      - They eat.\n",
        "      - They eat.\n      - They sleep.\n",
    ),
    "a question of a row": (
        reword("Was it good", "Was it nice"),
        "changed",
        "text: Was it good",
        "text: Was it nice",
    ),
    "an answer of a row": (reword("Yes it was", "Oh yes"), "changed", "[Yes it was,", "[Oh yes,"),
    "an easy meaning": (
        reword("helps somebody", "helps a person", "carer helps"),
        "changed",
        "easy: A carer helps somebody.",
        "easy: A carer helps a person.",
    ),
}


def _guide(folder: Path) -> Guide:
    made = Guide(folder / "sources")
    (made.folder / "sections").mkdir(parents=True)
    (made.folder / "pictures").mkdir()
    for name, text in zip(FILES, (_DOCUMENT, _START, _MORE), strict=True):
        (made.folder / name).write_text(text, encoding="utf-8", newline="\n")
    for name in ("cycle", "meeting"):
        (made.folder / "pictures" / f"{name}.svg").write_bytes(build.SVG)
    return made


@pytest.mark.parametrize("author", ["", ANNA], ids=["untracked", "tracked"])
@pytest.mark.parametrize("edition", ["standard", "easy-read"])
def test_each_edit_alone_is_one_change_at_its_line_and_is_saved(
    edition: str, author: str, tmp_path: Path
) -> None:
    made = _guide(tmp_path)
    data, before = made.word_file(edition), made.texts()
    assert made.back(data).changes == ()
    wrong: list[str] = []
    for what, (edit, kind, old, new) in (_EASY if edition == "easy-read" else _STANDARD).items():
        (name,) = [one for one, text in before.items() if old in text]
        assert before[name].count(old) == 1, what
        line = before[name][: before[name].index(old)].count("\n") + 1
        editor = Editor(data, author)
        edit(editor)
        back = made.back(editor.saved())
        told = [(one["kind"], one["file"].rpartition("leaflet/")[2], one["line"])
                for one in (change.as_json(1) for change in back.changes)]  # fmt: skip
        apply(back)
        if told != [(kind, name, line)] or made.texts() != {
            **before,
            name: before[name].replace(old, new),
        }:
            wrong.append(f"{what}: {told}, wanted {(kind, name, line)}")
        for each, text in before.items():
            (made.folder / each).write_text(text, encoding="utf-8", newline="\n")
    assert wrong == []


def test_another_word_of_the_glossary_is_told_at_the_word_and_left_to_a_person(
    tmp_path: Path,
) -> None:
    made = _guide(tmp_path)
    editor = Editor(made.word_file())
    editor.reword("Budget", "Money")
    (change,) = made.back(editor.saved()).changes
    told = change.as_json(1)
    assert (told["file"], told["line"]) == made.line("document.yaml", "  budget:")
