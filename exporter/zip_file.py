"""The zip file: always the same bytes, and members that can be copied without packing them again;
and strangers' zip files, opened within bounds.

Python's zipfile can neither take packed data nor pack a member in pieces. A member here is
made of segments, each packed so that it can stand between others (deflate's full flush), so
stamping a brand packs only the few words of the brand.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from exporter.diagnostics import Unreadable

_DATE = (1980 - 1980) << 9 | 1 << 5 | 1
"""1 January 1980, the first day that zip knows: the same file has the same bytes on every day."""
_STORED, _DEFLATED = 0, 8
_LEVEL = 6
_END = b"\x03\x00"
"""An empty last block, which ends a deflate stream."""
_VERSION = 20
_UTF8 = 0x800


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a member, packed; `crc` and `size` are of its unpacked bytes."""

    packed: bytes
    crc: int
    size: int


@dataclass(frozen=True, slots=True)
class Member:
    """A file in the zip. `packed` is its finished data."""

    name: str
    packed: bytes
    crc: int
    size: int
    method: int


def segment(data: bytes) -> Segment:
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = packer.compress(data) + packer.flush(zlib.Z_FULL_FLUSH)
    return Segment(packed, zlib.crc32(data), len(data))


def member(name: str, data: bytes) -> Member:
    """A file; what is packed already is stored as it is, and the first file of an e-book too: it
    must be seen without unpacking (EPUB 3.3, 4.2.3)."""
    if name == "mimetype" or name.endswith((".png", ".jpeg", ".woff2")):
        return Member(name, data, zlib.crc32(data), len(data), _STORED)
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = packer.compress(data) + packer.flush()
    return Member(name, packed, zlib.crc32(data), len(data), _DEFLATED)


def joined(name: str, segments: Iterable[Segment]) -> Member:
    """A file of several segments."""
    packed, crc, size = [], 0, 0
    for piece in segments:
        packed.append(piece.packed)
        crc = _joined_crc(crc, piece.crc, piece.size)
        size += piece.size
    return Member(name, b"".join(packed) + _END, crc, size, _DEFLATED)


def zipped(members: Iterable[Member]) -> bytes:
    """The zip file, its members in this order."""
    return b"".join(pieces(members))


def pieces(members: Iterable[Member]) -> Iterator[bytes]:
    """The zip file piece by piece, for whoever need not hold all of it at once."""
    directory: list[bytes] = []
    offset = 0
    for entry in members:
        name = entry.name.encode()
        shared = struct.pack(
            "<HHHHHIIIHH", _VERSION, _UTF8, entry.method, 0, _DATE, entry.crc, len(entry.packed),
            entry.size, len(name), 0,
        )  # fmt: skip
        head = b"PK\x03\x04" + shared + name
        directory.append(
            b"PK\x01\x02" + struct.pack("<H", _VERSION) + shared
            + struct.pack("<HHHII", 0, 0, 0, 0, offset) + name
        )  # fmt: skip
        yield head
        yield entry.packed
        offset += len(head) + len(entry.packed)
    listing = b"".join(directory)
    count = len(directory)
    end = struct.pack("<HHHHIIH", 0, 0, count, count, len(listing), offset, 0)
    yield listing + b"PK\x05\x06" + end


def _joined_crc(first: int, second: int, size: int) -> int:
    """The checksum of two pieces from their checksums (zlib's crc32_combine).

    A zero byte more is a linear map of a message's checksum over GF(2); `size` zero bytes are that
    map to the power of `size`, found by squaring.
    """
    power = 0
    while size:
        if size & 1:
            first = _applied(_zeros(power), first)
        size >>= 1
        power += 1
    return first ^ second


@cache
def _zeros(power: int) -> tuple[int, ...]:
    """The map for 2 ** power zero bytes, as the images of the 32 bits."""
    if power == 0:
        bit = (0xEDB88320, *(1 << place for place in range(31)))
        for _ in range(3):
            bit = _squared(bit)
        return bit
    return _squared(_zeros(power - 1))


