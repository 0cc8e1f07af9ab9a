"""Search suggests what fits, says where it is from, and what needs a real picture."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from exporter.diagnostics import SourceError
from exporter.pictures import FolderBank, OpenMojiBank, default_banks, search

SYMBOLS = (OpenMojiBank(),)


def names(words: str) -> list[str]:
    return [found.picture.concept for found in search(words, SYMBOLS)]


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("working together", "working-together"),
        ("Working Together", "working-together"),
        ("meetings", "meeting"),
        ("a blood test", "blood"),
        ("doctors", "doctor"),
        ("how to find us", "place"),
        ("safeguarding", "safe"),
    ],
)
def test_the_best_fit_comes_first(words: str, first: str) -> None:
    assert names(words)[0] == first


def test_an_idea_without_a_symbol_says_so() -> None:
    found = search("learning disability", SYMBOLS)[0]
    assert found.picture.needs_real_picture
    assert found.note.startswith("Needs a real picture.")
    assert found.use == ""


def test_a_symbol_comes_with_its_code_its_alternative_text_and_its_credit() -> None:
    record = search("working together", SYMBOLS)[0].as_json()
    assert record["code"] == "1F91D"
    assert record["alt"] == "Two hands shake"
    assert "OpenMoji" in str(record["credit"])
    assert record["licence"] == "CC BY-SA 4.0"
    assert record["bank"] == "OpenMoji"


def test_what_nobody_has_judged_is_offered_with_a_warning() -> None:
    found = search("giraffe", SYMBOLS)[0]
    assert not found.picture.judged
    assert "Look at it" in found.note


def test_words_that_fit_nothing_find_nothing() -> None:
    assert search("xyzzy") == ()
    assert search("the of") == ()


def test_the_lines_to_copy_are_yaml() -> None:
    found = search("emergency", SYMBOLS)[0]
    value = yaml.load(found.use, Loader=yaml.BaseLoader)
    assert value == {"emergency": {"symbol": "1F6A8", "alt": "A red alarm light"}}


def folder(tmp_path: Path, index: str, name: str = "index.yaml") -> FolderBank:
    (tmp_path / "us.jpg").write_bytes(b"photo")
    (tmp_path / name).write_text(index, "utf-8")
    return FolderBank(tmp_path, "Our photos")


def test_a_folder_of_ones_own_comes_before_the_bank(tmp_path: Path) -> None:
    bank = folder(
        tmp_path,
        "- concept: working together\n  file: us.jpg\n  alt: 'Our group: six people'\n"
        "  credit: Ada\n  licence: ours\n  consent: yes\n",
    )
    first, second = search("working together", (bank, OpenMojiBank()))[:2]
    assert first.picture.bank == "Our photos"
    assert second.picture.bank == "OpenMoji"
    assert first.note == ""
    assert yaml.safe_load(first.use)["working-together"]["alt"] == "Our group: six people"


def test_an_index_can_be_a_spreadsheet(tmp_path: Path) -> None:
    bank = folder(
        tmp_path, "Concept;File;Alt;Consent\nmeeting;us.jpg;Six people meet;no\n", "index.csv"
    )
    (picture,) = bank.pictures()
    assert picture.alt == "Six people meet"
    assert "consent" in picture.note


def test_without_an_index_the_file_name_is_the_idea(tmp_path: Path) -> None:
    (tmp_path / "tea_break.png").write_bytes(b"")
    (picture,) = FolderBank(tmp_path).pictures()
    assert picture.words == ("tea break",)


@pytest.mark.parametrize(
    ("index", "says", "code"),
    [
        ("- concept: a\n  file: ../x.jpg\n", "outside", "picture-index-wrong"),
        ("- concept: a\n  file: none.jpg\n", "no file", "picture-index-wrong"),
        ("- file: us.jpg\n", "lacks “concept:”", "picture-index-wrong"),
        ("concept: a\n", "a list", "yaml-no-keys"),
        ("- [a\n", "open here", "yaml-bracket"),
    ],
)
def test_an_index_that_is_not_right_says_why(
    tmp_path: Path, index: str, says: str, code: str
) -> None:
    with pytest.raises(SourceError, match=says) as caught:
        list(folder(tmp_path, index).pictures())
    assert caught.value.findings[0].code == code


def test_folders_are_named_in_banks_yaml(tmp_path: Path) -> None:
    (tmp_path / "styles").mkdir()
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "tea.png").write_bytes(b"")
    (tmp_path / "styles" / "banks.yaml").write_text(
        "- name: Ours\n  folder: ../photos\n  credit: Ada\n", "utf-8"
    )
    bank, house, openmoji = default_banks(tmp_path / "styles")
    names = ("Ours", "Drawings of exporter", "OpenMoji")
    assert (bank.name, house.name, openmoji.name) == names
    assert next(iter(bank.pictures())).credit == "Ada"


def test_the_drawings_of_the_house_come_before_symbols_and_after_folders_of_ones_own(
    tmp_path: Path,
) -> None:
    bank = folder(tmp_path, "- {concept: doctor, file: us.jpg, alt: Dr Ade, consent: yes}\n")
    found = search("doctor", (bank, *default_banks()))[:3]
    assert [one.picture.bank for one in found] == ["Our photos", "Drawings of exporter", "OpenMoji"]
    assert found[1].origin == "drawing: doctor"
    value = yaml.load(found[1].use, Loader=yaml.BaseLoader)
    assert value == {"doctor": {"drawing": "doctor", "alt": "A doctor with a stethoscope."}}
