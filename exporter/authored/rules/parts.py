"""Rules on what a document is made of: sections, pictures, tables, charts, names and notes."""

from __future__ import annotations

from exporter.authored.rules.asked_by import (
    ALT,
    CHART,
    DIALECT,
    EASY,
    LINK,
    MARKDOWN,
    SAFE,
    STRUCTURE,
    TABLE,
)
from exporter.rules import table

_TOLD = {
    # ---- sections ----------------------------------------------------------------------------
    "section-empty": ("A heading without words sends readers to nothing.", STRUCTURE),
    "section-heading-missing": (
        "Headings are how people find their way, with eyes and with a screen reader.",
        "WCAG 2.4.6",
    ),
    "section-not-listed": ("A section that is not listed would silently be left out.", DIALECT),
    "section-picture-missing": (
        "Each main part has a picture, or somebody decided that it needs none.",
        EASY,
    ),
    "section-too-deep": (
        "There are six levels of headings, and the title has the first.",
        STRUCTURE,
    ),
    "section-twice": ("A section stands in one place.", DIALECT),
    # ---- pictures ----------------------------------------------------------------------------
    "figure-alt-file-name": (
        "“IMG underscore 2041” or “picture” tells nobody what is to be seen.",
        ALT,
    ),
    "figure-alt-and-decorative": ("A picture says something, or it only decorates.", ALT),
    "picture-bank-absent": ("Symbols come from a package that can be left out.", "OpenMoji 17"),
    "picture-kind": (
        "PDF, Word and web pages all show PNG, JPEG and SVG, and nothing else.",
        DIALECT,
    ),
    "picture-corrupt": ("A damaged picture would be a hole in the page.", SAFE),
    "picture-drawing-later": (
        "Charts and diagrams from data stand beside their text.",
        DIALECT,
    ),
    "picture-drawing-unknown": (
        "A drawing that comes with the program is asked for by its name.",
        DIALECT,
    ),
    "picture-in-text": (
        "A picture is defined once, with its alternative text, so that it is the same everywhere.",
        ALT,
    ),
    "picture-origin": ("A picture is a file, a drawing or a symbol.", DIALECT),
    "picture-symbol-unknown": ("A symbol is named by the code of an emoji.", "OpenMoji 17"),
    "picture-too-many-pixels": ("Huge pictures can stop a computer.", SAFE),
    "picture-twice": ("A reference to a figure must lead to one place.", DIALECT),
    "picture-unknown": ("A picture is defined before it is used.", DIALECT),
    "picture-unused": ("What is never shown was forgotten, or can go.", DIALECT),
    "svg-doctype": ("Entities can grow without end, and fetch files.", SAFE),
    "svg-element": (
        "Only shapes and words look the same in print, Word and the web.",
        "SVG 1.1",
    ),
    "svg-external": ("A document holds all that it needs, and fetches nothing.", SAFE),
    "svg-font": (
        "A font that we do not bring with us looks different on every computer.",
        DIALECT,
    ),
    "svg-script": ("Pictures do not run programs.", SAFE),
    "svg-size": ("A drawing says how wide and high it is.", "SVG 1.1, 7.7 viewBox"),
    "svg-too-much": ("Some drawings would never be finished.", SAFE),
    # ---- tables ------------------------------------------------------------------------------
    "table-column-unknown": ("Each cell belongs to a column.", TABLE),
    "table-elsewhere": ("A table stands beside the text that shows it.", DIALECT),
    "table-empty": ("A table has columns and rows.", TABLE),
    "table-file": ("The first line of a CSV file names the columns.", "RFC 4180"),
    "table-header-cell": (
        "A header cell is read before every cell of its row: it must be short.",
        TABLE,
    ),
    "table-header-column": ("Only the first column can head the rows.", TABLE),
    "table-origin": ("Rows come from YAML or from a file.", DIALECT),
    "table-pasted": (
        "Tabs and blanks draw a table for eyes only: without its cells a screen reader reads one "
        "long sentence, and so does everybody in large print.",
        TABLE,
    ),
    "table-ragged": (
        "An empty cell leaves people guessing: it may be forgotten, or mean nothing.",
        TABLE,
    ),
    "table-too-large": ("Nobody finds their way in a table of so many cells.", TABLE),
    "table-twice": ("A reference to a table must lead to one place.", DIALECT),
    "table-unknown": ("A table is defined before it is shown.", DIALECT),
    "table-unused": ("What is never shown was forgotten, or can go.", DIALECT),
    "table-with-bars": ("Tables drawn with bars hold no lists and no header column.", TABLE),
    # ---- charts ------------------------------------------------------------------------------
    "chart-caption-missing": (
        "The caption of a chart says what there is to see in it: many readers see no more.",
        CHART,
    ),
    "chart-elsewhere": ("A chart stands beside the text that shows it.", DIALECT),
    "chart-file": ("The first line of a CSV file names the columns.", "RFC 4180"),
    "chart-here": ("In a list a chart would have words smaller than the text.", DIALECT),
    "chart-in-rows": (
        "A row of easy read is one number with one picture. Whatever is not counted is said "
        "better in words of your own.",
        EASY,
    ),
    "chart-key": ("A key that a chart does not use would be lost.", DIALECT),
    "chart-label": (
        "Labels are drawn in full, in the size of the text, and each names one thing.",
        CHART,
    ),
    "chart-order": ("Time runs one way.", DIALECT),
    "chart-row": (
        "Every value has the same keys; where one is missing, the chart lies.",
        DIALECT,
    ),
    "chart-size": ("Nobody finds their way in a chart of so many parts.", CHART),
    "chart-twice": ("A reference to a chart must lead to one place.", DIALECT),
    "chart-unit": ("A number without what it counts tells nobody anything.", CHART),
    "chart-unknown": ("A chart is defined before it is shown.", DIALECT),
    "chart-unused": ("What is never shown was forgotten, or can go.", DIALECT),
    "chart-value": (
        "Bars begin at nought, so only numbers from nought upwards can be drawn without lying.",
        CHART,
    ),
    "chart-whole": ("Parts that do not add up to the whole would lie.", DIALECT),
    # ---- other things with names -------------------------------------------------------------
    "contact-unknown": ("A contact is defined before it is shown.", DIALECT),
    "glossary-easy-missing": ("A word in easy read is explained in easy words.", EASY),
    "glossary-unknown": ("A word is explained before it is used.", DIALECT),
    "list-not-shown": ("A link needs a place to go to.", LINK),
    "list-twice": ("A reference to an entry must lead to one place.", DIALECT),
    "list-without-entries": ("An empty list is a gap that somebody forgot.", DIALECT),
    "media-elsewhere": ("A film stands beside the text that shows it.", DIALECT),
    "media-many": ("Nobody sees hundreds of films that stand in one document.", DIALECT),
    "media-twice": ("A reference to a film must lead to one place.", DIALECT),
    "media-unknown": ("A film is defined before it is shown.", DIALECT),
    "media-unused": ("What is never shown was forgotten, or can go.", DIALECT),
    "numbers-elsewhere": ("Numbers stand beside the text that shows them.", DIALECT),
    "numbers-twice": ("A reference to numbers must lead to one place.", DIALECT),
    "numbers-unknown": ("Numbers are defined before they are shown.", DIALECT),
    "numbers-unused": ("What is never shown was forgotten, or can go.", DIALECT),
    "organisation-unknown": ("A role that nobody has shows nothing.", DIALECT),
    "reference-to-nothing": ("A link needs a place to go to.", LINK),
    "reference-unused": ("A work that nobody points to is no reference.", DIALECT),
    "word-chosen-twice": (
        "Each word is kept to, or not used, in one place of the list. Else nobody knows which "
        "one counts.",
        EASY,
    ),
    # ---- notes -------------------------------------------------------------------------------
    "note-empty": ("A note without words sends readers away for nothing.", DIALECT),
    "note-here": (
        "Notes can only be followed from running text, and easy read has none.",
        EASY,
    ),
    "note-in-link": ("A link in a link cannot be followed.", "HTML, 4.5.1 The a element"),
    "note-unknown": ("A mark without a note leads nowhere.", LINK),
    "note-unread": ("A note that is not read shows its signs.", MARKDOWN),
    "note-unused": ("A note without a mark is never found.", DIALECT),
}
RULES = table(_TOLD)
