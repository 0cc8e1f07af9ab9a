"""A block of every type of the model, made from its fields alone.

So a kind of block that is added tomorrow is tried today: nobody has to remember it here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from exporter.model import Block, Inline, Picture, Text

BLOCKS: tuple[Any, ...] = get_args(Block)
WORDS = "Words of an author"


def block_of(kind: Any, inner: Block, picture: Picture) -> Block:
    """A block of this type: `inner` stands wherever a block may, `picture` wherever a picture."""
    made: Block = _made(kind, inner, picture)
    return made


def _made(hint: Any, inner: Block, picture: Picture) -> Any:
    if hint is Picture:
        return picture
    if hint == Block:
        return inner
    if hint == Inline:
        return Text(WORDS)
    if is_dataclass(hint):
        hints = get_type_hints(hint)
        own = [field.name for field in fields(hint) if field.name != "place"]
        made = {name: _made(hints[name], inner, picture) for name in own}
        return hint(**made)  # type: ignore[operator]
    match get_origin(hint):
        case origin if origin is tuple:
            return (_made(get_args(hint)[0], inner, picture),)
        case origin if origin is Literal:
            return get_args(hint)[0]
        case origin if origin is Union:
            return _made(get_args(hint)[0], inner, picture)
    return {str: WORDS, bool: False, float: 1.0, int: 1}[hint]


def pictures_in(thing: object) -> Iterator[Picture]:
    """Every picture anywhere inside: an oracle that knows fields, and no kind of block."""
    if isinstance(thing, Picture):
        yield thing
    elif isinstance(thing, tuple):
        for one in thing:
            yield from pictures_in(one)
    elif is_dataclass(thing):
        for field in fields(thing):
            yield from pictures_in(getattr(thing, field.name))


def words_in(thing: object) -> int:
    """How many texts of an author are anywhere inside: in runs of words, labels and headers."""
    if isinstance(thing, str):
        return int(thing == WORDS)
    if isinstance(thing, Picture):
        return 0
    if isinstance(thing, tuple):
        return sum(map(words_in, thing))
    if is_dataclass(thing):
        return sum(words_in(getattr(thing, field.name)) for field in fields(thing))
    return 0
