"""Pictures made of pixels, and what calls itself one."""

from __future__ import annotations

import io
import struct
import zlib
from functools import cache
from typing import Any

from PIL import Image

from tests.hostile.attack import DOCUMENT, HEAD, READ, Attack

_FILE = "sources/guide/pictures/x.png"
_NAMED = (
    f"{HEAD}cover: x\npictures:\n  x: {{file: pictures/x.png, alt: A ring}}\nsections: [start]\n"
)


def _chunk(kind: bytes, data: bytes) -> bytes:
    crc = struct.pack(">I", zlib.crc32(kind + data))
    return struct.pack(">I", len(data)) + kind + data + crc


def png(
    width: int, height: int, data: bytes = b"", *more: bytes, depth: int = 8, kind: int = 2
) -> bytes:
    head = _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, kind, 0, 0, 0))
    body = _chunk(b"IDAT", zlib.compress(data))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(more) + body + _chunk(b"IEND", b"")


def _saved(kind: str, **options: Any) -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (40, 40), "red").save(stream, kind, **options)
    return stream.getvalue()


def tiff(*tags: tuple[int, int, int, int]) -> bytes:
    """A TIFF of these tags: number, type, how many, and the value or where it stands."""
    entries = b"".join(struct.pack("<HHII", *tag) for tag in tags)
    return b"II*\0\x08\0\0\0" + struct.pack("<H", len(tags)) + entries + bytes(4)


@cache
def _bomb(megabytes: int) -> bytes:
    return zlib.compress(bytes(megabytes * 1_000_000), 9)


_GOOD = (b"\0" + b"\xff\0\0" * 40) * 40
_JPEG = _saved("JPEG")
_HUGE_JPEG = _JPEG.replace(struct.pack(">HH", 40, 40), b"\xff\xff\xff\xff", 1)

