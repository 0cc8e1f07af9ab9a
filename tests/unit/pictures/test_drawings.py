"""The drawings of the house are what the kit of parts draws, in one hand."""

from __future__ import annotations

import re

import pytest

from exporter.authored.svg import read_svg
from exporter.drawings import FOLDER, INDEX, drawing, names
from exporter.drawings.kit import pen
from exporter.drawings.kit.bank import DRAWINGS, written
from exporter.pictures import BankPicture, HouseBank, search


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    """What the kit draws, by the names of the drawings."""
    return written()


@pytest.mark.parametrize("name", DRAWINGS)
def test_a_drawing_is_what_the_kit_draws(name: str, texts: dict[str, str]) -> None:
    """After a change:  python -m exporter.drawings.kit"""
    assert (FOLDER / f"{name}.svg").read_text("utf-8") == texts[name]


@pytest.mark.parametrize("name", DRAWINGS)
def test_a_drawing_is_of_plain_shapes_and_of_one_size(name: str, texts: dict[str, str]) -> None:
    text = texts[name]
    assert read_svg(text.encode()) == (400, 320)
    assert set(re.findall(r"<(\w+)", text)) <= {"svg", "title", "g", "path", "circle"}
    assert len(text) < 20_000


def test_a_part_that_is_made_larger_keeps_the_weight_of_its_outline() -> None:
    arm = pen.limb("M0 0L10 0", pen.SAND, 20)
    outline, colour = pen.moved(arm, size=2)
    assert outline.bone + outline.line == 2 * 20 + 2 * pen.LINE
    assert colour.bone + colour.line == 2 * 20
    assert outline.steps[1] == ("L", (20.0, 0.0))


def test_a_part_is_mirrored_before_it_is_turned_and_moved() -> None:
    (dot,) = pen.moved((pen.dot(10, 0, 1),), 100, 50, size=2, turn=90, flip=True)
    assert dot.circle == pytest.approx((100, 30, 2))


def test_path_data_is_read_as_browsers_read_it() -> None:
    assert pen.steps("m1 1 2 2h3V9c1-1 2-2 3-3s1 1 2 2z") == (
        ("M", (1, 1)),
        ("L", (3, 3)),
        ("L", (6, 3)),
        ("L", (6, 9)),
        ("C", (7, 8, 8, 7, 9, 6)),
        ("C", (10, 5, 10, 7, 11, 8)),
        ("Z", ()),
    )


def test_rounded_steps_do_not_drift() -> None:
    way = tuple(("L", (0.04 + 0.06 * step, 0.0)) for step in range(1, 101))
    data = pen._data((("M", (0.04, 0.0)), *way))
    assert sum(float(n) for n in re.findall(r"l(-?[\d.]+)", data)) == pytest.approx(6.0, abs=0.05)


INDEX_ROWS = tuple(HouseBank().pictures())


def test_every_drawing_stands_in_the_index_once_and_nothing_else_does() -> None:
    assert sorted(row.drawing for row in INDEX_ROWS) == list(names())


def test_one_drawing_means_one_thing_and_no_two_show_the_same() -> None:
    assert len({row.alt.lower() for row in INDEX_ROWS}) == len(INDEX_ROWS)
    assert len({(drawing(name) or INDEX).read_bytes() for name in names()}) == len(names())


@pytest.mark.parametrize("row", INDEX_ROWS, ids=lambda row: row.drawing)
def test_each_drawing_says_what_it_shows_in_a_short_sentence(row: BankPicture) -> None:
    assert 5 < len(row.alt) <= 64
    assert row.alt.endswith(".")
    assert len(row.words) >= 3


@pytest.mark.parametrize("row", INDEX_ROWS, ids=lambda row: row.drawing)
def test_each_drawing_is_found_first_by_its_name_and_by_its_first_word(row: BankPicture) -> None:
    assert search(row.concept.replace("-", " "), (HouseBank(),))[0].picture.drawing == row.drawing
    found = search(row.words[0], (HouseBank(),))
    assert found[0].fit == 100
    assert row.drawing in [one.picture.drawing for one in found if one.fit == 100]


@pytest.mark.parametrize("name", ["../people", "no-such", "", "Bus", "bus.svg", "a/b"])
def test_what_is_no_name_of_a_drawing_finds_none(name: str) -> None:
    assert drawing(name) is None
