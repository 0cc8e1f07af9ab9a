"""A question has a name, and the text leads to it: in every format, edition and language."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pikepdf
import pytest

from exporter.adapt import adapt
from exporter.compare import same_edition
from exporter.diagnostics import SourceError
from exporter.formats import FORMATS
from exporter.importing.write.blocks import blocks as written_as
from exporter.load import load
from exporter.model import Document, PageNumber, Question, Reference
from exporter.outline import outline_of
from exporter.styles.editions import load_edition
from exporter.styles.words import load_words
from exporter.walk import blocks_within, every_block, inlines_within, parts, plain_text
from tests.conftest import needs_pango
from tests.test_parity import _writer
from tests.typed.folders import proof_of

SECTION = """\
heading: One
picture: none
summary: First answer [](#needs).
body: |
  Then [the last one](#more), [](#day) and [](#clear).

  ::: question several {#needs}
  What would **help** [you](https://example.org/help)?

  - Money
  - A room
  :::

  1. Do this.

     ::: question one {#day}
     Which day?

     - Monday
     - Friday
     :::

  2. Do that.

  ::: activity Try it
  ::: question yes-no { #clear }
  Was it clear?
  :::
  :::
detail: |
  ::: question lines 3 {#more}
  What else?
  :::
easy_read:
  - picture: none
    text: Please answer [](#needs). Then [the last one](#more).
  - picture: none
    question: several {#needs}
    text: What do you need?
    answers: [Money, A room]
"""
NAMED = ("needs", "day", "clear", "more")


def _folder(home: Path, section: str = SECTION) -> Path:
    (home / "sections").mkdir(parents=True)
    (home / "document.yaml").write_text("title: T\nlanguage: en-GB\nsections: [one]\n")
    (home / "sections" / "one.yaml").write_text(section)
    return home


def _document(home: Path, edition: str = "standard") -> Document:
    return adapt(load(home), load_edition(edition), load_words("en-GB"))


def _references(document: Document) -> list[tuple[str, str]]:
    every = (one for block in every_block(document.sections) for one in parts(block).inlines)
    found = (one for words in every for one in inlines_within(words))
    return [(one.target, plain_text(one.children)) for one in found if isinstance(one, Reference)]


def test_an_empty_reference_says_the_words_of_the_question(tmp_path: Path) -> None:
    document = _document(_folder(tmp_path / "asked"))
    assert _references(document) == [
        ("needs", "“What would help you?”"),
        ("more", "the last one"),
        ("day", "“Which day?”"),
        ("clear", "“Was it clear?”"),
    ]
    asked = [one for one in every_block(document.sections) if isinstance(one, Question)]
    assert tuple(one.anchor for one in asked) == NAMED
    assert len({one.name for one in asked}) == 4
    words = (one for block in every_block(document.sections) for one in parts(block).inlines)
    paged = [one.target for w in words for one in inlines_within(w) if isinstance(one, PageNumber)]
    assert paged == ["needs", "more", "day", "clear"]


def test_easy_read_leads_to_its_own_question_and_never_to_one_that_it_has_not(
    tmp_path: Path,
) -> None:
    folder = _folder(tmp_path / "asked")
    document = _document(folder, "easy-read")
    assert _references(document) == [("needs", "“What do you need?”")]
    said = [one.text for one in outline_of(document) if "the last one" in one.text]
    assert said == ["Please answer “What do you need?”. Then the last one (in the full guide)."]
    assert proof_of(folder, document) == ()


@pytest.mark.parametrize("edition", ["standard", "giant-print", "headlines"])
def test_what_was_typed_about_questions_arrives(edition: str, tmp_path: Path) -> None:
    folder = _folder(tmp_path / "asked")
    assert proof_of(folder, _document(folder, edition)) == ()


@pytest.mark.parametrize("name", ["html", "docx", "epub", "pdf_reportlab", "pdf_weasyprint"])
def test_in_every_format_the_text_leads_to_the_question(name: str, tmp_path: Path) -> None:
    if name == "pdf_weasyprint":
        needs_pango()
    document = _document(_folder(tmp_path / "asked"))
    data = _writer(name)(document, load_edition("standard").theme)
    kind = "pdf" if name.startswith("pdf") else name
    assert same_edition(outline_of(document), FORMATS[kind].read_back(data)) == ()
    assert _places(kind, data) >= set(NAMED)
    assert _led_to(kind, data) >= set(NAMED)


def _places(kind: str, data: bytes) -> set[str]:
    """The names that a file has places for."""
    if kind == "pdf":
        with pikepdf.open(io.BytesIO(data)) as pdf:
            return {str(name) for name in pikepdf.NameTree(pdf.Root.Names.Dests)}
    marks = {"html": r'<fieldset id="(\w+)"', "epub": r'<fieldset id="(\w+)"'}
    pattern = marks.get(kind, r'<w:bookmarkStart [^>]*w:name="(\w+)"')
    return set(re.findall(pattern, _text(kind, data)))


def _led_to(kind: str, data: bytes) -> set[str]:
    """The names that its links lead to."""
    if kind == "pdf":
        with pikepdf.open(io.BytesIO(data)) as pdf:
            links = [one for page in pdf.pages for one in page.get("/Annots", [])]
            return {
                str(one.get("/Dest", one.A.get("/D", "") if "/A" in one else ""))
                for one in links
                if one.Subtype == "/Link"
            }
    pattern = r'<w:hyperlink [^>]*w:anchor="(\w+)"' if kind == "docx" else r'href="[^"#]*#(\w+)"'
    return set(re.findall(pattern, _text(kind, data)))


def _text(kind: str, data: bytes) -> str:
    if kind == "html":
        return data.decode()
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = [one for one in package.namelist() if re.search(r"document\.xml$|part-\d", one)]
        return "".join(package.read(one).decode() for one in names)


def test_an_import_writes_the_name_of_a_question(tmp_path: Path) -> None:
    (section,) = load(_folder(tmp_path / "asked")).sections
    written = [line for line, _ in written_as(section.detail)]
    assert written[0] == "::: question lines 3 {#more}"


@pytest.mark.parametrize(
    ("typed", "wrong", "code"),
    [
        ("several {#needs}\n  What would", "several {#Needs}\n  What would", "question-name"),
        ("several {#needs}\n  What would", "several {needs}\n  What would", "question-name"),
        ("lines 3 {#more}", "lines 3 {#more", "question-name"),
        ("lines 3 {#more}", "lines {#more} 3", "question-name"),
        ("one {#day}", "one {#clear}", "name-twice"),
        ("one {#day}", "one {#one}", "name-twice"),
        ("one {#day}", "one #day", "question-kind"),
        ("(#more), [](#day)", "(#mor), [](#day)", "reference-to-nothing"),
    ],
)
def test_a_name_that_cannot_serve_is_told(
    typed: str, wrong: str, code: str, tmp_path: Path
) -> None:
    assert typed in SECTION
    folder = _folder(tmp_path / "asked", SECTION.replace(typed, wrong, 1))
    with pytest.raises(SourceError) as told:
        load(folder)
    assert code in {one.code for one in told.value.findings}


def test_a_part_that_a_partner_leaves_out_takes_its_questions_with_it(tmp_path: Path) -> None:
    folder = _folder(tmp_path / "asked")
    (folder / "document.yaml").write_text("title: T\nlanguage: en-GB\nsections: [two, one]\n")
    two = "heading: Two\npicture: none\nbody: Answer [](#needs).\neasy_read: none\n"
    (folder / "sections" / "two.yaml").write_text(two)
    words, edition = load_words("en-GB"), load_edition("standard")
    kept = adapt(load(folder), edition, words, leave_out=frozenset({"one"}))
    assert _references(kept) == []
    asked = [one for block in kept.sections for one in blocks_within(block.blocks)]
    assert not [one for one in asked if isinstance(one, Question)]
