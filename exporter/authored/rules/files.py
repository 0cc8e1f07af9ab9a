"""Rules on files that people type: what a file is, YAML, keys and values, languages."""

from __future__ import annotations

from exporter.authored.rules.asked_by import DIALECT, SAFE, YAML
from exporter.rules import table

_TOLD = {
    # ---- files -------------------------------------------------------------------------------
    "file-absent": ("A file that the document names must be there.", DIALECT),
    "file-empty": ("An empty file has nothing to say: fill it, or delete it.", DIALECT),
    "file-outside": (
        "A document holds all that it needs in its folder, so that it can be moved, and so that no "
        "stranger's document can read other files of your computer.",
        SAFE,
    ),
    "file-too-large": ("Very large files make a document slow to build and to send.", SAFE),
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
        DIALECT,
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
    "text-too-long": ("Texts as long as books cannot be read in one piece.", SAFE),
    # ---- YAML --------------------------------------------------------------------------------
    "yaml-alias": ("A value that begins with * is a copy of another one for YAML.", YAML),
    "yaml-anchor": (
        "A value that begins with & is a label for YAML. Copies of copies can grow without end.",
        YAML,
    ),
    "yaml-backslash": ("Between quotation marks a backslash begins a code.", YAML),
    "yaml-bar-missing": (
        "After a key without the sign | the lines of a text are joined: lists and paragraphs would "
        "run into one another.",
        YAML,
    ),
    "yaml-bracket": ("An open bracket or brace swallows the lines after it.", YAML),
    "yaml-colon-in-sentence": (
        "A colon and a space end a key, so a sentence with a colon needs quotation marks. The "
        "most frequent stumble: 126 of 770 sentences.",
        YAML,
    ),
    "yaml-colon-without-space": ("Without a space after it the colon is only a letter.", YAML),
    "yaml-comma-in-braces": (
        "Between braces a comma begins the next key, so no sentence with a comma can stand there.",
        YAML,
    ),
    "yaml-comment-after-value": (
        "From a space and # on YAML reads a comment: words of yours would be lost silently.",
        YAML,
    ),
    "yaml-crooked": ("Keys that belong together begin in the same column.", YAML),
    "yaml-fence-at-margin": ("A line at the left margin ends the text above it.", YAML),
    "yaml-first-line-deeper": ("The first line of a text says where its left edge is.", YAML),
    "yaml-first-sign": ("Some signs mean something else at the beginning of a value.", YAML),
    "yaml-folded": (
        "Texts after > lose their lines, and so we could not say where a fault is.",
        YAML,
    ),
    "yaml-hyphen-without-space": (
        "Without a space after it the hyphen is only a letter.",
        YAML,
    ),
    "yaml-key": ("A key is one word. A bracket in its place is a sentence gone wrong.", YAML),
    "yaml-key-twice": ("Of two equal keys YAML silently keeps the last.", YAML),
    "yaml-no-keys": ("A document and a section are made of keys and their values.", DIALECT),
    "yaml-quotation-marks": ("Quotation marks go around all of a value, or none of it.", YAML),
    "yaml-second-document": (
        "Three hyphens begin a second document, which nobody would read.",
        YAML,
    ),
    "yaml-tab": (
        "YAML counts spaces. How many a tab stands for, every program says differently.",
        YAML,
    ),
    "yaml-tag": ("A value that begins with ! is a command for YAML.", SAFE),
    "yaml-too-deep": ("Brackets in brackets without end are a fault, or an attack.", SAFE),
    "yaml-too-far-left": ("A line further left than its text stands outside it.", YAML),
    "yaml-too-much": ("So many keys and values are a fault, or an attack.", SAFE),
    "yaml-unreadable": ("YAML cannot tell keys and values apart here.", YAML),
    # ---- keys and values ---------------------------------------------------------------------
    "contact-empty": ("A contact without a way to reach it helps nobody.", DIALECT),
    "date-order": ("A document is updated after it was written.", DIALECT),
    "date-shape": (
        "2026, 2026-11 or 2026-11-22: the same for all, and no day has to be invented.",
        "ISO 8601-1, 5.2.2",
    ),
    "email-shape": ("An email address that is not one cannot be used.", DIALECT),
    "key-missing": ("Some keys must be there.", DIALECT),
    "key-unknown": (
        "A key that nobody reads is a misspelt one, and its words would be lost.",
        DIALECT,
    ),
    "language-tag": (
        "Screen readers choose their voice by the language's short name.",
        "WCAG 3.1.1; WCAG 3.1.2; BCP 47",
    ),
    "name-shape": ("Names become addresses in web pages, Word and PDF.", DIALECT),
    "name-twice": (
        "Everything is pointed at with #name, so a name belongs to one thing.",
        DIALECT,
    ),
    "value-empty": ("A key without words is a gap that somebody forgot.", DIALECT),
    "value-not-allowed": ("Only some words have a meaning here.", DIALECT),
    "value-type": ("Words, lists and keys cannot stand for one another.", DIALECT),
    "number-parts": ("Parts that do not add up to the whole would lie.", DIALECT),
    "number-typed": (
        "The program counts figures, tables, parts and appendices. Numbers typed by hand are wrong "
        "as soon as an edition leaves something out.",
        DIALECT,
    ),
    # ---- languages ---------------------------------------------------------------------------
    "language-folder": (
        "A translation is a folder of the document, called by its language: cy/. It has a "
        "document.yaml of its own, and is listed under languages: in that of the original.",
        DIALECT,
    ),
}
RULES = table(_TOLD)
