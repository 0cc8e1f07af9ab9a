"""Charts and films in the studio: begun with a button, changed in fields, filled from a sheet."""

from __future__ import annotations

import re
from typing import get_args

import pytest
import yaml
from starlette.testclient import TestClient

from exporter.checking import check_documents
from exporter.saving import NotSaved
from exporter.source import ChartKind
from exporter.studio.desk import Desk
from exporter.studio.grids.filling import are_heads, filled
from exporter.studio.grids.grid import grid_at
from exporter.studio.grids.kinds import kinds_for, with_kind
from exporter.studio.grids.shaping import Shaper
from exporter.styles.words import load_words
from tests.studio.conftest import FILE, NAME

WORDS = load_words("en-GB")
C = ("charts", "c")
PAGE = f"/d/{NAME}/s/welcome"
TEA = """\
heading: A
charts:
  c:
    kind: bar   # of tea
    labels: Day
    unit: {one: cup, other: cups}
    values:
      - {label: Monday, value: 12}
      # the weekend
      - label: Sunday
        value: 5
"""


def on_disk(desk: Desk) -> str:
    return (desk.sources / NAME / FILE).read_text("utf-8")


def found(desk: Desk) -> set[str]:
    return {one.code for one in check_documents(desk.sources, desk.styles, (NAME,), ()).findings}


def asked(browser: TestClient, what: str, **sent: str) -> str:
    return browser.post(f"/d/{NAME}/{what}", data={"file": FILE, **sent}).headers["location"]


def begin(browser: TestClient, kind: str) -> str:
    return asked(browser, "chart", field="body", at="0", kind=kind)


@pytest.mark.parametrize("kind", get_args(ChartKind))
def test_a_chart_of_every_kind_is_begun_loads_and_is_one_step(
    desk: Desk, browser: TestClient, kind: ChartKind
) -> None:
    before = on_disk(desk)
    there = begin(browser, kind)
    assert "wrong" not in there
    assert 'data-go="charts.welcome-chart.values.0.' in browser.get(there).text
    assert desk.view(NAME).faults == ()
    (chart,) = desk.view(NAME).loaded.source.sections[0].charts  # type: ignore[union-attr]
    assert (chart.kind, len(chart.rows)) == (kind, 2)
    for do in ("row-add.1", "row-back.2", "row-out.1"):
        there = asked(browser, "shape", table="charts.welcome-chart", do=do)
        assert "wrong" not in there, do
    for _ in range(4):
        desk.undo(NAME)
    assert on_disk(desk) == before


def test_what_is_typed_of_a_chart_is_in_its_fields(browser: TestClient, desk: Desk) -> None:
    begin(browser, "parts")
    page = browser.get(PAGE).text
    assert 'name="charts.welcome-chart.unit" value="people"' in page
    assert 'aria-label="Number, row 2"' in page
    assert desk.put(NAME, FILE, "charts.welcome-chart.labels", "Day", "").saved
    (chart,) = desk.view(NAME).loaded.source.sections[0].charts  # type: ignore[union-attr]
    assert chart.labels == "Day"
    # parts and their whole are put right one after the other: words that wait go together
    assert not desk.put(NAME, FILE, "charts.welcome-chart.values.0.value", "3", "1").saved
    assert desk.put(NAME, FILE, "charts.welcome-chart.whole", "4", "2").saved
    assert desk.view(NAME).drafts == ()


def test_cells_of_a_spreadsheet_fill_a_chart_and_its_heads_are_no_numbers() -> None:
    lines = [["Day", "Cups"], ["Tuesday", "1,200"], ["Friday", "3"]]
    assert are_heads(grid_at(TEA, C), 0, 0, lines)
    assert not any(
        are_heads(grid_at(TEA, C), *place, lines[at:])
        for place, at in (((0, 0), 1), ((1, 0), 0), ((0, 1), 0), ((0, 0), 2))
    )
    made = filled(TEA, C, 0, 0, lines[1:], WORDS)
    assert yaml.safe_load(made)["charts"]["c"]["values"] == [
        {"label": "Tuesday", "value": "1,200"}, {"label": "Friday", "value": "3"}
    ]  # fmt: skip
    assert "kind: bar   # of tea\n" in made
    assert "      # the weekend\n" in made
    longer = filled(TEA, C, 1, 0, [["Saturday", "4"], ["*Sunday*", "5"]], WORDS)
    assert longer.endswith("label: Saturday\n        value: '4'\n"
                           "      - label: '*Sunday*'\n        value: '5'\n")  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        ([["Monday", "1", "2"]], "room for 2 columns"),
        ([["Monday", ""]], "cannot show nothing"),
        ([["a", "1"], ["b", "2"], ["c"]], "cannot show nothing"),
    ],
)
def test_what_would_be_no_chart_is_told(lines: list[list[str]], why: str) -> None:
    with pytest.raises(NotSaved, match=why):
        filled(TEA, C, 0, 0, lines, WORDS)


