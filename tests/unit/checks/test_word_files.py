"""What of a Word file is checked: the words that its readers meet, as what they meet them."""

from __future__ import annotations

import pytest

from exporter.checks.texts import paragraphs_of
from tests.unit.readback.word_by_hand import level, p, r, table, word


def _checked(*body: str, styles: str = "") -> list[tuple[str, str]]:
    return [
        (one.kind, one.text)
        for one in paragraphs_of(word("".join(body), "", None, styles), ".docx")
    ]


def test_words_that_nobody_meets_are_not_checked() -> None:
    gone = f"<w:moveFrom>{r('away')}</w:moveFrom><w:del><w:r><w:delText>x</w:delText></w:r></w:del>"
    assert _checked(p("T", "Seen", gone, r(" not", "<w:vanish/>"), "."), p("C1", "1 Part 3")) == [
        ("paragraph", "Seen.")
    ]


@pytest.mark.parametrize(
    ("paragraph", "kind"),
    [
        (p("T", "Words", numbering=level(0)), "item"),
        (p("LB", "Words"), "item"),
        (p("LC", "Words"), "paragraph"),
        (p("Sub", "Words"), "paragraph"),
        (p("T", "Words", numbering='<w:outlineLvl w:val="1"/>'), "heading"),
        (p("H1", "Words"), "heading"),
        (table(("Words",)), "cell"),
    ],
)
def test_a_paragraph_is_checked_as_what_it_is(paragraph: str, kind: str) -> None:
    subtitle = (
        '<w:style w:type="paragraph" w:styleId="Sub"><w:name w:val="Subtitle"/>'
        '<w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    assert _checked(paragraph, styles=subtitle) == [(kind, "Words")]


def test_a_sign_of_a_symbol_typeface_is_checked_as_that_sign() -> None:
    tick = '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'
    assert _checked(p("T", tick, " Yes")) == [("paragraph", "✔ Yes")]
