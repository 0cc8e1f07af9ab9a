"""Every rule for PDF files: its code, why it is there, and who asks for it.

Who asks is a clause of ISO 14289-1 (PDF/UA-1), or named by the keys of `exporter.citations`.
"""

from __future__ import annotations

from collections.abc import Iterable

from exporter.citations import citations
from exporter.diagnostics import Diagnostic, Severity
from exporter.rules import Rule

_MUST, _ASK = Severity.MUST_FIX, Severity.PLEASE_ANSWER
_INFORM = Severity.FOR_INFORMATION

# code: (what is asked, why, who asks, how much it matters)
_TABLE: dict[str, tuple[str, str, str, Severity]] = {
    # ---- the file
    "pdf-untagged": (
        "The file has tags.",
        "Without them a screen reader guesses what is a heading, a list or a table, and in which "
        "order things are read.", "ISO 14289-1, 7.1; WCAG 1.3.1", _MUST),
    "pdf-tags-not-declared": (
        "A file with tags says that they count (Marked).",
        "Many reader programs look at the tags only then, and guess otherwise.",
        "ISO 14289-1, 7.1; ISO 32000-1, 14.7.1", _MUST),
    "pdf-language-missing": (
        "The file says which language it is in.",
        "A screen reader would read it with the wrong voice.",
        "ISO 14289-1, 7.2; WCAG 3.1.1", _MUST),
    "pdf-title-missing": (
        "The file has a title.",
        "A reader with many open files cannot tell which this is.",
        "ISO 14289-1, 7.1; WCAG 2.4.2", _MUST),
    "pdf-title-not-shown": (
        "The window shows the title and not the name of the file.",
        "A file name says little when it is read aloud.", "ISO 14289-1, 7.1", _MUST),
    "pdf-locked-for-readers": (
        "Screen readers may get at the words.",
        "The protection of this file shuts out people who cannot see it.",
        "ISO 14289-1, 7.16", _MUST),
    "pdf-standard-missing": (
        "The file says that it keeps to PDF/UA.",
        "People and programs can then rely on it; the word is in the file's metadata.",
        "ISO 14289-1, 5", _INFORM),
    "pdf-bookmarks-missing": (
        "A long file has bookmarks.",
        "They are the contents page that is always at hand.",
        "ISO 14289-1, 7.17 (recommended); WCAG 2.4.5", _ASK),
    "pdf-fonts-not-embedded": (
        "The typefaces are in the file.",
        "Else another machine shows other letters, or boxes.", "ISO 14289-1, 7.21.4.1", _MUST),
    "pdf-fonts-without-letters": (
        "The typefaces say which letters their signs are.",
        "Else words cannot be read aloud, searched or copied.", "ISO 14289-1, 7.21.7", _MUST),
    "pdf-words-untagged": (
        "All words are in the tags, or marked as belonging to the page only.",
        "A screen reader leaves out what is in no tag.", "ISO 14289-1, 7.1", _MUST),
    # ---- structure
    "pdf-headings-missing": (
        "A longer document has headings.",
        "People who cannot see the page jump from heading to heading.",
        "ISO 14289-1, 7.4; WCAG 2.4.6", _MUST),
    "pdf-heading-first": (
        "The first heading is of level 1.",
        "The levels say what belongs to what.", "ISO 14289-1, 7.4.2", _MUST),
    "pdf-heading-skipped": (
        "No level of headings is left out.",
        "A reader who jumps by levels thinks that something is missing.",
        "ISO 14289-1, 7.4.2; WCAG 1.3.1", _MUST),
    "pdf-heading-empty": (
        "Every heading has words.",
        "An empty heading is a stop at nothing.", "WCAG 2.4.6", _MUST),
    "pdf-alt-missing": (
        "Every picture has an alternative text.",
        "People who cannot see it are told what it says.",
        "ISO 14289-1, 7.3; WCAG 1.1.1", _MUST),
    "pdf-table-header-missing": (
        "Every table has header cells, and no header row or column has a gap.",
        "The headers say what a cell is about when it is read alone.",
        "ISO 14289-1, 7.5; WCAG 1.3.1", _MUST),
    "pdf-table-scope-missing": (
        "Header cells say whether they head a row or a column.",
        "Else a reader program has to guess.", "ISO 14289-1, 7.5", _MUST),
    "pdf-table-rows-uneven": (
        "All rows of a table have as many cells.",
        "In an uneven table headers and cells no longer match.", "ISO 14289-1, 7.2", _MUST),
    "pdf-list-broken": (
        "A list holds items, and items stand in lists.",
        "Else a screen reader does not say how many items there are.", "ISO 14289-1, 7.2", _MUST),
    "pdf-note-without-name": (
        "Every note has a name of its own.",
        "The mark in the text leads to it by that name.", "ISO 14289-1, 7.9", _MUST),
    "pdf-link-without-words": (
        "Every link has words.",
        "A link without words is read as a web address, or not at all.",
        "WCAG 2.4.4", _MUST),
    "pdf-link-words-vague": (
        "The words of a link say where it goes.",
        "Links are often read on their own, in a list.", "WCAG 2.4.4; WCAG 2.4.9", _ASK),
    "pdf-link-contents-missing": (
        "Every link says in its annotation what it is.",
        "Some reader programs look only there.", "ISO 14289-1, 7.18.5", _MUST),
    "pdf-link-untagged": (
        "Every link is in the tags.",
        "Else it cannot be reached without a mouse.", "ISO 14289-1, 7.18.5", _MUST),
    "pdf-tabs-order": (
        "The Tab key goes through the links of a page in the order of the tags.",
        "Else it jumps about the page.", "ISO 14289-1, 7.18.3", _MUST),
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

RULES: dict[str, Rule] = {
    code: Rule(
        code=code,
        title=title,
        reason=reason,
        source=citations(source),
        severities=(("", severity),),
    )
    for code, (title, reason, source, severity) in _TABLE.items()
}


def found(
    code: str,
    message: str,
    *,
    severity: Severity | None = None,
    most: Severity = Severity.MUST_FIX,
    words: str = "",
) -> Diagnostic:
    """A finding of a rule, no more severe than the rule and `most` let it be."""
    rule = RULES[code]
    chosen = rule.most if severity is None else severity
    return Diagnostic(
        code=code,
        message=message,
        severity=max(chosen, rule.most, most),
        hint=f"{rule.title} {rule.reason}",
        words=words if len(words) <= 120 else words[:119] + "…",
    )


def on_pages(numbers: Iterable[int]) -> str:
    """ "page 3" or "pages 3, 4, 7 and 5 more"; the numbers count from 0."""
    pages = sorted({number + 1 for number in numbers})
    if len(pages) == 1:
        return f"page {pages[0]}"
    if len(pages) <= 5:
        return f"pages {', '.join(map(str, pages[:-1]))} and {pages[-1]}"
    return f"pages {', '.join(map(str, pages[:4]))} and {len(pages) - 4} more"
