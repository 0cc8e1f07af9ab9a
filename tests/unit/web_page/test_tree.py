"""One opener for every web page: its letters, its tags, its bounds."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporter.diagnostics import Unreadable
from exporter.readback.html import read_back
from exporter.verify import verify
from exporter.web_page import tokens
from exporter.web_page.encodings import decoded
from exporter.web_page.tokens import EndTag, StartTag, Token, Tokens
from exporter.web_page.tree import Element, parse


def shown(page: str) -> str:
    """The tree as text: elements in round brackets."""

    def inside(element: Element) -> str:
        return "".join(
            child if isinstance(child, str) else f"({child.tag}:{inside(child)})"
            for child in element.children
        )

    return inside(parse(page.encode()))


def told(page: str) -> list[Token]:
    return list(Tokens(page))


# ---- letters -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("<p>Ŵyna é".encode(), "<p>Ŵyna é"),
        ("<p>Ŵyna é".encode("utf-8-sig"), "<p>Ŵyna é"),
        ("<p>Ŵyna é".encode("utf-16"), "<p>Ŵyna é"),
        (b"\xfe\xff" + "<p>é".encode("utf-16-be"), "<p>é"),
        (b'<meta charset="iso-8859-1"><p>\x93caf\xe9\x94', '<meta charset="iso-8859-1"><p>“café”'),
        (b"<meta charset=koi8-r>\xd0", "<meta charset=koi8-r>п"),
        (b'<meta http-equiv=x content="text/html; charset=Shift_JIS">\x83n', None),
        (b'<?xml version="1.0" encoding="windows-1250"?>\x9a', None),
        (b"<meta charset='utf-16'>caf\xc3\xa9", "<meta charset='utf-16'>café"),
        (b"<p>caf\xe9", "<p>café"),
        (b'\xef\xbb\xbf<meta charset="koi8-r">\xc3\xa9', '<meta charset="koi8-r">é'),
        (b"<meta charset=utf-8>caf\xe9", "<meta charset=utf-8>caf\ufffd"),
        (b" " * 2_000 + b"<meta charset=koi8-r>\xc3\xa9", None),
    ],
)
def test_the_letters_are_found_as_browsers_find_them(data: bytes, words: str | None) -> None:
    told = decoded(data)
    assert told == words or (words is None and told[-1] in "ハšé")


@pytest.mark.parametrize("name", ["unicode_escape", "idna", "utf-7", "rot13", "hz-gb-2312", "zlib"])
def test_a_coding_that_no_browser_knows_is_one_sentence(name: str) -> None:
    with pytest.raises(Unreadable, match=f"“{name}”, which no browser knows.$"):
        parse(f'<html><meta charset="{name}"><body>\\x41\\ud800'.encode())


# ---- tags ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("page", "tree"),
    [
        ("<p>one<p>two", "(p:one)(p:two)"),
        ("<ul><li>a<li>b</ul>c", "(ul:(li:a)(li:b))c"),
        ("a<br/>b<img/>c", "a(br:)b(img:)c"),
        ("<div/>in", "(div:in)"),
        ("<svg><path/><title>T &amp; U</title></svg>after", "(svg:(path:)(title:T & U))after"),
        ("<svg><![CDATA[a<b]]></svg>", "(svg:a<b)"),
        ("<![CDATA[a]]>b", "b"),
        ("a<!-- <p> -->b<!-->c<!--->d", "abcd"),
        ("a<!doctype html>b<?php x>c</>d</ x>e", "abcde"),
        ("a < b <3 c<", "a < b <3 c<"),
        ("<script>if (a<b) '</p>'</script>c", "(script:if (a<b) '</p>')c"),
        ("<style>a</styles></STYLE >b", "(style:a</styles>)b"),
        ("<title>A <b> &lt; C</title>d", "(title:A <b> < C)d"),
        ("<p>&eacute;&#233;&#xe9;&nosuch;&#xD800;&#0;", "(p:ééé&nosuch;\ufffd\ufffd)"),
        ("<p>a<b", "(p:a)"),
        ("a<!-- never closed <p>", "a"),
        ("<table><tr><td>1<td>2<tr><td>3</table>", "(table:(tr:(td:1)(td:2))(tr:(td:3)))"),
    ],
)
def test_a_page_is_read_as_browsers_read_it(page: str, tree: str) -> None:
    assert shown(page) == tree


def test_attributes_are_read_in_every_way_of_writing_them() -> None:
    (tag,) = told('<A href=x?a=1&amp;b Title = \'a "b"\'\nalt="" hidden HREF=y data-x=/>')
    assert isinstance(tag, StartTag)
    assert tag.name == "a"
    assert tag.attributes == {
        "href": "x?a=1&b", "title": 'a "b"', "alt": "", "hidden": "", "data-x": "/",
    }  # fmt: skip


def test_tags_know_their_lines() -> None:
    tags = told("<p>\n\n<b\n x=1>\n<i></i>")
    assert [(tag.name, tag.line) for tag in tags if isinstance(tag, StartTag)] == [
        ("p", 1), ("b", 3), ("i", 5),
    ]  # fmt: skip
    assert tags[-1] == EndTag("i")


def test_elements_know_what_is_around_and_inside_them() -> None:
    root = parse(b"<main><ul><li>a</li></ul><p>b</p></main>")
    assert [one.tag for one in root.all_elements()] == ["main", "ul", "li", "p"]
    (item,) = (one for one in root.all_elements() if one.tag == "li")
    assert [one.tag for one in item.ancestors()] == ["ul", "main"]
    assert item.within("main", "body") is root.children[0]
    assert item.within("table") is None


# ---- bounds --------------------------------------------------------------------------------------

ENDLESS = {
    "comments": "<!--", "end tags": "</", "tags": "<a", "quotes": "<a b='", "sections": "<![CDATA[",
    "instructions": "<?", "types": "<!doctype ", "scripts": "<script>", "titles": "<title></titl",
    "in a drawing": "<svg><![CDATA[", "equals": "<a ==", "signs": "&#", "brackets": "<",
}  # fmt: skip


class _Counted(str):
    """A page that counts the searches in it that found nothing."""

    in_vain = 0

    def find(self, *given: object) -> int:  # type: ignore[override]
        found = super().find(*given)  # type: ignore[arg-type]
        self.in_vain += found < 0
        return found


@pytest.mark.parametrize("name", ENDLESS)
def test_what_never_ends_is_searched_for_once(name: str) -> None:
    page = _Counted(ENDLESS[name] * 5_000)
    for _ in Tokens(page):
        pass
    assert page.in_vain <= 2


@pytest.mark.parametrize("name", ENDLESS)
def test_what_never_ends_is_read_by_every_reader(name: str) -> None:
    data = (ENDLESS[name] * 20_000).encode()
    assert isinstance(read_back(data), tuple)
    assert verify(data, "html").outline is not None


def test_a_number_of_a_million_digits_is_a_sign_that_is_none() -> None:
    assert shown(f"<p>a&#{'9' * 1_000_000};b&#x{'0' * 30}41;") == "(p:a\ufffdb\ufffd)"


@pytest.mark.parametrize(
    ("page", "words"),
    [
        (b"<p>" * 500_001, "more elements"),
        (b"<p></p>" * 500_001, "more elements"),
        (b"</p>" * 1_000_001, "more elements"),
        (b" " * 60_000_001, "60 MB"),
    ],
)
def test_a_page_beyond_all_bounds_is_one_sentence(page: bytes, words: str) -> None:
    (finding,) = verify(page, "html").findings
    assert finding.code == "html-unreadable"
    assert words in finding.message
    assert finding.message.endswith(".")


def test_attributes_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    many = " ".join(f"a{number}=1" for number in range(tokens.MOST_OF_ONE + 500))
    (tag,) = told(f"<p {many}>")
    assert isinstance(tag, StartTag)
    assert len(tag.attributes) == tokens.MOST_OF_ONE
    monkeypatch.setattr(tokens, "MOST_ATTRIBUTES", 5)
    with pytest.raises(Unreadable, match="attributes"):
        told("<p a b c><p d e f>")


@given(st.text(alphabet="<>/!-=\"' apbulitd&#;[]?\n", max_size=300))
def test_any_signs_make_a_tree_with_all_its_words_and_no_more(page: str) -> None:
    def strings(element: Element) -> Iterator[str]:
        for child in element.children:
            if isinstance(child, str):
                yield child
            else:
                yield from strings(child)

    root = parse(page.encode())
    assert sum(map(len, strings(root))) <= len(page)
    assert all(one.parent is not None for one in root.all_elements())
    assert verify(page.encode(), "html").findings
