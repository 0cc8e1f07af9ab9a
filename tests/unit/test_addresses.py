"""Where a link leads: what paper says of it, the same in every format."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pypdf
import pytest

from exporter.adapt import adapt
from exporter.addresses import is_said, shown_address
from exporter.formats import FORMATS, Settings
from exporter.load import load
from exporter.styles.brands import load_brand
from exporter.styles.editions import load_edition
from exporter.styles.words import load_words
from tests.typed.folders import written


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://www.example.org/the-map/", "www.example.org/the-map"),
        ("mailto:us@example.org?subject=A%20question", "us@example.org"),
        ("MAILTO:us%2Byou@example.org", "us+you@example.org"),
        ("tel:+441632960123;ext=4", "+441632960123"),
        ("http://example.org", "example.org"),
    ],
)
def test_an_address_is_shown_as_people_write_it(url: str, shown: str) -> None:
    assert shown_address(url) == shown


@pytest.mark.parametrize(
    ("words", "url"),
    [
        ("www.example.org/the-map", "https://www.example.org/the-map"),
        ("https://Example.org/", "https://example.org"),
        ("see example.org.", "https://example.org/"),
        ("us@example.org", "mailto:us@example.org?subject=Hello"),
        ("01632\u00a0960123", "tel:01632960123"),
        ("phone 01632 960 123 today", "tel:+441632960123"),
    ],
)
def test_words_that_say_the_address_whole(words: str, url: str) -> None:
    assert is_said(words, url)


@pytest.mark.parametrize(
    ("words", "url"),
    [
        ("the story", "https://www.example.org/the-story"),
        ("Nesta 2013", "https://example.org/nesta-2013"),
        ("example.org/map", "https://example.org"),
        ("example.org", "https://example.org/map"),
        ("write to us", "mailto:us@example.org"),
        ("phone us", "tel:01632960123"),
        ("01632 960123", "tel:01632960124"),
    ],
)
def test_words_that_only_end_like_it_or_begin_like_it_do_not(words: str, url: str) -> None:
    assert not is_said(words, url)


BODY = """\
heading: Links
picture: none
easy_read: none
body: |
  Read [the story](https://www.example.org/the-story), or look at
  [www.example.org/map](https://www.example.org/map).

  - [Ring us](tel:01632960123), on [01632 960 123](tel:01632960123).
  - [Write to us](mailto:us@example.org?subject=Hello)
"""
PRINTED = ["www.example.org/the-story", "01632960123", "us@example.org"]


def _zipped(data: bytes, member: str, pattern: str) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        names = [name for name in book.namelist() if re.search(member, name)]
        text = "".join(book.read(name).decode() for name in names)
    return re.findall(pattern, text)


_ON_PAGES = r'class="web-address"> \(([^)]+)\)'


def _whole(addresses: list[str]) -> list[str]:
    """Addresses without the places where they may break."""
    return [re.sub("<[^>]*>", "", one) for one in addresses]


_HYPHEN = {"<w:noBreakHyphen/>": "-"}


def _in_pages(data: bytes) -> list[str]:
    pages = (page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages)
    text = re.sub(r"\s", "", "".join(pages))
    return [one for one in re.findall(r"\(([^()]+)\)", text) if "." in one or one.isdecimal()]


FOUND = {
    "html": lambda data: _whole(re.findall(_ON_PAGES, data.decode())),
    "epub": lambda data: _whole(_zipped(data, r"\.xhtml$", _ON_PAGES)),
    "docx": lambda data: [
        re.sub("<w:noBreakHyphen/>|<[^>]*>", lambda tag: _HYPHEN.get(tag[0], ""), one)
        for one in _zipped(
            data, r"word/document\.xml$", r'"WebAddress"/>.{0,80}?<w:t[^>]*> \(([^)]+)\)<'
        )
    ],
    "pdf": _in_pages,
    "weasyprint": _in_pages,
}


@pytest.mark.parametrize("name", FOUND)
def test_every_format_prints_the_same_addresses(name: str, tmp_path: Path) -> None:
    source = load(written(tmp_path, "title: T\nlanguage: en-GB", links=BODY))
    edition = load_edition("standard")
    document = adapt(source, edition, load_words("en-GB"))
    settings = Settings(pdf_engine="weasyprint" if name == "weasyprint" else "reportlab")
    kind = "pdf" if name == "weasyprint" else name
    engine = FORMATS[kind].engine(settings, document)
    data = engine.stamp(engine.compile(document, edition.theme), load_brand("house"))
    assert [one for one in FOUND[name](data) if "workingtogether" not in one] == PRINTED
