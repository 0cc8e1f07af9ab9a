"""What arrives of a Word file as Google Docs writes it."""

from __future__ import annotations

import pytest

from exporter.importing.document import outlines_of
from tests.unit.importing.google_docs import google_docs
from tests.unit.importing.reading import Result, brought


@pytest.fixture(scope="module")
def result(tmp_path_factory: pytest.TempPathFactory) -> Result:
    return brought(google_docs(), tmp_path_factory.mktemp("google"))


def test_all_that_stands_in_it_arrives_in_order(result: Result) -> None:
    (met,) = outlines_of(result.source, None)
    assert [(one.role, one.level, one.text) for one in met] == [
        ("heading", 1, "Working together"),
        ("paragraph", 0, "A leaflet for everybody"),
        ("heading", 2, "1. Who we are"),
        ("paragraph", 0, "We meet every Monday. It is free."),
        ("strong", 0, "free"),
        ("paragraph", 0, "See our website, or what it costs. Bring a cup."),
        ("link", 0, "our website"),
        ("link", 0, "what it costs"),
        ("note", 0, "We have ten cups."),
        ("heading", 3, "What to bring"),
        ("item", 1, "A cup"), ("item", 1, "A friend"), ("item", 2, "or two"),
        ("item", 1, "Come in."), ("item", 1, "Sit down."),
        ("heading", 2, "2. What it costs"),
        ("paragraph", 0, "It costs nothing."),
        ("caption", 0, "Table 1"), ("table", 0, ""),
        ("header-cell", 0, "Day"), ("header-cell", 0, "Price"),
        ("cell", 0, "Monday"), ("cell", 0, "Free"), ("cell", 0, "Friday"), ("cell", 0, "£2"),
        ("caption", 0, "Table 2"), ("table", 0, ""),
        ("header-cell", 0, "Who"), ("header-cell", 0, "Phone"),
        ("cell", 0, "Ann"), ("cell", 0, "01632 960123"),
        ("figure", 0, "Two people drink tea"), ("caption", 0, "Figure 1"),
        ("figure", 0, "TO WRITE: what this picture shows"), ("caption", 0, "Figure 2"),
        ("paragraph", 0, "Ask us about anything."),
    ]  # fmt: skip


def test_what_does_not_arrive_is_told_and_nothing_else(result: Result) -> None:
    told = [(one.code, one.words) for one in result.document.decisions]
    assert told == [
        ("table-head-proposed", "Who | Phone"),
        ("change-accepted", "taken out by Bo: Tuesday"),
        ("change-accepted", "put in by Bo: Monday"),
        ("comment", "Ann: Is that so? I paid."),
        ("comment", "Bo: It is now."),
        ("picture-without-alt", ""),
        ("header-words", "Working together"),
    ]
    assert result.document.proof.lost == ()


def test_its_language_and_where_its_links_lead_are_kept(result: Result) -> None:
    assert result.source.language == "en"
    typed = result.text("sections/who-we-are.yaml")
    assert "[our website](https://example.org/), or [what it costs](#what-it-costs)" in typed
    assert "docs-internal-guid" not in typed
