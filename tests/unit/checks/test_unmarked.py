"""English words in a document of another language are told, unless a mark says what they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from exporter.adapt import adapt
from exporter.checks import check
from exporter.load import load
from exporter.styles.editions import load_edition
from exporter.styles.words import load_words
from tests.typed.folders import written

_ENGLISH = "We are the people who meet here on Monday, and you can come with us."
_WELSH = "Rydym yn cwrdd yma ar ddydd Llun, ac mae croeso i chi ddod gyda ni."


@pytest.mark.parametrize(
    ("language", "words", "told"),
    [
        ("cy", _ENGLISH, True),
        ("cy", f"{_WELSH} [{_ENGLISH}]{{lang=en}}", False),
        ("cy", _WELSH, False),
        ("ur", _ENGLISH, True),
        ("en-GB", _ENGLISH, False),
        ("qps", _ENGLISH, False),
    ],
)
def test_only_english_that_no_mark_tells_of_is_told(
    tmp_path: Path, language: str, words: str, told: bool
) -> None:
    section = f"heading: A\npicture: none\nbody: |\n  {words}\neasy_read: none\n"
    folder = written(tmp_path / "one", f"title: A\nlanguage: {language}", first=section)
    for name in ("ring", "post", "phone"):
        (folder / "pictures" / f"{name}.svg").unlink()
    source, edition = load(folder), load_edition("standard")
    document = adapt(source, edition, load_words(language))
    codes = [one.code for one in check(document, edition, source)]
    assert codes.count("english-unmarked") == told


def test_of_many_texts_the_first_is_named_and_the_others_are_counted(tmp_path: Path) -> None:
    body = f"  {_ENGLISH}\n\n  {_ENGLISH}\n\n  {_ENGLISH}\n"
    section = f"heading: A\npicture: none\nbody: |\n{body}easy_read: none\n"
    folder = written(tmp_path / "one", "title: A\nlanguage: cy", first=section)
    for name in ("ring", "post", "phone"):
        (folder / "pictures" / f"{name}.svg").unlink()
    source, edition = load(folder), load_edition("standard")
    found = check(adapt(source, edition, load_words("cy")), edition, source)
    (message,) = [one.message for one in found if one.code == "english-unmarked"]
    assert message.startswith("“We are the people")
    assert "and 2 more texts are in English, not in Welsh" in message
