"""The fields of a form: what each asks for, what it takes, and what stands in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

import pikepdf

FieldKind: TypeAlias = Literal["text", "choice", "check", "radio", "button", "signature"]

_MOST_DEPTH = 30
_MOST_CHOICES = 2_000
_LONGEST = 1_000_000
_HIDDEN = 2
_RADIO, _BUTTON, _PASSWORD = 1 << 15, 1 << 16, 1 << 13


@dataclass(frozen=True, slots=True)
class Field:
    """A field as it is met at its first place; several widgets may belong to one."""

    key: tuple[int, int]
    """The object of the field, the same for all its widgets; of a choice whose widgets each say
    what they are for, that of the widget."""
    kind: FieldKind
    asks: str
    """What people are told that it asks for; its name where nobody told them."""
    described: bool
    """Whether it says so itself (ISO 14289-1, 7.18.1)."""
    value: str = ""
    choices: tuple[str, ...] = ()
    hidden: bool = False


def field_of(widget: pikepdf.Object) -> Field | None:
    """The field that a widget belongs to; None if it is none."""
    line = list(_line(widget))
    kind = _kind(_first(line, "/FT"), _flags(_first(line, "/Ff")))
    if kind is None:
        return None
    own = next((one for one in line if "/T" in one), line[-1])
    described = text(_first(list(_line(own)), "/TU")).strip()
    if kind == "radio" and (asks := _own_words(widget, described)):
        return _one_choice(widget, asks, line)
    caption = text(_entry(_entry(widget, "/MK"), "/CA")).strip()
    choices = _choices(_first(line, "/Opt"))
    if kind in ("radio", "check"):  # their states are numbers where words stand beside them
        numbered = tuple((str(number), said) for number, (_, said) in enumerate(choices))
        choices = numbered or tuple((state, state) for state in _states(widget, own))
    hidden = bool(_flags(_entry(widget, "/F")) & _HIDDEN)
    secret = kind == "text" and _flags(_first(line, "/Ff")) & _PASSWORD
    shown = tuple(name for _, name in choices)
    return Field(
        key=own.objgen if own.is_indirect else widget.objgen,
        kind=kind,
        asks=described
        or text(widget.get("/TU")).strip()
        or caption
        or text(_first(line, "/T")).strip(),
        described=bool(described),
        value="" if secret else _value(_first(line, "/V"), dict(choices)),
        choices=shown if kind in ("choice", "radio") else (),
        hidden=hidden,
    )


def _own_words(widget: pikepdf.Object, described: str) -> str:
    """What a place of a choice says of itself, beside what its field asks."""
    asks = text(widget.get("/TU")).strip() if "/T" not in widget else ""
    return asks if described and asks != described else ""


def _one_choice(widget: pikepdf.Object, asks: str, line: list[pikepdf.Object]) -> Field:
    """A place of a choice that says which answer it is for: a box to tick, for who reads it."""
    own, chosen = frozenset(_looks(widget)), _state(_first(line[1:], "/V"))
    return Field(
        key=widget.objgen,
        kind="check",
        asks=asks,
        described=True,
        value=next((one for one in (chosen or _state(widget.get("/AS")),) if one in own), ""),
        hidden=bool(_flags(_entry(widget, "/F")) & _HIDDEN),
    )


def _state(value: Any) -> str:
    """The state that a button is in; some programs write it as a string. Empty for none."""
    said = str(value) if isinstance(value, pikepdf.Name) else text(value)
    return "" if said in ("", "/Off", "Off") else said.removeprefix("/")


def _line(widget: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """The widget and what it inherits from, the nearest first."""
    thing: Any = widget
    for _ in range(_MOST_DEPTH):
        if not isinstance(thing, pikepdf.Dictionary):
            return
        yield thing
        thing = thing.get("/Parent")


def _first(line: list[pikepdf.Object], name: str) -> Any:
    return next((one[name] for one in line if name in one), None)


def _entry(thing: Any, name: str) -> Any:
    return thing.get(name) if isinstance(thing, pikepdf.Dictionary) else None


def _flags(value: Any) -> int:
    return value if isinstance(value, int) else 0


def _kind(kind: Any, flags: int) -> FieldKind | None:
    match str(kind):
        case "/Tx":
            return "text"
        case "/Ch":
            return "choice"
        case "/Sig":
            return "signature"
        case "/Btn" if flags & _BUTTON:
            return "button"
        case "/Btn":
            return "radio" if flags & _RADIO else "check"
        case _:
            return None


def _choices(given: Any) -> tuple[tuple[str, str], ...]:
    """Each as what is kept when it is chosen, and what people see."""
    if not isinstance(given, pikepdf.Array):
        return ()
    pairs = []
    for one in list(given)[:_MOST_CHOICES]:
        if isinstance(one, pikepdf.Array):
            parts = [text(part) for part in one]
            pairs.append((parts[0], parts[-1])) if parts else None
        else:
            pairs.append((text(one), text(one)))
    return tuple(pairs)


def _states(widget: pikepdf.Object, field: pikepdf.Object) -> Iterator[str]:
    """The states of a button that are not Off, of each of its widgets."""
    kids = field.get("/Kids")
    widgets = list(kids)[:_MOST_CHOICES] if isinstance(kids, pikepdf.Array) else [widget]
    for one in widgets:
        yield from _looks(one)


def _looks(widget: Any) -> Iterator[str]:
    looks = _entry(_entry(widget, "/AP"), "/N")
    if isinstance(looks, pikepdf.Dictionary):
        yield from (name[1:] for name in looks.keys() if name != "/Off")  # noqa: SIM118


def _value(value: Any, shown: dict[str, str]) -> str:
    if isinstance(value, pikepdf.Array):
        told = [_value(one, shown) for one in list(value)[:_MOST_CHOICES]]
        return ", ".join(filter(None, told))
    if isinstance(value, pikepdf.Name):
        state = str(value)[1:]
        return "" if state == "Off" else shown.get(state, state)
    said = text(value)
    return shown.get(said, said)


def text(thing: Any) -> str:
    """The letters of a string, also of one whose code is damaged."""
    if not isinstance(thing, pikepdf.String):
        return ""
    try:
        return str(thing)[:_LONGEST]
    except UnicodeError:
        coding = "utf-16-be" if bytes(thing)[:2] == b"\xfe\xff" else "utf-8"
        return bytes(thing).decode(coding, "replace")[:_LONGEST]