_REFUSED: dict[str, tuple[bytes, str]] = {
    "nothing": (b"", "picture-"),
    "one byte": (b"\x89", "picture-"),
    "only the head of a PNG": (b"\x89PNG\r\n\x1a\n", "picture-"),
    "a PNG cut off": (png(40, 40, _GOOD)[:60], "picture-"),
    "a PNG of 60,000 by 60,000": (png(60_000, 60_000), "picture-"),
    "a PNG of no width": (png(0, 40), "picture-"),
    "a PNG of 2 billion by 1": (png(2**31 - 1, 1), "picture-"),
    "a PNG with wrong sums": (png(40, 40, _GOOD)[:-20] + bytes(20), "picture-"),
    "a PNG of a depth that is none": (png(40, 40, _GOOD, depth=7), "picture-"),
    "a PNG of a kind that is none": (png(40, 40, _GOOD, kind=9), "picture-"),
    "a PNG without pixels": (png(40, 40), "picture-"),
    "a PNG whose part says 4 gigabytes": (
        png(40, 40, _GOOD)[:33] + b"\xff\xff\xff\xffIDAT",
        "picture-",
    ),
    "a JPEG cut off": (_JPEG[:300], "picture-"),
    "a JPEG of 65,535 by 65,535": (_HUGE_JPEG, "picture-"),
    "a JPEG of nothing but marks": (
        b"\xff\xd8" + b"\xff\xfe\x00\x02" * 100_000 + b"\xff\xd9",
        "picture-",
    ),
    "a GIF of 65,535 by 65,535": (
        b"GIF89a\xff\xff\xff\xff\0\0\0,\0\0\0\0\xff\xff\xff\xff\0\2\0;",
        "picture-too-many-pixels",
    ),
    "a GIF without an end": (_saved("GIF")[:-12], "picture-corrupt"),
    "a BMP of 2 billion by 2 billion": (
        b"BM"
        + bytes(8)
        + struct.pack("<IIiiHHIIiiII", 54, 40, 2**31 - 1, 2**31 - 1, 1, 24, *[0] * 6),
        "picture-",
    ),
    "a packed BMP of 30 megabytes": (
        b"BM"
        + bytes(8)
        + struct.pack("<IIiiHHIIiiII", 54, 40, 7000, 7000, 1, 8, 1, *[0] * 5)
        + bytes(1024)
        + b"\1\7" * 15_000_000,
        "picture-too-many-pixels",
    ),
    "a TIFF of 4 billion by 4 billion": (
        tiff((256, 4, 1, 2**32 - 1), (257, 4, 1, 2**32 - 1)),
        "picture-",
    ),
    "a TIFF with a tile of 1,000,000 by 1,000,000": (
        tiff((256, 4, 1, 8), (257, 4, 1, 8), (322, 4, 1, 10**6), (323, 4, 1, 10**6)),
        "picture-",
    ),
    "a TIFF whose 190 tags are the same 20 megabytes": (
        tiff(*((40_000 + one, 7, 20_000_000, 8) for one in range(190))) + bytes(20_000_000),
        "picture-",
    ),
    "a TIFF whose tags lead back to themselves": (tiff((0x8769, 4, 1, 8)), "picture-"),
    "a WebP of 16 million by 16 million": (
        b"RIFF\x1e\0\0\0WEBPVP8X\n\0\0\0\x12\0\0\0" + b"\xff" * 6 + bytes(20),
        "picture-too-many-pixels",
    ),
    "a WebP of 16,384 by 16,384": (
        b"RIFF\x1e\0\0\0WEBPVP8L\n\0\0\0\x2f\xff\xff\xff\x0f" + bytes(20),
        "picture-too-many-pixels",
    ),
    "a WebP cut off": (_saved("WEBP")[:30], "picture-"),
    "an icon": (_saved("ICO"), "picture-"),
    "a web page": (b"<html><script>alert(1)</script>", "picture-"),
    "a PDF": (b"%PDF-1.7\n%\xff", "picture-"),
    "a phone's HEIC": (b"\0\0\0\x18ftypheic" + bytes(100), "picture-"),
    "PostScript": (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n(id) run\n", "picture-"),
    "a drawing for Windows": (b"\xd7\xcd\xc6\x9a" + bytes(200), "picture-"),
    "text": (b"just words", "picture-"),
    "41 megabytes": (b"\x89PNG\r\n\x1a\n" + bytes(41_000_000), "file-too-large"),
}
_TAKEN: dict[str, bytes] = {
    "a PNG with 200 megabytes of words": png(40, 40, _GOOD, _chunk(b"zTXt", b"a\0\0" + _bomb(200))),
    "a PNG with 200 megabytes of colours": png(
        40, 40, _GOOD, _chunk(b"iCCP", b"a\0\0" + _bomb(200))
    ),
    "a PNG with 200 megabytes of pixels too many": png(40, 40, _GOOD + bytes(200_000_000)),
    "a PNG with a script behind it": png(40, 40, _GOOD) + b"<script>alert(7)</script>",
    "a PNG with 10,000 remarks": png(40, 40, _GOOD, *[_chunk(b"tEXt", b"a\0b")] * 10_000),
    "a GIF of 100,000 frames": _saved("GIF")[:-1]
    + _saved("GIF")[_saved("GIF").index(b",") : -1] * 100_000
    + b";",
    "a TIFF with a script in its words": _saved(
        "TIFF", tiffinfo={270: "<script>alert(7)</script>"}
    ),
    "a WebP with a script behind it": _saved("WEBP") + b"<script>alert(7)</script>",
    "a JPEG with a script in its remark": _JPEG[:2]
    + b"\xff\xfe\x00\x12<script>alert(7)"
    + _JPEG[2:],
}  # what is not the picture is left out


ATTACKS = (
    *(Attack(name, {DOCUMENT: _NAMED, _FILE: data}, READ, 1, says)
      for name, (data, says) in _REFUSED.items()),
    *(Attack(name, {DOCUMENT: _NAMED, _FILE: data},
             "build --jobs 1 --format html --edition standard", -1, never="alert(7)")
      for name, data in _TAKEN.items()),
)  # fmt: skip
