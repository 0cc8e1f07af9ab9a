"""Rules on layout that a Word file only lets us reckon: it is laid out anew on each computer.

The length of lines from the page, the type and its usual width; the sharpness of pictures from
their dots and their width; the number of pages as the last program counted them.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator
from statistics import median

from exporter.diagnostics import Diagnostic, Severity
from exporter.edition import Theme
from exporter.file_rules.docx.catalogue import found
from exporter.file_rules.docx.look import number
from exporter.file_rules.docx.story import Paragraph, Story, text_of
from exporter.file_rules.other_formats import LEAST_SIZE, statement_in
from exporter.word_file.names import WP, A, Element, R, W

_LONGEST_LINE = {"easy-read": 60, "large-print": 70}
_USUAL_LONGEST_LINE = 80
_LONG = 120
"""Characters of a paragraph that has more than one line, whatever the page."""
# The usual width of a letter, in sizes.
_LETTER = {
    "calibri": 0.49, "times new roman": 0.45, "verdana": 0.58, "tahoma": 0.53, "segoe ui": 0.53,
    "source sans 3": 0.48,
}  # fmt: skip
_USUAL_LETTER = 0.5
_BLURRED, _SHARP = 100, 150
"""Dots to the inch."""
_FEWEST_DOTS = 16
_SMALLEST = 0.55
"""Inches; a smaller picture is a sign, whose dots nobody sees."""
_EMU_TO_THE_INCH = 914_400
_SVG = "{http://schemas.microsoft.com/office/drawing/2016/SVG/main}svgBlip"
_PAGES_WISH, _PAGES_MUST = 20, 24
_NO_TEXT = re.compile(r"^toc|heading|title")
_SOME_WORDS = 250
"""From so many words on a file is a document, and no letter."""


def check(story: Story, theme: Theme | None, rules: str) -> Iterator[Diagnostic]:
    yield from _line_length(story, rules)
    yield from _centred(story)
    yield from _blurred(story, theme, rules)
    if rules == "easy-read":
        yield from _page_count(story)
    yield from _other_formats(story, rules)


# ---- lines -------------------------------------------------------------------------------------


def _line_length(story: Story, rules: str) -> Iterator[Diagnostic]:
    """Of paragraphs in the text itself; cells and boxes are narrower."""
    width = _text_width(story)
    long = [one for one in _running_text(story) if one.table is None]
    if not width or not long:
        return
    characters = round(median(_characters(one, width) for one in long))
    most = _LONGEST_LINE.get(rules, _USUAL_LONGEST_LINE)
    if characters > most:
        yield found(
            "word-line-long",
            f"Lines have about {characters} characters; {most} are the most.",
            long[0].where,
            severity=None if rules else Severity.FOR_INFORMATION,
        )


def _running_text(story: Story) -> list[Paragraph]:
    return [one for one in story.body if not one.level and len(one.text) >= _LONG]


def _text_width(story: Story) -> float:
    """Of one column in the last section, in points; 0 where the file does not tell."""
    section = story.package.document.find(f"{W}body/{W}sectPr")
    size = section.find(f"{W}pgSz") if section is not None else None
    margins = section.find(f"{W}pgMar") if section is not None else None
    if section is None or size is None or margins is None:
        return 0
    sides = sum(abs(number(margins.get(f"{W}{side}", ""))) for side in ("left", "right", "gutter"))
    columns = section.find(f"{W}cols")
    count = number(columns.get(f"{W}num", ""), 1) if columns is not None else 1
    return (number(size.get(f"{W}w", "")) - sides) / 20 / max(1, count)


def _characters(paragraph: Paragraph, width: float) -> float:
    look = paragraph.look
    indent = number(look.get("left", look.get("start", ""))) / 20
    letter = _LETTER.get(look.get("font", "").lower(), _USUAL_LETTER)
    return (width - indent) / (letter * max(1.0, number(look.get("sz", ""), 20) / 2))


def _centred(story: Story) -> Iterator[Diagnostic]:
    centred = [one for one in _running_text(story) if one.look.get("jc") == "center"]
    if centred:
        yield found("word-centred", "Text is centred.", centred[0].where, words=centred[0].words)


# ---- pictures ----------------------------------------------------------------------------------


def _blurred(story: Story, theme: Theme | None, rules: str) -> Iterator[Diagnostic]:
    """In a file of ours the check of the source has asked for a larger picture already."""
    soft: list[tuple[float, str]] = []
    for part, root, where in story.parts:
        for drawing in root.iter(f"{W}drawing"):
            density = _density(story, drawing, part)
            if density is not None and density < _SHARP - 1:
                soft.append((density, where or story.where(drawing)))
    if soft:
        least, place = min(soft)
        strict = Severity.MUST_FIX if rules == "easy-read" else None
        mild = theme is not None or least >= _BLURRED - 1
        yield found(
            "word-picture-blurred",
            f"A picture has {least:.0f} dots to the inch where it stands; {_SHARP} are good.",
            place,
            severity=Severity.FOR_INFORMATION if mild else strict,
        )


def _density(story: Story, drawing: Element, part: str) -> float | None:
    """Dots to the inch, in the direction that has fewer; None for drawings of lines."""
    extent, blip = next(drawing.iter(f"{WP}extent"), None), next(drawing.iter(f"{A}blip"), None)
    if extent is None or blip is None or next(blip.iter(_SVG), None) is not None:
        return None
    target = story.package.related(part).get(blip.get(f"{R}embed", ""))
    if target is None or target.external:
        return None
    dots = _dots(story.package.picture(story.package.path(part, target.target)))
    placed = [number(extent.get(side, "")) / _EMU_TO_THE_INCH for side in ("cx", "cy")]
    if dots is None or min(dots) < _FEWEST_DOTS or max(placed) < _SMALLEST or min(placed) <= 0:
        return None
    shown = _shown(drawing)
    return min(dots[side] * shown[side] / placed[side] for side in (0, 1))


def _dots(data: bytes) -> tuple[int, int] | None:
    from PIL import Image

    try:
        with Image.open(io.BytesIO(data)) as image:
            return image.size
    except (OSError, ValueError, Image.DecompressionBombError):
        return None


def _shown(drawing: Element) -> tuple[float, float]:
    """Which share of the picture is left where it was cropped (ISO 29500, 20.1.8.55)."""
    crop = next(drawing.iter(f"{A}srcRect"), None)
    if crop is None:
        return 1, 1
    cut = {side: number(crop.get(side, "")) / 100_000 for side in "ltrb"}
    return max(0.01, 1 - cut["l"] - cut["r"]), max(0.01, 1 - cut["t"] - cut["b"])


# ---- pages, other formats ----------------------------------------------------------------------


def _page_count(story: Story) -> Iterator[Diagnostic]:
    count = int(number(story.package.counted("Pages")))
    if count > _PAGES_WISH:
        yield found(
            "word-too-many-pages",
            f"This document has {count} pages; easy read should have at most {_PAGES_WISH}.",
            severity=Severity.MUST_FIX if count > _PAGES_MUST else Severity.PLEASE_ANSWER,
        )


def _other_formats(story: Story, rules: str) -> Iterator[Diagnostic]:
    """Nothing is asked of a language whose words we do not know."""
    statement = statement_in(story.looks.defaults.get("lang", ""))
    if statement is None:
        return
    text = [one for one in story.body if not one.level and not _NO_TEXT.search(one.style)]
    sizes = (_size(story, one) for one in text if statement.is_said_by(one.text))
    size = max(sizes, default=None)
    if size is not None and size < LEAST_SIZE - 0.05:
        yield found(
            "word-formats-line-small",
            f"The words on other formats are {size:g} pt; {LEAST_SIZE:g} pt are asked for.",
        )
    everything = " ".join(one.text for one in story.body)
    many = len(everything.split()) >= _SOME_WORDS
    if rules and many and size is None and not statement.is_in(everything):
        yield found(
            "word-formats-line-missing", "No words say in which other ways this can be had."
        )


def _size(story: Story, paragraph: Paragraph) -> float:
    """The size of most of its characters."""
    sizes: Counter[float] = Counter()
    for run in paragraph.runs:
        look = story.looks.of_run(run, paragraph.look)
        sizes[number(look.get("sz", ""), 20) / 2] += len(text_of(run))
    return max(sizes, key=lambda size: (sizes[size], size), default=0.0)
