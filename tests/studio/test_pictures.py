"""Another picture: from a bank or from a file, with its words, and as one step that can go back."""

from __future__ import annotations

import io
from pathlib import Path
from urllib.parse import unquote_plus

import pytest
from lxml import html
from PIL import Image
from starlette.testclient import TestClient

from exporter.saving import NotSaved
from exporter.studio.desk import Desk
from exporter.studio.forms import Part, part_of
from exporter.studio.matching import judged, suggestions
from exporter.studio.pages.field import Shown
from exporter.studio.pictures.taking import Taken, Wanted, bring_in, take
from exporter.studio.view import Unknown
from tests.studio.conftest import FILE, NAME

ROW = Wanted(FILE, "easy_read.0.picture", "A meeting in a hall")
SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 30">'
    b"<metadata>made by somebody</metadata>"
    b'<path d="M0 0h30v30H0z"/></svg>'
)


def jpeg() -> bytes:
    """A photograph that says where it was taken, of a camera that was held upright."""
    into = io.BytesIO()
    picture = Image.new("RGB", (60, 30), "green")
    exif = picture.getexif()
    exif[0x0112] = 6
    exif[0x010E] = "at somebody's home"
    picture.save(into, "JPEG", exif=exif)
    return into.getvalue()


def folder_of(desk: Desk) -> dict[str, bytes]:
    folder = desk.sources / NAME
    return {
        one.relative_to(folder).as_posix(): one.read_bytes()
        for one in folder.rglob("*")
        if one.is_file()
    }


def new_lines(before: bytes, after: bytes) -> list[str]:
    old = before.decode().splitlines()
    return [one for one in after.decode().splitlines() if one not in old]


@pytest.mark.parametrize(
    ("kind", "more", "told"),
    [("GIF", "frames", "its first frame is shown"), ("TIFF", "pages", "the first is shown")],
)
def test_of_a_picture_that_moves_or_has_pages_the_first_is_kept_and_that_is_said(
    desk: Desk, browser: TestClient, kind: str, more: str, told: str
) -> None:
    stream = io.BytesIO()
    frames = [Image.new("RGB", (30, 20), colour) for colour in ("red", "green")]
    frames[0].save(stream, kind, save_all=True, append_images=frames[1:])
    assert bring_in(desk, NAME, "a.bin", stream.getvalue(), ROW) == Taken("a", more)
    assert folder_of(desk)["pictures/a.png"].startswith(b"\x89PNG")
    address, form = f"/d/{NAME}/bring-picture", {"alt": "A hall"}
    answer = browser.post(address, data=form, files={"file": ("b.webp", stream.getvalue())})
    assert (answer.status_code, told in unquote_plus(answer.headers["location"])) == (303, True)


@pytest.mark.parametrize(("data", "suffix"), [(SVG, "svg"), (jpeg(), "jpg")])
def test_a_picture_that_is_brought_in_stands_in_the_document_and_in_its_row(
    desk: Desk, data: bytes, suffix: str
) -> None:
    before = folder_of(desk)
    assert bring_in(desk, NAME, "C:\\Users\\x\\Our Hall (1).JPG", data, ROW) == Taken("our-hall-1")
    after = folder_of(desk)
    kept = after.pop(f"pictures/our-hall-1.{suffix}")
    assert b"somebody" not in kept
    assert after.keys() == before.keys()
    assert new_lines(before["document.yaml"], after["document.yaml"]) == [
        "  our-hall-1:", f"    file: pictures/our-hall-1.{suffix}", "    alt: A meeting in a hall",
    ]  # fmt: skip
    assert len(new_lines(before[FILE], after[FILE])) == 1
    source = desk.view(NAME).loaded.source  # type: ignore[union-attr]
    picture = next(one.picture for one in source.pictures if one.picture.name == "our-hall-1")
    assert picture.alt == "A meeting in a hall"
    assert (picture.width > picture.height) is False
    desk.undo(NAME)
    assert {**folder_of(desk)}["document.yaml"] == before["document.yaml"]
    assert folder_of(desk)[FILE] == before[FILE]


