"""Questions to fill in: real fields in every format, named, in order, and printed."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from functools import cache
from typing import Any

import pikepdf
import pytest
from lxml import etree
from pypdf import PdfWriter

from exporter.adapt import adapt
from exporter.compare import same_edition
from exporter.diagnostics import SourceError
from exporter.fonts import repertoire
from exporter.formats import FORMATS
from exporter.load import load
from exporter.model import Answer, Box, Document, Paragraph, Question, Text
from exporter.outline import Entry, briefly, outline_of
from exporter.styles.editions import load_edition
from exporter.styles.words import load_words
from exporter.walk import blocks_within, every_block
from exporter.web_page.tree import Element, parse
from exporter.writers import html
from exporter.writers.fields import typing_face
from tests import build
from tests.test_parity import BRAND, _writer
from tests.typed.folders import proof_of

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_LONG = "What would help you, and those who help you, to take part in our meetings in the evening?"
ENGINES = ("pdf_reportlab", "pdf_weasyprint")


def _asked() -> Document:
    answers = (Answer(build.words("Money for travel")), Answer(build.words("A quiet room")))
    moods = (
        Answer(build.words("Yes"), "yes"),
        Answer(build.words("No"), "no"),
        Answer(build.words("Not sure"), "not-sure"),
    )
    return build.document(
        Question(
            "several", build.words(_LONG), answers, hint=(Text("Choose."),), name="question-1"
        ),
        Question("yes-no", build.words("Was it clear?"), moods, name="question-2"),
        Question("one", build.words("When can you come?"), answers, name="question-3"),
        Question("lines", build.words("What else?"), lines=4, name="question-4"),
    )


_ASKS = (
    f"{_LONG} Money for travel",
    f"{_LONG} A quiet room",
    "Was it clear? Yes",
    "Was it clear? No",
    "Was it clear? Not sure",
    "When can you come? Money for travel",
    "When can you come? A quiet room",
    "What else?",
)


@cache
def _file(name: str, edition: str = "standard") -> bytes:
    return _writer(name)(_asked(), load_edition(edition).theme)


def test_each_answer_is_an_item_with_a_field_that_says_what_it_is_for() -> None:
    told = [(one.role, one.text, one.kind) for one in outline_of(_asked())[3:]]
    assert told[:6] == [
        ("label", _LONG, ""),
        ("paragraph", "Choose.", ""),
        ("item", "Money for travel", ""),
        ("field", f"{_LONG} Money for travel", "check"),
        ("item", "A quiet room", ""),
        ("field", f"{_LONG} A quiet room", "check"),
    ]
    assert told[-2:] == [("label", "What else?", ""), ("field", "What else?", "text")]


def test_what_a_field_asks_for_is_compared_by_its_end_where_it_is_too_long_for_word() -> None:
    asked = f"{_LONG} Money for travel"
    assert briefly(asked) == "… to take part in our meetings in the evening? Money for travel"
    assert briefly(briefly(asked)) == briefly(asked)
    assert briefly("x" * 200) == "… " + "x" * 62
    assert Entry("field", asked).key() == Entry("field", briefly(asked)).key()
    assert Entry("field", asked).key() != Entry("field", f"{_LONG} A quiet room").key()
    assert Entry("item", asked).key() != Entry("item", briefly(asked)).key()


# ---- PDF ----


def _widgets(pdf: pikepdf.Pdf) -> Iterator[Any]:
    for page in pdf.pages:
        for one in page.get("/Annots", []):
            if one.Subtype == "/Widget":
                yield one


@pytest.mark.parametrize("engine", ENGINES)
def test_every_field_of_a_pdf_says_what_it_asks_and_shows_each_of_its_states(engine: str) -> None:
    with pikepdf.open(io.BytesIO(_file(engine))) as pdf:
        form = pdf.Root.AcroForm
        widgets = list(_widgets(pdf))
        assert tuple(str(one.TU) for one in widgets) == _ASKS
        whole = [one.get("/Parent", one).objgen for one in widgets]
        assert [one.objgen for one in form.Fields] == list(dict.fromkeys(whole))
        assert len({str(one.T) for one in form.Fields}) == len(form.Fields) == 5
        assert all(int(one.F) == 4 and "/A" not in one and "/AA" not in one for one in widgets)
        assert "/NeedAppearances" not in form
        assert "/XFA" not in form
        *boxes, lines = widgets
        for box in boxes:
            said = box.get("/Parent", box)
            assert (str(said.FT), str(box.AS), str(said.V)) == ("/Btn", "/Off", "/Off")
            assert set(box.AP.keys()) == {"/N"}
            (ticked,) = set(box.AP.N.keys()) - {"/Off"}
            assert len(box.AP.N[ticked].read_bytes()) > len(box.AP.N.Off.read_bytes())
        assert [set(box.AP.N.keys()) for box in boxes[:2]] == [{"/Off", "/Yes"}] * 2
        assert (str(lines.FT), int(lines.Ff)) == ("/Tx", 1 << 12)
        assert lines.AP.N.read_bytes().count(b" l") == 4
        assert all(page.Tabs == "/S" for page in pdf.pages if "/Annots" in page)


@pytest.mark.parametrize("engine", ENGINES)
def test_where_one_answer_is_chosen_all_are_one_field_of_a_pdf(engine: str) -> None:
    with pikepdf.open(io.BytesIO(_file(engine))) as pdf:
        _, _, clear, come, _ = pdf.Root.AcroForm.Fields
        for one, asks, answers in (
            (clear, "Was it clear?", ["Yes", "No", "Not sure"]),
            (come, "When can you come?", ["Money for travel", "A quiet room"]),
        ):
            assert int(one.Ff) == (1 << 15) | (1 << 14)
            assert str(one.TU) == asks
            assert list(map(str, one.Opt)) == answers
            assert [str(kid.TU) for kid in one.Kids] == [f"{asks} {said}" for said in answers]
            assert all("/T" not in kid and "/V" not in kid for kid in one.Kids)
            states = [sorted(map(str, kid.AP.N.keys())) for kid in one.Kids]
            assert states == [[f"/{number}", "/Off"] for number in range(len(answers))]
        assert b" c" in clear.Kids[0].AP.N.Off.read_bytes()


@pytest.mark.parametrize("engine", ENGINES)
def test_an_answer_that_another_program_chose_is_read_back_and_no_other_is(engine: str) -> None:
    filled = PdfWriter(clone_from=io.BytesIO(_file(engine)))
    chosen = {"question-1-answer-2": "/Yes", "question-2": "/1", "question-3": "/0"}
    for page in filled.pages:
        if "/Annots" in page and any(one["/Subtype"] == "/Widget" for one in page.annotations):
            filled.update_page_form_field_values(page, chosen, auto_regenerate=False)
    saved = io.BytesIO()
    filled.write(saved)
    fields = [one for one in FORMATS["pdf"].read_back(saved.getvalue()) if one.role == "field"]
    assert [one.text for one in fields if one.value] == [_ASKS[1], _ASKS[3], _ASKS[5]]


@pytest.mark.parametrize("engine", ENGINES)
def test_every_field_of_a_pdf_is_in_a_tag_form_that_the_parent_tree_knows(engine: str) -> None:
    with pikepdf.open(io.BytesIO(_file(engine))) as pdf:
        numbers = dict(_leaves(pdf.Root.StructTreeRoot.ParentTree))
        for one in _widgets(pdf):
            holder = numbers[int(one.StructParent)]
            assert str(holder.S) == "/Form"
            kids = holder.K if isinstance(holder.K, pikepdf.Array) else [holder.K]
            assert [kid.Obj.objgen for kid in kids] == [one.objgen]


def _leaves(tree: Any) -> Iterator[tuple[int, Any]]:
    for kid in tree.get("/Kids", []):
        yield from _leaves(kid)
    pairs = list(tree.get("/Nums", []))
    yield from ((int(key), value) for key, value in zip(pairs[::2], pairs[1::2], strict=True))


@pytest.mark.parametrize("engine", ENGINES)
def test_the_typeface_that_readers_type_in_is_in_the_file(engine: str) -> None:
    with pikepdf.open(io.BytesIO(_file(engine))) as pdf:
        font = pdf.Root.AcroForm.DR.Font.Typing
        assert font.Encoding == "/WinAnsiEncoding"
        assert len(font.Widths) == 224
        assert int(font.Widths[ord("A") - 32]) > 400
        assert font.FontDescriptor.FontFile2.read_bytes()[:4] == b"\0\1\0\0"
        (lines,) = [one for one in _widgets(pdf) if one.get("/FT") == "/Tx"]
        assert re.fullmatch(r"/Typing 1[0-9.]+ Tf 0 g", str(lines.DA))


def test_a_typeface_without_the_letters_of_keyboards_is_not_typed_in() -> None:
    assert "Arimo" in dict(typing_face("Noto Sans Arabic").descriptor)["FontName"]
    assert "Atkinson" in dict(typing_face("Atkinson Hyperlegible").descriptor)["FontName"]


@pytest.mark.parametrize("engine", ENGINES)
def test_boxes_and_lines_grow_with_the_edition(engine: str) -> None:
    sizes = []
    for edition in ("standard", "giant-print"):
        with pikepdf.open(io.BytesIO(_file(engine, edition))) as pdf:
            box, *_, lines = list(_widgets(pdf))
            sides = [float(box.Rect[2] - box.Rect[0]), float(box.Rect[3] - box.Rect[1])]
            assert abs(sides[0] - sides[1]) < 0.1
            sizes.append((sides[0], float(lines.Rect[3] - lines.Rect[1]) / 4))
    assert sizes[0][0] >= 17
    assert sizes[0][1] >= 25
    assert sizes[1][0] > 1.5 * sizes[0][0]
    assert sizes[1][1] > 1.5 * sizes[0][1]


# ---- Word ----


def test_controls_of_word_have_titles_that_it_can_open() -> None:
    with zipfile.ZipFile(io.BytesIO(_file("docx"))) as package:
        body = etree.fromstring(package.read("word/document.xml"))
        fonts = package.read("word/fontTable.xml").decode()
    controls = [one for one in body.iter(f"{_W}sdt") if one.find(f".//{_W}docPartObj") is None]
    titles = [one.find(f"{_W}sdtPr/{_W}alias").get(f"{_W}val") for one in controls]
    assert titles == [briefly(asks) for asks in _ASKS]
    assert all(len(title) <= 64 for title in titles)
    tags = [one.find(f"{_W}sdtPr/{_W}tag").get(f"{_W}val") for one in controls]
    assert tags[0] == "question-1-answer-1"
    assert len(set(tags)) == len(tags)
    numbers = [
        one.get(f"{_W}val") for one in body.iter(f"{_W}id") if one.getparent().tag == f"{_W}sdtPr"
    ]
    assert len(set(numbers)) == len(numbers)
    assert "Exporter Signs" in fonts


def test_word_has_round_marks_where_one_answer_is_chosen_in_a_typeface_that_has_them() -> None:
    with zipfile.ZipFile(io.BytesIO(_file("docx"))) as package:
        body = etree.fromstring(package.read("word/document.xml"))
    signs = {}
    for one in body.iter(f"{_W}sdt"):
        tag = one.find(f"{_W}sdtPr/{_W}tag")
        if tag is None or "answer" not in tag.get(f"{_W}val"):
            continue
        states = {
            part.get(f"{_W14}font"): chr(int(part.get(f"{_W14}val"), 16))
            for part in one.iter(f"{_W14}uncheckedState")
        }
        (face,) = [part.get(f"{_W}ascii") for part in one.iter(f"{_W}rFonts")]
        shown = "".join(part.text for part in one.iter(f"{_W}t"))
        assert states == {face: shown}
        assert shown in repertoire(face)
        signs.setdefault(tag.get(f"{_W}val").partition("-answer")[0], set()).add(shown)
    asked = (one for one in every_block(_asked().sections) if isinstance(one, Question))
    kinds = {one.name: one.kind for one in asked if one.answers}
    assert signs == {name: {"☐" if kind == "several" else "○"} for name, kind in kinds.items()}


def test_one_line_to_write_on_is_no_empty_paragraph_of_word() -> None:
    document = build.document(Question("lines", build.words("Who?"), lines=1, name="question-1"))
    theme = load_edition("standard").theme
    found, _ = FORMATS["docx"].look(_writer("docx")(document, theme), theme, "clear-print")
    assert "word-blank-paragraphs" not in {one.code for one in found}


# ---- web ----


def _fields(page: Element) -> list[Element]:
    return [one for one in page.all_elements() if one.tag in ("input", "textarea")]


def test_a_web_page_keeps_answers_and_sends_nothing() -> None:
    page = _file("html").decode()
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy
    assert "default-src 'none'" in policy[1]
    assert "form-action 'none'" in policy[1]
    assert "<form" not in page
    assert "localStorage" in page
    plain = html.stamp(
        html.compile(build.document(build.para("Words.")), load_edition("standard").theme), BRAND
    )
    assert b"answers of" not in plain
    assert b'answers-kept"' not in plain


def test_every_field_of_a_web_page_stands_in_a_group_that_is_named_by_its_question() -> None:
    page = parse(_file("html"))
    groups = [
        one for one in page.all_elements() if one.tag == "fieldset" and one.has("data-question")
    ]
    assert [one.get("data-question") for one in groups] == ["several", "yes-no", "one", "lines"]
    kinds = [[field.get("type") for field in _fields(group)] for group in groups]
    assert kinds == [["checkbox"] * 2, ["radio"] * 3, ["radio"] * 2, [""]]
    names = [{field.get("name") for field in _fields(group)} for group in groups]
    assert len(names[1]) == len(names[2]) == 1
    assert names[1] != names[2]


# ---- easy read, and the names of fields ----


def test_questions_are_numbered_through_the_document_in_reading_order(tmp_path: Any) -> None:
    folder = tmp_path / "asked"
    (folder / "sections").mkdir(parents=True)
    (folder / "document.yaml").write_text("title: T\nlanguage: en-GB\nsections: [one]\n")
    (folder / "sections" / "one.yaml").write_text(
        "heading: One\npicture: none\nbody: |\n  ::: question yes-no\n  Was it good?\n  :::\n\n"
        "  ::: question lines\n  What else?\n  :::\n"
        "easy_read:\n  - picture: none\n    text: Do you want tea?\n    question: one\n"
        "    answers: [With milk, With sugar]\n"
    )
    source = load(folder)
    words = load_words("en-GB")
    standard = adapt(source, load_edition("standard"), words).sections[0].blocks
    asked = [block for block in standard if isinstance(block, Question)]
    assert [(one.name, one.lines, len(one.answers)) for one in asked] == [
        ("question-1", 0, 3),
        ("question-2", 4, 0),
    ]
    (row,) = adapt(source, load_edition("easy-read"), words).sections[0].blocks
    (question,) = row.blocks  # type: ignore[union-attr]
    assert isinstance(question, Question)
    assert question.name == "question-1"
    assert question.hint == (Text("Choose one."),)


def _with_body(folder: Any, body: str) -> Any:
    (folder / "sections").mkdir(parents=True)
    (folder / "document.yaml").write_text("title: T\nlanguage: en-GB\nsections: [one]\n")
    lines = "".join(f"  {line}\n" for line in body.split("\n"))
    written = f"heading: One\npicture: none\nbody: |\n{lines}easy_read: none\n"
    (folder / "sections" / "one.yaml").write_text(written)
    return folder


def test_a_step_of_a_list_may_ask_a_question(tmp_path: Any) -> None:
    body = (
        "1. Fill in.\n\n   ::: question several\n   Which?\n\n   - A\n   - B\n   :::\n\n"
        "   - Inside\n\n     ::: question lines\n     What else?\n     :::\n2. Send it."
    )
    source = load(_with_body(tmp_path / "asked", body))
    (steps,) = adapt(source, load_edition("standard"), load_words("en-GB")).sections[0].blocks
    asked = [one for one in blocks_within((steps,)) if isinstance(one, Question)]
    assert [(one.name, one.kind, len(one.answers)) for one in asked] == [
        ("question-1", "several", 2),
        ("question-2", "lines", 0),
    ]
    assert asked[0].hint == (Text("Choose as many as you want."),)


IN_A_BOX = (
    "::: activity Think about it\n1. Read it.\n\n   ::: question one\n   Which?\n\n   - A\n   - B\n"
    "   :::\n2. Send it.\n\n::: question yes-no\nWas it clear?\n:::\n\n::: question lines 3\n"
    "What else?\n:::\n\nThank you.\n:::\n\nBehind."
)


def test_questions_stand_in_a_box_too_and_in_its_steps(tmp_path: Any) -> None:
    folder = _with_body(tmp_path / "asked", IN_A_BOX)
    document = adapt(load(folder), load_edition("standard"), load_words("en-GB"))
    box, behind = document.sections[0].blocks
    assert isinstance(box, Box)
    assert [type(one).__name__ for one in box.blocks] == [
        "List",
        "Question",
        "Question",
        "Paragraph",
    ]
    assert isinstance(behind, Paragraph)
    asked = [one for one in blocks_within((box,)) if isinstance(one, Question)]
    assert [(one.name, one.kind, one.place.line) for one in asked] == [
        ("question-1", "one", 7), ("question-2", "yes-no", 15), ("question-3", "lines", 19),
    ]  # fmt: skip
    assert proof_of(folder, document) == ()
    for name in ("html", "docx", "epub", *ENGINES):
        made = _writer(name)(document, load_edition("standard").theme)
        kind = "pdf" if name in ENGINES else name
        found = FORMATS[kind].read_back(made)
        assert same_edition(outline_of(document), found) == ()


@pytest.mark.parametrize(
    ("inside", "code"),
    [
        ("::: question one\nWhich?\n:::", "question-answers"),
        ("::: note\nWords.\n:::", "fence-nested"),
        ("::: figure ring\n:::", "fence-nested"),
        ("- One\n\n  ::: figure ring\n  :::", "fence-in-paragraph"),
        ("::: question yes-no\nWas it clear?", "fence-unclosed"),
    ],
)
def test_what_is_wrong_in_a_box_is_told_with_its_line(
    inside: str, code: str, tmp_path: Any
) -> None:
    body = f"::: activity Think about it\nWords.\n\n{inside}\n:::"
    with pytest.raises(SourceError) as told:
        load(_with_body(tmp_path / "asked", body))
    found = [one for one in told.value.findings if one.code == code]
    assert len(found) == 1
    assert 4 <= found[0].place.line <= 9


@pytest.mark.parametrize("word", ["question yes-no", "note", "figure x", "contents"])
def test_a_block_in_a_quotation_or_in_what_a_word_means_is_told(word: str, tmp_path: Any) -> None:
    quoted = f"- One\n\n  > Said\n  >\n  > ::: {word}\n  > Words?\n  > :::"
    meaning = f"- One\n\n  Word\n  : Means\n\n    ::: {word}\n    Words?\n    :::"
    for number, body in enumerate((quoted, meaning)):
        with pytest.raises(SourceError) as told:
            load(_with_body(tmp_path / f"asked-{number}", body))
        assert "block-here" in {one.code for one in told.value.findings}


@pytest.mark.parametrize("name", ["html", "docx", "epub", *ENGINES])
def test_a_file_with_questions_has_the_same_bytes_twice(name: str) -> None:
    again = _writer(name)(_asked(), load_edition("standard").theme)
    assert again == _file(name)
