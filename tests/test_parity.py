"""Every format gives back what its document says: entry by entry, for any document."""

from __future__ import annotations

import importlib
import os
from collections.abc import Callable
from functools import cache

import pytest
from hypothesis import HealthCheck, Verbosity, given, settings

from exporter.brand import Brand, ContactLine
from exporter.compare import as_met, difference
from exporter.edition import Theme
from exporter.furniture import furniture_of
from exporter.model import Document
from exporter.outline import Outline, outline_of
from exporter.readback import docx, epub, html, pdf
from exporter.styles.editions import load_edition
from tests import build
from tests.conftest import needs_pango
from tests.strategies import documents

EXAMPLES = int(os.environ.get("EXPORTER_EXAMPLES", "6"))
BRAND = Brand(
    name="house",
    publisher="The River Trust",
    accent="#0f5c63",
    second="#c9862b",
    contact=(
        ContactLine("phone", "01632 960123", "tel:+441632960123"),
        ContactLine("web", "www.example.org", "https://www.example.org/"),
    ),
    cover_line="Made with people who use services",
    legal_line="© 2026 The River Trust",
)
READERS = {
    "html": html.read,
    "epub": epub.read,
    "docx": docx.read,
    "pdf_reportlab": pdf.read,
    "pdf_weasyprint": pdf.read,
}
WRITERS = tuple(READERS)


@cache
def _theme(edition: str) -> Theme:
    return load_edition(edition).theme


def _writer(name: str) -> Callable[[Document, Theme], bytes]:
    """Compile and stamp of one writer; skips where it cannot run."""
    if name == "pdf_weasyprint":
        needs_pango()
    module = importlib.import_module(f"exporter.writers.{name}")
    return lambda document, theme: module.stamp(module.compile(document, theme), BRAND)


def _assert_same(document: Document, edition: str, name: str) -> None:
    data = _writer(name)(document, _theme(edition))
    found = READERS[name](data)
    told = "\n".join(str(one) for one in difference(outline_of(document), found.outline))
    assert not told, f"{name}, {edition}:\n{told}\n{document.sections!r}"
    _assert_same_furniture(document, found.furniture, name)


def _assert_same_furniture(document: Document, furniture: Outline, name: str) -> None:
    """The same words under the same headings, in the same order; beside them only a brand's."""
    on_paper = name not in ("html", "epub")
    expected = as_met(furniture_of(document, on_paper=on_paper))
    found = as_met(furniture)
    assert tuple(one for one in found if one in expected) == expected, name
    assert {text for level, text in found if level} == {text for level, text in expected if level}
    own = (BRAND.publisher, BRAND.cover_line, BRAND.legal_line, *(c.words for c in BRAND.contact))
    kinds = (document.words(f"contact-{line.kind}") for line in BRAND.contact)
    ways = (document.words(key, heading="") for key in ("part-before", "part-next"))
    known = (*own, *kinds, document.words("back-to-contents"), *ways)
    more = [text for level, text in found if (level, text) not in expected]
    assert [text for text in more if not any(words in text for words in known)] == []


@pytest.mark.parametrize("name", WRITERS)
@pytest.mark.parametrize("edition", ["standard", "large-print", "giant-print"])
def test_a_document_with_every_block_is_read_back_as_it_was(name: str, edition: str) -> None:
    _assert_same(build.everything(), edition, name)


@pytest.mark.parametrize("name", WRITERS)
def test_an_easy_read_document_is_read_back_as_it_was(name: str) -> None:
    _assert_same(build.easy(), "easy-read", name)


@pytest.mark.parametrize("name", WRITERS)
def test_any_document_is_read_back_as_it_was(name: str) -> None:
    _writer(name)

    @settings(
        max_examples=EXAMPLES // (2 if name == "pdf_weasyprint" else 1),  # eight times as slow
        derandomize=True,
        deadline=None,
        database=None,
        verbosity=Verbosity.quiet,
        suppress_health_check=list(HealthCheck),
    )
    @given(documents())
    def any_document(document: Document) -> None:
        _assert_same(document, "standard", name)

    any_document()
