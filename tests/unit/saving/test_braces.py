"""A key more or less between braces, and no other sign of the file changes."""

from __future__ import annotations

import pytest

from exporter.saving import NotSaved, with_added, with_pair, without_item, without_pair

PLAN = """# who gets what
partners:
  - {id: a, name: A, formats: [pdf, docx]}  # the first
  - {}
  - id: c
    name: C
"""


def test_a_key_stands_behind_the_others() -> None:
    made = with_pair(PLAN, ("partners", 0, "phone"), "01632 960001")
    assert made == PLAN.replace("docx]}", "docx], phone: 01632 960001}")
    made = with_pair(PLAN, ("partners", 1, "id"), "b")
    assert made == PLAN.replace("- {}", "- {id: b}")


@pytest.mark.parametrize(
    ("value", "typed"),
    [("a, b", "'a, b'"), ("it: is", "'it: is'"), ("#0f5c63", "'#0f5c63'"), ("yes", "'yes'")],
)
def test_words_that_could_be_read_otherwise_stand_between_quotation_marks(
    value: str, typed: str
) -> None:
    made = with_pair(PLAN, ("partners", 1, "k"), value)
    assert f"- {{k: {typed}}}" in made


def test_a_list_of_names_stands_between_brackets() -> None:
    made = with_pair(PLAN, ("partners", 1, "editions"), ("standard", "easy-read"))
    assert "- {editions: [standard, easy-read]}" in made


@pytest.mark.parametrize(
    ("key", "line"),
    [
        ("id", "  - {name: A, formats: [pdf, docx]}  # the first"),
        ("name", "  - {id: a, formats: [pdf, docx]}  # the first"),
        ("formats", "  - {id: a, name: A}  # the first"),
    ],
)
def test_a_key_goes_with_the_comma_beside_it(key: str, line: str) -> None:
    made = without_pair(PLAN, ("partners", 0, key)).splitlines()
    before = PLAN.splitlines()
    assert made[2] == line
    assert made[:2] + made[3:] == before[:2] + before[3:]


def test_the_only_key_leaves_empty_braces() -> None:
    assert without_pair("a: {b: c}\n", ("a", "b")) == "a: {}\n"


def test_what_does_not_stand_between_braces_is_refused() -> None:
    for path in (("partners", 2, "phone"), ("partners", 0, "formats", 2), ("x", "y")):
        with pytest.raises(NotSaved):
            with_pair(PLAN, path, "x")
        with pytest.raises(NotSaved):
            without_pair(PLAN, path)
    with pytest.raises(NotSaved, match="there already"):
        with_pair(PLAN, ("partners", 0, "id"), "b")


def test_who_adds_or_takes_out_need_not_know_of_braces() -> None:
    phone = ("partners", 0, "phone")
    made = with_added(PLAN, phone, "01632 960001")
    assert made == with_pair(PLAN, phone, "01632 960001")
    assert without_item(made, phone) == PLAN
    formats = ("partners", 1, "formats")
    assert with_added(PLAN, formats, ["pdf"]) == with_pair(PLAN, formats, ["pdf"])
    for value in (True, {"a": "b"}, [{"a": "b"}], "a\nb"):
        with pytest.raises(NotSaved, match="by hand"):
            with_added(PLAN, phone, value)
