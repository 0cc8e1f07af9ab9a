"""A document with every kind of chart, from YAML and from a file."""

from __future__ import annotations

from pathlib import Path

from tests.typed.folders import written

DOCUMENT = "title: What we counted\nlanguage: en-GB"
NUMBERS = """\
heading: What we counted
picture: none
body: |
  Most came on a Wednesday: see [](#visits).

  ::: chart visits
  Wednesday is the busiest day.
  :::

  ::: chart heard
  More people were heard.
  :::

  ::: chart months
  Visits grew.
  :::

  ::: chart answers
  Three in four people would do it again.
  :::

  ::: chart back
  Most people came back.
  :::
easy_read:
  - chart: visits
  - chart: answers
  - chart: back
charts:
  visits:
    kind: bar
    labels: Day
    unit: {one: person, other: people}
    values:
      - {label: Monday, value: 1}
      - {label: Tuesday, value: 12}
      - {label: Wednesday, value: "1,030"}
  heard:
    kind: grouped
    unit: "%"
    series: {before: Before, after: After}
    values:
      - {label: Voice, before: 41%, after: 78.5}
      - {label: Pay, before: 12, after: 90}
  months:
    kind: line
    unit: £
    file: charts/months.csv
  answers:
    kind: parts
    unit: {one: person, other: people}
    whole: 20
    data: list
    alt: Hundred squares, three in four of them dark.
    values:
      - {label: Said yes, value: 15}
      - {label: Said no, value: 5}
  back:
    kind: pictograms
    unit: {one: person, other: people}
    whole: 9
    values:
      - {label: Came back, value: 8}
"""
WORDS = """\
heading: What we did
picture: none
body: |
  ::: chart history
  How it began.
  :::

  ::: chart joining
  How to join.
  :::

  ::: chart ways
  Asking is not deciding.
  :::
easy_read: none
charts:
  history:
    kind: timeline
    values:
      - {date: 2024, label: Four people meet.}
      - {date: 2025-03, label: They get money.}
      - {date: 2026-11-22, label: A hundred people come.}
  joining:
    kind: steps
    values:
      - {label: Ring us.}
      - {label: Come and meet us.}
  ways:
    kind: comparison
    series: {asked: They are asked, together: They decide}
    values:
      - label: Who asks
        asked: The staff ask people once a year by letter.
        together: Everybody asks everybody.
      - label: Who decides
        asked: The staff do when all the letters are read.
        together: All do at one table.
      - label: Who is paid
        asked: The staff are and nobody else.
        together: All are paid for each hour that they give.
      - label: Who speaks first
        asked: Whoever knows most about the service.
        together: Whoever has not spoken yet.
      - label: What comes of it
        asked: A report that few people read.
        together: Something that all can use.
"""
MONTHS = "Month,Spent,Saved\nMay,200,50\nJune,350,75\n"


def chart_folder(folder: Path) -> Path:
    """The folder of the document; its file of values lies in charts/."""
    written(folder, DOCUMENT, numbers=NUMBERS, words=WORDS)
    for name in ("ring", "post", "phone"):
        (folder / "pictures" / f"{name}.svg").unlink()
    (folder / "charts").mkdir(exist_ok=True)
    (folder / "charts" / "months.csv").write_text(MONTHS, "utf-8")
    return folder
