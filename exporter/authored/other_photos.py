"""WebP, TIFF, GIF and BMP, as phones, scanners and web pages give them: bounded before anything is
drawn, then drawn once, upright, in colours that every format shows.

Pillow draws them. What a file says of its size is read here first, for their decoders take memory
as soon as a file is opened.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Literal, TypeAlias

from PIL import Image, ImageCms, ImageOps

from exporter.authored.picture_fault import LONGEST_SIDE, MOST_PIXELS, PictureFault, huge

Kind: TypeAlias = Literal["WEBP", "TIFF", "GIF", "BMP"]
FirstOf: TypeAlias = Literal["", "frames", "pages"]
"""What a picture is the first of, where its file holds more."""

_MOST_OF_WEBP = 25_000_000
"""Pixels: its decoder keeps two pictures of four bytes a pixel beside ours."""
_MOST_PACKED = 4_000_000
"""Bytes of a BMP that is packed: Pillow unpacks it step by step."""
_WIDEST_TILE = 4096
_MOST_TAGS, _MOST_VALUES = 200, 200_000
_FEW_COLOURS = 4096
"""More than these are a photograph."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture as it is shown: grey, RGB or a palette of two, perhaps with transparency."""

    image: Image.Image
    media: Literal["png", "jpeg"]
    """A photograph is kept as one; all else without any loss."""
    first_of: FirstOf


def kind_of(data: bytes) -> Kind | None:
    """Which of these kinds a file is, by its first bytes."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "WEBP"
    if data[:4] in (b"II*\0", b"MM\0*"):
        return "TIFF"
    if data[:6] in (b"GIF87a", b"GIF89a"):
        return "GIF"
    return "BMP" if data[:2] == b"BM" else None


def drawn(data: bytes, kind: Kind) -> Drawn:
    """The first picture of a file. Raises PictureFault, and whatever Pillow's decoders raise."""
    _bound(data, kind)
    with Image.open(BytesIO(data), formats=(kind,)) as image:
        if max(image.size) > LONGEST_SIDE or image.width * image.height > MOST_PIXELS:
            raise huge(MOST_PIXELS)
        several = bool(getattr(image, "is_animated", False))
        image.load()
        upright = ImageOps.exif_transpose(image)
        shown = _plain(upright)
    profile = None if shown.mode != upright.mode else upright.info.get("icc_profile")
    kept = profile if upright.mode in ("L", "RGB") else None
    shown.info = {"icc_profile": kept} if kept else {}
    photo = shown.mode == "RGB" and shown.getcolors(_FEW_COLOURS) is None
    first_of: FirstOf = "" if not several else "pages" if kind == "TIFF" else "frames"
    return Drawn(shown, "jpeg" if photo else "png", first_of)


def _plain(image: Image.Image) -> Image.Image:
    """The same in eight bits, grey or RGB; with transparency where something shows through."""
    match image.mode:
        case "1" | "L" | "RGB" if not image.has_transparency_data:
            return image.copy()
        case "LA" | "RGBA":
            return _without_empty_alpha(image)
        case "CMYK" | "LAB":
            return _on_screen(image)
        case mode if mode.startswith("I;16"):
            deep = image.convert("I")
            return deep.point([round(value / 257) for value in range(65536)], "L")
        case "I" | "F":
            raise PictureFault(
                "picture-kind",
                "This picture holds measurements, and not colours.",
                "Open it in the program that made it, and save what you see as PNG.",
            )
    return _without_empty_alpha(image.convert("RGBA" if image.has_transparency_data else "RGB"))


def _without_empty_alpha(image: Image.Image) -> Image.Image:
    """Without transparency where nothing shows through: then it can be kept as a photograph."""
    if image.mode not in ("LA", "RGBA") or image.getchannel("A").getextrema() != (255, 255):
        return image.copy()
    return image.convert("L" if image.mode == "LA" else "RGB")


