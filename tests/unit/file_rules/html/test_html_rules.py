"""Each rule for web pages: a page that breaks it, and nothing else, and one that keeps it."""

from __future__ import annotations

import pytest

from exporter.diagnostics import Severity
from exporter.file_rules import html


def page(body: str, *, root: str = ' lang="en"', head: str = "<title>A</title>") -> bytes:
    viewport = '<meta name="viewport" content="width=device-width">'
    return (
        f"<!DOCTYPE html><html{root}><head>{head}{viewport}</head>"
        f"<body><main><h1>A</h1>{body}</main></body></html>"
    ).encode()


TABLE = "<table><tr><{0}>a</{0}><{0}>b</{0}></tr><tr><td>1</td><td>2</td></tr></table>"

BROKEN = {
    "html-language-missing": page("", root=""),
    "html-language-wrong": page('<p lang="welsh!">x</p>'),
    "html-title-missing": page("", head="<title> </title>"),
    "html-viewport-missing": page("").replace(b"viewport", b"x"),
    "html-zoom-forbidden": page(
        "", head='<title>A</title><meta name="viewport" content="user-scalable=no">'
    ),
    "html-refresh": page("", head='<title>A</title><meta http-equiv="refresh" content="5">'),
    "html-main-missing": page("").replace(b"main", b"div"),
    "html-network-needed": page('<img src="https://example.org/a.png" alt="A">'),
    "html-heading-first": page("").replace(b"h1", b"b"),
    "html-heading-several": page("<h1>B</h1>"),
    "html-heading-skipped": page("<h3>B</h3>"),
    "html-heading-empty": page("<h2></h2>"),
    "html-picture-alternative-missing": page('<img src="a.png">'),
    "html-picture-alternative-file-name": page('<img src="a.png" alt="IMG_0042">'),
    "html-table-headers-missing": page(TABLE.format("td")),
    "html-table-scope-missing": page(
        "<table><tr><th>a<th>b<tr><th>c<td>1</table>",
    ),
    "html-list-broken": page("<div><li>x</li></div>"),
    "html-link-empty": page('<a href="https://example.org"></a>'),
    "html-link-vague": page('<a href="https://example.org">Click here</a>'),
    "html-link-address": page('<a href="x">https://example.org/a/very/long/address/of/it</a>'),
    "html-link-dead": page('<a href="#nowhere">Part two</a>'),
    "html-id-twice": page('<p id="a">x</p><p id="a">y</p>'),
    "html-label-dead": page('<section aria-labelledby="nowhere">x</section>'),
    "html-hidden-focus": page('<p aria-hidden="true"><a href="x">Part two</a></p>'),
    "html-tabindex-positive": page('<p tabindex="3">x</p>'),
    "html-frame-untitled": page('<iframe src="a.html"></iframe>'),
    "html-field-unlabelled": page('<input type="text">'),
    "html-plays-by-itself": page('<audio src="a.mp3" autoplay></audio>'),
    "html-moves": page("<marquee>x</marquee>"),
}

KEPT = (
    page(""),
    page("<h2>B</h2><h3>C</h3><h2>D</h2>"),
    page('<img src="a.png" alt=""><img src="b.png" alt="Two people talk">'),
    page(TABLE.format("th")),
    page('<table role="presentation"><tr><td>1<td>2</table>'),
    page('<a href="#b">Part two</a><p id="b">x'),
    page('<a href="https://www.friendly-neighbours.example">www.friendly-neighbours.example</a>'),
    page('<a href="x"><img src="a.png" alt="The River Trust"></a>'),
    page('<label>Name <input type="text"></label><input type="hidden">'),
    page('<p hidden><a href="x">Part two</a></p>'),
    page("<ul><li>a<li>b<ul><li>c</ul></ul><dl><div><dt>a<dd>b</div></dl>"),
)


@pytest.mark.parametrize("code", BROKEN)
def test_a_broken_page_gives_this_finding_and_nothing_else(code: str) -> None:
    assert [finding.code for finding in html.check(BROKEN[code])] == [code]


@pytest.mark.parametrize("good", KEPT)
def test_a_good_page_gives_no_finding(good: bytes) -> None:
    assert html.check(good) == ()


def test_every_rule_has_a_page_that_breaks_it() -> None:
    assert set(BROKEN) | {"html-unreadable"} == set(html.RULES)


@pytest.mark.parametrize("data", [b"", b"no tags at all", b"\xff\xfe", b"\x00" * 100])
def test_what_is_no_page_is_one_finding(data: bytes) -> None:
    assert [finding.code for finding in html.check(data)] == ["html-unreadable"]


def test_a_finding_says_its_line_and_what_to_do() -> None:
    data = page("\n\n<img src='a.png'>")
    (finding,) = html.check(data)
    assert finding.place.line == 3
    assert finding.severity is Severity.MUST_FIX
    assert finding.hint
    assert "a.png" in finding.message


def test_deep_and_unclosed_pages_do_not_exhaust_the_stack() -> None:
    html.check(page("<div>" * 50_000 + "<ul><li>" * 2_000))


def test_rules_say_why_and_who_asks() -> None:
    for rule in html.RULES.values():
        assert all((rule.reason, rule.to_do, rule.source))
        assert rule.title.endswith(".")