def _squared(matrix: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(_applied(matrix, row) for row in matrix)


def _applied(matrix: tuple[int, ...], vector: int) -> int:
    total = 0
    for row in matrix:
        if not vector:
            break
        if vector & 1:
            total ^= row
        vector >>= 1
    return total


# ---- strangers' zip files ------------------------------------------------------------------------

MOST_PACKED = 300_000_000
"""Bytes of a zip file that we open."""
MOST_PARTS = 20_000
MOST_UNPACKED = 100_000_000
"""Bytes of all parts together that are unpacked to be read; the largest guides have 8 million."""
MOST_OF_PICTURES = 1_000_000_000
MOST_TIMES = 250
"""How many times its packed size a large part may have; long tables, which pack best, reach 100."""
_LARGE = 10_000_000


class ZipParts:
    """The parts of a stranger's zip file, by their names, each unpacked within bounds when asked.

    `kind` is what people call such a file, "Word file"; it stands in the sentences of Unreadable.
    """

    def __init__(self, data: bytes, kind: str) -> None:
        self.kind = kind
        self.unpacked = 0
        self.pictures = 0
        if len(data) > MOST_PACKED:
            raise self.too_large(f"is larger than {MOST_PACKED // 1_000_000} MB")
        if data.count(b"PK\x01\x02") > MOST_PARTS:
            raise self.too_large("has too many parts")
        try:
            self._file = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN as error:
            a = "an" if kind[:1] in "aeiou" else "a"
            message = f"This is not {a} {kind}, or it is damaged."
            raise Unreadable(message, "damaged") from error
        self.names = frozenset(self._file.namelist())
        self._exact = {name.lower(): name for name in self.names}

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._exact

    def read(self, name: str) -> bytes:
        """One part, all of it. Raises KeyError where there is none, and Unreadable."""
        info = self._file.getinfo(self._exact[name.lower()])
        data = self._unpacked(info, MOST_UNPACKED - self.unpacked)
        if data is None:
            raise self.too_large(f"unpacks to more than {MOST_UNPACKED // 1_000_000} MB")
        if len(data) > _LARGE and len(data) > MOST_TIMES * max(1, info.compress_size):
            raise self.too_large(f"unpacks to more than {MOST_TIMES} times its size")
        self.unpacked += len(data)
        return data

    def picture(self, name: str) -> bytes:
        """A picture; nothing where it is lost, damaged or larger than any picture."""
        if name not in self or self.pictures > MOST_OF_PICTURES:
            return b""
        info = self._file.getinfo(self._exact[name.lower()])
        try:
            data = self._unpacked(info, MOST_UNPACKED) or b""
        except Unreadable:
            return b""
        self.pictures += len(data)
        return data

    def too_large(self, how: str) -> Unreadable:
        return Unreadable(f"This {self.kind} {how}; that is too large to be read.", "too large")

    def _unpacked(self, info: zipfile.ZipInfo, most: int) -> bytes | None:
        """The bytes of a part, whatever its header says of their number; None if there are more."""
        try:
            with self._file.open(info) as stream:
                data = stream.read(most + 1)
        except RuntimeError as error:  # so zipfile tells that a password is needed
            if isinstance(error, NotImplementedError):
                raise self._damaged(info.filename) from error
            raise locked(self.kind) from error
        except _BROKEN as error:
            raise self._damaged(info.filename) from error
        return data if len(data) <= most else None

    def _damaged(self, name: str) -> Unreadable:
        return Unreadable(f"A part of this {self.kind} is damaged: {name}.", "damaged")


_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError)


def locked(kind: str) -> Unreadable:
    """What to say of a file that only opens with a password."""
    return Unreadable(
        f"This {kind} is locked with a password, so nobody can check it.",
        "encrypted",
        "Save it without a password. Screen readers may not get into it either.",
    )
