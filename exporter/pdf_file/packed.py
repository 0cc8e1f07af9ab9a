"""How much a packed stream of a PDF unpacks to, counted in pieces and never held as a whole.

A stream may be packed several times over, in any of five ways (ISO 32000-1, 7.4): 2,500 bytes are
two gigabytes when they are packed twice. Pictures are unpacked by nobody here.
"""

from __future__ import annotations

import base64
import binascii
import zlib
from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

import pikepdf

_PIECE = 1 << 18
_MOST_LAYERS = 16
_END = 0x101
_CLEAR = 0x100
_WHITE = b"\0\t\n\f\r "

Pieces: TypeAlias = Iterator[bytes]


def pieces_of(stream: pikepdf.Stream) -> Pieces:
    """The stream unpacked, piece by piece; what is damaged ends where the damage begins."""
    names = _names(stream.get("/Filter", stream.get("/F")))
    told = stream.get("/DecodeParms", stream.get("/DP"))
    settings = list(told) if isinstance(told, pikepdf.Array) else [told]
    pieces: Pieces = iter((stream.read_raw_bytes(),))
    for number, name in enumerate(names[:_MOST_LAYERS]):
        unpack = _UNPACKING.get(name)
        if unpack is None:
            break  # a picture, or a lock
        own = settings[number] if number < len(settings) else None
        late = isinstance(own, pikepdf.Dictionary) and own.get("/EarlyChange", 1) == 0
        pieces = _lzw(pieces, early=0 if late else 1) if unpack is _lzw else unpack(pieces)
    return pieces


def size_of(stream: pikepdf.Stream, most: int) -> int:
    """How long the stream is unpacked; once that is over `most`, it is not unpacked further."""
    size = 0
    for piece in pieces_of(stream):
        size += len(piece)
        if size > most:
            break
    return size


def beginning_of(stream: pikepdf.Stream, most: int) -> bytes:
    """The first bytes of the stream unpacked, `most` at most."""
    held: list[bytes] = []
    size = 0
    for piece in pieces_of(stream):
        held.append(piece)
        size += len(piece)
        if size >= most:
            break
    return b"".join(held)[:most]


def _names(value: Any) -> list[str]:
    if value is None:
        return []
    return list(map(str, value)) if isinstance(value, pikepdf.Array) else [str(value)]


def _flate(pieces: Pieces) -> Pieces:
    unpacker = zlib.decompressobj()
    try:
        for piece in pieces:
            while piece and not unpacker.eof:
                yield unpacker.decompress(piece, _PIECE)
                piece = unpacker.unconsumed_tail
    except zlib.error:
        return


def _run_length(pieces: Pieces) -> Pieces:
    """A length, then so many bytes as they are, or one byte so many times (7.4.5)."""
    held = b""
    for piece in pieces:
        held += piece
        made: list[bytes] = []
        place, size = 0, 0
        while place < len(held):
            length = held[place]
            if length == 128:
                yield b"".join(made)
                return
            needed = length + 2 if length < 128 else 2
            if place + needed > len(held):
                break
            if length < 128:
                made.append(held[place + 1 : place + needed])
            else:
                made.append(held[place + 1 : place + 2] * (257 - length))
            size += len(made[-1])
            place += needed
            if size > _PIECE:
                yield b"".join(made)
                made, size = [], 0
        held = held[place:]
        yield b"".join(made)


def _lzw(pieces: Pieces, early: int = 1) -> Pieces:
    """Codes of 9 to 12 bits, each the word before and one byte more (7.4.4)."""
    words: list[bytes] = []
    word, width, bits, count = b"", 9, 0, 0
    made: list[bytes] = []
    size = 0
    for piece in pieces:
        for byte in piece:
            bits = (bits << 8 | byte) & 0xFFFFFF
            count += 8
            if count < width:
                continue
            count -= width
            code = bits >> count & ((1 << width) - 1)
            if code == _END:
                yield b"".join(made)
                return
            if code == _CLEAR or not words:
                words = [bytes((one,)) for one in range(256)] + [b"", b""]
                word, width = b"", 9
                if code == _CLEAR:
                    continue
            if code < len(words):
                told = words[code]
            elif word:
                told = word + word[:1]
            else:
                yield b"".join(made)
                return
            if word and len(words) < 4096:
                words.append(word + told[:1])
            word = told
            width = min(12, max(9, (len(words) + early).bit_length()))
            made.append(told)
            size += len(told)
            if size > _PIECE:
                yield b"".join(made)
                made, size = [], 0
    yield b"".join(made)


def _hexadecimal(pieces: Pieces) -> Pieces:
    held = b""
    for piece in pieces:
        inside, end, _ = piece.translate(None, _WHITE).partition(b">")
        held += inside
        even = len(held) & ~1
        try:
            yield binascii.unhexlify(held[:even])
        except binascii.Error:
            return
        held = held[even:]
        if end:
            return


def _base_85(pieces: Pieces) -> Pieces:
    held = b""
    for piece in pieces:
        inside, end, _ = piece.translate(None, _WHITE).replace(b"z", b"!!!!!").partition(b"~")
        held += inside
        whole = len(held) if end else len(held) - len(held) % 5
        try:
            yield base64.a85decode(held[:whole])
        except ValueError:
            return
        held = held[whole:]
        if end:
            return


_UNPACKING: dict[str, Callable[[Pieces], Pieces]] = {
    "/FlateDecode": _flate,
    "/Fl": _flate,
    "/LZWDecode": _lzw,
    "/LZW": _lzw,
    "/RunLengthDecode": _run_length,
    "/RL": _run_length,
    "/ASCIIHexDecode": _hexadecimal,
    "/AHx": _hexadecimal,
    "/ASCII85Decode": _base_85,
    "/A85": _base_85,
}
