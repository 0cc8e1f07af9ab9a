"""Any changes in any order: each does what it says, and no line moves that it does not concern."""

from __future__ import annotations

import os
from typing import Any, get_args

import pytest
import yaml
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from exporter.saving import NotSaved
from exporter.source import ChartKind
from exporter.studio.changes import Add, Change, Move, Put, Remove, changed, value_at
from exporter.studio.forms import as_name, as_path, field_at, part_of
from exporter.studio.grids.grid import grid_at
from exporter.studio.grids.kinds import kinds_for, with_kind
from exporter.studio.grids.shaping import Shaper
from exporter.styles.words import load_words

SECTION = """\
# Ours, please keep.
heading: Our club   # the old name
picture: people
summary: >-
  Folded
  words.
body: |
  Text with **marks**.

  - an item
easy_read:
  - picture: door
    text: 'It''s here.'
  - word: tea
  - picture: [tea, cake]
    text: "There is \\u0074ea."
sections:
  - id: inside
    heading: Inside
    picture: none
    body: More.
tables:
  days:
    columns: {day: Day, what: What}
    rows:
      # the first
      - day: Monday
        what: >-
          Tea, and
          cake.
      - {day: Sunday, what: Rest}
charts:
  tea:
    kind: grouped   # two years
    unit: {one: cup, other: cups}
    series: {old: Last year, new: This year}
    values:
      # before the summer
      - {label: May, old: 3, new: 4}
      - label: July
        old: 12
        new: 9
glossary:
  helper:
    word: helper   # not volunteer
    meaning: A person who helps.
  easy-read: {meaning: "Easy: to read."}
accept: {rule: passive-voice, because: it is so}
"""


def test_a_form_shows_what_is_typed() -> None:
    part = part_of(SECTION)
    assert (part.heading, part.picture) == ("Our club", "people")
    assert dict(part.prose) == {
        "summary": "Folded words.", "body": "Text with **marks**.\n\n- an item", "detail": ""
    }  # fmt: skip
    assert [row.text for row in part.rows] == ["It's here.", "", "There is tea."]
    assert [row.pictures for row in part.rows] == [("door",), (), ("tea", "cake")]
    assert part.rows[1].also == (("word", "tea"),)
    assert [(one.name, one.heading) for one in part.parts] == [("inside", "Inside")]


def test_the_field_of_a_line_is_known() -> None:
    lines = SECTION.splitlines()
    assert field_at(SECTION, lines.index("  - an item") + 1) == "body"
    assert field_at(SECTION, lines.index("  - word: tea") + 1) == "easy_read.1.word"
    assert field_at(SECTION, 1) == ""


@pytest.mark.parametrize("name", ["a..b", ".", "a.", "x" * 99, ".".join("abcdefghijklmn")])
def test_what_is_the_name_of_no_field_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="no field"):
        as_path(name)


def test_names_of_fields_lead_back_to_their_paths() -> None:
    path = ("sections", 0, "easy_read", 12, "text")
    assert as_path(as_name(path)) == path


def test_an_emptied_field_goes_with_its_key() -> None:
    made = changed(SECTION, Put(("summary",), ""))
    assert "summary" not in yaml.safe_load(made)
    assert changed(SECTION, Put(("detail",), "")) == SECTION


def test_a_list_of_values_is_not_taken_for_words() -> None:
    with pytest.raises(NotSaved, match="more than one value"):
        changed(SECTION, Put(("easy_read", 2, "picture"), "door"))


def test_rows_come_back_where_an_author_had_left_them_out() -> None:
    made = changed("heading: A\neasy_read: none\n", Add(("easy_read", 0), {"text": "Yes."}))
    assert yaml.safe_load(made) == {"heading": "A", "easy_read": [{"text": "Yes."}]}


WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Zl", "Zp")), max_size=20
).map(str.strip)
NEW = load_words("en-GB")
FIELDS = [("heading",), ("summary",), ("body",), ("detail",), ("sections", 0, "body"),
          ("easy_read", 0, "text"), ("tables", "days", "rows", 0, "what"),
          ("glossary", "helper", "meaning"), ("glossary", "easy-read", "easy"),
          ("charts", "tea", "labels"), ("charts", "tea", "values", 0, "label")]  # fmt: skip
MAY_GO = ("summary", "detail", "easy", "labels")
"""Fields that may be empty."""
GRIDS = {("tables", "days"): ("columns", "rows"), ("charts", "tea"): ("series", "values")}
"""What is a grid, and the keys of its heads and of its rows."""