def test_words_among_the_numbers_are_told_and_change_nothing(
    desk: Desk, browser: TestClient
) -> None:
    begin(browser, "bar")
    before = on_disk(desk)
    sent = {"table": "charts.welcome-chart", "row": "0", "column": "0"}
    there = asked(browser, "grid", **sent, text="Monday\t3\nSunday\tmany")
    assert "is+not+a+number+that+a+chart+can+show" in there
    assert on_disk(desk) == before
    there = asked(browser, "grid", **sent, text="Day\tCups\nMonday\t3\nSunday\t4")
    assert (
        "The first line was left out, for it has no numbers: Day | Cups" in browser.get(there).text
    )


def test_a_row_more_has_a_label_of_its_own_and_a_nought() -> None:
    made, cell = Shaper(TEA, C, WORDS).shaped("row", "add", -1)
    assert "      - {label: Label 3, value: '0'}\n      - {label: Monday" in made
    assert cell == (*C, "values", 0, "label")
    again, _ = Shaper(made, C, WORDS).shaped("row", "add", 2)
    assert [one["label"] for one in yaml.safe_load(again)["charts"]["c"]["values"]] == [
        "Label 3", "Monday", "Sunday", "Label 4"
    ]  # fmt: skip
    for column in (("column", "add", 0), ("column", "out", 1), ("column", "back", 1)):
        with pytest.raises(ValueError, match="no such place"):
            Shaper(TEA, C, WORDS).shaped(*column)


def test_a_series_more_less_and_elsewhere() -> None:
    text = with_kind(TEA, C, "grouped", WORDS)
    wider, cell = Shaper(text, C, WORDS).shaped("column", "add", 2)
    assert cell == (*C, "series", "column-3")
    assert yaml.safe_load(wider)["charts"]["c"]["values"][0]["column-3"] == "0"
    moved, _ = Shaper(wider, C, WORDS).shaped("column", "back", 3)
    assert [*yaml.safe_load(moved)["charts"]["c"]["series"]] == ["first", "column-3", "second"]
    less, cell = Shaper(moved, C, WORDS).shaped("column", "out", 2)
    assert less == text
    assert cell == (*C, "series", "second")
    for column in (("column", "back", 1), ("column", "out", 0), ("column", "on", 0)):
        with pytest.raises(ValueError, match="no such place"):
            Shaper(text, C, WORDS).shaped(*column)


def test_another_kind_keeps_every_number() -> None:
    assert kinds_for(grid_at(TEA, C)) == ("bar", "grouped", "line", "parts", "pictograms")
    parts = with_kind(TEA, C, "parts", WORDS)
    assert yaml.safe_load(parts)["charts"]["c"]["whole"] == "17"
    assert yaml.safe_load(with_kind(TEA, C, "pictograms", WORDS))["charts"]["c"]["whole"] == "12"
    assert with_kind(parts, C, "bar", WORDS) == TEA
    grouped = with_kind(TEA, C, "grouped", WORDS)
    said = yaml.safe_load(grouped)["charts"]["c"]
    assert said["series"] == {"first": "Column 1", "second": "Column 2"}
    assert [(one["label"], one["first"], one["second"]) for one in said["values"]] == [
        ("Monday", "12", "0"), ("Sunday", "5", "0")
    ]  # fmt: skip
    assert kinds_for(grid_at(grouped, C)) == ("grouped", "line")
    assert "      # the weekend\n" in grouped
    steps = TEA.replace("kind: bar ", "kind: steps ")
    assert kinds_for(grid_at(steps, C)) == ("steps",)
    assert kinds_for(grid_at(TEA.replace("kind: bar ", "kind: pie "), C)) == ()


def test_another_kind_is_chosen_from_a_list_and_is_one_step(
    desk: Desk, browser: TestClient
) -> None:
    begin(browser, "bar")
    before = on_disk(desk)
    for kind in ("grouped", "line"):
        there = asked(browser, "chart-kind", chart="charts.welcome-chart", kind=kind, back=PAGE)
        assert there.startswith(f"{PAGE}?said=")
        assert there.endswith("#charts.welcome-chart")
        assert "wrong" not in there
    assert desk.view(NAME).faults == ()
    for kind in ("steps", "pie", ""):
        there = asked(browser, "chart-kind", chart="charts.welcome-chart", kind=kind, back=PAGE)
        assert "wrong=yes" in there, kind
    for _ in range(2):
        desk.undo(NAME)
    assert on_disk(desk) == before
    assert "wrong=yes" in begin(browser, "pie")


