"""What is said of the words of a chart that cannot be drawn."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.load.folders import findings_of, write

_CHART = """heading: Start here
picture: none
body: |
  ::: chart days
  Tuesday is busy.
  :::
charts:
  days:
    kind: bar
    unit: people
    values:
      - {label: LABEL, value: 1}
      - {label: Tuesday, value: 2}
"""


def _said(tmp_path: Path, label: str) -> list[str]:
    chart = _CHART.replace("LABEL", f'"{label}"')
    found = findings_of(write(tmp_path, {"sections/start.yaml": chart}))
    return [one.message for one in found if one.code == "chart-label"]


@pytest.mark.parametrize(
    ("length", "told"),
    [(70, "70 letters"), (4_999, "4,999 letters"), (9_000, "more than 5,000 letters")],
)
def test_how_long_a_label_is_is_told_truly(tmp_path: Path, length: int, told: str) -> None:
    (first, *_) = _said(tmp_path, ("ab " * length)[: length - 1] + "c")
    assert first.endswith(f"is too long for a chart: {told}.")


@pytest.mark.parametrize("sign", ["\u200b", "\u2060", "\u00ad"])
def test_a_sign_that_shows_nothing_is_told_by_its_number(tmp_path: Path, sign: str) -> None:
    (said, *_) = _said(tmp_path, f"Mon{sign}day " + "and on and on " * 9)
    assert f"MonU+{ord(sign):04X}day" in said
    assert sign not in said
