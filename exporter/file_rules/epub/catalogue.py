"""Every rule for e-books: its code, why it is there, and who asks for it.

What stands in the texts of a book is judged by the rules for web pages (`html-…`); these are the
rules on what makes a book of them. Who asks for it is named by the keys of `exporter.citations`.
"""

from __future__ import annotations

from exporter.citations import citations
from exporter.diagnostics import Diagnostic, Place, Severity
from exporter.rules import Rule

_MUST, _ASK = Severity.MUST_FIX, Severity.PLEASE_ANSWER
_INFORM = Severity.FOR_INFORMATION

# code: (what is asked, why, what to do, who asks, how much it matters)
_TABLE: dict[str, tuple[str, str, str, str, Severity]] = {
    # ---- the file
    "epub-unreadable": (
        "The e-book can be opened.",
        "A damaged book, or one that would unpack without end, can be read by nobody.",
        "Make the book again.", "EPUB 3.3, 4 (OCF)", _MUST),
    "epub-locked": (
        "The e-book is not locked.",
        "A lock keeps out screen readers and braille displays with everybody else.",
        "Give the book out without DRM or password.", "EPUB Accessibility 1.1, 4.4", _MUST),
    "epub-mimetype": (
        "The first file of the zip is “mimetype”, not packed, and says what the file is.",
        "Reading apps and libraries look there to know that it is an e-book.",
        "Make the book with a program that knows e-books, not as any zip.",
        "EPUB 3.3, 4.2.6.2", _MUST),
    "epub-old": (
        "The book is an EPUB 3.",
        "EPUB 2 has no marks for notes, for pages or for what a book can do for its readers.",
        "Make it as EPUB 3.", "EPUB 3.3, 5.2", _ASK),
    "epub-file-missing": (
        "Every file that the manifest lists is in the book.",
        "Words or pictures are lost.", "Put the file into the book, or take its entry out.",
        "EPUB 3.3, 5.6.2", _MUST),
    "epub-file-unlisted": (
        "Every file in the book is listed in the manifest.",
        "Reading apps may pass over a file that is not listed.",
        "List the file, or take it out of the book.", "EPUB 3.3, 5.6.1", _ASK),
    "epub-spine-wrong": (
        "The reading order names texts that the manifest lists.",
        "A part that is not found is never read.", "Put the idref of a listed text there.",
        "EPUB 3.3, 5.7.2", _MUST),
    "epub-text-broken": (
        "Every text is well-formed XHTML.",
        "Many reading apps show an empty page instead.", "Mend the markup of this file.",
        "EPUB 3.3, 6.1.1", _MUST),
    # ---- what the book says about itself
    "epub-title-missing": (
        "The book has a title.",
        "It is how a reader finds the book on the shelf.", "Write dc:title.",
        "EPUB 3.3, 5.5.3.1.2; WCAG 2.4.2", _MUST),
    "epub-language-missing": (
        "The book says its language.",
        "Without it the words are read out in the accent of the reader's machine.",
        "Write dc:language with a tag such as en-GB.", "EPUB 3.3, 5.5.3.1.3; WCAG 3.1.1", _MUST),
    "epub-language-wrong": (
        "The language of the book is a language tag.",
        "A reading app does not know a language that it cannot look up.",
        "Use a tag such as en-GB, cy or ur.", "BCP 47; WCAG 3.1.1", _MUST),
    "epub-identifier-missing": (
        "The book has an identifier, and the package says which it is.",
        "Reading apps keep the place and the notes of a reader by it.",
        "Write dc:identifier, and its id as unique-identifier.", "EPUB 3.3, 5.5.3.1.1", _MUST),
    "epub-modified-missing": (
        "The book says once when it was last changed.",
        "Reading apps take a newer book for the older one.",
        "Write one dcterms:modified, such as 2026-11-22T00:00:00Z.", "EPUB 3.3, 5.5.5", _MUST),
    "epub-fixed-layout": (
        "The text of the book flows.",
        "Where the layout is fixed, letters cannot be made larger without moving the page about.",
        "Take rendition:layout pre-paginated away.", "WCAG 1.4.4; WCAG 1.4.10", _MUST),
    # ---- finding the way
    "epub-navigation-missing": (
        "The book has a table of contents that reading apps can show.",
        "It is the quickest way to a part, and for many readers the only one.",
        "Add a navigation document with a list of the kind toc.",
        "EPUB 3.3, 7.4.2; WCAG 2.4.5", _MUST),
    "epub-navigation-dead": (
        "Every entry of the table of contents leads somewhere.",
        "Who follows it lands nowhere.", "Correct the address.",
        "EPUB 3.3, 7.3; WCAG 2.4.5", _MUST),
    "epub-navigation-thin": (
        "Every text with a heading is in the table of contents.",
        "A part that is not listed is hard to find again.",
        "List it.", "EPUB Accessibility 1.1, techniques 4.2", _ASK),
    "epub-landmarks-missing": (
        "The book marks where its text begins.",
        "Then a reading app can begin there, past cover and contents.",
        "Add a list of the kind landmarks with an entry bodymatter.",
        "EPUB 3.3, 7.4.4", _INFORM),
    "epub-page-list-missing": (
        "A book with marks of pages lists them.",
        "Without the list nobody can go to a page.", "Add a list of the kind page-list.",
        "EPUB Accessibility 1.1, 3.2", _ASK),
    "epub-page-list-wrong": (
        "The list of pages and the marks in the text are the same, in the same order.",
        "Who is sent to a page arrives at another one.", "List each mark once, in its order.",
        "EPUB Accessibility 1.1, 3.2", _MUST),
    "epub-page-source-missing": (
        "A book with pages says whose pages they are.",
        "A reader in a group has to know whose print has the same pages.",
        "Write pageBreakSource.", "EPUB Accessibility 1.1, 3.2.1", _ASK),
    "epub-link-dead": (
        "Every link inside the book leads somewhere.",
        "Who follows it lands nowhere, and loses the place.", "Correct the address.",
        "WCAG 2.4.4; EPUB 3.3, 6.1", _MUST),
    "epub-heading-skipped": (
        "No level of heading is left out.",
        "Who moves from heading to heading thinks that a part is missing.",
        "Use the next level down.", "WCAG 1.3.1; EPUB Accessibility 1.1, techniques 4.3", _MUST),
    # ---- the texts
    "epub-text-language-missing": (
        "Every text says its language itself.",
        "Reading apps do not look into the package while they read aloud.",
        'Write lang="en-GB" and xml:lang="en-GB" on its html element.', "WCAG 3.1.1", _MUST),
    "epub-text-title-missing": (
        "Every text has a title.",
        "It is read out when the text opens.", "Write <title>.", "WCAG 2.4.2", _ASK),
    "epub-script": (
        "The book needs no scripts.",
        "Many reading apps run none, and what they would show is then lost.",
        "Write it as text.", "EPUB 3.3, 6.4", _ASK),
    "epub-network-needed": (
        "Everything that the book shows is inside the book.",
        "A book is read where there is no network.", "Put it into the book.",
        "EPUB 3.3, 3.6", _ASK),
    "epub-size-fixed": (
        "Sizes of type are given in relation to what the reader chose.",
        "Letters in px or pt do not grow with the reader's setting in every app.",
        "Use em or percent.", "WCAG 1.4.4; WCAG 2.2, technique C12", _ASK),
    "epub-size-small": (
        "No text is set much smaller than what the reader chose.",
        "Who needs large letters needs them everywhere.",
        "Set it at 0.75em or more.", "S8; WCAG 1.4.4", _ASK),
    # ---- what is said about how it can be read
    "epub-statement-missing": (
        "The book says how it can be read: accessMode, accessibilityFeature, accessibilityHazard.",
        "Libraries and shops show it, so that people know before they buy.",
        "Write the schema.org metadata that is true of the book.",
        "EPUB Accessibility 1.1, 2.1; European Accessibility Act, annex I, IV (f)", _MUST),
    "epub-statement-thin": (
        "The book says what alone is enough to read it, and sums up in a sentence.",
        "Then people need not know what the words of the standard mean.",
        "Write accessModeSufficient and accessibilitySummary.",
        "EPUB Accessibility 1.1, 2.2", _ASK),
    "epub-statement-untrue": (
        "What the book says about how it can be read is true.",
        "People choose a book by it, and are shut out by what is not there.",
        "Mend the book, or take the statement out.", "EPUB Accessibility 1.1, 2", _MUST),
    "epub-claim-unsigned": (
        "A claim to meet a standard says who has certified it.",
        "A program cannot certify a book: somebody must have looked.",
        "Name the person with a11y:certifiedBy, or take dcterms:conformsTo out.",
        "EPUB Accessibility 1.1, 2.4", _ASK),
}  # fmt: skip


RULES: dict[str, Rule] = {
    code: Rule(
        code=code,
        title=title,
        reason=reason,
        to_do=to_do,
        source=citations(source),
        severities=(("", weight),),
    )
    for code, (title, reason, to_do, source, weight) in _TABLE.items()
}


def found(
    code: str, message: str, file: str = "", line: int = 0, *, words: str = "", hint: str = ""
) -> Diagnostic:
    """A finding of a rule, with the file inside the book and its line."""
    rule = RULES[code]
    return Diagnostic(
        code=code,
        message=message,
        place=Place(file, line) if file else Place(),
        severity=rule.most,
        hint=hint or rule.to_do,
        words=words,
    )
