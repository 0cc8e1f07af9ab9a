"""Rules on how the pages of a PDF look: type, spacing, pages, pictures."""

from __future__ import annotations

from exporter.diagnostics import Severity

_MUST, _ASK = Severity.MUST_FIX, Severity.PLEASE_ANSWER
_INFORM = Severity.FOR_INFORMATION

TABLE: dict[str, tuple[str, str, str, Severity]] = {
    # ---- type
    "pdf-type-too-small": (
        "The text is large enough: 12 points in clear print, 16 in large print, 14 in easy read.",
        "Small type is the first thing that keeps people from reading.",
        "TYP-01; TYP-02; TYP-03", _MUST),
    "pdf-small-words": (
        "Captions, notes and page numbers are large enough too.",
        "They are for the same eyes.", "TYP-04", _MUST),
    "pdf-picture-words-small": (
        "Words inside pictures are large enough.",
        "They are for the same eyes.", "TYP-04", _ASK),
    "pdf-size-not-as-asked": (
        "The text has the size that its edition promises.",
        "A reader who asked for a size relies on it.", "our own rule", _ASK),
    "pdf-italics": (
        "No words are in italics.",
        "Slanted letters are hard to tell apart.", "EMP-01", _MUST),
    "pdf-capitals": (
        "No sentences are in capital letters.",
        "Words are known by their shape, and capitals have none.", "EMP-03", _ASK),
    "pdf-many-typefaces": (
        "A document has one or two typefaces.",
        "Changing letters make words hard to know again.",
        "TYP-06", _ASK),
    "pdf-type-light": (
        "No words are in light or thin letters.",
        "Thin strokes are lost to many eyes, and to every copier.",
        "TYP-07", _MUST),
    "pdf-contrast-low": (
        "Words stand out from what is behind them: 4.5 to 1, better 7 to 1.",
        "Many readers with low sight cannot see pale words.",
        "CON-01; WCAG 1.4.3; WCAG 1.4.6", _MUST),
    # ---- spacing
    "pdf-lines-tight": (
        "Lines stand well apart: at least 1.15 of the size, in easy read 1.4.",
        "Tight lines run into each other for people with low sight.",
        "SPC-01", _MUST),
    "pdf-lines-wide": (
        "Lines stand no more than two sizes apart.",
        "Else the eye does not find the next one.", "SPC-01", _ASK),
    "pdf-line-long": (
        "Lines are short: at most 80 characters, 70 in large print, 60 in easy read.",
        "In a long line the way back to the next one is lost.", "SPC-10", _MUST),
    "pdf-justified": (
        "Text is set to the left, with a ragged right edge.",
        "Justified lines have holes of changing width.", "SPC-03", _MUST),
    "pdf-centred": (
        "Text begins at one straight left edge; only a title may stand in the middle.",
        "Each line of centred text begins somewhere else, and must be looked for.",
        "SPC-03", _ASK),
    "pdf-columns": (
        "Text runs in one column.",
        "Who sees a small part of the page loses the way from column to column.",
        "SPC-12", _MUST),
    "pdf-hyphenated": (
        "No word is split over two lines.",
        "Half a word is no word.", "SPC-05", _MUST),
    "pdf-margins-narrow": (
        "The margins are wide: 2.5 cm in large print and easy read, 2 cm in clear print.",
        "White space shows where to look; narrow edges are lost in binding.",
        "SPC-13", _MUST),
    "pdf-words-turned": (
        "All words run level.",
        "Turned words cannot be read without turning the page.", "SPC-11", _MUST),
    # ---- pages
    "pdf-page-is-a-picture": (
        "No page is one picture of a page.",
        "Nobody can have it read aloud, enlarge its words or search it.",
        "DOC-05; WCAG 1.4.5", _MUST),
    "pdf-page-numbers-missing": (
        "Every page has its number.",
        "People find their place again, and loose sheets their order.",
        "PAG-09", _MUST),
    "pdf-heading-alone": (
        "No heading stands at the foot of a page without its text.",
        "It heads nothing there, and is missed.", "PAG-06", _MUST),
    "pdf-line-alone": (
        "No line of a paragraph stands alone at the foot or at the top of a page.",
        "It is easily missed.", "SPC-16", _ASK),
    "pdf-row-on-two-pages": (
        "The picture and the words of a row stand on one page.",
        "The picture helps only beside its words.",
        "PAG-05", _MUST),
    "pdf-sentence-on-two-pages": (
        "A sentence ends on the page on which it begins.",
        "Its beginning is forgotten when the page is turned.", "PAG-04", _MUST),
    "pdf-picture-narrow": (
        "The picture of a row is at least 5 cm wide.",
        "It carries half of the meaning.", "PIC-04", _ASK),
    "pdf-picture-blurred": (
        "Pictures are sharp: at least 100 dots to the inch where they stand, better 150.",
        "A blurred picture must be guessed at.", "PIC-05", _MUST),
    "pdf-too-many-pages": (
        "Easy read has at most 20 pages, and never more than 24.",
        "A long document frightens; two short ones are read.",
        "PAG-10", _MUST),
    "pdf-pages-not-measured": (
        "Every page is looked at.",
        "What stands on the others, and how large and dark it is, a person must see.",
        "our own rule", _INFORM),
    "pdf-page-size-changes": (
        "All pages have one size and direction.",
        "Readers hold and print a document one way.", "PAG-03", _ASK),
    "pdf-page-large": (
        "Pages of large print are no larger than A4.",
        "Larger sheets are hard to hold and to print.", "PAG-01", _ASK),
    "pdf-contents-missing": (
        "A longer document has contents with links.",
        "Nobody should have to leaf through it.", "PAG-11; WCAG 2.4.5", _ASK),
    "pdf-formats-line-missing": (
        "The document says in which other ways it can be had.",
        "Whoever cannot read this one must learn that there are others.",
        "COV-05", _ASK),
    "pdf-formats-line-small": (
        "The words on other ways to have the document are 16 points large or more.",
        "Whoever needs large print must be able to read that there is large print.",
        "COV-05", _ASK),
}  # fmt: skip
