"""Programs of other people find nothing wrong with any e-book, in any edition, of any brand.

And they do find what they are here for: faults are spoiled into a good book.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from exporter.adapt import adapt
from exporter.load import load
from exporter.model import Document
from exporter.styles.brands import load_brand
from exporter.styles.editions import load_edition
from exporter.styles.words import load_words
from exporter.validators import epubcheck
from exporter.writers import epub
from tests.book_referees import ace_finds
from tests.conftest import ROOT, built, referee_absent
from tests.strategies import documents
from tests.unit.file_rules.epub.test_epub_rules import SPOILED, zipped
from tests.unit.writers.epub.opened import good, parts

EDITIONS = ("standard", "large-print", "easy-read", "giant-print", "extra-spacing")
GUIDE, FROM_RIGHT = ROOT / "sources/co-production-guide", ROOT / "tests/documents/sources/nashra"
EXAMPLES = int(os.environ.get("EXPORTER_EXAMPLES", "6")) // 6
SEEN = (
    "epub-file-missing", "epub-spine-wrong", "epub-text-broken", "epub-title-missing",
    "epub-language-missing", "epub-modified-missing", "epub-navigation-dead", "epub-link-dead",
    "epub-network-needed",
)  # fmt: skip
"""Faults that are against the letter of EPUB 3.3, so that epubcheck sees them too."""


@cache
def _book(folder: Path, edition: str, brand: str = "house") -> bytes:
    source = load(folder)
    chosen = load_edition(edition)
    document = adapt(
        source, chosen, load_words(source.language), offers=dict.fromkeys(EDITIONS[:3], ())
    )
    return epub.stamp(epub.compile(document, chosen.theme), load_brand(brand))


def _sound() -> Iterator[tuple[str, bytes]]:
    """Every book that must conform: those that `make` built, and one of each kind."""
    for file in built("epub"):
        yield file.name, file.read_bytes()
    for edition in EDITIONS:
        yield edition, _book(GUIDE, edition)
    yield "from right to left", _book(FROM_RIGHT, "standard")
    for brand in ("riverside", "long-names"):
        yield brand, _book(GUIDE, "easy-read", brand)


def test_epubcheck_finds_nothing_in_any_book_and_each_fault_that_it_is_here_for() -> None:
    """All in one test, for to start it takes longer than to judge ten books."""
    if not epubcheck.available():
        referee_absent("epubcheck", "its packages are not installed (make test installs them)")
    judged = {name: epubcheck.failures_of(data) for name, data in _sound()}
    assert {name: failures for name, failures in judged.items() if failures} == {}
    assert len(judged) >= len(EDITIONS) + 3
    spoiled = {code: zipped(SPOILED[code](parts(good()))) for code in SEEN}
    seen = {code for code, data in spoiled.items() if epubcheck.failures_of(data)}
    assert seen == set(SEEN)
    theme, brand = load_edition("standard").theme, load_brand("house")

    @settings(
        max_examples=EXAMPLES, deadline=None, derandomize=True, database=None,
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(documents())
    def any_document(document: Document) -> None:
        assert epubcheck.failures_of(epub.stamp(epub.compile(document, theme), brand)) == {}

    any_document()


@pytest.mark.parametrize("edition", EDITIONS)
def test_ace_finds_nothing_in_any_edition(edition: str, tmp_path: Path) -> None:
    file = tmp_path / "book.epub"
    file.write_bytes(_book(GUIDE, edition))
    assert ace_finds(file, tmp_path / "ace") == []


def test_ace_sees_a_picture_without_words(tmp_path: Path) -> None:
    file = tmp_path / "book.epub"
    file.write_bytes(zipped(SPOILED["html-picture-alternative-missing"](parts(good()))))
    assert any("image-alt" in found for found in ace_finds(file, tmp_path / "ace"))
