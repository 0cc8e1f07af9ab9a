"""A thousand sentences are checked in well under two seconds of work."""

from __future__ import annotations

import time

from exporter.checks import check_text
from exporter.checks.texts import TextParagraph
from exporter.diagnostics import Place
from tests.benchmarks.marked import sentences


def test_a_thousand_sentences_take_less_than_two_seconds() -> None:
    texts = [entry["text"] for entry in sentences()]
    paragraphs = [
        TextParagraph(
            f"{texts[i % len(texts)]} {texts[i * 7 % len(texts)]}", Place("a", i), "paragraph"
        )
        for i in range(500)
    ]
    check_text(paragraphs[:5])
    start = time.process_time()
    report = check_text(paragraphs)
    assert report.sentences > 950
    assert time.process_time() - start < 2
