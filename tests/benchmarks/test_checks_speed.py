"""A thousand sentences are checked at little cost, the start of Python included."""

from __future__ import annotations

import subprocess
import sys

from exporter.checks import check_text
from exporter.checks.texts import paragraphs_of
from tests.benchmarks.check_speed import least_of_both, thousand_sentences

AIM, MOST = 1.8, 2.8
"""Times the simple work: what stops the runs (1.4 when quiet), and what a busy machine may show."""
HEAVY = ("pydantic", "PIL", "fontTools", "reportlab", "docx", "wordfreq", "exporter.load")


def test_a_thousand_sentences_take_little_more_than_simple_work_on_their_words() -> None:
    assert check_text(paragraphs_of(thousand_sentences().encode(), ".md")).sentences >= 1000
    check, simple = least_of_both(enough=AIM)
    assert check < MOST * simple


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
