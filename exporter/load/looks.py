"""What lines look like to a person, though CommonMark reads them otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from exporter.authored import values
from exporter.model import Paragraph, Stress, Strong
from exporter.source import SourceBlocks
from exporter.walk import plain_text

_LONGEST_NAME = 40


def begins_with_figure(line: str, sign: str) -> bool:
    """Whether a figure follows the sign that a line begins with, as in `+ 44 20 7946 0000`."""
    return re.match(rf"^[\s>*-]*{re.escape(sign)}\s*[\d(]", line) is not None


def is_no_quotation(above: str, line: str) -> bool:
    """Whether the > of a line only says “more than”: `> 50`, `>= 5`, or in the midst of words."""
    if re.match(r"^\s*>\s*=|^\s*>[\d£€$]", line):
        return True
    return bool(re.match(r"^\s*>\s*[\d£€$]", line)) and bool(above.strip()) and ">" not in above


def heading_typed_with_hash(typed: str) -> str:
    """The words of a paragraph that is a heading with its space forgotten: `#Another`."""
    match = re.fullmatch(r"#(?=[^\W\d_])([^\n]{1,80}[^\n.,;:!?…])", typed)
    return match[1] if match and not typed.count("#") > 1 else ""


_LONGEST_HEADING = 80


def headings_by_look(blocks: SourceBlocks) -> Iterator[Paragraph]:
    """Paragraphs that are bold words and nothing else, with something under them."""
    for block, after in pairwise(blocks):
        if isinstance(block, Paragraph) and _is_bold(block) and not _is_bold(after):
            text = plain_text(block.children).strip()
            if len(text) <= _LONGEST_HEADING and not text.endswith((".", ",", ";", ":", "!")):
                yield block


def _is_bold(block: object) -> bool:
    return isinstance(block, Paragraph) and all(
        isinstance(inline, Strong | Stress) or not plain_text((inline,)).strip()
        for inline in block.children
    )


_SIGN = re.compile(r"\s*[●○*–-]\s+\S")
_NUMBER = re.compile(r"\s*\(?(?:\d{1,2}|[a-z])[.)]\s+\S")


def items_by_look(blocks: SourceBlocks) -> Iterator[Paragraph]:
    """Paragraphs that begin as items do: with a sign; or two in a row with numbers or letters."""
    for block, after in pairwise((*blocks, None)):
        if not isinstance(block, Paragraph):
            continue
        signed = _SIGN.match(plain_text(block.children))
        counted = isinstance(after, Paragraph) and all(
            _NUMBER.match(plain_text(one.children)) for one in (block, after)
        )
        if signed or counted:
            yield block


def name_of(words: str, otherwise: str) -> str:
    """A name made of some words: small letters, digits and hyphens, a letter first."""
    letters = values.plain_letters(words).encode("ascii", "ignore").decode()
    name = "-".join(re.findall(r"[a-z0-9]+", letters))[:_LONGEST_NAME].strip("-")
    good = name[:1].isalpha() and not values.device_on_windows(name)
    return name if good else f"{otherwise}-{name}".strip("-")


def sub_section(heading: str) -> str:
    """A heading as it should be written, ready to paste below the body."""
    words = f'"{heading}"' if re.search(r"[:#\"'\[\]{}]|^[-?!&*|>%@`]", heading) else heading
    words = words.replace('"', "'") if words.count('"') > 2 else words
    name = name_of(heading, "part")
    return f"sections:\n  - id: {name}\n    heading: {words}\n    body: |\n      Its text."
