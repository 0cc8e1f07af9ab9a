"""One walk through all of the studio in a real browser, by keyboard: from a Word file to packs.

Then the same sources build the same bytes on the command line.
"""

from __future__ import annotations

import io
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from playwright.sync_api import Page

from exporter.starter import brand_of_house
from tests.studio.conftest import running
from tests.studio.test_browser import chromium, opened, windows_are_closed

__all__ = ["chromium", "windows_are_closed"]  # fixtures

PATIENCE = 60_000
"""Milliseconds that a busy machine may take to make files."""


def word_file(folder: Path) -> Path:
    """A letter as people type one: a title, two headings, a list."""
    made = docx.Document()
    made.add_heading("Our garden", 0)
    made.add_heading("What we do", 1)
    made.add_paragraph("We are neighbours. We meet in the garden each week.")
    made.add_paragraph("We plant flowers", style="List Bullet")
    made.add_paragraph("We drink tea", style="List Bullet")
    made.add_heading("How to come", 1)
    made.add_paragraph("Take the bus to the library. You do not have to book.")
    file = folder / "garden.docx"
    made.save(str(file))
    return file


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "ours"
    (folder / "sources").mkdir(parents=True)
    brand_of_house(folder, "Mill Lane Garden")
    return folder


@pytest.fixture
def address(folder: Path) -> Iterator[str]:
    with running(folder) as (_, address):
        yield address


def follow(page: Page, name: str) -> None:
    page.get_by_role("link", name=name, exact=True).first.press("Enter")
    page.wait_for_load_state()


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).first.press("Enter")
    page.wait_for_load_state()


def says(page: Page, words: str) -> None:
    page.get_by_text(words).first.wait_for(timeout=PATIENCE)


def zipped(page: Page) -> dict[str, bytes]:
    """What is in the zip of a page."""
    with page.expect_download() as coming:
        page.get_by_role("link", name="All files in one (zip)").press("Enter")
    data = Path(coming.value.path()).read_bytes()
    with zipfile.ZipFile(io.BytesIO(data)) as read:
        return {name: read.read(name) for name in read.namelist()}


def write(page: Page) -> None:
    """Mend a heading, and write a row of easy read with a picture of a bank."""
    follow(page, "What we do")
    heading = page.get_by_label("Heading", exact=True).first
    heading.fill("What we do together")
    page.get_by_text("Add a row").first.focus()
    page.keyboard.press("Enter")
    page.get_by_label("Words of this row").last.fill("We meet in the garden.")
    page.get_by_label("Picture").last.select_option("none")
    press(page, "Add this row")
    says(page, "The row is there.")
    follow(page, "Another picture")
    page.get_by_label("What it should show, in a word or two").fill("meeting")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Take it: round table").press("Enter")
    says(page, "is in the document")
    assert page.get_by_label("Picture", exact=True).nth(-2).input_value() == "round-table"
    easy = page.frame_locator('iframe[data-preview$="easy-read"]')
    easy.get_by_text("We meet in the garden.").first.wait_for()
    follow(page, "Our garden")


def make(page: Page) -> None:
    """Make every file, and wait until each was read back."""
    press(page, "Make the files")
    says(page, "were read back and say the same as the source.")


def ask_people(page: Page) -> None:
    follow(page, "People and the easy read")
    press(page, "I have looked. It says what the text says.")
    says(page, "It is kept beside the document.")
    page.get_by_label("What the group calls itself").fill("The Tuesday readers")
    page.get_by_label("What they said, one sentence a line").fill("We like the flowers.")
    page.get_by_label("When (2026-11 or 2026-11-27)").last.fill("2026-11")
    press(page, "Keep this record")
    says(page, "It is kept beside the document.")


def add_partner(page: Page, name: str, phone: str) -> None:
    follow(page, "Add a partner")
    page.get_by_label("Name", exact=True).fill(name)
    page.get_by_label("Formats").fill("html")
    page.get_by_label("Phone").fill(phone)
    press(page, "Keep")
    says(page, "It is in the plan.")


def built_by_the_command(folder: Path, output: Path) -> dict[str, bytes]:
    """What the same sources give on the command line: the files for readers."""
    command = [sys.executable, "-m", "exporter", "build", "--output", str(output), "garden"]
    subprocess.run(command, cwd=folder, check=False, capture_output=True)
    made = (output / "garden").iterdir()
    return {one.name: one.read_bytes() for one in made if one.suffix == ".html"}


def test_a_word_file_becomes_packs_for_two_partners(
    chromium: object, folder: Path, address: str, tmp_path: Path
) -> None:
    page = opened(chromium, address)  # type: ignore[arg-type]
    page.get_by_label("Your file").set_input_files(str(word_file(tmp_path)))
    press(page, "Bring it in")
    says(page, "What became of “garden.docx”")
    follow(page, "Go on to the document")
    file = folder / "sources/garden/document.yaml"
    file.write_text(file.read_text("utf-8") + "formats: [html]\n", "utf-8")

    write(page)
    typed = [one.read_text("utf-8") for one in (folder / "sources/garden/sections").iterdir()]
    assert sum("heading: What we do together\n" in one for one in typed) == 1
    make(page)
    first = zipped(page)
    again = built_by_the_command(folder, tmp_path / "again")
    assert {"garden-standard.html", "garden-easy-read.html"} <= again.keys()
    assert {one: first.get(one) for one in again} == again
    follow(page, "Our garden")
    ask_people(page)

    follow(page, "Your documents")
    follow(page, "Partners")
    add_partner(page, "Hill Surgery", "01632 960001")
    add_partner(page, "Brook Housing", "01632 960002")
    page.get_by_label("Also documents that are drafts").focus()
    page.keyboard.press("Space")
    press(page, "Make the packs")
    says(page, "2 packs were made.")
    page.get_by_role("link", name=re.compile("^See [0-9]+ files$")).last.press("Enter")
    says(page, "Pack of “Brook Housing”")
    pack = zipped(page)
    assert b"Brook Housing" in pack["garden-standard.html"]
    assert b"Hill Surgery" not in pack["garden-standard.html"]
