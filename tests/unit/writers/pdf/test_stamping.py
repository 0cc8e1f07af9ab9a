"""One template, many brands: what a brand changes, and what it never does."""

from __future__ import annotations

import pickle
import re
from dataclasses import replace

import pytest

from exporter.brand import Brand, ContactLine, DoesNotFit
from exporter.fonts import CannotSpell
from exporter.model import Picture
from exporter.writers import pdf_reportlab
from tests import build
from tests.unit.writers.pdf.reading import BRAND, File, theme

TEMPLATE = pdf_reportlab.compile(build.everything(), theme())
OTHER = Brand(
    name="riverside",
    publisher="Riverside Council",
    accent="#1d4f91",
    second="#7a8f2a",
    contact=(ContactLine("phone", "01632 960456", "tel:+441632960456"),),
    cover_line="For everyone in Riverside.",
    legal_line="Riverside Council gives you this guide.",
)


def stamped(brand: Brand) -> bytes:
    return pdf_reportlab.stamp(TEMPLATE, brand)


def test_a_brand_moves_no_line() -> None:
    one, other = File(stamped(BRAND)), File(stamped(OTHER))
    assert len(one.pdf.pages) == len(other.pdf.pages)
    for page in range(1, len(one.pdf.pages) - 1):
        assert one.code(page) == other.code(page)


def test_pages_name_the_brands_colours_and_hold_none() -> None:
    file = File(stamped(BRAND))
    neutral = {"0.122 0.161 0.2 rg", "0.29 0.329 0.369 rg", "0.604 0.639 0.671 rg"}
    for page in range(len(file.pdf.pages)):
        assert set(re.findall(r"[\d.]+ [\d.]+ [\d.]+ rg", file.code(page))) <= neutral
    assert "/BrandAccent cs 1 scn" in file.code(0)


def test_the_colours_are_two_objects() -> None:
    file = File(stamped(OTHER))
    spaces = file.pdf.pages[0]["/Resources"]["/ColorSpace"]
    accent = [float(channel) for channel in spaces["/BrandAccent"][3]["/C1"]]
    assert [round(channel * 255) for channel in accent] == [0x1D, 0x4F, 0x91]


def test_a_back_page_says_who_made_this_where_nobody_said_how_to_reach_them() -> None:
    file = File(stamped(replace(OTHER, contact=(), legal_line="")))
    last = file.pdf.pages[-1].extract_text()
    assert "Riverside Council" in last[last.index("Who made this") :]


def test_nothing_of_another_brand_is_left_in_a_file() -> None:
    stamped(BRAND)
    data = stamped(OTHER)
    file = File(data)
    assert b"River Trust" not in data
    assert "River Trust," not in file.tags.words
    assert file.tags.kids[0].words == "A small sample"


def test_the_publisher_is_on_the_cover_and_in_what_the_file_says_about_itself() -> None:
    file = File(stamped(OTHER))
    assert "Riverside Council" in [tag.words for tag in file.tags.kids[3].every("P")]
    assert file.pdf.metadata is not None
    assert file.pdf.metadata.author == "Riverside Council"
    assert file.pdf.xmp_metadata is not None
    assert list(file.pdf.xmp_metadata.dc_creator) == ["Riverside Council"]


def test_without_a_logo_there_is_no_figure_for_it() -> None:
    cover = File(stamped(OTHER)).tags.kids[3]
    assert cover.every("Figure") == []


def test_a_logo_is_told_in_words() -> None:
    (logo,) = File(stamped(BRAND)).tags.kids[3].every("Figure")
    assert logo.element["/Alt"] == "The River Trust, a river between two hills"


def test_a_logo_of_pixels_keeps_its_shape_inside_its_box() -> None:
    import io

    from PIL import Image

    buffer = io.BytesIO()
    Image.new("RGBA", (300, 60), (10, 20, 200, 128)).save(buffer, "PNG")
    logo = Picture(
        name="l", media="png", data=buffer.getvalue(), alt="Riverside", width=300, height=60
    )
    file = File(stamped(replace(OTHER, logo=logo)))
    ((width, height),) = re.findall(r"q ([\d.]+) 0 0 ([\d.]+) [\d. ]+ cm /Logo Do", file.code(0))
    assert float(width) / float(height) == pytest.approx(5, rel=0.01)
    assert float(width) <= 200
    image = file.pdf.pages[0]["/Resources"]["/XObject"]["/Logo"]
    assert "/SMask" in image


def test_a_brand_with_nothing_but_a_name_makes_a_whole_file() -> None:
    file = File(stamped(Brand(name="x", publisher="X", accent="#000000", second="#000000")))
    assert [tag.words for tag in file.tags.kids[3].every("P")][-1] == "X"


@pytest.mark.parametrize(
    ("slot", "brand"),
    [
        ("cover_line", replace(OTHER, cover_line="Words without end, " * 30)),
        ("legal_line", replace(OTHER, legal_line="Words without end, " * 60)),
        ("contact", replace(OTHER, contact=OTHER.contact * 20)),
        ("publisher", replace(OTHER, publisher="A publisher with a long name " * 8)),
    ],
)
def test_words_too_long_for_their_box_are_an_error_and_never_cut(slot: str, brand: Brand) -> None:
    with pytest.raises(DoesNotFit) as error:
        stamped(brand)
    assert error.value.slot == slot


def test_a_brand_may_use_the_latin_letters_of_europe_and_no_others() -> None:
    file = File(stamped(replace(OTHER, publisher="Łódź – Ålesund – Győr")))
    assert "Łódź – Ålesund – Győr" in [tag.words for tag in file.tags.kids[3].every("P")]
    with pytest.raises(CannotSpell):
        stamped(replace(OTHER, publisher="Москва"))


def test_stamping_twice_gives_the_same_bytes_and_leaves_the_template_alone() -> None:
    before = TEMPLATE.data
    assert stamped(BRAND) == stamped(BRAND)
    assert TEMPLATE.data == before
    assert stamped(BRAND).startswith(before)


def test_a_template_travels_between_processes() -> None:
    again = pickle.loads(pickle.dumps(TEMPLATE))
    assert pdf_reportlab.stamp(again, BRAND) == stamped(BRAND)


def test_two_brands_have_two_identities() -> None:
    one, other = (File(stamped(brand)).pdf.trailer["/ID"] for brand in (BRAND, OTHER))
    assert one[0] == other[0]
    assert one[1] != other[1]
