"""What is promised of a built file is promised of a partner's file, and the other way round."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from exporter.adapt import adapt
from exporter.cli import main
from exporter.diagnostics import Diagnostic, Severity
from exporter.formats import FORMATS, Format
from exporter.making import judging
from exporter.making.build import build
from exporter.making.crew import Here
from exporter.making.words import Check, Checked, check, found_in_words
from exporter.records import BuiltFile
from exporter.review import Review, status
from exporter.styles.editions import load_edition
from tests.batch.home import Home, reason_of, states
from tests.conftest import referee_absent
from tests.unit.review.guide import WORDS, guide

ASKS = Diagnostic(code="html-asks", message="Is this right?", severity=Severity.PLEASE_ANSWER)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    made = Home.new(tmp_path)
    monkeypatch.chdir(made.path)
    return made


def built(home: Home, **options: Any) -> list[BuiltFile]:
    """The records of a build, in this process."""
    order = home.order(plan=None, formats=("html",), **options)
    return build(order).records


def packed(home: Home, **options: Any) -> list[BuiltFile]:
    """The witnesses of a batch, in this process."""
    result = home.run(Here(), **options)
    assert set(states(result).values()) == {"delivered"}
    layouts = home.report()["layouts"].values()
    return [file for pack in result.packs for file in pack.files] if layouts else []


@pytest.mark.parametrize("make", [built, packed], ids=["build", "batch"])
def test_what_a_finished_file_asks_can_be_answered_in_the_source(
    home: Home, monkeypatch: pytest.MonkeyPatch, make: Callable[[Home], list[BuiltFile]]
) -> None:
    verify = judging.verify

    def asking(*given: Any, **more: Any) -> Any:
        found = verify(*given, **more)
        return replace(found, findings=(*found.findings, ASKS))

    monkeypatch.setattr(judging, "verify", asking)
    asked = make(home)
    assert {file.to_act_on for file in asked} == {1}
    document = home.path / "sources/monday/document.yaml"
    text = document.read_text("utf-8")
    document.write_text(f"{text}accept: [{{rule: html-asks, because: It is.}}]\n", "utf-8")
    assert {file.to_act_on for file in make(home)} == {0}
    if make is packed:
        found = [one for each in home.report()["layouts"].values() for one in each["findings"]]
    else:
        report = json.loads((home.output / "monday/report.json").read_text("utf-8"))
        found = [one for file in report["files"] for one in file["findings"]]
    assert {one["hint"] for one in found if one["rule"] == "html-asks"} == {"answered: It is."}


def judged_badly() -> dict[str, Format]:
    """The formats, with a validator for web pages that finds something wrong in each."""
    validator = FORMATS["pdf"].validator
    assert validator
    strict = replace(
        validator,
        name="Strict",
        available=lambda: True,
        version=lambda: "Strict in a test 1.0",
        standard=lambda _: "good taste",
        judge=lambda _data, _settings: {"7.1": "This is ugly."},
    )
    return {"html": replace(FORMATS["html"], validator=strict)}


def test_a_build_keeps_no_file_in_which_a_validator_finds_something(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    built(home)
    before = home.tree("monday")
    monkeypatch.setitem(FORMATS, "html", judged_badly()["html"])
    home.change("monday/document.yaml", "Meeting up on Mondays", "Meeting up on Tuesdays")
    result = build(home.order(plan=None, formats=("html",), validate=True))
    assert len(result.failed) == 3
    told = {one.message for one in result.findings if one.code == "validator-fails"}
    assert told == {"Strict, 7.1: This is ugly."}
    pages = {name: data for name, data in before.items() if name.startswith("monday-")}
    assert {name: home.tree("monday")[name] for name in pages} == pages


def test_a_batch_delivers_no_pack_in_which_a_validator_finds_something(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(FORMATS, "html", judged_badly()["html"])
    result = home.run(Here(), validate=True)
    assert set(states(result).values()) == {"failed"}
    assert "Strict, 7.1: This is ugly." in reason_of(result, "hilltop")
    assert home.tree() == {}


@pytest.mark.xdist_group("verapdf")
def test_build_with_validate_names_validator_version_and_result(
    home: Home, capsys: pytest.CaptureFixture[str]
) -> None:
    validator = FORMATS["pdf"].validator
    assert validator
    if not validator.available():
        referee_absent("veraPDF", "its packages are not installed")
    asked = ["build", "--edition", "standard", "--format", "pdf,html", "--json", "--jobs", "2"]
    assert main(asked) == 0
    assert main([*asked, "--validate"]) == 0
    told = json.loads(capsys.readouterr().out.rpartition("\n{\n")[2].join(("{", "")))
    said = f"{validator.version()}: conforms to PDF/UA-1 and PDF/A-2a"
    assert {one["format"]: one["validated"] for one in told["files"]} == {"pdf": said, "html": ""}
    page = (home.output / "monday/what-we-checked.html").read_text("utf-8")
    assert said in page
    assert main([*asked, "--validate"]) == 0
    assert json.loads(capsys.readouterr().out)["made"] == []
    assert main(asked) == 0
    assert json.loads(capsys.readouterr().out)["made"] == []


def test_a_validator_that_is_not_installed_is_told_before_anything_is_made(
    home: Home, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    validator = FORMATS["pdf"].validator
    assert validator
    absent = replace(FORMATS["pdf"], validator=replace(validator, available=lambda: False))
    monkeypatch.setitem(FORMATS, "pdf", absent)
    assert main(["build", "--validate"]) == 1
    assert validator.install in capsys.readouterr().err
    assert not home.output.exists()


def test_an_edition_with_other_layers_need_not_say_the_same_words() -> None:
    """Asked with the layers of each edition, wherever editions are held beside one another."""
    source = guide()
    standard = load_edition("standard")
    short = replace(standard, name="short", layers=("summary",))
    same = replace(standard, name="large")
    documents = {one.name: adapt(source, one, WORDS) for one in (standard, same)}
    shorter = replace(documents["standard"], sections=documents["standard"].sections[:1])
    standing = replace(status(source, Review()), findings=())
    checked: list[Checked] = []

    def codes(other: Any) -> set[str]:
        both = {"standard": documents["standard"], other.name: shorter}
        found = found_in_words(standing, checked, both, (standard, other))
        return {one.code for one in found}

    assert codes(short) == set()
    assert "editions-differ" in codes(same)


def test_what_is_found_in_words_is_told_once() -> None:
    source = guide()
    standard = load_edition("standard")
    unit = Check(adapt(source, standard, WORDS), standard, source)
    twice = [check(unit), check(unit)]
    found = found_in_words(status(source, Review()), twice, {}, ())
    assert len(found) == len(set(found))
