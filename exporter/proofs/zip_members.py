"""The members of a stamped zip file: packed as they lie in it, but for those that a brand fills."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass


class OddZip(ValueError):
    """The file is not a zip as our writers make them; the message says what is odd."""


@dataclass(frozen=True, slots=True)
class Members:
    """What is in a zip file: members as they are packed, and the texts of those with slots."""

    packed: Mapping[str, bytes]
    """Also what the list at the end of the file says of each."""
    texts: Mapping[str, str]
    aside: Mapping[str, bytes]
    """What may be anything: the logo of a brand, unpacked."""


def members(data: bytes, *, opened: frozenset[str], aside: re.Pattern[str]) -> Members:
    """Every byte of the zip is looked at: member after member, then the list of them.

    Raises OddZip.
    """
    try:
        return _members(data, opened, aside)
    except (zipfile.BadZipFile, zlib.error, struct.error, UnicodeDecodeError, ValueError) as odd:
        raise OddZip(str(odd)) from odd


def _members(data: bytes, opened: frozenset[str], aside: re.Pattern[str]) -> Members:
    packed: dict[str, bytes] = {}
    texts: dict[str, str] = {}
    others: dict[str, bytes] = {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        listed = archive.infolist()
        if archive.comment or [one.header_offset for one in listed[:1]] != [0]:
            raise ValueError("it holds bytes of nobody")
        ends = [*(one.header_offset for one in listed[1:]), archive.start_dir]
        for one, end in zip(listed, ends, strict=True):
            if one.filename in packed or one.filename in texts or one.filename in others:
                raise ValueError(f"{one.filename} is there twice")
            raw = data[one.header_offset : end]
            if aside.fullmatch(one.filename):
                others[one.filename] = archive.read(one)
                continue
            facts = _facts(one)
            if one.filename in opened:
                texts[one.filename] = _unpacked(one, raw).decode()
                name, extra = struct.unpack_from("<HH", raw, 26)
                facts = (*facts[:-2], raw[:14], raw[26 : 30 + name + extra])  # not sum and length
            else:
                packed[one.filename] = raw
            packed[f"the list entry of {one.filename}"] = repr(facts).encode()
        order = [one.filename for one in listed if one.filename not in others]
        packed["the order of its parts"] = repr(order).encode()
    return Members(packed, texts, others)


def _facts(one: zipfile.ZipInfo) -> tuple[object, ...]:
    """What the list at the end of the zip says about a member."""
    return (
        one.compress_type, one.date_time, one.flag_bits, one.extra, one.comment,
        one.create_system, one.create_version, one.extract_version, one.internal_attr,
        one.external_attr, one.volume, one.compress_size, one.CRC,
    )  # fmt: skip


def _unpacked(one: zipfile.ZipInfo, raw: bytes) -> bytes:
    """The bytes of a member, which must fill its place in the zip to the end."""
    crc, size, length, name, extra = struct.unpack_from("<IIIHH", raw, 14)
    begins = 30 + name + extra
    packer = zlib.decompressobj(-zlib.MAX_WBITS)
    told = packer.decompress(raw[begins:])
    whole = packer.eof and not packer.unused_data and not packer.unconsumed_tail
    if not whole or (crc, size, length) != (one.CRC, one.compress_size, one.file_size):
        raise ValueError(f"{one.filename} is not packed as it says")
    if zlib.crc32(told) != one.CRC or len(told) != one.file_size:
        raise ValueError(f"{one.filename} is damaged")
    return told
