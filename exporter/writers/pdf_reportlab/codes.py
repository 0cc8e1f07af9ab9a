"""The QR code of an address, its words beside it: furniture, wherever it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exporter import qr_codes
from exporter.model import QrCode
from exporter.writers.pdf_reportlab.strips import Beside, Column, Strip, stack_height
from exporter.writers.pdf_reportlab.structure import Node
from exporter.writers.pdf_reportlab.workshop import Setting

if TYPE_CHECKING:
    from exporter.writers.pdf_reportlab.blocks import BlockSetter


def code(
    setter: BlockSetter, block: QrCode, node: Node, width: float, setting: Setting
) -> list[Strip]:
    """One strip, that no page parts: the words at half the height of the code."""
    holder = node.add("Furniture")
    side = min(qr_codes.side(block), width)
    picture = setter.shop.picture(qr_codes.drawn(block), holder, side, side)
    left = side + setting.gap
    words = setter.shop.lines(
        block.words, setting.style, holder.add("P"), width - left, block.place
    )
    tall, said = picture.height, stack_height(words)
    columns = (
        Column(0, max(0.0, (said - tall) / 2), (picture,)),
        Column(left, max(0.0, (tall - said) / 2), tuple(words)),
    )
    return [Beside(height=max(tall, said), columns=columns)]
