"""Rules on what a PDF says of itself and on its tags."""

from __future__ import annotations

from exporter.diagnostics import Severity

_MUST, _ASK = Severity.MUST_FIX, Severity.PLEASE_ANSWER
_INFORM = Severity.FOR_INFORMATION
TABLE: dict[str, tuple[str, str, str, Severity]] = {
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
    "pdf-words-untagged": (
        "All words are in the tags, or marked as belonging to the page only.",
        "A screen reader leaves out what is in no tag.", "ISO 14289-1, 7.1", _MUST),
    "pdf-tags-suspect": (
        "The tags of a file are right, by its own word.",
        "A file that calls its own tags suspects was tagged by a program, and nobody looked.",
        "ISO 14289-1, 7.1", _MUST),
    "pdf-role-unknown": (
        "Every type of tag stands for one that the standard knows.",
        "A reader program does not know what to say of any other.",
        "ISO 14289-1, 7.1", _MUST),
    "pdf-role-circle": (
        "No type of tag is explained by itself.",
        "Going round in a circle, a reader program never learns what it is.",
        "ISO 14289-1, 7.1", _MUST),
    "pdf-role-changed": (
        "What the standard has a type for keeps its meaning.",
        "Some reader programs would read a heading, others a paragraph.",
        "ISO 14289-1, 7.1", _MUST),
    "pdf-language-wrong": (
        "A language is named by its code, as “en-GB”.",
        "A screen reader finds no voice for any other word.",
        "ISO 14289-1, 7.2; WCAG 3.1.1; WCAG 3.1.2", _MUST),
    "pdf-title-not-in-metadata": (
        "The title is in the metadata too.",
        "Newer programs look only there.",
        "ISO 14289-1, 7.1", _MUST),
    "pdf-standard-misspelt": (
        "Who claims PDF/UA claims it in the words of the standard.",
        "A claim that no program knows is none.",
        "ISO 14289-1, 5", _MUST),
    "pdf-file-in-it-unnamed": (
        "A file in the file has both of its names.",
        "Else some programs cannot say what it is, or cannot take it out.",
        "ISO 14289-1, 7.11", _MUST),
    "pdf-layers-unnamed": (
        "Every choice of layers has a name.",
        "Whoever cannot see the page chooses by name.",
        "ISO 14289-1, 7.10", _MUST),
    "pdf-layers-change": (
        "Layers are not switched by themselves.",
        "What is there when it is zoomed or printed must be what is read aloud.",
        "ISO 14289-1, 7.10", _MUST),
    "pdf-form-redrawn": (
        "A form is part of the file, and not drawn anew by a program.",
        "Few programs can draw such a form, and none reads it aloud.",
        "ISO 14289-1, 7.15", _MUST),
    "pdf-page-from-outside": (
        "All that a page shows is in the file.",
        "What lies in another file may be gone, and has no tags here.",
        "ISO 14289-1, 7.20", _MUST),
    "pdf-tagged-part-repeated": (
        "A part of a page that has tags in it is drawn once.",
        "Its tags have one place only: whoever listens meets it there, and nowhere else that it is "
        "seen.",
        "ISO 14289-1, 7.20", _MUST),
    "pdf-drawing-untagged": (
        "Lines and pictures are in the tags, or said to be for the look only.",
        "Else nobody knows whether something is left out.",
        "ISO 14289-1, 7.1", _MUST),
    "pdf-artifact-in-tags": (
        "Nothing is both in the tags and said to be for the look only.",
        "One reader program reads it, another leaves it out.",
        "ISO 14289-1, 7.1", _MUST),
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
    "pdf-heading-kinds-mixed": (
        "All headings have a level, or none has.",
        "Mixed, nobody can tell what belongs to what.",
        "ISO 14289-1, 7.4.4", _MUST),
    "pdf-heading-twice-in-one": (
        "A part has one heading of the kind without a level.",
        "Its level is that of its part; two in one part cannot be told apart.",
        "ISO 14289-1, 7.4.4", _MUST),
    "pdf-table-parts-misplaced": (
        "Rows stand in tables, and cells in rows.",
        "Else a screen reader cannot say in which row and column a reader is.",
        "ISO 14289-1, 7.2; WCAG 1.3.1", _MUST),
    "pdf-table-sections-wrong": (
        "A table has one head and one foot at most, and with them a body.",
        "Else a screen reader does not know which rows head the others.",
        "ISO 14289-1, 7.2", _MUST),
    "pdf-table-spans-wrong": (
        "Cells that span others do not lie over one another, nor reach beyond the table.",
        "A screen reader would count rows and columns that are not there.",
        "ISO 14289-1, 7.2", _MUST),
    "pdf-table-headers-unknown": (
        "The headers that a cell names are in the table.",
        "Else a screen reader tells no header at all.",
        "ISO 14289-1, 7.5; WCAG 1.3.1", _MUST),
    "pdf-contents-broken": (
        "Contents hold their entries, and entries stand in contents.",
        "Else a screen reader does not say that these are contents.",
        "ISO 14289-1, 7.2", _MUST),
    "pdf-caption-misplaced": (
        "A caption stands first in what it names, or last in a table; once.",
        "Between the parts it is read as one of them.",
        "ISO 14289-1, 7.2", _MUST),
    "pdf-field-without-words": (
        "Every field of a form says what it asks for.",
        "Without it a screen reader says only “edit”, or the name that a program gave it.",
        "ISO 14289-1, 7.18.1; WCAG 4.1.2; WCAG 3.3.2", _MUST),
    "pdf-field-untagged": (
        "Every field of a form is in a tag Form.",
        "Else it stands apart from the words that explain it, or is never met.",
        "ISO 14289-1, 7.18.4", _MUST),
    "pdf-annotation-without-words": (
        "Every remark, stamp or attached file on a page has words.",
        "Who cannot see it learns nothing of it.",
        "ISO 14289-1, 7.18.1; WCAG 1.1.1", _MUST),
    "pdf-annotation-untagged": (
        "Every remark, stamp or attached file on a page is in a tag Annot.",
        "Else nobody meets it where it belongs.",
        "ISO 14289-1, 7.18.1", _MUST),
    "pdf-printers-marks": (
        "Marks for printers are not in the tags, and there is no trap network.",
        "They mean nothing to readers, and some programs read them aloud.",
        "ISO 14289-1, 7.18.2; ISO 14289-1, 7.18.8", _MUST),
    "pdf-media-alt-missing": (
        "A film or sound has words that say what is in it.",
        "Who cannot play it learns nothing of it.",
        "ISO 14289-1, 7.18.6.2; WCAG 1.1.1", _MUST),
    "pdf-media-kind-missing": (
        "A film or sound says what kind of data it is.",
        "Else a program cannot tell whether it can play it.",
        "ISO 14289-1, 7.18.6.2", _MUST),
}  # fmt: skip
