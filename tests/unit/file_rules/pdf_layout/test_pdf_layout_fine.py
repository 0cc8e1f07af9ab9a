"""What is no fault is not told; how faults are told; and files that are turned, cut or broken."""

from __future__ import annotations

import io
from collections.abc import Callable

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from exporter.edition import load_edition
from exporter.file_rules.pdf_layout import check_layout
from tests.unit.file_rules.pdf_layout.booklets import (
    A4,
    CLEAR,
    EASY,
    LARGE,
    Look,
    Part,
    booklet,
    both,
    photograph,
    picture,
    saved,
    tagged,
    words,
)
from tests.unit.file_rules.pdf_layout.spoiling import ASK, INFORM, figure, lines, one_page

# ---- what is no fault ----

FINE: dict[str, tuple[Callable[[], bytes], str]] = {
    "the mark of a note in clear print": (
        lambda: booklet(CLEAR.but(extra=both(
            words("These words have a note"), words("[1]", size=9, at=(232, 154))))),
        "clear-print"),
    "two acronyms": (lambda: booklet(CLEAR.but(extra=words("NIHR ARCs and the NHS"))),
                     "clear-print"),
    "white words on a dark ground": (
        lambda: booklet(CLEAR.but(extra=words("white", colour="#ffffff", ground="#0f5c63"))),
        "clear-print"),
    "a compound broken at its own hyphen": (
        lambda: booklet(CLEAR.but(words=[
            "It is called co-production.",
            "People who know co-production like co-production much, and co-production is good."])),
        "clear-print"),
    "a page of A4 lying": (lambda: booklet(CLEAR.but(paper=(A4[1], A4[0]), size=12.5, pages=2)),
                           "clear-print"),
    "a small sign": (lambda: booklet(CLEAR.but(extra=picture(20, 30))), "clear-print"),
    "a sharp picture": (lambda: booklet(CLEAR.but(extra=picture(420, 150))), "clear-print"),
    "two typefaces": (lambda: booklet(CLEAR.but(extra=words("of its own", font="Courier"))),
                      "clear-print"),
    "a heading with its words": (
        lambda: tagged(
            lines("The first words of it all."),
            lines("What comes next", top=200, role="H2"),
            lines("The words of that part.", top=160),
            lines("More of them.", "And some more.", page=2)),
        "easy-read"),
    "a row with its words beside the picture": (
        lambda: tagged(
            lines("The first words of it all."),
            figure("row", (72, 120, 172, 220)),
            Part("P", "beside", lambda canvas: canvas.drawString(260, 170, "Its words.")),
            lines("More words.", "And some more.", page=2),
            row=(72, 120, 222, 220)),
        "easy-read"),
    "a page that is a picture with words on it": (
        lambda: one_page(lambda canvas: (
            canvas.drawImage(photograph(1800), 0, 0, *A4), canvas.setFont("Helvetica", 30),
            canvas.drawString(100, 500, "A cover"))),
        "clear-print"),
}  # fmt: skip


@pytest.mark.parametrize("name", FINE)
def test_what_is_no_fault_is_not_told(name: str) -> None:
    make, rules = FINE[name]
    findings = check_layout(make(), None, rules)
    assert [finding for finding in findings if finding.severity is not INFORM] == []


def test_a_shape_with_corners_is_looked_at_before_its_words_are_called_pale() -> None:
    """The box of a ring holds the words, the ring does not: they stand on white."""

    def ring(canvas: Canvas, number: int) -> None:
        canvas.setFillColor("#0f5c63")
        path = canvas.beginPath()
        path.circle(300, 200, 110)
        path.circle(300, 200, 100)
        canvas.drawPath(path, stroke=0, fill=1, fillMode=0)
        canvas.setFillColor("#1f2933")
        canvas.setFont("Helvetica", 14)
        canvas.drawString(240, 200, "Words in a ring")

    assert check_layout(booklet(CLEAR.but(extra=ring)), None, "clear-print") == ()


