"""The engine around the tree: what it needs, what it refuses, and that it is the same twice."""

from __future__ import annotations

import ast
import builtins
import hashlib
import os
import subprocess
import sys
from dataclasses import replace
from typing import Any

import pytest

from exporter import fonts
from exporter.brand import ContactLine, DoesNotFit
from exporter.model import Foreign, Paragraph, Text
from exporter.outline import outline_of
from exporter.readback import pdf as reader
from exporter.styles.editions import load_edition
from exporter.writers import pdf_weasyprint
from exporter.writers.pdf_weasyprint import typefaces
from tests.build import document, everything, para, picture, words
from tests.conftest import ROOT
from tests.test_parity import BRAND
from tests.unit.writers.weasyprint.opened import build, opened, tree

ARABIC = "يعمل الناس معًا على قدم المساواة. من يستعمل الخدمة ومن يقدمها يقررون معًا."


def _has(family: str) -> bool:
    return bool(fonts.repertoire(family))


needs_arabic = pytest.mark.skipif(
    not _has("Noto Sans Arabic"), reason="Noto Sans Arabic: the extra languages is not installed"
)


def test_the_file_says_what_it_is() -> None:
    pdf = opened(build(everything()))
    assert str(pdf.Root.Lang) == "en-GB"
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    assert pdf.Root.MarkInfo.Marked
    assert str(pdf.docinfo.Title) == "A small sample"
    assert str(pdf.docinfo.Author) == BRAND.publisher
    with pdf.open_metadata() as data:
        assert data["pdfuaid:part"] == "1"
        assert data["dc:title"] == "A small sample"
    assert pdf.Root.PageLabels.Nums[1].S == "/D"


def test_bookmarks_are_folded_below_the_first_level() -> None:
    with opened(build(everything())).open_outline() as outline:
        (title,) = outline.root
        assert title.title == "A small sample"
        assert not title.is_closed
        assert [part.title for part in title.children][:3] == [
            "Contents", "1. First part", "2. More",
        ]  # fmt: skip
        assert title.children[1].is_closed


def test_the_same_document_gives_the_same_bytes_in_another_process() -> None:
    here = build(everything())  # first: where Pango is missing this skips, and says so
    script = (
        "import hashlib\n"
        "from tests.build import everything\n"
        "from tests.unit.writers.weasyprint.opened import build\n"
        "print(hashlib.sha256(build(everything())).hexdigest())"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": "7", "PYTHONPATH": str(ROOT)},
    )
    assert done.stdout.strip() == hashlib.sha256(here).hexdigest()


_WITHOUT_HARFBUZZ_SUBSET = """
import cffi
theirs = cffi.FFI.dlopen
def without(self, name, *rest):
    if "subset" in str(name):
        raise OSError(name)
    return theirs(self, name, *rest)
cffi.FFI.dlopen = without
from exporter.outline import outline_of
from exporter.readback import pdf
from tests.build import everything
from tests.unit.writers.weasyprint.opened import build
import fontTools.ttLib.tables._h_e_a_d as head
def clock():
    raise AssertionError("a clock was asked")
head.timestampNow = clock
told = [entry.key() for entry in pdf.read_back(build(everything()))]
assert told == [entry.key() for entry in outline_of(everything())]
import weasyprint.text.ffi
print(weasyprint.text.ffi.harfbuzz_subset)
"""


def test_without_harfbuzz_subset_nothing_warns_and_no_clock_is_asked() -> None:
    build(document(para("One.")))  # where Pango is missing this skips, and says so
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", _WITHOUT_HARFBUZZ_SUBSET],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert (done.stdout.strip(), done.stderr.strip()) == ("None", "")


def test_words_of_a_brand_that_do_not_fit_are_an_error_and_never_cut() -> None:
    build(document(para("One.")))
    template = pdf_weasyprint.compile(document(para("One.")), load_edition("standard").theme)
    long = replace(BRAND, contact=tuple(ContactLine("post", "1 Mill Lane " * 9) for _ in range(9)))
    with pytest.raises(DoesNotFit, match="contact"):
        pdf_weasyprint.stamp(template, long)
    with pytest.raises(DoesNotFit, match="cover line"):
        pdf_weasyprint.stamp(template, replace(BRAND, cover_line="Made together " * 40))


