"""What a chart draws is its data: recomputed from its geometry, with words that can be read."""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import replace
from itertools import combinations
from xml.etree.ElementTree import Element

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from exporter.brand import contrast, luminance
from exporter.charts import drawing, drawn, fills, picture_of_row
from exporter.charts.lines import _COLOURS
from exporter.charts.scale import steps_to
from exporter.edition import Theme, chart_height, resized
from exporter.load.chart_kinds import KINDS
from exporter.model import Picture
from exporter.source import ChartCell, ChartKind, ChartRow, SourceChart
from exporter.styles.editions import load_edition
from exporter.styles.words import load_words
from exporter.writers.drawings.plain import plain
from tests.unit.charts.drawings import (
    SVG,
    charts,
    grounds,
    group,
    in_letters_of,
    root_of,
    themes,
    words_in,
)

EXAMPLES = settings(
    max_examples=int(os.environ.get("EXPORTER_EXAMPLES", "10")),
    deadline=None,
    suppress_health_check=list(HealthCheck),
)


FEWER = settings(EXAMPLES, max_examples=max(2, EXAMPLES.max_examples // 5))
"""Of charts whose words are shapes: each has thousands of curves to read."""
LANGUAGES = ("en-GB", "qps-Arab")
"""From the left, and from the right."""
in_both = pytest.mark.parametrize("language", LANGUAGES)


def pictures(chart: SourceChart, theme: Theme, language: str = "en-GB") -> tuple[Picture, ...]:
    """The chart on the pages of an edition, in as many pieces as it needs there."""
    return drawn(in_letters_of(language, chart), theme, load_words(language), language)


def picture(chart: SourceChart, theme: Theme, language: str = "en-GB") -> Picture:
    """The chart in one piece, as on a page of any length."""
    endless = replace(theme, page=replace(theme.page, height=100_000.0))
    (whole,) = pictures(chart, endless, language)
    return whole


def root_of_all(chart: SourceChart, theme: Theme, language: str = "en-GB") -> Element:
    """What the pieces of a chart draw, in one tree: lengths and areas are those of the pages."""
    first, *more = (root_of(one.data) for one in pictures(chart, theme, language))
    first.extend(child for root in more for child in root)
    return first


@in_both
@pytest.mark.parametrize("kind", KINDS)
def test_words_never_overlap_nor_leave_the_drawing_and_have_the_size_of_the_text(
    kind: ChartKind, language: str
) -> None:
    @(EXAMPLES if language == "en-GB" else FEWER)
    @given(charts(kind), themes())
    def holds(chart: SourceChart, theme: Theme) -> None:
        for made in pictures(chart, theme, language):
            root = root_of(made.data)
            said = words_in(root)
            assert float(root.get("font-size", "0")) == theme.size
            assert made.height <= chart_height(theme) + 0.01
            for one in said:
                assert one.left >= -0.01, one
                assert one.right <= made.width + 0.01, one
                assert one.top >= -0.01, one
                assert one.foot <= made.height + 0.01, one
            assert [pair for pair in combinations(said, 2) if pair[0].meets(pair[1])] == []

    holds()


@in_both
@pytest.mark.parametrize("kind", KINDS)
def test_no_word_is_lost_where_a_chart_goes_on_over_a_page(kind: ChartKind, language: str) -> None:
    """Each word is as often in the pieces as in one picture, but for names that stand on each."""
    giant = load_edition("giant-print").theme

    @(EXAMPLES if language == "en-GB" else FEWER)
    @given(charts(kind))
    def holds(chart: SourceChart) -> None:
        whole = Counter(
            said.words for said in words_in(root_of(picture(chart, giant, language).data))
        )
        pieces = pictures(chart, giant, language)
        told = [Counter(said.words for said in words_in(root_of(one.data))) for one in pieces]
        together = sum(told, Counter[str]())
        assert not whole - together
        assert kind == "comparison" or together == whole
        assert [bool(one.alt) for one in pieces] == [True, *(False for _ in pieces[1:])]

    holds()


def test_a_comparison_names_its_two_sides_on_each_of_its_pages() -> None:
    sentence = "A sentence of ten or so words, which say what is done here."
    rows = tuple(
        ChartRow(f"{number}. What we did", (ChartCell(sentence), ChartCell(sentence)))
        for number in range(6)
    )
    chart = SourceChart(name="c", kind="comparison", series=("Asked", "Together"), rows=rows)
    pieces = pictures(chart, load_edition("giant-print").theme)
    assert len(pieces) > 2
    for piece in pieces:
        said = [one.words for one in words_in(root_of(piece.data))]
        assert said.count("Asked") == said.count("Together") > 0
    heights = [piece.height for piece in pieces]
    assert max(heights) < 2 * min(heights)  # even: the smallest holes on the pages before
    assert len(pictures(chart, load_edition("standard").theme)) == 1


def test_the_longest_point_of_a_comparison_is_cut_between_its_two_sides() -> None:
    long = " ".join(["Meanwhile"] * 9)
    rows = (ChartRow(long, (ChartCell(long), ChartCell(long))),)
    chart = SourceChart(name="c", kind="comparison", series=(long, long[::-1]), rows=rows)
    enlarged = resized(load_edition("giant-print").theme, 28)
    first, second = pictures(chart, enlarged)
    assert max(first.height, second.height) <= chart_height(enlarged)
    for piece in (first, second):
        assert words_in(root_of(piece.data))[0].words.startswith("Meanwhile")


@in_both
@pytest.mark.parametrize("kind", KINDS)
def test_every_program_draws_it_alike_and_the_same_data_give_the_same_bytes(
    kind: ChartKind, language: str
) -> None:
    @(EXAMPLES if language == "en-GB" else FEWER)
    @given(charts(kind), themes())
    def holds(chart: SourceChart, theme: Theme) -> None:
        made = picture(chart, theme, language)
        assert plain(made.data) is not None
        assert made == picture(chart, theme, language)
        assert made.ems * theme.size == pytest.approx(theme.page.text_width)

    holds()


@in_both
@EXAMPLES
@given(st.one_of(charts("bar"), charts("grouped")), themes())
def test_the_length_of_each_bar_is_its_value(
    language: str, chart: SourceChart, theme: Theme
) -> None:
    root = root_of_all(chart, theme, language)
    amounts = [float(cell.amount) for row in chart.rows for cell in row.cells]
    lengths = [
        next((width for width, _ in grounds(group(root, f"bar-{number}"))), 0.0)
        for number in range(1, len(amounts) + 1)
    ]
    most, longest = max(amounts), max(lengths)
    for amount, length in zip(amounts, lengths, strict=True):
        assert length * most == pytest.approx(amount * longest, abs=0.002 * most)


@in_both
@EXAMPLES
@given(charts("line"), themes())
def test_the_height_of_each_point_is_its_value(
    language: str, chart: SourceChart, theme: Theme
) -> None:
    root = root_of_all(chart, theme, language)
    rules = [float(one.get("y1", "0")) for one in root.iter(f"{SVG}line")]
    scale = steps_to(max(cell.amount for row in chart.rows for cell in row.cells))
    foot, top = rules[0], rules[len(scale) - 1]
    for series in range(max(1, len(chart.series))):
        line = next(group(root, f"line-{series + 1}").iter(f"{SVG}polyline"))
        heights = [float(one.split(",")[1]) for one in line.get("points", "").split()]
        for row, y in zip(chart.rows, heights, strict=True):
            read = (foot - y) / (foot - top) * float(scale[-1])
            assert read == pytest.approx(
                float(row.cells[series].amount), abs=float(scale[-1]) / 1e4
            )


@in_both
@EXAMPLES
@given(charts("parts"), themes())
def test_the_area_of_each_part_is_its_share(
    language: str, chart: SourceChart, theme: Theme
) -> None:
    root = root_of_all(chart, theme, language)
    assert chart.whole is not None
    sizes = [
        sum(width * height for width, height in grounds(group(root, f"part-{number + 1}")))
        for number in range(len(chart.rows))
    ]
    shares = [float(row.cells[0].amount / chart.whole.amount) for row in chart.rows]
    if sum(shares) > 0:
        for size, share in zip(sizes, shares, strict=True):
            assert size / sum(sizes) == pytest.approx(share, abs=2e-3)


@in_both
@EXAMPLES
@given(charts("pictograms"), themes())
def test_as_many_figures_are_dark_as_the_value_says(
    language: str, chart: SourceChart, theme: Theme
) -> None:
    root = root_of_all(chart, theme, language)
    assert chart.whole is not None
    for number, row in enumerate(chart.rows):
        heads = list(group(root, f"people-{number + 1}").iter(f"{SVG}circle"))
        dark = [one for one in heads if one.get("fill") == fills.DEEP]
        assert (len(heads), len(dark)) == (int(chart.whole.amount), int(row.cells[0].amount))


@EXAMPLES
@given(charts("timeline"), themes())
def test_each_event_stands_below_the_one_before_it(chart: SourceChart, theme: Theme) -> None:
    root = root_of(picture(chart, theme).data)
    marks = [float(one.get("cy", "0")) for one in group(root, "events").iter(f"{SVG}circle")]
    dates = [one for one in words_in(root) if one.words.endswith(tuple("0123456789"))]
    years = [row.date[:4] for row in chart.rows]
    told = [one.words[-4:] for one in dates if one.words[-4:] in years]
    assert len(set(marks)) == len(chart.rows)
    assert marks == sorted(marks)
    assert list(dict.fromkeys(told)) == years


@EXAMPLES
@given(charts("steps"), themes())
def test_steps_are_counted_from_the_top(chart: SourceChart, theme: Theme) -> None:
    root = root_of(picture(chart, theme).data)
    heights = [
        float(next(group(root, f"step-{number + 1}").iter(f"{SVG}circle")).get("cy", "0"))
        for number in range(len(chart.rows))
    ]
    assert heights == sorted(set(heights))
    white = [one.text for one in root.iter(f"{SVG}text") if one.get("fill") == fills.WHITE]
    assert white == [str(number + 1) for number in range(len(chart.rows))]


@EXAMPLES
@given(st.one_of(charts("bar"), charts("parts"), charts("pictograms")), themes())
def test_pictures_of_rows_have_no_words_and_are_not_heard_twice(
    chart: SourceChart, theme: Theme
) -> None:
    for number in range(len(chart.rows)):
        made = picture_of_row(chart, number, theme, "en-GB")
        assert words_in(root_of(made.data)) == []
        assert made.alt == ""
        assert plain(made.data) is not None


def test_in_grey_every_fill_has_a_pattern_or_a_lightness_of_its_own() -> None:
    for one, other in combinations(fills.FILLS, 2):
        light, dark = sorted((luminance(one.ground), luminance(other.ground)), reverse=True)
        assert one.pattern != other.pattern or (light + 0.05) / (dark + 0.05) >= 3


def test_every_ground_or_its_line_has_three_to_one_on_paper() -> None:
    """WCAG 2.2, 1.4.11."""
    for fill in fills.FILLS:
        assert max(contrast(one, "#ffffff") for one in (fill.ground, fill.line)) >= 3
    assert min(contrast(one, "#ffffff") for one in _COLOURS) >= 4.5


# ---- from the right --------------------------------------------------------------------------


@FEWER
@given(st.one_of(charts("bar"), charts("grouped")), themes())
def test_from_the_right_bars_begin_at_one_line_that_is_right_of_them(
    chart: SourceChart, theme: Theme
) -> None:
    root = root_of(picture(chart, theme, "qps-Arab").data)
    line = {float(one.get("x1", "0")) for one in root.iter(f"{SVG}line")}
    bars = [group(root, f"bar-{n}").find(f"{SVG}rect") for n in range(1, _bars(chart) + 1)]
    ends = {
        float(bar.get("x", "0")) + float(bar.get("width", "0")) for bar in bars if bar is not None
    }
    assert len(line) == 1
    assert all(end == pytest.approx(next(iter(line)), abs=0.01) for end in ends)


def _bars(chart: SourceChart) -> int:
    return sum(len(row.cells) for row in chart.rows)


@FEWER
@given(charts("line"), themes())
def test_time_runs_from_left_to_right_in_every_language(chart: SourceChart, theme: Theme) -> None:
    root = root_of(picture(chart, theme, "qps-Arab").data)
    for series in range(max(1, len(chart.series))):
        line = next(group(root, f"line-{series + 1}").iter(f"{SVG}polyline"))
        across = [float(one.split(",")[0]) for one in line.get("points", "").split()]
        assert across == sorted(set(across))


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "line"])
def test_all_that_is_drawn_stands_where_a_mirror_shows_it(
    kind: ChartKind, monkeypatch: pytest.MonkeyPatch
) -> None:
    @FEWER
    @given(charts(kind), themes())
    def holds(chart: SourceChart, theme: Theme) -> None:
        made = picture(chart, theme)
        with monkeypatch.context() as patch:
            patch.setattr(drawing, "right_to_left", lambda tag: True)
            turned = picture(chart, theme)
        assert _boxes(root_of(turned.data), 0.0) == pytest.approx(
            _boxes(root_of(made.data), made.width), abs=0.01
        )

    holds()


