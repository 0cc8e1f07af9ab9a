"""The brand editor: kept by place, judged in numbers, with a logo that is only a picture."""

from __future__ import annotations

import io
import threading
import time
from pathlib import Path

import pytest
from PIL import Image
from starlette.testclient import TestClient

from exporter.brand import contrast
from exporter.saving import NotSaved
from exporter.studio.deliver import brand_text
from exporter.studio.deliver.brand_desk import BrandDesk, Refused
from exporter.studio.deliver.contrast import judged
from exporter.studio.desk import Desk
from exporter.studio.pages.brands import fine, sentence
from exporter.studio.view import Unknown
from exporter.styles.brands import load_brand
from tests.conftest import ROOT
from tests.studio.conftest import NAME

BRAND = """# Ours. Do not change the blue.
publisher: Mill Lane Friends
contact:
  - {phone: 01632 960001}   # rings on Mondays
  - {email: us@mill.example, web: "https://mill.example"}
  - post: |
      3 Mill Lane
      Riverside
colours: {accent: "#0f5c63", second: "#c9862b"}
"""
SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 60"><path d="M0 0h300v60H0z"/></svg>'
)


def png(width: int = 900, height: int = 180) -> bytes:
    into = io.BytesIO()
    picture = Image.new("RGB", (width, height), "navy")
    exif = picture.getexif()
    exif[0x9286] = "taken by somebody"
    picture.save(into, "PNG", exif=exif)
    return into.getvalue()


@pytest.fixture
def brands(desk: Desk) -> BrandDesk:
    folder = desk.sources.parent / "styles/brands"
    (folder / "mill.yaml").write_text(BRAND, "utf-8")
    return BrandDesk(desk)


def on_disk(desk: Desk, name: str = "mill") -> str:
    return (desk.sources.parent / f"styles/brands/{name}.yaml").read_text("utf-8")


# ---- fields ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wanted", "old", "new"),
    [
        ({"publisher": "Mill Lane: Friends"}, "Mill Lane Friends", "'Mill Lane: Friends'"),
        ({"colours.accent": "#1d4f91"}, '"#0f5c63"', "'#1d4f91'"),
        ({"colours.second": ""}, ', second: "#c9862b"', ""),
        ({"contact.0.phone": "01632 960002"}, "960001", "960002"),
        ({"contact.0.phone": ""}, "  - {phone: 01632 960001}   # rings on Mondays\n", ""),
        ({"contact.1.email": ""}, "email: us@mill.example, ", ""),
        ({"cover_line": "For all."}, '"#c9862b"}\n', '"#c9862b"}\ncover_line: For all.\n'),
        ({"publisher": "Mill Lane Friends", "contact.2.post": "3 Mill Lane Riverside"}, "", ""),
        ({"contact.new.name": "Sam"}, "      Riverside\n", "      Riverside\n  - name: Sam\n"),
    ],
)
def test_only_what_was_changed_is_typed_anew(
    desk: Desk, brands: BrandDesk, wanted: dict[str, str], old: str, new: str
) -> None:
    brands.save("mill", wanted)
    assert on_disk(desk) == (BRAND.replace(old, new, 1) if old else BRAND)
    brands.own("mill").undo() if old else None
    assert on_disk(desk) == BRAND


def test_every_field_of_a_brand_to_fill_in_can_be_filled_and_emptied(
    desk: Desk, brands: BrandDesk
) -> None:
    name = brands.begin("Café Zoë & Friends")
    assert name == "cafe-zoe-friends"
    assert brands.begin("Café Zoë & Friends") == "cafe-zoe-friends-2"
    begun = on_disk(desk, name)
    words = {
        "contact.new.phone": "01632 960001", "contact.new.email": "us@zoe.example",
        "contact.new.post": "3 Mill Lane", "cover_line": "Come in.", "legal_line": "Charity: 12",
        "colours.accent": "#112233",
    }  # fmt: skip
    brands.save(name, words)
    brand = load_brand(name, desk.styles)
    assert brand.publisher == "Café Zoë & Friends"
    assert [one.words for one in brand.contact] == [
        "01632 960001", "us@zoe.example", "3 Mill Lane",
    ]  # fmt: skip
    assert (brand.accent, brand.cover_line) == ("#112233", "Come in.")
    empty = {f"contact.{at}.{kind}": "" for at, kind in enumerate(("phone", "email", "post"))}
    brands.save(name, {**empty, "cover_line": "", "legal_line": "", "colours.accent": "#0f5c63"})
    left = [one.rstrip() for one in on_disk(desk, name).splitlines()]
    assert [one.replace("'#0f5c63'", '"#0f5c63"') for one in left] == begun.splitlines()


