"""A guide that somebody edited in Word in every way, tracked or not: each change is found at its
line and nothing else is, and saving gives the sources that a person would have typed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from exporter.changes import apply
from tests.changes.editing import ANNA, WHEN, Editor
from tests.changes.guide import Guide, guide

START, MORE, DOCUMENT = "sections/start.yaml", "sections/more.yaml", "document.yaml"
CYCLE, ROUND = "Four arrows that go round in a circle", "Four arrows, one after another"
ASKED = (
    "Ask people before anything is {}. When a plan is written, everything that could change has "
    "changed already, and those who come late can only nod."
)


def edited(data: bytes, author: str = "") -> bytes:
    """The ten ways, and an item more."""
    editor = Editor(data, author)
    editor.reword("settled", "decided")
    editor.insert("Give it time.", "Do not hurry: it's *not* a race.")
    editor.delete("The last word is yours.")
    editor.move("People know what they need.", after="A carer is there every day.")
    editor.add_row("The team listens.", "Look back", "All of us.", "The team: too.")
    editor.reword("pays.", "pays everybody.", within="The team pays.")
    editor.describe(CYCLE, ROUND)
    editor.reword("Where to start", "Where we start")
    editor.reword("after the money", "when the money", notes=True)
    editor.insert("Pay people for their time.", "Pay for travel, too.")
    editor.comment("write it down", "Who does that?")
    return editor.saved()


def found(changes: Any) -> list[tuple[str, str, int, str, str]]:
    told = [one.as_json(number) for number, one in enumerate(changes, 1)]
    return [(one["kind"], one["file"], one["line"], one["old"], one["new"]) for one in told]


def expected(made: Guide) -> list[tuple[str, str, int, str, str]]:

    def start(words: str) -> tuple[str, int]:
        return made.line(START, words)

    return [
        ("heading", *start("heading: Where"), "Where to start", "Where we start"),
        ("changed", *start("Ask people"), ASKED.format("settled"), ASKED.format("decided")),
        ("inserted", *start("Give it time"), "", "Do not hurry: it's *not* a race."),
        ("note", *start("[^late]: Late"), "Late is after the money is spent.",
         "Late is when the money is spent."),
        ("inserted", *start("- Pay people"), "", "Pay for travel, too."),
        ("alt-text", *made.line(DOCUMENT, "alt: Four"), CYCLE, ROUND),
        ("row", *start("- stage: Plan"), "", "Look back | All of us. | The team: too."),
        ("cell", *start("The team pays."), "The team pays.", "The team pays everybody."),
        ("deleted", *start("The last word"), "The last word is yours.", ""),
        ("moved", *made.line(MORE, "People know"), "People know what they need.",
         "People know what they need."),
        ("comment", *start("- Ask what"), "write it down", "Who does that?"),
    ]  # fmt: skip


def wanted(made: Guide) -> dict[str, str]:
    """The sources that a person would have typed."""
    start = made.text(START)
    for old, new in (
        ("heading: Where to start", "heading: Where we start"),
        ("anything is settled.", "anything is decided."),
        ("  Give it time.\n", "  Give it time.\n\n  Do not hurry: it's \\*not\\* a race.\n"),
        ("  - Pay people for their time.\n",
         "  - Pay people for their time.\n  - Pay for travel, too.\n"),
        ("        team: The team listens.\n",
         "        team: The team listens.\n      - stage: Look back\n        people: All of us.\n"
         "        team: 'The team: too.'\n"),
        ("          The team pays.\n", "          The team pays everybody.\n"),
        ("  The last word is yours.\n\n", ""),
        ("Late is after the money", "Late is when the money"),
    ):  # fmt: skip
        assert start.count(old) == 1
        start = start.replace(old, new)
    moved = "  People know what they need.\n"
    more = made.text(MORE).replace(f"{moved}\n", "")
    more = more.replace("every day.\n", f"every day.\n\n{moved}")
    return {
        START: start,
        MORE: more,
        DOCUMENT: made.text(DOCUMENT).replace(f"alt: {CYCLE}", f"alt: {ROUND}"),
    }


@pytest.mark.parametrize("author", ["", ANNA], ids=["untracked", "tracked"])
def test_each_change_is_found_at_its_line_and_saving_gives_the_expected_sources(
    tmp_path: Path, author: str
) -> None:
    made = guide(tmp_path)
    back = made.back(edited(made.word_file(), author))
    assert found(back.changes) == expected(made)
    tracked = [one for one in back.changes if one.author]
    untracked = {"alt-text"} if author else {one.kind for one in back.changes} - {"comment"}
    assert {one.kind for one in back.changes if not one.author} == untracked
    assert {(one.author, one.date) for one in tracked} == {(ANNA, WHEN)}
    sources = wanted(made)
    done = apply(back)
    assert made.texts() == sources
    assert {one.kind for one in done.changes if one.state != "applied"} == {"comment"}


def test_a_file_that_nobody_changed_has_no_changes(tmp_path: Path) -> None:
    made = guide(tmp_path)
    for edition in ("standard", "easy-read", "large-print"):
        back = made.back(made.word_file(edition))
        assert back.changes == ()
        assert (back.origin.document, back.origin.edition) == ("leaflet", edition)
        assert (back.origin.version, back.origin.brand) == ("1.2", "riverside")
        assert apply(back).files == ()


def test_changes_that_were_saved_are_no_changes_any_more(tmp_path: Path) -> None:
    made = guide(tmp_path)
    data = edited(made.word_file())
    apply(made.back(data))
    assert [one.kind for one in made.back(data).changes] == ["comment"]


def test_only_the_changes_that_were_chosen_are_saved(tmp_path: Path) -> None:
    made = guide(tmp_path)
    back = made.back(edited(made.word_file()))
    done = apply(back, only=(2, 7))
    assert [one.state for one in done.changes].count("applied") == 2
    assert made.text(DOCUMENT) == wanted(guide(tmp_path / "other"))[DOCUMENT].replace(ROUND, CYCLE)
    assert "anything is decided." in made.text(START)
    assert "- stage: Look back" in made.text(START)
    assert "Where to start" in made.text(START)


def test_tracked_changes_of_one_person_can_be_taken_and_of_others_left(tmp_path: Path) -> None:
    made = guide(tmp_path)
    editor = Editor(made.word_file(), ANNA)
    editor.reword("settled", "decided")
    editor.author = "Ben"
    editor.reword("can only nod", "can only listen")
    editor.delete("Give it time.")
    editor.author = ""
    editor.reword("every day", "each day")
    data = editor.saved()
    assert [one.author for one in made.back(data).changes] == ["Anna Smith, Ben", "Ben", ""]
    (only,) = made.back(data, author=ANNA).changes
    assert (only.old, only.new) == (ASKED.format("settled"), ASKED.format("decided"))
    assert [one.kind for one in made.back(data, author="Ben").changes] == ["changed", "deleted"]
