"""The drawings of the house are what the kit of parts draws, in one hand."""

from __future__ import annotations

import re

import pytest

from exporter.authored.svg import read_svg
from exporter.pictures.drawing import pen
from exporter.pictures.drawing.bank import DRAWINGS, FOLDER, written

WRITTEN = written()


@pytest.mark.parametrize("name", DRAWINGS)
def test_a_drawing_is_what_the_kit_draws(name: str) -> None:
    """After a change:  python -m exporter.pictures.drawing"""
    assert (FOLDER / f"{name}.svg").read_text("utf-8") == WRITTEN[name]


@pytest.mark.parametrize("name", DRAWINGS)
def test_a_drawing_is_of_plain_shapes_and_of_one_size(name: str) -> None:
    text = WRITTEN[name]
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
