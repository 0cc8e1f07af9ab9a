"""One list of promises, asked of both doors: the files of a build, and those of a partner's pack.

Both are made for one brand, in one folder, under the same names; so no promise holds in one alone.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from exporter import checks
from exporter.diagnostics import Diagnostic, SourceError
from exporter.formats import FORMATS, Engine, Format
from exporter.making import turn, words
from exporter.making.build import build
from exporter.making.crew import Here
from exporter.making.turn import in_turn
from tests.batch.home import Home

BRAND = """\
publisher: Riverbank Advice
colours: {accent: "#1d4f91", second: "#7a8f2a"}
contact: [{phone: 01632 960456}]
cover_line: %s
"""
PLAN = """
partners:
  - {id: mine, name: Riverbank Advice, brand: mine, editions: [%s], formats: [%s]}
"""
LINE = "For everybody who lives here, who works here, or who comes to see us."
EVERY = ("standard", "large-print", "easy-read")


@dataclass(frozen=True)
class Outcome:
    """What came of a run: whether it says that all is well, and all that it told."""

    good: bool
    told: str


def by_build(
    home: Home, editions: tuple[str, ...], formats: tuple[str, ...], **more: Any
) -> Outcome:
    asked = {"editions": editions, "formats": formats, "brand": "mine", **more}
    result = build(home.order(plan=None, **asked))
    told = [f"{one.place} {one.message} {one.hint}" for one in result.findings]
    return Outcome(not result.failed, "\n".join((*told, *result.failed)))


def by_batch(
    home: Home, editions: tuple[str, ...], formats: tuple[str, ...], **more: Any
) -> Outcome:
    home.write_plan(PLAN % (", ".join(editions), ", ".join(formats)))
    result = home.run(Here(), **more)
    packs = [f"{one.reason} {' '.join(one.remarks)}" for one in result.packs]
    page = home.file("mine", "what-we-checked.html")
    shown = page.read_text("utf-8") if page.is_file() else ""
    return Outcome(result.good, "\n".join((*packs, result.trouble, shown)))


Door: TypeAlias = Callable[..., Outcome]
both_doors = pytest.mark.parametrize("door", [by_build, by_batch], ids=["build", "batch"])


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    made = Home.new(tmp_path)
    branded(made, LINE)
    monkeypatch.chdir(made.path)
    return made


def branded(home: Home, line: str) -> None:
    (home.path / "styles/brands/mine.yaml").write_text(BRAND % line, "utf-8")


def guides(home: Home) -> dict[str, bytes]:
    """The guide's files as they lie there, by name."""
    there = sorted((home.output / "partners/mine").glob("monday-*.*"))
    return {file.name: file.read_bytes() for file in there}


def with_engine(name: str, alter: Callable[[Engine], Engine]) -> Format:
    """A format whose files are made otherwise."""
    own = FORMATS[name]
    return replace(own, engine=lambda *given: alter(own.engine(*given)))


@both_doors
def test_words_too_long_for_their_box_get_a_larger_one_and_are_not_cut(
    home: Home, door: Door
) -> None:
    branded(home, " ".join([LINE] * 4))
    assert door(home, ("standard",), ("pdf",)).good
    said = FORMATS["pdf"].said(guides(home)["monday-standard.pdf"])
    assert "".join(" ".join([LINE] * 4).split()) in said.cover


@both_doors
def test_words_without_end_are_told_and_the_file_from_before_stays(home: Home, door: Door) -> None:
    door(home, ("standard",), ("pdf",))
    before = guides(home)
    branded(home, " ".join([LINE] * 40))
    outcome = door(home, ("standard",), ("pdf",))
    assert not outcome.good
    assert (
        f"monday-standard.pdf could not be made: there is no room for “{LINE[:20]}" in outcome.told
    )
    assert "(cover line). Shorten it, the title or the subtitle." in outcome.told
    assert guides(home) == before


@both_doors
def test_what_a_validator_finds_stops_a_file_and_the_one_from_before_stays(
    home: Home, door: Door, monkeypatch: pytest.MonkeyPatch
) -> None:
    door(home, ("standard",), ("html",))
    before = guides(home)
    validator = FORMATS["pdf"].validator
    assert validator
    strict = replace(validator, name="Strict", available=lambda: True, version=lambda: "Strict 1")
    strict = replace(strict, judge=lambda *_: {"7.1": "This is ugly."})
    monkeypatch.setitem(FORMATS, "html", replace(FORMATS["html"], validator=strict))
    home.change("monday/document.yaml", "Meeting up on Mondays", "Meeting up on Tuesdays")
    outcome = door(home, ("standard",), ("html",), validate=True)
    assert not outcome.good
    assert "Strict, 7.1: This is ugly." in outcome.told
    assert guides(home) == before