class Typing(RuleBasedStateMachine):
    """Somebody changes a file in every way that the studio has."""

    def __init__(self) -> None:
        super().__init__()
        self.text = SECTION
        self.data: Any = yaml.safe_load(SECTION)

    def do(self, change: Change) -> bool:
        """Whether it was done; what is refused changes nothing."""
        try:
            made = changed(self.text, change)
        except NotSaved:
            return False
        gone = set(self.text.splitlines()) - set(made.splitlines())
        assert len(gone) <= 6, "more lines changed than one value has"
        self.text = made
        return True

    @rule(path=st.sampled_from(FIELDS), words=st.lists(WORDS, min_size=1, max_size=3))
    def put(self, path: tuple[Any, ...], words: list[str]) -> None:
        value = "\n".join(words).strip()
        holder = self.data
        for step in path[:-1]:
            if isinstance(holder, dict) and step not in holder:
                return
            if isinstance(holder, list) and step >= len(holder):
                return
            holder = holder[step]
        if not value and path[-1] not in MAY_GO:
            return
        if self.do(Put(path, value)):
            if value:
                holder[path[-1]] = value
                assert value_at(self.text, path).strip() == value
            else:
                holder.pop(path[-1], None)

    @rule(number=st.integers(0, 4), words=WORDS.filter(bool))
    def add(self, number: int, words: str) -> None:
        if self.do(Add(("easy_read", number), {"picture": "door", "text": words})):
            self.data.setdefault("easy_read", []).insert(number, {"picture": "door", "text": words})

    @rule(number=st.integers(0, 4))
    def remove(self, number: int) -> None:
        rows = self.data.get("easy_read", [])
        if self.do(Remove(("easy_read", number))):
            del rows[number]
            if not rows:
                del self.data["easy_read"]

    @rule(first=st.integers(0, 4), second=st.integers(0, 4))
    def move(self, first: int, second: int) -> None:
        if self.do(Move(("easy_read", first), second)):
            rows = self.data["easy_read"]
            rows.insert(second, rows.pop(first))

    @rule(word=st.sampled_from(["helper", "bus", "easy-read"]), meaning=WORDS.filter(bool))
    def explain(self, word: str, meaning: str) -> None:
        there, value = self.data.setdefault("glossary", {}), {"word": word, "meaning": meaning}
        if word in there:
            return
        if there:
            assert self.do(Add(("glossary", word), value))
        else:
            assert self.do(Add(("glossary",), {word: value}))
        there[word] = dict(value)

    @rule(word=st.sampled_from(["helper", "bus", "easy-read"]))
    def forget(self, word: str) -> None:
        there = self.data.get("glossary", {})
        assert self.do(Remove(("glossary", word))) == (word in there)
        there.pop(word, None)
        if not there:
            self.data.pop("glossary", None)

    @rule(kind=st.sampled_from(get_args(ChartKind)))
    def show(self, kind: ChartKind) -> None:
        """The same numbers in another way: none is lost."""
        if kind not in kinds_for(grid_at(self.text, ("charts", "tea"))):
            return
        self.text = with_kind(self.text, ("charts", "tea"), kind, NEW)
        now = yaml.safe_load(self.text)["charts"]["tea"]
        for row, after in zip(self.data["charts"]["tea"]["values"], now["values"], strict=True):
            assert {*map(str, row.values())} <= {*map(str, after.values())}
        self.data["charts"]["tea"] = now

    @rule(
        grid=st.sampled_from([*GRIDS]),
        kind=st.sampled_from(["row", "column"]),
        what=st.sampled_from(["back", "on", "add", "add", "out"]),
        at=st.integers(-1, 4),
    )
    def shape(self, grid: tuple[str, str], kind: str, what: str, at: int) -> None:
        table, (heads, lines) = self.data[grid[0]][grid[1]], GRIDS[grid]
        try:
            made, cell = Shaper(self.text, grid, NEW).shaped(kind, what, at)
        except (NotSaved, ValueError):
            return
        self.text = made
        read = yaml.safe_load(made)[grid[0]][grid[1]]
        assert len({*cell} & {lines, heads}) == 1
        to = {"back": at - 1, "on": at + 1, "add": at + 1}.get(what, 0)
        if kind == "row":
            if what == "add":
                table[lines].insert(to, read[lines][to])
                assert {*read[lines][to]} == {*read[lines][to - 1]}
            else:
                row = table[lines].pop(at)
                if what != "out":
                    table[lines].insert(to, row)
            return
        fixed = grid[0] == "charts"  # the labels
        columns, at, to = [*table[heads].items()], at - fixed, to - fixed
        if what == "add":
            key = [*read[heads]][to]
            columns.insert(to, (key, read[heads][key]))
            for row, now in zip(table[lines], read[lines], strict=True):
                row[key] = now[key]
        else:
            key, words = columns.pop(at)
            if what == "out":
                for row in table[lines]:
                    del row[key]
            else:
                columns.insert(to, (key, words))
        table[heads] = dict(columns)
        assert [*read[heads]] == [*table[heads]]

    @invariant()
    def the_file_says_what_was_typed(self) -> None:
        assert self.text.startswith("# Ours, please keep.\n")
        assert _stripped(yaml.safe_load(self.text)) == _stripped(self.data)


def _stripped(data: Any) -> Any:
    match data:
        case dict():
            return {key: _stripped(value) for key, value in data.items()}
        case list():
            return [_stripped(one) for one in data]
        case _:
            return str(data).strip()


_MANY = int(os.environ.get("EXPORTER_STUDIO_EDITS", "400"))
"""Changes in all; before a release 10,000 are tried (`make soak`)."""
TestTyping = Typing.TestCase
TestTyping.settings = settings(
    max_examples=max(1, _MANY // 20),
    stateful_step_count=20,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)


def test_what_stands_between_braces_is_filled_and_emptied_like_all_else() -> None:
    text = "contacts:\n  office: {name: Office, phone: 01632 960001}\n"
    office = ("contacts", "office")
    without = changed(text, Put((*office, "phone"), ""))
    assert without == "contacts:\n  office: {name: Office}\n"
    assert changed(without, Put((*office, "phone"), "01632 960001")) == text
