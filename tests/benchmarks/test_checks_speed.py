"""A thousand sentences are checked in less than a second of work, the start of Python included."""

from __future__ import annotations

import subprocess
import sys

from exporter.checks import check_text
from exporter.checks.texts import paragraphs_of
from tests.benchmarks.check_speed import least_seconds, thousand_sentences

AIM, MOST = 0.8, 1.0
"""Seconds: what we aim at, and what a machine that also does other work may take."""
HEAVY = ("pydantic", "PIL", "fontTools", "reportlab", "docx", "wordfreq", "exporter.load")


def test_a_thousand_sentences_take_less_than_a_second_of_the_processor() -> None:
    assert check_text(paragraphs_of(thousand_sentences().encode(), ".md")).sentences >= 1000
    assert least_seconds(enough=AIM) < MOST


def test_checking_a_text_loads_nothing_that_only_building_needs() -> None:
    code = (
        "import sys\n"
        "from exporter import text_checking\n"
        "from exporter.checks import check_text\n"
        "from exporter.checks.texts import paragraphs_of\n"
        "check_text(paragraphs_of(b'We will commence.', '.md'))\n"
        f"print([name for name in {HEAVY} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
