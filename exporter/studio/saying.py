"""The words of the studio, from words/en.yaml: no page types its own."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml

FILE = Path(__file__).parent / "words" / "en.yaml"
LANGUAGE = "en-GB"


@cache
def sentences() -> dict[str, str]:
    """Every sentence, by its key."""
    return {str(key): str(text) for key, text in yaml.safe_load(FILE.read_text("utf-8")).items()}


def say(key: str, **values: object) -> str:
    """The sentence of this key with its braces filled in."""
    sentence = sentences()[key]
    for name, value in values.items():
        sentence = sentence.replace(f"{{{name}}}", str(value))
    return sentence


def count(key: str, number: int) -> str:
    """A sentence that counts: `key-one` for one, `key` for all other numbers."""
    return say(f"{key}-one" if number == 1 else key, number=number)
