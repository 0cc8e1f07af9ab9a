"""What is said of blocks that cannot stand where they stand, or that nobody reads."""

from __future__ import annotations

from typing import Literal, TypeAlias, assert_never

from exporter.model import (
    Block,
    Box,
    Definitions,
    Figure,
    Furniture,
    List,
    Paragraph,
    PictureRow,
    QrCode,
    Question,
    Quote,
    Records,
    Table,
)
from exporter.source import Call, SourceList


def called(block: Block | Call | SourceList) -> str:
    """What a block is called where it cannot stand."""
    match block:
        case Paragraph():
            return "paragraph"
        case List() | SourceList():
            return "list"
        case Question():
            return "question"
        case Quote():
            return "quotation"
        case Definitions():
            return "list of words and their meanings"
        case Box() | Call():
            return "block"
        case Figure() | Table() | Records() | PictureRow() | QrCode() | Furniture():
            return "block"
        case _:
            assert_never(block)


Holder: TypeAlias = Literal["an item of a list", "a quotation", "what a word means"]
AFTER: dict[Holder, str] = {
    "an item of a list": "Put it after the list.",
    "a quotation": "Put it after the quotation. Each of its paragraphs begins with > and words.",
    "what a word means": "Put it after the list of words.",
}
WORDS_FIRST = (
    "Write words before it, or delete the item. If the sign belongs to the words, put a backslash "
    "before the sign: 2\\. or \\-"
)
PARAGRAPHS = "Put empty lines between its parts."
ONE_PARAGRAPH = "Write one paragraph."
LISTS = "Make the inner list a sub-section, or write sentences."
BLOCKS_STAND = (
    "A block with ::: stands in a body, at the left edge or under the words of an item of a list; "
    "in a box only a question can."
)
KEEP_LINES = (
    "To keep the lines of an address or a poem, write them as below. If they are one sentence, "
    "write it on one line."
)
TICKS = (
    "Write them as a list, as below. For boxes that readers tick write a question:  "
    "::: question several"
)
UNDERLINE = "Put an empty line between them, or delete the line of signs."
OR_HEADING = "A heading is a sub-section:"
PLUS = (
    "A line that begins with + becomes an item of a list, and the + is lost.",
    "For the sign itself write \\+. An item of a list begins with a hyphen and a space.",
)
MORE_THAN = (
    "A line that begins with > becomes a quotation, and the > is lost.",
    "Write “more than”, or \\> for the sign itself. Before a quotation stands an empty line.",
)
TILDE = (
    "A line that begins with ~ becomes what a word means, and the ~ is lost.",
    "Write “about”, or \\~ for the sign itself. Before what a word means stands a colon.",
)
INDENTED = (
    "This line begins four or more spaces too far right, and would be set as code.",
    "Begin it at the left edge of the text.",
)
CODE = ("Lines between ``` would be set as code.", "Delete the signs `.")
HTML = ("This is HTML, which is not read.", "Write plain words, lists and ::: blocks.")
RULE = ("A line of signs would draw a rule.", "Delete it. A new part needs a heading.")
REFUSED = {
    "code_block": ("text-indented", *INDENTED),
    "fence": ("mark-code", *CODE),
    "html_block": ("html", *HTML),
    "hr": ("rule-line", *RULE),
}
"""What markdown-it reads and no document has."""
