"""The parts of an SVG file: what draws stays byte for byte, what is said about it does not.

Drawing programs write into a file who drew it, where it lies on their disk and how their windows
stood. None of it is for readers of a guide. And a drawing says its size so that everybody agrees.
The file has been read before: it is well-formed, in UTF-8 and without a document type.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from exporter.authored.svg import read_svg

_TOKEN = re.compile(
    rb"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>|<(?:[^<>\"']|\"[^\"]*\"|'[^']*')*+>", re.DOTALL
)
_NAME = re.compile(rb"</?\s*([^\s/>]+)")
_ATTRIBUTE = re.compile(rb"\s+([^\s=/>\"']+)\s*=\s*(\"[^\"]*\"|'[^']*')")
_NAMESPACE = re.compile(rb"\sxmlns(?::([^\s=]+))?\s*=\s*[\"']([^\"']*)[\"']")
_SVG = b"http://www.w3.org/2000/svg"
_DRAWS = {b"http://www.w3.org/1999/xlink", b"http://www.w3.org/XML/1998/namespace", _SVG}
_SMALLEST, _ENLARGED = 20.0, 100.0
"""Pixels: programs that count in whole pixels would draw a smaller drawing coarsely."""
_PLAIN = re.compile(rb"[\"']\s*[\d.]+(?:px)?\s*[\"']")


@dataclass(frozen=True, slots=True)
class BareDrawing:
    """A drawing with nothing but what draws, and its natural size in CSS pixels."""

    data: bytes = field(repr=False)
    width: float
    height: float


def read_drawing(data: bytes) -> BareDrawing:
    """An SVG drawing as every format shows it; PictureFault where it is no safe drawing.

    The last small ones are remembered by their bytes: a studio reads a document again and again,
    and an import what it has written.
    """
    return _read(data) if len(data) <= _MOST_KEPT else _read.__wrapped__(data)


_MOST_KEPT = 100_000
"""Bytes of a drawing that is worth to be known again."""


@lru_cache(maxsize=256)
def _read(data: bytes) -> BareDrawing:
    width, height = read_svg(data)
    return BareDrawing(bare_svg(data, width, height), width, height)


def bare_svg(data: bytes, width: float, height: float) -> bytes:
    """The drawing with nothing but what draws; if need be, with this size at its root."""
    kept = _sized(b"".join(_drawing(data)), width, height)
    return data if kept == data else kept


def _drawing(data: bytes) -> Iterator[bytes]:
    """The file piece by piece, without comments, notes and what other programs wrote for
    themselves."""
    prefixes = _prefixes(data)
    here, inside = 0, 0  # how deep in a part that is left out
    for token in _TOKEN.finditer(data):
        text = token.group()
        if not inside:
            yield data[here : token.start()]
        here = token.end()
        if text.startswith(b"<![CDATA["):
            if not inside:
                yield text
        elif text.startswith(b"<?xml ") and token.start() < 4:
            yield text
        elif text.startswith((b"<!--", b"<?")):
            continue
        elif inside or not _is_drawn(text, prefixes):
            inside += 0 if text.endswith(b"/>") else -1 if text.startswith(b"</") else 1
        else:
            yield _ATTRIBUTE.sub(lambda one: _kept(one, prefixes), text)
    yield data[here:]


def _prefixes(data: bytes) -> dict[bytes, bool]:
    """Each prefix that the file declares, and whether what it names draws."""
    found = {b"xml": True, b"xmlns": True}
    for prefix, name in _NAMESPACE.findall(data):
        if prefix:
            found[prefix] = found.get(prefix, False) or name in _DRAWS
    return found


def _is_drawn(tag: bytes, prefixes: dict[bytes, bool]) -> bool:
    match = _NAME.match(tag)
    prefix, colon, name = match[1].rpartition(b":") if match else (b"", b"", b"")
    own = {name for prefix, name in _NAMESPACE.findall(tag) if not prefix}
    return name != b"metadata" and (prefixes.get(prefix, True) if colon else own <= {_SVG})


def _kept(attribute: re.Match[bytes], prefixes: dict[bytes, bool]) -> bytes:
    prefix, colon, name = attribute[1].rpartition(b":")
    is_note = name.startswith(b"data-") or (colon and not prefixes.get(prefix, True))
    return b"" if is_note else attribute.group()


def _sized(data: bytes, width: float, height: float) -> bytes:
    """The drawing with its size in pixels, where its root says it otherwise or not at all."""
    root = next((one for one in _TOKEN.finditer(data) if one.group()[1:2] not in b"!?"), None)
    if root is None:
        return data
    given = {one[1]: one[2] for one in _ATTRIBUTE.finditer(root.group())}
    size = [given.get(name, b"") for name in (b"width", b"height")]
    longest = max(width, height)
    scale = _ENLARGED / longest if longest < _SMALLEST else 1.0
    if scale == 1 and (not any(size) or all(map(_PLAIN.fullmatch, size))):
        return data
    tag = _ATTRIBUTE.sub(
        lambda one: b"" if one[1] in (b"width", b"height") else one.group(), root.group()
    )
    name = _NAME.match(tag)
    assert name is not None
    said = f' width="{width * scale:g}" height="{height * scale:g}"'.encode()
    return data[: root.start()] + name.group() + said + tag[name.end() :] + data[root.end() :]
