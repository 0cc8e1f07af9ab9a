"""Our PDF files have exactly as many elements of each kind as their documents: none cut in two."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest

from exporter.edition import Theme
from exporter.model import Document
from tests import build
from tests.benchmarks import example
from tests.benchmarks.tag_counts import pdf_counts, source_counts
from tests.benchmarks.tag_trees import reportlab, weasyprint
from tests.conftest import needs_pango

DOCUMENTS: dict[str, tuple[Callable[[], Document], str]] = {
    "every block": (build.everything, "standard"),
    "every block, large": (build.everything, "giant-print"),
    "easy": (build.easy, "easy-read"),
    **{f"the guide, {name}": (partial(example.guide, name), name) for name in example.EDITIONS},
}


def _assert_equal(name: str, make: Callable[[Document, Theme], bytes]) -> None:
    document, edition = DOCUMENTS[name][0](), DOCUMENTS[name][1]
    found = pdf_counts(make(document, example.edition(edition).theme))
    assert dict(found) == dict(source_counts(document))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_tag_tree_has_as_many_elements_as_the_document(name: str) -> None:
    _assert_equal(name, reportlab)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_other_engine_has_as_many(name: str) -> None:
    needs_pango()
    _assert_equal(name, weasyprint)


def test_a_document_with_every_block_has_some_of_each() -> None:
    counted = source_counts(build.everything())
    assert all(counted[row] for row in ("H3", "Table", "TH", "L", "Link", "Note", "TOCI", "Figure"))
