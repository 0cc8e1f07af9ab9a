"""What `pdftotext` finds on the pages: the words of the Outline, in order."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from exporter.readback import pdf
from tests.conftest import each_built, referee_absent, there

_TOLD_TWICE = {"link", "foreign", "strong"}
"""Their words stand in the block before them."""

_ELSEWHERE = {"figure", "note", "field"}
"""Alternative texts are not drawn, nor names of fields; notes stand at the end of their part."""


@pytest.mark.parametrize("made", each_built("pdf"))
def test_pdftotext_finds_the_words_of_each_block_in_order(made: Path | None) -> None:
    file = there(made)
    if shutil.which("pdftotext") is None:
        referee_absent("pdftotext", "poppler is not on this machine")
    done = subprocess.run(
        ["pdftotext", "-raw", str(file), "-"], capture_output=True, text=True, check=True
    )
    page = re.findall(r"\w+", done.stdout)
    outline = pdf.read_back(file.read_bytes())
    first = next(n for n, entry in enumerate(outline) if entry.level == 2)
    at = _second(page, re.findall(r"\w+", outline[first].text))
    blocks = [one for one in outline[first:] if one.role not in _TOLD_TWICE | _ELSEWHERE]
    lost, moved, left = [], [], at
    for entry in blocks:
        words = re.findall(r"\w+", entry.text)
        end = _near(page, words, at) or _near(page, words, left)
        if end is None:
            end = _whole(page, words, max(0, at - _MOVED), at + _MOVED)
            (lost if end is None else moved).append(entry.text)
            left = at  # what follows a figure that stands further down goes on here
        at = end or at
    assert lost == []
    assert len(moved) <= len(blocks) / 20, moved


def _near(page: list[str], words: list[str], at: int) -> int | None:
    return _whole(page, words, at, at + _GAP) or _in_pieces(page, words, at)


def _whole(page: list[str], words: list[str], begin: int, end: int) -> int | None:
    """The end of the words where they stand one after the other; nothing if they do not."""
    return next(
        (
            n + len(words)
            for n in range(begin, min(end, len(page)))
            if page[n : n + len(words)] == words
        ),
        None,
    )


def _in_pieces(page: list[str], words: list[str], at: int) -> int | None:
    """Page references, addresses, note marks and a page's end may stand between two words."""
    for word in words:
        places = range(at, min(at + _GAP, len(page)))
        found = next((n for n in places if page[n] == word), None)
        if found is None:
            return None
        at = found + 1
    return at


def _second(page: list[str], heading: list[str]) -> int:
    """Where the first part begins; its heading stands in the contents too, where there are any."""
    places = [n for n in range(len(page)) if page[n : n + len(heading)] == heading]
    return places[1 if "Contents" in page[: places[0]] else 0]


_GAP = 80
"""So many words of others may stand before the next one: notes stand at the end of a part."""
_MOVED = 700
"""A figure with a number, and what belongs to it, may stand so many words from its place: on the
next page, where that leaves no page half empty. Its tags keep its place."""
