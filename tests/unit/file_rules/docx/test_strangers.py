"""What is said of a Word file that nobody here made: where it is wrong, and what is not wrong."""

from __future__ import annotations

from exporter.diagnostics import Diagnostic
from exporter.file_rules.docx import check
from tests.unit.file_rules.docx.spoiling import SETTINGS, good, spoiled
from tests.unit.readback.word_by_hand import p, picture, r, table, word

_DATA = (("Day", "Price"), ("Monday", "£2"))


def _found(code: str, *body: str, styles: str = "") -> list[Diagnostic]:
    data = word("".join(body), styles=styles)
    return [finding for finding in check(data) if finding.code == code]


def _places(code: str, *body: str) -> list[str]:
    return [finding.where for finding in _found(code, *body)]


def test_without_headings_a_place_is_the_words_there_or_those_before() -> None:
    words = p("T", "Dear all, this letter tells you what we have decided for the year.")
    assert _places("word-alt-missing", picture(""), words, picture("")) == [
        "paragraph 1",
        "after “Dear all, this letter tells you what we …”, paragraph 3",
    ]
    assert _places("word-blanks-repeated", p("T", "One    two")) == ["at “One two”"]


def test_a_place_is_the_heading_and_the_page_where_the_file_knows_it() -> None:
    page = "<w:r><w:lastRenderedPageBreak/></w:r>"
    body = (p("H1", "Aims"), p("T", "Words.", page, page), picture(""))
    assert _places("word-alt-missing", *body) == ["page 3, under the heading “Aims”"]
    assert _places("word-alt-missing", p("T", "Words.", page), picture("")) == [
        "page 2, after “Words.”, paragraph 2"
    ]


def test_a_table_is_called_by_its_first_words() -> None:
    assert _places("word-table-header-missing", table(*_DATA)) == [
        "the table “Day Price Monday £2”"
    ]


def test_a_title_alone_is_told_as_what_it_is() -> None:
    title = '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>'
    body = (p("Title", "Our plan"), p("T", "Words and more words. " * 150))
    (finding,) = _found("word-headings-missing", *body, styles=title)
    assert finding.message == "602 words have no heading but the title."


def test_no_two_pictures_in_a_file_without_headings_have_the_same_place() -> None:
    many = [picture("")] * 100
    assert len(set(_places("word-alt-missing", *many))) == 100


def test_a_table_without_a_style_is_asked_for_its_header_and_a_frame_is_not() -> None:
    assert _found("word-table-header-missing", table(*_DATA))
    frame = '<w:tblBorders><w:top w:val="single"/></w:tblBorders>'
    for rows in ((("Boxed",),), (("Above",), ("Below",)), (("Left", "Right"),)):
        assert not _found("word-table-header-missing", table(*rows, look=frame))
        assert not _found("word-table-header-missing", table(*rows, style="DT"))


def test_a_picture_that_is_deleted_or_hidden_is_not_asked_about() -> None:
    drawing = picture("").partition("<w:r>")[2].removesuffix("</w:r></w:p>")
    hidden = f"<w:r><w:rPr><w:vanish/></w:rPr>{drawing}</w:r>"
    deleted = f"<w:del><w:r>{drawing}</w:r></w:del>"
    assert not _found("word-alt-missing", p("T", hidden, deleted, "Words."))


def test_hidden_words_and_text_in_a_deleted_list_are_no_fault() -> None:
    assert not _found("word-list-faked", p("T", r("- one", "<w:vanish/>"), "Alone"))


def test_a_dash_alone_begins_no_list_and_a_dot_does() -> None:
    lines = {"– Ann Lee": False, "* prices of 2026": False, "• one": True}
    for line, told in lines.items():
        assert bool(_found("word-list-faked", p("T", line) + p("T", "And words."))) == told
    assert _found("word-list-faked", p("T", "– Ann") + p("T", "– Ben"))


def test_a_box_is_not_asked_for_a_description_and_an_old_picture_is() -> None:
    box = f'<w:drawing><wp:docPr id="1"/><w:txbxContent>{p("T", "Go")}</w:txbxContent></w:drawing>'
    old = "<w:pict><v:shape><v:imagedata/></v:shape></w:pict>"
    line = '<w:pict><v:rect o:hr="t"/></w:pict>'
    assert not _found("word-alt-missing", p("T", f"<w:r>{box}</w:r>"))
    assert not _found("word-alt-missing", p("T", f"<w:r>{line}</w:r>"))
    assert len(_found("word-alt-missing", p("T", f"<w:r>{old}</w:r>"))) == 1


def test_a_form_field_says_what_it_asks_for() -> None:
    def field(about: str) -> str:
        return (
            f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{about}</w:ffData></w:fldChar></w:r>'
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        )

    unnamed = '<w:name w:val="Text1"/><w:textInput/>'
    helped = f'{unnamed}<w:helpText w:val="Your name"/>'
    assert len(_found("word-control-untitled", p("T", field(unnamed)))) == 1
    assert not _found("word-control-untitled", p("T", field(helped)))


def test_a_label_of_an_office_restricts_nobody() -> None:
    def labelled(files: dict[str, str]) -> None:
        files["docMetadata/LabelInfo.xml"] = "<labels/>"

    assert "word-access-restricted" not in {one.code for one in check(spoiled(good(), labelled))}


def test_an_older_mode_is_asked_about() -> None:
    def older(files: dict[str, str]) -> None:
        files[SETTINGS] = files[SETTINGS].replace('w:val="15"', 'w:val="12"')

    (finding,) = check(spoiled(good(), older))
    assert (finding.code, finding.severity.label) == ("word-compatibility-mode", "please answer")
