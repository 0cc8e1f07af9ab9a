"""Keys, rows and lists that were not there: typed in the project's way, and nothing else moves."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from exporter.saving import NotSaved, with_added, with_moved_item, with_value, without_item

SECTION = """\
# A comment of ours
heading: 'Our club'
easy_read:
  - picture: door    # the blue one
    text: You can come in.
  - picture: [tea, cake]
    text: |
      There is tea.

      There is cake.
accept: []
"""


def test_a_new_key_stands_below_the_keys_that_it_belongs_after() -> None:
    made = with_added(SECTION, ("summary",), "All about it.", ("heading", "picture"))
    assert made == SECTION.replace("club'\n", "club'\nsummary: All about it.\n")


def test_a_new_text_of_several_lines_stands_below_a_bar() -> None:
    made = with_added(SECTION, ("body",), "One.\n\n- two: 2\n- three # 3", ("heading",))
    assert "club'\nbody: |\n  One.\n\n  - two: 2\n  - three # 3\neasy_read:" in made


def test_a_yes_is_typed_as_such() -> None:
    made = with_added(SECTION, ("appendix",), True, ("heading",))
    assert "club'\nappendix: true\n" in made


@pytest.mark.parametrize("number", [0, 1, 2])
def test_a_new_row_stands_where_it_was_asked_for(number: int) -> None:
    made = with_added(
        SECTION, ("easy_read", number), {"picture": "bus", "text": "Take bus 7: now."}
    )
    rows = yaml.safe_load(made)["easy_read"]
    assert rows.pop(number) == {"picture": "bus", "text": "Take bus 7: now."}
    assert rows == yaml.safe_load(SECTION)["easy_read"]
    assert set(SECTION.splitlines()) <= set(made.splitlines())


def test_a_whole_table_can_be_added() -> None:
    table = {"fees": {"columns": {"who": "Who"}, "rows": [{"who": "You"}, {"who": "- us"}]}}
    made = with_added(SECTION, ("tables",), table, ("heading", "summary", "body"))
    assert yaml.safe_load(made)["tables"] == table
    assert made.endswith(SECTION[SECTION.index("easy_read:") :])


@pytest.mark.parametrize(
    ("path", "why"),
    [
        (("heading",), "there already"),
        (("nothing", 0), "no list of lines"),
        (("easy_read", 9), "no item beside"),
        (("easy_read", 1, "picture", 0), "no list of lines"),
    ],
)
def test_what_cannot_be_added_is_refused_in_words(path: tuple[str | int, ...], why: str) -> None:
    with pytest.raises(NotSaved, match=why):
        with_added(SECTION, path, "words")


def test_a_value_of_several_lines_gets_a_bar() -> None:
    made = with_value(SECTION, ("easy_read", 0, "text"), "First.\n\nSecond: # 2.")
    assert "    text: |\n      First.\n\n      Second: # 2.\n  - picture: [tea, cake]" in made


LINES = st.text(st.characters(exclude_categories=("C", "Z"), include_characters=" "))
WORDS = st.lists(LINES.map(str.strip).filter(bool), min_size=1, max_size=3).map("\n".join)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(words=WORDS, number=st.integers(0, 2))
def test_any_words_arrive_and_every_other_line_stays(words: str, number: int) -> None:
    row = with_added(SECTION, ("easy_read", number), {"text": words})
    key = with_added(SECTION, ("detail",), words)
    changed = with_value(SECTION, ("easy_read", 0, "text"), words)
    assert yaml.safe_load(row)["easy_read"][number]["text"].strip() == words
    assert yaml.safe_load(key)["detail"].strip() == words
    assert yaml.safe_load(changed)["easy_read"][0]["text"].strip() == words
    for made in (row, key):
        left = iter(made.splitlines())
        assert all(line in left for line in SECTION.splitlines())


BRACKETS = "a: 1\nlist: [one, 'two, 2',  three]  # three of them\nb: 2\n"


@pytest.mark.parametrize("number", [0, 1, 2])
def test_a_value_between_brackets_goes_with_its_comma(number: int) -> None:
    made = without_item(BRACKETS, ("list", number))
    values = ["one", "two, 2", "three"]
    del values[number]
    assert yaml.safe_load(made) == {"a": 1, "list": values, "b": 2}
    assert made.endswith("]  # three of them\nb: 2\n")


@pytest.mark.parametrize(("first", "second"), [(0, 2), (2, 0), (1, 0), (1, 2)])
def test_values_between_brackets_change_their_order(first: int, second: int) -> None:
    made = with_moved_item(BRACKETS, ("list", first), second)
    values = ["one", "two, 2", "three"]
    values.insert(second, values.pop(first))
    assert yaml.safe_load(made) == {"a": 1, "list": values, "b": 2}


def test_the_only_value_between_brackets_does_not_go_alone() -> None:
    with pytest.raises(NotSaved, match="Nothing would be left"):
        without_item("list: [one]\n", ("list", 0))