@both_doors
def test_a_validator_that_is_not_there_is_told_before_anything_is_made(
    home: Home, door: Door, monkeypatch: pytest.MonkeyPatch
) -> None:
    validator = FORMATS["pdf"].validator
    assert validator
    absent = replace(FORMATS["pdf"], validator=replace(validator, available=lambda: False))
    monkeypatch.setitem(FORMATS, "pdf", absent)
    with pytest.raises(SourceError) as told:
        door(home, ("standard",), ("pdf",), validate=True)
    assert [one.code for one in told.value.findings] == ["validator-absent"]
    assert guides(home) == {}


@both_doors
def test_a_file_that_does_not_say_what_its_document_says_does_not_go_out(
    home: Home, door: Door, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forgetful(engine: Engine) -> Engine:
        def compiled(document: Any, theme: Any) -> Any:
            return engine.compile(replace(document, sections=document.sections[:-1]), theme)

        return replace(engine, compile=compiled)

    monkeypatch.setitem(FORMATS, "html", with_engine("html", forgetful))
    outcome = door(home, ("standard",), ("html",))
    assert not outcome.good
    assert guides(home) == {}


@both_doors
def test_a_fault_of_ours_is_told_with_the_name_of_its_file(
    home: Home, door: Door, monkeypatch: pytest.MonkeyPatch
) -> None:
    def faulty(engine: Engine) -> Engine:
        def compiled(document: Any, theme: Any) -> Any:
            raise RuntimeError("there is no ink")

        return replace(engine, compile=compiled)

    monkeypatch.setitem(FORMATS, "html", with_engine("html", faulty))
    outcome = door(home, ("standard",), ("html",))
    assert not outcome.good
    assert "monday-standard.html" in outcome.told
    assert "there is no ink" in outcome.told


@both_doors
def test_what_must_be_fixed_in_a_released_edition_keeps_it_from_going_out(
    home: Home, door: Door, monkeypatch: pytest.MonkeyPatch
) -> None:
    home.change("monday/document.yaml", "status: draft", "status: released")
    check = checks.check

    def strict(*asked: Any) -> tuple[Diagnostic, ...]:
        wrong = Diagnostic(code="row-long", message="This row is too long.")
        return (wrong, *check(*asked))

    monkeypatch.setattr(checks, "check", strict)
    outcome = door(home, ("standard",), ("html",))
    assert not outcome.good
    assert "This row is too long." in outcome.told
    assert guides(home) == {}


@both_doors
def test_editions_are_held_beside_one_another_with_their_layers(
    home: Home, door: Door, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[dict[str, tuple[str, ...]]] = []

    def disagree(documents: Any, layers: Any, headings: Any = ()) -> tuple[Diagnostic, ...]:
        asked.append(layers)
        return (Diagnostic(code="editions-differ", message="They do not say the same."),)

    monkeypatch.setattr(words, "editions_agree", disagree)
    outcome = door(home, EVERY, ("html",))
    assert "They do not say the same." in outcome.told
    assert [set(one) for one in asked] == [set(EVERY)]
    assert "easy_read" in asked[0]["easy-read"]
    assert "easy_read" not in asked[0]["standard"]


@both_doors
def test_the_folder_that_somebody_works_in_changes_no_file(
    home: Home, door: Door, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    styles = home.path / "styles"
    assert door(home, EVERY, ("html",), styles=styles).good
    before = guides(home)
    assert len(before) == 3
    monkeypatch.chdir(tmp_path)
    assert door(home, EVERY, ("html",), styles=styles, force=True).good
    assert guides(home) == before


@both_doors
def test_nothing_that_is_kept_is_made_again_and_what_is_damaged_is(home: Home, door: Door) -> None:
    assert door(home, ("standard",), ("html",)).good
    file = home.output / "partners/mine/monday-standard.html"
    whole, when = file.read_bytes(), file.stat().st_mtime_ns
    assert door(home, ("standard",), ("html",)).good
    assert file.stat().st_mtime_ns == when
    file.write_bytes(whole.replace(b"Riverbank", b"Riverbink"))
    assert door(home, ("standard",), ("html",)).good
    assert file.read_bytes() == whole


@both_doors
def test_another_run_in_the_same_folder_is_told(
    home: Home, door: Door, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(turn, "PATIENCE", 0)
    with in_turn(home.output), pytest.raises(SourceError) as told:
        door(home, ("standard",), ("html",))
    assert [one.code for one in told.value.findings] == ["output-in-use"]
    assert guides(home) == {}


def test_both_doors_give_the_same_bytes(home: Home) -> None:
    assert by_build(home, EVERY, ("html", "docx")).good
    built = guides(home)
    for file in (home.output / "partners/mine").iterdir():
        file.unlink()
    assert by_batch(home, EVERY, ("html", "docx")).good
    assert len(built) == 6
    assert guides(home) == built
