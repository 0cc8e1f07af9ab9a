"""The order of a line with words that run to the left: as Pango finds it, and a few by hand."""

from __future__ import annotations

from ctypes import CDLL, POINTER, c_char_p, c_int, c_uint8, c_void_p, cast, util

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporter.languages import Direction
from exporter.languages.bidi import levels, visual_runs
from tests.conftest import needs_pango

_SIGNS = "aZé5٣,.:+-/£%()[] –!مبلשל\u0651\u200f"
_ASKED = {"ltr": 0, "rtl": 1}
"""PANGO_DIRECTION_LTR and _RTL."""


@pytest.mark.parametrize(
    ("words", "base", "seen"),
    [
        ("Hello", "ltr", [("Hello", False)]),
        ("مرحبا", "rtl", [("مرحبا", True)]),
        ("مرحبا 31%", "rtl", [("%", True), ("31", False), ("مرحبا ", True)]),
        ("بلغ (2026).", "rtl", [(").", True), ("2026", False), ("بلغ (", True)]),
        ("the word مرحبا!", "ltr", [("the word ", False), ("مرحبا", True), ("!", False)]),
        ("שלום BBC news", "rtl", [("BBC news", False), ("שלום ", True)]),
        ("20–30", "rtl", [("30", False), ("–", True), ("20", False)]),
        ("£1,200", "rtl", [("£1,200", False)]),
        ("", "rtl", []),
    ],
)
def test_words_are_drawn_in_the_order_of_their_directions(
    words: str, base: Direction, seen: list[tuple[str, bool]]
) -> None:
    assert visual_runs(words, base) == seen


def test_any_line_has_the_levels_that_pango_gives_it() -> None:
    needs_pango()
    library = CDLL(util.find_library("pango-1.0") or "libpango-1.0.so.0")
    library.pango_log2vis_get_embedding_levels.restype = c_void_p

    @given(st.text(alphabet=_SIGNS, min_size=1, max_size=14), st.sampled_from(("ltr", "rtl")))
    def holds(words: str, base: Direction) -> None:
        data = words.encode()
        asked = c_int(_ASKED[base])
        function = library.pango_log2vis_get_embedding_levels
        function.argtypes = (c_char_p, c_int, POINTER(c_int))
        found = cast(function(data, len(data), asked), POINTER(c_uint8))
        assert levels(words, base) == found[: len(words)]

    holds()
