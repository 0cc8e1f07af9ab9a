"""Numbers as a language writes them: its decimal sign and its groups, in European digits."""

from __future__ import annotations

from decimal import Decimal

from exporter import languages


def number_in(number: int | Decimal, tag: str) -> str:
    """1234.5 is "1,234.5" in English, "1.234,5" in German and "12,34,567" has Indian groups."""
    locale = languages.of(tag)
    whole, _, decimals = f"{Decimal(number).copy_abs():f}".partition(".")
    last, others = locale.sizes
    groups = [whole[-last:]] if last else [whole]
    rest = whole[:-last] if last else ""
    while rest:
        groups.insert(0, rest[-others:])
        rest = rest[:-others]
    sign = "-" if number < 0 else ""
    return sign + locale.group.join(groups) + (f"{locale.decimal}{decimals}" if decimals else "")
