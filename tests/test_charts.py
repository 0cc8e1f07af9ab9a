"""Charts in every format: the same words and alternative texts, in the edition's size of type."""

from __future__ import annotations

import io
import re

import pikepdf
import pytest

from exporter.adapt import adapt
from exporter.charts import sentences
from exporter.checks import alternative_text
from exporter.compare import editions_agree, same_edition
from exporter.fonts import lacking_in
from exporter.formats import FORMATS, Settings
from exporter.load import chart_values, load
from exporter.model import Document, Figure, Picture, PictureRow
from exporter.outline import outline_of
from exporter.source import Source
from exporter.starter import in_pseudo
from exporter.styles.brands import load_brand
from exporter.styles.editions import load_edition
from exporter.styles.words import load_words
from exporter.walk import blocks_within, pictures_of, sections_within
from exporter.writers.docx.measures import figure
from exporter.writers.pdf_reportlab.look import Look
from tests.charts import chart_folder
from tests.conftest import needs_pango

EDITIONS = ("standard", "giant-print", "easy-read")


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Source:
    return load(chart_folder(tmp_path_factory.mktemp("charts") / "counted"))


def document(source: Source, edition: str) -> Document:
    return adapt(source, load_edition(edition), load_words("en-GB"))


def file_of(document: Document, name: str) -> bytes:
    engine = FORMATS[name].engine(Settings(), document)
    theme = load_edition(document.edition).theme
    return engine.stamp(engine.compile(document, theme), load_brand("house"))


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("name", FORMATS)
def test_charts_are_read_back_as_they_are(source: Source, edition: str, name: str) -> None:
    made = document(source, edition)
    found = FORMATS[name].read_back(file_of(made, name))
    assert same_edition(outline_of(made), found) == ()


def test_the_tallest_chart_that_is_taken_has_its_size_on_a_page_of_giant_print() -> None:
    """In PDF and in Word: else it would be made smaller there, and its words with it."""
    theme = load_edition("giant-print").theme
    size, width, height = (getattr(chart_values, f"_GIANT_{one}") for one in _MEASURES)
    assert size == theme.size
    assert theme.page.text_width - 1 < width <= theme.page.text_width
    chart = Picture(
        name="tall", media="svg", data=b"", alt="", width=width, height=height, ems=width / size
    )
    assert figure(chart, theme.page.text_width, theme) == pytest.approx((width, height))
    assert Look(theme).tallest_chart >= height


_MEASURES = ("SIZE", "WIDTH", "HEIGHT")


def test_a_chart_that_is_higher_than_a_page_is_one_figure_with_one_alternative_text(
    source: Source,
) -> None:
    """In giant print the comparison goes on over pages, in words of 24 points; each of its pictures
    but the first is silent, and in a PDF all stand in one element."""
    made = document(source, "giant-print")
    figures = [b for s in sections_within(made.sections) for b in blocks_within(s.blocks)]
    (tall,) = [one for one in figures if isinstance(one, Figure) and one.more]
    assert tall.anchor == "ways"
    assert [one.alt for one in tall.more] == [""] * len(tall.more)
    assert all(b'font-size="24"' in one.data for one in tall.pictures)
    with pikepdf.open(io.BytesIO(file_of(made, "pdf"))) as file:
        every = [one for one in file.objects if isinstance(one, pikepdf.Dictionary)]
        (element,) = [one for one in every if str(one.get("/Alt", "")) == tall.picture.alt]
        assert len(element.K) == len(tall.pictures)
    standard = [b for s in document(source, "standard").sections for b in s.blocks]
    assert not any(one.more for one in standard if isinstance(one, Figure))


def test_an_alternative_text_that_is_made_is_no_longer_than_the_check_allows() -> None:
    assert sentences.LONGEST == alternative_text.LONGEST


def test_editions_say_the_same_of_charts(source: Source) -> None:
    editions = {name: document(source, name) for name in EDITIONS}
    layers = {name: load_edition(name).layers for name in EDITIONS}
    assert editions_agree(editions, dict(layers)) == ()