def _boxes(root: Element, width: float) -> list[float]:
    """Left, top, right and foot of every box and round; with a width, as its mirror shows them."""
    found = []
    for one in root.iter():
        x, r = float(one.get("x", one.get("cx", "0"))), float(one.get("r", "0"))
        y, wide = float(one.get("y", one.get("cy", "0"))), float(one.get("width", "0"))
        if one.tag in (f"{SVG}rect", f"{SVG}circle"):
            left, right = x - r, x + wide + r
            sides = (width - right, width - left) if width else (left, right)
            found += [*sides, y, r, float(one.get("height", "0"))]
    return found


def test_what_words_say_stands_with_their_shapes() -> None:
    chart = SourceChart(
        name="c", kind="steps", rows=(ChartRow("مرحبا & welcome."), ChartRow("نعم"))
    )
    said = words_in(root_of(picture(chart, load_edition("standard").theme, "ar").data))
    assert [one.words for one in said] == ["1", "مرحبا & welcome.", "2", "نعم"]


def test_letters_that_change_places_are_shapes_in_a_language_from_the_left_too() -> None:
    chart = SourceChart(name="c", kind="steps", rows=(ChartRow("नमस्ते"), ChartRow("Two")))
    made = picture(chart, load_edition("standard").theme, "hi")
    assert b"<text" not in made.data
    first = root_of(made.data).find(f"{SVG}rect")
    assert first is not None
    assert first.get("x") == "0"
