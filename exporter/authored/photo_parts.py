"""The parts of a JPEG or PNG file: what draws the picture is kept, what is said about it is not.

A camera writes into its photographs where and when they were taken, with what, and often a small
copy of them; programs add the names of people and files. None of it is for readers of a guide.
Nothing is drawn anew: the parts that stay, stay byte for byte.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

MOST_SCANS = 100
"""A progressive photograph has about ten; one of thousands would be drawn thousands of times."""

_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_DRAWS = frozenset((b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND", b"iCCP", b"sRGB"))
"""What draws, and the colour profile (PNG, third edition, 11.3.2)."""
_PNG_TURNS = b"eXIf"

_START, _END, _SCAN = 0xD8, 0xD9, 0xDA
_ALONE = frozenset((0x01, *range(0xD0, 0xD8)))
"""Markers without a length: TEM, RST0 … RST7 (ITU-T T.81, table B.1)."""
_APPLICATION = frozenset(range(0xE0, 0xF0))
_COMMENT = 0xFE
_JFIF, _ADOBE, _PROFILE = b"JFIF\0", b"Adobe", b"ICC_PROFILE\0"
_NO_THUMBNAIL = b"\0\0"


class PartsUnreadable(ValueError):
    """The file is not made of the parts that its kind has."""


def bare_png(data: bytes, *, keep_turn: bool = False) -> bytes:
    """A PNG with nothing but its picture and colour profile; `keep_turn`: and its EXIF.

    What follows the last part is left out, too, and of moving pictures all but the first. Raises
    PartsUnreadable.
    """
    kept = [_PNG]
    for name, part in _png_parts(data):
        if name in _PNG_DRAWS or (keep_turn and name == _PNG_TURNS):
            kept.append(part)
    return b"".join(kept)


def _png_parts(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    if not data.startswith(_PNG):
        raise PartsUnreadable
    here = len(_PNG)
    while here + 12 <= len(data):
        (length,) = struct.unpack(">I", data[here : here + 4])
        end = here + 12 + length
        name = data[here + 4 : here + 8]
        if end > len(data):
            break
        (sum_,) = struct.unpack(">I", data[end - 4 : end])
        if name in _PNG_DRAWS and sum_ != zlib.crc32(data[here + 4 : end - 4]):
            raise PartsUnreadable
        yield name, data[here:end]
        if name == b"IEND":
            return
        here = end
    raise PartsUnreadable


def bare_jpeg(data: bytes, *, keep_turn: bool = False) -> bytes:
    """A JPEG with nothing but its picture and colour profile; `keep_turn`: and its EXIF.

    A second picture or a film behind the first (phones write both) is left out, too. Raises
    PartsUnreadable.
    """
    kept = [b"\xff\xd8"]
    for marker, part in _jpeg_parts(data):
        if marker == _COMMENT or marker in _APPLICATION:
            part = _of_application(part, keep_turn)
        kept.append(part)
    return b"".join(kept)


def _of_application(part: bytes, keep_turn: bool) -> bytes:
    """What stays of a part that a program wrote for itself: colours, and how JFIF begins."""
    marker, body = part[1], part[4:]
    if marker == 0xE0 and body.startswith(_JFIF) and len(body) >= 14:
        return b"\xff\xe0\0\x10" + body[:12] + _NO_THUMBNAIL
    if marker == 0xE2 and body.startswith(_PROFILE):
        return part
    if marker == 0xEE and body.startswith(_ADOBE):
        return part
    return part if keep_turn and marker == 0xE1 and body.startswith(b"Exif\0") else b""


def _jpeg_parts(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Each marker with its segment; with that of a scan come the scan's coded pixels."""
    if data[:2] != b"\xff\xd8":
        raise PartsUnreadable
    here, scans = 2, 0
    while True:
        here = _marker(data, here)
        marker = data[here + 1]
        if marker == _END:
            yield marker, b"\xff\xd9"
            return
        if marker in _ALONE:
            here += 2
            continue
        end = here + 2 + int.from_bytes(data[here + 2 : here + 4], "big")
        if end < here + 4 or end > len(data) or marker == _START:
            raise PartsUnreadable
        if marker == _SCAN:
            scans += 1
            end = _end_of_scan(data, end)
            if scans > MOST_SCANS:
                raise PartsUnreadable
        yield marker, data[here:end]
        here = end


def _marker(data: bytes, here: int) -> int:
    """Where the next marker stands; it may be padded with bytes of ones."""
    if data[here : here + 1] != b"\xff":
        raise PartsUnreadable
    while data[here + 1 : here + 2] == b"\xff":
        here += 1
    if here + 1 >= len(data):
        raise PartsUnreadable
    return here


def _end_of_scan(data: bytes, here: int) -> int:
    """Where the coded pixels end: at the first marker that is no restart (T.81, B.1.1.5)."""
    while True:
        here = data.find(b"\xff", here)
        if here < 0 or here + 1 >= len(data):
            raise PartsUnreadable
        following = data[here + 1]
        if following == 0xFF:
            here += 1
        elif following == 0 or following in _ALONE:
            here += 2
        else:
            return here