def _on_screen(image: Image.Image) -> Image.Image:
    """Printing inks, or colours as they are measured, as a screen shows them: by the profile."""
    profile = image.info.get("icc_profile")
    screen = ImageCms.createProfile("sRGB")
    try:
        if image.mode == "LAB":
            of_lab = ImageCms.createProfile("LAB")
            made = ImageCms.profileToProfile(image, of_lab, screen, outputMode="RGB")
        elif profile:
            inks = ImageCms.ImageCmsProfile(BytesIO(profile))
            made = ImageCms.profileToProfile(image, inks, screen, outputMode="RGB")
        else:
            made = image.convert("RGB")
    except (ImageCms.PyCMSError, OSError):  # a profile of something else
        made = image.convert("RGB")
    assert made is not None  # made, not changed in place
    return made


# ---- bounds ------------------------------------------------------------------------------------


def _bound(data: bytes, kind: Kind) -> None:
    """Refuse what would take too much memory or time, before any decoder is asked."""
    match kind:
        case "WEBP":
            width, height = _size_of_webp(data)
            if width * height > _MOST_OF_WEBP:
                raise huge(_MOST_OF_WEBP)
        case "TIFF":
            _look_at_tags(data)
        case "BMP":
            packed = data[14:18] != b"\x0c\0\0\0" and data[30:34] in (b"\1\0\0\0", b"\2\0\0\0")
            if packed and len(data) > _MOST_PACKED:
                raise huge(MOST_PIXELS)
        case "GIF":
            pass  # its size stands in its head, and its decoder begins only when it is asked


def _size_of_webp(data: bytes) -> tuple[int, int]:
    """Width and height of the canvas (RFC 9649, 2.5 to 2.7)."""
    match data[12:16]:
        case b"VP8X":
            across = int.from_bytes(data[24:27], "little")
            down = int.from_bytes(data[27:30], "little")
            return across + 1, down + 1
        case b"VP8L":
            bits = int.from_bytes(data[21:25], "little")
            return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
        case b"VP8 ":
            across, down = struct.unpack_from("<HH", data, 26)
            return across & 0x3FFF, down & 0x3FFF
    raise _damaged()


_WIDTHS = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4}
"""Bytes of one value, by the type of a tag (TIFF 6.0, 2)."""
_BYTES = (1, 2, 6, 7)
_FURTHER = (0x8769, 0x8825, 0xA005)
"""Tags that lead to more tags: of the photograph, of the place, of other programs."""
_TILE = (322, 323)


def _look_at_tags(data: bytes) -> None:
    """Every value is read when a file is opened, and many tags may name the same bytes."""
    order: Literal["<", ">"] = "<" if data[:2] == b"II" else ">"
    (first,) = struct.unpack_from(f"{order}I", data, 4)
    waiting, seen, total = [first], set[int](), 0
    while waiting:
        start = waiting.pop()
        if start in seen:
            continue
        seen.add(start)
        for tag, kind, count, value in _tags(data, start, order):
            total += count * _WIDTHS.get(kind, 1)
            if total > len(data) or (kind not in _BYTES and count > _MOST_VALUES):
                raise _damaged()
            if tag in _TILE and count == 1 and value > _WIDEST_TILE:
                raise huge(_WIDEST_TILE**2)
            if tag in _FURTHER and count == 1:
                waiting.append(value)


def _tags(data: bytes, start: int, order: Literal["<", ">"]) -> Iterator[tuple[int, int, int, int]]:
    """Each tag of a list: its number, its type, how many values, and the value that fits in it."""
    (many,) = struct.unpack_from(f"{order}H", data, start)
    if many > _MOST_TAGS:
        raise _damaged()
    for index in range(many):
        at = start + 2 + 12 * index
        tag, kind, count = struct.unpack_from(f"{order}HHI", data, at)
        short = kind == 3 and count == 1
        (value,) = struct.unpack_from(f"{order}{'H' if short else 'I'}", data, at + 8)
        yield tag, kind, count, value


def _damaged() -> PictureFault:
    return PictureFault(
        "picture-corrupt",
        "This picture is damaged.",
        "Open it in a picture program and save it again as PNG or JPEG.",
    )
