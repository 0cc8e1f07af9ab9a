"""Every rule on the look of a PDF: its code, why it is there, who asks for it, how much it matters.

TYP, SPC, PAG, EMP, CON, PIC and DOC rules are those of the table of easy-read, large-print and
clear-print standards. Its "error" is "must fix" here, its "warn" is "please answer"; what it only
wishes for is told for information. The three severities are for easy read, large print and clear
print; None where the rule asks nothing of them.
"""

from __future__ import annotations

from exporter.diagnostics import Severity
from exporter.file_rules import FileRule

MUST, ASK = Severity.MUST_FIX, Severity.PLEASE_ANSWER
INFORM = Severity.FOR_INFORMATION

Levels = tuple[Severity | None, Severity | None, Severity | None]
"""For easy read, large print and clear print."""

# code: (what is asked, why, what to do, who asks, how much it matters)
_TABLE: dict[str, tuple[str, str, str, str, Levels]] = {
    # ---- letters
    "pdf-body-small": (
        "The text is large enough: 14 pt in easy read, 16 pt in large print, 12 pt in clear print.",
        "Small print shuts out most people with low vision.",
        "Choose a larger size for the text: best is 16 pt in easy read, 18 pt in large print and "
        "14 pt in clear print.",
        "TYP-01 to TYP-03 (GOV.UK, UKAAF, RNIB)", (MUST, MUST, MUST)),
    "pdf-type-small": (
        "Captions, notes, page numbers and tables are large enough too.",
        "They are for the same eyes as the text.",
        "Set these words in the size of the text, or not much smaller.",
        "TYP-02 to TYP-04 (UKAAF, ACB)", (MUST, MUST, MUST)),
    "pdf-figure-text-small": (
        "Words inside pictures are as large as the edition asks of all words.",
        "Labels of a chart or map are read by the same eyes, but nothing can make them larger on "
        "paper.",
        "Draw the picture again with larger words, or let it take more room.",
        "PIC-14; TYP-02 (UKAAF: every word)", (ASK, ASK, INFORM)),
    "pdf-italics": (
        "No words are in italics.",
        "Slanted letters are hard to tell apart.",
        "Use bold for what matters, or quotation marks for titles.",
        "EMP-01 (UKAAF, RNIB, GOV.UK, ACB)", (MUST, MUST, ASK)),
    "pdf-capitals": (
        "Words are not set in capitals.",
        "Words are known by their shape, and capitals have none.",
        "Write them in small letters, with a capital at the start.",
        "EMP-03; PAG-14 (UKAAF, RNIB, GOV.UK)", (MUST, MUST, MUST)),
    "pdf-light-weight": (
        "No words are in a light or thin typeface.",
        "Thin strokes vanish for low vision, and on a poor printer for everybody.",
        "Use the regular or medium cut of the typeface.",
        "TYP-07 (RNIB, CNIB)", (MUST, MUST, MUST)),
    "pdf-faces-many": (
        "A document has one typeface, or two.",
        "Letters that change their form make words harder to know again.",
        "Use one typeface for everything; its bold cut is enough for headings.",
        "TYP-06 (BITV, lectura fácil, Inclusion Europe)", (MUST, ASK, ASK)),
    "pdf-contrast-low": (
        "Words stand out from what is behind them: 4.5 to 1 at any size, better 7 to 1.",
        "Pale words are lost to many eyes, and to every photocopier.",
        "Make the words darker, or what is behind them lighter.",
        "CON-01 (WCAG 2.2, 1.4.3 and 1.4.6)", (MUST, MUST, MUST)),
    # ---- lines
    "pdf-line-pitch": (
        "Lines are far enough apart: 1.15 of the size at least, 1.25 is good, 1.4 in easy read.",
        "Close lines run into one another; wide ones fall apart.",
        "Change the distance of lines: 1.3 of the size suits most texts, 1.5 easy read.",
        "SPC-01 (CNIB, Access Board, ACB, WCAG 1.4.8)", (MUST, MUST, MUST)),
    "pdf-line-long": (
        "Lines are short: 60 characters in easy read, 70 in large print, 80 in clear print.",
        "At the end of a long line the next one is hard to find.",
        "Make the column narrower, or the letters larger.",
        "SPC-10 (RNIB, WCAG 1.4.8, lectura fácil)", (MUST, MUST, MUST)),
    "pdf-margin-narrow": (
        "Margins are 2.5 cm wide in easy read and large print, and 2 cm in clear print.",
        "Eyes and fingers need the edge; so does the binding.",
        "Make the margins wider.",
        "SPC-13 (ACB, Access Board)", (MUST, MUST, INFORM)),
    "pdf-justified": (
        "Lines are ragged at the right.",
        "Stretched blanks make rivers, and lines of one length hide where one is.",
        "Set the text to the left.",
        "SPC-03 (UKAAF, RNIB, ACB, GOV.UK)", (MUST, MUST, MUST)),
    "pdf-hyphenated": (
        "No word is divided at the end of a line.",
        "Half words cannot be read by many people.",
        "Switch hyphenation off.",
        "SPC-05 (UKAAF, ACB, People First)", (MUST, MUST, ASK)),
    "pdf-columns": (
        "The text runs in one column.",
        "Who sees a small part of the page loses the way from column to column.",
        "Set the text in one column.",
        "SPC-12 (UKAAF, ACB, GOV.UK)", (MUST, MUST, ASK)),
    # ---- pages
    "pdf-row-split": (
        "A sentence, or a picture with its words, stays on one page.",
        "Who turns the page has forgotten how it began, and the picture no longer helps.",
        "Move the whole sentence, or the picture and its words, to the next page.",
        "PAG-04; PAG-05 (UNE 153101, Department of Health)", (MUST, INFORM, None)),
    "pdf-heading-alone": (
        "A heading stands on the page of the words that it heads.",
        "At the foot of a page it heads nothing.",
        "Keep the heading with the next paragraph.",
        "PAG-06", (MUST, MUST, MUST)),
    "pdf-line-lonely": (
        "No line of a paragraph stands alone on a page.",
        "It is easily missed, and the page seems empty.",
        "Keep two lines together, or make the text a little shorter.",
        "SPC-16 (ACB, CCLVI)", (ASK, ASK, INFORM)),
    "pdf-page-number-missing": (
        "Every page has its number.",
        "People find their place by it, and put loose sheets in order.",
        "Put the page number at the foot of every page.",
        "PAG-09 (UKAAF, RNIB, ACB)", (MUST, MUST, ASK)),
    "pdf-pages-many": (
        "Easy read has no more than 20 pages, and never more than 24.",
        "A long booklet is put aside.",
        "Say less, or make two booklets of it.",
        "PAG-10 (GOV.UK, Department of Health)", (MUST, None, None)),
    "pdf-page-size": (
        "Pages are of A4 (or A5, or US Letter).",
        "Larger sheets are heavy to hold, and no printer at home takes them.",
        "Set the text anew for A4; do not enlarge the page.",
        "PAG-01; PAG-02 (UKAAF)", (ASK, MUST, ASK)),
    # ---- pictures
    "pdf-picture-small": (
        "The picture beside easy-read words is at least 5 cm wide.",
        "It carries half of the meaning.",
        "Make the picture larger.",
        "PIC-04 (Department of Health)", (ASK, None, None)),
    "pdf-picture-blurred": (
        "A picture has at least 100 dots to the inch as it is printed, better 150.",
        "A blurred picture says less than none.",
        "Use a larger file of the picture, or show it smaller.",
        "PIC-05 (People First)", (MUST, MUST, MUST)),
    "pdf-image-only": (
        "No page is only a picture of a page.",
        "Nobody can have it read aloud, or make its words larger and clearer.",
        "Make the file from the text itself, not from a scan.",
        "DOC-05; PAG-02 (UKAAF; WCAG 1.4.5)", (MUST, MUST, MUST)),
}  # fmt: skip

LEVELS: dict[str, Levels] = {code: levels for code, (*_, levels) in _TABLE.items()}

CATALOGUE: dict[str, FileRule] = {
    code: FileRule(
        code=code,
        title=title,
        reason=reason,
        to_do=to_do,
        source=source,
        severity=min(level for level in levels if level is not None),
    )
    for code, (title, reason, to_do, source, levels) in _TABLE.items()
}
