"""What of a web page is checked: its words, each with the line of its element."""

from __future__ import annotations

import pytest

from exporter.checks.apart import Stretch
from exporter.checks.text_paragraph import NotReadable
from exporter.checks.texts import TextParagraph, paragraphs_of

_PAGE = """<!doctype html>
<html lang="en-GB"><head><title>Not read</title><style>p {color: red}</style></head>
<body>
<h1>Our <em>plan</em></h1>
<p>We meet on <strong>Monday</strong>.
  <a href="https://example.org/">Read the plan</a>
<ul>
  <li>Come <ul><li>by bus</ul>
  <li><p>One</p><p>Two</p>
</ul>
<table><caption>Prices</caption><tr><th>Day<td>£2</table>
<blockquote><p>I liked it.</p></blockquote>
<dl><dt>Clinic<dd>A place.</dl>
<a href="/news"><h2>News</h2></a>
<div>Loose words<p hidden>Secret</p> and <br>more</div>
<p lang=cy>Croeso.</p>
<pre>code()</pre><script>code()</script><svg><text>drawn</text></svg>
</body></html>
"""


def _read(page: str) -> tuple[TextParagraph, ...]:
    return paragraphs_of(page.encode(), ".html", "page.html")


def test_words_are_read_with_what_they_are_and_their_line() -> None:
    assert [(one.kind, one.level, one.place.line, one.text) for one in _read(_PAGE)] == [
        ("heading", 1, 4, "Our plan"),
        ("paragraph", 0, 5, "We meet on Monday. Read the plan"),
        ("item", 1, 8, "Come"),
        ("item", 2, 8, "by bus"),
        ("item", 1, 9, "One"),
        ("item", 1, 9, "Two"),
        ("caption", 0, 11, "Prices"),
        ("header-cell", 0, 11, "Day"),
        ("cell", 0, 11, "£2"),
        ("quote", 0, 12, "I liked it."),
        ("label", 0, 13, "Clinic"),
        ("definition", 0, 13, "A place."),
        ("heading", 2, 14, "News"),
        ("paragraph", 0, 15, "Loose words"),
        ("paragraph", 0, 15, "and\nmore"),
        ("paragraph", 0, 16, "Croeso."),
    ]


def test_bold_words_links_and_languages_are_known() -> None:
    paragraph = _read(_PAGE)[1]
    assert paragraph.bold == ("Monday",)
    assert paragraph.links == (("Read the plan", "https://example.org/"),)
    assert (paragraph.language, paragraph.set_in) == ("", "en-GB")
    assert _read(_PAGE)[-1].language == "cy"


def test_code_and_words_in_another_language_stand_apart() -> None:
    (one,) = _read('<p>Type <code>ls</code> and say <span lang="cy">bore da</span>.')
    assert one.text == "Type ls and say bore da."
    assert one.apart == (Stretch(5, 7), Stretch(16, 23, "cy"))


def test_white_space_is_one_blank_and_words_in_marks_stay_together() -> None:
    (one,) = _read("<p>\n  un<b>believ</b>able   \n news </p>")
    assert one.text == "unbelievable news"


@pytest.mark.parametrize("page", ["", "<p></p>", "<script>x</script>", "<p hidden>Secret</p>"])
def test_a_page_without_words_has_no_paragraphs(page: str) -> None:
    assert _read(page) == ()


def test_marks_without_end_take_time_in_proportion() -> None:
    assert len(_read("<b>" * 20_000 + "words")) == 1
    assert len(_read("<div><i>" * 20_000 + "words")) == 1


def test_a_page_that_is_too_large_is_refused_in_a_sentence() -> None:
    with pytest.raises(NotReadable, match=r"too large to be read\.$"):
        _read("<b>" * 600_000)
