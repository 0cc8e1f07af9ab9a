"""The print sheet: one page that tells a print shop how to make a book that people can use.

The advice follows what the easy-read and large-print standards share: matt paper that does not
shine through, a binding that lies flat, no book too heavy to hold (about 900 grams).
"""

from __future__ import annotations

from dataclasses import replace
from math import ceil

from exporter.edition import MM, Theme
from exporter.model import Definition, Definitions, Document, Paragraph, Text, Words
from exporter.template import Template
from exporter.writers.pdf_reportlab.blocks import BlockSetter
from exporter.writers.pdf_reportlab.book import PaintedBook, Sheet
from exporter.writers.pdf_reportlab.painting import Painter
from exporter.writers.pdf_reportlab.slots import Slots
from exporter.writers.pdf_reportlab.strips import paint_stack
from exporter.writers.pdf_reportlab.structure import Node
from exporter.writers.pdf_reportlab.workshop import new_workshop
from exporter.writers.pdf_reportlab.writing import write_book

_GRAMS = 120
"""Weight of the paper that we advise, in grams a square metre."""
_STAPLED_SHEETS = 20
_HEAVIEST = 900
"""Grams that a person with weak hands can hold."""


def compile_print_sheet(document: Document, template: Template) -> Template:
    """One page about the finished file."""
    slots = template.slots
    assert isinstance(slots, Slots)
    # Small enough for one page, whatever the edition: it is for the shop, not for the readers.
    theme = replace(slots.theme, size=13.0, small=12.0, paragraph_space=9.0, headings=(24.0,) * 6)
    own = document.words.together("print-")
    title = own("print-sheet", title=document.title)
    language = own.language
    about = replace(document, title=title, language=language, contents=(), sections=(), end=())
    shop = new_workshop(about, theme, slots.standard, None, "00")
    setter, width = BlockSetter(shop), theme.page.text_width
    body, tree = Node("Document"), Node("Document")
    strips = setter.heading((Text(title),), body, width, 1)
    named = ", ".join(line.rstrip(".") for line in document.cover_lines)
    lines = [own("print-for"), named]
    paragraphs = tuple(Paragraph((Text(line),)) for line in lines if line)
    facts = Definitions(tuple(_facts(own, theme, slots)))
    strips += setter.blocks((*paragraphs, facts), body, width, setter.setting())
    painter = Painter(0, shop.lettering, {})
    paint_stack(strips, painter, theme.page.inner, theme.page.height - theme.page.top)
    for kid in body.kids:
        assert isinstance(kid, Node)
        kid.parent = tree
        tree.kids.append(kid)
    return write_book(PaintedBook(shop, tree, [Sheet(painter.finish())], {}, ()))


def _facts(words: Words, theme: Theme, slots: Slots) -> list[Definition]:
    sheets = ceil(slots.page_count / 2)
    width, height = theme.page.width / MM, theme.page.height / MM
    weight = sheets * width * height / 1_000_000 * _GRAMS
    options = slots.options
    pages = [
        words("print-pages-words", number=slots.page_count),
        words("print-sheets-words", sheets=sheets),
    ]
    size = [words("print-size-words", width=round(width), height=round(height))]
    if slots.empty_pages:
        pages.append(words("print-pages-empty"))
    if options and options.bleed:
        size.append(words("print-bleed-words", bleed=options.bleed))
    black = options is not None and options.black_text
    stapled = sheets <= _STAPLED_SHEETS
    heavy = [words("print-weight-words", grams=round(weight / 10) * 10)]
    if weight > _HEAVIEST:
        heavy.append(words("print-weight-volumes", volumes=ceil(weight / _HEAVIEST)))
    return [
        _fact(words("print-pages"), *pages),
        _fact(words("print-size"), *size),
        _fact(words("print-paper"), words("print-paper-words", grams=_GRAMS)),
        _fact(
            words("print-colour"), words("print-colour-words" if black else "print-colour-screen")
        ),
        _fact(
            words("print-binding"),
            words("print-binding-staple" if stapled else "print-binding-wire"),
        ),
        _fact(words("print-weight"), *heavy),
        _fact(words("print-before"), words("print-before-words")),
    ]


def _fact(term: str, *sentences: str) -> Definition:
    return Definition((Text(term),), (Paragraph((Text(" ".join(sentences)),)),))