def test_the_last_line_of_a_paragraph_alone_on_its_page_is_told() -> None:
    data = tagged(
        lines("We meet on Tuesdays, and then", "we talk about", top=200, name="one", size=18),
        lines("what we have seen.", page=2, name="one", size=18),
        lines("More words.", "And some more.", top=600, page=2, size=18),
        size=18,
    )
    findings = check_layout(data, None, "large-print")
    assert {(one.code, one.severity) for one in findings} == {
        ("pdf-line-lonely", ASK),
        ("pdf-row-split", INFORM),
    }


# ---- how findings are told ----


def test_after_five_places_the_rest_is_counted() -> None:
    def pale(canvas: Canvas, number: int) -> None:
        canvas.setFont("Helvetica-Oblique", 14)
        canvas.drawString(72, 150, f"leaning words of page {number}")

    findings = check_layout(booklet(CLEAR.but(pages=12, extra=pale)), None, "clear-print")
    assert len(findings) == 6
    assert "page 1" in findings[0].message
    assert "leaning words of page 1" in findings[0].words
    assert findings[-1].message.startswith("And 7 more of the same, on pages 6, 7, 8 and 4 more")


def test_a_finding_names_page_words_measure_and_limit() -> None:
    (finding,) = check_layout(
        booklet(CLEAR.but(extra=words("Our own count", size=9))), None, "clear-print"
    )
    for part in ("page 2", "9 pt", "“Our own count”", "12 pt"):
        assert part in finding.message
    assert finding.words == "Our own count"


# ---- what an edition promises ----


def test_a_file_is_held_to_the_size_that_its_edition_promises() -> None:
    theme = load_edition("large-print").theme
    findings = check_layout(booklet(LARGE.but(size=16.5)), theme, "large-print")
    assert {(finding.code, finding.severity) for finding in findings} == {("pdf-body-small", ASK)}
    assert "18 pt" in findings[0].message
    assert check_layout(booklet(LARGE), theme, "large-print") == ()


# ---- pages that lie, are trimmed, or cannot be read ----


def _changed(look: Look, change: Callable[[pikepdf.Pdf], None]) -> bytes:
    with pikepdf.open(io.BytesIO(booklet(look))) as file:
        change(file)
        return saved(file)


def test_margins_are_those_of_the_trimmed_page() -> None:
    def bleed(file: pikepdf.Pdf) -> None:
        for page in file.pages:
            page.obj.MediaBox = [-30, -30, A4[0] + 30, A4[1] + 30]
            page.obj.TrimBox = [0, 0, *A4]

    assert check_layout(_changed(LARGE, bleed), None, "large-print") == ()


def test_a_turned_page_is_measured_as_it_is_seen() -> None:
    def turn(file: pikepdf.Pdf) -> None:
        for page in file.pages:
            page.obj.Rotate = 90
            width, height = A4
            page.contents_add(b"q 0 1 -1 0 %d 0 cm" % width, prepend=True)
            page.contents_add(b"Q")
            page.obj.MediaBox = [0, 0, width, height]

    look = CLEAR.but(paper=(A4[1], A4[0]), size=12.5)
    straight = check_layout(booklet(look), None, "")
    turned = check_layout(_changed(look, turn), None, "")
    assert [finding.message for finding in turned] == [finding.message for finding in straight]


def test_a_file_that_cannot_be_read_has_no_look() -> None:
    with pikepdf.open(io.BytesIO(booklet(CLEAR))) as file:
        locked = saved(file, encryption=pikepdf.Encryption(owner="o", user="u"))
    whole = booklet(CLEAR)
    for data in (b"", b"words", b"%PDF-1.7\n", whole[: len(whole) // 3], locked):
        assert check_layout(data, None, "easy-read") == () or data == whole[: len(whole) // 3]


def test_damaged_files_end_in_findings_and_not_in_errors() -> None:
    whole = booklet(EASY)
    for place in range(20, len(whole), len(whole) // 60):
        damaged = whole[:place] + b"-9e99 " + whole[place + 6 :]
        check_layout(damaged, None, "easy-read")
