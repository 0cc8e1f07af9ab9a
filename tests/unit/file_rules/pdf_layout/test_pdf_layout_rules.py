"""Spoil one thing in a good PDF: the checker names it, and nothing else."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from exporter.diagnostics import Severity
from exporter.edition import load_edition
from exporter.file_rules.pdf_layout import CATALOGUE, RULES, check_layout
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
    renamed,
    saved,
    tagged,
    text_part,
    words,
)

MUST, ASK = Severity.MUST_FIX, Severity.PLEASE_ANSWER
INFORM = Severity.FOR_INFORMATION
GOOD = {"clear-print": CLEAR, "large-print": LARGE, "easy-read": EASY}


def lines(
    *texts: str, top: float = 740, page: int = 1, role: str = "P", name: str = "", size: float = 16
) -> Part:
    return text_part(role, name or texts[0], texts, top, page=page, size=size)


def tagged_file(*parts: Part) -> bytes:
    return tagged(parts)


def figure(
    name: str, box: tuple[float, float, float, float], label: str = "", page: int = 1
) -> Part:
    def draw(canvas: Canvas) -> None:
        canvas.setFillColor("#d8ebea")
        canvas.rect(box[0], box[1], box[2] - box[0], box[3] - box[1], stroke=0, fill=1)
        canvas.setFillColor("#000000")
        if label:
            canvas.setFont("Helvetica", 9)
            canvas.drawString(box[0] + 10, box[1] + 10, label)

    return Part("Figure", name, draw, page)


def columns(canvas: Canvas, number: int) -> None:
    canvas.setFont("Helvetica", 14)
    for row in range(9):
        for x in (72, 320):
            canvas.drawString(x, 360 - 19 * row, "Words side by side here," if row % 2 else
                              "one beside the other now")  # fmt: skip


def one_page(draw: Callable[[Canvas], None], paper: tuple[float, float] = A4) -> bytes:
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=paper)
    draw(canvas)
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def scan() -> bytes:
    return one_page(lambda canvas: canvas.drawImage(photograph(300), 0, 0, *A4))


def lonely() -> bytes:
    def last(canvas: Canvas, number: int) -> None:
        if number == 3:
            canvas.showPage()
            canvas.setFont("Helvetica", 14)
            canvas.drawString(72, 740, "and that is all.")
            canvas.drawString(72, 40, "Page 4 of 4")

    return booklet(CLEAR.but(extra=last))


def divided() -> bytes:
    text = (
        "It is about manage-\nment and how it works with people.\nNobody knows why this is so.",
        "What management is was told before by others,\nwho have seen a lot of it, and wrote.",
    )

    def draw(canvas: Canvas, number: int) -> None:
        canvas.setFont("Helvetica", 14)
        for row, line in enumerate("\n".join(text).split("\n")):
            canvas.drawString(72, 300 - 19 * row, line)

    return booklet(CLEAR.but(extra=draw))


def split_sentence(size: float = 16) -> bytes:
    return tagged_file(
        lines("The first words of it all.", size=size),
        lines("We meet on Tuesdays, and then", "we talk about", top=200, name="two", size=size),
        lines("what we have seen.", "It is a good thing.", page=2, name="two", size=size),
        lines("More words.", top=600, page=2, size=size),
    )


def split_row() -> bytes:
    return tagged_file(
        lines("The title and more words."),
        lines("The first words of it all.", "And some more.", page=2),
        figure("a row", (72, 120, 230, 270), page=2),
        lines("The words of the row.", "They came too late.", page=3),
    )


def heading_alone() -> bytes:
    return tagged_file(
        lines("The first words of it all."),
        lines("What comes next", top=130, role="H2"),
        lines("The words of that part.", "And some more.", page=2),
    )


def small_row() -> bytes:
    return tagged_file(
        lines("The first words of it all."),
        figure("small", (72, 400, 172, 500)),
        Part("P", "beside", lambda canvas: canvas.drawString(260, 450, "The words of the row.")),
    )


def labelled() -> bytes:
    return tagged_file(
        lines("The first words of it all."),
        figure("chart", (72, 300, 400, 500), "a label in the picture"),
    )


SENTENCES = (
    "Many of the people who came to the last meeting in the town hall said that they liked it.",
    "Some of them would have liked it even more if there had been a little more time to talk.",
)

SPOILED: dict[str, Sequence[tuple[Callable[[], bytes], str, Severity]]] = {
    "pdf-body-small": [
        (lambda: booklet(CLEAR.but(size=11)), "clear-print", MUST),
        (lambda: booklet(LARGE.but(size=14)), "large-print", MUST),
        (lambda: booklet(EASY.but(size=13)), "easy-read", MUST),
        (lambda: booklet(EASY.but(size=14)), "easy-read", INFORM),
        (lambda: booklet(CLEAR.but(size=11)), "", ASK),
    ],
    "pdf-type-small": [
        (lambda: booklet(CLEAR.but(extra=words("Our own count", size=9))), "clear-print", MUST),
        (lambda: booklet(CLEAR.but(extra=words("Our own count", size=9))), "", ASK),
        (lambda: booklet(LARGE.but(extra=words("[1]", size=14.4))), "large-print", MUST),
        (lambda: booklet(LARGE.but(extra=words("Our own count", size=16))), "large-print", ASK),
        (lambda: booklet(CLEAR.but(extra=words("Our count", size=12.5))), "clear-print", INFORM),
    ],
    "pdf-figure-text-small": [
        (labelled, "easy-read", ASK),
        (labelled, "", INFORM),
    ],
    "pdf-italics": [
        (lambda: booklet(CLEAR.but(extra=words("a leaning word", font="Helvetica-Oblique"))),
         "clear-print", ASK),
        (lambda: booklet(LARGE.but(extra=words("so it is", size=18, font="Helvetica-Oblique"))),
         "large-print", MUST),
    ],
    "pdf-capitals": [
        (lambda: booklet(CLEAR.but(extra=words("PLEASE BRING LETTERS"))), "clear-print", MUST),
    ],
    "pdf-light-weight": [
        (lambda: renamed(booklet(CLEAR.but(extra=words("thin words", font="Courier"))),
                         "Courier", "Lato-Light"), "clear-print", MUST),
    ],
    "pdf-faces-many": [
        (lambda: booklet(CLEAR.but(extra=both(
            words("words in a typeface of their own", font="Courier"),
            words("and again in still another one", font="Times-Roman", at=(72, 190))))),
         "clear-print", ASK),
        (lambda: booklet(EASY.but(extra=words("its own typeface", size=16, font="Courier"))),
         "easy-read", ASK),
    ],
    "pdf-contrast-low": [
        (lambda: booklet(CLEAR.but(extra=words("pale words", colour="#999999"))),
         "clear-print", MUST),
        (lambda: booklet(LARGE.but(extra=words("soft words", size=18, colour="#6a6a6a"))),
         "large-print", ASK),
        (lambda: booklet(CLEAR.but(extra=words("on a tint", colour="#666666", ground="#cccccc"))),
         "clear-print", MUST),
        (lambda: booklet(CLEAR.but(extra=words("white", colour="#ffffff", ground="#c9862b"))),
         "clear-print", MUST),
    ],
    "pdf-line-pitch": [
        (lambda: booklet(CLEAR.but(pitch=1.08)), "clear-print", MUST),
        (lambda: booklet(CLEAR.but(pitch=1.2)), "clear-print", ASK),
        (lambda: booklet(EASY.but(pitch=1.3)), "easy-read", ASK),
        (lambda: booklet(LARGE.but(pitch=2.2, words=["Some words.", "And a few of them more."])),
         "large-print", ASK),
    ],
    "pdf-line-long": [
        (lambda: booklet(CLEAR.but(wrap=95, paper=(A4[1], A4[0]), words=SENTENCES)),
         "clear-print", MUST),
        (lambda: booklet(EASY.but(wrap=66, paper=(A4[1], A4[0]), words=SENTENCES, parts=1)),
         "easy-read", MUST),
    ],
    "pdf-margin-narrow": [
        (lambda: booklet(LARGE.but(left=45)), "large-print", MUST),
        (lambda: booklet(LARGE.but(left=62)), "large-print", ASK),
        (lambda: booklet(CLEAR.but(left=45)), "clear-print", INFORM),
    ],
    "pdf-justified": [
        (lambda: booklet(CLEAR.but(straight=380, wrap=40)), "clear-print", MUST),
        (lambda: booklet(CLEAR.but(straight=380, wrap=40)), "", ASK),
    ],
    "pdf-hyphenated": [(divided, "clear-print", ASK)],
    "pdf-columns": [(lambda: booklet(CLEAR.but(extra=columns)), "clear-print", ASK)],
    "pdf-row-split": [
        (split_sentence, "easy-read", MUST),
        (lambda: split_sentence(18), "large-print", INFORM),
        (split_row, "easy-read", MUST),
    ],
    "pdf-heading-alone": [
        (heading_alone, "easy-read", MUST),
        (lambda: booklet(CLEAR.but(extra=words("What comes next", size=18, at=(72, 120)))),
         "clear-print", ASK),
    ],
    "pdf-line-lonely": [(lonely, "clear-print", INFORM)],
    "pdf-page-number-missing": [
        (lambda: booklet(EASY.but(numbered=False)), "easy-read", MUST),
        (lambda: booklet(CLEAR.but(numbered=False)), "clear-print", ASK),
    ],
    "pdf-pages-many": [
        (lambda: booklet(EASY.but(pages=21)), "easy-read", ASK),
        (lambda: booklet(EASY.but(pages=25)), "easy-read", MUST),
    ],
    "pdf-page-size": [
        (lambda: booklet(LARGE.but(paper=(842, 1191))), "large-print", MUST),
        (lambda: booklet(CLEAR.but(paper=(500, 700))), "clear-print", ASK),
    ],
    "pdf-picture-small": [
        (small_row, "easy-read", ASK),
        (lambda: booklet(EASY.but(extra=both(
            picture(200, 80), words("The words beside it.", size=16, at=(180, 160))))),
         "easy-read", ASK),
    ],
    "pdf-picture-blurred": [
        (lambda: booklet(CLEAR.but(extra=picture(60, 150))), "clear-print", MUST),
        (lambda: booklet(CLEAR.but(extra=picture(250, 150))), "clear-print", ASK),
    ],
    "pdf-image-only": [(scan, "clear-print", MUST)],
}  # fmt: skip

CASES = [(code, *case) for code, cases in SPOILED.items() for case in cases]


@pytest.mark.parametrize("rules", GOOD)
def test_a_good_file_has_no_findings(rules: str) -> None:
    assert check_layout(booklet(GOOD[rules]), None, rules) == ()
    assert check_layout(booklet(CLEAR)) == ()


@pytest.mark.parametrize(("code", "make", "rules", "severity"), CASES)
def test_a_spoiled_file_has_that_finding_and_no_other(
    code: str, make: Callable[[], bytes], rules: str, severity: Severity
) -> None:
    findings = check_layout(make(), None, rules)
    assert {finding.code for finding in findings} == {code}, findings
    assert min(finding.severity for finding in findings) is severity
    for finding in findings:
        assert finding.hint == CATALOGUE[code].to_do
        assert finding.message.endswith(".")


def test_every_rule_is_shown_here_and_explains_itself() -> None:
    assert set(SPOILED) == set(CATALOGUE) == set(RULES)
    for reason, source in RULES.values():
        assert "Why: " in reason
        assert "What to do: " in reason
        assert source


def test_a_strangers_file_is_never_told_that_something_must_be_fixed() -> None:
    for _, make, _, _ in CASES:
        assert all(finding.severity is not MUST for finding in check_layout(make()))


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
                           "large-print-not"),
    "a small sign": (lambda: booklet(CLEAR.but(extra=picture(20, 30))), "clear-print"),
    "a sharp picture": (lambda: booklet(CLEAR.but(extra=picture(420, 150))), "clear-print"),
    "two typefaces": (lambda: booklet(CLEAR.but(extra=words("of its own", font="Courier"))),
                      "clear-print"),
    "a heading with its words": (
        lambda: tagged_file(
            lines("The first words of it all."),
            lines("What comes next", top=200, role="H2"),
            lines("The words of that part.", top=160),
            lines("More of them.", "And some more.", page=2)),
        "easy-read"),
    "a row with its words beside the picture": (
        lambda: tagged(
            [lines("The first words of it all."),
             figure("row", (72, 120, 172, 220)),
             Part("P", "beside", lambda canvas: canvas.drawString(260, 170, "Its words.")),
             lines("More words.", "And some more.", page=2)],
            frames={"row": (72, 120, 222, 220)}),
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
