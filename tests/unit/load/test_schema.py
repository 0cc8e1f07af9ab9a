"""The JSON Schema files in sources/ are those of the shapes."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from exporter.authored.values import date, email, language_tag, web
from exporter.load.json_schema import json_schemas, keys_of
from exporter.load.schema import DocumentShape, SectionShape

SOURCES = Path(__file__).parents[3] / "sources"


@pytest.mark.parametrize("name", ["document.schema.json", "section.schema.json"])
def test_schema_file_is_the_one_of_the_shapes(name: str) -> None:
    again = "write it anew with exporter.load.json_schema.write_json_schemas"
    assert (SOURCES / name).read_text(encoding="utf-8") == json_schemas()[name], again


def test_each_example_refers_to_its_schema() -> None:
    for file in SOURCES.glob("*/document.yaml"):
        assert "$schema=../document.schema.json" in file.read_text(encoding="utf-8"), file
    for file in SOURCES.glob("*/sections/*.yaml"):
        first = file.read_text(encoding="utf-8").splitlines()[0]
        assert re.search(r"\$schema=\.\./\.\./section\.schema\.json$", first), file


def test_keys_are_found_at_any_depth() -> None:
    assert "heading" in keys_of(SectionShape, ("sections", 0, "sections", 3))
    assert keys_of(SectionShape, ("easy_read", 0))[:2] == ("text", "picture")
    assert "columns" in keys_of(SectionShape, ("tables", "stages"))
    assert "parts" in keys_of(SectionShape, ("numbers", "evidence", 0, "parts", 1))
    assert keys_of(DocumentShape, ("accept", 0)) == ("rule", "because")
    assert keys_of(DocumentShape, ("title", "deeper")) == ()


def test_language_tags_get_their_usual_spelling() -> None:
    tags = ["en-gb", "EN", "zh-hant-tw", "sr-Latn", "es-419", "de-CH-1996"]
    usual = ["en-GB", "en", "zh-Hant-TW", "sr-Latn", "es-419", "de-CH-1996"]
    assert [language_tag(tag) for tag in tags] == usual
    wrong = ["english", "en_GB", "en-UK", "", "e", "en-", "-GB", "en GB"]
    assert [language_tag(tag) for tag in wrong] == [None] * len(wrong)


def test_dates_are_days_of_the_calendar() -> None:
    for good in ("2026", "2026-11", "2026-11-22", "2024-02-29", "2000-02-29"):
        assert date(good) == good
    for wrong in ("26", "2026-0", "2026-13", "2026-11-31", "2023-02-29", "1900-02-29", "2026-11-"):
        assert date(wrong) is None


@pytest.mark.parametrize(
    ("check", "good", "bad"),
    [
        (
            web,
            ("https://example.org", "http://a.example:8080/x@y?z", "https://[::1]/", "https://é.fr"),
            ("https://javascript:alert(1)", "https://a@b.example", "https://a.example:99999/",
             "https://:80/", "javascript:alert(1)", "file:///etc/passwd", "https://a:b@c.example"),
        ),
        (
            email,
            ("o'brien@example.org", "a+b@example.org"),
            ("a@b.example?bcc=c@d.example", "a?bcc=c@d.example", "a&b@c.example", "a@b"),
        ),
    ],
    ids=["web", "email"],
)  # fmt: skip
def test_addresses_that_would_do_something_else_are_none(
    check: Callable[[str], str | None], good: tuple[str, ...], bad: tuple[str, ...]
) -> None:
    assert [check(one) for one in good] == list(good)
    assert [check(one) for one in bad] == [None] * len(bad)
