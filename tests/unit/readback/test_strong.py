"""Strong words are strong in every format: what each reader takes for a run of them."""

from __future__ import annotations

import pytest

from exporter.model import Foreign, Link, NoteMark, Strong, Term, Text
from exporter.outline import Entry, Outline, outline_of, strong_runs
from exporter.readback import docx, html, pdf
from tests import build
from tests.unit.readback.pdf_by_hand import pdf as pdf_of
from tests.unit.readback.word_by_hand import p, r, word

_BOLD = "<w:b/>"
_STYLES = (
    '<w:style w:type="paragraph" w:styleId="Loud"><w:name w:val="Loud"/><w:rPr><w:b/></w:rPr>'
    '</w:style><w:style w:type="paragraph" w:styleId="Louder"><w:name w:val="Louder"/>'
    '<w:basedOn w:val="Loud"/></w:style>'
    '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/></w:style>'
    '<w:style w:type="character" w:styleId="Fat"><w:name w:val="Fat"/><w:rPr><w:b/></w:rPr>'
    '</w:style><w:style w:type="character" w:styleId="Thin"><w:name w:val="Thin"/>'
    '<w:basedOn w:val="Fat"/><w:rPr><w:b w:val="0"/></w:rPr></w:style>'
)


def _strong(outline: Outline) -> list[str]:
    return [entry.text for entry in outline if entry.role == "strong"]


def _in_word(*runs: str, style: str = "T") -> list[str]:
    return _strong(docx.read_back(word(p(style, *runs), styles=_STYLES)))


def _in_html(words: str) -> list[str]:
    return _strong(html.read_back(f'<html lang="en"><p>{words}</p>'.encode()))


def test_a_run_goes_on_over_spaces_and_over_marks_within_it() -> None:
    pieces = [("We ", False), ("all ", True), ("\u00ad", False), (" ", False), ("decide", True)]
    assert list(strong_runs([*pieces, (".", False), (" ", True), ("Now", True)])) == [
        "all decide",
        "Now",
    ]


def test_strong_runs_come_right_after_their_block_and_before_its_links() -> None:
    link = Link(build.words("the Trust"), "https://example.org/")
    welsh = Foreign((Text("nawr "), Strong(build.words("yma"))), "cy")
    document = build.document(
        build.para("Ask ", Strong((link, Text(" today"))), Text(" or "), welsh, Text("."))
    )
    assert outline_of(document)[-5:] == (
        Entry("paragraph", "Ask the Trust today or nawr yma."),
        Entry("strong", "the Trust today"),
        Entry("strong", "yma"),
        Entry("link", "the Trust", target="https://example.org/"),
        Entry("foreign", "nawr yma", language="cy"),
    )


def test_strong_within_strong_and_next_to_strong_is_one_run() -> None:
    inner = Strong((Text("very "), Term(build.words("very"))))
    document = build.document(
        build.para("It is ", inner, NoteMark("n"), Text(" "), Strong(build.words("hard")))
    )
    assert _strong(outline_of(document)) == ["very very hard"]


@pytest.mark.parametrize("tag", ["strong", "b", "em", "dfn"])
def test_html_marks_strong_words_with_its_elements(tag: str) -> None:
    assert _in_html(f"We <{tag}>all <span>decide</span></{tag}> here") == ["all decide"]


def test_html_that_only_looks_slanted_or_small_is_not_strong() -> None:
    assert _in_html("<i>we</i> <small>all</small> <span class=strong>decide</span>") == []


@pytest.mark.parametrize(
    "properties",
    [_BOLD, '<w:rStyle w:val="Strong"/>', '<w:rStyle w:val="Fat"/>', '<w:b w:val="true"/>'],
)
def test_word_marks_strong_words_by_a_style_or_by_bold_letters(properties: str) -> None:
    assert _in_word("We ", r("all", properties), " decide") == ["all"]


@pytest.mark.parametrize(
    "properties", ['<w:b w:val="0"/>', '<w:rStyle w:val="Fat"/><w:b w:val="0"/>', "<w:i/>",
                   '<w:rStyle w:val="Thin"/>'],
)  # fmt: skip
def test_word_words_whose_bold_is_off_are_not_strong(properties: str) -> None:
    assert _in_word("We ", r("all", properties), " decide") == []


def test_a_word_paragraph_that_is_bold_by_its_runs_is_one_strong_run() -> None:
    assert _in_word(r("Please", _BOLD), r(" ", ""), r("ask us.", _BOLD)) == ["Please ask us."]


@pytest.mark.parametrize("style", ["Loud", "Louder", "H1"])
def test_bold_in_a_word_paragraph_that_stands_out_anyway_says_nothing_more(style: str) -> None:
    assert (
        _in_word("Part ", r("one", _BOLD), r(" two", '<w:rStyle w:val="Fat"/>'), style=style) == []
    )
    assert _in_word("Part ", r("one", '<w:rStyle w:val="Strong"/>'), style=style) == ["one"]


@pytest.mark.parametrize("role", ["Strong", "Em"])
def test_pdf_marks_strong_words_with_its_structure_types(role: str) -> None:
    data = pdf_of([("P", {}, ["We", (role, {}, [("Span", {}, ["all"])]), "decide."])])
    assert _strong(pdf.read_back(data)) == ["all"]