def test_nothing_is_written_over(desk: Desk) -> None:
    before = folder_of(desk)
    for _ in range(2):
        bring_in(desk, NAME, "clock.svg", SVG, Wanted(alt="A clock on a wall"))
    after = folder_of(desk)
    assert after["pictures/clock.svg"] == before["pictures/clock.svg"]
    assert {"pictures/clock-2.svg", "pictures/clock-3.svg"} <= after.keys()
    names = [line.strip() for line in new_lines(before["document.yaml"], after["document.yaml"])]
    assert names[0] == "clock-2:"
    assert "file: pictures/clock-3.svg" in names


def test_a_picture_of_a_bank_stands_in_the_row_with_its_words(
    browser: TestClient, desk: Desk
) -> None:
    place = {"file": FILE, "field": "easy_read.0.picture"}
    page = browser.get(f"/d/{NAME}/find", params={**place, "words": "meeting"}).text
    assert "We are a group of neighbours." in page
    assert "data:image/svg+xml;base64," in page
    assert "Two people with speech bubbles" in page
    before = folder_of(desk)
    sent = {
        **place,
        "words": "meeting",
        "key": "OpenMoji/meeting/E246",
        "alt": "Two neighbours talk",
    }
    answer = browser.post(f"/d/{NAME}/take-picture", data=sent)
    assert answer.headers["location"].startswith(f"/d/{NAME}/s/welcome?said=")
    assert answer.headers["location"].endswith("#easy_read.0")
    after = folder_of(desk)
    assert new_lines(before["document.yaml"], after["document.yaml"]) == [
        "  meeting:", "    symbol: E246", "    alt: Two neighbours talk",
    ]  # fmt: skip
    assert "picture: meeting" in after[FILE].decode()


def rows_of(*rows: str) -> Part:
    listed = "".join(f"  - picture: clock\n    text: {one}\n" for one in rows)
    return part_of(f"heading: Welcome\neasy_read:\n{listed}")


def offered_for(desk: Desk, *rows: str, own: dict[str, str] | None = None) -> list[list[str]]:
    pictures = tuple(Shown(one, alt) for one, alt in OF_THE_DOCUMENT.items())
    found = suggestions(rows_of(*rows), pictures, judged(desk.styles), own)
    return [
        [one.name if isinstance(one, Shown) else one.picture.drawing for one in fits]
        for fits in found.values()
    ]


OF_THE_DOCUMENT = {"phone": "A telephone", "clock": "A clock", "start": "Two people wave"}


def test_the_banks_suggest_a_picture_by_a_name_that_stands_whole_in_the_row(desk: Desk) -> None:
    rows = ("You can talk to a carer.", "Your care plan is a plan.", "It is a blue plank.",
            "Look at the clock.", "You can phone us about the contract.")  # fmt: skip
    carer, plan, plank, clock, phone = offered_for(desk, *rows)
    assert {"carer", "two-people-talk"} <= set(carer)
    assert plan[0] == "plan"  # “care plan”: two words before one
    assert plank == []
    assert "clock" not in clock  # the row has it
    assert phone[0] == "phone"  # the document's own before those of a bank
    assert "agree" in phone
    assert all(len(one) <= 3 for one in (carer, plan, phone))


def test_a_drawing_that_the_document_has_is_suggested_as_its_own(desk: Desk) -> None:
    ((first, *_),) = offered_for(desk, "We sign a contract.")
    assert first == "agree"
    ((first, *others),) = offered_for(desk, "We sign a contract.", own={"drawing: agree": "start"})
    assert first == "start"
    assert "agree" not in others


def test_only_what_was_judged_and_described_can_be_taken_at_once(desk: Desk) -> None:
    bank = desk.sources.parent / "our-bank"
    bank.mkdir()
    (bank / "hall.svg").write_bytes(SVG)
    (bank / "shed.svg").write_bytes(SVG)
    index = "concept,file,alt,consent\nhall,hall.svg,A hall,yes\nshed,shed.svg,A shed,no\n"
    (bank / "index.csv").write_text(f"{index}bare,hall.svg,,yes\n", "utf-8")
    (desk.sources.parent / "styles/banks.yaml").write_text("- folder: ../our-bank\n", "utf-8")
    every = judged(desk.styles)
    assert [one.concept for one in every if one.bank == "our-bank"] == ["hall"]
    assert not any(one.code for one in every)


