"""verify and outline never contradict each other on one Word file."""

from __future__ import annotations

import pytest

from exporter.diagnostics import Unreadable
from exporter.file_rules.docx import check
from exporter.outline import Outline
from exporter.readback.docx import read
from tests import word_files
from tests.benchmarks import word_samples
from tests.unit.file_rules.docx import test_docx_rules as rules
from tests.unit.file_rules.docx.spoiling import spoiled
from tests.unit.readback import word_by_hand as hand
from tests.unit.readback.word_by_hand import p, picture, r, table
from tests.word_agreement import contradictions


def _told(data: bytes) -> Outline | None:
    try:
        seen = read(data)
    except Unreadable:
        return None
    return (*seen.outline, *seen.furniture)


def _contradictions(data: bytes) -> list[str]:
    return list(contradictions(check(data), _told(data)))


@pytest.mark.parametrize("name", word_files.NAMES)
def test_on_our_own_files(name: str) -> None:
    assert _contradictions(word_files.word_file(name).data) == []


@pytest.mark.parametrize("code", rules.SPOILS)
def test_on_every_spoiled_example(code: str) -> None:
    make, spoil = rules.SPOILS[code]
    assert _contradictions(spoiled(make(), spoil)) == []


@pytest.mark.parametrize("name", word_samples.WITHOUT_OTHERS)
def test_on_files_of_other_makers(name: str) -> None:
    assert _contradictions(word_samples.WITHOUT_OTHERS[name]()) == []


@pytest.mark.parametrize("data", [b"", b"no zip", b"PK\x03\x04"])
def test_on_what_is_no_word_file(data: bytes) -> None:
    assert _contradictions(data) == []


def _form_field(about: str) -> str:
    sign = f'<w:fldChar w:fldCharType="begin"><w:ffData>{about}</w:ffData></w:fldChar>'
    return f'<w:r>{sign}</w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'


_BOX = f"<w:txbxContent>{p('T', 'Boxed')}{picture('')}</w:txbxContent>"
_TITLE = '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>'
_STRANGERS = {
    "tables with and without lines, styles and headers": (
        table(("a", "b"), ("c", "d"))
        + table(("a", "b"), ("c", "d"), style="DT", look='<w:tblLook w:val="04A0"/>')
        + table(("a", "b"))
        + table(("a",), ("b",), style="DT")
        + table((table(("a", "b"), ("c", "d")), "e"), ("f", "g"))
        + table((picture(""), "words"), (picture("A bus"), "words"))
    ),
    "pictures new, old, hidden, deleted and in boxes": p(
        "T",
        "<w:r><w:pict><v:shape/><v:rect o:hr='t'/><v:shape alt='A map'/></w:pict></w:r>",
        "<w:del><w:r><w:drawing><wp:docPr id='1'/></w:drawing></w:r></w:del>",
        "<w:r><w:rPr><w:vanish/></w:rPr><w:drawing><wp:docPr id='2'/></w:drawing></w:r>",
        f"<w:r><w:drawing><wp:anchor><wp:docPr id='3'/>{_BOX}</wp:anchor></w:drawing></w:r>",
        "<w:r><w:object><v:shape/><o:OLEObject/></w:object></w:r>",
    ),
    "headings by style, by level, skipped, empty and hidden": (
        p("H1", "One")
        + f'<w:p><w:pPr><w:outlineLvl w:val="3"/></w:pPr>{r("Four")}</w:p>'
        + p("H2", "")
        + p("H2", r("hidden", "<w:vanish/>"))
        + f'<w:p><w:pPr><w:pStyle w:val="H1"/><w:outlineLvl w:val="9"/></w:pPr>{r("Body")}</w:p>'
    ),
    "a title and nothing else": p("Title", "Our plan") + p("T", "Words and words. " * 300),
    "a title and a deep heading": p("Title", "Our plan") + p("H2", "Part") + p("T", "Words."),
    "no heading": p("T", "Words and words. " * 300),
    "form fields": p("T", _form_field("<w:textInput/>"), _form_field("<w:checkBox/>")),
    "lists real, typed and hidden": (
        p("LB", "- real")
        + p("T", "- typed")
        + p("T", "- typed too")
        + p("T", r("- hidden", "<w:vanish/>"), "seen")
        + p("T", r("Bold", "<w:b/>"))
        + p("T", "after it")
    ),
    "links with and without words": p("T", '<w:hyperlink w:anchor="x"/>', "words"),
}


@pytest.mark.parametrize("name", _STRANGERS)
def test_on_what_strangers_do(name: str) -> None:
    assert _contradictions(hand.word(_STRANGERS[name], styles=_TITLE)) == []


def test_a_contradiction_would_be_seen() -> None:
    data = hand.word(_STRANGERS["tables with and without lines, styles and headers"])
    found = check(data)
    assert list(contradictions(found, ())) == [
        "1 pictures without a description, and 0 are told without one",
        "word-table-header-missing: 2 times, and 0 tables are told",
        "word-table-description-missing: 3 times, and 0 tables are told",
    ]
    assert list(contradictions(found, None)) == ["one can read it and the other cannot"]
