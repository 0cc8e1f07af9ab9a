"""Photographs as people have them: turned, huge, of any depth and kind of colour, full of data
about the people who took them. Read once into what every format shows alike: a PNG or a JPEG.
"""

from __future__ import annotations

import hashlib
import warnings
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from typing import Literal

from PIL import Image, ImageCms, ImageFile

from exporter.authored.other_photos import FirstOf, Kind, drawn, kind_of
from exporter.authored.photo_parts import bare_jpeg, bare_png
from exporter.authored.picture_fault import (
    LONGEST_SIDE,
    MOST_PIXELS,
    TALLEST,
    WIDEST,
    PictureFault,
    huge,
)

MOST_OF_A_PHOTO = 120_000_000
"""A plain JPEG is read at a part of its size, so it may be larger: phones make 108 million."""

_ORIENTATION = 0x0112
_UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""What sets a picture upright, by what the camera noted (Exif 2.32, Orientation)."""
_LYING = range(5, 9)
_QUALITY = 90
_DEEP = 16
_REMEMBERED = 64


@dataclass(frozen=True, slots=True)
class Raster:
    """A picture made of pixels, upright, with nothing in its file but picture and colour profile.

    Of eight bits a channel: grey, RGB or a palette, in a PNG perhaps with transparency.
    """

    media: Literal["png", "jpeg"]
    data: bytes = field(repr=False)
    width: int
    height: int
    first_of: FirstOf = ""


def read_raster(data: bytes) -> Raster:
    """The picture as it is shown; PictureFault where the file is of no kind that is read.

    A PNG or JPEG that can be shown as it is stays as it is, byte for byte, less what is said about
    it; other kinds are drawn anew. A photo that a camera noted to be turned is turned, one larger
    than a page needs is made smaller. Of several frames or pages the first is shown.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _read(data)
    except Image.DecompressionBombError:
        raise huge(MOST_PIXELS) from None
    except PictureFault:
        raise
    except Exception as error:  # Pillow raises whatever its decoders raise
        if kind := _other_kind(data):
            message = (
                f"Pictures are PNG, JPEG, SVG, WebP, TIFF, GIF or BMP, and this one is {kind}."
            )
            hint = _FROM_A_PHONE if kind in ("HEIC", "AVIF") else _SAVE_AGAIN
            raise PictureFault("picture-kind", message, hint) from error
        raise PictureFault("picture-corrupt", "This picture is damaged.", _SAVE_AGAIN) from error


def _other_kind(data: bytes) -> str:
    """What a file is that somebody took for a PNG or JPEG, if its first bytes say so."""
    if data[4:8] == b"ftyp":
        return _BRANDS.get(data[8:12], "")
    return next((name for head, name in _OTHER_KINDS if data.startswith(head)), "")


def _read(data: bytes) -> Raster:
    key = hashlib.sha256(data).hexdigest()
    if key not in _known:
        made = _read_anew(data)
        if _bare_of(made.media)(made.data) == made.data:  # read again, it is the same
            _remember(hashlib.sha256(made.data).hexdigest(), made)
        _remember(key, made)
    return _known[key]


def _bare_of(media: str) -> Callable[..., bytes]:
    return bare_png if media == "png" else bare_jpeg