def test_a_suggestion_of_a_bank_is_one_press(browser: TestClient, desk: Desk) -> None:
    words = "You can vote by hand."
    desk.put(NAME, FILE, "easy_read.0.text", words, None)
    page = html.document_fromstring(browser.get(f"/d/{NAME}/s/welcome").content)
    (button,) = page.xpath("//button[contains(@aria-label, 'Everyone helps to decide')]")
    assert button.xpath("img/@src")[0].startswith("data:image/svg+xml;base64,")
    (form,) = button.xpath("ancestor::form")
    before = folder_of(desk)
    sent = {one.get("name"): one.get("value") for one in form.xpath("input")}
    answer = browser.post(form.get("action"), data=sent)
    assert answer.headers["location"].endswith("#easy_read.0")
    after = folder_of(desk)
    assert new_lines(before["document.yaml"], after["document.yaml"]) == [
        "  everyone-decides:", "    drawing: everyone-decides",
        "    alt: Five people raise a hand. Everyone helps to decide.",
    ]  # fmt: skip
    assert "- picture: everyone-decides\n    text: You can vote" in after[FILE].decode()
    desk.undo(NAME)
    assert folder_of(desk) == before


def test_a_picture_of_any_kind_is_offered_and_what_is_none_stops_no_page(
    browser: TestClient, desk: Desk
) -> None:
    bank = desk.sources.parent / "our-bank"
    bank.mkdir()
    rows = "concept,file,alt,consent\n"
    for end in ("svg", "JPG", "webp", "tif", "txt"):
        (bank / f"tent.{end}").write_bytes(SVG)
        rows += f"tent,tent.{end},A tent of {end},yes\n"
    (bank / "index.csv").write_text(rows, "utf-8")
    (desk.sources.parent / "styles/banks.yaml").write_text("- folder: ../our-bank\n", "utf-8")
    asked = {"file": FILE, "field": "easy_read.0.picture", "words": "tent"}
    page = html.document_fromstring(browser.get(f"/d/{NAME}/find", params=asked).content)
    kinds = [
        one.partition(";")[0] for one in page.xpath("//img[starts-with(@alt, 'A tent of')]/@src")
    ]
    assert kinds == [f"data:image/{one}" for one in ("svg+xml", "jpeg", "webp", "tiff")]


def test_a_bank_that_is_not_right_stops_no_page(browser: TestClient, desk: Desk) -> None:
    (desk.sources.parent / "styles/banks.yaml").write_text("- folder: ../nowhere\n", "utf-8")
    assert browser.get(f"/d/{NAME}/s/welcome").status_code == 200


def test_a_picture_of_a_folder_of_pictures_is_copied_with_what_is_said_of_it(desk: Desk) -> None:
    bank = desk.sources.parent / "our-bank"
    bank.mkdir()
    (bank / "hall.svg").write_bytes(SVG)
    (bank / "index.csv").write_text("concept,file,words,credit\nhall,hall.svg,hall,Ann\n", "utf-8")
    (desk.sources.parent / "styles/banks.yaml").write_text("- folder: ../our-bank\n", "utf-8")
    assert take(desk, NAME, "hall", "our-bank/hall", Wanted(alt="A hall")) == Taken("hall")
    text = desk.text(NAME, "document.yaml")
    assert "  hall:\n    file: pictures/hall.svg\n    alt: A hall\n    credit: Ann\n" in text
    assert b"<path" in folder_of(desk)["pictures/hall.svg"]


@pytest.mark.parametrize(
    "wanted",
    [Wanted(), Wanted(alt="  "), Wanted(alt="A hall", decorative=True)],
)
def test_words_or_that_it_adds_nothing_are_asked_at_once(
    browser: TestClient, desk: Desk, wanted: Wanted
) -> None:
    before = folder_of(desk)
    with pytest.raises(ValueError, match="One of the two"):
        bring_in(desk, NAME, "a.svg", SVG, wanted)
    sent = {"alt": wanted.alt, **({"decorative": "yes"} if wanted.decorative else {})}
    answer = browser.post(f"/d/{NAME}/bring-picture", data=sent, files={"file": ("a.svg", SVG)})
    assert answer.status_code == 400
    assert "One of the two" in answer.text
    assert folder_of(desk) == before


