"""Values of ours as JSON and raw bytes, and back, by their type: nothing else can come out.

What lies on a disk may have been written by anybody. Here it names no class and no function: the
type that is asked for says what is made of it, and whatever does not fit that type is refused. A
dataclass is the list of its fields; where several may stand, its name comes first. Bytes lie beside
the JSON, and stand in it as their number.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, NewType, TypeAlias, Union, get_args, get_origin, get_type_hints

from exporter.records import MisshapenError

Parts: TypeAlias = Sequence[bytes]
_To: TypeAlias = Callable[[Any, list[bytes]], Any]
_From: TypeAlias = Callable[[Any, Parts], Any]


def to_plain(kind: Any, value: object, parts: list[bytes]) -> Any:
    """The value, of this type, as JSON; its bytes are added to `parts`.

    Raises TypeError for a type that has no such form.
    """
    return _ways(kind)[0](value, parts)


def from_plain(kind: Any, plain: object, parts: Parts) -> Any:
    """The value that `to_plain` made this of. Raises MisshapenError."""
    return _ways(kind)[1](plain, parts)


@cache
def _ways(kind: Any) -> tuple[_To, _From]:
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        return _either(arguments)
    if origin is tuple:
        return _row(arguments)
    if origin is Literal:
        return _same, _one_of(arguments)
    if kind is bytes:
        return _put_aside, _taken
    if kind in (str, int, bool, float, NoneType):
        return _same, _exactly(kind)
    if isinstance(kind, NewType):  # markup is text
        return _ways(kind.__supertype__)
    if _is_record(kind):
        return _record(kind)
    raise TypeError(f"{kind} has no plain form")


def _is_record(kind: Any) -> bool:
    return is_dataclass(kind)


# ---- what stands as it is ---------------------------------------------------------------------


def _same(value: Any, _: list[bytes]) -> Any:
    return value


def _exactly(kind: type) -> _From:
    kinds = (float, int) if kind is float else (kind,)

    def back(plain: Any, _: Parts) -> Any:
        if type(plain) not in kinds:
            raise MisshapenError(f"{plain!r} is no {kind.__name__}")
        return plain

    return back


def _one_of(values: tuple[Any, ...]) -> _From:
    def back(plain: Any, _: Parts) -> Any:
        if not any(plain == one and type(plain) is type(one) for one in values):
            raise MisshapenError(f"{plain!r} is none of {values}")
        return plain

    return back


def _put_aside(value: bytes, parts: list[bytes]) -> int:
    parts.append(value)
    return len(parts) - 1


def _taken(plain: Any, parts: Parts) -> bytes:
    if type(plain) is not int or not 0 <= plain < len(parts):
        raise MisshapenError(f"there is no part {plain!r}")
    return parts[plain]


# ---- what holds others ------------------------------------------------------------------------


def _row(kinds: tuple[Any, ...]) -> tuple[_To, _From]:
    if kinds[-1] is Ellipsis:
        return _many(kinds[0])
    return _few(lambda: kinds, tuple)


def _many(kind: Any) -> tuple[_To, _From]:
    def to(value: tuple[Any, ...], parts: list[bytes]) -> list[Any]:
        way = _ways(kind)[0]  # asked for now: a block holds blocks
        return [way(one, parts) for one in value]

    def back(plain: Any, parts: Parts) -> tuple[Any, ...]:
        if type(plain) is not list:
            raise MisshapenError(f"{plain!r} is no list")
        way = _ways(kind)[1]
        return tuple([way(one, parts) for one in plain])

    return to, back


def _few(
    kinds: Callable[[], tuple[Any, ...]],
    made: Callable[[list[Any]], Any],
    held: Callable[[Any], Sequence[Any]] = tuple,
) -> tuple[_To, _From]:
    """So many values, each of its kind; `made` puts them together, `held` takes them apart."""
    ways: list[tuple[_To, _From]] = []

    def known() -> list[tuple[_To, _From]]:
        if not ways:
            ways.extend(map(_ways, kinds()))
        return ways

    def to(value: Any, parts: list[bytes]) -> list[Any]:
        return [way(one, parts) for (way, _), one in zip(known(), held(value), strict=True)]

    def back(plain: Any, parts: Parts) -> Any:
        if type(plain) is not list or len(plain) != len(known()):
            raise MisshapenError(f"{str(plain)[:60]} should have {len(known())} parts")
        return made([way(one, parts) for (_, way), one in zip(ways, plain, strict=True)])

    return to, back


def _record(kind: Any) -> tuple[_To, _From]:
    """A dataclass of ours as the list of its fields; to make one does nothing else."""
    names = [one.name for one in fields(kind)]

    def kinds() -> tuple[Any, ...]:
        hints = get_type_hints(kind)
        return tuple(hints[name] for name in names)

    def made(values: list[Any]) -> Any:
        return kind(**dict(zip(names, values, strict=True)))

    return _few(kinds, made, lambda value: [getattr(value, name) for name in names])


def _either(kinds: tuple[Any, ...]) -> tuple[_To, _From]:
    """Some of: nothing, dataclasses (each by its name), and one kind or words from a list."""
    records: Mapping[str, Any] = {str(one.__name__): one for one in kinds if _is_record(one)}
    others = [one for one in kinds if not _is_record(one) and one is not NoneType]
    words = [one for one in others if get_origin(one) is Literal]
    if words:
        others = [Literal[tuple(value for one in words for value in get_args(one))]]
    if len(others) + bool(records) != 1:
        raise TypeError(f"{kinds} have no plain form")

    def to(value: Any, parts: list[bytes]) -> Any:
        if value is None:
            return None
        if not records:
            return _ways(others[0])[0](value, parts)
        name = type(value).__name__
        return [name, *_ways(records[name])[0](value, parts)]

    def back(plain: Any, parts: Parts) -> Any:
        if plain is None and NoneType in kinds:
            return None
        if not records:
            return _ways(others[0])[1](plain, parts)
        if type(plain) is not list or not plain or str(plain[0]) not in records:
            raise MisshapenError(f"{str(plain)[:60]} is none of {', '.join(records)}")
        return _ways(records[str(plain[0])])[1](plain[1:], parts)

    return to, back
