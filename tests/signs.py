"""Cut the two typefaces of signs: python -m tests.signs DejaVuSans.ttf NotoEmoji.ttf

Run by hand when a sign is missed. What comes out lies in exporter/typefaces/, with its licences.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

FOLDER = Path(__file__).parents[1] / "exporter" / "typefaces"
_SIGNS = (
    *((0x2010, 0x2070), (0x20A0, 0x20D0), (0x2100, 0x2400), (0x2460, 0x2500), (0x25A0, 0x2800)),
    *((0x2900, 0x2980), (0x2B00, 0x2C00)),
)
"""Punctuation, money, arrows, sums, circles, shapes, and what else leaflets show."""
_FLAGS, _TAGS = range(0x1F1E6, 0x1F200), 0xE0000
_SPACES = (0x20, 0xA0)
_DROPPED = ["FFTM", "kern", "GSUB", "GPOS", "GDEF", "STAT", "HVAR", "DSIG"]


def _cut(font: TTFont, codes: list[int], name: str, file: str, licence: str) -> None:
    options = subset.Options(
        hinting=False, layout_features=[], name_IDs=[0, 13, 14], notdef_outline=True,
        glyph_names=False, drop_tables=_DROPPED,
    )  # fmt: skip
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=[*_SPACES, *codes])
    cutter.subset(font)
    post_script = f"{name.replace(' ', '')}-Regular"
    said = {1: name, 2: "Regular", 3: f"{name} 1", 4: name, 6: post_script, 13: licence}
    for number, words in said.items():
        font["name"].setName(words, number, 3, 1, 0x409)
    font.save(FOLDER / file)


def main(signs: str, emoji: str) -> None:
    """Everything that DejaVu Sans has of signs; of Noto Emoji what it has not."""
    first = TTFont(signs, recalcTimestamp=False)
    known = set(first.getBestCmap())
    wanted = [code for start, end in _SIGNS for code in range(start, end) if code in known]
    vera = "Bitstream Vera licence; changes of DejaVu are in the public domain"
    _cut(first, wanted, "Exporter Signs", "signs.ttf", vera)
    second = instancer.instantiateVariableFont(TTFont(emoji, recalcTimestamp=False), {"wght": 400})
    more = [
        code
        for code in second.getBestCmap()
        if (0x1F000 < code < _TAGS and code not in _FLAGS)
        or (0x2000 < code < 0x3300 and code not in known)
    ]
    _cut(second, more, "Exporter Emoji", "emoji.ttf", "SIL Open Font License 1.1")


if __name__ == "__main__":
    main(*sys.argv[1:])
