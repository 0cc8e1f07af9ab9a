"""What did not come over."""

from __future__ import annotations

from exporter.importing.rules.decision import decision
from exporter.rules import Rule

RULES: dict[str, Rule] = {
    "comment": decision(
        "comment",
        "Somebody wrote a comment.",
        "Comments are for those who write a text; readers must not meet them.",
        "Answer it, and change the text at this line if need be.",
    ),
    "header-words": decision(
        "header-words",
        "Words stood in the header of each page.",
        "The program writes the running line itself.",
        "If they name your organisation, they belong to the brand: styles/brands/",
    ),
    "footer-words": decision(
        "footer-words",
        "Words stood in the footer of each page.",
        "The program writes page numbers; who you are is said by the brand.",
        "Put what readers need into the brand, or under  imprint:  in document.yaml.",
    ),
    "hidden-words": decision(
        "hidden-words",
        "Hidden words were left out.",
        "Nobody could see them.",
        "Write them into the text if readers need them.",
    ),
    "contents-dropped": decision(
        "contents-dropped",
        "The table of contents was left out.",
        "The program makes one, with the right pages.",
        "Nothing is to be done.",
    ),
    "program-words": decision(
        "program-words",
        "Words that this program adds by itself were left out.",
        "It writes them again: edition, contents, credits.",
        "Nothing is to be done.",
    ),
    "navigation-dropped": decision(
        "navigation-dropped",
        "The ways through a website were left out.",
        "They lead to other pages of the site, and not through this text.",
        "Nothing is to be done.",
    ),
    "front-matter": decision(
        "front-matter",
        "A line above the text was left out.",
        "It was written for another program.",
        "Put what readers need into document.yaml.",
    ),
    "picture-lost": decision(
        "picture-lost",
        "A picture is damaged, too large or not in the file.",
        "What cannot be opened cannot be printed.",
        "Save the picture by itself as PNG or JPEG, put it into pictures/ and show it with  "
        "::: figure",
    ),
    "picture-kind-lost": decision(
        "picture-kind-lost",
        "A picture is of a kind that only Windows draws (EMF, WMF).",
        "It cannot be printed here.",
        "Open the file in Word, click the picture with the right button, save it as PNG or SVG, "
        "and show it with  ::: figure",
    ),
    "picture-elsewhere": decision(
        "picture-elsewhere",
        "A picture is not in the file, but somewhere else.",
        "Nothing is fetched from a network.",
        "Save the picture into pictures/ and show it with  ::: figure",
    ),
    "picture-of-row-dropped": decision(
        "picture-of-row-dropped",
        "A row of easy read had more than two pictures.",
        "Two are as many as a row can show.",
        "Make two rows of it.",
    ),
    "drawing-lost": decision(
        "drawing-lost",
        "A shape that was drawn in Word did not come over.",
        "It is no picture, but instructions for Word.",
        "Save it as a picture in Word, and show it with  ::: figure",
    ),
    "chart-lost": decision(
        "chart-lost",
        "A chart did not come over; its words are told here.",
        "It is drawn by Word from its numbers.",
        "Save it as a picture, or write its numbers as a table.",
    ),
    "diagram-lost": decision(
        "diagram-lost",
        "A diagram (SmartArt) did not come over; its words are told here.",
        "It is drawn by Word from its words.",
        "Save it as a picture, or write its words as a list.",
    ),
    "object-lost": decision(
        "object-lost",
        "A file inside the file did not come over.",
        "A sheet or a text of another program was embedded here.",
        "Copy what readers need into the text.",
    ),
    "watermark": decision(
        "watermark",
        "A watermark was left out.",
        "The program itself says “Draft” while it is one.",
        "Nothing is to be done.",
    ),
    "caption-lost": decision(
        "caption-lost",
        "The caption of a picture that did not come over was left out.",
        "It speaks of what is not there.",
        "Write it again under the picture.",
    ),
    "symbol-lost": decision(
        "symbol-lost",
        "A sign of a symbol typeface was left out.",
        "Nobody knows what it means without that typeface.",
        "Say it in words.",
    ),
    "sign-not-printed": decision(
        "sign-not-printed",
        "A sign was left out that no typeface of ours has.",
        "It would be printed as an empty box, or not at all.",
        "Say it in words, or show a picture.",
    ),
    "decoration-dropped": decision(
        "decoration-dropped",
        "A picture that only decorates was left out.",
        "It says nothing, and its part has one already.",
        "Put it beside a heading:  picture: its-name",
    ),
    "note-lost": decision(
        "note-lost",
        "A note that no word cites was left out.",
        "Nobody could reach it.",
        "Write it into the text where it belongs.",
    ),
    "table-dropped": decision(
        "table-dropped",
        "A table without any words was left out.",
        "There is nothing in it to read.",
        "Nothing is to be done, unless people should fill it in.",
    ),
    "form-field": decision(
        "form-field",
        "Here people could fill something in.",
        "Its words are kept. What a field asks for only its author knows.",
        "Write a question:  ::: question lines 4  and what people should write, on the next line.",
    ),
    "columns": decision(
        "columns",
        "Text stood in columns.",
        "It is read from beginning to end, in one column: that is easier with large letters.",
        "Nothing is to be done.",
    ),
    "landscape": decision(
        "landscape",
        "Pages lay on their side.",
        "Every page is upright. A wide table is set as rows where it does not fit.",
        "Look at wide tables once they are built.",
    ),
}
