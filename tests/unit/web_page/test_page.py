"""The calm page: what stands around the words of every report."""

from __future__ import annotations

from exporter.web_page.markup import Html, element, escape
from exporter.web_page.page import page, page_around


def test_a_page_says_its_title_its_language_and_its_direction_and_has_one_main() -> None:
    body = element("h1", escape("تقرير"))
    told = page("تقرير <1>", body, language="ar", direction="rtl").decode()

    assert told.startswith(
        '<!DOCTYPE html>\n<html lang="ar" dir="rtl"><head><meta charset="utf-8">'
    )
    assert "<title>تقرير &lt;1&gt;</title>" in told
    assert told.endswith("<body><main><h1>تقرير</h1></main></body></html>\n")
    assert told.count("<main>") == 1


def test_a_page_that_runs_from_left_to_right_does_not_say_so() -> None:
    assert '<html lang="en-GB"><head>' in page("Report", language="en-GB").decode()


def test_a_page_written_piece_by_piece_is_the_same_page() -> None:
    before, after = page_around("Report", language="cy", style="h1{color:#123}")
    whole = page("Report", Html("words"), language="cy", style="h1{color:#123}")

    assert f"{before}words{after}".encode() == whole
    assert "h1{color:#123}</style>" in before


def test_a_page_needs_nothing_from_elsewhere() -> None:
    told = page("Report", language="en-GB").decode()
    assert not any(sign in told for sign in ("http", "url(", "@import", "src=", "href="))
