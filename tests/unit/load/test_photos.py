"""Photographs as people have them: turned, huge, of any kind of colour, full of their lives."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO

import pytest
from PIL import Image, ImageCms, PngImagePlugin

from exporter.authored import raster
from exporter.authored.findings import Findings
from exporter.authored.picture_fault import PictureFault
from exporter.authored.raster import read_raster
from exporter.diagnostics import NOWHERE
from exporter.styles.brands import logo_picture
from exporter.styles.rules import RULES

RED, GREEN, BLUE, WHITE = (220, 20, 20), (20, 150, 20), (20, 20, 220), (255, 255, 255)
CORNERS = ((0.25, 0.25), (0.75, 0.25), (0.25, 0.75), (0.75, 0.75))
"""Where to look: top left, top right, bottom left, bottom right."""
UPRIGHT = (RED, GREEN, BLUE, WHITE)
_SECRET = b"51.5007 N, Anna Example, 12 Mill Lane"


def corners(size: tuple[int, int] = (48, 32)) -> Image.Image:
    """A picture whose four quarters are red and green, blue and white."""
    image = Image.new("RGB", size)
    half = (size[0] // 2, size[1] // 2)
    for index, colour in enumerate(UPRIGHT):
        box = (index % 2 * half[0], index // 2 * half[1])
        image.paste(colour, (*box, box[0] + half[0], box[1] + half[1]))
    return image


def seen(data: bytes) -> tuple[tuple[int, ...], ...]:
    """The colours of the four quarters, on white."""
    with Image.open(BytesIO(data)) as image:
        clear = image.convert("RGBA")
    paper = Image.new("RGBA", clear.size, "white")
    shown = Image.alpha_composite(paper, clear).convert("RGB")
    at = [(int(x * shown.width), int(y * shown.height)) for x, y in CORNERS]
    return tuple(shown.getpixel(place) for place in at)  # type: ignore[misc]


def near(one: object, other: object, most: int = 12) -> bool:
    return all(
        abs(a - b) <= most
        for first, second in zip(one, other, strict=True)  # type: ignore[call-overload]
        for a, b in zip(first, second, strict=True)
    )


def saved(image: Image.Image, kind: str, **how: object) -> bytes:
    stream = BytesIO()
    image.save(stream, kind, **how)
    return stream.getvalue()


def exif(turn: int = 1) -> Image.Exif:
    noted = Image.Exif()
    noted[0x0112] = turn
    noted[0x010E] = _SECRET.decode()
    noted.get_ifd(0x8825)[1] = "N"
    return noted


_UNDO = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}
"""How a camera that was held so has the picture in its file."""


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
@pytest.mark.parametrize("turn", range(1, 9))
def test_however_the_camera_was_held_the_photo_stands_upright(kind: str, turn: int) -> None:
    how = _UNDO[turn]
    held = corners() if how is None else corners().transpose(how)
    photo = read_raster(saved(held, kind, exif=exif(turn)))
    assert near(seen(photo.data), UPRIGHT)
    assert (photo.width, photo.height) == (48, 32)
    with Image.open(BytesIO(photo.data)) as image:
        assert image.size == (48, 32)
        assert not image.getexif()


def test_a_note_that_nobody_can_read_turns_nothing() -> None:
    for noted in (0, 9, 400):
        photo = read_raster(saved(corners(), "JPEG", exif=exif(noted)))
        assert near(seen(photo.data), UPRIGHT)


def _profile() -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def _segment(marker: int, body: bytes) -> bytes:
    return bytes((0xFF, marker)) + struct.pack(">H", len(body) + 2) + body


def _full_jpeg(**how: object) -> bytes:
    """A photo with everything that cameras and programs write into one."""
    plain = saved(corners(), "JPEG", exif=exif(), comment=_SECRET, icc_profile=_profile(), **how)
    more = (
        _segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + _SECRET),
        _segment(0xED, b"Photoshop 3.0\0" + _SECRET),
        _segment(0xE2, b"MPF\0" + _SECRET),
        _segment(0xE0, b"JFXX\0" + _SECRET),
        _segment(0xEB, _SECRET),
    )
    return plain[:2] + plain[2:20] + b"".join(more) + plain[20:] + b"MotionPhoto" + _SECRET


@pytest.mark.filterwarnings("ignore:Image appears to be a malformed MPO")
@pytest.mark.parametrize("how", [{}, {"progressive": True}, {"restart_marker_rows": 1}])
def test_what_a_camera_wrote_leaves_and_not_a_pixel_changes(how: dict[str, object]) -> None:
    full = _full_jpeg(**how)
    photo = read_raster(full)
    assert full.count(_SECRET) == 8  # exif, comment, xmp, iptc, a second picture, a small one …
    assert _SECRET not in photo.data
    assert b"Exif" not in photo.data
    with Image.open(BytesIO(full)) as before, Image.open(BytesIO(photo.data)) as after:
        assert after.tobytes() == before.tobytes()
        assert after.info["icc_profile"] == _profile()
        assert after.format == "JPEG"


def test_a_bare_photo_keeps_every_byte() -> None:
    for kind in ("JPEG", "PNG"):
        bare = saved(corners(), kind, icc_profile=_profile())
        assert read_raster(bare).data == bare


def test_what_a_program_wrote_into_a_png_leaves_and_not_a_pixel_changes() -> None:
    words = PngImagePlugin.PngInfo()
    words.add_text("Author", _SECRET.decode())
    words.add_text("Comment", _SECRET.decode(), zip=True)
    words.add_itxt("XML:com.adobe.xmp", _SECRET.decode())
    full = saved(
        corners(), "PNG", pnginfo=words, exif=exif(), icc_profile=_profile(), dpi=(300, 300)
    )
    photo = read_raster(full + _SECRET)
    names = [photo.data[at - 4 : at] for at in range(4, len(photo.data))]
    for name in (b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"tIME", b"pHYs"):
        assert name not in names
    assert _SECRET not in photo.data
    with Image.open(BytesIO(full)) as before, Image.open(BytesIO(photo.data)) as after:
        assert after.tobytes() == before.tobytes()
        assert after.info["icc_profile"] == _profile()


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_photo_that_is_turned_keeps_its_colour_profile_and_nothing_else(kind: str) -> None:
    photo = read_raster(saved(corners(), kind, exif=exif(8), icc_profile=_profile()))
    assert _SECRET not in photo.data
    with Image.open(BytesIO(photo.data)) as image:
        assert image.info["icc_profile"] == _profile()


def test_nothing_of_a_logo_leaves_either() -> None:
    findings = Findings(RULES)
    logo = logo_picture("l.jpg", _full_jpeg(), "The house", NOWHERE, findings)
    assert logo is not None
    assert _SECRET not in logo.data


@pytest.mark.parametrize(
    ("size", "turn", "made"),
    [
        ((4960, 100), 1, (2480, 50)),
        ((100, 7016), 1, (50, 3508)),
        ((7016, 100), 6, (50, 3508)),
        ((2480, 100), 1, (2480, 100)),
    ],
)
def test_a_photo_larger_than_a_page_needs_is_made_smaller(
    size: tuple[int, int], turn: int, made: tuple[int, int]
) -> None:
    how = _UNDO[turn]
    held = corners(size) if how is None or turn == 6 else corners(size).transpose(how)
    for kind in ("JPEG", "PNG"):
        photo = read_raster(saved(held, kind, exif=exif(turn)))
        assert (photo.width, photo.height) == made
        with Image.open(BytesIO(photo.data)) as image:
            assert image.size == made
        if turn == 1:
            assert near(seen(photo.data), UPRIGHT)


def _sixteen_bits(values: list[int], colour: int, more: bytes = b"") -> bytes:
    """A PNG one pixel high, sixteen bits a channel."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    channels = {0: 1, 2: 3, 4: 2, 6: 4}[colour]
    row = b"\0" + struct.pack(f">{len(values)}H", *values)
    head = struct.pack(">IIBBBBB", len(values) // channels, 1, 16, colour, 0, 0, 0)
    parts = chunk(b"IHDR", head) + more + chunk(b"IDAT", zlib.compress(row)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts


def _pixels(data: bytes) -> list[object]:
    with Image.open(BytesIO(data)) as image:
        return [image.convert("RGBA").getpixel((x, 0)) for x in range(image.width)]


def test_sixteen_bits_of_grey_run_from_black_to_white() -> None:
    photo = read_raster(_sixteen_bits([0, 257 * 60, 257 * 128 + 100, 65535], 0))
    greys = [pixel[0] for pixel in _pixels(photo.data)]  # type: ignore[index]
    assert greys == [0, 60, 128, 255]
    assert photo.data[24] == 8


def test_sixteen_bits_of_colour_and_of_transparency() -> None:
    tops = [257 * value for value in (200, 100, 50)]
    assert _pixels(read_raster(_sixteen_bits(tops, 2)).data) == [(200, 100, 50, 255)]
    assert _pixels(read_raster(_sixteen_bits([*tops, 0], 6)).data) == [(200, 100, 50, 0)]
    assert _pixels(read_raster(_sixteen_bits([257 * 77, 257 * 99], 4)).data) == [(77, 77, 77, 99)]
    clear = struct.pack(">I", 2) + b"tRNS" + struct.pack(">H", 30_000)
    clear += struct.pack(">I", zlib.crc32(clear[4:]))
    alphas = [
        pixel[3] for pixel in _pixels(read_raster(_sixteen_bits([30_000, 65535], 0, clear)).data)
    ]  # type: ignore[index]
    assert alphas == [0, 255]


def test_printing_inks_become_the_colours_of_a_screen() -> None:
    photo = read_raster(saved(corners().convert("CMYK"), "JPEG", quality=95))
    with Image.open(BytesIO(photo.data)) as image:
        assert image.mode == "RGB"
    assert near(seen(photo.data), UPRIGHT, 20)


def test_a_photo_of_fifty_million_pixels_is_read_and_a_bomb_is_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(raster, "MOST_OF_A_PHOTO", 64 * 64)
    monkeypatch.setattr(raster, "MOST_PIXELS", 32 * 32)
    assert read_raster(saved(corners((64, 64)), "JPEG")).width == 64
    for kind, how in (("JPEG", {"progressive": True}), ("PNG", {})):
        with pytest.raises(PictureFault, match="million pixels"):
            read_raster(saved(corners((64, 64)), kind, **how))  # type: ignore[arg-type]


def test_a_photo_that_is_drawn_a_thousand_times_over_is_refused() -> None:
    photo = saved(corners(), "JPEG", progressive=True)
    scan = photo.rindex(b"\xff\xda")
    often = photo[:scan] + photo[scan:-2] * 200 + photo[-2:]
    with pytest.raises(PictureFault) as told:
        read_raster(often)
    assert told.value.code == "picture-corrupt"


@pytest.mark.parametrize("brand", [b"heic", b"heix", b"mif1", b"hevc"])
def test_a_photo_of_a_phone_that_we_cannot_read_is_told_with_the_way_out(brand: bytes) -> None:
    with pytest.raises(PictureFault) as told:
        read_raster(b"\0\0\0\x18ftyp" + brand + bytes(40))
    assert told.value.code == "picture-kind"
    assert "HEIC" in told.value.message
    assert "iPhone" in told.value.hint


def test_the_same_photo_gives_the_same_bytes() -> None:
    turned = saved(corners(), "JPEG", exif=exif(3))
    first = read_raster(turned).data
    raster._known.clear()
    assert read_raster(turned).data == first