def test_a_picture_that_adds_nothing_says_so(desk: Desk) -> None:
    bring_in(desk, NAME, "line.svg", SVG, Wanted(decorative=True))
    text = desk.text(NAME, "document.yaml")
    assert "  line:\n    file: pictures/line.svg\n    decorative: true\n" in text


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "PNG, JPEG or SVG|damaged"),
        (b"GIF89a" + b"\0" * 60, "damaged"),
        (b"<html><script>alert(1)</script></html>", "damaged|SVG"),
        (SVG.replace(b"<path", b"<script>alert(1)</script><path"), "script"),
        (
            SVG.replace(b"<path", b'<image href="file:///etc/passwd"/><path'),
            "holds a photo",
        ),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 100, "damaged"),
        (b"PK\x03\x04" + b"\0" * 60, "this one is a document"),
        (SVG.ljust(1_000_001), "larger than 1 MB"),
        (b'<!DOCTYPE x [<!ENTITY a "b">]><svg>&a;</svg>', "DTD|declaration|DOCTYPE|entit"),
    ],
)
def test_what_is_no_picture_is_refused_whatever_its_name_says(
    browser: TestClient, desk: Desk, data: bytes, why: str
) -> None:
    before = folder_of(desk)
    with pytest.raises(ValueError, match=why):
        bring_in(desk, NAME, "photo.png", data, ROW)
    sent = {"data": {"alt": "A"}, "files": {"file": ("photo.svg", data, "image/svg+xml")}}
    assert browser.post(f"/d/{NAME}/bring-picture", **sent).status_code == 400
    assert folder_of(desk) == before


def test_where_the_document_would_not_load_the_file_goes_too(desk: Desk) -> None:
    before = folder_of(desk)
    with pytest.raises((NotSaved, Unknown)):
        bring_in(desk, NAME, "a.svg", SVG, Wanted(FILE, "easy_read.0.picture.x.picture", "A hall"))
    for alt in ("IMG_2041.jpg", "Picture"):
        with pytest.raises(ValueError, match="does not say what the picture shows"):
            bring_in(desk, NAME, "a.svg", SVG, Wanted(alt=alt))
    assert folder_of(desk) == before


def test_what_stops_a_picture_is_told_and_not_that_nothing_shows_it_yet(desk: Desk) -> None:
    with pytest.raises(NotSaved, match="is plain text, but there is a mark: “<b>”"):
        bring_in(desk, NAME, "a.svg", SVG, Wanted(alt="A <b>hall</b>"))


@pytest.mark.parametrize(
    ("file", "field"),
    [
        ("../x.yaml", "easy_read.0.picture"),
        ("document.yaml", "title"),
        (FILE, "heading"),
        (FILE, "easy_read.0.text"),
        ("sections/nothing.yaml", "easy_read.0.picture"),
    ],
)
def test_a_form_puts_a_picture_only_where_one_can_be(
    browser: TestClient, desk: Desk, file: str, field: str
) -> None:
    before = folder_of(desk)
    sent = {"file": file, "field": field, "alt": "A hall"}
    answer = browser.post(f"/d/{NAME}/bring-picture", data=sent, files={"file": ("a.svg", SVG)})
    after = folder_of(desk)
    if answer.status_code == 303:
        assert answer.headers["location"].startswith(f"/d/{NAME}/pictures")
    changed = {one for one in before if after[one] != before[one]}
    assert changed <= {"document.yaml"}


def test_a_picture_that_was_not_offered_cannot_be_taken(desk: Desk, tmp_path: Path) -> None:
    before = folder_of(desk)
    for key in ("", "OpenMoji/meeting", "OpenMoji/meeting/../../x", str(tmp_path)):
        with pytest.raises(ValueError, match="not found any more"):
            take(desk, NAME, "meeting", key, ROW)
    assert folder_of(desk) == before


def test_pictures_that_lie_elsewhere_are_left_alone(desk: Desk, tmp_path: Path) -> None:
    folder = desk.sources / NAME / "pictures"
    folder.rename(tmp_path / "elsewhere")
    folder.symlink_to(tmp_path / "elsewhere")
    there = sorted(one.name for one in (tmp_path / "elsewhere").iterdir())
    with pytest.raises(NotSaved, match="leads to another place"):
        bring_in(desk, NAME, "a.svg", SVG, Wanted(alt="A hall"))
    assert sorted(one.name for one in (tmp_path / "elsewhere").iterdir()) == there
