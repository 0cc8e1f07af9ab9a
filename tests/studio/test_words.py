"""Every word of the studio stands in its file, and every word of the file is said somewhere."""

from __future__ import annotations

import re
from pathlib import Path

from exporter.studio import saying

STUDIO = Path(saying.__file__).parent
_SAID = re.compile(r"""(?:say|count)\(\s*f?["']([a-z-]+)(\{[^"']*)?["']""")
_IN_TABLES = re.compile(r'"(must-fix|please-answer|for-information|person-decides)"')


def _keys() -> tuple[set[str], set[str]]:
    """Keys that are said whole, and beginnings of those that are put together."""
    whole, begun = set(), set()
    for file in STUDIO.rglob("*.py"):
        text = file.read_text("utf-8")
        whole |= set(_IN_TABLES.findall(text))
        for key, more in _SAID.findall(text):
            (begun if more else whole).add(key)
    return whole, begun


def test_every_word_that_is_said_is_there() -> None:
    whole, begun = _keys()
    known = saying.sentences()
    assert len(whole) > 60
    assert whole <= set(known)
    assert all(any(key.startswith(start) for key in known) for start in begun)


def test_every_word_that_is_there_is_said() -> None:
    whole, begun = _keys()
    left = {
        key
        for key in saying.sentences()
        if key.removesuffix("-one") not in whole and not any(key.startswith(b) for b in begun)
    }
    assert left == set()


def test_what_counts_has_a_form_for_one() -> None:
    assert saying.count("found", 1) == "The program found one thing."
    assert saying.count("found", 2) == "The program found 2 things."


def test_no_word_stands_twice_so_that_the_later_covers_the_earlier() -> None:
    keys = re.findall(r"^([a-z_-]+):", saying.FILE.read_text("utf-8"), re.MULTILINE)
    assert len(keys) > 300
    assert [key for key in keys if keys.count(key) > 1] == []
