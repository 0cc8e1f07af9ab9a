"""What the program says by itself is true, or it says nothing."""

from __future__ import annotations

from pathlib import Path

from exporter.furniture import furniture_of
from exporter.outline import outline_of
from tests.typed.folders import document_of, written

GUIDE = "title: T\nlanguage: en-GB\npictures: {ring: {file: pictures/ring.svg, alt: A ring%s}}"
EASY = "easy_read:\n  - picture: ring\n    text: Come in.\n"
SECTION = "heading: First\npicture: ring\n"


def said_around(folder: Path, edition: str) -> str:
    return " | ".join(entry.text for entry in furniture_of(document_of(folder, edition)))


def test_of_pictures_without_a_credit_nothing_is_said(tmp_path: Path) -> None:
    text = f"{SECTION}body: Words.\n{EASY}"
    bare = written(tmp_path / "bare", GUIDE % "", first=text)
    assert "pictures" not in said_around(bare, "standard")
    told = written(tmp_path / "told", GUIDE % ", credit: Drawn by Ann", first=text)
    assert "Who made the pictures | Drawn by Ann." in said_around(told, "standard")


def test_a_list_of_credits_that_is_empty_has_no_heading_either(tmp_path: Path) -> None:
    body = "body: |\n  Words.\n\n  ::: credits\n  :::\n"
    bare = written(tmp_path, GUIDE % "", first=f"{SECTION}{body}{EASY}")
    assert "Who made the pictures" not in said_around(bare, "standard")


def test_easy_read_is_a_short_version_only_of_a_longer_text(tmp_path: Path) -> None:
    alone = written(tmp_path / "alone", GUIDE % "", first=f"{SECTION}{EASY}")
    assert "short version" not in said_around(alone, "easy-read")
    both = written(tmp_path / "both", GUIDE % "", first=f"{SECTION}body: Words.\n{EASY}")
    assert "This is a short version of “T”." in said_around(both, "easy-read")


def test_a_number_is_called_ours_only_where_the_publisher_is_meant(tmp_path: Path) -> None:
    contacts = "\ncontacts: {line: {name: The helpline, phone: 01632 960999}}"
    rows = f"{EASY}  - contact: line\n"
    here = written(tmp_path, GUIDE % "" + contacts, first=f"{SECTION}{rows}")
    said = [entry.text for entry in outline_of(document_of(here, "easy-read"))]
    assert "You can phone the helpline on 01632 960999." in [
        one.replace("\u00a0", " ") for one in said
    ]