@pytest.mark.parametrize(
    ("wanted", "why"),
    [
        ({"colours.accent": "teal"}, "teal"),
        ({"contact.0.phone": "abc"}, "is no phone number"),
        ({"contact.new.name": "x", "contact.1.web": "a mill"}, "is no web address"),
    ],
)
def test_a_brand_that_would_be_wrong_is_not_kept_and_the_reader_says_why(
    desk: Desk, brands: BrandDesk, browser: TestClient, wanted: dict[str, str], why: str
) -> None:
    with pytest.raises(Refused, match=why):
        brands.save("mill", wanted)
    answer = browser.post("/brands/mill/save", data=wanted)
    assert answer.status_code == 400
    assert why in answer.text
    assert next(iter(wanted.values())) in answer.text
    assert on_disk(desk) == BRAND
    assert [one.name for one in (desk.sources.parent / "styles/brands").glob(".*")] == []


def test_what_is_wrong_already_stops_nobody_who_mends_something_else(
    desk: Desk, brands: BrandDesk
) -> None:
    file = desk.sources.parent / "styles/brands/mill.yaml"
    file.write_text(BRAND.replace("01632 960001", "abc").replace("#0f5c63", "#0f5c6"), "utf-8")
    brands.save("mill", {"colours.accent": "#0f5c63"})
    assert [one.message for one in brands.shown("mill").faults] == ["“abc” is no phone number."]


def test_a_brand_that_came_with_the_program_is_copied_before_it_is_changed(
    desk: Desk, brands: BrandDesk, browser: TestClient
) -> None:
    assert "Copy it" in browser.get("/brands/riverside").text
    with pytest.raises(Unknown):
        brands.save("riverside", {"cover_line": "x"})
    assert browser.post("/brands/riverside/own").status_code == 303
    assert on_disk(desk, "riverside") == (ROOT / "styles/brands/riverside.yaml").read_text("utf-8")
    brands.save("riverside", {"cover_line": "x"})
    brand = load_brand("riverside", desk.styles)
    assert brand.cover_line == "x"
    assert brand.logo is not None
    assert not brand.packaged


# ---- contrast ----------------------------------------------------------------------------------


def test_contrast_is_told_in_numbers_and_in_words() -> None:
    standard, large, ornaments = judged("#767676", "#cccccc")
    assert (standard.ratio, standard.passes) == (4.5, True)
    assert (large.ratio, large.passes) == (4.5, False)
    assert contrast(large.nearest, "#ffffff") >= 7
    assert large.nearest in sentence(large)
    assert "4.5 to 1 on white. Standard print asks 4.5 to 1 (WCAG 1.4.3). That is enough." in (
        sentence(standard)
    )
    assert (ornaments.ratio, fine(ornaments)) == (1.6, True)
    assert "WCAG 1.4.11" in sentence(ornaments)


def test_what_is_told_as_a_number_is_never_more_than_it_is() -> None:
    (standard, *_) = judged("#777777", "#777777")
    assert contrast("#777777", "#ffffff") < 4.5
    assert standard.ratio < 4.5
    assert not standard.passes


def test_of_what_is_no_colour_nothing_is_told(browser: TestClient) -> None:
    assert judged("#12", "red") == ()
    answer = browser.get("/brands/contrast", params={"accent": "#0f5c63", "second": "<b>"})
    assert [one["fine"] for one in answer.json()["lines"]] == [True, True]


def test_the_cover_follows_what_is_typed(browser: TestClient, brands: BrandDesk) -> None:
    where = f"/brands/mill/cover/standard?document={NAME}"
    kept = browser.get(where)
    assert "Mill Lane Friends" in kept.text
    typed = browser.get(f"{where}&publisher=Another&colours.accent=%23123456&colours.second=x")
    assert "Another" in typed.text
    assert "#123456" in typed.text
    assert "#123456" not in kept.text
    assert typed.headers["content-security-policy"].startswith("sandbox; default-src 'none'")
    assert browser.get("/brands/mill/cover/nothing?document=club").status_code == 404
    assert browser.get("/brands/mill/cover/standard?document=nothing").status_code == 404


# ---- the logo ----------------------------------------------------------------------------------


