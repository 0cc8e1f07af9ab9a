"""Every rule of loading: why it is there and where it comes from, for `exporter explain`."""

from __future__ import annotations

from exporter.citations import citations
from exporter.diagnostics import Severity
from exporter.rules import FILE_UNREADABLE, Rule, table

_DIALECT = "exporter, the dialect of sources"
_YAML = "YAML 1.1, measured on 770 sentences of real guides"
_MARKDOWN = "CommonMark 0.31, which never fails but shows what it cannot read"
_SAFE = "exporter, safe reading of strangers' files"
_ALT = "WCAG 1.1.1"
_STRUCTURE = "WCAG 1.3.1"
_TABLE = "WCAG 1.3.1; UKAAF, tables without merged or empty cells"
_LINK = "WCAG 2.4.4"
_CHART = "Government Analysis Function, Data visualisation: charts; WCAG 1.1.1"
_EASY = "Inclusion Europe, Information for all"

_TOLD = {
    # ---- files -------------------------------------------------------------------------------
    "file-absent": ("A file that the document names must be there.", _DIALECT),
    "file-empty": ("An empty file has nothing to say: fill it, or delete it.", _DIALECT),
    "file-outside": (
        "A document holds all that it needs in its folder, so that it can be moved, and so that no "
        "stranger's document can read other files of your computer.",
        _SAFE,
    ),
    "file-too-large": ("Very large files make a document slow to build and to send.", _SAFE),
    "address-lookalike": (
        "A letter of another script, or in other clothes, leads to another place than the address "
        "that people see.",
        "Unicode Technical Standard 39, 5 Detection Mechanisms",
    ),
    "text-control-character": (
        "Invisible control characters come in by copying. They break Word files and confuse screen "
        "readers.",
        "XML 1.0, 2.2 Characters",
    ),
    "text-damaged": ("The sign � stands where a letter was lost.", "Unicode, U+FFFD"),
    "text-garbled": (
        "The bytes of one code read as letters of another: Weâ€™re for We’re. The sign that was "
        "meant can be told from them.",
        "Unicode, UTF-8; Windows-1252",
    ),
    "text-invisible-sign": (
        "Signs without width come in by copying. They cut words for search and for screen readers, "
        "and two names that look the same are not.",
        "Unicode Technical Report 36, 3.5 Deletion of Code Points",
    ),
    "text-other-kind": (
        "Sources are plain text. A Word file that is called .yaml is still a Word file.",
        _DIALECT,
    ),
    "text-private-sign": (
        "Signs of Word’s typefaces Symbol and Wingdings have numbers that mean nothing elsewhere: "
        "readers get an empty box, and a screen reader says nothing.",
        "Unicode, 23.5 Private-Use Characters",
    ),
    "text-turned": (
        "A sign that turns the order of letters makes words look other than they are read.",
        "Unicode Technical Report 36, 2.5 Bidirectional Text Spoofing",
    ),
    "text-not-utf-8": (
        "UTF-8 is the one way of saving text that every program reads alike.",
        "YAML 1.2, 5.2 Character Encodings",
    ),
    "text-too-long": ("Texts as long as books cannot be read in one piece.", _SAFE),
    # ---- YAML --------------------------------------------------------------------------------
    "yaml-alias": ("A value that begins with * is a copy of another one for YAML.", _YAML),
    "yaml-anchor": (
        "A value that begins with & is a label for YAML. Copies of copies can grow without end.",
        _YAML,
    ),
    "yaml-backslash": ("Between quotation marks a backslash begins a code.", _YAML),
    "yaml-bar-missing": (
        "After a key without the sign | the lines of a text are joined: lists and paragraphs would "
        "run into one another.",
        _YAML,
    ),
    "yaml-bracket": ("An open bracket or brace swallows the lines after it.", _YAML),
    "yaml-colon-in-sentence": (
        "A colon and a space end a key, so a sentence with a colon needs quotation marks. The "
        "most frequent stumble: 126 of 770 sentences.",
        _YAML,
    ),
    "yaml-colon-without-space": ("Without a space after it the colon is only a letter.", _YAML),
    "yaml-comma-in-braces": (
        "Between braces a comma begins the next key, so no sentence with a comma can stand there.",
        _YAML,
    ),
    "yaml-comment-after-value": (
        "From a space and # on YAML reads a comment: words of yours would be lost silently.",
        _YAML,
    ),
    "yaml-crooked": ("Keys that belong together begin in the same column.", _YAML),
    "yaml-fence-at-margin": ("A line at the left margin ends the text above it.", _YAML),
    "yaml-first-line-deeper": ("The first line of a text says where its left edge is.", _YAML),
    "yaml-first-sign": ("Some signs mean something else at the beginning of a value.", _YAML),
    "yaml-folded": (
        "Texts after > lose their lines, and so we could not say where a fault is.",
        _YAML,
    ),
    "yaml-hyphen-without-space": ("Without a space after it the hyphen is only a letter.", _YAML),
    "yaml-key": ("A key is one word. A bracket in its place is a sentence gone wrong.", _YAML),
    "yaml-key-twice": ("Of two equal keys YAML silently keeps the last.", _YAML),
    "yaml-no-keys": ("A document and a section are made of keys and their values.", _DIALECT),
    "yaml-quotation-marks": ("Quotation marks go around all of a value, or none of it.", _YAML),
    "yaml-second-document": (
        "Three hyphens begin a second document, which nobody would read.",
        _YAML,
    ),
    "yaml-tab": (
        "YAML counts spaces. How many a tab stands for, every program says differently.",
        _YAML,
    ),
    "yaml-tag": ("A value that begins with ! is a command for YAML.", _SAFE),
    "yaml-too-deep": ("Brackets in brackets without end are a fault, or an attack.", _SAFE),
    "yaml-too-far-left": ("A line further left than its text stands outside it.", _YAML),
    "yaml-too-much": ("So many keys and values are a fault, or an attack.", _SAFE),
    "yaml-unreadable": ("YAML cannot tell keys and values apart here.", _YAML),
    # ---- keys and values ---------------------------------------------------------------------
    "contact-empty": ("A contact without a way to reach it helps nobody.", _DIALECT),
    "date-order": ("A document is updated after it was written.", _DIALECT),
    "date-shape": (
        "2026, 2026-11 or 2026-11-22: the same for all, and no day has to be invented.",
        "ISO 8601-1, 5.2.2",
    ),
    "email-shape": ("An email address that is not one cannot be used.", _DIALECT),
    "key-missing": ("Some keys must be there.", _DIALECT),
    "key-unknown": (
        "A key that nobody reads is a misspelt one, and its words would be lost.",
        _DIALECT,
    ),
    "language-tag": (
        "Screen readers choose their voice by the language's short name.",
        "WCAG 3.1.1; WCAG 3.1.2; BCP 47",
    ),
    "name-shape": ("Names become addresses in web pages, Word and PDF.", _DIALECT),
    "name-twice": (
        "Everything is pointed at with #name, so a name belongs to one thing.",
        _DIALECT,
    ),
    "value-empty": ("A key without words is a gap that somebody forgot.", _DIALECT),
    "value-not-allowed": ("Only some words have a meaning here.", _DIALECT),
    "value-type": ("Words, lists and keys cannot stand for one another.", _DIALECT),
    "number-parts": ("Parts that do not add up to the whole would lie.", _DIALECT),
    "number-typed": (
        "The program counts figures, tables, parts and appendices. Numbers typed by hand are wrong "
        "as soon as an edition leaves something out.",
        _DIALECT,
    ),
    # ---- languages ---------------------------------------------------------------------------
    "language-folder": (
        "A translation is a folder of the document, called by its language: cy/. It has a "
        "document.yaml of its own, and is listed under languages: in that of the original.",
        _DIALECT,
    ),
    # ---- sections ----------------------------------------------------------------------------
    "section-empty": ("A heading without words sends readers to nothing.", _STRUCTURE),
    "section-heading-missing": (
        "Headings are how people find their way, with eyes and with a screen reader.",
        "WCAG 2.4.6",
    ),
    "section-not-listed": ("A section that is not listed would silently be left out.", _DIALECT),
    "section-picture-missing": (
        "Each main part has a picture, or somebody decided that it needs none.",
        _EASY,
    ),
    "section-too-deep": (
        "There are six levels of headings, and the title has the first.",
        _STRUCTURE,
    ),
    "section-twice": ("A section stands in one place.", _DIALECT),
    # ---- pictures ----------------------------------------------------------------------------
    "figure-alt-file-name": (
        "“IMG underscore 2041” or “picture” tells nobody what is to be seen.",
        _ALT,
    ),
    "figure-alt-and-decorative": ("A picture says something, or it only decorates.", _ALT),
    "picture-bank-absent": ("Symbols come from a package that can be left out.", "OpenMoji 17"),
    "picture-kind": (
        "PDF, Word and web pages all show PNG, JPEG and SVG, and nothing else.",
        _DIALECT,
    ),
    "picture-corrupt": ("A damaged picture would be a hole in the page.", _SAFE),
    "picture-drawing-later": ("Charts and diagrams from data stand beside their text.", _DIALECT),
    "picture-drawing-unknown": (
        "A drawing that comes with the program is asked for by its name.",
        _DIALECT,
    ),
    "picture-in-text": (
        "A picture is defined once, with its alternative text, so that it is the same everywhere.",
        _ALT,
    ),
    "picture-origin": ("A picture is a file, a drawing or a symbol.", _DIALECT),
    "picture-symbol-unknown": ("A symbol is named by the code of an emoji.", "OpenMoji 17"),
    "picture-too-many-pixels": ("Huge pictures can stop a computer.", _SAFE),
    "picture-twice": ("A reference to a figure must lead to one place.", _DIALECT),
    "picture-unknown": ("A picture is defined before it is used.", _DIALECT),
    "picture-unused": ("What is never shown was forgotten, or can go.", _DIALECT),
    "svg-doctype": ("Entities can grow without end, and fetch files.", _SAFE),
    "svg-element": ("Only shapes and words look the same in print, Word and the web.", "SVG 1.1"),
    "svg-external": ("A document holds all that it needs, and fetches nothing.", _SAFE),
    "svg-font": (
        "A font that we do not bring with us looks different on every computer.",
        _DIALECT,
    ),
    "svg-script": ("Pictures do not run programs.", _SAFE),
    "svg-size": ("A drawing says how wide and high it is.", "SVG 1.1, 7.7 viewBox"),
    "svg-too-much": ("Some drawings would never be finished.", _SAFE),
    # ---- tables ------------------------------------------------------------------------------
    "table-column-unknown": ("Each cell belongs to a column.", _TABLE),
    "table-elsewhere": ("A table stands beside the text that shows it.", _DIALECT),
    "table-empty": ("A table has columns and rows.", _TABLE),
    "table-file": ("The first line of a CSV file names the columns.", "RFC 4180"),
    "table-header-cell": (
        "A header cell is read before every cell of its row: it must be short.",
        _TABLE,
    ),
    "table-header-column": ("Only the first column can head the rows.", _TABLE),
    "table-origin": ("Rows come from YAML or from a file.", _DIALECT),
    "table-pasted": (
        "Tabs and blanks draw a table for eyes only: without its cells a screen reader reads one "
        "long sentence, and so does everybody in large print.",
        _TABLE,
    ),
    "table-ragged": (
        "An empty cell leaves people guessing: it may be forgotten, or mean nothing.",
        _TABLE,
    ),
    "table-too-large": ("Nobody finds their way in a table of so many cells.", _TABLE),
    "table-twice": ("A reference to a table must lead to one place.", _DIALECT),
    "table-unknown": ("A table is defined before it is shown.", _DIALECT),
    "table-unused": ("What is never shown was forgotten, or can go.", _DIALECT),
    "table-with-bars": ("Tables drawn with bars hold no lists and no header column.", _TABLE),
    # ---- charts ------------------------------------------------------------------------------
    "chart-caption-missing": (
        "The caption of a chart says what there is to see in it: many readers see no more.",
        _CHART,
    ),
    "chart-elsewhere": ("A chart stands beside the text that shows it.", _DIALECT),
    "chart-file": ("The first line of a CSV file names the columns.", "RFC 4180"),
    "chart-here": ("In a list a chart would have words smaller than the text.", _DIALECT),
    "chart-in-rows": (
        "A row of easy read is one number with one picture. Whatever is not counted is said "
        "better in words of your own.",
        _EASY,
    ),
    "chart-key": ("A key that a chart does not use would be lost.", _DIALECT),
    "chart-label": (
        "Labels are drawn in full, in the size of the text, and each names one thing.",
        _CHART,
    ),
    "chart-order": ("Time runs one way.", _DIALECT),
    "chart-row": ("Every value has the same keys; where one is missing, the chart lies.", _DIALECT),
    "chart-size": ("Nobody finds their way in a chart of so many parts.", _CHART),
    "chart-twice": ("A reference to a chart must lead to one place.", _DIALECT),
    "chart-unit": ("A number without what it counts tells nobody anything.", _CHART),
    "chart-unknown": ("A chart is defined before it is shown.", _DIALECT),
    "chart-unused": ("What is never shown was forgotten, or can go.", _DIALECT),
    "chart-value": (
        "Bars begin at nought, so only numbers from nought upwards can be drawn without lying.",
        _CHART,
    ),
    "chart-whole": ("Parts that do not add up to the whole would lie.", _DIALECT),
    # ---- other things with names -------------------------------------------------------------
    "contact-unknown": ("A contact is defined before it is shown.", _DIALECT),
    "glossary-easy-missing": ("A word in easy read is explained in easy words.", _EASY),
    "glossary-unknown": ("A word is explained before it is used.", _DIALECT),
    "list-not-shown": ("A link needs a place to go to.", _LINK),
    "list-twice": ("A reference to an entry must lead to one place.", _DIALECT),
    "list-without-entries": ("An empty list is a gap that somebody forgot.", _DIALECT),
    "media-elsewhere": ("A film stands beside the text that shows it.", _DIALECT),
    "media-many": ("Nobody sees hundreds of films that stand in one document.", _DIALECT),
    "media-twice": ("A reference to a film must lead to one place.", _DIALECT),
    "media-unknown": ("A film is defined before it is shown.", _DIALECT),
    "media-unused": ("What is never shown was forgotten, or can go.", _DIALECT),
    "numbers-elsewhere": ("Numbers stand beside the text that shows them.", _DIALECT),
    "numbers-twice": ("A reference to numbers must lead to one place.", _DIALECT),
    "numbers-unknown": ("Numbers are defined before they are shown.", _DIALECT),
    "numbers-unused": ("What is never shown was forgotten, or can go.", _DIALECT),
    "organisation-unknown": ("A role that nobody has shows nothing.", _DIALECT),
    "reference-to-nothing": ("A link needs a place to go to.", _LINK),
    "reference-unused": ("A work that nobody points to is no reference.", _DIALECT),
    "word-chosen-twice": (
        "Each word is kept to, or not used, in one place of the list. Else nobody knows which "
        "one counts.",
        _EASY,
    ),
    # ---- notes -------------------------------------------------------------------------------
    "note-empty": ("A note without words sends readers away for nothing.", _DIALECT),
    "note-here": ("Notes can only be followed from running text, and easy read has none.", _EASY),
    "note-in-link": ("A link in a link cannot be followed.", "HTML, 4.5.1 The a element"),
    "note-unknown": ("A mark without a note leads nowhere.", _LINK),
    "note-unread": ("A note that is not read shows its signs.", _MARKDOWN),
    "note-unused": ("A note without a mark is never found.", _DIALECT),
    # ---- ::: blocks --------------------------------------------------------------------------
    "fence-space-missing": ("A block begins with three colons, a space and a word.", _DIALECT),
    "fence-closes-nothing": ("Every ::: has its partner.", _DIALECT),
    "fence-colons": ("A block begins and ends with three colons.", _DIALECT),
    "fence-empty": ("An empty box is a gap that somebody forgot.", _DIALECT),
    "fence-in-paragraph": ("A block stands on lines of its own, in a body.", _DIALECT),
    "fence-indented": ("A block stands at the left edge, or below the words of an item.", _DIALECT),
    "fence-name-missing": ("What is shown has a name.", _DIALECT),
    "fence-nested": ("A box in a box confuses eyes and screen readers.", _STRUCTURE),
    "fence-not-empty": ("The program fills this list.", _DIALECT),
    "fence-unclosed": ("An open block swallows all the text after it.", _DIALECT),
    "fence-word": ("Nineteen words begin a block.", _DIALECT),
    "fence-words-after-name": ("The caption stands inside, so that it may hold links.", _DIALECT),
    "question-answers": (
        "There are two to a hundred answers to choose from; to yes, no and not sure, and to lines, "
        "none are typed.",
        _DIALECT,
    ),
    "question-kind": (
        "    ::: question several\n    What would help you to take part?\n\n"
        "    - Money for travel\n    - A quiet room\n    :::\n\n"
        "A question is of one kind: one answer, several, yes or no, or lines to write on.",
        _DIALECT,
    ),
    "question-lines": ("Too many lines fill a page, and readers stop.", _DIALECT),
    "question-many": (
        "Nobody answers hundreds of questions, nor reads the answers.",
        _DIALECT,
    ),
    "question-more": (
        "Every format can show a question and its answers; more would stand in a group of fields "
        "and be missed.",
        _STRUCTURE,
    ),
    "question-words": ("Fields without a question ask for nothing.", "WCAG 2.4.6; WCAG 3.3.2"),
    # ---- Markdown ----------------------------------------------------------------------------
    "block-here": ("Small places hold paragraphs and lists only.", _STRUCTURE),
    "definition-mark": ("One sign stands before what a word means, the colon.", _DIALECT),
    "definition-term-missing": ("What a word means stands under the word.", _MARKDOWN),
    "heading-in-text": (
        "A heading is a part of its own, so that no level is ever skipped. Below the body, at the "
        "left margin:\n\n"
        "    sections:\n      - id: money-for-carers\n        heading: Money for carers\n"
        "        body: |\n          The text of this part.",
        "WCAG 1.3.1; WCAG 2.4.6",
    ),
    "html": ("HTML would be lost in Word and in PDF.", _DIALECT),
    "html-entity": ("Codes for signs are HTML, which is not read.", _MARKDOWN),
    "line-break-forced": (
        "A forced line falls in the wrong place as soon as the type grows.",
        _DIALECT,
    ),
    "lines-joined": (
        "The lines of a paragraph are joined, so that words can flow in every size of type. Those "
        "of an address or a poem are kept where you say so.",
        _MARKDOWN,
    ),
    "link-address": ("A link leads to an address that every reader can follow.", _LINK),
    "link-bare": ("An address that is not marked cannot be clicked.", _LINK),
    "link-title": ("A link's title shows only under a mouse.", "WCAG 1.4.13"),
    "link-to-nothing": ("A link needs a place to go to.", _LINK),
    "link-words-missing": ("The words of a link say where it goes.", _LINK),
    "list-here": ("Some places hold one paragraph only.", _DIALECT),
    "list-item-empty": ("An item of a list begins with words.", _STRUCTURE),
    "list-mark": ("A list that is none is read as one long sentence.", _STRUCTURE),
    "list-number": (
        "Readers see the numbers that the program counts. Where yours are others, an item is "
        "missing, or a sentence points to the wrong one.",
        _STRUCTURE,
    ),
    "list-start": (
        "A list begins with 1, or goes on with the one above it in the same text.",
        _STRUCTURE,
    ),
    "list-too-deep": ("Nobody keeps track of lists four levels deep.", _STRUCTURE),
    "mark-backslash": ("A backslash that nothing needs stays visible.", _MARKDOWN),
    "mark-braces": ("Braces are read for other languages only.", _MARKDOWN),
    "mark-brackets": ("Brackets that are no link stay visible.", _MARKDOWN),
    "mark-code": ("There is no code in these documents.", _DIALECT),
    "mark-command": (
        "Other programs have commands of their own: MyST, Liquid, Sphinx, Obsidian. Here they "
        "would be printed.",
        _DIALECT,
    ),
    "mark-dashes": ("Two hyphens are read out as hyphens.", _MARKDOWN),
    "mark-empty": ("Empty brackets stay visible.", _MARKDOWN),
    "mark-formula": ("Formulas are not drawn; signs and words can be read by all.", _DIALECT),
    "mark-in-plain-text": (
        "Headings and alternative texts are the same in every edition, in contents and bookmarks: "
        "plain words.",
        _DIALECT,
    ),
    "mark-small-figures": (
        "Small figures have signs of their own, which every format shows and reads out.",
        "Unicode, Superscripts and Subscripts",
    ),
    "mark-star": ("A star that marks nothing stays visible.", _MARKDOWN),
    "mark-underline": ("There is one sign for stress, the star.", _DIALECT),
    "mark-unread": ("A mark that is not read stays visible.", _MARKDOWN),
    "paragraph-endless": ("A paragraph without end cannot be read.", _SAFE),
    "paragraphs-too-many": ("Some places hold one paragraph only.", _DIALECT),
    "quote-empty": ("A quotation has words.", _DIALECT),
    "quote-mark": (
        "“More than 50” that becomes a quotation says something else.",
        _MARKDOWN,
    ),
    "quote-source": ("Who said it stands last in the quotation.", _DIALECT),
    "rule-line": ("A drawn line is no heading: a screen reader passes over it.", _STRUCTURE),
    "text-indented": ("Four spaces make code of a paragraph.", _MARKDOWN),
    "tick-box": ("A box that nobody can tick is only a puzzle.", _DIALECT),
    # ---- easy read ---------------------------------------------------------------------------
    "easy-read-bold": (
        "In easy read bold means: this word is explained. The program sees to it.",
        _EASY,
    ),
    "row-keys": ("A row is one idea.", _EASY),
    "row-number-unsaid": ("The big number is drawn. Who listens must hear it, too.", _ALT),
    "row-picture-missing": ("A picture beside the words helps people to understand them.", _EASY),
    "row-text-missing": ("A picture alone can mean many things.", _EASY),
}

