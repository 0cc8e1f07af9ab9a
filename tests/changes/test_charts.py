"""Words of a chart that somebody changed in Word: found at their lines, and saved, or left to a
person where the alternative text that is made of them would change."""

from __future__ import annotations

from pathlib import Path

from exporter.changes import apply
from tests.changes.editing import Editor
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
    line = {name: made.line(*name)[1] for name in ((NUMBERS, "Thursday"), (NUMBERS, "1,030"))}
    assert told == [
        ("applied", line[NUMBERS, "Thursday"], "Tuesday", "Thursday"),
        ("for a person", line[NUMBERS, "1,030"], "1,030", "1,031"),
        ("for a person", made.line(WORDS, "Come and")[1], "Come and meet us.", "Come to meet us."),
    ]
    assert "label: Thursday, value: 12" in made.text(NUMBERS)
    assert 'value: "1,030"' in made.text(NUMBERS)
