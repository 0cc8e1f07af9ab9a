"""Any text becomes paragraphs with places; strangers' files do no harm."""

from __future__ import annotations

import io
import zipfile

import pytest
from docx import Document as WordDocument

from exporter.checks import check_text
from exporter.checks.texts import NotReadable, paragraphs_of

MARKDOWN = b"""---
title: x
---
# A heading

Some words
over two lines. And **bold** with a [link](https://example.org).

- first
- second
  - inner

> Somebody said so.

| Name | Day |
|------|-----|
| Sam  | Monday |

    code is not prose
"""


def test_markdown_is_read_with_kinds_and_lines() -> None:
    found = paragraphs_of(MARKDOWN, ".md", "notes.md")
    assert [(each.kind, each.place.line) for each in found] == [
        ("heading", 4),
        ("paragraph", 6),
        ("item", 9),
        ("item", 10),
        ("item", 11),
        ("quote", 13),
        ("header-cell", 15),
        ("header-cell", 15),
        ("cell", 17),
        ("cell", 17),
    ]
    assert found[1].bold == ("bold",)
    assert found[1].links == (("link", "https://example.org"),)
    assert found[1].place.file == "notes.md"
    assert [each.level for each in found if each.kind == "item"] == [1, 1, 2]


def test_plain_text_knows_headings_lists_and_quotes() -> None:
    text = "Our group\n\nWe meet\non Mondays.\n\nBring:\n- tea\n- fruit and\n  cake\n\n“Come!”\n"
    found = paragraphs_of(text.encode(), ".txt")
    assert [(each.kind, each.text, each.place.line) for each in found] == [
        ("heading", "Our group", 1),
        ("paragraph", "We meet\non Mondays.", 3),
        ("paragraph", "Bring:", 6),
        ("item", "tea", 7),
        ("item", "fruit and\ncake", 8),
        ("quote", "“Come!”", 11),
    ]


@pytest.mark.parametrize(
    "data",
    ["Café".encode("utf-16"), "Café".encode("utf-8-sig")],
)
def test_texts_of_other_programs_are_read(data: bytes) -> None:
    assert paragraphs_of(data, ".txt")[0].text == "Café"


@pytest.mark.parametrize("code", ["cp1252", "cp1250", "shift-jis"])
def test_a_text_in_a_coding_that_nobody_can_know_is_told_with_its_line(code: str) -> None:
    letters = {"cp1252": "Café", "cp1250": "Łódź", "shift-jis": "例え"}[code]
    with pytest.raises(NotReadable, match="in line 2 cannot be read") as told:
        paragraphs_of(f"One.\n{letters}".encode(code), ".txt")
    assert told.value.line == 2


def word_file() -> bytes:
    document = WordDocument()
    document.add_heading("Our group", 1)
    paragraph = document.add_paragraph("We meet. ")
    paragraph.add_run("Co-production").bold = True
    document.add_paragraph("Bring tea", style="List Bullet")
    document.add_paragraph("So it was.", style="Quote")
    table = document.add_table(1, 1)
    table.cell(0, 0).text = "In a cell."
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def test_a_word_file_is_read() -> None:
    found = paragraphs_of(word_file(), ".docx")
    assert [(each.kind, each.text) for each in found] == [
        ("heading", "Our group"),
        ("paragraph", "We meet. Co-production"),
        ("item", "Bring tea"),
        ("quote", "So it was."),
        ("cell", "In a cell."),
    ]
    assert found[1].bold == ("Co-production",)


def archive(**parts: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(f"word/{name}.xml", content)
    return buffer.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"not a zip",
        word_file()[:3000],
        archive(other=b"<a/>"),
        archive(document=b"<a>"),
        archive(document=b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),
        archive(document=b"<a>" + b" " * 60_000_000 + b"</a>"),
    ],
    ids=["empty", "no zip", "cut", "no text", "broken", "entities", "huge"],
)
def test_what_is_no_word_file_is_refused_with_a_sentence(data: bytes) -> None:
    with pytest.raises(NotReadable, match=r"\.$"):
        paragraphs_of(data, ".docx")


def test_other_files_are_refused() -> None:
    with pytest.raises(NotReadable, match="Only"):
        paragraphs_of(b"", ".pdf")


WEB_PAGE = b"""<!DOCTYPE html><html lang=en><title>Not read</title><style>p{}</style>
<nav><a href=/>Home</a></nav>
<h1>A page</h1>
<p>Some words<br>over <b>two</b> lines with a <a href="https://example.org">link</a>.</p>
<ul><li>first<ul><li>inner <script>alert(1)</script></ul></ul>
<blockquote><p>Somebody said so.</blockquote>
<table><tr><th>Name<td>Sam</table><div hidden>secret</div>
loose words <span aria-hidden=true>icon</span>"""


@pytest.mark.parametrize("suffix", [".html", ".HTM"])
def test_a_web_page_is_read_without_its_menus_and_what_nobody_sees(suffix: str) -> None:
    found = paragraphs_of(WEB_PAGE, suffix, "page.html")
    assert [(one.kind, one.level, one.text) for one in found] == [
        ("heading", 1, "A page"),
        ("paragraph", 0, "Some words\nover two lines with a link."),
        ("item", 1, "first"),
        ("item", 2, "inner"),
        ("quote", 0, "Somebody said so."),
        ("header-cell", 0, "Name"),
        ("cell", 0, "Sam"),
        ("paragraph", 0, "loose words"),
    ]
    assert [one.place.line for one in found][:4] == [3, 4, 5, 5]
    assert found[1].bold == ("two",)
    assert found[1].links == (("link", "https://example.org"),)


def test_a_web_page_of_an_unknown_coding_is_told() -> None:
    page = b'<meta charset="unicode_escape"><p>\\ud800</p>'
    with pytest.raises(NotReadable, match="which no browser knows"):
        paragraphs_of(page, ".html")


def test_of_a_text_without_end_the_beginning_is_checked_and_the_rest_is_told() -> None:
    text = "We meet on Mondays.\n\n" * 3
    paragraphs = paragraphs_of(text.encode(), ".md", "a.md")
    long = [*paragraphs, *(one._replace(text="a " * 4_999) for one in paragraphs * 50)]
    (told,) = [one for one in check_text(long).findings if one.code == "text-endless"]
    assert told.message == "This text is longer than 1,200,000 letters. It was checked up to here."
    assert [one for one in check_text(paragraphs).findings if one.code == "text-endless"] == []
