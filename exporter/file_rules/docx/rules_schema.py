"""Rules on how the file is written: order of elements, colours, the kinds of its parts.

Word repairs some of these files, and refuses others. These are the few faults of the schema that
files from scripts have; the whole schema is for validators (CONTRIBUTING.md, "Tests").
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from exporter.diagnostics import Diagnostic
from exporter.file_rules.docx.catalogue import found
from exporter.file_rules.docx.story import Story
from exporter.word_file.names import A, Element, W

# ISO/IEC 29500-1, Annex A. Word takes run properties in any order.
_SEQUENCES = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr "
    "suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct "
    "topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind "
    "contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW "
    "jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption "
    "tblDescription tblPrChange",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection "
    "tcFitText vAlign hideMark headers cellIns cellDel cellMerge tcPrChange",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc "
    "pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi "
    "rtlGutter docGrid printerSettings sectPrChange",
    "numbering": "numPicBullet abstractNum num numIdMacAtCleanup",
}
_PLACES = {
    f"{W}{parent}": {f"{W}{child}": place for place, child in enumerate(children.split())}
    for parent, children in _SEQUENCES.items()
}
_EITHER = {f"{W}footerReference": _PLACES[f"{W}sectPr"][f"{W}headerReference"]}
"""References to headers and footers may change places."""

_COLOURS = {
    f"{W}color": (f"{W}val",),
    f"{W}shd": (f"{W}color", f"{W}fill"),
    f"{A}srgbClr": ("val",),
    **dict.fromkeys((f"{W}{side}" for side in ("top", "left", "bottom", "right")), (f"{W}color",)),
}
_COLOUR = re.compile(r"auto|[0-9a-f]{6}", re.IGNORECASE)


def check(story: Story) -> Iterator[Diagnostic]:
    parts = [*story.parts, *_other_parts(story)]
    yield from _order(story, parts)
    yield from _colours(story, parts)
    yield from _kinds(story)


def _other_parts(story: Story) -> Iterator[tuple[str, Element, str]]:
    """The parts without words, which have places of their own to tell."""
    for kind, where in (
        ("styles", "in the styles"), ("numbering", "in the lists"), ("theme", "in the theme"),
    ):  # fmt: skip
        root = story.package.one(kind)
        if root is not None:
            yield kind, root, where


def _order(story: Story, parts: list[tuple[str, Element, str]]) -> Iterator[Diagnostic]:
    for _, root, where in parts:
        for element in root.iter(*_PLACES):
            places = _PLACES[str(element.tag)]
            last = -1
            for child in element:
                place = _EITHER.get(str(child.tag), places.get(str(child.tag), last))
                if place < last:
                    name = str(child.tag).removeprefix(W)
                    message = f"w:{name} stands too late in its w:{_name(element)}."
                    yield found("word-order", message, where or story.where(element))
                    break
                last = place


def _colours(story: Story, parts: list[tuple[str, Element, str]]) -> Iterator[Diagnostic]:
    told: set[str] = set()
    for _, root, where in parts:
        for element in root.iter(*_COLOURS):
            for attribute in _COLOURS[str(element.tag)]:
                colour = element.get(attribute, "auto")
                if not _COLOUR.fullmatch(colour) and colour not in told:
                    told.add(colour)
                    message = f"“{colour}” is no colour."
                    yield found("word-colour-value", message, where or story.where(element))


def _kinds(story: Story) -> Iterator[Diagnostic]:
    """Every part that another is related to has a content type (ISO/IEC 29500-2, 10.1.2)."""
    types = story.package.part("[Content_Types].xml")
    suffixes: set[str] = set()
    names: set[str] = set()
    for entry in types if types is not None else ():
        suffixes.add(entry.get("Extension", "").casefold())
        names.add(entry.get("PartName", "").lstrip("/"))
    unknown: set[str] = set()
    for part in ["", *(name for name, _, _ in story.parts)]:
        for one in story.package.related(part).values():
            name = "" if one.external else story.package.path(part, one.target)
            suffix = posixpath.splitext(name)[1].lstrip(".").casefold()
            if name in story.package.names and name not in names and suffix not in suffixes:
                unknown.add(name)
    if not story.package.declared:
        message = "The file does not say which of its parts is the document."
        yield found("word-part-kind", message)
    for name in sorted(unknown):
        yield found("word-part-kind", f"The file does not say what kind of part {name} is.")


def _name(element: Element) -> str:
    return str(element.tag).removeprefix(W)
