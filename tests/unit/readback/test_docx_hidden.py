"""Hidden words of a Word file are words that nobody meets."""

from __future__ import annotations

import pytest

from exporter.readback.docx import read_back
from tests.unit.readback.word_by_hand import p, r, word

_STYLES = (
    '<w:style w:type="character" w:styleId="Gone"><w:name w:val="Gone"/><w:rPr><w:vanish/></w:rPr>'
    '</w:style><w:style w:type="character" w:styleId="GoneToo"><w:name w:val="Gone Too"/>'
    '<w:basedOn w:val="Gone"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Secret"><w:name w:val="Secret"/><w:rPr><w:vanish/>'
    "</w:rPr></w:style>"
)


def _seen(*runs: str, style: str = "T") -> list[str]:
    return [entry.text for entry in read_back(word(p(style, *runs), styles=_STYLES))]


@pytest.mark.parametrize(
    "properties",
    [
        "<w:vanish/>",
        '<w:vanish w:val="true"/>',
        "<w:specVanish/>",
        '<w:rStyle w:val="Gone"/>',
        '<w:rStyle w:val="GoneToo"/>',
    ],
)
def test_hidden_words_are_not_read_as_if_they_were_seen(properties: str) -> None:
    assert _seen("All people", r(" with money", properties), " may come.") == [
        "All people may come."
    ]


@pytest.mark.parametrize(
    "properties",
    [
        '<w:vanish w:val="0"/>',
        "<w:webHidden/>",
        '<w:rStyle w:val="Gone"/><w:vanish w:val="false"/>',
    ],
)
def test_words_that_are_only_hidden_elsewhere_are_read(properties: str) -> None:
    assert _seen("All", r(" people", properties)) == ["All people"]


def test_words_of_a_hidden_paragraph_style_are_not_read_but_those_that_say_otherwise_are() -> None:
    assert _seen("Hidden", style="Secret") == []
    assert _seen("Hidden ", r("and seen", '<w:vanish w:val="0"/>'), style="Secret") == ["and seen"]
    # a toggle: hidden in a hidden style is seen (ISO 29500-1, 17.7.3)
    assert _seen("Hidden ", r("twice", '<w:rStyle w:val="Gone"/>'), style="Secret") == ["twice"]


def test_a_hidden_field_leaves_what_comes_after_it_to_be_read() -> None:
    mark = "<w:r><w:rPr><w:vanish/></w:rPr>{}</w:r>"
    field = "".join(
        mark.format(inside)
        for inside in (
            '<w:fldChar w:fldCharType="begin"/>',
            '<w:instrText> XE "people" </w:instrText>',
            '<w:fldChar w:fldCharType="end"/>',
        )
    )
    assert _seen("All", field, " people.") == ["All people."]


def test_a_hidden_note_mark_and_picture_are_not_met() -> None:
    picture = '<w:drawing><wp:docPr id="1" name="p" descr="A tick"/></w:drawing>'
    hidden = f'<w:r><w:rPr><w:vanish/></w:rPr>{picture}<w:endnoteReference w:id="2"/></w:r>'
    endnotes = f'<w:endnote w:id="2">{p("T", "A note.")}</w:endnote>'
    outline = read_back(word(p("T", "Words.", hidden), endnotes))
    assert [(entry.role, entry.text) for entry in outline] == [("paragraph", "Words.")]
