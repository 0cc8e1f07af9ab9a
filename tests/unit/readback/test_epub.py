"""What is read in an e-book, ours or anybody's; and what is refused, in one sentence."""

from __future__ import annotations

import io
import zipfile

import pytest

from exporter.outline import Entry
from exporter.readback import Unreadable
from exporter.readback.epub import read_back

CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>'
    '<rootfile full-path="OPS/book.opf" media-type="application/oebps-package+xml"/>'
    "</rootfiles></container>"
)
OPF = (
    '<package xmlns="http://www.idpf.org/2007/opf" version="3.0">'
    '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:language>en</dc:language></metadata>'
    "<manifest>{items}</manifest><spine>{refs}</spine></package>"
)
PAGE = (
    '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">{}</html>'
)


def made(*bodies: str, **more: str) -> bytes:
    """A stranger's book of these bodies; `more` are further parts, "__" for "/" and "_" for "."."""
    items = "".join(
        f'<item id="i{n}" href="text/{n}.xhtml" media-type="application/xhtml+xml"/>'
        for n in range(len(bodies))
    )
    refs = "".join(f'<itemref idref="i{n}"/>' for n in range(len(bodies)))
    files = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": CONTAINER,
        "OPS/book.opf": OPF.format(items=items, refs=refs),
        **{f"OPS/text/{n}.xhtml": body for n, body in enumerate(bodies)},
        **{name.replace("__", "/").replace("_", "."): text for name, text in more.items()},
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return buffer.getvalue()


def page(body: str) -> str:
    return PAGE.format(f"<body>{body}</body>")


def told(*bodies: str) -> list[Entry]:
    return list(read_back(made(*map(page, bodies))))


def test_files_are_read_in_the_order_of_the_spine() -> None:
    assert told("<h1>One</h1>", "<p>Two</p>") == [
        Entry("heading", "One", level=1),
        Entry("paragraph", "Two"),
    ]


def test_a_note_in_another_file_is_told_where_it_is_cited() -> None:
    first = '<p>Words<a epub:type="noteref" href="1.xhtml#n">1</a></p><p>More</p>'
    second = '<section epub:type="endnotes"><ol><li id="n">The note</li></ol></section>'
    assert told(first, second) == [
        Entry("paragraph", "Words"),
        Entry("note", "The note"),
        Entry("paragraph", "More"),
    ]


def test_the_same_name_in_two_files_is_two_notes() -> None:
    body = (
        '<p>{0}<a epub:type="noteref" href="#n">1</a></p>'
        '<aside><ol epub:type="endnotes"><li id="n">Note {0}</li></ol></aside>'
    )
    assert [entry.text for entry in told(body.format("A"), body.format("B"))] == [
        "A", "Note A", "B", "Note B",
    ]  # fmt: skip


def test_links_inside_the_book_have_no_address_and_others_keep_theirs() -> None:
    body = '<p><a href="1.xhtml#x">in</a> <a href="https://example.org/">out</a></p>'
    assert told(body, "<p>x</p>")[1:3] == [
        Entry("link", "in"),
        Entry("link", "out", target="https://example.org/"),
    ]


def test_signs_that_old_books_write_by_name_are_read() -> None:
    text = '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "http://www.w3.org/x.dtd">'
    assert read_back(made(text + page("<p>caf&eacute;&nbsp;&amp; tea</p>"))) == (
        Entry("paragraph", "café & tea"),
    )


def test_a_mark_of_a_page_is_no_words() -> None:
    body = '<p>one <span role="doc-pagebreak" aria-label="Page 3" id="p3"/>two</p>'
    assert told(body) == [Entry("paragraph", "one two")]


def test_the_language_of_a_file_is_told_where_it_is_not_that_of_the_book() -> None:
    body = '<div xml:lang="cy"><p>Helo</p></div>'
    assert told(body) == [Entry("paragraph", "Helo", language="cy")]


LOCKED = (
    '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" '
    'xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData>'
    '<enc:EncryptionMethod Algorithm="{}"/></enc:EncryptedData></encryption>'
)


def test_a_locked_book_is_refused_and_disguised_typefaces_are_not() -> None:
    lock = LOCKED.format("http://www.w3.org/2001/04/xmlenc#aes128-cbc")
    with pytest.raises(Unreadable, match="locked"):
        read_back(made(page("<p>x</p>"), **{"META-INF__encryption_xml": lock}))
    fonts = LOCKED.format("http://www.idpf.org/2008/embedding")
    assert read_back(made(page("<p>x</p>"), **{"META-INF__encryption_xml": fonts}))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK\x03\x04 nothing",
        made(),
        made("<html>not closed"),
        made('<!DOCTYPE html [<!ENTITY a "aaaaaaaa">]>' + page("<p>&a;</p>")),
        made(page("<p>&unknown;</p>")),
        made(page("<div>" * 5000 + "</div>" * 5000)),
        made(page("<p>x</p>"))[:-200],
    ],
    ids=["empty", "torn", "no-spine", "broken", "entities", "unknown-sign", "deep", "cut"],
)
def test_what_cannot_be_read_is_refused_in_one_sentence(data: bytes) -> None:
    with pytest.raises(Unreadable) as caught:
        read_back(data)
    assert str(caught.value).count(". ") == 0


def test_what_lies_very_deep_keeps_its_words() -> None:
    assert told("<div>" * 200 + "words" + "</div>" * 200) == [Entry("paragraph", "words")]


def test_a_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("exporter.zip_file.MOST_UNPACKED", 100_000)
    with pytest.raises(Unreadable, match="unpacks to more than"):
        read_back(made(page("<p>" + "a" * 1_000_000 + "</p>")))


def test_texts_with_elements_without_end_are_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("exporter.epub_file.MOST_ELEMENTS", 1_000)
    with pytest.raises(Unreadable, match="more elements than any book"):
        read_back(made(page("<br/>" * 2_000)))
