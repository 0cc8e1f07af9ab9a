"""The objects of a PDF file and how they are written down.

ReportLab writes each object plainly; a tagged guide has thousands of small ones. Here all that is
no stream goes into object streams (ISO 32000-1, 7.5.7), which makes a file a third of the size.
What a brand changes is left out and follows in a second part (see `stamping`).
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from hashlib import md5

_PER_STREAM = 200  # fewer than 256, so that an index fits into one byte of the cross-reference
_ONE_MORE = b"\x02\x00\x00\x00\x00\x00\x01"
_CODES = {"\\": "\\\\", "(": "\\(", ")": "\\)", "\r": "\\r", "\n": "\\n"}
_ESCAPES = str.maketrans(_CODES)


def text_string(text: str) -> str:
    """A text string (ISO 32000-1, 7.9.2.2)."""
    if text.isascii():
        return f"({text.translate(_ESCAPES)})"
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"


def pack(data: bytes, level: int = 6) -> bytes:
    """What a stream with the filter FlateDecode holds (7.4.4)."""
    return zlib.compress(data, level)


class Objects:
    """Objects by number. A number may be reserved before its object is known."""

    def __init__(self, first: int = 1) -> None:
        self._next = first
        self.plain: dict[int, str] = {}
        self.streams: dict[int, bytes] = {}

    @property
    def size(self) -> int:
        """One more than the highest number in use."""
        return self._next

    def reserve(self) -> int:
        taken = self._next
        self._next += 1
        return taken

    def add(self, body: str) -> int:
        taken = self.reserve()
        self.plain[taken] = body
        return taken

    def stream(self, entries: str, data: bytes) -> int:
        return self.packed_stream(entries, pack(data))

    def set_stream(self, taken: int, entries: str, data: bytes) -> None:
        packed = pack(data)
        head = f"<<{entries}/Filter/FlateDecode/Length {len(packed)}>>stream\n"
        self.streams[taken] = head.encode("latin-1") + packed + b"\nendstream"

    def packed_stream(self, entries: str, packed: bytes) -> int:
        """A stream of what `pack` gave, maybe for an earlier file."""
        return self.raw_stream(f"{entries}/Filter/FlateDecode", packed)

    def raw_stream(self, entries: str, data: bytes) -> int:
        """A stream whose filter stands in its entries, for example a JPEG."""
        taken = self.reserve()
        head = f"<<{entries}/Length {len(data)}>>stream\n"
        self.streams[taken] = head.encode("latin-1") + data + b"\nendstream"
        return taken


@dataclass(frozen=True, slots=True)
class Base:
    """The first part of a file, ended by a cross-reference of its own."""

    data: bytes
    size: int
    xref: int
    root: int
    digest: bytes


def write_base(objects: Objects, root: int, version: str) -> Base:
    """Header, streams, object streams, cross-reference stream (ISO 32000-1, 7.5.8)."""
    # The comment of bytes above 127 says that the file is binary.
    parts = [f"%PDF-{version}\n%\u00e2\u00e3\u00cf\u00d3\n".encode("latin-1")]
    position = len(parts[0])
    rows: dict[int, bytes] = {0: b"\x00" + bytes(4) + b"\xff"}
    for taken, body in objects.streams.items():
        part = b"%d 0 obj\n%b\nendobj\n" % (taken, body)
        rows[taken] = b"\x01" + position.to_bytes(4, "big") + b"\x00"
        parts.append(part)
        position += len(part)
    plain = sorted(objects.plain.items())
    for start in range(0, len(plain), _PER_STREAM):
        chunk = plain[start : start + _PER_STREAM]
        holder = objects.reserve()
        part = b"%d 0 obj\n%b\nendobj\n" % (holder, _object_stream(chunk))
        rows[holder] = b"\x01" + position.to_bytes(4, "big") + b"\x00"
        for index, (taken, _) in enumerate(chunk):
            rows[taken] = b"\x02" + holder.to_bytes(4, "big") + bytes((index,))
        parts.append(part)
        position += len(part)
    xref = objects.reserve()
    rows[xref] = b"\x01" + position.to_bytes(4, "big") + b"\x00"
    digest = md5(b"".join(parts), usedforsecurity=False).digest()
    table = _xref(xref, rows, objects.size, f"/Root {root} 0 R/ID{_identity(digest, digest)}")
    parts.append(table)
    parts.append(b"startxref\n%d\n%%%%EOF\n" % position)
    return Base(b"".join(parts), objects.size, position, root, digest)


def write_rest(base: Base, objects: Objects, info: int) -> bytes:
    """The second part: what was left out of the first, each object plain, and what is new.

    It is read before the first part, as in a file that was added to (ISO 32000-1, 7.5.6); but
    nothing is replaced, so no older value stays behind.
    """
    position = len(base.data)
    parts: list[bytes] = []
    rows: dict[int, bytes] = {}
    bodies = dict(objects.streams)
    bodies.update((taken, body.encode("latin-1")) for taken, body in objects.plain.items())
    for taken in sorted(bodies):
        part = b"%d 0 obj\n%b\nendobj\n" % (taken, bodies[taken])
        rows[taken] = b"\x01" + position.to_bytes(4, "big") + b"\x00"
        parts.append(part)
        position += len(part)
    xref = objects.reserve()
    rows[xref] = b"\x01" + position.to_bytes(4, "big") + b"\x00"
    digest = md5(base.digest + b"".join(parts), usedforsecurity=False).digest()
    entries = f"/Root {base.root} 0 R/ID{_identity(base.digest, digest)}/Prev {base.xref}"
    if info:
        entries += f"/Info {info} 0 R"
    parts.append(_xref(xref, rows, objects.size, entries))
    parts.append(b"startxref\n%d\n%%%%EOF\n" % position)
    return b"".join(parts)


def _object_stream(chunk: list[tuple[int, str]]) -> bytes:
    offsets, bodies, position = [], [], 0
    for taken, body in chunk:
        offsets.append(f"{taken} {position}")
        bodies.append(body)
        position += len(body) + 1
    head = " ".join(offsets) + "\n"
    packed = pack((head + "\n".join(bodies)).encode("latin-1"))
    return (
        (
            f"<</Type/ObjStm/N {len(chunk)}/First {len(head)}"
            f"/Filter/FlateDecode/Length {len(packed)}>>stream\n"
        ).encode()
        + packed
        + b"\nendstream"
    )


def _xref(taken: int, rows: dict[int, bytes], size: int, entries: str) -> bytes:
    """A cross-reference stream; each row is told by what differs from the row above."""
    if 0 in rows:
        free = b"\x00" + bytes(5)
        listed, index = [rows.get(key, free) for key in range(size)], ""
    else:
        keys = sorted(rows)
        listed, index = [rows[key] for key in keys], f"/Index[{_ranges(keys)}]"
    above = bytes(6)
    told = []
    for row in listed:
        if row[:5] == above[:5] and row[5] == above[5] + 1:
            told.append(_ONE_MORE)
        else:
            told.append(b"\x02" + bytes((a - b) & 255 for a, b in zip(row, above, strict=True)))
        above = row
    packed = pack(b"".join(told))
    head = (
        f"{taken} 0 obj\n<</Type/XRef/Size {size}/W[1 4 1]{index}{entries}/Filter/FlateDecode"
        f"/DecodeParms<</Predictor 12/Columns 6>>/Length {len(packed)}>>stream\n"
    )
    return head.encode() + packed + b"\nendstream\nendobj\n"


def _ranges(keys: list[int]) -> str:
    ranges: list[list[int]] = []
    for key in keys:
        if ranges and ranges[-1][0] + ranges[-1][1] == key:
            ranges[-1][1] += 1
        else:
            ranges.append([key, 1])
    return " ".join(f"{first} {count}" for first, count in ranges)


def _identity(first: bytes, second: bytes) -> str:
    return f"[<{first.hex()}><{second.hex()}>]"
