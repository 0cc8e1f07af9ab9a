"""Fonts cut to what is needed: one weight, no hints, some letters. HarfBuzz is imported when it is
needed: it is slow to load.
"""

from __future__ import annotations

from typing import Any, Literal

Weight = Literal["regular", "bold"]
WEIGHTS: dict[Weight, int] = {"regular": 400, "bold": 700}
_UNUSED = ("GPOS", "GSUB", "GDEF", "DSIG", "gasp", "STAT", "HVAR")
_KEPT_NAMES = {1, 2, 4, 6}
"""Family, style, full name, PostScript name."""


def at_weight(font: bytes, weight: Weight) -> bytes:
    """A font of one weight; one that is not variable stays as it is."""
    import uharfbuzz as harfbuzz

    face, wanted = harfbuzz.Face(font), _every_glyph()
    if "fvar" not in face.table_tags:
        return font
    wanted.pin_all_axes_to_default(face)
    wanted.pin_axis_location(face, "wght", WEIGHTS[weight])
    wanted.flags |= harfbuzz.SubsetFlags.GLYPH_NAMES
    return bytes(harfbuzz.subset(face, wanted).blob.data)


def without_hints(font: bytes) -> bytes:
    """The font without hints and layout tables, which no PDF viewer uses: half the size."""
    import uharfbuzz as harfbuzz

    wanted = _every_glyph()
    wanted.flags |= harfbuzz.SubsetFlags.NO_HINTING
    wanted.drop_table_tag_set.update(int.from_bytes(tag.encode(), "big") for tag in _UNUSED)
    wanted.name_id_set.set(_KEPT_NAMES)
    return bytes(harfbuzz.subset(harfbuzz.Face(font), wanted).blob.data)


def only(font: bytes, letters: str) -> bytes:
    """The font with these letters and no others."""
    import uharfbuzz as harfbuzz

    wanted = harfbuzz.SubsetInput()
    wanted.unicode_set.set(set(map(ord, letters)))
    return bytes(harfbuzz.subset(harfbuzz.Face(font), wanted).blob.data)


def _every_glyph() -> Any:
    """What to ask of HarfBuzz's subsetter so that every glyph stays, under its number."""
    import uharfbuzz as harfbuzz  # a second import of a loaded module costs nothing

    wanted = harfbuzz.SubsetInput()
    wanted.keep_everything()
    wanted.flags = harfbuzz.SubsetFlags.RETAIN_GIDS | harfbuzz.SubsetFlags.NOTDEF_OUTLINE
    return wanted