FIGURE_ALT_MISSING = Rule(
    code="figure-alt-missing",
    title="A figure says in words what it shows.",
    reason="Somebody who cannot see it would hear “Figure 3”, and nothing more. Nobody but the "
    "author knows what the picture is there for.",
    to_do="Add “alt:” to the picture in document.yaml. One sentence is enough, for example "
    "“alt: Two women read a letter together”.",
    source=citations("WCAG 1.1.1", "S11 A"),
    severities=(
        ("easy-read", Severity.MUST_FIX),
        ("large-print", Severity.MUST_FIX),
        ("clear-print", Severity.MUST_FIX),
    ),
)
HEADING_BY_LOOK = Rule(
    code="heading-by-look",
    title="What looks like a heading is one.",
    reason="Bold or large words on a line of their own are a heading for eyes only. Screen readers "
    "find their way by real headings, and Word takes them for none. So an import makes a heading "
    "of such a line, and asks you to look.",
    to_do="Make a part of it, with the text that belongs to it. If it is no heading, put its words "
    "into the text above, and delete its “heading:”.",
    source=citations("WCAG 1.3.1", "WCAG 2.4.6"),
)
GLOSSARY_UNUSED = Rule(
    code="glossary-unused",
    title="Every word of the glossary stands somewhere in the document.",
    reason="A list of words that nobody meets is work for the reader without gain.",
    to_do="Use the word, or take it out of the glossary.",
    source=citations("S3 A", "S35 A"),
    severities=(("clear-print", Severity.FOR_INFORMATION),),
)
"""Loading finds these two where nothing else is right yet; the checks find the rest of them."""

_SHARED = (FILE_UNREADABLE, FIGURE_ALT_MISSING, HEADING_BY_LOOK, GLOSSARY_UNUSED)

RULES = {**table(_TOLD), **{rule.code: rule for rule in _SHARED}}
