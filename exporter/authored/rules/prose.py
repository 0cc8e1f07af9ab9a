"""Rules on text with marks: blocks between :::, Markdown, and the rows of easy read."""

from __future__ import annotations

from exporter.authored.rules.asked_by import ALT, DIALECT, EASY, LINK, MARKDOWN, SAFE, STRUCTURE
from exporter.rules import table

_TOLD = {
    # ---- ::: blocks --------------------------------------------------------------------------
    "fence-space-missing": ("A block begins with three colons, a space and a word.", DIALECT),
    "fence-closes-nothing": ("Every ::: has its partner.", DIALECT),
    "fence-colons": ("A block begins and ends with three colons.", DIALECT),
    "fence-empty": ("An empty box is a gap that somebody forgot.", DIALECT),
    "fence-in-paragraph": ("A block stands on lines of its own, in a body.", DIALECT),
    "fence-indented": (
        "A block stands at the left edge, or below the words of an item.",
        DIALECT,
    ),
    "fence-name-missing": ("What is shown has a name.", DIALECT),
    "fence-nested": ("A box in a box confuses eyes and screen readers.", STRUCTURE),
    "fence-not-empty": ("The program fills this list.", DIALECT),
    "fence-unclosed": ("An open block swallows all the text after it.", DIALECT),
    "fence-word": ("Nineteen words begin a block.", DIALECT),
    "fence-words-after-name": (
        "The caption stands inside, so that it may hold links.",
        DIALECT,
    ),
    "question-answers": (
        "There are two to a hundred answers to choose from; to yes, no and not sure, and to lines, "
        "none are typed.",
        DIALECT,
    ),
    "question-kind": (
        "    ::: question several\n    What would help you to take part?\n\n"
        "    - Money for travel\n    - A quiet room\n    :::\n\n"
        "A question is of one kind: one answer, several, yes or no, or lines to write on.",
        DIALECT,
    ),
    "question-lines": ("Too many lines fill a page, and readers stop.", DIALECT),
    "question-many": (
        "Nobody answers hundreds of questions, nor reads the answers.",
        DIALECT,
    ),
    "question-more": (
        "Every format can show a question and its answers; more would stand in a group of fields "
        "and be missed.",
        STRUCTURE,
    ),
    "question-name": (
        "    ::: question several {#what-helps}\n\n"
        "The text points to a question by its name, as to all else. Here:  [](#what-helps).",
        DIALECT,
    ),
    "question-words": ("Fields without a question ask for nothing.", "WCAG 2.4.6; WCAG 3.3.2"),
    # ---- Markdown ----------------------------------------------------------------------------
    "block-here": ("Small places hold paragraphs and lists only.", STRUCTURE),
    "definition-mark": ("One sign stands before what a word means, the colon.", DIALECT),
    "definition-term-missing": ("What a word means stands under the word.", MARKDOWN),
    "heading-in-text": (
        "A heading is a part of its own, so that no level is ever skipped. Below the body, at the "
        "left margin:\n\n"
        "    sections:\n      - id: money-for-carers\n        heading: Money for carers\n"
        "        body: |\n          The text of this part.",
        "WCAG 1.3.1; WCAG 2.4.6",
    ),
    "html": ("HTML would be lost in Word and in PDF.", DIALECT),
    "html-entity": ("Codes for signs are HTML, which is not read.", MARKDOWN),
    "line-break-forced": (
        "A forced line falls in the wrong place as soon as the type grows.",
        DIALECT,
    ),
    "lines-joined": (
        "The lines of a paragraph are joined, so that words can flow in every size of type. Those "
        "of an address or a poem are kept where you say so.",
        MARKDOWN,
    ),
    "link-address": ("A link leads to an address that every reader can follow.", LINK),
    "link-bare": ("An address that is not marked cannot be clicked.", LINK),
    "link-title": ("A link's title shows only under a mouse.", "WCAG 1.4.13"),
    "link-to-nothing": ("A link needs a place to go to.", LINK),
    "link-words-missing": ("The words of a link say where it goes.", LINK),
    "list-here": ("Some places hold one paragraph only.", DIALECT),
    "list-item-empty": ("An item of a list begins with words.", STRUCTURE),
    "list-mark": ("A list that is none is read as one long sentence.", STRUCTURE),
    "list-number": (
        "Readers see the numbers that the program counts. Where yours are others, an item is "
        "missing, or a sentence points to the wrong one.",
        STRUCTURE,
    ),
    "list-start": (
        "A list begins with 1, or goes on with the one above it in the same text.",
        STRUCTURE,
    ),
    "list-too-deep": ("Nobody keeps track of lists four levels deep.", STRUCTURE),
    "mark-backslash": ("A backslash that nothing needs stays visible.", MARKDOWN),
    "mark-braces": ("Braces are read for other languages only.", MARKDOWN),
    "mark-brackets": ("Brackets that are no link stay visible.", MARKDOWN),
    "mark-code": ("There is no code in these documents.", DIALECT),
    "mark-command": (
        "Other programs have commands of their own: MyST, Liquid, Sphinx, Obsidian. Here they "
        "would be printed.",
        DIALECT,
    ),
    "mark-dashes": ("Two hyphens are read out as hyphens.", MARKDOWN),
    "mark-empty": ("Empty brackets stay visible.", MARKDOWN),
    "mark-formula": ("Formulas are not drawn; signs and words can be read by all.", DIALECT),
    "mark-in-plain-text": (
        "Headings and alternative texts are the same in every edition, in contents and bookmarks: "
        "plain words.",
        DIALECT,
    ),
    "mark-small-figures": (
        "Small figures have signs of their own, which every format shows and reads out.",
        "Unicode, Superscripts and Subscripts",
    ),
    "mark-star": ("A star that marks nothing stays visible.", MARKDOWN),
    "mark-underline": ("There is one sign for stress, the star.", DIALECT),
    "mark-unread": ("A mark that is not read stays visible.", MARKDOWN),
    "paragraph-endless": ("A paragraph without end cannot be read.", SAFE),
    "paragraphs-too-many": ("Some places hold one paragraph only.", DIALECT),
    "quote-empty": ("A quotation has words.", DIALECT),
    "quote-mark": (
        "“More than 50” that becomes a quotation says something else.",
        MARKDOWN,
    ),
    "quote-source": ("Who said it stands last in the quotation.", DIALECT),
    "rule-line": ("A drawn line is no heading: a screen reader passes over it.", STRUCTURE),
    "text-indented": ("Four spaces make code of a paragraph.", MARKDOWN),
    "tick-box": ("A box that nobody can tick is only a puzzle.", DIALECT),
    # ---- easy read ---------------------------------------------------------------------------
    "easy-read-bold": (
        "In easy read bold means: this word is explained. The program sees to it.",
        EASY,
    ),
    "row-keys": ("A row is one idea.", EASY),
    "row-number-unsaid": ("The big number is drawn. Who listens must hear it, too.", ALT),
    "row-picture-missing": (
        "A picture beside the words helps people to understand them.",
        EASY,
    ),
    "row-text-missing": ("A picture alone can mean many things.", EASY),
}
RULES = table(_TOLD)
