"""What stands in the sources otherwise than in the file: only to know."""

from __future__ import annotations

from exporter.importing.rules.decision import decision
from exporter.rules import Rule

RULES: dict[str, Rule] = {
    "change-accepted": decision(
        "change-accepted",
        "A change that somebody tracked was accepted.",
        "The text is taken as if all changes were accepted.",
        "Import again with  --changes reject  or change the words here.",
    ),
    "change-rejected": decision(
        "change-rejected",
        "A change that somebody tracked was rejected.",
        "Somebody asked for it:  --changes reject  takes the text as it was.",
        "Import again without it, or change the words here.",
    ),
    "level-closed": decision(
        "level-closed",
        "A heading moved up, so that no level is skipped.",
        "Who goes from heading to heading would look for the missing one (WCAG 1.3.1).",
        "Move the part further in, under another one.",
    ),
    "heading-empty": decision(
        "heading-empty",
        "A heading without words was left out.",
        "A screen reader would stop at nothing.",
        "Nothing is to be done.",
    ),
    "typed-heading-number": decision(
        "typed-heading-number",
        "The number before a heading was taken away.",
        "The program counts the parts itself.",
        "Nothing is to be done. In a text of law keep the number among the words: “Rule 12: …”.",
    ),
    "label-dropped": decision(
        "label-dropped",
        "“Figure 1” before a caption was taken away.",
        "The program counts figures and tables itself.",
        "Nothing is to be done.",
    ),
    "merged-cell": decision(
        "merged-cell",
        "A cell that covered several stands in each of them.",
        "Each cell of a table is heard with its own headers.",
        "Change the words of the cells where they should differ.",
    ),
    "table-parted": decision(
        "table-parted",
        "A table was parted into several.",
        "It has more rows or columns than fit a page.",
        "Say in the caption of each part what it shows.",
    ),
    "nested-table": decision(
        "nested-table",
        "A table inside a table became text.",
        "In a cell there can be paragraphs and lists only.",
        "Write it as a table of its own under  tables:",
    ),
    "text-box-moved": decision(
        "text-box-moved",
        "A text box became a box in the text.",
        "It floated beside the text. Now it is read after the paragraph that it was tied to.",
        "Move it to where it should be read.",
    ),
    "picture-moved": decision(
        "picture-moved",
        "A picture moved below the words that it stood in.",
        "A picture cannot stand inside a cell, a box or an item with words.",
        "Move the lines from  ::: figure  to  :::  to where it should be.",
    ),
    "picture-first-kept": decision(
        "picture-first-kept",
        "Of a picture that moves, or has several pages, the first is kept.",
        "Paper shows nothing that moves, and moving pictures tire many readers.",
        "If another one says it better, save that as PNG and put it in its place.",
    ),
    "decoration-beside-heading": decision(
        "decoration-beside-heading",
        "A picture that only decorates stands beside its heading.",
        "It says nothing, so it is no figure with a number.",
        "Write  picture: none  to leave it out.",
    ),
    "equation-lost": decision(
        "equation-lost",
        "An equation was written as words and signs.",
        "It is not drawn, so it must be read as one line.",
        "Look whether it says the same, and say it in words if need be.",
    ),
    "heading-of-easy-read": decision(
        "heading-of-easy-read",
        "A heading of the easy read was left out.",
        "A heading is the same in every edition: the rows stand under those of the text.",
        "If it says more than the heading of the text, take it there.",
    ),
    "code-as-words": decision(
        "code-as-words",
        "Lines of code became words.",
        "There is no code in these documents.",
        "Say in words what readers should type.",
    ),
    "link-without-target": decision(
        "link-without-target",
        "A link that leads nowhere became words.",
        "Its goal is not in the file, or no address that a reader can follow.",
        "Write the link again: [words](https://…) or [words](#name)",
    ),
    "reference-counted": decision(
        "reference-counted",
        "The number in a reference is counted by the program.",
        "So it stays right when parts and figures change.",
        "Nothing is to be done.",
    ),
    "address-made-link": decision(
        "address-made-link",
        "An address in the text became a link.",
        "Readers can follow it.",
        "Say in words where it goes: [the map](https://…)",
    ),
    "language-unknown": decision(
        "language-unknown",
        "Words have a language whose name nobody knows.",
        "They are not marked.",
        "Mark them if they are foreign: [Croeso]{lang=cy}",
    ),
    "lines-kept": decision(
        "lines-kept",
        "Lines that ended by force stay lines.",
        "They look like an address or a poem.",
        "Delete  ::: lines  and  :::  to make them one paragraph.",
    ),
    "lines-paragraphs": decision(
        "lines-paragraphs",
        "Lines that ended by force became paragraphs.",
        "Each is a sentence.",
        "Delete the empty lines between them.",
    ),
    "lines-run-on": decision(
        "lines-run-on",
        "Lines that ended by force were joined.",
        "They are too long to be lines of an address, and lines break elsewhere in large print.",
        "Put an empty line between them, or  ::: lines  and  :::  around them.",
    ),
    "list-flattened": decision(
        "list-flattened",
        "Items more than three levels deep became paragraphs of the item above.",
        "Nobody can keep more levels in mind.",
        "Make a part of the inner list.",
    ),
    "paragraph-parted": decision(
        "paragraph-parted",
        "A paragraph as long as a chapter was parted.",
        "It was too long to be read.",
        "Part it where its thoughts end.",
    ),
    "note-joined": decision(
        "note-joined",
        "A note of several paragraphs became one.",
        "A note is one paragraph.",
        "Shorten it, or put it into the text.",
    ),
    "note-moved": decision(
        "note-moved",
        "The mark of a note moved from the heading to the text under it.",
        "A heading has no notes: it stands in the contents, too.",
        "Put  [^name]  after another word.",
    ),
    "small-words": decision(
        "small-words",
        "Words above or below the line stand on the line.",
        "Only figures and a few signs have small forms.",
        "Nothing is to be done, if they are read rightly: 1st.",
    ),
    "bold-dropped": decision(
        "bold-dropped",
        "Words are no longer bold.",
        "In easy read nobody types bold words; elsewhere its marks would not have been read.",
        "Write **words** around whole words.",
    ),
    "bold-line": decision(
        "bold-line",
        "A bold line is no longer bold.",
        "It looks like a heading, and cannot be one where it stands.",
        "In a box, write it as the title:  ::: note Its title",
    ),
    "bold-in-word": decision(
        "bold-in-word",
        "Bold letters inside a word are no longer bold.",
        "Marks stand around whole words.",
        "Write **the whole word** if it matters.",
    ),
    "marks-dropped": decision(
        "marks-dropped",
        "Signs that would be marks were left out.",
        "Headings, alternative texts and column headers are plain words.",
        "Say in words what the sign meant.",
    ),
    "signs-lost": decision(
        "signs-lost",
        "A paragraph kept its words, and lost signs that cannot be typed.",
        "It would have been read otherwise than it was meant.",
        "Read it again here, and put right what is missing.",
    ),
    "sign-dropped": decision(
        "sign-dropped",
        "Signs that nobody can see were left out.",
        "They turn the order of letters, or hide in words that people search for.",
        "Nothing is to be done.",
    ),
    "text-repaired": decision(
        "text-repaired",
        "Garbled letters were put right.",
        "They were saved in one code and read in another.",
        "Look whether the words are right.",
    ),
}
