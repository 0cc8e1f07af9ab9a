"""What an import guessed, and a person must confirm."""

from __future__ import annotations

from exporter.authored.rules import HEADING_BY_LOOK
from exporter.importing.rules.decision import decision
from exporter.rules import Rule

RULES: dict[str, Rule] = {
    HEADING_BY_LOOK.code: HEADING_BY_LOOK,
    "subtitle-proposed": decision(
        "subtitle-proposed",
        "The line below the title became the subtitle.",
        "It looks like a heading, and has no text of its own.",
        "Make a part of it, with a text.",
    ),
    "table-by-tabs": decision(
        "table-by-tabs",
        "Lines with tabs became a table.",
        "The tabs drew columns for the eye; in a text the words would run together.",
        "Was it no table? Write its words as sentences, or as a list.",
    ),
    "title-proposed": decision(
        "title-proposed",
        "The first heading became the title.",
        "The file has no title of its own.",
        "Write another title in document.yaml; make a part of this heading.",
    ),
    "title-from-properties": decision(
        "title-from-properties",
        "The title comes from the properties of the file.",
        "No line of the text has the style of a title.",
        "Write another one after  title:  in document.yaml.",
    ),
    "title-from-file": decision(
        "title-from-file",
        "The name of the file became the title.",
        "Nothing in the file says what its title is.",
        "Write another one after  title:  in document.yaml.",
    ),
    "words-before-heading": decision(
        "words-before-heading",
        "Words before the first heading became a part “Introduction”.",
        "Every text stands in a part, and every part has a heading.",
        "Give it another heading in its file.",
    ),
    "typed-bullet": decision(
        "typed-bullet",
        "A paragraph that begins with a sign became an item of a list.",
        "Somebody typed the sign. In a list a screen reader says how many items there are.",
        "Is it no item? Delete the hyphen before it.",
    ),
    "page-number-dropped": decision(
        "page-number-dropped",
        "The number of a page that the text leads to was left out.",
        "Pages are counted anew in each edition. On paper the program writes the page beside each "
        "reference.",
        "Take away the words around it (“on page”), or say what is meant:  [](#its-name)",
    ),
    "question-from-boxes": decision(
        "question-from-boxes",
        "Boxes or lines under a question became answers that readers can tick or write.",
        "In every format they are real fields, which say what they are for.",
        "How many may be chosen?  ::: question one  or  ::: question several  Is it no question? "
        "Take away the line with ::: before it and after it.",
    ),
    "typed-number": decision(
        "typed-number",
        "Paragraphs that somebody numbered by hand became a list.",
        "In a list a screen reader says how many items there are.",
        "Are they no list? Put a backslash before the full stop: 1\\. words",
    ),
    "table-head-proposed": decision(
        "table-head-proposed",
        "The first row of a table became its header.",
        "The file calls no row a header, and a table needs one.",
        "Is it an ordinary row? Move its words under  rows:  and write others under  columns:",
    ),
    "box-table": decision(
        "box-table",
        "A table of one cell became a box.",
        "It drew a frame around words; a screen reader would tell of a table.",
        "Delete the lines  ::: note  and  :::  if it should be plain text.",
    ),
    "box-by-frame": decision(
        "box-by-frame",
        "Paragraphs with a frame or a coloured ground became a box.",
        "What a frame says is said to those who do not see it, too.",
        "Delete the lines  ::: note  and  :::  or put another word in the place of  note: "
        "activity, warning, example, story.",
    ),
    "layout-table": decision(
        "layout-table",
        "A table that set things side by side became text.",
        "It has one row, so nothing in it heads anything. It is read from left to right.",
        "Was it a table of facts? Write it under  tables:",
    ),
    "easy-read-table": decision(
        "easy-read-table",
        "A table of pictures and words became rows of easy read.",
        "Each row has a picture and the words that belong to it.",
        "Was it no easy read? Write its words under  body:",
    ),
    "row-in-section": decision(
        "row-in-section",
        "Rows of easy read were put to a part whose words they share.",
        "Easy read stands in the part that it says in easy words.",
        "Move the rows to the  easy_read:  of another part.",
    ),
    "row-without-section": decision(
        "row-without-section",
        "Rows of easy read share words with no part.",
        "They stand in the part that comes before, in the order of the easy read.",
        "Move them to the  easy_read:  of the part that they belong to.",
    ),
    "language-not-said": decision(
        "language-not-said",
        "The file does not say its language.",
        "A screen reader must know it, to choose a voice.",
        "Write it after  language:  in document.yaml.",
    ),
    "language-of-most-words": decision(
        "language-of-most-words",
        "Most words are in another language than the file says.",
        "The language of most letters was taken.",
        "Write another one after  language:  in document.yaml.",
    ),
    "alt-by-machine": decision(
        "alt-by-machine",
        "A program has described this picture.",
        "Such words are a guess, and often miss what the picture is there for.",
        "Write your own after  alt:  in document.yaml.",
    ),
    "colour-meaning": decision(
        "colour-meaning",
        "Words had a colour, or were marked with a highlighter.",
        "Colour is not taken over, for many readers do not see it (WCAG 1.4.1).",
        "If the colour meant something, say it in words.",
    ),
    "struck-words": decision(
        "struck-words",
        "Words were struck through.",
        "They stand in the text as if they were not.",
        "Delete them if they hold no more.",
    ),
    "number-kept": decision(
        "number-kept",
        "An item kept its number among its words.",
        "Its list begins in the midst or counts in a way that cannot be typed.",
        "Number the list from 1, or leave it so.",
    ),
}
