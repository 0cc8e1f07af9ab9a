"""PDF files with one thing spoiled: for each rule those that break it, and how severely."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

from reportlab.pdfgen.canvas import Canvas

from exporter.diagnostics import Severity
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
    tagged,
    text_part,
    words,
)

MUST, ASK = Severity.MUST_FIX, Severity.PLEASE_ANSWER
INFORM = Severity.FOR_INFORMATION


def lines(
    *texts: str, top: float = 740, page: int = 1, role: str = "P", name: str = "", size: float = 16
) -> Part:
    return text_part(role, name or texts[0], texts, top, page=page, size=size)


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


def drawing(canvas: Canvas, number: int) -> None:
    """A form with a small label, as programs place drawings."""
    if number == 2:
        canvas.beginForm("drawing")
        canvas.setFont("Helvetica", 9)
        canvas.drawString(110, 160, "a label")
        canvas.endForm()
        canvas.doForm("drawing")


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


def divided(look: Look = CLEAR) -> bytes:
    text = (
        "It is about manage-\nment and how it works with people.\nNobody knows why this is so.",
        "What management is was told before by others,\nwho have seen a lot of it, and wrote.",
    )

    def draw(canvas: Canvas, number: int) -> None:
        canvas.setFont("Helvetica", look.size)
        for row, line in enumerate("\n".join(text).split("\n")):
            canvas.drawString(72, 210 - 1.35 * look.size * row, line)

    return booklet(look.but(extra=draw, parts=2))


def split_sentence(size: float = 16) -> bytes:
    return tagged(
        lines("The first words of it all.", size=size),
        lines("We meet on Tuesdays, and then", "we talk about", top=200, name="two", size=size),
        lines("what we have seen.", "It is a good thing.", page=2, name="two", size=size),
        lines("More words.", top=600, page=2, size=size),
        size=size,
    )


def split_row() -> bytes:
    return tagged(
        lines("The title and more words."),
        lines("The first words of it all.", "And some more.", page=2),
        figure("a row", (72, 120, 230, 270), page=2),
        lines("The words of the row.", "They came too late.", page=3),
    )


def heading_alone() -> bytes:
    return tagged(
        lines("The first words of it all."),
        lines("What comes next", top=130, role="H2"),
        lines("The words of that part.", "And some more.", page=2),
    )


def small_row() -> bytes:
    return tagged(
        lines("The first words of it all."),
        figure("small", (72, 400, 172, 500)),
        Part("P", "beside", lambda canvas: canvas.drawString(260, 450, "The words of the row.")),
    )


def labelled() -> bytes:
    return tagged(
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
        (lambda: booklet(CLEAR.but(extra=drawing)), "clear-print", INFORM),
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
    "pdf-hyphenated": [
        (divided, "clear-print", ASK),
        (lambda: divided(LARGE), "large-print", MUST),
    ],
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
