"""A broken partner fails alone, with its reason; the others are delivered."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable
from pathlib import Path

import pytest

from exporter import checks, fingerprint
from exporter.making import evidence, witness
from exporter.making.crew import Here
from tests.batch.home import ALL_FORMATS, Home, reason_of, states

GOOD = {"harbour": "delivered", "riverside": "delivered"}


def broken(home: Home, more: str) -> str:
    """Why the partner with these keys was not delivered, when all the others were."""
    home.change("partners.yaml", "960512}", f"960512, {more}}}")
    result = home.run()
    assert states(result) == {"hilltop": "failed", **GOOD}
    assert not result.good
    assert not home.file("hilltop", "monday-standard.html").exists()
    return reason_of(result, "hilltop")


def test_a_logo_that_is_not_there(home: Home) -> None:
    assert "logos/ours.png" in broken(home, "logo: logos/ours.png, logo_alt: Ours")


def test_a_logo_outside_the_folder_of_the_plan(home: Home) -> None:
    assert ".." in broken(home, "logo: ../../secret.png, logo_alt: Ours")


def test_a_logo_that_is_damaged(home: Home) -> None:
    home.write("ours.png", "no picture at all")
    assert "ours.png" in broken(home, "logo: ours.png, logo_alt: Ours")


def test_letters_that_no_typeface_can_spell(home: Home) -> None:
    home.write_plan(ALL_FORMATS)
    assert "日" in broken(home, "cover_line: 日本語")


def test_a_broken_partner_who_comes_first_spoils_no_layout_for_the_others(home: Home) -> None:
    home.write_plan(ALL_FORMATS.replace("Hilltop Surgery", "日本語"))
    result = home.run()
    assert states(result) == {"hilltop": "failed", **GOOD}


def test_a_brand_file_that_is_broken(home: Home) -> None:
    folder = home.path / "styles/brands"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "hill.yaml").write_text("publisher: Hill\ncolours: {accent: green}\n")
    assert "“green” is no colour" in broken(home, "brand: hill")


def test_a_brand_logo_without_alternative_text(home: Home) -> None:
    folder = home.path / "styles/brands"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "hill.yaml").write_text(
        'publisher: Hill\ncolours: {accent: "#123456"}\nlogo: {file: hill.png}\n'
    )
    assert "alternative text" in broken(home, "brand: hill")


def test_a_file_where_the_folder_should_be(home: Home) -> None:
    blocked = home.output / "partners/hilltop"
    blocked.parent.mkdir(parents=True)
    blocked.write_text("in the way")
    result = home.run()
    assert states(result) == {"hilltop": "failed", **GOOD}
    assert reason_of(result, "hilltop") == "File exists: partners/hilltop"
    blocked.unlink()
    assert states(home.run())["hilltop"] == "delivered"


def test_a_full_disk(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = fingerprint.write_pieces

    def full(file: Path, pieces: Iterable[bytes]) -> str:
        if "partners/hilltop" in file.as_posix():
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(file))
        return whole(file, pieces)

    monkeypatch.setattr(fingerprint, "write_pieces", full)
    result = home.run(Here())
    assert states(result) == {"hilltop": "failed", **GOOD}
    assert reason_of(result, "hilltop").startswith("No space left on device: partners/hilltop/")


def test_when_not_even_the_history_can_be_written_the_packs_still_are(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = fingerprint.write_whole

    def full(file: Path, data: bytes) -> None:
        if file.suffix == ".jsonl":
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(file))
        whole(file, data)

    monkeypatch.setattr(fingerprint, "write_whole", full)
    result = home.run(Here())
    assert states(result) == {"hilltop": "delivered", **GOOD}
    assert result.trouble == "No space left on device"
    assert not result.good


def test_a_layout_that_cannot_be_made_stops_the_partners_who_need_it(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    home.change("partners.yaml", "960512}", "960512, editions: [giant-print]}")
    compile_layout = witness.compile_layout

    def failing(layout, *more):  # type: ignore[no-untyped-def]
        if layout.edition == "giant-print":
            raise ValueError("“Donaudampfschifffahrt” is wider than its column.")
        return compile_layout(layout, *more)

    monkeypatch.setattr(witness, "compile_layout", failing)
    result = home.run(Here())
    assert states(result) == {"hilltop": "failed", **GOOD}
    assert reason_of(result, "hilltop") == (
        "monday-giant-print.html: “Donaudampfschifffahrt” is wider than its column."
    )


def test_a_page_of_evidence_that_cannot_be_written_stops_those_who_need_it(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    home.change("partners.yaml", "960512}", "960512, editions: [standard]}")
    page = evidence.what_we_checked

    def failing(facts):  # type: ignore[no-untyped-def]
        if len(facts.documents) == 1:
            raise ValueError("no page")
        return page(facts)

    monkeypatch.setattr(evidence, "what_we_checked", failing)
    result = home.run(Here())
    assert states(result) == {"hilltop": "failed", **GOOD}
    assert "no page" in reason_of(result, "hilltop")


def test_a_released_guide_with_a_finding_that_must_be_fixed_stops_that_edition(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    from exporter.diagnostics import Diagnostic

    home.change("monday/document.yaml", "status: draft", "status: released")
    home.change("partners.yaml", "{formats: [html]}", "{formats: [html], editions: [standard]}")
    home.change("partners.yaml", "960512}", "960512, editions: [easy-read]}")
    home.change("partners.yaml", "brand: riverside", 'accent: "#1d4f91"')
    check = checks.check

    def strict(document, edition, *asked):  # type: ignore[no-untyped-def]
        found = check(document, edition, *asked)
        if edition.name == "easy-read":
            return (Diagnostic(code="row-long", message="This row is too long."), *found)
        return found

    monkeypatch.setattr(checks, "check", strict)
    result = home.run(Here())
    assert states(result) == {"hilltop": "failed", **GOOD}
    assert "This row is too long." in reason_of(result, "hilltop")


def test_a_partner_who_fails_keeps_the_good_pack_from_before(home: Home) -> None:
    home.run()
    before = home.tree()
    home.change("partners.yaml", "960512}", "960512, logo: none.png, logo_alt: None}")
    assert states(home.run())["hilltop"] == "failed"
    assert home.tree() == before
