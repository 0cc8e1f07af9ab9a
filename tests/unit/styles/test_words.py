"""The program's own words are read once, whichever languages ask for the same."""

from __future__ import annotations

import pytest

from exporter.styles import words


def test_languages_that_share_words_have_them_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    read, asked = words._read, []

    def counted(name: str, *rest: object) -> object:
        asked.append(name)
        return read(name, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(words, "_read", counted)
    words._load_words.cache_clear()

    english = words.load_words("en")
    assert (
        words.load_words("en-GB") == words.load_words("en-US") == words.load_words("fr") == english
    )
    assert asked == ["en"]
    assert words.load_words("cy").english == english.entries
    assert asked == ["en", "cy"]
