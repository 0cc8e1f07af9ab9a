"""Questions with fields: a box before each answer, or lines to write on, in the tree as Form.

The words of a question head its answers like the label of a box; each answer is an item, whose
field comes before its words (ISO 14289-1, 7.18.4).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from exporter.model import Answer, Paragraph, Question
from exporter.outline import clean
from exporter.walk import asked_by, plain_text
from exporter.writers.faces import face
from exporter.writers.fields import Choice, Field, box_side, line_pitch
from exporter.writers.pdf_reportlab.strips import (
    NEVER,
    Beside,
    Column,
    PictureStrip,
    Strip,
    first_anchor,
    keep_together,
    stack_height,
)
from exporter.writers.pdf_reportlab.structure import Node, list_numbering
from exporter.writers.pdf_reportlab.workshop import Setting

if TYPE_CHECKING:
    from exporter.writers.pdf_reportlab.blocks import BlockSetter
    from exporter.writers.pdf_reportlab.painting import Painter

_FACE = 1.7
"""The side of a face, in sizes of the text."""
_FEW = 7
"""Answers that are never parted by the end of a page."""


@dataclass(slots=True, eq=False)
class FieldStrip(Strip):
    """The place of a field: what is seen there, the field itself draws."""

    node: Node | None = None
    width: float = 0.0

    def paint(self, painter: Painter, left: float, top: float) -> None:
        if self.node is not None:
            x = left + self.x
            painter.links.append((self.node, (x, top - self.height, x + self.width, top)))


def question(
    setter: BlockSetter, block: Question, node: Node, width: float, setting: Setting
) -> list[Strip]:
    shop, asking = setter.shop, node.add("Question")
    label = setting.style.bolder()
    words = asking.add("Label")
    shop.target(block.anchor, words)
    strips = shop.lines(block.children, label, words, width, block.place)
    first_anchor(strips, block.anchor)
    keep_together(strips)[-1].price = NEVER
    strips[0].above = setting.gap * 1.4
    strips[-1].hug = setting.gap * 0.4
    if block.hint:
        hint = setter.paragraph(Paragraph(block.hint), asking, width, setting)
        keep_together(hint)[-1].price = NEVER
        hint[-1].hug = setting.gap * 0.6
        strips += hint
    if block.answers:
        answers = _answers(setter, block, asking, width, setting)
        strips += keep_together(answers) if len(answers) <= _FEW else answers
    else:
        strips.append(_lines(setter, block, asking, width, setting))
    strips[-1].below = setting.gap * 1.4
    return strips


def _answers(
    setter: BlockSetter, block: Question, asking: Node, width: float, setting: Setting
) -> list[Strip]:
    holder = asking.add("L")
    holder.attributes.append(list_numbering("None"))
    asked = map(clean, asked_by(block))
    strips: list[Strip] = []
    for number, (answer, asks) in enumerate(zip(block.answers, asked, strict=True), 1):
        field = _field(block, number, asks, setting.style.size)
        body = holder.add("LI").add("LBody")
        strips.append(_answer(setter, answer, field, body, width, setting))
    return strips


def _field(block: Question, number: int, asks: str, size: float) -> Field:
    """The field of an answer, or its place in the one field of the question."""
    if block.kind == "several":
        return Field("tick", f"{block.name}-answer-{number}", asks, size)
    words = clean(plain_text(block.answers[number - 1].words))
    choice = Choice(clean(plain_text(block.children)), words, number - 1)
    return Field("choice", block.name, asks, size, choice=choice)


def _answer(
    setter: BlockSetter, answer: Answer, field: Field, body: Node, width: float, setting: Setting
) -> Strip:
    """The box, the face if there is one, and the words, their first line level with both."""
    size, leading = setting.style.size, setting.style.leading
    side, across = box_side(size), size * _FACE if answer.mood else 0.0
    form = body.add("Form")
    form.field = field
    left = side + size * 0.6
    indent = left + (across + size * 0.6 if across else 0.0)
    words = setter.shop.lines(answer.words, setting.style, body, width - indent)
    middle = max(leading, side, across) / 2
    box = FieldStrip(height=side, width=side, node=form)
    columns = [Column(0, middle - side / 2, (box,))]
    if answer.mood:
        name = setter.shop.picture_name(face(answer.mood))
        drawn = PictureStrip(height=across, width=across, name=name)
        columns.append(Column(left, middle - across / 2, (drawn,)))
    down = middle - leading / 2
    columns.append(Column(indent, down, tuple(words)))
    height = max(2 * middle, down + stack_height(words))
    gap = setting.gap * 0.5
    return Beside(height=height, columns=tuple(columns), above=gap, below=gap)


def _lines(
    setter: BlockSetter, block: Question, asking: Node, width: float, setting: Setting
) -> Strip:
    (asks,) = map(clean, asked_by(block))
    pitch, page = line_pitch(setting.style.size), setter.shop.theme.page
    room = (page.height - page.top - page.bottom) * _SHARE
    lines = max(1, min(block.lines, int(room / pitch)))
    form = asking.add("Form")
    form.field = Field("lines", block.name, asks, setting.style.size, lines)
    return FieldStrip(height=lines * pitch, width=width, node=form, above=0)


_SHARE = 0.6
"""The share of a page that lines to write on take at most: above them stands what is asked."""
