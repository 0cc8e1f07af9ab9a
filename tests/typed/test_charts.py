"""What was typed for a chart arrives, or the second proof says what is lost and what is made up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from exporter.model import Block, Box, Cell, Figure, List, Paragraph, PictureRow, Table, Text
from tests.charts import chart_folder
from tests.typed.folders import document_of, everything_in, proof_of, spoilt


def test_charts_arrive_in_every_edition(tmp_path: Path) -> None:
    assert everything_in(chart_folder(tmp_path)) == []


def _without_a_row(block: Block) -> Block:
    return replace(block, rows=block.rows[1:]) if isinstance(block, Table) else block


def _other_number(block: Block) -> Block:
    if not isinstance(block, Table):
        return block
    cell = Cell((Paragraph((Text("999"),)),))
    return replace(block, rows=((block.rows[0][0], cell, *block.rows[0][2:]), *block.rows[1:]))


def _other_column(block: Block) -> Block:
    names = ("Day", "Other", "Others")
    return (
        replace(block, columns=names[: len(block.columns)]) if isinstance(block, Table) else block
    )


def _shorter_list(block: Block) -> Block:
    if not isinstance(block, Box):
        return block
    inside = tuple(
        replace(one, items=one.items[:-1]) if isinstance(one, List) else one for one in block.blocks
    )
    return replace(block, blocks=inside)


def _other_alt(block: Block) -> Block:
    if not isinstance(block, Figure):
        return block
    return replace(block, picture=replace(block.picture, alt="Something else altogether."))


def _no_unit(block: Block) -> Block:
    return replace(block, caption=(Text("The numbers"),)) if isinstance(block, Table) else block


def _other_sentence(block: Block) -> Block:
    words = (Paragraph((Text("Nobody said so."),)),)
    return replace(block, blocks=words) if isinstance(block, PictureRow) else block


@pytest.mark.parametrize(
    ("spoil", "codes", "words"),
    [
        (_without_a_row, {"words-lost"}, "1"),
        (_other_number, {"words-lost", "words-made-up"}, "999"),
        (_other_column, {"words-lost", "words-made-up"}, "12 %"),
        (_shorter_list, {"words-lost", "words-made-up"}, "said no"),
        (_other_alt, {"words-lost", "words-made-up"}, "Something else altogether."),
        (_no_unit, {"words-lost", "words-made-up"}, "people"),
    ],
)
def test_what_is_lost_of_a_chart_is_named(
    tmp_path: Path, spoil: Callable[[Block], Block], codes: set[str], words: str
) -> None:
    folder = chart_folder(tmp_path)
    document = spoilt(document_of(folder), lambda blocks: tuple(map(spoil, blocks)))
    told = proof_of(folder, document)
    assert {one.code for one in told} == codes
    assert f"“{words}”" in " ".join(one.message for one in told)


def test_a_sentence_of_easy_read_that_is_no_value_is_named(tmp_path: Path) -> None:
    folder = chart_folder(tmp_path)
    easy = document_of(folder, "easy-read")
    document = spoilt(easy, lambda blocks: tuple(map(_other_sentence, blocks)))
    assert {one.code for one in proof_of(folder, document)} == {"words-lost", "words-made-up"}


def test_two_charts_may_have_the_same_value_under_the_same_words(tmp_path: Path) -> None:
    folder = chart_folder(tmp_path)
    section = folder / "sections" / "numbers.yaml"
    text = (
        section.read_text("utf-8")
        .replace(
            "  answers:\n",
            "  again:\n    kind: bar\n    unit: people\n    values:\n"
            "      - {label: Monday, value: 1}\n      - {label: Friday, value: 2}\n  answers:\n",
            1,
        )
        .replace(
            "  ::: chart heard\n", "  ::: chart again\n  Again.\n  :::\n\n  ::: chart heard\n", 1
        )
    )
    section.write_text(text, "utf-8")
    assert everything_in(folder) == []
