"""Pictures: sound files of a proper size."""

from __future__ import annotations

import struct
import zlib
from importlib import util
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from exporter.authored.svg import read_svg
from exporter.load import load, pictures

from .folders import RING, WITH_COVER, findings_of, lines_of, write

DOCUMENT = WITH_COVER % "pictures/photo"


def photo(kind: str, size: tuple[int, int] = (40, 30), **how: object) -> bytes:
    stream = BytesIO()
    Image.effect_noise(size, 60).convert("RGB").save(stream, kind, **how)
    return stream.getvalue()


def bomb() -> bytes:
    """A PNG of a few bytes that says it is 30,000 pixels wide and high."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    header = struct.pack(">IIBBBBB", 30_000, 30_000, 8, 0, 0, 0, 0)
    body = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


@pytest.mark.parametrize(("kind", "media"), [("PNG", "png"), ("JPEG", "jpeg")])
def test_photo_is_read_with_its_size_and_kind(tmp_path: Path, kind: str, media: str) -> None:
    data = photo(kind)
    source = load(write(tmp_path, {"document.yaml": DOCUMENT, "pictures/photo": data}))
    picture = source.pictures[0].picture
    assert (picture.media, picture.width, picture.height) == (media, 40, 30)
    assert picture.data == data
    assert picture.alt == "A ring"


def test_drawing_is_known_by_its_content_not_by_its_name(tmp_path: Path) -> None:
    source = load(write(tmp_path, {"document.yaml": DOCUMENT, "pictures/photo": RING}))
    assert source.pictures[0].picture.media == "svg"


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_photo_that_is_cut_off(tmp_path: Path, kind: str) -> None:
    data = photo(kind)
    folder = write(tmp_path, {"document.yaml": DOCUMENT, "pictures/photo": data[: len(data) // 2]})
    assert lines_of(folder) == ["document.yaml:5: picture-corrupt"]


@pytest.mark.parametrize("kind", ["GIF", "BMP", "TIFF", "WEBP"])
def test_other_kinds_of_pictures_are_read_whatever_their_names(tmp_path: Path, kind: str) -> None:
    source = load(write(tmp_path, {"document.yaml": DOCUMENT, "pictures/photo": photo(kind)}))
    assert source.pictures[0].picture.media == "png"
    assert source.pictures[0].first_of == ""


def test_a_picture_that_moves_is_known_to_be_the_first_of_more(tmp_path: Path) -> None:
    stream = BytesIO()
    frames = [Image.new("RGB", (8, 8), colour) for colour in ("red", "green")]
    frames[0].save(stream, "GIF", save_all=True, append_images=frames[1:])
    files = {"document.yaml": DOCUMENT, "pictures/photo": stream.getvalue()}
    assert load(write(tmp_path, files)).pictures[0].first_of == "frames"


@pytest.mark.parametrize(("kind", "named"), [("ICO", "an icon"), ("EPS", "EPS")])
def test_other_kinds_of_pictures_are_refused(tmp_path: Path, kind: str, named: str) -> None:
    folder = write(tmp_path, {"document.yaml": DOCUMENT, "pictures/photo": photo(kind)})
    assert lines_of(folder) == ["document.yaml:5: picture-kind"]
    assert named in findings_of(folder)[0].message


def test_a_drawing_that_is_not_saved_as_utf_8_is_told(tmp_path: Path) -> None:
    drawing = RING if isinstance(RING, bytes) else RING.encode()
    data = drawing.decode().encode("utf-16")
    folder = write(tmp_path, {"document.yaml": DOCUMENT, "pictures/photo": data})
    assert lines_of(folder) == ["document.yaml:5: text-not-utf-8"]


def test_empty_picture(tmp_path: Path) -> None:
    folder = write(tmp_path, {"document.yaml": DOCUMENT, "pictures/photo": b""})
    assert lines_of(folder) == ["document.yaml:5: picture-corrupt"]


def test_photo_with_far_too_many_pixels(tmp_path: Path) -> None:
    folder = write(tmp_path, {"document.yaml": DOCUMENT, "pictures/photo": bomb()})
    assert lines_of(folder) == ["document.yaml:5: picture-too-many-pixels"]


def test_photo_of_absurd_size(tmp_path: Path) -> None:
    folder = write(tmp_path, {"document.yaml": DOCUMENT, "pictures/photo": bytes(40_000_001)})
    assert lines_of(folder) == ["document.yaml:5: file-too-large"]


def test_drawing_of_absurd_size(tmp_path: Path) -> None:
    drawing = RING.replace("<circle", f"<!--{'x' * 1_000_000}--><circle")
    folder = write(tmp_path, {"document.yaml": DOCUMENT, "pictures/photo": drawing})
    assert lines_of(folder) == ["document.yaml:5: file-too-large"]


def test_drawing_of_too_many_parts(tmp_path: Path) -> None:
    for parts in ("<g>" * 100 + "</g>" * 100, "<g/>" * 20_000):
        drawing = RING.replace("<circle", f"{parts}<circle")
        folder = write(tmp_path, {"document.yaml": DOCUMENT, "pictures/photo": drawing})
        assert lines_of(folder) == ["document.yaml:5: svg-too-much"]


def test_fault_in_a_drawing_is_told_with_its_line_there(tmp_path: Path) -> None:
    drawing = RING.replace("<circle", "\n\n<script/><circle")
    folder = write(tmp_path, {"document.yaml": DOCUMENT, "pictures/photo": drawing})
    assert "photo, line 3" in findings_of(folder)[0].message


def test_symbols_carry_their_credit_and_licence(tmp_path: Path) -> None:
    document = (WITH_COVER % "x").replace("file: x", "symbol: 2696")
    picture = load(write(tmp_path, {"document.yaml": document})).pictures[0].picture
    assert picture.credit.startswith("OpenMoji")
    assert picture.licence == "CC BY-SA 4.0"
    assert (picture.width, picture.height) == (72, 72)


def test_symbols_need_the_bank(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    find = util.find_spec
    monkeypatch.setattr(util, "find_spec", lambda name: None if "openmoji" in name else find(name))
    document = (WITH_COVER % "x").replace("file: x", "symbol: 2696")
    folder = write(tmp_path, {"document.yaml": document})
    assert lines_of(folder) == ["document.yaml:5: picture-bank-absent"]


@pytest.mark.parametrize(
    "code",
    ["2696", "U+2696", "2696-FE0F", "1F9D1-200D-2696-FE0F", "1F9D1-200D-2696", "E249", "0023-20E3"],
)
def test_symbol_is_found_with_and_without_its_variation_sign(code: str) -> None:
    file = pictures.find_symbol(code)
    assert file is not None
    assert read_svg(file.read_bytes()) == (72, 72)


def test_a_drawing_of_the_house_needs_no_file_of_ones_own_and_no_credit(tmp_path: Path) -> None:
    document = (WITH_COVER % "x").replace("file: x", "drawing: doctor")
    known = load(write(tmp_path, {"document.yaml": document})).pictures[0]
    assert (known.drawing, known.file, known.picture.media) == ("doctor", "", "svg")
    assert (known.picture.width, known.picture.height) == (400, 320)
    assert (known.picture.credit, known.picture.licence) == ("", "")


def test_a_misspelt_drawing_is_told_with_the_nearest(tmp_path: Path) -> None:
    document = (WITH_COVER % "x").replace("file: x", "drawing: docter")
    (found,) = findings_of(write(tmp_path, {"document.yaml": document}))
    assert found.message == "There is no drawing “docter”."
    assert found.suggestion == "doctor"