# ---- films -------------------------------------------------------------------------------------


def test_a_film_begins_with_its_address_and_is_told_of_in_fields(
    desk: Desk, browser: TestClient
) -> None:
    before, faults = on_disk(desk), found(desk)
    there = asked(browser, "film", field="body", link="https://example.org/film", title="Our day")
    assert "wrong" not in there
    assert 'data-go="media.welcome-film.title"' in browser.get(there).text
    (film,) = desk.view(NAME).loaded.source.sections[0].media  # type: ignore[union-attr]
    assert (film.title, film.link, film.captions) == ("Our day", "https://example.org/film", None)
    for key, value in (("minutes", "4"), ("captions", "yes"), ("signed", "bsl"), ("title", "")):
        assert desk.put(NAME, FILE, f"media.welcome-film.{key}", value, None).saved, key
    (film,) = desk.view(NAME).loaded.source.sections[0].media  # type: ignore[union-attr]
    assert (film.minutes, film.captions, film.signed) == ("4", True, "bsl")
    page = browser.get(PAGE).text
    assert "selected>It has captions</option>" in page
    assert "selected>British Sign Language</option>" in page
    assert found(desk) - faults == {"film-text-missing"}
    assert before.splitlines()[0] in on_disk(desk)


@pytest.mark.parametrize("link", ["", "film", "javascript:alert(1)", "https://", "https://a b/c"])
def test_a_film_without_an_address_is_none(desk: Desk, browser: TestClient, link: str) -> None:
    before = on_disk(desk)
    assert "wrong=yes" in asked(browser, "film", field="body", link=link)
    assert on_disk(desk) == before


@pytest.mark.parametrize(("typed", "option"), [("true", "true"), ("no", "no"), ("", "")])
def test_yes_and_no_stay_as_they_are_typed(
    desk: Desk, browser: TestClient, typed: str, option: str
) -> None:
    asked(browser, "film", field="body", link="https://example.org/film")
    if typed:
        file = desk.sources / NAME / FILE
        text = on_disk(desk).replace(
            "    kind: video\n", f"    kind: video\n    captions: {typed}\n"
        )
        file.write_text(text, "utf-8")
    page = browser.get(PAGE).text
    control = page[page.index('<select id="media.welcome-film.captions"') :]
    chosen = control[: control.index(" selected>")].rpartition("<option")[2]
    assert chosen == (f' value="{option}"' if option else " value")


def test_a_picture_comes_into_the_text_below_the_paragraph_in_which_somebody_writes(
    desk: Desk, browser: TestClient
) -> None:
    desk.put(NAME, FILE, "body", "One.\n\nTwo.", None)
    sent = {"field": "body", "picture": "clock", "caption": "Our clock"}
    there = asked(browser, "figure", **sent, at="2")
    assert "wrong" not in there
    assert there.endswith("#body")
    text = yaml.safe_load(on_disk(desk))["body"]
    assert text.strip() == "One.\n\n::: figure clock\nOur clock\n:::\n\nTwo."
    asked(browser, "figure", field="body", picture="phone", caption="")
    asked(browser, "film", field="body", link="https://example.org/film", at="0")
    (first, film, clock, second, phone) = desk.view(NAME).loaded.source.sections[0].body  # type: ignore[union-attr]
    assert [one.place.line for one in (first, film, clock, second, phone)] == sorted(
        one.place.line for one in (first, film, clock, second, phone)
    )
    for _ in range(3):
        desk.undo(NAME)
    assert yaml.safe_load(on_disk(desk))["body"].strip() == "One.\n\nTwo."
    assert "wrong=yes" in asked(browser, "figure", field="body", picture="rocket")


def test_without_scripts_a_preview_shows_the_section_in_work_alone(
    desk: Desk, browser: TestClient
) -> None:
    page = browser.get(PAGE).text
    (standard, *_) = re.findall(r'<noscript><iframe src="([^"]*)"[^>]* sandbox', page)
    assert standard == f"/d/{NAME}/preview/standard?only=welcome"
    assert ":has([id='welcome'])" in browser.get(standard).text
    whole = browser.get(f"/d/{NAME}/preview/standard").text
    for other in ("nowhere", "'x", "welcome']"):
        answer = browser.get(f"/d/{NAME}/preview/standard", params={"only": other})
        assert answer.text == whole
    assert f'<noscript><p><a href="{PAGE}?findings=now">' in page
    assert "<noscript><p>" not in browser.get(PAGE, params={"findings": "now"}).text
