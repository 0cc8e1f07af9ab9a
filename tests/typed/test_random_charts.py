"""Random charts as people type them: every word and number arrives, or is told at its line."""

from __future__ import annotations

import json
import os
import string
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.typed.folders import everything_in, written
from tests.unit.load.folders import findings_of

EXAMPLES = int(os.environ.get("EXPORTER_EXAMPLES", "10"))
_TYPED = (
    "a dose 2*500 1,200 people don't co-production NHS Llŷr ½ m² £5 50% A.B. a/b 10am the not 日本 "
    "Out of 3 Highest Lowest Counted in 2026"
)
_WORDS = st.sampled_from(_TYPED.split())
_SIGNS = st.sampled_from([*string.punctuation, "–", "…", "“", "”", "×", "€", "•", "→", "☎", "😀"])
KINDS = ("bar", "grouped", "line", "parts", "pictograms", "timeline", "steps", "comparison")


@st.composite
def labels(draw: st.DrawFn) -> str:
    wild = draw(st.integers(0, 5)) == 0
    words = draw(st.lists(st.one_of(_WORDS, _SIGNS) if wild else _WORDS, min_size=1, max_size=4))
    return " ".join(words)


_NUMBERS = st.one_of(
    st.integers(0, 120).map(str), st.sampled_from(["1,200", "4.5", "31%", "-3", "many", "0"])
)


@st.composite
def charts(draw: st.DrawFn) -> str:
    """One chart as YAML, in quotation marks, so that YAML has nothing to say of it."""
    kind = draw(st.sampled_from(KINDS))
    series = ["one", "two"] if kind in ("grouped", "comparison") or draw(st.booleans()) else []
    series = series if kind in ("grouped", "comparison", "line") else []
    count = draw(st.integers(2, 4))
    rows = []
    for number in range(count):
        row = {"label": f"{number} {draw(labels())}"}
        if kind == "timeline":
            row["date"] = f"{2000 + number}-0{draw(st.integers(1, 9))}"
        elif kind == "comparison":
            row |= {key: draw(labels()) for key in series}
        elif kind != "steps":
            row |= {key: draw(_NUMBERS) for key in series or ["value"]}
        rows.append(row)
    chart: dict[str, object] = {"kind": kind, "values": rows}
    if kind not in ("timeline", "steps", "comparison"):
        chart["unit"] = draw(st.sampled_from(["people", "%", "£", "visits a day"]))
    if series:
        chart["series"] = {key: draw(labels()) for key in series}
    if kind in ("parts", "pictograms"):
        chart["whole"] = _whole(kind, rows)
    if draw(st.integers(0, 3)) == 0:
        chart["alt"] = draw(labels())
    if draw(st.booleans()) and kind not in ("timeline", "steps"):
        chart["data"] = draw(st.sampled_from(["table", "list"]))
    return json.dumps(chart, ensure_ascii=False)  # JSON is YAML


def _whole(kind: str, rows: list[dict[str, str]]) -> str:
    """What the parts add up to, where they are numbers."""
    amounts = [float(row["value"]) for row in rows if row["value"].replace(".", "").isdecimal()]
    found = sum(amounts) if kind == "parts" else max(amounts, default=1)
    return f"{found:g}"


def test_what_was_typed_for_a_chart_arrives_or_is_told_at_its_line() -> None:
    outcomes: Counter[str] = Counter()

    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.explicit, Phase.reuse, Phase.generate],  # to shrink would take minutes
    )
    @given(st.lists(charts(), min_size=1, max_size=3))
    def each(several: list[str]) -> None:
        shown = "\n\n".join(
            f"  ::: chart c{number}\n  It shows this.\n  :::" for number in range(len(several))
        )
        typed = "\n".join(f"  c{number}: {chart}" for number, chart in enumerate(several))
        body = f"heading: One\npicture: none\nbody: |\n{shown}\neasy_read: none\n"
        with TemporaryDirectory() as folder:
            document = "title: A guide\nlanguage: en-GB"
            here = written(Path(folder), document, a=f"{body}charts:\n{typed}\n")
            for name in ("ring", "post", "phone"):
                (here / "pictures" / f"{name}.svg").unlink()
            told = findings_of(here)
            outcomes["told" if told else "accepted"] += 1
            assert all(finding.place.file and finding.place.line for finding in told)
            assert told or [(str(one), one.hint) for one in everything_in(here)] == []

    each()
    if EXAMPLES >= 50:  # else nothing would be proved
        assert outcomes["accepted"] >= 1, outcomes
