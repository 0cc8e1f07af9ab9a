"""Frozen dataclasses that are made in a quarter of the time.

`dataclasses` writes six functions for every class and compiles each by itself: with 300 classes, a
seventh of what a `check` takes. Here one is written, which makes a value; how values are compared,
hashed, shown, pickled and kept from change is the same for all. Nobody else sees a difference:
`fields`, `replace`, `match`, pickle and the type checker know what they are, dataclasses.

For what `check` and `import` load; elsewhere those of Python are as good.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from dataclasses import MISSING, FrozenInstanceError, fields
from operator import attrgetter
from reprlib import recursive_repr
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

Made = TypeVar("Made", bound=type[Any])
Values = Callable[[Any], tuple[Any, ...]]


def _quick(*, frozen: bool, slots: bool, kw_only: bool = False) -> Callable[[Made], Made]:
    """Make a class a dataclass. Each is frozen and has slots, and says so where it stands."""
    if not (frozen and slots):
        raise TypeError("a dataclass of this kind is frozen and has slots")
    bare = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True, kw_only=kw_only)

    def made(cls: Made) -> Made:
        own = set(vars(cls))
        whole = bare(cls)
        methods = {"__init__": _init(whole), **dict(_same_for_all(whole))}
        for name in methods.keys() - own:
            method = methods[name]
            method.__name__, method.__qualname__ = name, f"{whole.__qualname__}.{name}"
            setattr(whole, name, method)
        return whole  # type: ignore[return-value]

    return made


def _init(cls: type[Any]) -> Callable[..., None]:
    """What puts each value into its slot."""
    known: dict[str, Any] = {"MISSING": MISSING}
    given: dict[bool, list[str]] = {False: [], True: []}
    """How each value is given: by its place, or only by its name."""
    lines = ["pass"]
    for field in fields(cls):
        name = asked = value = field.name
        known[f"put_{name}"] = getattr(cls, name).__set__
        if field.default_factory is not MISSING:
            known[f"make_{name}"] = field.default_factory
            asked, value = f"{name}=MISSING", f"make_{name}() if {name} is MISSING else {name}"
        elif field.default is not MISSING:
            known[f"usual_{name}"] = field.default
            asked = f"{name}=usual_{name}"
        given[field.kw_only is True].append(asked)
        lines.append(f"put_{name}(self, {value})")
    if hasattr(cls, "__post_init__"):
        lines.append("self.__post_init__()")
    named = ["*", *given[True]] if given[True] else []
    exec(f"def init({', '.join(['self', *given[False], *named])}):\n " + "\n ".join(lines), known)
    init: Callable[..., None] = known["init"]
    return init


def _same_for_all(cls: type[Any]) -> Iterator[tuple[str, Callable[..., Any]]]:
    every = fields(cls)
    shown = tuple(field.name for field in every if field.repr)
    held = _values_of(tuple(field.name for field in every))
    compared = _values_of(tuple(field.name for field in every if field.compare))

    def equal(self: object, other: object) -> object:
        if other.__class__ is not self.__class__:
            return NotImplemented
        return compared(self) == compared(other)

    def told(self: object) -> str:
        values = ", ".join(f"{name}={getattr(self, name)!r}" for name in shown)
        return f"{type(self).__qualname__}({values})"

    def filled(self: object, values: tuple[Any, ...]) -> None:
        for field, value in zip(every, values, strict=True):
            object.__setattr__(self, field.name, value)

    def state(self: object) -> tuple[Any, ...]:
        return held(self)

    yield "__eq__", equal
    yield "__hash__", lambda self: hash(compared(self))
    yield "__repr__", recursive_repr("...")(told)
    yield "__getstate__", state
    yield "__setstate__", filled
    yield "__setattr__", _kept_from_change
    yield "__delattr__", _kept_from_loss


def _kept_from_change(self: object, name: str, value: object) -> NoReturn:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _kept_from_loss(self: object, name: str) -> NoReturn:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _values_of(names: tuple[str, ...]) -> Values:
    """What takes these values out of one that holds them."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda value: tuple(getattr(value, name) for name in names)


if TYPE_CHECKING:
    from dataclasses import dataclass
else:
    dataclass = _quick

__all__ = ["dataclass"]
