"""A partner's own first section: without a number, with its own easy read, or left out of that."""

from __future__ import annotations

from pathlib import Path

import pytest

from exporter.adapt import adapt
from exporter.cli import main
from exporter.diagnostics import SourceError
from exporter.load import load
from exporter.starter import start
from exporter.styles.editions import load_edition
from exporter.styles.words import load_words
from tests.batch.home import Home, reason_of, remarks_of, states

FOREWORD = """
heading: A word from us
picture: people
body: |
  We have this guide at our desk. To begin, see [](#come-along).
"""
ROWS = """
easy_read:
  - picture: people
    text: You can get this guide from us.
"""


@pytest.fixture
def greeted(home: Home) -> Home:
    """A plan in which one partner has a foreword without easy read."""
    home.change("partners.yaml", "960512}", "960512, foreword: partners/hilltop.yaml}")
    home.write("partners/hilltop.yaml", FOREWORD)
    return home


def test_it_comes_first_and_has_no_number_and_changes_no_other_number(greeted: Home) -> None:
    greeted.run()
    page = greeted.text("hilltop", "monday-standard.html")
    assert page.index(">A word from us<") < page.index('<span class="part-number">1.</span>')
    assert "part 2, Come along" in page.split('id="hilltop"')[1].split("</section>")[0]
    other = greeted.text("harbour", "monday-standard.html")
    assert "A word from us" not in other
    assert page.count('class="part-number"') == other.count('class="part-number"')


def test_without_easy_read_words_it_is_left_out_of_the_easy_read_and_the_report_says_so(
    greeted: Home,
) -> None:
    result = greeted.run()
    assert "A word from us" not in greeted.text("hilltop", "monday-easy-read.html")
    said = "The foreword has no easy-read words, so the easy read goes out without it."
    assert remarks_of(result, "hilltop") == [said]
    assert said in (greeted.output / "report.html").read_text()
    assert remarks_of(greeted.run(), "hilltop") == [said]


def test_nothing_is_said_of_easy_read_to_a_partner_who_does_not_get_it(greeted: Home) -> None:
    greeted.change("partners.yaml", "960512,", "960512, editions: [standard],")
    assert remarks_of(greeted.run(), "hilltop") == []


def test_with_its_own_rows_it_is_in_the_easy_read_and_nobody_has_checked_them(
    greeted: Home,
) -> None:
    greeted.write("partners/hilltop.yaml", FOREWORD + ROWS)
    result = greeted.run()
    page = greeted.text("hilltop", "monday-easy-read.html")
    assert "You can get this guide from us." in page
    assert remarks_of(result, "hilltop") == [
        "Nobody has checked the easy read of the foreword “A word from us”."
    ]


def test_a_checked_easy_read_with_an_unchecked_foreword_says_both(
    greeted: Home, capsys: pytest.CaptureFixture[str]
) -> None:
    greeted.change("monday/document.yaml", "status: draft", "status: released")
    greeted.write("partners/hilltop.yaml", FOREWORD + ROWS)
    arguments = ["review", "record", "monday", "--who", "The Monday readers", "--named"]
    assert main([*arguments, "--when", "2026-11-02"]) == 0
    capsys.readouterr()
    assert states(greeted.run(draft=False))["hilltop"] == "delivered"
    page = greeted.text("hilltop", "monday-easy-read.html")
    assert "Checked by The Monday readers, 2 November 2026." in page
    assert "The part “A word from us” has not been checked." in page
    assert "has not been checked." not in greeted.text("harbour", "monday-easy-read.html")


def test_a_changed_foreword_touches_only_its_partner(greeted: Home) -> None:
    greeted.run()
    before = greeted.times()
    greeted.change("partners/hilltop.yaml", "at our desk", "in our hall")
    assert greeted.run().delivered == 1
    touched = {name for name, time in greeted.times().items() if before[name] != time}
    assert {name.split("/")[0] for name in touched} == {"hilltop"}
    assert "in our hall" in greeted.text("hilltop", "monday-standard.html")


FAULTS = {
    "a file that is not there": (None, "hilltop.yaml"),
    "a key that there is not": (FOREWORD + "boddy: |\n  Words.\n", "hilltop.yaml:6"),
    "a reference to nothing": (FOREWORD.replace("#come-along", "#come"), "hilltop.yaml:5"),
    "a picture that there is not": (FOREWORD.replace("people", "peeple"), "hilltop.yaml:3"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_broken_foreword_stops_its_partner_only(greeted: Home, name: str) -> None:
    text, place = FAULTS[name]
    file = greeted.path / "sources/partners/hilltop.yaml"
    file.unlink()
    if text:
        file.write_text(text)
    result = greeted.run()
    assert states(result) == {
        "hilltop": "failed",
        "harbour": "delivered",
        "riverside": "delivered",
    }
    assert place in reason_of(result, "hilltop")


def test_loading_gives_it_as_the_first_section_and_checks_its_names(tmp_path: Path) -> None:
    folder = start(tmp_path / "monday")
    file = tmp_path / "from-us.yaml"
    file.write_text(FOREWORD)
    source = load(folder, foreword=file)
    assert [section.name for section in source.sections][:2] == ["from-us", "welcome"]
    assert source.sections[0].foreword
    assert source.sections[1:] == load(folder).sections
    document = adapt(source, load_edition("standard"), load_words("en-GB"))
    assert [section.label for section in document.sections] == ["", "1.", "2.", "3."]


def test_its_file_needs_a_name_that_can_be_pointed_to(tmp_path: Path) -> None:
    folder = start(tmp_path / "monday")
    for name in ("From Us.yaml", "welcome.yaml"):
        file = tmp_path / name
        file.write_text(FOREWORD)
        with pytest.raises(SourceError, match=r"cannot be the name|is taken"):
            load(folder, foreword=file)
