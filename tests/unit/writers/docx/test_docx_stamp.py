"""Stamping a brand changes few parts, and always gives the same bytes."""

from __future__ import annotations

import io
import pickle
import time
import zipfile
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporter import zip_file as archive
from exporter.brand import Brand, ContactLine
from exporter.outline import outline_of
from exporter.readback.docx import read_back
from exporter.writers import docx as writer
from tests import build
from tests.unit.writers.docx.opened import BRAND, Opened, theme, written

OTHER = Brand(name="other", publisher="Rivers & Sons <Ltd>", accent="#1d4f91", second="#7a8f2a")


def test_the_same_document_has_the_same_bytes() -> None:
    assert written(build.everything()) == written(build.everything())


def test_a_template_can_travel_between_processes() -> None:
    template = writer.compile(build.everything(), theme())
    assert writer.stamp(pickle.loads(pickle.dumps(template)), BRAND) == writer.stamp(
        template, BRAND
    )


def test_only_the_parts_that_hold_the_brand_are_written_anew() -> None:
    template = writer.compile(build.everything(), theme())
    one, other = (zipfile.ZipFile(io.BytesIO(writer.stamp(template, b))) for b in (BRAND, OTHER))
    shared = set(one.namelist()) & set(other.namelist())
    changed = {name for name in shared if one.read(name) != other.read(name)}
    assert changed == {
        "word/document.xml", "word/_rels/document.xml.rels", "word/styles.xml",
        "word/theme/theme1.xml", "docProps/core.xml", "customXml/item1.xml",
    }  # fmt: skip


def test_both_the_theme_and_the_styles_have_the_brands_colours() -> None:
    """Word shows the colour of the theme, LibreOffice the value in the styles."""
    opened = Opened(written(build.everything(), brand=OTHER))
    for part in ("word/theme/theme1.xml", "word/styles.xml"):
        assert "1D4F91" in opened.text(part)
        assert "@" not in opened.text(part)


def test_no_word_of_a_brand_is_read_as_the_documents() -> None:
    template = writer.compile(build.everything(), theme())
    for brand in (BRAND, OTHER):
        assert read_back(writer.stamp(template, brand)) == outline_of(build.everything())
    assert read_back(template.data) == outline_of(build.everything())


def test_what_a_brand_says_is_in_the_file() -> None:
    brand = replace(
        BRAND,
        publisher="Rivers & Sons <Ltd>",
        contact=(ContactLine("web", "a page", "https://a.example/?b=1&c=2"),),
    )
    opened = Opened(written(build.everything(), brand=brand))
    text = opened.text("word/document.xml")
    assert text.count("Rivers &amp; Sons &lt;Ltd&gt;") == 2
    assert "https://a.example/?b=1&amp;c=2" in opened.text("word/_rels/document.xml.rels")
    assert "Rivers &amp; Sons &lt;Ltd&gt;" in opened.text("docProps/core.xml")
    assert brand.cover_line in text
    assert brand.legal_line in text
    assert opened.archive.testzip() is None


@pytest.mark.parametrize("media", ["png", "jpeg"])
def test_a_logo_may_be_a_bitmap(media: str) -> None:
    logo = replace(build.picture(), media=media, data=b"bitmap")
    opened = Opened(written(build.easy(), brand=replace(BRAND, logo=logo)))
    assert opened.archive.read(f"word/media/logo.{media}") == b"bitmap"


def test_stamping_is_a_small_part_of_the_work_of_compiling() -> None:
    template = writer.compile(build.everything(), theme())
    writer.stamp(template, BRAND)
    compiling = _seconds(lambda: writer.compile(build.everything(), theme()))
    assert _seconds(lambda: writer.stamp(template, BRAND)) < compiling / 3  # about a twelfth


def _seconds(work: Callable[[], object]) -> float:
    """Of the processor, for ten times."""
    start = time.process_time()
    for _ in range(10):
        work()
    return time.process_time() - start


@given(st.lists(st.binary(max_size=400), max_size=6))
def test_segments_join_to_one_member_that_unpacks_to_all_of_them(pieces: list[bytes]) -> None:
    member = archive.joined("all.txt", map(archive.segment, pieces))
    with zipfile.ZipFile(io.BytesIO(archive.zipped([member]))) as made:
        assert made.testzip() is None
        assert made.read("all.txt") == b"".join(pieces)