def test_a_brand_moves_no_page() -> None:
    template = pdf_weasyprint.compile(everything(), load_edition("standard").theme)
    build(everything())
    short = replace(BRAND, cover_line="", legal_line="", logo=None, contact=())
    ours, theirs = (opened(pdf_weasyprint.stamp(template, brand)) for brand in (BRAND, short))
    assert len(ours.pages) == len(theirs.pages)


def test_the_cover_is_one_page_even_with_a_long_title() -> None:
    title = "Working as equals in research, health and social care in every town"
    of = replace(everything(), title=title, subtitle=title, cover=picture())
    pdf = opened(build(of, load_edition("giant-print").theme))
    (contents,) = (e for e in tree(pdf).every("H2") if e.parent and e.parent.role == "Furniture"
                   and any(kid.role == "TOC" for kid in e.parent.kids))  # fmt: skip
    assert contents.pages == {1}


def test_without_pango_one_sentence_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    real = builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name == "weasyprint":
            print("WeasyPrint could not import some external libraries.")
            raise OSError("cannot load library 'libpango-1.0-0'")
        return real(name, *rest)

    template = pdf_weasyprint.compile(document(para("One.")), load_edition("standard").theme)
    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(pdf_weasyprint.EngineMissing, match="libpango-1"):
        pdf_weasyprint.stamp(template, BRAND)
    assert capsys.readouterr() == ("", "")


def test_it_refuses_the_other_standard() -> None:
    theme = load_edition("standard").theme
    template = pdf_weasyprint.compile(document(para("One.")), theme, standard="ua-2")
    with pytest.raises(ValueError, match="UA-1 only"):
        pdf_weasyprint.stamp(template, BRAND)


def test_a_letter_that_no_typeface_has_is_an_error_before_layout() -> None:
    with pytest.raises(fonts.CannotSpell, match="\U00013000"):
        pdf_weasyprint.compile(document(para("\U00013000")), load_edition("standard").theme)


def test_weasyprint_has_what_we_lean_on() -> None:
    """Where a new release moves these, this test says so before anything else does."""
    build(document(para("One.")))
    import weasyprint.pdf
    from weasyprint.formatting_structure import boxes

    assert callable(weasyprint.pdf.add_tags)
    assert {"TextBox", "LineBox", "MarginBox"} <= set(dir(boxes))


@needs_arabic
def test_words_from_right_to_left_are_read_in_their_order() -> None:
    link = Foreign(words("co-production together"), "en")
    of = document(
        para(ARABIC * 4),
        Paragraph((Text(f"{ARABIC} "), link, Text(f" 01632 960123 {ARABIC}"))),
        language="ar",
        right_to_left=True,
    )
    found = reader.read_back(build(of))
    assert [entry.key() for entry in found] == [entry.key() for entry in outline_of(of)]


@needs_arabic
def test_words_from_right_to_left_among_others_are_read_in_their_order() -> None:
    foreign = Foreign(words(ARABIC * 2), "ar")
    of = document(Paragraph((Text("In Arabic it is "), foreign, Text(", and so on. The end."))))
    found = reader.read_back(build(of))
    assert [entry.key() for entry in found] == [entry.key() for entry in outline_of(of)]


def test_numbers_and_compound_words_are_kept_whole() -> None:
    made = typefaces.Typefaces.of("Atkinson Hyperlegible", "en-GB")
    whole = '<span class="whole">{}</span>'.format
    assert made.spell("ring 01632 960123 now") == f"ring {whole('01632 960123')} now"
    assert made.spell("co-production") == whole("co-production")
    assert made.spell("on 2 February") == f"on {whole('2 February')}"
    assert "whole" not in made.spell("state-of-the-art-and-more-of-it")


def test_a_word_that_the_typeface_cannot_spell_is_set_whole_in_the_next() -> None:
    made = typefaces.Typefaces.of("Atkinson Hyperlegible", "en-GB")
    assert made.spell("the word Αθήνα.") == (
        "the word <span style=\"font-family:'Arimo'\">Αθήνα.</span>"
    )
    assert made.used() == ("Atkinson Hyperlegible", "Arimo")


def test_no_file_of_tests_asks_for_pango_when_it_is_opened() -> None:
    """Where there is none its tests would not be skipped: nobody would know of them."""
    for file in (ROOT / "tests").rglob("*.py"):
        for node in ast.parse(file.read_text("utf-8")).body:
            names = [one.name for one in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            assert not [name for name in names if name.partition(".")[0] == "weasyprint"], file
