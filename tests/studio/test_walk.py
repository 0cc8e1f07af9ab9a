"""One walk through all of the studio in a real browser, by keyboard: from a Word file to packs.

Every field and button is reached with Tab, and worked with keys. Then the same sources build the
same bytes on the command line.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, Locator, Page

from exporter.cli import main
from exporter.starter import brand_of_house
from tests.conftest import ROOT
from tests.studio.conftest import running
from tests.studio.test_browser import chromium, opened, windows_are_closed

__all__ = ["chromium", "windows_are_closed"]  # fixtures

WORD = ROOT / "tests/unit/importing/files/twenty-four-features.docx"
PATIENCE = 60_000
"""Milliseconds that a busy machine may take to make files."""
_BEFORE = """(wanted) => {
    const stops = [...document.querySelectorAll(
        'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]'
    )].filter((one) => one.checkVisibility() && !one.disabled && one.tabIndex >= 0);
    stops[stops.indexOf(wanted) - 1].focus();
}"""
"""Goes to the stop before the one that is wanted, if that is a stop at all."""


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


# ---- with keys only ------------------------------------------------------------------------------


def reached(page: Page, wanted: Locator) -> None:
    """Tab leads from the stop before to this one."""
    wanted.evaluate(_BEFORE)
    page.keyboard.press("Tab")
    assert wanted.evaluate("(one) => one === document.activeElement"), wanted


def follow(page: Page, name: str | re.Pattern[str]) -> None:
    exact = isinstance(name, str)
    entered(page, page.get_by_role("link", name=name, exact=exact).first)


def press(page: Page, name: str | re.Pattern[str]) -> None:
    exact = isinstance(name, str)
    entered(page, page.get_by_role("button", name=name, exact=exact).first)


def entered(page: Page, wanted: Locator) -> None:
    """Enter on a link or a button, and the page to which it leads."""
    reached(page, wanted)
    with page.expect_navigation(timeout=PATIENCE):
        page.keyboard.press("Enter")


def opened_up(page: Page, within: Locator) -> None:
    """What is folded up in a part of a page, unfolded."""
    reached(page, within.locator("summary").first)
    page.keyboard.press("Enter")


def typed(page: Page, field: Locator, words: str) -> None:
    """Other words in a field."""
    reached(page, field)
    page.keyboard.press("Control+A")
    page.keyboard.type(words)


def says(page: Page, words: str) -> None:
    page.get_by_text(words).first.wait_for(timeout=PATIENCE)


def zipped(page: Page) -> dict[str, bytes]:
    """What is in the zip of a page."""
    reached(page, page.get_by_role("link", name="All files in one (zip)"))
    with page.expect_download() as coming:
        page.keyboard.press("Enter")
    data = Path(coming.value.path()).read_bytes()
    with zipfile.ZipFile(io.BytesIO(data)) as read:
        return {name: read.read(name) for name in read.namelist()}


# ---- the steps of the walk -----------------------------------------------------------------------


def bring_in(page: Page) -> None:
    """The Word file becomes a document; what it could not tell is written at once."""
    page.on("filechooser", lambda _: None)  # asked for in time: the window opens at once
    page.get_by_label("Your file").wait_for()
    reached(page, page.get_by_label("Your file"))
    with page.expect_file_chooser() as asked:
        page.keyboard.press("Enter")
    asked.value.set_files(WORD)
    press(page, "Bring it in")
    says(page, "What became of “twenty-four-features.docx”")
    says(page, "107 words were found: 107 are in the document, 0 are told below.")
    follow(page, "Go on to the document")
    follow(page, "Words for pictures")
    says(page, "One picture has no words yet.")
    typed(page, page.get_by_label("What does “image2” show?"), "A bed of beans.")
    follow(page, "Tztitle of the leaflet")


def mend_headings(page: Page) -> None:
    """Two of the part itself and of what the program took for one."""
    follow(page, "Tzheadone")
    headings = page.get_by_label("Heading", exact=True)
    typed(page, headings.nth(0), "Our garden")
    typed(page, headings.nth(1), "What we do")


def write_rows(page: Page) -> None:
    """Three rows, each with a picture: of a bank, of those that may fit, of the document."""
    easy = page.get_by_role("group", name="Easy read").first
    for words in ("You can meet people.", "You can phone us.", "You can come."):
        opened_up(page, easy.locator("details").last)
        typed(page, easy.get_by_label("Words of this row").last, words)
        reached(page, easy.get_by_label("Picture").last)
        page.keyboard.type("No picture")
        press_in(page, easy, "Add this row")
        says(page, "The row is there.")
    first, second, third = (easy.locator(".rows > li").nth(at) for at in range(3))
    reached(page, third.get_by_label("Picture", exact=True))
    page.keyboard.type("tzrowalt 1")
    entered(page, second.get_by_role("button", name=re.compile("^Use this picture: ")).first)
    entered(page, first.get_by_role("link", name="Another picture"))
    typed(page, page.get_by_label("What it should show, in a word or two"), "meeting")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    press(page, "Take it: round table")
    says(page, "is in the document")


def press_in(page: Page, within: Locator, name: str) -> None:
    entered(page, within.get_by_role("button", name=name, exact=True))


def see_three_previews(page: Page) -> None:
    """What was typed is in each edition, as its readers get it."""
    shown = page.locator("iframe[data-preview]")
    assert shown.count() == 3
    seen = {"standard": "What we do", "large-print": "What we do", "easy-read": "You can come."}
    for edition, words in seen.items():
        frame = page.frame_locator(f'iframe[data-preview$="/{edition}"]')
        frame.get_by_text(words).first.wait_for(timeout=PATIENCE)


def answer(page: Page) -> None:
    """Say why something is right as it is: then nobody asks again."""
    follow(page, "What is to do")
    asks = page.locator(".finding", has_text="The cover has no picture.")
    opened_up(page, asks)
    typed(page, asks.get_by_label("Why is it right?"), "It has one page.")
    press_in(page, asks, "Keep this answer")
    says(page, "Your answer is kept in the document.")
    told = page.locator(".finding.for-information", has_text="The cover has no picture.")
    assert "It has one page." in told.inner_text()
    assert asks.count() == 1


def record_review(page: Page) -> None:
    follow(page, "People and the easy read")
    press(page, "I have looked. It says what the text says.")
    says(page, "It is kept beside the document.")
    assert page.get_by_text("It says what the text says.", exact=True).count() >= 2
    typed(page, page.get_by_label("What the group calls itself"), "The Tuesday readers")
    reached(page, page.get_by_role("radio", name="Yes"))
    page.keyboard.press("Space")
    typed(page, page.get_by_label("What they said, one sentence a line"), "We like the beans.")
    typed(page, page.get_by_label("When (2026-11 or 2026-11-27)").last, "2026-11")
    press(page, "Keep this record")
    says(page, "These rows.")


def add_partner(page: Page, name: str, phone: str) -> None:
    follow(page, "Add a partner")
    typed(page, page.get_by_label("Name", exact=True), name)
    typed(page, page.get_by_label("Phone"), phone)
    press(page, "Keep")
    says(page, "It is in the plan.")


def pack_for_two_partners(page: Page) -> dict[str, bytes]:
    """The pack of the second."""
    follow(page, "Your documents")
    follow(page, "Partners")
    follow(page, "Change “For all partners”")
    typed(page, page.get_by_label("Formats"), "html")
    press(page, "Keep")
    add_partner(page, "Hill Surgery", "01632 960001")
    add_partner(page, "Brook Housing", "01632 960002")
    reached(page, page.get_by_label("Also documents that are drafts"))
    page.keyboard.press("Space")
    press(page, "Make the packs")
    says(page, "2 packs were made.")
    entered(page, page.get_by_role("link", name=re.compile("^See [0-9]+ files$")).last)
    says(page, "Pack of “Brook Housing”")
    return zipped(page)


def test_a_word_file_becomes_packs_for_two_partners(
    chromium: Browser,
    folder: Path,
    address: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = opened(chromium, address)
    bring_in(page)
    document = folder / "sources/twenty-four-features"
    file = document / "document.yaml"
    file.write_text(file.read_text("utf-8") + "formats: [html]\n", "utf-8")  # beside the studio
    mend_headings(page)
    write_rows(page)
    see_three_previews(page)
    follow(page, "Tztitle of the leaflet")
    answer(page)
    section = yaml.safe_load((document / "sections/tzheadone.yaml").read_text("utf-8"))
    assert section["heading"] == "Our garden"
    assert section["sections"][0]["heading"] == "What we do"
    assert [row["text"] for row in section["easy_read"]] == [
        "You can meet people.", "You can phone us.", "You can come.",
    ]  # fmt: skip
    assert [row["picture"] for row in section["easy_read"]][::2] == ["round-table", "tzrowalt-1"]
    assert section["easy_read"][1]["picture"] != "none"
    told = yaml.safe_load(file.read_text("utf-8"))
    assert told["pictures"]["image2"]["alt"] == "A bed of beans."
    answered = {"rule": "cover-picture-missing", "because": "It has one page."}
    assert answered in told["accept"]

    follow(page, "Tztitle of the leaflet")
    press(page, "Make the files")
    says(page, "were read back and say the same as the source.")
    first = zipped(page)
    monkeypatch.chdir(folder)
    main(["build", "--output", str(tmp_path / "again"), "--jobs", "1", document.name])
    pages = (tmp_path / "again" / document.name).glob("*.html")
    again = {one.name: one.read_bytes() for one in pages}
    assert {f"{document.name}-{one}.html" for one in ("standard", "large-print", "easy-read")} <= (
        again.keys()
    )
    assert {one: first.get(one) for one in again} == again

    follow(page, "Tztitle of the leaflet")
    record_review(page)
    review = yaml.safe_load((document / "review.yaml").read_text("utf-8"))
    assert "The Tuesday readers" in str(review)
    pack = pack_for_two_partners(page)
    easy = pack[f"{document.name}-easy-read.html"]
    assert b"Brook Housing" in easy
    assert b"Hill Surgery" not in easy
    assert b"You can meet people." in easy
