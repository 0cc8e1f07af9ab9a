"""WebP, TIFF, GIF and BMP: the picture stays, what is said about it goes, within bounds."""

from __future__ import annotations

import struct
from io import BytesIO

import pytest
from PIL import Image

from exporter.authored.picture_fault import PictureFault
from exporter.authored.raster import Raster, read_raster
from tests.unit.load.test_photos import (
    _SECRET,
    _UNDO,
    UPRIGHT,
    _profile,
    corners,
    exif,
    near,
    saved,
    seen,
)


def _noise(size: tuple[int, int] = (128, 128)) -> Image.Image:
    """A picture of so many colours as only a photograph has."""
    across, down = size
    pixels = bytes(
        part for y in range(down) for x in range(across) for part in (2 * x, 2 * y, x * y % 256)
    )
    return Image.frombytes("RGB", size, pixels)


def _refused(data: bytes) -> str:
    with pytest.raises(PictureFault) as told:
        read_raster(data)
    return told.value.code


@pytest.mark.parametrize("kind", ["WEBP", "TIFF"])
@pytest.mark.parametrize("turn", range(1, 9))
def test_however_the_camera_was_held_other_kinds_stand_upright(kind: str, turn: int) -> None:
    how = _UNDO[turn]
    held = corners() if how is None else corners().transpose(how)
    noted = {"exif": exif(turn)} if kind == "WEBP" else {"tiffinfo": {0x0112: turn}}
    photo = read_raster(saved(held, kind, **noted))
    assert near(seen(photo.data), UPRIGHT, 20)
    assert (photo.width, photo.height) == (48, 32)


@pytest.mark.parametrize("kind", ["WEBP", "TIFF"])
def test_nothing_but_the_picture_and_its_colours_leaves_the_house(kind: str) -> None:
    full = saved(corners(), kind, exif=exif(), icc_profile=_profile())
    assert _SECRET in full
    made = read_raster(full).data
    assert _SECRET not in made
    with Image.open(BytesIO(made)) as image:
        assert image.info["icc_profile"] == _profile()
        assert not image.getexif()


@pytest.mark.parametrize("kind", ["WEBP", "TIFF", "BMP"])
def test_a_photograph_becomes_a_jpeg_and_all_else_loses_nothing(kind: str) -> None:
    how = {"lossless": True} if kind == "WEBP" else {}
    assert read_raster(saved(_noise(), kind, **how)).media == "jpeg"
    drawing = read_raster(saved(corners(), kind, **how))
    assert drawing.media == "png"
    with Image.open(BytesIO(drawing.data)) as image:
        assert image.convert("RGB").tobytes() == corners().tobytes()


@pytest.mark.parametrize(
    ("kind", "more"), [("GIF", "frames"), ("WEBP", "frames"), ("TIFF", "pages")]
)
def test_of_several_the_first_is_shown_and_that_is_known(kind: str, more: str) -> None:
    others = [Image.new("RGB", (48, 32), colour) for colour in ("black", "white")]
    several = saved(corners(), kind, save_all=True, append_images=others, **_lossless(kind))
    shown = read_raster(several)
    assert (shown.first_of, near(seen(shown.data), UPRIGHT, 40)) == (more, True)
    assert read_raster(saved(corners(), kind, **_lossless(kind))).first_of == ""


def _lossless(kind: str) -> dict[str, object]:
    return {"lossless": True} if kind == "WEBP" else {}


def test_grey_stays_grey_black_and_white_stays_so_and_colours_as_measured_are_shown() -> None:
    def mode(data: bytes) -> str:
        with Image.open(BytesIO(read_raster(data).data)) as image:
            return image.mode

    assert mode(saved(corners().convert("L"), "TIFF")) == "L"
    assert mode(saved(corners().convert("1"), "TIFF", compression="group4")) == "1"
    from PIL import ImageCms

    screen, lab = ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB")
    measured = ImageCms.profileToProfile(corners(), screen, lab, outputMode="LAB")
    assert measured is not None
    assert near(seen(read_raster(saved(measured, "TIFF")).data), UPRIGHT, 8)
    assert _refused(saved(Image.new("F", (4, 4), 0.5), "TIFF")) == "picture-kind"


def test_larger_than_a_page_is_made_smaller() -> None:
    made = read_raster(saved(Image.new("RGB", (5000, 200), "navy"), "BMP"))
    assert (made.width, made.height) == (2480, 99)


def test_the_same_picture_gives_the_same_bytes_and_is_read_again_as_it_is() -> None:
    for kind in ("WEBP", "TIFF", "GIF", "BMP"):
        first: Raster = read_raster(saved(corners(), kind))
        assert read_raster(first.data).data == first.data


@pytest.mark.parametrize(
    "data",
    [
        b"RIFF\x1e\0\0\0WEBPVP8X\n\0\0\0\x10\0\0\0" + b"\xff" * 6 + bytes(20),
        b"RIFF\x1e\0\0\0WEBPVP8L\n\0\0\0\x2f\xff\xff\xff\x0f" + bytes(20),
        b"GIF89a\xff\xff\xff\xff\0\0\0,\0\0\0\0\xff\xff\xff\xff\0\2\0;",
        b"BM" + struct.pack("<IHHI", 0, 0, 0, 54)
        + struct.pack("<IiiHHIIiiII", 40, 60_000, 60_000, 1, 24, 0, 0, 1, 1, 0, 0),
    ],
    ids=["webp", "webp without loss", "gif", "bmp"],
)  # fmt: skip
def test_what_says_that_it_is_huge_is_refused_before_it_is_drawn(data: bytes) -> None:
    assert _refused(data) == "picture-too-many-pixels"


def _tiff(*tags: tuple[int, int, int, int], more: bytes = b"") -> bytes:
    """A TIFF of these tags: number, type, how many, and the value or where it stands."""
    entries = b"".join(struct.pack("<HHII", *tag) for tag in tags)
    return b"II*\0\x08\0\0\0" + struct.pack("<H", len(tags)) + entries + bytes(4) + more


_SMALL = ((256, 4, 1, 8), (257, 4, 1, 8), (258, 3, 1, 8), (259, 3, 1, 8), (262, 3, 1, 1))


def test_a_tiff_whose_tags_name_the_same_bytes_over_and_over_is_refused() -> None:
    many = tuple((40_000 + index, 7, 90_000, 8) for index in range(190))
    assert _refused(_tiff(*_SMALL, *many, more=bytes(100_000))) == "picture-corrupt"
    leads = (0x8769, 4, 1, 110)
    inner = struct.pack("<H", 2) + b"".join(
        struct.pack("<HHII", 1000 + index, 7, 90_000, 8) for index in range(2)
    )
    data = _tiff(*_SMALL, leads)
    data += bytes(110 - len(data)) + inner + bytes(100_000)
    assert _refused(data) == "picture-corrupt"
    assert _refused(_tiff(*((1000 + index, 3, 1, 1) for index in range(5000)))) == "picture-corrupt"


def test_a_tiff_of_enormous_tiles_is_refused() -> None:
    tiles = ((322, 4, 1, 1_000_000), (323, 4, 1, 1_000_000), (324, 4, 1, 8), (325, 4, 1, 8))
    assert _refused(_tiff(*_SMALL, *tiles)) == "picture-too-many-pixels"


@pytest.mark.parametrize("kind", ["WEBP", "TIFF", "GIF", "BMP"])
def test_a_file_that_was_cut_off_is_damaged(kind: str) -> None:
    whole = saved(_noise((64, 64)), kind)
    for length in (16, 40, len(whole) // 2):
        assert _refused(whole[:length]) == "picture-corrupt"
