"""PNG and JPEG: proper pictures of a proper size."""

from __future__ import annotations

import warnings
from io import BytesIO
from typing import Literal

from PIL import Image, ImageFile

MOST_PIXELS = 40_000_000
LONGEST_SIDE = 20_000
_TURNED = 0x0112


class PictureFault(Exception):
    """Why a picture cannot be used: rule code, message, hint; and the line in an SVG file."""

    def __init__(self, code: str, message: str, hint: str = "", line: int = 0) -> None:
        self.code, self.message, self.hint, self.line = code, message, hint, line
        super().__init__(message)


def read_raster(data: bytes) -> tuple[Literal["png", "jpeg"], float, float]:
    """The media type and size of a PNG or JPEG picture; PictureFault where it is neither."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _read(data)
    except Image.DecompressionBombError:
        raise _huge() from None
    except PictureFault:
        raise
    except Exception as error:  # Pillow raises whatever its decoders raise
        if kind := _other_kind(data):
            message = f"Pictures are PNG, JPEG or SVG, and this one is {kind}."
            raise PictureFault("picture-kind", message, _SAVE_AGAIN) from error
        raise PictureFault("picture-corrupt", "This picture is damaged.", _SAVE_AGAIN) from error


def _other_kind(data: bytes) -> str:
    """What a file is that somebody took for a PNG or JPEG, if its first bytes say so."""
    if data[4:12] in (b"ftypheic", b"ftypheix", b"ftypmif1"):
        return "HEIC"
    return next((name for head, name in _OTHER_KINDS if data.startswith(head)), "")


def _read(data: bytes) -> tuple[Literal["png", "jpeg"], float, float]:
    ImageFile.LOAD_TRUNCATED_IMAGES = False  # WeasyPrint switches it on for the whole process
    with Image.open(BytesIO(data), formats=("PNG", "JPEG", "MPO")) as image:
        width, height = image.size
        if width * height > MOST_PIXELS or max(width, height) > LONGEST_SIDE:
            raise _huge()
        if image.getexif().get(_TURNED, 1) != 1:
            raise PictureFault("picture-turned", "This photo lies on its side.", _TURN)
        media: Literal["png", "jpeg"] = "png" if image.format == "PNG" else "jpeg"
        if media == "jpeg":
            image.draft("L", (max(1, width // 8), max(1, height // 8)))
        image.load()
    return media, float(width), float(height)


def _huge() -> PictureFault:
    return PictureFault(
        "picture-too-many-pixels",
        f"This picture has more than {MOST_PIXELS // 1_000_000} million pixels.",
        "Save a smaller copy: 2,000 pixels wide are enough for a page.",
    )


_OTHER_KINDS = (
    *((b"GIF8", "GIF"), (b"BM", "BMP"), (b"RIFF", "WebP"), (b"%PDF", "PDF"), (b"PK", "a document")),
    *((b"II*\0", "TIFF"), (b"MM\0*", "TIFF"), (b"%!PS", "EPS"), (b"8BPS", "PSD")),
)
_SAVE_AGAIN = "Open it in a picture program and save it again as PNG or JPEG."
_TURN = "A camera only noted how to turn it. Turn it in a picture program and save it."
