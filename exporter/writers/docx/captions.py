"""Captions: a number that Word counts, in the bookmark that references to it show."""

from __future__ import annotations

import re
from dataclasses import replace

from exporter.model import Figure, Records, Table, Text, caption_lead
from exporter.writers.docx.inlines import InlineWriter, Manner

_NUMBERED = re.compile(r"(.*\s)([1-9]\d*)")


def caption(
    block: Figure | Table | Records,
    inlines: InlineWriter,
    manner: Manner = Manner(),  # noqa: B008
) -> str:
    """The runs of a caption; none where a block has none."""
    lead = caption_lead(block.label, block.caption).removeprefix(block.label)
    own = replace(manner, language=block.label_language) if block.label_language else manner
    label = inlines.ledger.named_target(block.anchor, _label(block, inlines, own))
    return label + inlines.write((Text(lead),), own) + inlines.write(block.caption, manner)


def _label(block: Figure | Table | Records, inlines: InlineWriter, manner: Manner) -> str:
    """ "Figure 3", whose number goes on where somebody puts in another figure."""
    numbered = _NUMBERED.fullmatch(block.label)
    if numbered is None:
        return inlines.write((Text(block.label),), manner)
    words, number = numbered[1], numbered[2]
    sequence = "Figure" if isinstance(block, Figure) else "Table"
    counted = inlines.ledger.count(sequence, int(number))
    shown = inlines.field(counted, number, manner, before=words)
    return inlines.write((Text(words),), manner) + shown
