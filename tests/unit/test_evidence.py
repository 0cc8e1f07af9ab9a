"""The page for a board or a regulator: what was checked, and what nobody has checked."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from typing import Any

import pytest

from exporter.adapt import adapt
from exporter.diagnostics import Diagnostic, Place, Severity
from exporter.file_rules import html
from exporter.records import BuiltFile
from exporter.reports.evidence import Facts, Tool, what_we_checked
from exporter.review import Review, status
from exporter.source import Source
from exporter.styles.editions import load_edition
from tests.build import para
from tests.unit.review.guide import WORDS, changed, checked, guide, matched, row, said, section

PDF = BuiltFile(
    file="guide/guide-standard.pdf",
    document="guide",
    edition="standard",
    format="pdf",
    engine="reportlab",
    brand="house",
    sha256="0" * 64,
    bytes=41_000,
    pages=4,
    says_the_same=True,
    entries=41,
    to_act_on=0,
    proof="read back in full and compared",
    validated="",
    findings=(),
)
WORD = replace(
    PDF, file="guide/guide-large-print.docx", edition="large-print", format="docx", pages=0
)
OURS = Tool("exporter", "0.1.0", "Built the files and read them back.")


def facts(source: Source | None = None, review: Review | None = None, **more: Any) -> Facts:
    source = source or guide()
    editions = [load_edition(name) for name in ("standard", "easy-read")]
    values: dict[str, Any] = {
        "source": source,
        "documents": tuple(adapt(source, edition, WORDS) for edition in editions),
        "files": (PDF, WORD),
        "review": status(source, review),
        "tools": (OURS,),
        "person_decides": ("Each picture shows what its words say.",),
        "words": WORDS,
        **more,
    }
    return Facts(**values)


def page(*given: Any, **more: Any) -> str:
    return what_we_checked(facts(*given, **more)).decode()


def read(*given: Any, **more: Any) -> str:
    """The words of the page, as somebody reads them."""
    body = page(*given, **more).split("<body>")[1]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", body)).split())


def finding(severity: Severity = Severity.MUST_FIX, **more: Any) -> Diagnostic:
    values = {"code": "a-rule", "severity": severity, "message": "This is wrong.", **more}
    return Diagnostic(**values)


def test_it_says_what_checked_what_at_which_version() -> None:
    tools = (OURS, Tool("veraPDF", "1.30.2", "Checked the PDF files against PDF/UA-1."))
    told = read(tools=tools)
    assert "exporter 0.1.0 Built the files and read them back." in told
    assert "veraPDF 1.30.2 Checked the PDF files against PDF/UA-1." in told
    assert "veraPDF 1" not in read()


def test_each_file_has_its_row_with_what_was_measured() -> None:
    measured = replace(PDF, smallest_type=12.5, lowest_contrast=4.49, validated="yes, veraPDF")
    told = read(files=(measured, WORD))
    assert (
        "Standard print, PDF guide-standard.pdf yes, 41 things 12.5 points 4.4 to 1 none yes, "
        "veraPDF"
    ) in told
    assert (
        "Large print, Word guide-large-print.docx yes, 41 things not measured not measured none "
        "not validated"
    ) in told


def test_what_many_files_are_stamped_from_says_what_was_proved_on_it_and_what_on_each() -> None:
    web = replace(WORD, file="guide/guide-standard.html", edition="standard", format="html")
    measured = (replace(PDF, smallest_type=14.0, lowest_contrast=7.49), web)
    told = read(files=measured, shared=True)
    assert "14 points 7.4 to 1, but for your own colours" in told
    assert "Standard print, web page guide-standard.html yes, 41 things its reader chooses" in told
    assert "not measured" not in told
    assert "outside the places for what is yours it is that file" in told
    assert "outside the places" not in read(files=measured)


def test_a_file_that_says_something_else_is_not_hidden() -> None:
    told = read(files=(PDF, replace(WORD, says_the_same=False)))
    assert "1 file says exactly what the authors wrote." in told
    assert "1 file does NOT say what the authors wrote." in told
    assert "NO, 41 things" in told


def test_findings_to_act_on_are_told_in_full_and_the_rest_are_counted() -> None:
    pale = finding(Severity.PLEASE_ANSWER, message="Too pale.")
    files = (replace(PDF, findings=(pale,)),)
    told_only = Severity.FOR_INFORMATION
    found = (
        finding(place=Place("sections/a.yaml", 7)),
        finding(told_only, code="long-word"),
        finding(told_only, code="long-word", place=Place("", 2)),
        finding(told_only, message="Passive.", hint="answered: It is a quotation."),
    )
    told = read(findings=found, files=files)
    assert "1 thing that must be fixed, and 1 thing that waits for an answer" in told
    assert "This is wrong. (sections/a.yaml:7, rule a-rule)" in told
    assert "Too pale. (guide/guide-standard.pdf, rule a-rule)" in told
    assert "long-word for information 2" in told
    assert "Passive. The authors say: It is a quotation." in told
    assert "1 (1 to act on)" in told


def test_nothing_found_is_said_without_praise() -> None:
    assert "The automatic checks found nothing that must be fixed or answered." in read()


def test_every_picture_has_its_description_and_the_places_where_it_is_used() -> None:
    told = read()
    assert "purse An open purse 1. Money (Standard print and Easy read)" in told
    assert "people Two people talk 2. Talking (Easy read)" in told
    source = guide()
    bare = replace(source.pictures[3].picture, name="leaf", alt="", credit="Ada", licence="CC0")
    other = replace(source, pictures=(*source.pictures, replace(source.pictures[3], picture=bare)))
    assert "leaf Ada, CC0 none: it only decorates nowhere" in read(other)


def test_who_agreed_to_be_shown_stands_beside_the_photo() -> None:
    source = guide()
    photo = replace(source.pictures[0], consent="Sam, on paper, May 2026")
    told = read(replace(source, pictures=(photo, *source.pictures[1:])))
    assert f"{photo.picture.name} Consent: Sam, on paper, May 2026" in told
    assert "Consent" not in read()


def test_who_tested_the_easy_read_and_what_they_said() -> None:
    source = guide()
    review = checked(source, matched(source), said=("Row 4 is hard.",), accepted=("people",))
    told = read(source, review)
    assert "The easy read says: “Checked by The Riverside reading group, May 2026.”" in told
    assert "They said: Row 4 is hard. Nothing that they saw has changed since." in told
    assert "that are still the same: people." in told


def test_what_changed_since_is_told() -> None:
    source = guide()
    review = checked(source, matched(source))
    later = changed(source, "money", easy_read=(row("New."),), body=said("New text."))
    told = read(later, review)
    assert WORDS("not-checked") in told
    assert "Changed since they saw it: Money" in told
    assert "Money NO: the text has changed since NO: it has changed since" in told
    assert "The text has changed: “Money”." in told


def test_a_group_that_did_not_agree_is_not_named() -> None:
    source = guide()
    told = read(source, checked(source, named=False))
    assert "Riverside" not in told
    assert "A reading group, May 2026" in told


def test_what_nobody_has_checked_is_listed() -> None:
    told = read().split("What nobody has checked yet")[1]
    assert "Each picture shows what its words say." in told
    assert "Nobody has said so: all of it." in told
    assert "They have not seen it: all of it." in told
    assert "1 PDF file has not been looked at by a validator that is not ours" in told
    assert "In 2 files the smallest type was not measured." in told


def test_what_was_measured_is_not_called_open() -> None:
    source = guide()
    files = tuple(
        replace(one, smallest_type=14.0, lowest_contrast=7.0, validated="conforms")
        for one in (PDF, WORD)
    )
    told = read(source, checked(source, matched(source)), files=files)
    assert "Also open" not in told


def test_sections_that_the_easy_read_leaves_out_are_named() -> None:
    assert "These sections are only in the full document: Reading The pictures" in read()


def test_a_document_without_easy_read_says_so() -> None:
    told = read(guide(section("one", para("Words."))))
    assert told.count("This document has no easy read.") == 2


def test_a_draft_says_so() -> None:
    assert "This is a draft." in read(guide(status="draft"))
    assert "This is a draft." not in read()


def test_the_documents_own_words_keep_their_language() -> None:
    source = guide(language="cy")
    told = page(source, checked(source, said=("Da iawn.",)))
    assert '<span lang="cy">Da iawn.</span>' in told
    assert '<span lang="cy">Our guide</span>' in told
    assert '<span lang="cy">An open purse</span>' in told


def test_words_are_never_taken_for_html() -> None:
    source = guide(title="A <b>bold</b> & “quoted” guide")
    told = page(source, checked(source, said=("<script>alert(1)</script>",)))
    assert "<script" not in told
    assert "<b>" not in told
    assert "A &lt;b&gt;bold&lt;/b&gt; &amp;" in told


def everything() -> list[Facts]:
    source = guide()
    review = checked(source, matched(source), said=("Good.",))
    later = changed(source, "money", easy_read=(row("New."),))
    found = (finding(), finding(Severity.FOR_INFORMATION))
    return [
        facts(),
        facts(source, review, findings=found),
        facts(later, review, files=()),
        facts(guide(section("one", para("Words.")), pictures=()), tools=()),
    ]


@pytest.mark.parametrize("given", everything())
def test_the_page_passes_the_rules_for_web_pages(given: Facts) -> None:
    assert [str(one) for one in html.check(what_we_checked(given))] == []


@pytest.mark.parametrize("given", everything())
def test_it_promises_nothing(given: Facts) -> None:
    told = what_we_checked(given).decode().casefold()
    for promise in ("accessible", "passes easy read", "compliant", "certified"):
        assert promise not in told


def test_the_same_facts_give_the_same_bytes() -> None:
    assert what_we_checked(facts()) == what_we_checked(facts())