def _read_anew(data: bytes) -> Raster:
    ImageFile.LOAD_TRUNCATED_IMAGES = False  # WeasyPrint switches it on for the whole process
    if kind := kind_of(data):
        return _of_another_kind(data, kind)
    is_png = data.startswith(b"\x89PNG")
    bare = _bare_of("png" if is_png else "jpeg")
    kept = bare(data, keep_turn=True) if is_png or data[:2] == b"\xff\xd8" else data
    with Image.open(BytesIO(kept), formats=("PNG", "JPEG")) as image:
        _bound(image)
        turn = _turn(image)
        deep = is_png and data[24] == _DEEP
        if turn or image.size != _within(image.size) or deep or image.mode == "CMYK":
            return _drawn_anew(kept, image, turn)
        width, height = image.size
        if not is_png:  # whether it is whole, not what it shows
            image.draft("L", (max(1, width // 8), max(1, height // 8)))
        image.load()
    return Raster("png" if is_png else "jpeg", bare(kept), width, height)


def _turn(image: Image.Image) -> int:
    """How the camera was held, as it noted; 0 for upright, and where nobody can read the note."""
    try:
        turn = image.getexif().get(_ORIENTATION, 1)
    except Exception:  # what is noted beside a picture may be anything
        return 0
    return turn if turn in _UPRIGHT else 0


def _bound(image: Image.Image) -> None:
    """Refuse what would take too much memory, before any of it is drawn."""
    plain = image.format == "JPEG" and not image.info.get("progressive")
    most = MOST_OF_A_PHOTO if plain else MOST_PIXELS
    if image.width * image.height > most or max(image.size) > LONGEST_SIDE:
        raise huge(most)


# ---- pictures that are drawn anew --------------------------------------------------------------

_known: dict[str, Raster] = {}
"""What the last pictures were found to be, by the hash of their files and of what was made of them:
a studio reads them often, and an import reads again what it has made."""


def _remember(key: str, made: Raster) -> None:
    if len(_known) >= _REMEMBERED:
        _known.clear()
    _known[key] = made


def _drawn_anew(data: bytes, image: Image.Image, turn: int) -> Raster:
    """Upright, no larger than a page needs, eight bits deep, in grey, RGB or a palette."""
    media: Literal["png", "jpeg"] = "png" if image.format == "PNG" else "jpeg"
    if media == "jpeg":  # its decoder can draw a half or a quarter at once
        image.draft(image.mode, _within(image.size, lying=turn in _LYING))
    shallow = _eight_bits(data, image) if media == "png" else _rgb(image)
    upright = shallow.transpose(_UPRIGHT[turn]) if turn else shallow
    size = _within(upright.size)
    if size != upright.size:
        upright = _mixable(upright).resize(size, Image.Resampling.LANCZOS, reducing_gap=3)
    about = {"icc_profile": shallow.info.get("icc_profile")}
    if media == "png" and "transparency" in upright.info:
        about["transparency"] = upright.info["transparency"]
    upright.info = {}
    return _saved(upright, media, about)


def _of_another_kind(data: bytes, kind: Kind) -> Raster:
    """A picture of a kind that not every format shows, as PNG or JPEG."""
    found = drawn(data, kind)
    image = found.image
    size = _within(image.size)
    profile = {"icc_profile": image.info.get("icc_profile")}
    if size != image.size:
        image = _mixable(image).resize(size, Image.Resampling.LANCZOS, reducing_gap=3)
    image.info = {}
    return _saved(image, found.media, profile, found.first_of)


def _saved(
    image: Image.Image,
    media: Literal["png", "jpeg"],
    about: Mapping[str, object],
    first_of: FirstOf = "",
) -> Raster:
    how = {} if media == "png" else {"quality": _QUALITY, "subsampling": 0}
    stream = BytesIO()
    image.save(stream, media, **how, **about)
    return Raster(media, stream.getvalue(), *image.size, first_of)


def _within(size: tuple[int, int], *, lying: bool = False) -> tuple[int, int]:
    """The size made to fit a page, lying or upright; never larger than it was."""
    across, down = (TALLEST, WIDEST) if lying else (WIDEST, TALLEST)
    scale = min(1.0, across / size[0], down / size[1])
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))


def _eight_bits(data: bytes, image: Image.Image) -> Image.Image:
    """A PNG of sixteen bits a channel, in eight. Pillow cuts colours by itself, but not grey."""
    if data[24] != _DEEP:
        return image
    clear = image.info.get("transparency")
    if not image.mode.startswith("I"):
        image.load()
        if isinstance(clear, tuple):
            image.info["transparency"] = tuple(part >> 8 for part in clear)
        return image
    deep = image.convert("I")
    grey = deep.point([round(value / 257) for value in range(65536)], "L")
    if isinstance(clear, int):
        seen = deep.point([0 if value == clear else 255 for value in range(65536)], "L")
        grey = Image.merge("LA", (grey, seen))
    grey.info = {"icc_profile": image.info.get("icc_profile")}
    return grey


def _rgb(image: Image.Image) -> Image.Image:
    """A photo in printing inks as RGB, by its colour profile if it has one: neither e-books nor
    Word show inks alike."""
    if image.mode != "CMYK":
        return image
    profile = image.info.get("icc_profile")
    try:
        if profile:
            inks, screen = (
                ImageCms.ImageCmsProfile(BytesIO(profile)),
                ImageCms.createProfile("sRGB"),
            )
            return _bare(ImageCms.profileToProfile(image, inks, screen, outputMode="RGB"))
    except (ImageCms.PyCMSError, OSError):
        pass  # a profile of something else
    return _bare(image.convert("RGB"))


def _bare(image: Image.Image | None) -> Image.Image:
    assert image is not None  # made, not changed in place
    image.info = {}
    return image


def _mixable(image: Image.Image) -> Image.Image:
    """The picture in colours that can be mixed, to make it smaller."""
    if image.has_transparency_data:
        return image.convert("LA" if image.mode in ("L", "LA") else "RGBA")
    return (
        image if image.mode in ("L", "RGB") else image.convert("L" if image.mode == "1" else "RGB")
    )


# ---- what is said ----------------------------------------------------------------------------


_OTHER_KINDS = (
    *((b"%PDF", "PDF"), (b"PK", "a document"), (b"%!PS", "EPS"), (b"8BPS", "PSD")),
    *((b"\0\0\1\0", "an icon"), (b"\xd7\xcd\xc6\x9a", "WMF"), (b"\1\0\0\0", "EMF")),
)
_BRANDS = {
    **dict.fromkeys((b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1"), "HEIC"),
    **dict.fromkeys((b"avif", b"avis"), "AVIF"),
}
"""What the first bytes of a file of ISO/IEC 23008-12 name."""
_SAVE_AGAIN = "Open it in a picture program and save it again as PNG or JPEG."
_FROM_A_PHONE = (
    "Send it to yourself by email from the phone, or open it in a picture program and save it as "
    "JPEG. On an iPhone, Settings, Camera, Formats, “Most Compatible” takes photos as JPEG."
)
