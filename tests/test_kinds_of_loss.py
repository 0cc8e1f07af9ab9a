"""What was once lost on the way from an author to readers arrives in every format and edition.

Each is a kind, tried with siblings of the case that showed it: signs between figures, letters
before items, a picture in a step, a long word with soft hyphens, marks that nobody reads.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from exporter.adapt import adapt
from exporter.diagnostics import SourceError
from exporter.formats import FORMATS, Settings
from exporter.load import load
from exporter.model import Document
from exporter.outline import Entry, outline_of
from exporter.styles.brands import load_brand
from exporter.styles.editions import load_edition
from exporter.styles.words import load_words
from tests.typed.folders import written

GUIDE = "title: T\nlanguage: en-GB\npictures: {ring: {file: pictures/ring.svg, alt: A ring}}"
SIGNS = (
    "Take 2*500 mg in the morning and 1*500 mg at night.",
    "The box is 10*20*30 cm, or 4 x 5 * 6 in.",
    "Call the file my_long_name_2.txt, at 3_000_000 words.",
    "Between 18:00 and 20:00, 3/4 of 5-6 people = 80%; A&E < 10 & > 2.",
)
STEPS = """\
1. Open the box.

   ::: figure ring
   The box
   :::

2. Take out the cards.

   ::: note
   There are ten.
   :::

3. Close it.
"""
LETTERS = """\
a. Come by bus
b. Come by car

Or:

a) Stay at home
b) Phone us

Or:

(i) Write
(ii) Wait
"""
LONG = (
    "Donau\u00addampf\u00adschifffahrts\u00adgesellschafts\u00adkapitäns\u00admützen\u00adabzeichen"
)
TABLE = f"""\
tables:
  t:
    columns: {{k: Key, v: Value}}
    rows:
      - k: One
        v: {LONG}
"""


def _indented(text: str) -> str:
    return "".join(f"  {line}\n" if line else "\n" for line in text.split("\n"))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    body = "\n\n".join((*SIGNS, STEPS, LETTERS, "::: table t\nLong words\n:::\n"))
    easy = "".join(f"  - picture: ring\n    text: |\n      {one}\n" for one in SIGNS)
    section = f"heading: First\npicture: ring\nbody: |\n{_indented(body)}{TABLE}easy_read:\n{easy}"
    return written(tmp_path_factory.mktemp("kinds"), GUIDE, first=section)


def documents(folder: Path) -> list[Document]:
    source, words = load(folder), load_words("en-GB")
    every = ("standard", "large-print", "easy-read")
    return [adapt(source, load_edition(name), words) for name in every]


def entries(document: Document, name: str) -> tuple[Entry, ...]:
    """What a reader meets in the file of this format."""
    settings = Settings(pdf_engine="weasyprint" if name == "weasyprint" else "reportlab")
    kind = FORMATS["pdf" if name == "weasyprint" else name]
    engine = kind.engine(settings, document)
    theme = load_edition(document.edition).theme
    return tuple(kind.read_back(engine.stamp(engine.compile(document, theme), load_brand("house"))))


@pytest.mark.parametrize("name", [*FORMATS, "weasyprint"])
def test_each_of_them_arrives_in_every_format_and_edition(name: str, folder: Path) -> None:
    for document in documents(folder):
        found = entries(document, name)
        assert [one.key() for one in found] == [one.key() for one in outline_of(document)]
        said = [" ".join(one.text.split()) for one in found]
        assert [one for one in said if one in SIGNS] == list(SIGNS), document.edition
        if document.edition == "easy-read":
            continue
        items = [(one.marker, one.text) for one in found if one.role == "item"]
        assert items[:3] == [
            ("1", "Open the box."),
            ("2", "Take out the cards."),
            ("3", "Close it."),
        ]
        assert [marker for marker, _ in items[3:]] == ["a", "b", "a", "b", "i", "ii"]
        roles = [one.role for one in found]
        step = said.index("Open the box.")
        assert "figure" in roles[step : said.index("Take out the cards.")]
        assert LONG.replace("\u00ad", "") in said


MARKS = ("H~2~O", "20 m^2^", "the sum is $a^2$", "==marked==", "\\newpage", "- [x] I have a bag")


@pytest.mark.parametrize("mark", MARKS)
def test_a_mark_that_nobody_reads_is_told_at_its_line(mark: str, tmp_path: Path) -> None:
    body = f"Some words.\n\n{mark if mark.startswith('-') else f'Here is {mark} again.'}\n"
    section = f"heading: First\npicture: ring\nbody: |\n{_indented(body)}easy_read: none\n"
    with pytest.raises(SourceError) as caught:
        load(written(tmp_path, GUIDE, first=section))
    assert {one.place.line for one in caught.value.findings} == {6}
    assert all(one.hint for one in caught.value.findings)
