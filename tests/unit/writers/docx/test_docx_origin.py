"""Each Word file says where it comes from, so that it can come back with changes."""

from __future__ import annotations

import base64
import io
import json
import zipfile
import zlib
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from exporter.diagnostics import NOWHERE, Place
from exporter.furniture import furniture_of
from exporter.origin import NoOrigin, packed, unpacked
from exporter.outline import Entry, outline_of
from exporter.writers.docx.markup import legal
from exporter.writers.docx.origin import brand_slot
from tests import build
from tests.unit.writers.docx.opened import BRAND, written

HERE = Place("/home/somebody/guides/sample/document.yaml", 3)


def origin_in(data: bytes) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert "customXml/itemProps1.xml" in archive.namelist()
        related = archive.read("word/_rels/document.xml.rels").decode()
        assert 'Target="../customXml/item1.xml"' in related
        return etree.fromstring(archive.read("customXml/item1.xml"))


def test_it_says_of_which_document_edition_version_and_brand_it_is() -> None:
    brand = replace(BRAND, name="rivers & sons", publisher="Rivers <& Sons>")
    root = origin_in(written(build.everything(), brand=brand))
    assert dict(root.attrib) == {"document": "sample", "edition": "standard", "version": "1.0"}
    (named,) = root.findall("{urn:x-exporter:origin}brand")
    assert named.get("name") == "rivers & sons"
    assert named.get("publisher") == "Rivers <& Sons>"
    assert [one.text for one in named] == [
        one
        for one in (
            brand.cover_line, brand.publisher, *(line.words for line in brand.contact),
            brand.legal_line,
        )
        if one
    ]  # fmt: skip


def test_it_holds_all_that_a_reader_met() -> None:
    document = build.everything()
    base = origin_in(written(document)).findtext("{urn:x-exporter:origin}base") or ""
    assert unpacked(base) == (outline_of(document), furniture_of(document, on_paper=True))


def test_places_are_inside_the_folder_and_say_nothing_of_a_computer() -> None:
    entries = (
        Entry("paragraph", "one", place=Place("/home/somebody/guides/sample/sections/a.yaml", 7)),
        Entry("paragraph", "two", place=Place("/home/somebody/partners/own.yaml", 9)),
        Entry("heading", "three", level=1),
    )
    text = packed(entries, (), HERE)
    base, _ = unpacked(text)
    assert [one.place for one in base] == [Place("sections/a.yaml", 7), NOWHERE, NOWHERE]
    assert b"somebody" not in zlib.decompress(base64.b64decode(text))


ENTRIES = st.builds(
    Entry,
    role=st.sampled_from(["heading", "paragraph", "cell"]),
    text=st.text(st.characters(exclude_categories=["Cs"])),
    level=st.integers(0, 6),
    headers=st.lists(st.text(st.characters(exclude_categories=["Cs"])), max_size=2).map(tuple),
)


@given(st.lists(ENTRIES, max_size=5).map(tuple))
def test_any_base_is_unpacked_as_it_was_packed(outline: tuple[Entry, ...]) -> None:
    assert unpacked(packed(outline, (), HERE)) == (outline, ())


def _packed(value: object) -> str:
    return base64.b64encode(zlib.compress(json.dumps(value).encode())).decode()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "!!",
        "AAAA",
        _packed({"base": [], "furniture": []})[:-9],
        _packed([]),
        _packed({"base": {}, "furniture": []}),
        _packed({"base": [{"role": "script"}], "furniture": []}),
        _packed({"base": [{"role": "heading", "level": "x"}], "furniture": []}),
        _packed({"base": [["heading"]], "furniture": []}),
        base64.b64encode(zlib.compress(b"[" * 40_000_000)).decode(),
        base64.b64encode(zlib.compress(b"[" * 100_000)).decode(),
    ],
)
def test_a_base_that_somebody_spoilt_is_refused(text: str) -> None:
    with pytest.raises(NoOrigin):
        unpacked(text)


def test_a_place_that_leads_out_of_the_folder_is_none() -> None:
    for file in ("../a.yaml", "/etc/passwd", "a\\b.yaml", "sections/../../a.yaml"):
        value = {"base": [{"role": "paragraph", "file": file, "line": 1}], "furniture": []}
        ((entry,), _) = unpacked(_packed(value))
        assert entry.place == NOWHERE


@given(st.text(max_size=40))
def test_any_name_of_a_brand_can_stand_there(name: str) -> None:
    assert etree.fromstring(
        f'<r xmlns:o="x">{brand_slot(replace(BRAND, name=name, legal_line=name))}</r>'
    )[0].get("name") == legal(name)
