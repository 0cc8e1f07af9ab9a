"""A rule says which languages it knows, and one that claims every language looks at no words."""

from __future__ import annotations

import codecs
import inspect
import re
from typing import Any

import pytest

from exporter.checks import RULES, check
from exporter.checks.checking import rules_asked
from exporter.checks.rule import finds, rule
from tests.rules.building import Maker
from tests.rules.test_content_rules import EXAMPLES

_NO_WORDS = frozenset(
    (
        "media", "svg", "licence", "credit", "name", "width", "like", "phone", "email", "rule",
        "cover", "language", "level", "number", "none", "easy_read", "widths",
        "header_column", "date", "font",
    )
)  # fmt: skip
"""Keys of an example whose values are not what people read."""
_LEFT_ALONE = re.compile(
    r"\]\([^)]*\)|\{[^}]*\}|https?://\S+?(?=[\])]|$)|[\w-]+\.(?:png|jpe?g|svg|com|org|uk)\b"
    r"|TO WRITE\b",
    re.IGNORECASE,
)
"""Addresses, names of files, and the mark of a place to fill are the same in every language."""

CLAIM_EVERY_LANGUAGE = [code for code in EXAMPLES if not RULES[code].rule.languages]


def disguised(value: Any, key: str = "") -> Any:
    """An example in a language of nobody: each letter is another one, all else as it was."""
    match value:
        case str():
            kept = [0, *(end for found in _LEFT_ALONE.finditer(value) for end in found.span())]
            pieces = [value[a:b] for a, b in zip(kept, [*kept[1:], len(value)], strict=True)]
            return "".join(
                piece if number % 2 else codecs.encode(piece, "rot13")
                for number, piece in enumerate(pieces)
            )
        case list():
            return [disguised(one, key) for one in value]
        case dict():
            words_are_keys = key in ("glossary", "abbreviations", "words", "list")
            return {
                disguised(name) if words_are_keys else name: inner
                if name in _NO_WORDS or (name == "words" and isinstance(inner, str))
                else disguised(inner, name)
                for name, inner in value.items()
            }
        case _:
            return value


def found(code: str, kind: str) -> bool:
    made = Maker(disguised(EXAMPLES[code][kind]), str(EXAMPLES[code].get("edition", "easy-read")))
    return code in {one.code for one in check(made.document, made.edition, made.source)}


LOOKS_FOR_ENGLISH = {"english-unmarked"}
"""In texts of every other language: its fault is English, whatever is around it."""


@pytest.mark.parametrize(
    "code", [code for code in CLAIM_EVERY_LANGUAGE if code not in LOOKS_FOR_ENGLISH]
)
def test_a_rule_for_every_language_finds_its_fault_in_a_language_of_nobody(code: str) -> None:
    assert found(code, "error"), f"“{code}” knows English words: give it languages=ENGLISH"


@pytest.mark.parametrize("code", CLAIM_EVERY_LANGUAGE)
def test_a_rule_for_every_language_blames_no_unknown_word(code: str) -> None:
    assert not found(code, "valid"), f"“{code}” knows English words: give it languages=ENGLISH"


def test_no_rule_can_be_made_without_saying_which_languages_it_knows() -> None:
    assert inspect.signature(rule).parameters["languages"].default is inspect.Parameter.empty
    assert "languages" not in inspect.signature(finds).parameters
    told = {"title": "T.", "reason": "R.", "to_do": "D.", "cites": ("S-own",)}
    with pytest.raises(TypeError, match="languages"):
        rule("a-new-rule", **told)  # type: ignore[arg-type]


def test_english_rules_are_asked_of_english_only_whatever_its_country() -> None:
    def asked(language: str) -> set[str]:
        every = rules_asked("easy-read", document=True, source=True, language=language)
        return {one.rule.code for one in every}

    english = {code for code, one in RULES.items() if one.rule.languages == ("en",)}
    assert len(english) > 30
    assert asked("en") == asked("en-GB") == asked("EN-us")
    assert asked("cy") == asked("en") - english
    assert not asked("enm") & english


def test_words_marked_as_another_language_are_not_asked_about_english() -> None:
    def words(text: str) -> list[str]:
        made = Maker({"text": text}, "easy-read")
        found = check(made.document, made.edition, made.source)
        return [one.words for one in found if one.code == "hard-word"]

    assert words("The sign says gwasanaethau to commissioners.") == [
        "gwasanaethau",
        "commissioners",
    ]
    assert words("The sign says [gwasanaethau]{lang=cy} to commissioners.") == ["commissioners"]
