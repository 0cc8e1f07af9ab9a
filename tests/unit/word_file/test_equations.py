"""Equations as words: nothing that is drawn as two things is read as one."""

from __future__ import annotations

import pytest
from lxml import etree

from exporter.word_file.equations import words
from exporter.word_file.names import M


def _t(text: str) -> str:
    return f"<m:r><m:t>{text}</m:t></m:r>"


def _two(name: str, first: str, second: str, about: str = "") -> str:
    """An element of two parts, as "f:num,den"."""
    element, _, parts = name.partition(":")
    one, _, other = parts.partition(",")
    inside = f"{about}<m:{one}>{first}</m:{one}><m:{other}>{second}</m:{other}>"
    return f"<m:{element}>{inside}</m:{element}>"


@pytest.mark.parametrize(
    ("inside", "said"),
    [
        (_t("a") + _t("+b"), "a+b"),
        (_two("f:num,den", _t("1"), _t("2")), "1/2"),
        (_two("f:num,den", _t("a+b"), _t("12")), "(a+b)/12"),
        (_two("f:num,den", _t("n"), _t("k"), '<m:fPr><m:type m:val="noBar"/></m:fPr>'), "n¦k"),
        (_two("sSup:e,sup", _t("x"), _t("2")), "x^2"),
        (_two("sSub:e,sub", _t("x"), _t("i+1")), "x_(i+1)"),
        (_two("rad:deg,e", "", _t("2")), "√2"),
        (_two("rad:deg,e", _t("3"), _t("a+1")), "∛(a+1)"),
        (_two("rad:deg,e", _t("n"), _t("2")), "√(n&2)"),
        (_two("func:fName,e", _t("sin"), _t("x")), "sin x"),
        (_two("limLow:e,lim", _t("lim"), _t("x→0")), "lim_(x→0)"),
        ('<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr><m:sub>' + _t("i=1") + "</m:sub><m:sup>"
         + _t("n") + "</m:sup><m:e>" + _t("i") + "</m:e></m:nary>", "∑_(i=1)^n i"),
        ("<m:d><m:e>" + _t("x") + "</m:e><m:e>" + _t("y") + "</m:e></m:d>", "(x|y)"),
        ('<m:d><m:dPr><m:begChr m:val="["/><m:endChr m:val=""/></m:dPr><m:e>' + _t("x")
         + "</m:e></m:d>", "[x"),
        ("<m:acc><m:e>" + _t("x") + "</m:e></m:acc>", "x\u0302"),
        ("<m:m>" + ("<m:mr><m:e>" + _t("1") + "</m:e><m:e>" + _t("0") + "</m:e></m:mr>") * 2
         + "</m:m>", "1, 0; 1, 0"),
        ("<m:eqArr><m:e>" + _t("x=1") + "</m:e><m:e>" + _t("y=2") + "</m:e></m:eqArr>", "x=1; y=2"),
        ("<m:borderBox><m:e>" + _t("x") + "</m:e></m:borderBox>", "x"),
        ("<w:ins>" + _t("new") + "</w:ins><w:del>" + _t("old") + "</w:del>", "new"),
    ],
)  # fmt: skip
def test_the_signs_that_a_shape_stands_for_are_read(inside: str, said: str) -> None:
    names = f'xmlns:m="{M[1:-1]}" xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    assert words(etree.fromstring(f"<m:oMath {names}>{inside}</m:oMath>")) == said
