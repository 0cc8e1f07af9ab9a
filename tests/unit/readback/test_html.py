"""The html reader against the contract of ARCHITECTURE.md, on pages written by hand."""

from __future__ import annotations

import time

import pytest

from exporter.outline import Entry, Outline
from exporter.readback import Unreadable
from exporter.readback.html import read_back


def _read(body: str) -> Outline:
    page = f'<!DOCTYPE html><html lang="en-GB"><head><title>No</title></head><body>{body}</body>'
    return read_back(page.encode())


def test_headings_paragraphs_and_loose_words_are_told() -> None:
    assert _read("<h1>The <em>title</em></h1><p>Some\n words</p>loose<div>and more</div>") == (
        Entry("heading", "The title", level=1),
        Entry("strong", "title"),
        Entry("paragraph", "Some words"),
        Entry("paragraph", "loose"),
        Entry("paragraph", "and more"),
    )


def test_furniture_hidden_and_print_only_words_are_not_told() -> None:
    outline = _read(
        "<header data-furniture><p>Version 1</p></header><p hidden>no</p>"
        '<p>See part 2<span class="page-ref"> (page 7)</span>, the '
        'Trust<span class="x web-address"> (example.org)</span>.</p>'
        '<span aria-hidden="true">573</span><script>no()</script><style>no{}</style>'
    )
    assert outline == (Entry("paragraph", "See part 2, the Trust."),)


def test_items_know_their_level_and_what_follows_in_them() -> None:
    assert _read("<ul><li>one<ol><li><p>in</p><p>more</p></li></ol></li><li>two</li></ul>") == (
        Entry("item", "one", level=1),
        Entry("item", "in", level=2, marker="1"),
        Entry("paragraph", "more"),
        Entry("item", "two", level=1),
    )


def test_terms_quotes_and_boxes_have_roles_of_their_own() -> None:
    outline = _read(
        "<dl><dt>Clinic</dt><dd><p>A place.</p><p>Open.</p></dd></dl>"
        "<blockquote><p>Nothing.</p><footer>A member</footer></blockquote>"
        '<aside data-box="activity"><p data-label>Think</p><p>Who?</p></aside>'
    )
    assert [(entry.role, entry.text) for entry in outline] == [
        ("term", "Clinic"),
        ("definition", "A place."),
        ("paragraph", "Open."),
        ("quote", "Nothing."),
        ("source", "A member"),
        ("label", "Think"),
        ("paragraph", "Who?"),
    ]


def test_pictures_are_their_alternative_text_with_the_caption_after_them() -> None:
    outline = _read(
        '<figure><figcaption>Figure 1</figcaption><img src="a" alt="A tick"></figure>'
        '<p><img src="b" alt=""></p><p><img src="c"></p>'
    )
    assert outline == (Entry("figure", "A tick"), Entry("caption", "Figure 1"), Entry("figure"))


def test_a_note_follows_the_block_that_cites_it_wherever_it_stands() -> None:
    outline = _read(
        '<p>Long ago.<a role="doc-noteref" href="#n1">1</a> Now.</p><p>After.</p>'
        '<section role="doc-endnotes" data-furniture><h2>Notes</h2><ol>'
        '<li role="doc-endnote" id="n1"><p>See <a href="https://e.org/?a=1&amp;b">it</a> '
        '<a role="doc-backlink" href="#r1">Back</a></p></li></ol></section>'
    )
    assert outline == (
        Entry("paragraph", "Long ago. Now."),
        Entry("note", "See it"),
        Entry("link", "it", target="https://e.org/?a=1&b"),
        Entry("paragraph", "After."),
    )


def test_links_foreign_words_and_abbreviations() -> None:
    outline = _read(
        '<p>The <abbr title="National Health Service">NHS</abbr>, '
        '<a href="#two">part <i lang="cy">dau</i></a></p>'
    )
    assert outline == (
        Entry("paragraph", "The NHS, part dau"),
        Entry("link", "part dau"),
        Entry("foreign", "dau", language="cy"),
    )


def test_a_block_in_another_language_says_so() -> None:
    assert _read('<div lang="cy"><p>Croeso</p></div>') == (
        Entry("paragraph", "Croeso", language="cy"),
    )


def test_cells_know_their_headers() -> None:
    outline = _read(
        "<table><caption>Table 1</caption><thead><tr><th scope=col>Stage<th scope=col>Who</thead>"
        "<tbody><tr><th scope=row>Design<td><p>All</p><ul><li>us</ul></table>"
    )
    assert outline == (
        Entry("caption", "Table 1"),
        Entry("table"),
        Entry("header-cell", "Stage"),
        Entry("header-cell", "Who"),
        Entry("header-cell", "Design"),
        Entry("cell", "All", headers=("Design", "Who")),
        Entry("item", "us", level=1),
    )


def test_a_row_header_over_two_rows_heads_both() -> None:
    outline = _read(
        "<table><tr><th rowspan=2 scope=row>a</th><td>1</td></tr><tr><td>2</td></tr></table>"
    )
    assert [entry.headers for entry in outline if entry.role == "cell"] == [("a",), ("a",)]


def test_what_strangers_leave_open_is_closed() -> None:
    outline = _read("<p>one<p>two<ul><li>a<li>b</ul><dl><dt>t<dd>d</dl></div></p>end")
    assert [(entry.role, entry.text) for entry in outline] == [
        ("paragraph", "one"),
        ("paragraph", "two"),
        ("item", "a"),
        ("item", "b"),
        ("term", "t"),
        ("definition", "d"),
        ("paragraph", "end"),
    ]


def test_endless_nesting_neither_fails_nor_takes_long() -> None:
    begun = time.process_time()
    outline = read_back(b"<div>" * 100_000 + b"<p>Words" + b"</div>" * 100_000)
    assert outline == (Entry("paragraph", "Words"),)
    assert time.process_time() - begun < 10


def test_a_huge_span_takes_no_time() -> None:
    cells = "".join("<tr><th colspan=9999999 rowspan=65535>x</th></tr>" for _ in range(50))
    assert len(_read(f"<table>{cells}</table>")) == 51


@pytest.mark.parametrize(
    "data", [b"", b"\xff\xfe<\x00p\x00>\x00a\x00", b"\x00\x01\x02", b"<", b"<!"]
)
def test_odd_bytes_are_no_fault(data: bytes) -> None:
    assert isinstance(read_back(data), tuple)


def test_too_large_a_page_is_refused_in_a_sentence() -> None:
    with pytest.raises(Unreadable, match=r"60 MB.*\.$"):
        read_back(b" " * 60_000_001)
