"""The PNG beside each SVG is drawn once, and what is kept is never trusted blindly."""

from __future__ import annotations

import io
from pathlib import Path
from unittest.mock import patch

import pytest
from PIL import Image

from exporter.writers import bitmaps
from exporter.writers.bitmaps import bitmap

SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">'
    b'<rect width="40" height="20" fill="teal"/></svg>'
)


def drawn_anew(folder: Path, svg: bytes = SVG, width: int = 80) -> bool:
    """Whether the picture had to be drawn, and is right."""
    bitmaps.draw.cache_clear()
    with patch.object(bitmaps, "draw", wraps=bitmaps.draw) as draw:
        assert bitmap(svg, width, folder) == bitmap(svg, width)
    return draw.call_count == 2  # the comparison itself draws once


def test_a_bitmap_has_the_width_that_was_asked_for() -> None:
    with Image.open(io.BytesIO(bitmap(SVG, 80))) as image:
        assert image.size == (80, 40)


def test_a_picture_is_drawn_by_the_first_build_only(tmp_path: Path) -> None:
    assert drawn_anew(tmp_path)
    assert not drawn_anew(tmp_path)


def test_another_width_and_another_drawing_are_other_bitmaps(tmp_path: Path) -> None:
    assert drawn_anew(tmp_path)
    assert drawn_anew(tmp_path, width=120)
    assert drawn_anew(tmp_path, SVG.replace(b"teal", b"navy"))


@pytest.mark.parametrize("damage", [b"", b"not ours", b"\x89PNG" + b"0" * 100])
def test_a_damaged_bitmap_is_drawn_again(tmp_path: Path, damage: bytes) -> None:
    assert drawn_anew(tmp_path)
    (file,) = tmp_path.iterdir()
    file.write_bytes(damage)
    assert drawn_anew(tmp_path)
    assert not drawn_anew(tmp_path)


def test_a_folder_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    file = tmp_path / "a-file"
    file.write_text("in the way")
    assert drawn_anew(file / "bitmaps")