def test_alternative_texts_are_made_of_the_data_unless_the_author_wrote_one(source: Source) -> None:
    assert [picture.alt for picture in pictures_of(document(source, "standard"))] == [
        "Bar chart of 3 values. Counted in people. Highest: Wednesday, 1,030. Lowest: Monday, 1.",
        "Bar chart of 2 groups. Before, After. Highest: Pay, After, 90%. Lowest: Pay, Before, 12%.",
        "Line chart of 2 points. Spent, Saved. Spent: From £200 to £350. Saved: From £50 to £75.",
        "Hundred squares, three in four of them dark.",
        "Figures of people, in 1 row. Counted in people. Out of 9. Each is 8.",
        "Timeline of 3 events. From 2024 to 22 November 2026.",
        "2 steps, one after another. From “Ring us” to “Come and meet us”.",
        "Comparison in 5 points. They are asked, They decide.",
    ]


def test_easy_read_says_each_value_in_a_sentence(source: Source) -> None:
    said = [entry.text for entry in outline_of(document(source, "easy-read"))[2:10]]
    assert said == [
        "Monday: 1 person.",
        "Tuesday: 12 people.",
        "Wednesday: 1,030 people.",
        "Said yes: 15 out of 20 people.",
        "Said no: 5 out of 20 people.",
        "Came back: 8 out of 9 people.",
    ]


def test_in_print_the_words_of_a_chart_have_the_size_of_the_text(source: Source) -> None:
    """A chart is drawn as wide as the page's text, and is neither enlarged nor made smaller."""
    made = document(source, "giant-print")
    sizes = [(round(one.width, 1), round(one.height, 1)) for one in pictures_of(made)]
    placed = []
    with pikepdf.open(io.BytesIO(file_of(made, "pdf"))) as file:
        for page in file.pages:
            code = _code(page).decode("latin-1")
            found = re.findall(r"([\d.]+) 0 0 ([\d.]+) [-\d.]+ [-\d.]+ cm ?/P\d+ Do", code)
            placed += [(round(float(w), 1), round(float(h), 1)) for w, h in found]
    assert placed == sizes


def _code(page: pikepdf.Page) -> bytes:
    page.contents_coalesce()
    return bytes(page.Contents.read_bytes())


def test_on_the_web_a_chart_is_measured_in_the_readers_own_letters(source: Source) -> None:
    page = file_of(document(source, "standard"), "html").decode()
    theme = load_edition("standard").theme
    width = f"{theme.page.text_width / theme.size:.4g}em"
    assert re.findall(r'class="chart" style="width:([^"]+)"', page) == [width] * 8
    assert page.count('class="moved" role="region" tabindex="0"') == 8


def test_each_edition_draws_its_charts_anew(source: Source) -> None:
    standard, giant = (
        {one.name: one for one in pictures_of(document(source, name))}
        for name in ("standard", "giant-print")
    )
    assert all(standard[name].data != giant[name].data for name in standard)
    told = [
        {one.name: one.alt for one in pictures_of(document(source, name)) if one.alt}
        for name in ("standard", "giant-print")
    ]
    assert told[0] == told[1]


def test_a_chart_is_a_figure_with_a_number_that_the_text_can_point_to(source: Source) -> None:
    made = document(source, "standard")
    blocks = [b for s in sections_within(made.sections) for b in blocks_within(s.blocks)]
    figures = [block for block in blocks if isinstance(block, Figure)]
    assert [one.label for one in figures] == [f"Figure {number}" for number in range(1, 9)]
    assert figures[0].anchor == "visits"
    assert "see Figure 1" in outline_of(made)[2].text
    easy = document(source, "easy-read")
    rows = [b for s in easy.sections for b in s.blocks if isinstance(b, PictureRow)]
    assert [picture.alt for row in rows for picture in row.pictures] == [""] * 6


def test_from_the_right_charts_are_read_back_in_every_format(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    needs_pango()
    folder = chart_folder(tmp_path_factory.mktemp("charts") / "mirrored")
    file = folder / "document.yaml"
    file.write_text(file.read_text("utf-8").replace("en-GB", "qps-Arab"), "utf-8")
    in_pseudo.turn(folder, "qps-Arab")
    source = load(folder)
    for edition in ("standard", "easy-read"):
        made = adapt(source, load_edition(edition), load_words("qps-Arab"))
        assert made.right_to_left
        assert lacking_in(made) == ""
        charts = [one for one in pictures_of(made) if one.ems]
        assert [b"<text" in one.data for one in charts] == [False] * len(charts)
        assert len(charts) == (8 if edition == "standard" else 0)
        for name in FORMATS:
            found = FORMATS[name].read_back(file_of(made, name))
            assert same_edition(outline_of(made), found) == (), (edition, name)
