"""Batches as a publisher runs them: what is made, what is kept, and why."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from exporter import proofs
from exporter.cli import main
from exporter.diagnostics import SourceError
from exporter.file_rules import html as html_rules
from exporter.making.build import build
from exporter.making.order import Order
from exporter.styles.brands import load_brand
from tests.batch.home import ALL_FORMATS, Home, reason_of, remarks_of, states

PACK = {
    "changes.html", "evidence.json", "monday-easy-read.html", "monday-large-print.html",
    "monday-standard.html", "read-me-first.html", "what-we-checked.html",
}  # fmt: skip


def test_every_partner_gets_a_pack(home: Home) -> None:
    result = home.run()
    assert states(result) == dict.fromkeys(("hilltop", "harbour", "riverside"), "delivered")
    for partner in ("hilltop", "harbour", "riverside"):
        names = {name.split("/")[1] for name in home.tree() if name.startswith(f"{partner}/")}
        assert names == PACK | {f"{partner}-monday-1.0.zip"}
    assert "Hilltop Surgery" in home.text("hilltop", "monday-standard.html")
    assert "01632 960512" in home.text("hilltop", "monday-standard.html")
    assert "Hilltop" not in home.text("harbour", "monday-standard.html")


def test_build_with_a_brand_gives_the_same_bytes_as_the_batch(home: Home) -> None:
    brand = load_brand("long-names")
    home.write_plan(ALL_FORMATS)
    home.change("partners.yaml", "Hilltop Surgery, phone: 01632 960512", f"{brand.publisher}")
    home.change("partners.yaml", f"{brand.publisher}", f"{brand.publisher}, brand: long-names")
    result = home.run()
    assert any("laid out anew" in remark for remark in remarks_of(result, "hilltop"))
    for name, partner in (("riverside", "riverside"), ("long-names", "hilltop")):
        output = home.path / "built"
        build(Order(sources=home.path / "sources", output=output, jobs=1, brand=name))
        built = {file.name: file for file in (output / "partners" / name).glob("monday*")}
        assert len(built) == 9
        for file in built.values():
            assert home.file(partner, file.name).read_bytes() == file.read_bytes(), file


def test_each_layout_is_compiled_once_and_every_file_is_proved(home: Home) -> None:
    home.write_plan(ALL_FORMATS)
    result = home.run()
    assert result.layouts == 9
    files = [file for pack in result.packs for file in pack.files]
    assert len(files) == 27
    assert {file.proof for file in files} == {proofs.STAMPED}


def test_readers_are_told_of_the_formats_that_their_own_partner_has(home: Home) -> None:
    home.change("partners.yaml", "phone: 01632 960512", "formats: [html, docx]")
    home.run()
    name = "monday-standard.html"
    assert "Large print (Word or web page)" in home.text("hilltop", name)
    assert "Large print (web page)" in home.text("harbour", name)


def test_a_second_run_makes_nothing_and_changes_nothing(home: Home) -> None:
    home.run()
    before, tree, report = home.times(), home.tree(), home.report()
    result = home.run()
    assert (result.delivered, result.kept, result.layouts) == (0, 3, 0)
    assert home.times() == before
    assert home.tree() == tree
    assert home.report() == report


def test_one_changed_phone_number_touches_only_that_partners_files(home: Home) -> None:
    home.run()
    before = home.times()
    home.change("partners.yaml", "01632 960512", "01632 960513")
    result = home.run()
    assert (result.delivered, result.kept, result.layouts) == (1, 2, 0)
    touched = {name.split("/")[0] for name, time in home.times().items() if before[name] != time}
    assert touched == {"hilltop"}
    assert "01632 960513" in home.text("hilltop", "monday-standard.html")


def test_a_changed_brand_file_touches_only_partners_of_that_brand(home: Home) -> None:
    styles = home.path / "styles/brands"
    styles.mkdir(parents=True, exist_ok=True)
    shipped = Path(__file__).parents[2] / "styles/brands"
    for name in ("riverside.yaml", "riverside.svg"):
        (styles / name).write_bytes((shipped / name).read_bytes())
    home.run()
    file = styles / "riverside.yaml"
    file.write_text(file.read_text().replace("456", "457"))
    result = home.run()
    assert (result.delivered, result.kept, result.layouts) == (1, 2, 0)


def test_a_changed_word_of_the_guide_is_in_every_pack(home: Home) -> None:
    home.run()
    home.change("monday/sections/welcome.yaml", "near the park", "near the river")
    assert home.run().delivered == 3
    assert "near the river" in home.text("harbour", "monday-standard.html")


def test_a_batch_started_twice_gives_the_same_bytes_in_another_folder(home: Home) -> None:
    home.run()
    home.run(output=home.path / "elsewhere", jobs=2)
    elsewhere = Home(home.path).tree("../elsewhere/partners")
    assert home.tree() == elsewhere
    for name in ("report.json", "report.csv", "report.html"):
        assert (home.output / name).read_bytes() == (home.path / "elsewhere" / name).read_bytes()


def test_zips_have_the_same_bytes_and_hold_the_whole_pack(home: Home) -> None:
    home.run()
    with zipfile.ZipFile(home.file("hilltop", "hilltop-monday-1.0.zip")) as archive:
        assert set(archive.namelist()) == PACK
        assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        for name in PACK:
            assert archive.read(name) == home.file("hilltop", name).read_bytes()


def test_no_zip_leaves_out_the_zip_and_takes_away_the_old_one(home: Home) -> None:
    home.run()
    home.run(with_zip=False)
    assert not [name for name in home.tree() if name.endswith(".zip")]


# ---- plan only --------------------------------------------------------------------------------


def planned(home: Home, **options: object) -> dict[str, tuple[str, str]]:
    result = home.run(plan_only=True, **options)
    return {one.partner: (one.state, one.reason) for one in result.planned}


def test_plan_only_says_what_would_be_made_and_makes_nothing(home: Home) -> None:
    assert planned(home) == dict.fromkeys(
        ("hilltop", "harbour", "riverside"), ("waiting", "it is new")
    )
    assert not home.output.exists()


def test_plan_only_says_why_each_pack_would_be_made_again(home: Home) -> None:
    home.run()
    good = ("up to date", "")
    assert planned(home) == dict.fromkeys(("hilltop", "harbour", "riverside"), good)
    home.change("partners.yaml", "01632 960512", "01632 960513")
    home.change("partners.yaml", "brand: riverside", "brand: riverside, formats: [pdf]")
    home.file("harbour", "monday-standard.html").write_text("<p>Mine now")
    assert planned(home) == {
        "hilltop": ("waiting", "its words or its brand have changed"),
        "harbour": ("waiting", "monday-standard.html was changed by somebody"),
        "riverside": ("waiting", "it gets other files than before"),
    }
    home.file("harbour", "monday-standard.html").unlink()
    assert planned(home)["harbour"][1] == "monday-standard.html is not there any more"
    home.change("monday/sections/welcome.yaml", "near the park", "near the river")
    assert planned(home)["hilltop"][1] == "the guide, the styles or the program have changed"
    assert planned(home, force=True)["hilltop"][0] == "waiting"


def test_force_makes_everything_again(home: Home) -> None:
    home.run()
    assert planned(home, force=True)["hilltop"] == ("waiting", "--force was asked for")
    assert home.run(force=True).delivered == 3


# ---- drafts -----------------------------------------------------------------------------------


def test_a_draft_goes_out_only_with_draft(home: Home) -> None:
    result = home.run(draft=False)
    assert set(states(result).values()) == {"held back"}
    assert reason_of(result, "hilltop").startswith("“Meeting up on Mondays” is a draft.")
    assert home.tree() == {}
    assert not result.good


def test_an_easy_read_that_nobody_has_checked_goes_out_only_with_draft(home: Home) -> None:
    home.change("monday/document.yaml", "status: draft", "status: released")
    home.change("partners.yaml", "{formats: [html]}", "{formats: [html], editions: [easy-read]}")
    home.change("partners.yaml", "960512}", "960512, editions: [standard]}")
    result = home.run(draft=False)
    assert states(result)["hilltop"] == "delivered"
    assert states(result)["harbour"] == "held back"
    assert "Nobody has checked the easy read" in reason_of(result, "harbour")


def test_an_easy_read_that_is_out_of_date_goes_out_only_with_draft(
    home: Home, capsys: pytest.CaptureFixture[str]
) -> None:
    home.change("monday/document.yaml", "status: draft", "status: released")
    assert main(["review", "record", "monday", "--author", "--when", "2026-11-02"]) == 0
    capsys.readouterr()
    home.change("monday/sections/welcome.yaml", "near the park", "near the river")
    assert "out of date" in reason_of(home.run(draft=False), "hilltop")
    home.run()
    assert "may not say what the text says now" in home.text("hilltop", "read-me-first.html")


def test_what_goes_out_with_draft_is_marked(home: Home) -> None:
    home.run()
    page = home.text("hilltop", "read-me-first.html")
    assert "“Meeting up on Mondays” is a draft. It is not for publication." in page
    assert "has not been checked by people with learning disabilities yet" in page
    assert "Draft. Not for publication." in home.text("hilltop", "monday-standard.html")


# ---- choices of a partner ---------------------------------------------------------------------


def test_sections_can_be_left_out_and_the_others_are_counted_anew(home: Home) -> None:
    home.change("partners.yaml", "960512}", "960512, leave_out: [welcome]}")
    home.run()
    page = home.text("hilltop", "monday-standard.html")
    assert 'id="welcome"' not in page
    assert '<span class="part-number">1.</span> Come along' in page.replace("\n", " ")
    assert 'id="welcome"' in home.text("harbour", "monday-standard.html")


def test_a_section_to_leave_out_that_there_is_not_is_a_fault_of_its_line_only(home: Home) -> None:
    home.change("partners.yaml", "960512}", "960512, leave_out: [welcom]}")
    result = home.run()
    (fault,) = result.slips
    assert (fault.code, fault.place.line) == ("plan-name-unknown", 4)
    assert fault.hint == "Did you mean “welcome”?"
    assert [pack.delivered for pack in result.packs] == [False, True, True]
    assert "partners.yaml:4" in reason_of(result, "hilltop")
    assert not result.good


def test_faults_of_the_plan_and_of_the_guide_are_told_together(home: Home) -> None:
    home.change("partners.yaml", "accent:", "acent:")
    home.change("monday/document.yaml", "cover: people", "cover: peeple")
    with pytest.raises(SourceError) as caught:
        home.run()
    assert {Path(one.place.file).name for one in caught.value.findings} == {
        "document.yaml",
        "partners.yaml",
    }


def test_a_language_that_is_not_asked_for_is_skipped_with_a_remark(home: Home) -> None:
    home.change("partners.yaml", "960512}", "960512, languages: [cy]}")
    home.change("partners.yaml", "brand: riverside", "brand: riverside, languages: [en]")
    result = home.run()
    assert states(result)["riverside"] == "delivered"
    assert states(result)["hilltop"] == "failed"
    said = "“Meeting up on Mondays” is in en-GB, which this partner did not ask for."
    assert remarks_of(result, "hilltop") == [said]
    assert said in reason_of(result, "hilltop")


def test_of_two_documents_only_the_one_in_the_language_asked_for_is_delivered(home: Home) -> None:
    source = home.path / "sources/monday"
    for file in [*source.rglob("*")]:
        if file.is_file():
            copy = home.path / "sources/dydd-llun" / file.relative_to(source)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(file.read_bytes())
    home.change("dydd-llun/document.yaml", "language: en-GB", "language: cy")
    home.change("partners.yaml", "960512}", "960512, languages: [cy]}")
    result = home.run()
    names = {name for name in home.tree() if name.startswith("hilltop/")}
    assert "hilltop/dydd-llun-standard.html" in names
    assert not [name for name in names if "monday" in name]
    assert remarks_of(result, "hilltop")
    assert "harbour/monday-what-we-checked.html" in home.tree()


def test_a_colour_that_is_too_light_is_replaced_when_the_plan_says_so(home: Home) -> None:
    home.change("partners.yaml", '"#00485e"', '"#ffd400"')
    result = home.run()
    assert "Take #" in reason_of(result, "harbour")
    home.change("partners.yaml", '"#ffd400"', '"#ffd400", adjust: nearest')
    result = home.run()
    assert states(result)["harbour"] == "delivered"
    assert any("nearest shade" in remark for remark in remarks_of(result, "harbour"))
    assert "#ffd400" not in home.text("harbour", "monday-standard.html")


def test_a_partner_of_another_name_never_gets_the_logo_or_lines_of_a_brand(home: Home) -> None:
    home.run()
    assert "Working Together" not in home.text("hilltop", "monday-standard.html")
    assert "hello@workingtogether" not in home.text("hilltop", "monday-standard.html")
    assert 'class="logo"' in home.text("riverside", "monday-standard.html")


def test_words_that_do_not_fit_are_laid_out_anew_and_never_cut(home: Home) -> None:
    words = "For everybody who lives here, who works here, or who comes to see us. " * 4
    home.change("partners.yaml", "960512}", f"960512, formats: [pdf], cover_line: {words!r}}}")
    result = home.run()
    (pack,) = [one for one in result.packs if one.partner == "hilltop"]
    assert {file.proof for file in pack.files} == {proofs.ANEW}
    assert "monday-standard.pdf was laid out anew" in pack.remarks[0]
    assert "cover line" in pack.remarks[0]


def test_words_without_end_stop_their_partner_only(home: Home) -> None:
    words = "For everybody who lives here, who works here, or who comes to see us. " * 40
    home.change("partners.yaml", "960512}", f"960512, formats: [pdf], cover_line: {words!r}}}")
    result = home.run()
    assert states(result)["hilltop"] == "failed"
    assert "monday-standard.pdf could not be made: there is no room" in reason_of(result, "hilltop")
    assert result.delivered == 2


# ---- what is left over ------------------------------------------------------------------------


def test_files_that_a_partner_does_not_get_any_more_are_taken_away(home: Home) -> None:
    home.run()
    home.change("partners.yaml", "960512}", "960512, editions: [standard]}")
    home.run()
    names = {name.split("/")[1] for name in home.tree() if name.startswith("hilltop/")}
    assert "monday-large-print.html" not in names
    assert "monday-standard.html" in names


def test_files_of_other_people_in_a_pack_are_never_taken_away(home: Home) -> None:
    home.run()
    mine = home.file("hilltop", "my notes.html")
    mine.write_text("Call them on Monday")
    home.run(force=True)
    assert mine.read_text() == "Call them on Monday"


def test_a_partner_that_leaves_the_plan_is_told_as_long_as_its_pack_is_there(home: Home) -> None:
    home.run()
    home.change(
        "partners.yaml", "  - {id: hilltop, name: Hilltop Surgery, phone: 01632 960512}", ""
    )
    for _ in range(2):
        assert home.run().left_over == ["hilltop"]
        assert home.report()["no_longer_in_the_plan"] == ["hilltop"]
    assert home.file("hilltop", "monday-standard.html").is_file()


# ---- command line -----------------------------------------------------------------------------


def test_the_command_makes_the_packs_and_exits_with_0(
    home: Home, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["batch", "--draft", "--jobs", "1", "--no-covers"]
    assert main([*arguments, "--progress", "json"]) == 0
    out, err = capsys.readouterr()
    assert "3 packs made, 0 up to date, 0 not." in out
    steps = [line for line in err.splitlines() if line.startswith("{")]
    assert json.loads(steps[-1]) == {"name": "riverside", "done": 3, "total": 3}
    assert main([*arguments, "--resume", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["good"], told["delivered"], told["up_to_date"]) == (True, 0, 3)


def test_the_command_exits_with_1_when_a_pack_is_held_back(
    home: Home, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["batch", "--plan-only"]) == 1
    assert "hilltop: cannot be made (“Meeting up on Mondays” is a draft." in capsys.readouterr().out
    assert main(["batch", "--jobs", "1", "--no-covers"]) == 1


def test_the_command_tells_the_faults_of_a_plan_with_their_lines(
    home: Home, capsys: pytest.CaptureFixture[str]
) -> None:
    home.change("partners.yaml", "accent:", "acent:")
    assert main(["batch"]) == 1
    err = capsys.readouterr().err
    assert "sources/partners.yaml:5" in err
    assert "Did you mean “accent”?" in err


# ---- pages ------------------------------------------------------------------------------------


def test_the_pages_of_a_pack_have_no_findings(home: Home) -> None:
    home.run()
    for name in ("read-me-first.html", "changes.html", "what-we-checked.html"):
        assert html_rules.check(home.file("hilltop", name).read_bytes()) == (), name


def test_read_me_first_offers_the_web_page_first_and_says_for_whom_each_file_is(
    home: Home,
) -> None:
    home.write_plan(ALL_FORMATS)
    home.run()
    page = home.text("hilltop", "read-me-first.html")
    assert page.index("standard.html") < page.index("standard.pdf") < page.index("standard.docx")
    assert "For people who read large print. To print, or to send." in page
    assert "pages, " in page
    assert "Put the web page on your website first" in page


def test_evidence_names_every_file_with_its_sum_and_its_proof(home: Home) -> None:
    home.run()
    told = json.loads(home.text("hilltop", "evidence.json"))
    assert len(told["files"]) == 3
    for file in told["files"]:
        assert file["proof"] == proofs.STAMPED
        assert told["layouts"][file["layout"]]["entries"] == file["entries"] > 10
    assert told["a_person_decides"]


def test_what_was_checked_is_written_once_for_all_partners_with_the_same_files(home: Home) -> None:
    home.run()
    pages = {
        home.file(name, "what-we-checked.html").read_bytes() for name in ("hilltop", "harbour")
    }
    assert len(pages) == 1
    assert b"monday-standard.html" in pages.pop()
