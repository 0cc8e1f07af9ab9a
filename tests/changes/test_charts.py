"""Words of a chart that somebody changed in Word: found at their lines, and saved, with the
alternative text that the program makes of them."""

from __future__ import annotations

from pathlib import Path

from exporter.changes import apply
from tests.changes.editing import WP, Editor
from tests.changes.guide import Guide
from tests.charts import chart_folder

NUMBERS, WORDS = "sections/numbers.yaml", "sections/words.yaml"


def test_labels_and_values_of_a_chart_are_changed_at_their_lines(tmp_path: Path) -> None:
    made = Guide(tmp_path / "sources")
    made.folder.mkdir(parents=True)
    chart_folder(made.folder)
    editor = Editor(made.word_file())
    editor.reword("Tuesday", "Thursday")
    editor.reword("1,030", "1,031")
    editor.reword("Come and meet us", "Come to meet us")
    applied = apply(made.back(editor.saved()))
    told = [(one.state, one.place.line, one.old, one.new) for one in applied.changes]
    told = {(one.state, one.place.line, one.old, one.new) for one in applied.changes}
    assert told == {
        ("applied", made.line(NUMBERS, "Thursday")[1], "Tuesday", "Thursday"),
        ("applied", made.line(NUMBERS, "1,031")[1], "1,030", "1,031"),
        ("applied", made.line(WORDS, "Come to")[1], "Come and meet us.", "Come to meet us."),
    }
    assert "label: Thursday, value: 12" in made.text(NUMBERS)
    assert 'value: "1,031"' in made.text(NUMBERS)


def alternative_text(made: Guide, words: str) -> str:
    """That of the one picture of the Word file that says these words."""
    found = {
        one.get("descr", "") for one in Editor(made.word_file()).root.iter(f"{WP}docPr")
        if words in one.get("descr", "")
    }  # fmt: skip
    (told,) = found
    return told


def test_an_alternative_text_that_follows_from_a_new_number_is_no_reason_to_ask(
    tmp_path: Path,
) -> None:
    made = Guide(tmp_path / "sources")
    made.folder.mkdir(parents=True)
    chart_folder(made.folder)
    was = alternative_text(made, "1,030")
    for told, state in (("1,031", "applied"), ("2,000", "for a person")):
        editor = Editor(made.word_file())
        editor.reword("1,030", "1,031")
        editor.describe(was, was.replace("1,030", told))
        before = made.text(NUMBERS)
        applied = apply(made.back(editor.saved()))
        states = {one.kind: one.state for one in applied.changes}
        assert states == {"cell": "applied", "alt-text": state}
        assert made.text(NUMBERS) == before.replace('"1,030"', '"1,031"')
        made.rewrite(NUMBERS, '"1,031"', '"1,030"')
