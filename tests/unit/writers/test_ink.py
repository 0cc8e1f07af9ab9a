"""Pictures of easy read are cut to their ink, and lose none of it."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from exporter.model import Picture
from exporter.writers.bitmaps import draw
from exporter.writers.drawings.extent import extent_of
from exporter.writers.drawings.ink import inked
from exporter.writers.drawings.plain import plain

BANK = sorted((Path(__file__).parents[3] / "exporter" / "drawings").glob("**/*.svg"))
SHAPES = {
    "a rectangle": '<rect x="50" y="100" width="300" height="200"/>',
    "a thick round line": '<path d="M100 100L300 300" stroke="#000" stroke-width="40"'
    ' stroke-linecap="round" stroke-linejoin="round"/>',
    "a square end": '<path d="M120 120L300 300" stroke="#000" stroke-width="40"'
    ' stroke-linecap="square" stroke-linejoin="round"/>',
    "a curve that turns back": '<path d="M100 300C100 0 300 0 300 300Z"/>',
    "a curve that goes far beyond its ends": '<path d="M150 200C-50 50 450 350 250 200Z"/>',
    "a turned part": '<g transform="rotate(30 200 200)"><rect x="100" y="150" width="200"'
    ' height="80"/></g>',
    "two turns, one in the other": '<g transform="translate(40 10)"><g transform="scale(1.5 0.5)">'
    '<circle cx="120" cy="300" r="60"/></g></g><circle cx="300" cy="300" r="20"/>',
    "ink beyond the page": '<circle cx="0" cy="200" r="120"/>',
}


def svg_of(inside: str, size: str = "", view: str = "0 0 400 400") -> bytes:
    start = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{view}" {size}>'
    return f"{start}{inside}</svg>".encode()


def _picture(data: bytes, width: float, height: float) -> Picture:
    return Picture(name="one", media="svg", data=data, alt="One.", width=width, height=height)


def seen_in(data: bytes, across: int = 400) -> tuple[float, float, float, float]:
    """Where a bitmap of the drawing has ink, in pixels."""
    with Image.open(io.BytesIO(draw(data, across))) as image:
        box = image.convert("RGBA").getchannel("A").getbbox()
    assert box is not None
    return box


@pytest.mark.parametrize("name", SHAPES)
def test_the_code_of_a_drawing_tells_where_its_ink_is(name: str) -> None:
    data = svg_of(SHAPES[name], 'width="400" height="400"')
    drawing = plain(data)
    assert drawing is not None
    assert extent_of(drawing) == pytest.approx(seen_in(data), abs=1.5)


def test_a_pointed_corner_is_never_cut_off() -> None:
    spike = '<path d="M150 350L200 100L250 350" fill="none" stroke="#000" stroke-width="20"/>'
    data = svg_of(spike, 'width="400" height="400"')
    drawing = plain(data)
    extent = extent_of(drawing) if drawing else None
    assert extent is not None
    assert extent[1] <= seen_in(data)[1]


@pytest.mark.parametrize("file", BANK[::12], ids=lambda file: file.stem)
def test_a_drawing_of_the_bank_has_just_its_ink(file: Path) -> None:
    data = file.read_bytes()
    drawing = plain(data)
    assert drawing is not None
    assert extent_of(drawing) == pytest.approx(seen_in(data, round(drawing.width)), abs=1.5)


def test_words_in_a_drawing_are_looked_for_in_its_pixels() -> None:
    data = svg_of('<text x="100" y="200" font-size="60">Go</text>', 'width="400" height="400"')
    drawing = plain(data)
    assert drawing is not None
    assert extent_of(drawing) is None
    cut = inked(_picture(data, 400, 400))
    assert cut.width < 120
    assert cut.height < 90


@pytest.mark.parametrize(
    ("size", "view"),
    [
        ('width="400" height="400"', "0 0 400 400"),
        ('width="200" height="200"', "0 0 400 400"),
        ('width="100" height="100"', "-50 -50 500 500"),
        ('width="8cm" height="8cm"', "0 0 400 400"),
        ("", "0 0 400 400"),
    ],
)
def test_a_drawing_that_is_shown_larger_or_smaller_than_it_was_drawn_loses_nothing(
    size: str, view: str
) -> None:
    data = svg_of('<rect x="100" y="100" width="200" height="150" fill="#a00"/>', size, view)
    shown = 800.0
    cut = inked(_picture(data, shown, shown))
    unit = shown / float(view.split()[2])
    assert (cut.width, cut.height) == (
        pytest.approx(200 * unit, rel=0.06),
        pytest.approx(150 * unit, rel=0.06),
    )
    left, top, right, bottom = seen_in(cut.data, 200)
    assert (right - left, bottom - top) == (
        pytest.approx(200, abs=8),
        pytest.approx(150, abs=8),
    )


def test_a_drawing_that_is_stretched_stays_as_it_is() -> None:
    data = svg_of('<rect x="100" y="100" width="20" height="20"/>', 'width="400" height="200"')
    picture = _picture(data, 400, 200)
    assert inked(picture) == picture


def test_a_drawing_and_what_is_cut_of_it_are_painted_alike_but_for_the_part_that_is_seen() -> None:
    whole = svg_of(SHAPES["a rectangle"], 'width="400" height="400"')
    cut = inked(_picture(whole, 400, 400))
    one, other = plain(whole), plain(cut.data)
    assert one is not None
    assert other is not None
    assert one.code.splitlines()[0] == "1 0 0 -1 -0 400 cm"
    assert other.code.splitlines()[0] == "1 0 0 -1 -49 301 cm"
    assert one.code.splitlines()[1:] == other.code.splitlines()[1:]
    assert (other.width, other.height) == (cut.width, cut.height) == (302, 202)


def test_a_label_that_looks_like_a_size_takes_no_other_attribute_of_the_drawing_away() -> None:
    told = f"""aria-label=" width='" fill="#ff0000" id="'">{SHAPES["a rectangle"]}</svg>"""
    data = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400" {told}'.encode()
    painted = plain(data)
    assert painted is None or "1 0 0 rg" in painted.code
