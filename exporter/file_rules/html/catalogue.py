"""Every rule for web pages: its code, why it is there, and who asks for it.

Who asks for it is named by the keys of `exporter.citations`.
"""

from __future__ import annotations

from exporter.citations import citations
from exporter.diagnostics import Diagnostic, Place, Severity
from exporter.rules import Rule

_MUST, _ASK = Severity.MUST_FIX, Severity.PLEASE_ANSWER
_INFORM = Severity.FOR_INFORMATION

# code: (what is asked, why, what to do, who asks, how much it matters)
_TABLE: dict[str, tuple[str, str, str, str, Severity]] = {
    # ---- the page
    "html-unreadable": (
        "The page can be read.",
        "What is no HTML, or endless, cannot be read by anybody.",
        "Save the page again as HTML in UTF-8.", "HTML, 13.2", _MUST),
    "html-language-missing": (
        "The html element says the language of the page.",
        "Without it the words are read out in the accent of the reader's computer.",
        'Write <html lang="en-GB">, or the language that it is.', "WCAG 3.1.1", _MUST),
    "html-language-wrong": (
        "Every lang is a language tag.",
        "A screen reader does not know a language that it cannot look up.",
        "Use a tag such as en-GB, cy or ur.", "WCAG 3.1.1; WCAG 3.1.2; BCP 47", _MUST),
    "html-title-missing": (
        "The page has a title.",
        "The title is the first thing that is read out, and names the window and the bookmark.",
        "Write the name of the document into <title>.", "WCAG 2.4.2", _MUST),
    "html-viewport-missing": (
        "The page fits the width of the screen.",
        "Without a viewport a telephone shows the page tiny, as wide as a desk.",
        'Add <meta name="viewport" content="width=device-width, initial-scale=1">.',
        "WCAG 1.4.10", _ASK),
    "html-zoom-forbidden": (
        "Readers can make the page larger.",
        "People with low sight need twice the size, and often much more.",
        "Take user-scalable=no and maximum-scale out of the viewport.", "WCAG 1.4.4", _MUST),
    "html-refresh": (
        "The page does not reload or move on by itself.",
        "Who reads slowly loses the place.", "Take the meta refresh out.", "WCAG 2.2.1", _MUST),
    "html-main-missing": (
        "The main part of the page is marked.",
        "Screen readers jump there, past everything that is the same on each page.",
        "Put what the page is about into one <main>.", "WCAG 1.3.1; WCAG 2.4.1", _ASK),
    "html-network-needed": (
        "Everything that the page shows is inside the page.",
        "A page that is sent on, or read without a network, loses what is elsewhere.",
        "Put pictures, styles and typefaces into the file.", "exporter, self-contained files",
        _INFORM),
    # ---- headings
    "html-heading-first": (
        "The page begins with one heading of level 1.",
        "It says what the page is, and all other headings stand below it.",
        "Make the title of the page an h1, and put it before other headings.",
        "WCAG 1.3.1; WCAG 2.4.6",
        _MUST),
    "html-heading-several": (
        "There is only one heading of level 1.",
        "With two titles nobody knows which of them names the page.",
        "Make the other ones h2.", "WCAG 1.3.1; WCAG 2.4.6", _ASK),
    "html-heading-skipped": (
        "No level of heading is left out.",
        "Who moves from heading to heading thinks that a part is missing.",
        "Use the next level down.", "WCAG 1.3.1; UK Government, headings", _MUST),
    "html-heading-empty": (
        "No heading is empty.",
        "Screen readers stop there and say nothing.", "Write the heading, or delete it.",
        "WCAG 2.4.6", _MUST),
    # ---- pictures
    "html-picture-alternative-missing": (
        "Every picture has an alternative text; a decorative one has an empty one.",
        "Without alt, screen readers say the name of the file, or nothing.",
        'Add alt with what the picture tells, or alt="" if it only decorates.',
        "WCAG 1.1.1", _MUST),
    "html-picture-alternative-file-name": (
        "An alternative text is not the name of a file.",
        "A name such as IMG_0042.jpg tells nobody what the picture shows.",
        "Say what the picture tells.", "WCAG 1.1.1; WCAG 2.2, failure F30", _MUST),
    # ---- tables and lists
    "html-table-headers-missing": (
        "Every table of data has header cells.",
        "In a cell a screen reader says which row and column it is in, if it can know.",
        "Make the cells that head a row or column th, with scope.",
        "WCAG 1.3.1; WCAG 2.2, technique H51", _MUST),
    "html-table-scope-missing": (
        "Header cells say whether they head a row or a column.",
        "Where both are there, a program has to guess.",
        'Add scope="col" or scope="row".', "WCAG 1.3.1; WCAG 2.2, technique H63", _ASK),
    "html-list-broken": (
        "Items stand in lists.",
        "A loose item is not counted, and nobody hears how many there are.",
        "Put li into ul or ol; dt and dd into dl.", "WCAG 1.3.1", _MUST),
    # ---- links
    "html-link-empty": (
        "Every link has words.",
        "Screen readers say the address letter by letter, or only: link.",
        "Write into the link where it goes.", "WCAG 2.4.4; WCAG 4.1.2", _MUST),
    "html-link-vague": (
        "The words of a link say where it goes.",
        "Many readers go from link to link, without the words around them.",
        "Write where the link goes in place of such words as here or more.",
        "WCAG 2.4.4; WCAG 2.4.9", _ASK),
    "html-link-address": (
        "The words of a link are not a long address.",
        "Long addresses are read out sign by sign.",
        "Write the name of the page or of who made it.", "WCAG 2.4.4", _ASK),
    "html-link-dead": (
        "A link within the page goes to a place that is there.",
        "Who follows it stays where they are, and does not know why.",
        "Give the place this id, or take the link out.", "WCAG 2.4.4; WCAG 4.1.2", _MUST),
    # ---- under the bonnet
    "html-id-twice": (
        "Every id is there once.",
        "Links and labels go to the first one, which may be the wrong one.",
        "Give one of the two another id.", "WCAG 4.1.2; HTML, 3.2.6", _MUST),
    "html-label-dead": (
        "What aria-labelledby and aria-describedby name is there.",
        "Otherwise the part has no name for a screen reader.",
        "Name the id of the words.", "WCAG 4.1.2", _MUST),
    "html-hidden-focus": (
        "Nothing that can be reached with the keyboard is hidden from screen readers.",
        "The reader lands on something that nobody reads out.",
        "Take aria-hidden away, or what can be pressed out of it.", "WCAG 4.1.2", _MUST),
    "html-tabindex-positive": (
        "The keyboard goes through the page in the order of reading.",
        "A tabindex above 0 jumps ahead of everything else.",
        "Use 0 or none.", "WCAG 2.4.3", _MUST),
    "html-frame-untitled": (
        "Every frame has a title.",
        "A reader has to know what a frame holds before going in.",
        "Add title to the iframe.", "WCAG 4.1.2; WCAG 2.2, technique H64", _MUST),
    "html-field-unlabelled": (
        "Every field has a label.",
        "A reader has to know what to fill in.",
        "Add a label with for, or aria-label.", "WCAG 1.3.1; WCAG 3.3.2; WCAG 4.1.2", _MUST),
    "html-plays-by-itself": (
        "Nothing plays by itself.",
        "Sound drowns the voice of a screen reader.",
        "Take autoplay out.", "WCAG 1.4.2", _MUST),
    "html-moves": (
        "Words do not move or blink.",
        "Moving words cannot be read by many people, and hurt some.",
        "Take marquee and blink out.", "WCAG 2.2.2", _MUST),
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


def found(code: str, message: str, line: int = 0, *, words: str = "", hint: str = "") -> Diagnostic:
    """A finding of a rule, with the line of the page where it stands."""
    rule = RULES[code]
    return Diagnostic(
        code=code,
        message=message,
        place=Place(line=line),
        severity=rule.most,
        hint=hint or rule.to_do,
        words=words,
    )
