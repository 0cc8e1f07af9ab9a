"""A partner chooses languages as it chooses editions; its files name those that it got."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from exporter.cli import main
from tests.translations.home import Garden, garden
from tests.translations.test_other_languages import related_in

PSEUDO = "[Āļşō īň Ēňğļīşħ]"
ENGLISH, ACCENTED = "garden-standard.html", "garden-qps-standard.html"
PLAN = """\
defaults: {documents: [garden], formats: [html], editions: [standard], brand: house}
partners:
  - {id: own, name: Hill Library}
  - {id: both, name: Mill School, languages: [en, qps]}
  - {id: other, name: River Surgery, languages: [qps]}
"""


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Garden:
    monkeypatch.chdir(tmp_path)
    made = garden(tmp_path)
    planned(PLAN)
    return made


def planned(text: str) -> None:
    Path("sources/partners.yaml").write_text(text, "utf-8")


def run(capsys: pytest.CaptureFixture[str], *asked: str) -> dict[str, Any]:
    """The packs of a batch, by partner."""
    capsys.readouterr()
    main(["batch", "--jobs", "1", "--no-zip", "--no-covers", "--json", *asked])
    return {one["partner"]: one for one in json.loads(capsys.readouterr().out)["partners"]}


def files(partner: str) -> list[str]:
    found = Path("output/partners", partner).glob("garden-*standard.html")
    return sorted(one.name for one in found)


def text(partner: str, file: str) -> str:
    return Path("output/partners", partner, file).read_text("utf-8")


def test_each_partner_gets_its_languages_and_files_name_those_of_the_pack(
    home: Garden, capsys: pytest.CaptureFixture[str]
) -> None:
    packs = run(capsys)
    assert {name: one["state"] for name, one in packs.items()} == {
        "own": "delivered", "both": "delivered", "other": "delivered",
    }  # fmt: skip
    assert files("own") == [ENGLISH]
    assert files("both") == [ACCENTED, ENGLISH]
    assert files("other") == [ACCENTED]
    assert PSEUDO not in text("own", ENGLISH)
    assert f'<span lang="qps">{PSEUDO}</span>' in text("both", ENGLISH)
    assert '<span lang="en-GB">Also in English</span>' in text("both", ACCENTED)
    assert "Also in English" not in text("other", ACCENTED)
    # a page leads to the same one in another language where it lies beside it, and only there
    alternate = '<link rel="alternate" hreflang="{}" href="{}"'
    assert alternate.format("qps", ACCENTED) in text("both", ENGLISH)
    assert alternate.format("en-GB", ENGLISH) in text("both", ACCENTED)
    assert f'<a href="{ACCENTED}" hreflang="qps">' in text("both", ENGLISH)
    assert "hreflang" not in text("own", ENGLISH) + text("other", ACCENTED)
    # what to read first says in which language each file is, as its readers call it
    first = text("both", "read-me-first.html")
    assert f'href="{ENGLISH}"' in first
    assert ', <span lang="qps">Ēňğļīşħ</span></a>' in first
    assert ", English</a>" in first
    assert "English</a>" not in text("own", "read-me-first.html")
    assert (Path("output/partners/both") / "garden-qps-what-we-checked.html").is_file()


def test_the_metadata_of_a_pack_name_its_own_files_in_other_languages(
    home: Garden, capsys: pytest.CaptureFixture[str]
) -> None:
    planned(PLAN.replace("[html]", "[pdf, epub]"))
    run(capsys)
    for name in ("pdf", "epub"):
        both = Path("output/partners/both", ENGLISH).with_suffix(f".{name}").read_bytes()
        assert related_in(both) == [ACCENTED.replace("html", name)]
        own = Path("output/partners/own", ENGLISH).with_suffix(f".{name}").read_bytes()
        assert b"dc:relation" not in (own if name == "pdf" else package_of(own))


def package_of(book: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(book)) as parts:
        (name,) = [one for one in parts.namelist() if one.endswith(".opf")]
        return parts.read(name)


def test_a_page_leads_to_no_language_that_its_partner_did_not_ask_for(
    home: Garden, capsys: pytest.CaptureFixture[str]
) -> None:
    planned(
        PLAN.replace("languages: [en, qps]}", "documents: [garden, garden-qps], languages: [en]}")
    )
    assert run(capsys)["both"]["state"] == "delivered"
    assert files("both") == [ENGLISH]
    assert "hreflang" not in text("both", ENGLISH)
    assert PSEUDO not in text("both", ENGLISH)


def test_a_language_that_there_is_not_is_told_and_a_translation_can_be_named(
    home: Garden, capsys: pytest.CaptureFixture[str]
) -> None:
    planned(
        PLAN.replace("languages: [en, qps]", "languages: [ur]").replace(
            "languages: [qps]", "documents: [garden-qps]"
        )
    )
    packs = run(capsys)
    assert packs["both"]["state"] == "failed"
    assert "which this partner did not ask for" in packs["both"]["reason"]
    assert files("other") == [ACCENTED]


def test_a_translation_that_nobody_asked_for_is_not_even_read(
    home: Garden, capsys: pytest.CaptureFixture[str]
) -> None:
    (home.translation / "sections/help.yaml").write_text("heading: [", "utf-8")
    planned("\n".join(PLAN.splitlines()[:3]) + "\n")
    assert run(capsys)["own"]["state"] == "delivered"


def test_a_translation_that_says_something_else_is_held_back_but_for_a_draft(
    home: Garden, capsys: pytest.CaptureFixture[str]
) -> None:
    home.change("qps/sections/start.yaml", "1,200", "1,300")
    packs = run(capsys)
    assert packs["own"]["state"] == "delivered"
    assert packs["both"]["state"] == "held back"
    assert "1200 is missing; 1300 is new" in packs["both"]["reason"]
    assert run(capsys, "--draft")["both"]["state"] == "delivered"
    assert "may not say what the original says now" in text("both", "read-me-first.html")


def test_a_foreword_is_in_each_language_or_that_partner_is_told_which_file_is_missing(
    home: Garden, capsys: pytest.CaptureFixture[str]
) -> None:
    planned(PLAN.replace("languages: [en, qps]", "languages: [en, qps], foreword: ours.yaml"))
    words = "heading: {}\npicture: none\nbody: {}\neasy_read: none\n"
    Path("sources/ours.yaml").write_text(words.format("From us", "We use it."), "utf-8")
    packs = run(capsys)
    assert packs["both"]["state"] == "failed"
    assert "ours-qps.yaml" in packs["both"]["reason"]
    assert packs["other"]["state"] == "delivered"
    Path("sources/ours-qps.yaml").write_text(words.format("Ŧřōŋ ūş", "Ŵē ūşē īţ."), "utf-8")
    assert run(capsys)["both"]["state"] == "delivered"
    assert "From us" in text("both", ENGLISH)
    assert "Ŧřōŋ ūş" in text("both", ACCENTED)
    assert "From us" not in text("both", ACCENTED)
