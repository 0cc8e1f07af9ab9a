"""A compiled layout as a file: three JSON texts with their bytes, and a hash of it all.

    exporter layout <its key> <hash of all that follows>
    [numbers: how long each text is, and each of its bytes]
    the document, edition and answers        the template and its witness

Data and no code: what is made of it, the types say (plain_form.py). The document is the same for
every format of an edition, and is made once.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import Any, TypeAlias

from exporter import fingerprint
from exporter.edition import Edition
from exporter.formats import FORMATS, Settings
from exporter.making.layouts import Compiled, Layout
from exporter.making.plain_form import from_plain, to_plain
from exporter.model import Document
from exporter.records import MisshapenError
from exporter.source import Acceptance
from exporter.template import Template

_Numbers: TypeAlias = tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class _About:
    """What a layout is made of."""

    document: Document
    edition: Edition
    answers: tuple[Acceptance, ...]


@dataclass(frozen=True, slots=True)
class _File:
    """A template without its slots, and its witness."""

    format: str
    data: bytes
    witness: bytes


def written(compiled: Compiled) -> list[bytes]:
    """The pieces of the file."""
    template = compiled.template
    about = _packed(_About, _About(compiled.document, compiled.edition, compiled.answers))
    file = _packed(_File, _File(template.format, template.data, compiled.witness))
    slots = _packed(compiled.engine.slots, template.slots)
    long = [[len(one) for one in part] for part in (about, file, slots)]
    body = b"".join((json.dumps(long).encode(), b"\n", *about, *file, *slots))
    return [_first(compiled.key, body), b"\n", body]


def _first(key: str, body: bytes) -> bytes:
    return f"exporter layout {key} {fingerprint.sha256(body)}".encode()


def read(data: bytes, key: str, layout: Layout, settings: Settings) -> Compiled | None:
    """The layout that this file was written of; None when it is none, or was damaged."""
    first, _, body = data.partition(b"\n")
    if first != _first(key, body):
        return None
    try:
        (text, pictures), file, slots = _parts(body)
        about = _about(text, pictures)
        engine = FORMATS[layout.format].engine(settings, about.document)
        known = _unpacked(_File, *file)
        template = Template(known.format, known.data, _unpacked(engine.slots, *slots))
    except (ValueError, RecursionError):  # of another shape: nobody but us can have meant it
        return None
    return Compiled(
        layout=layout,
        key=key,
        template=template,
        document=about.document,
        edition=about.edition,
        settings=settings,
        answers=about.answers,
        witness=known.witness,
    )


@lru_cache(maxsize=16)
def _about(text: bytes, parts: tuple[bytes, ...]) -> _About:
    found: _About = _unpacked(_About, text, parts)
    return found


def _packed(kind: Any, value: object) -> list[bytes]:
    """The JSON of a value, then its bytes."""
    parts: list[bytes] = []
    plain = json.dumps(to_plain(kind, value, parts), ensure_ascii=False)
    return [plain.encode(errors="surrogatepass"), *parts]


def _unpacked(kind: Any, text: bytes, parts: tuple[bytes, ...]) -> Any:
    return from_plain(kind, json.loads(text), parts)


def _parts(body: bytes) -> Iterator[tuple[bytes, tuple[bytes, ...]]]:
    """Each JSON text with its bytes. Raises ValueError where they do not fill the file."""
    head, _, rest = body.partition(b"\n")
    long: tuple[tuple[int, ...], ...] = from_plain(_Numbers, json.loads(head), ())
    flat = [number for part in long for number in part]
    if min(map(len, long), default=0) == 0 or min(flat) < 0 or sum(flat) != len(rest):
        raise MisshapenError("its parts do not fill it")
    cut = iter([rest[start:end] for start, end in pairwise((0, *accumulate(flat)))])
    for part in long:
        text, *others = [next(cut) for _ in part]
        yield text, tuple(others)
