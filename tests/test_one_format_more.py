"""A format is added in one place: with `plain_text.py` alone, everything knows plain text."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from exporter.starter import start

PROGRAM = Path(__file__).with_name("plain_text.py")
PLAN = """
defaults: {formats: [plain, html], editions: [standard, large-print]}
partners:
  - {id: hilltop, name: Hilltop Surgery, phone: 01632 960512, cover_line: For our patients}
  - {id: harbour, name: Harbour Library, web: https://harbour.example}
"""
WORDS = """
formats-file-plain: plain text
formats-for-plain: For people whose programs show nothing but text.
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder with the starter guide "monday" and with words for the format."""
    folder = tmp_path / "monday"
    start(folder)
    (folder / "styles/locales").mkdir(parents=True)
    (folder / "styles/locales/en-GB.yaml").write_text(WORDS, "utf-8")
    return folder


def run(home: Path, *arguments: str, code: int = 0) -> str:
    """The program with one format more, in a process of its own; what it printed."""
    command = [sys.executable, str(PROGRAM), *arguments]
    done = subprocess.run(command, cwd=home, capture_output=True, text=True, check=False)
    assert done.returncode == code, done.stdout + done.stderr
    return done.stdout + done.stderr


def test_it_is_built_by_two_processes_read_back_and_told_of(home: Path) -> None:
    told = json.loads(run(home, "build", "--format", "plain,html", "--jobs", "2", "--json"))
    made = sorted(Path(name).name for name in told["made"])
    assert made == [
        f"monday-{edition}.{suffix}"
        for edition in ("easy-read", "large-print", "standard")
        for suffix in ("html", "txt")
    ]
    plain = [one for one in told["files"] if one["format"] == "plain"]
    assert {(one["engine"], one["says_the_same"], one["pages"]) for one in plain} == {
        ("plain", True, 1)
    }
    output = home / "output/monday"
    assert "Mondays" in (output / "monday-standard-words.csv").read_text("utf-8").split()
    for name in ("monday-standard.html", "monday-standard.txt"):
        assert "Large print (web page or plain text)" in (output / name).read_text("utf-8")
    page = (output / "what-we-checked.html").read_text("utf-8")
    assert "Large print, plain text" in page
    assert "3 plain text files have not been looked at by a validator" in page
    assert "such as Plain Judge" in page


def test_what_is_built_already_is_kept_and_made_again_when_it_is_spoilt(home: Path) -> None:
    order = ("build", "--format", "plain", "--edition", "standard", "--json")
    run(home, *order)
    assert json.loads(run(home, *order))["made"] == []
    (home / "output/monday/monday-standard.txt").write_text("spoilt")
    assert json.loads(run(home, *order))["made"] == ["monday/monday-standard.txt"]


def test_a_format_that_is_not_built_unasked_is_not(home: Path) -> None:
    run(home, "build", "--edition", "standard")
    assert list((home / "output/monday").glob("*.txt")) == []
    page = (home / "output/monday/monday-standard.html").read_text("utf-8")
    assert "plain text" not in page


def test_two_partners_get_it_stamped_proved_and_validated(home: Path) -> None:
    (home / "sources/partners.yaml").write_text(PLAN, "utf-8")
    run(home, "batch", "--draft", "--validate", "--no-covers", "--jobs", "2")
    report = json.loads((home / "output/report.json").read_text("utf-8"))
    files = {
        (partner["partner"], one["file"]): one
        for partner in report["partners"]
        for one in partner["files"]
    }
    assert len(files) == 8
    for (_, name), one in files.items():
        assert one["proof"] == "every byte outside the slots is the template's"
        said = "its layout: Plain Judge in plain-judge 1.0: conforms to Plain/1"
        assert one["validated"] == (said if name.endswith(".txt") else "not validated here")
    for partner, words in (("hilltop", "For our patients"), ("harbour", "https://harbour.example")):
        pack = home / "output/partners" / partner
        assert words in (pack / "monday-standard.txt").read_text("utf-8")
        (archive,) = pack.glob("*.zip")
        with zipfile.ZipFile(archive) as packed:
            assert {"monday-standard.txt", "monday-standard-words.csv"} <= set(packed.namelist())
        first = (pack / "read-me-first.html").read_text("utf-8")
        assert "Standard print, plain text" in first
        assert "For people whose programs show nothing but text." in first
        checked = (pack / "what-we-checked.html").read_text("utf-8")
        assert "Plain Judge in plain-judge 1.0: conforms to Plain/1" in checked
        assert "Looked at one plain text file of each layout." in checked


def test_what_its_validator_refuses_is_not_delivered(home: Path) -> None:
    text = home / "sources/monday/sections"
    section = sorted(text.glob("*.yaml"))[0]
    section.write_text(section.read_text("utf-8").replace("Monday", "Hopeless Monday"), "utf-8")
    (home / "sources/partners.yaml").write_text(PLAN, "utf-8")
    told = run(home, "batch", "--draft", "--validate", "--no-covers", code=1)
    assert "Plain Judge, plain-1: it gives up" in told
    assert not list((home / "output/partners").glob("*/*.txt"))


def test_what_a_partner_no_longer_gets_is_taken_away_with_all_that_lay_beside_it(
    home: Path,
) -> None:
    (home / "sources/partners.yaml").write_text(PLAN, "utf-8")
    run(home, "batch", "--draft", "--no-covers")
    pack = home / "output/partners/hilltop"
    assert (pack / "monday-standard-words.csv").is_file()
    (home / "sources/partners.yaml").write_text(PLAN.replace("[plain, html]", "[html]"), "utf-8")
    run(home, "batch", "--draft", "--no-covers")
    assert not list(pack.glob("*.txt"))
    assert not list(pack.glob("*.csv"))
    assert (pack / "monday-standard.html").is_file()


def test_anybody_s_file_is_verified_and_its_outline_shown(home: Path) -> None:
    run(home, "build", "--format", "plain", "--edition", "standard")
    file = home / "output/monday/monday-standard.txt"
    assert "0 findings" in run(home, "verify", str(file))
    assert "heading" in run(home, "outline", str(file))
    spoilt = home / "spoilt.text"
    spoilt.write_bytes(file.read_bytes().replace(b"\n----\n", b"\n----\n\t", 1))
    assert "There is a tab in this text." in run(home, "verify", str(spoilt), code=1)
    spoilt.write_text("Dear all,")
    assert "exporter explain plain-cannot-open" in run(home, "verify", str(spoilt), code=1)


def test_its_rule_is_explained(home: Path) -> None:
    assert "Tabs are read out by nobody." in run(home, "explain", "plain-tab")
    assert "Did you mean: plain-tab" in run(home, "explain", "plain-tabs", code=2)


def test_a_name_that_is_no_format_is_answered_with_all_that_are(home: Path) -> None:
    assert "plain" in run(home, "build", "--format", "braille", code=2)
