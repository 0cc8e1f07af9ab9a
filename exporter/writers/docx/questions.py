"""Questions: the words, then a box before each answer, or lines to write on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from exporter.edition import Theme
from exporter.model import Mood, Question
from exporter.walk import asked_by
from exporter.writers.docx import controls, keeping, measures
from exporter.writers.docx.inlines import InlineWriter
from exporter.writers.docx.ledger import Ledger
from exporter.writers.docx.markup import paragraph, run, twips
from exporter.writers.docx.pictures import drawing
from exporter.writers.docx.places import Position, list_style, list_template
from exporter.writers.faces import face

_FACE = 28.0
"""The side of a face in points: the same in every edition, as other pictures are."""


def question(
    block: Question, position: Position, theme: Theme, inlines: InlineWriter
) -> Iterator[str]:
    """Among the program's own words without fields, which nobody would find there."""
    if position.place == "furniture":
        yield paragraph("Furniture Label", inlines.write(block.children))
        for answer in block.answers:
            yield paragraph("Furniture List", inlines.write(answer.words))
        return
    indent = measures.words_indent(theme) if position.place == "alone" else 0.0
    left = f'<w:ind w:left="{twips(indent)}"/>' if indent else ""
    box = " Box" if position.place == "box" else ""
    words = inlines.ledger.bookmark(block.anchor, inlines.write(block.children))
    yield paragraph(f"Label Question{box}", words, left)
    if block.hint:
        yield paragraph(f"Question Hint{box}", inlines.write(block.hint), left)
    if block.answers:
        yield from keeping.answers(list(_answers(block, position, inlines)))
    else:
        (asks,) = asked_by(block)
        field = controls.text(inlines.ledger, asks, block.name)
        style = "Answer Lines Row" if position.place == "row" else f"Answer Lines{box}"
        yield paragraph(style, controls.lines(field, block.lines), left)


def _answers(block: Question, position: Position, inlines: InlineWriter) -> Iterator[str]:
    number = list_template("plain", position.place) + 1
    marker = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
    style = list_style("plain", replace(position, level=1))
    for index, (answer, asks) in enumerate(zip(block.answers, asked_by(block), strict=True), 1):
        name = f"{block.name}-answer-{index}"
        box = controls.tick_box(inlines.ledger, asks, name, one=block.kind != "several")
        drawn = _face(answer.mood, inlines.ledger) if answer.mood else ""
        yield paragraph(style, box + run("\u2002") + drawn + inlines.write(answer.words), marker)


def _face(mood: Mood, ledger: Ledger) -> str:
    return drawing(ledger, face(mood), _FACE, _FACE) + run("\u2002")
