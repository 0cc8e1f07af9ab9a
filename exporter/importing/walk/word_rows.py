"""Rows of a Word table that were put in or taken out while changes were tracked, or are hidden."""

from __future__ import annotations

from collections.abc import Iterator

from exporter.importing.walk.pieces import Told
from exporter.importing.walk.word_words import Changes
from exporter.word_file import tables
from exporter.word_file.names import Element, W
from exporter.word_file.tracked import author_of


def judged(table: Element, changes: Changes) -> Iterator[tuple[Element, bool, Told | None]]:
    """Every row: whether it stays, and what is to be told of it."""
    for row in tables.every_row_of(table):
        words = " | ".join(filter(None, map(_words, tables.cells_of(row))))
        change = tables.change_of(row)
        if tables.is_hidden(row):
            yield row, False, Told("hidden-words", words) if words else None
        elif change is None:
            yield row, True, None
        else:
            added = change.tag == f"{W}ins"
            stays = added == (changes == "accept")
            told = Told(f"change-{changes}ed", _said(change, words, added=added))
            yield row, stays, told if words and not (stays and _tracked_within(row)) else None


def _said(change: Element, words: str, *, added: bool) -> str:
    who = author_of(change).name
    return f"row {'put in' if added else 'taken out'}{f' by {who}' if who else ''}: {words}"


def _tracked_within(row: Element) -> bool:
    """Whether the words of a row that stays are told by themselves."""
    return any(len(one) for way in ("ins", "del") for one in row.iter(f"{W}{way}"))


def _words(cell: Element) -> str:
    """The words of a cell, those that were taken out too."""
    every = (one.text or "" for one in cell.iter(f"{W}t", f"{W}delText"))
    return " ".join("".join(every).split())