@pytest.mark.parametrize(("data", "suffix"), [(SVG, "svg"), (png(), "png")])
def test_a_logo_is_kept_as_a_picture_and_nothing_else(
    desk: Desk, brands: BrandDesk, browser: TestClient, data: bytes, suffix: str
) -> None:
    folder = desk.sources.parent / "styles/brands"
    (folder / f"mill.{suffix}").write_bytes(b"somebody's")
    sent = {"data": {"alt": "Mill"}, "files": {"file": ("../../x.exe", data)}}
    assert browser.post("/brands/mill/logo", **sent).status_code == 303
    assert (folder / f"mill.{suffix}").read_bytes() == b"somebody's"
    kept = (folder / f"mill-2.{suffix}").read_bytes()
    assert b"taken by" not in kept
    assert on_disk(desk).replace(f"logo:\n  file: mill-2.{suffix}\n  alt: Mill\n", "") == BRAND
    assert browser.get("/brands/mill/logo").headers["content-disposition"] == "attachment"
    assert 'alt="Mill"' in browser.get("/brands/mill").text
    browser.post("/brands/mill/logo-out")
    assert on_disk(desk) == BRAND


def test_what_readers_would_not_see_of_a_logo_is_told(
    browser: TestClient, brands: BrandDesk
) -> None:
    white = SVG.replace(b"<path ", b'<path fill="white" ')
    browser.post("/brands/mill/logo", data={"alt": "Mill"}, files={"file": ("a.svg", white)})
    assert "The logo cannot be seen on white paper." in browser.get("/brands/mill").text


@pytest.mark.parametrize(
    ("data", "alt", "why"),
    [
        (SVG, " ", "say what stands in the logo"),
        (b"", "Mill", "logo"),
        (b"GIF89a" + b"\0" * 50, "Mill", "damaged"),
        (b"%PDF-1.7", "Mill", "logo"),
        (SVG.replace(b"<path", b"<script>alert(1)</script><path"), "Mill", "script"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 100, "Mill", "damaged"),
        (b"x" * 2_000_001, "Mill", "too large"),
    ],
)
def test_what_is_no_logo_is_refused_and_nothing_is_written(
    desk: Desk, brands: BrandDesk, browser: TestClient, data: bytes, alt: str, why: str
) -> None:
    folder = desk.sources.parent / "styles/brands"
    before = {one.name: one.read_bytes() for one in folder.iterdir()}
    answer = browser.post("/brands/mill/logo", data={"alt": alt}, files={"file": ("a.svg", data)})
    assert answer.status_code == 400
    assert why in answer.text
    assert {one.name: one.read_bytes() for one in folder.iterdir()} == before


@pytest.mark.parametrize("name", ["..", "../club", ".hidden", "a/b", "house\0", "ä", "nothing"])
def test_only_the_name_of_a_brand_opens_one(
    browser: TestClient, brands: BrandDesk, name: str
) -> None:
    for act in (brands.shown, brands.own, brands.logo):
        with pytest.raises(Unknown):
            act(name)
    with pytest.raises(Unknown):
        brands.save(name, {"publisher": "x"})


def test_brands_that_lie_elsewhere_are_left_alone(desk: Desk, tmp_path: Path) -> None:
    folder = desk.sources.parent / "styles/brands"
    outside = tmp_path / "outside.yaml"
    outside.write_text(BRAND, "utf-8")
    (folder / "far.yaml").symlink_to(outside)
    with pytest.raises(NotSaved, match="leads to another place"):
        BrandDesk(desk).save("far", {"publisher": "x"})
    assert outside.read_text("utf-8") == BRAND


def test_the_fields_of_a_file_that_is_no_brand_are_refused() -> None:
    with pytest.raises(NotSaved):
        brand_text.with_fields("a: [", {"publisher": "x"})


def test_what_cannot_be_done_with_a_brand_is_told_as_a_failure_on_its_page(
    browser: TestClient, brands: BrandDesk
) -> None:
    for asked, shown in (("/brands/new", "/brands"), ("/brands/mill/undo", "/brands/mill")):
        there = browser.post(asked, data={"publisher": " "}).headers["location"]
        assert there.startswith(f"{shown}?said=")
        assert '<div class="notice wrong">' in browser.get(there).text
    assert '<div class="notice">' in browser.get("/brands/mill?said=The+brand+is+kept.").text


def test_of_two_changes_at_once_none_is_lost(desk: Desk, brands: BrandDesk) -> None:
    begun = threading.Event()

    def first(text: str) -> str:
        begun.set()
        time.sleep(0.2)  # the other one comes meanwhile
        return f"{text}cover_line: For all.\n"

    thread = threading.Thread(target=lambda: brands.own("mill").change(first))
    thread.start()
    begun.wait()
    brands.own("mill").change(lambda text: f"{text}legal_line: Charity 12\n")
    thread.join()
    assert on_disk(desk) == f"{BRAND}cover_line: For all.\nlegal_line: Charity 12\n"
