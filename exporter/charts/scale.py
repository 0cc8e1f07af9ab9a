"""A scale from nought upwards, with few round numbers on it."""

from __future__ import annotations

from decimal import ROUND_CEILING, Decimal

from exporter.languages.numbers import number_in

_STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))
_MOST_STEPS = 5


def steps_to(largest: Decimal) -> tuple[Decimal, ...]:
    """Nought and round numbers above it, five at most, the last no less than the largest value."""
    if largest <= 0:
        return (Decimal(0), Decimal(1))
    tens = Decimal(10) ** (largest / _MOST_STEPS).adjusted()
    step = next(tens * one for one in _STEPS if tens * one * _MOST_STEPS >= largest)
    count = int((largest / step).to_integral_value(ROUND_CEILING))
    return tuple(step * number for number in range(count + 1))


def written(number: Decimal, language: str) -> str:
    """A number of the scale as the language writes it, without zeros after the decimal sign."""
    plain = number.normalize()
    return number_in(plain if plain != plain.to_integral_value() else Decimal(int(plain)), language)
