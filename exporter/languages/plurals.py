"""Plural forms: which of a language's words for one, two, few or many belongs to a number.

English has two forms, Welsh six. The rules are CLDR's (UTS #35, "Language Plural Rules"):
conditions such as `n % 10 in 2..4 and n % 100 not in 12..14`, without brackets.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from exporter import languages

CATEGORIES = ("zero", "one", "two", "few", "many", "other")
"""All that there are. Every language has "other"."""

_CONDITION = re.compile(
    r"(?P<operand>[nivwfte])(?: *(?:%|mod) *(?P<modulus>\d+))? *"
    r"(?P<relation>!=|=|not in|in|is not|is) *(?P<ranges>[\d., ]+)"
)


def category(number: int | Decimal, tag: str) -> str:
    """The plural category of a number in a language. A Decimal keeps the zeros that are shown."""
    operands = _operands(number)
    for name, rule in languages.of(tag).plural:
        if _holds(rule, operands):
            return name
    return "other"


def categories(tag: str) -> tuple[str, ...]:
    """The categories that a language has, in CLDR's order; "other" is the last."""
    known = {name for name, _ in languages.of(tag).plural} | {"other"}
    return tuple(name for name in CATEGORIES if name in known)


def _operands(number: int | Decimal) -> dict[str, Decimal]:
    """n the number, i its whole part, v and f its decimals as shown, w and t without zeros."""
    number = Decimal(number).copy_abs()
    whole, _, decimals = f"{number:f}".partition(".")
    bare = decimals.rstrip("0")
    values: dict[str, Decimal | str | int] = {
        "n": number,
        "i": whole,
        "v": len(decimals),
        "f": decimals or 0,
        "w": len(bare),
        "t": bare or 0,
        "e": 0,
    }
    return {name: Decimal(value) for name, value in values.items()}


def _holds(rule: str, operands: dict[str, Decimal]) -> bool:
    return any(
        all(_condition(part, operands) for part in either.split(" and "))
        for either in rule.split(" or ")
    )


def _condition(text: str, operands: dict[str, Decimal]) -> bool:
    operand, modulus, relation, ranges = _parsed(text)
    value = operands[operand]
    if modulus:
        value %= modulus
    # a number between two of a range is in none of them: 1.5 is not in 1..2
    found = any(low <= value <= high for low, high in ranges) and value == value.to_integral_value()
    return found is not relation


@lru_cache(maxsize=256)
def _parsed(text: str) -> tuple[str, int, bool, tuple[tuple[int, int], ...]]:
    """A condition as operand, modulus (0 for none), whether it is turned round, and ranges."""
    match = _CONDITION.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"not a condition of a plural rule: {text!r}")
    ranges = []
    for part in match["ranges"].replace(" ", "").split(","):
        low, _, high = part.partition("..")
        ranges.append((int(low), int(high or low)))
    turned = "not" in match["relation"] or match["relation"] == "!="
    return match["operand"], int(match["modulus"] or 0), turned, tuple(ranges)
