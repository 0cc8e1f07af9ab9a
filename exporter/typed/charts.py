"""What must arrive of a chart: its words and values, as its kind and its author want them said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from exporter.diagnostics import NOWHERE
from exporter.languages.dates import date_in_words
from exporter.typed.pieces import Piece, plain_piece
from exporter.typed.reading import Mapping, Scalar, Typed

_CURRENCIES = frozenset("£$€¥₹")
_LISTED = ("timeline", "steps")
"""Kinds whose data are said as a list."""


class Region(Protocol):
    """What stands under one heading, as far as a chart adds to it (see `expected`)."""

    main: list[Piece]
    cells: list[tuple[Piece, Piece, Piece]]
    said: list[Piece]


@dataclass(frozen=True, slots=True)
class _Row:
    date: Scalar | None
    label: Scalar | None
    values: tuple[Scalar, ...]


@dataclass(frozen=True, slots=True)
class _Chart:
    """A chart as it was typed, from YAML or from a file."""

    kind: str
    unit: Scalar | None
    whole: Scalar | None
    series: tuple[Scalar, ...]
    rows: tuple[_Row, ...]
    listed: bool


def expect_chart(chart: Mapping, typed: Typed, found: Region) -> None:
    """Add what must arrive under the heading where a chart is shown."""
    read = _read(chart, typed)
    found.said += plain_piece(chart.scalar("alt"))
    found.main += _unit_and_whole(read)
    if read.listed:
        for row in read.rows:
            found.main += _listed(read, row, typed)
        return
    columns = read.series or ((read.unit,) if read.unit else ())
    for row in read.rows:
        for column, value in zip(columns, row.values, strict=False):
            found.cells.append((_one(row.label), _one(column), _signed(read, value)))


def in_easy_read(chart: Mapping, typed: Typed) -> Iterator[Piece]:
    """What must arrive in the rows that easy read has of a chart."""
    read = _read(chart, typed)
    for row in read.rows:
        yield from plain_piece(row.label)
        yield from (piece for value in row.values for piece in plain_piece(_bare(value)))
        if read.whole:
            yield from plain_piece(_bare(read.whole))


def texts_of(typed: Typed) -> Iterator[Scalar]:
    """All that charts may say in the midst of the program's sentences."""
    for _, section in typed.sections:
        yield from _within(section, typed)


def _within(section: Mapping, typed: Typed) -> Iterator[Scalar]:
    for _, chart in section.named("charts"):
        read = _read(chart, typed)
        forms = chart.mapping("unit").items.values()
        told = (chart.scalar("alt"), read.unit, read.whole, chart.scalar("labels"), *read.series)
        yield from (one for one in (*told, *forms) if isinstance(one, Scalar))
        if read.whole:
            yield _with_sign(read, read.whole)
        for row in read.rows:
            yield from (one for one in (row.label, *row.values) if one)
            yield from (_with_sign(read, value) for value in row.values)
            yield from (_bare(value) for value in row.values)
            if row.date:
                yield _in_words(row.date, typed)
    for part in section.mappings("sections"):
        yield from _within(part, typed)


# ---- reading ---------------------------------------------------------------------------------


def _read(chart: Mapping, typed: Typed) -> _Chart:
    unit = chart.scalar("unit") or chart.mapping("unit").scalar("other")
    kind, name = chart.text("kind"), chart.text("file")
    series = [one for one in chart.mapping("series").items.values() if isinstance(one, Scalar)]
    if name:
        head = [one for one in typed.heads.get(name, ()) if one.text.strip()]
        many = kind in ("grouped", "comparison") or (kind == "line" and len(head) > 2)
        series = head[1:] if many else []
        lines = typed.tables.get(name, ())
        rows = tuple(_from_line(line, dated=kind == "timeline") for line in lines)
    else:
        keys = tuple(chart.mapping("series").items) or ("value",)
        rows = tuple(_from_record(row, keys) for row in chart.mappings("values"))
    return _Chart(
        kind=kind,
        unit=unit,
        whole=chart.scalar("whole"),
        series=tuple(series),
        rows=rows,
        listed=chart.text("data") == "list" or kind in _LISTED,
    )


def _from_record(row: Mapping, keys: tuple[str, ...]) -> _Row:
    values = tuple(one for key in keys if (one := row.scalar(key)))
    return _Row(row.scalar("date"), row.scalar("label"), values)


def _from_line(line: tuple[Scalar, ...], *, dated: bool) -> _Row:
    if dated:
        return _Row(line[0], line[1] if len(line) > 1 else None, ())
    return _Row(None, line[0], line[1:])


# ---- saying ----------------------------------------------------------------------------------


def _unit_and_whole(chart: _Chart) -> Iterator[Piece]:
    """They introduce the data; a sign stands with each number instead."""
    if chart.unit and not _is_sign(chart.unit.text):
        yield from plain_piece(chart.unit)
    if chart.whole and not (chart.unit and chart.unit.text == "%"):
        yield from plain_piece(_with_sign(chart, chart.whole))


def _listed(chart: _Chart, row: _Row, typed: Typed) -> Iterator[Piece]:
    if row.date:
        yield _date(row.date, typed)
    yield from plain_piece(row.label)
    for number, value in enumerate(row.values):
        yield from plain_piece(chart.series[number]) if chart.series else ()
        yield _signed(chart, value)


def _signed(chart: _Chart, value: Scalar) -> Piece:
    return _one(_with_sign(chart, value))


def _with_sign(chart: _Chart, value: Scalar) -> Scalar:
    """A number with the sign of its unit: 31%, £1,200."""
    unit, text = (chart.unit.text if chart.unit else ""), value.text.strip()
    if unit == "%" and not text.endswith("%"):
        text = f"{text}%"
    elif unit and unit in _CURRENCIES and not text.startswith(unit):
        text = f"{unit}{text}"
    return Scalar(text, value.file, value.line)


def _bare(value: Scalar) -> Scalar:
    return Scalar(value.text.strip().removesuffix("%"), value.file, value.line)


def _is_sign(unit: str) -> bool:
    return unit == "%" or unit in _CURRENCIES


def _date(date: Scalar | None, typed: Typed) -> Piece:
    return _one(_in_words(date, typed)) if date else Piece((), NOWHERE)


def _in_words(date: Scalar, typed: Typed) -> Scalar:
    text = date_in_words(date.text.strip(), typed.document.text("language"))
    return Scalar(text, date.file, date.line)


def _one(scalar: Scalar | None) -> Piece:
    return next(iter(plain_piece(scalar)), Piece((), NOWHERE))
