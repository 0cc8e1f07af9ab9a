"""The report of a batch: for people, for machines, for a spreadsheet."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest

from exporter import proofs
from exporter.file_rules import html as html_rules
from exporter.formats import FORMATS
from exporter.making.crew import Here
from exporter.validators import verapdf
from tests.batch.home import ALL_FORMATS, Home, states
from tests.conftest import referee_absent


def rows(home: Home) -> list[dict[str, str]]:
    text = (home.output / "report.csv").read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def page(home: Home) -> str:
    return (home.output / "report.html").read_text("utf-8")


def test_the_page_has_no_findings_and_tells_every_file(home: Home) -> None:
    home.run()
    assert html_rules.check((home.output / "report.html").read_bytes()) == ()
    assert "<strong>3 of 3 packs are ready, with 9 files.</strong>" in page(home)
    assert page(home).count('<tr><th scope="row">') == 9
    assert "What still needs a person" in page(home)
    assert "partners/hilltop/monday-standard.html" in page(home)


def test_every_file_has_its_sum_its_checks_its_proof_and_what_validated_it(home: Home) -> None:
    home.run()
    told = home.report()
    for partner in told["partners"]:
        assert (partner["state"], partner["reason"]) == ("delivered", "")
        for file in partner["files"]:
            assert len(file["sha256"]) == 64
            assert file["checks"].endswith("things as they were written")
            assert file["proof"] == proofs.STAMPED
            assert file["validated"] == "not validated here"
            assert told["layouts"][file["layout"]]["file"] == file["file"]
    assert told["needs_a_person"]


def test_there_is_no_clock_and_no_folder_of_this_computer_in_it(home: Home) -> None:
    home.run()
    for name in ("report.json", "report.csv", "report.html"):
        text = (home.output / name).read_text("utf-8")
        assert str(home.path) not in text
        assert "written" not in json.loads(text if name == "report.json" else "{}")


def test_partners_that_fail_are_told_with_their_reason(home: Home) -> None:
    home.change("partners.yaml", "960512}", "960512, logo: none.png, logo_alt: None}")
    home.run()
    assert "2 of 3 packs are ready" in page(home)
    assert "<h2>Not delivered</h2><ul><li>Hilltop Surgery: failed. The logo “none.png”" in page(
        home
    )
    (row,) = [row for row in rows(home) if row["partner"] == "hilltop"]
    assert row["state"] == "failed"
    assert "none.png" in row["reason"]
    assert row["sha256"] == ""


@pytest.mark.parametrize("name", ['=HYPERLINK("http://x","y")', "+44", "-1", "@SUM(A1)"])
def test_no_cell_of_the_table_is_a_formula(home: Home, name: str) -> None:
    home.change("partners.yaml", "name: Harbour Library", f"name: {json.dumps(name)}")
    home.run()
    (first, *_) = [row for row in rows(home) if row["partner"] == "harbour"]
    assert first["name"] == "'" + name
    assert name in home.report()["partners"][1]["name"]


def test_names_cannot_bring_markup_into_the_page(home: Home) -> None:
    evil = "<script>alert(1)</script> & Sons"
    home.change("partners.yaml", "name: Harbour Library", f"name: {json.dumps(evil)}")
    home.run()
    for text in (page(home), home.text("harbour", "read-me-first.html")):
        assert "<script>alert" not in text
        assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; Sons" in text


def test_the_report_follows_the_plan_even_when_no_pack_is_made(home: Home) -> None:
    home.run()
    lines = home.plan.read_text().splitlines(keepends=True)
    home.write_plan("".join(line for line in lines if "hilltop" not in line))
    assert home.run().delivered == 0
    assert "2 of 2 packs are ready" in page(home)
    assert [one["partner"] for one in home.report()["partners"]] == ["harbour", "riverside"]


def test_a_report_that_somebody_deleted_is_written_again(home: Home) -> None:
    home.run()
    before = page(home)
    (home.output / "report.html").unlink()
    assert home.run().delivered == 0
    assert page(home) == before


# ---- covers -----------------------------------------------------------------------------------


def covers(home: Home) -> list[Path]:
    return sorted((home.output / "covers").glob("*.png"))


def test_there_is_one_cover_for_each_layout_and_look(home: Home) -> None:
    home.write_plan(
        ALL_FORMATS.replace("formats: [html, docx, pdf]", "formats: [pdf], editions: [standard]")
        + '  - {id: hilltop-2, name: Hilltop Two, phone: "1"}\n'
    )
    home.run(with_covers=True)
    assert len(covers(home)) == 3
    told = home.report()["covers"]
    assert {one["file"] for one in told} == {f"covers/{file.name}" for file in covers(home)}
    said = "Meeting up on Mondays: Standard print, PDF: Hilltop Surgery and 1 other"
    assert told[0]["caption"] == said
    assert told[0]["alt"].startswith("The cover of “Meeting up on Mondays: Standard print, PDF”")
    assert html_rules.check((home.output / "report.html").read_bytes()) == ()


def test_covers_are_drawn_once_and_old_ones_go(home: Home) -> None:
    home.write_plan(ALL_FORMATS.replace("[html, docx, pdf]", "[pdf]"))
    home.run(with_covers=True)
    times = {file.name: file.stat().st_mtime_ns for file in covers(home)}
    assert len(times) == 9
    home.run(with_covers=True)
    assert {file.name: file.stat().st_mtime_ns for file in covers(home)} == times
    home.change("partners.yaml", '"#00485e"', '"#004850"')
    home.run(with_covers=True)
    kept = {file.name for file in covers(home)} & times.keys()
    assert (len(kept), len(covers(home))) == (6, 9)


def test_without_covers_there_are_none(home: Home) -> None:
    home.write_plan(ALL_FORMATS)
    home.run(with_covers=False)
    assert covers(home) == []
    assert home.report()["covers"] == []


def test_a_cover_that_cannot_be_drawn_stops_nothing(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(data: bytes, width: int) -> bytes:
        raise OSError("No space left on device")

    monkeypatch.setitem(FORMATS, "pdf", replace(FORMATS["pdf"], cover=no_room))
    home.write_plan(ALL_FORMATS.replace("[html, docx, pdf]", "[pdf]"))
    # another process, begun anew beside Java, would draw it after all
    monkeypatch.setattr("exporter.making.covers.Processes", lambda jobs: Here())
    result = home.run(with_covers=True)
    assert set(states(result).values()) == {"delivered"}
    assert result.trouble == ""
    assert home.report()["covers"] == []


# ---- validator --------------------------------------------------------------------------------


@pytest.mark.xdist_group("verapdf")
def test_with_validate_the_report_names_validator_version_and_result(home: Home) -> None:
    if not verapdf.available():
        referee_absent("veraPDF", "its packages are not installed")
    home.write_plan(
        "defaults: {formats: [pdf, docx], editions: [standard]}\npartners:\n"
        "  - {id: hilltop, name: Hilltop Surgery}\n"
        f"  - {{id: long, name: Long, cover_line: {'Words without end. ' * 25!r}}}\n"
    )
    home.run(validate=True)
    said = f"{verapdf.version()}: conforms to PDF/UA-1 and PDF/A-2a"
    stamped, word, anew, _ = [
        file for partner in home.report()["partners"] for file in partner["files"]
    ]
    assert stamped["validated"] == f"its layout: {said}"
    assert word["validated"] == "not validated here"
    assert (anew["proof"], anew["validated"]) == (proofs.ANEW, said)
    assert said in home.text("hilltop", "what-we-checked.html")
    assert home.run(validate=True).delivered == 0
    assert home.run().delivered == 0


@pytest.mark.xdist_group("verapdf")
def test_a_batch_that_was_not_validated_can_be_validated_later(home: Home) -> None:
    if not verapdf.available():
        referee_absent("veraPDF", "its packages are not installed")
    home.write_plan(ALL_FORMATS.replace("[html, docx, pdf]", "[pdf], editions: [standard]"))
    home.run()
    assert home.run(validate=True).delivered == 3
    assert "conforms" in home.report()["partners"][0]["files"][0]["validated"]


def test_a_partner_is_told_how_their_own_files_were_proved(home: Home) -> None:
    """Theirs are stamped; only one of each layout was read from beginning to end."""
    home.run()
    told = home.text("hilltop", "what-we-checked.html")
    assert "Each of your own files was read in the same way, or was proved to be the same" in told
    assert "Each finished file was opened again" not in told
