"""Random typed documents: each piece arrives, or the loader tells it at its line.

What is drawn is text as people type it: words, and every sign of a keyboard, in YAML and Markdown.
"""

from __future__ import annotations

import os
import string
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.typed.folders import everything_in, written
from tests.unit.load.folders import findings_of

EXAMPLES = int(os.environ.get("EXPORTER_TYPED", "60"))
_WORDS = (
    "a dose of 2 500 mg 0.5 1,200 people don't take it co-production if NHS Llŷr naïve £5 50% H₂O "
    "m² ½ x A.B. a/b Ms Ann 10am 3rd 01632 www the The not no never 日本 été"
)
WORDS = st.sampled_from(_WORDS.split())
SIGNS = st.sampled_from([*string.punctuation, "–", "…", "“", "”", "×", "€", "•", "→"])
GLUE = st.sampled_from([" ", " ", " ", " ", "", "", ", ", ". ", "\n", "\n\n"])
STARTS = st.sampled_from(
    ["", "", "", "- ", "1. ", "> ", "* ", "a) ", ": ", "# ", "::: note ", "| ", "  - ", "2) "]
)


TAME = st.sampled_from([*".,;!?()'%&@+", "–", "…", "“", "”", "×", "€"])
PLAIN_STARTS = st.sampled_from(["", "", "", "- ", "1. ", "> "])


@st.composite
def lines(draw: st.DrawFn) -> str:
    """A line of words and signs: one of ten wild, the others as most people type."""
    wild = draw(st.integers(0, 9)) == 0
    parts = [draw(STARTS if wild else PLAIN_STARTS)]
    for _ in range(draw(st.integers(1, 7))):
        parts.append(draw(st.one_of(WORDS, WORDS, WORDS, SIGNS if wild else TAME)))
        parts.append(draw(GLUE))
    return "".join(parts)


@st.composite
def texts(draw: st.DrawFn) -> str:
    return "\n\n".join(draw(st.lists(lines(), min_size=1, max_size=3)))


def _block(key: str, text: str, indent: str = "") -> str:
    body = "\n".join(f"{indent}  {line}" for line in text.split("\n"))
    return f"{indent}{key}: |\n{body}\n"


@st.composite
def sections(draw: st.DrawFn) -> str:
    """A section file: a plain or quoted heading, and texts under its keys."""
    heading = draw(st.one_of(WORDS, lines().map(lambda text: text.replace("\n", " "))))
    made = [f"heading: {heading}\n", "picture: none\n", _block("summary", draw(texts()))]
    made.append(_block("body", draw(texts())))
    if draw(st.booleans()):
        made.append("easy_read:\n  - picture: none\n" + _block("text", draw(lines()), "    "))
    else:
        made.append("easy_read: none\n")
    return "".join(made)


def test_each_piece_arrives_or_is_told_at_its_line() -> None:
    outcomes: Counter[str] = Counter()

    @settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
    @given(first=sections(), second=sections())
    def each(first: str, second: str) -> None:
        with TemporaryDirectory() as folder:
            document = "title: A small guide\nlanguage: en-GB"
            here = written(Path(folder), document, a=first, b=second)
            (here / "pictures" / "ring.svg").unlink()
            told = findings_of(here)
            outcomes["told" if told else "accepted"] += 1
            assert all(finding.place.file for finding in told)
            assert told or [(str(one), one.hint) for one in everything_in(here)] == []

    each()
    if EXAMPLES >= 50:  # else nothing would be proved
        assert outcomes["accepted"] >= sum(outcomes.values()) // 30, outcomes
