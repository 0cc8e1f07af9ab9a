"""The files of charts as spreadsheets save them: read by load and by the second proof alike."""

from __future__ import annotations

from pathlib import Path

import pytest

from exporter.diagnostics import SourceError
from exporter.load import load
from tests.typed.folders import everything_in, written

_SECTION = """heading: Visits
picture: none
body: |
  Most came on a Tuesday.

  ::: chart visits
  Who came.
  :::
easy_read: none
charts:
  visits: {kind: bar, unit: people, file: visits.csv}
"""


def _folder(folder: Path, data: bytes) -> Path:
    written(folder, "title: Visits\nlanguage: en-GB", part=_SECTION)
    for name in ("ring", "post", "phone"):
        (folder / "pictures" / f"{name}.svg").unlink()
    (folder / "visits.csv").write_bytes(data)
    return folder


@pytest.mark.parametrize(
    "data",
    [
        b"Day,People\nMonday,3\nTuesday,5\n",
        b"\xef\xbb\xbfDay;People\r\nMonday;3\r\nTuesday;5\r\n",
        b"Day\tPeople\rMonday\t3\rTuesday\t5\r",
        b'Day;People;\n"Monday";3;\n\nTuesday;5;\n',
    ],
)
def test_a_file_is_read_however_a_spreadsheet_saved_it(data: bytes, tmp_path: Path) -> None:
    folder = _folder(tmp_path / "visits", data)
    (chart,) = load(folder).sections[0].charts
    assert [(row.label, int(row.cells[0].amount)) for row in chart.rows] == [
        ("Monday", 3),
        ("Tuesday", 5),
    ]
    assert everything_in(folder) == []


@pytest.mark.parametrize(
    ("data", "line", "told"),
    [
        (b"Day;People\nMonday;3,5\nTuesday;5\n", 2, "“3,5” is not a number"),
        (b"Day,People\nMonday,-3\nTuesday,5\n", 2, "“-3” is not a number"),
        (b"Day,People\nMonday,3\nTuesday,\n", 3, "This value has no “value”."),
        (b"Day\nMonday\nTuesday\n", 1, "This file has 1 column, and the chart needs 2."),
        (b"Day,People\nMonday,3\n", 11, "This chart has 1 bar; it can have 2 to 12."),
        (b"Day,People\nMonday,1e99\nTuesday,5\n", 2, "“1e99” is not a number"),
    ],
)
def test_what_cannot_be_drawn_is_told_at_its_line(
    data: bytes, line: int, told: str, tmp_path: Path
) -> None:
    with pytest.raises(SourceError) as raised:
        load(_folder(tmp_path / "visits", data))
    first = raised.value.findings[0]
    assert told in first.message
    assert first.place.line == line
