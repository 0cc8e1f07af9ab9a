"""What was worked out a moment ago is kept, by the very things that it was asked about."""

from __future__ import annotations

from dataclasses import replace

from exporter.known import MOST, known
from exporter.outline import outline_of
from tests import build


def test_the_same_thing_is_worked_out_once_and_an_equal_one_anew() -> None:
    worked: list[object] = []

    @known
    def count(things: list[int], *, twice: bool = False) -> int:
        worked.append(things)
        return len(things) * (2 if twice else 1)

    one, other = [1, 2], [1, 2]
    assert [count(one), count(one), count(one, twice=True), count(one, twice=True)] == [2, 2, 4, 4]
    assert len(worked) == 2
    assert count(other) == 2
    assert worked[-1] is other


def test_only_the_last_are_kept() -> None:
    worked: list[object] = []

    @known
    def ask(thing: list[int]) -> int:
        worked.append(thing)
        return thing[0]

    things = [[number] for number in range(MOST + 1)]
    assert [ask(thing) for thing in things] == list(range(MOST + 1))
    assert (ask(things[-1]), len(worked)) == (MOST, MOST + 1)
    assert (ask(things[0]), len(worked)) == (0, MOST + 2)


def test_the_outline_of_a_document_is_worked_out_once_for_all_its_formats() -> None:
    document = build.everything()
    outline = outline_of(document)
    assert outline_of(document) is outline
    assert outline_of(replace(document)) == outline
    assert outline_of(replace(document, title="Another"))[0].text == "Another"
