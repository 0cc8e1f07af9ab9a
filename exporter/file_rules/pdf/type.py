"""Rules on letters: size, slant, capitals, typefaces, contrast; measured on the pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from exporter.brand import contrast
from exporter.diagnostics import Diagnostic, Severity
from exporter.edition import Theme
from exporter.file_rules.pdf.catalogue import found, on_pages
from exporter.file_rules.pdf.limits import Limits
from exporter.file_rules.pdf.measured import Colour, MeasuredPage, Run
from exporter.file_rules.pdf.paragraphs import HEADINGS, PICTURES, block_of, is_in_picture
from exporter.pdf_file.tree import Node, PageMark

_TOLERANCE = 0.05
"""Points; files round their numbers."""
_NUMBER = re.compile(r"[\[(]?\d{1,3}[\])]?")
_CAPITALS = re.compile(r"\b[^\W\d_a-z]{4,}(?:\W+[^\W\d_a-z]{4,})+\b")
_FACE = re.compile(
    r"[-, ]*(bold|regular|italic|oblique|roman|medium|semibold|book|light|black|mt|ps|psmt)+$",
    re.IGNORECASE,
)
_LIGHT = re.compile(r"(?:^|[^a-z])(?:extra|ultra|semi|demi)?(?:light|thin|hairline)(?![a-z])")
_A_WORD = 3
_TEXT = frozenset(["P", "LBody"])
_NOT_TEXT = frozenset(["Table", "TOC", "Caption", "Note", "FENote", "Furniture"])
_SOME_SHARE = 0.01
_OPENING = 1.2
"""How much larger than the text a summary below a heading may be set."""

Where = tuple[int, Run]


def check(
    pages: list[MeasuredPage], owners: dict[PageMark, Node], limits: Limits, theme: Theme | None
) -> Iterator[Diagnostic]:
    runs = [(page.number, run) for page in pages for run in page.runs]
    in_pictures = [(page, run) for page, run in runs if is_in_picture(owners.get((page, run.mark)))]
    drawn = {id(run) for _, run in in_pictures}
    set_runs = [(page, run) for page, run in runs if id(run) not in drawn]
    body = body_size(set_runs, owners)
    yield from _sizes(set_runs, body, limits)
    if theme and body:
        yield from _promised(set_runs, owners, theme)
    yield from _picture_words(in_pictures, limits)
    yield from _italics(set_runs, limits)
    yield from _light(set_runs, limits)
    yield from _capitals(set_runs, limits)
    yield from _typefaces(set_runs, limits)
    yield from _contrast(pages, drawn, limits)


def body_size(runs: list[Where], owners: dict[PageMark, Node]) -> float:
    """The size of most characters that are no headings and no artifacts."""
    sizes: Counter[float] = Counter()
    for page, run in runs:
        block = block_of(owners.get((page, run.mark)))
        if not run.artifact and (block is None or block.role not in HEADINGS):
            sizes[run.size] += len(run.words.strip())
    return max(sizes, key=lambda size: (sizes[size], size), default=0.0)


def _promised(
    runs: list[Where], owners: dict[PageMark, Node], theme: Theme
) -> Iterator[Diagnostic]:
    """An edition promises the size of running text, and not that of long tables, of what the
    program adds (the cover, credits), or of the summary that opens a part."""
    openings = _openings(owners)
    text, rest = [], []
    for page, run in runs:
        element = owners.get((page, run.mark))
        block = block_of(element)
        if element and block and block.role in _TEXT:
            roles = {element.own, *(one.own for one in element.ancestors())}
            if not roles & _NOT_TEXT:
                text.append((page, run))
                if id(block) not in openings:
                    rest.append((page, run))
    size = body_size(rest, owners) or body_size(text or runs, owners)
    most = theme.size * (_OPENING if text and not rest else 1)
    if not theme.size - 0.3 <= size <= most + 0.3:
        yield found(
            "pdf-size-not-as-asked",
            f"Most of the text is {_points(size)}; the edition promises {_points(theme.size)}.",
        )


def _openings(owners: dict[PageMark, Node]) -> set[int]:
    """Paragraphs right below a heading, whatever picture stands between the two."""
    parents = {id(one.parent): one.parent for one in owners.values() if one.parent}
    found_here = set()
    for parent in parents.values():
        below = False
        for node in parent.nodes():
            if below and node.role == "P":
                found_here.add(id(node))
            below = node.role in HEADINGS or (below and node.role in PICTURES)
    return found_here


def _sizes(runs: list[Where], body: float, limits: Limits) -> Iterator[Diagnostic]:
    if not body:
        return
    least = limits.size_must - _TOLERANCE
    if body < least:
        yield found(
            "pdf-type-too-small",
            f"Most of the text is {_points(body)}; {limits.name} asks for at least "
            f"{_points(limits.size_must)}.",
            most=limits.most,
        )
    small = [(page, run) for page, run in runs if run.size < least and run.size != body]
    marks = [(page, run) for page, run in small if _NUMBER.fullmatch(run.words.strip())]
    words = [(page, run) for page, run in small if len(run.words.strip()) >= _A_WORD]
    words = [where for where in words if where not in marks]
    if words:
        yield _small_words(words, limits, limits.small_severity)
    elif marks and any(not run.artifact for _, run in marks):
        yield _small_words(marks, limits, Severity.FOR_INFORMATION)


def _small_words(small: list[Where], limits: Limits, severity: Severity) -> Diagnostic:
    _, smallest = min(small, key=lambda where: (where[1].size, where[0]))
    pages = on_pages(page for page, _ in small)
    return found(
        "pdf-small-words",
        f"Words on {pages} are smaller than {_points(limits.size_must)}; the smallest, "
        f"“{smallest.words.strip()[:40]}”, are {_points(smallest.size)}.",
        severity=severity,
        most=limits.most,
        words=smallest.words.strip(),
    )


def _picture_words(runs: list[Where], limits: Limits) -> Iterator[Diagnostic]:
    small = [w for w in runs if w[1].size < limits.size_must - _TOLERANCE]
    if small:
        smallest = min(run.size for _, run in small)
        yield found(
            "pdf-picture-words-small",
            f"Words inside pictures on {on_pages(page for page, _ in small)} are small; the "
            f"smallest are {_points(smallest)}.",
            severity=Severity.FOR_INFORMATION,
            words=min(small, key=lambda where: where[1].size)[1].words.strip(),
        )


def _italics(runs: list[Where], limits: Limits) -> Iterator[Diagnostic]:
    slanted = [(page, run) for page, run in runs if run.italic]
    if slanted:
        words = slanted[0][1].words.strip()
        yield found(
            "pdf-italics",
            f"Words on {on_pages(page for page, _ in slanted)} are in italics, for example "
            f"“{words[:40]}”.",
            severity=limits.italics,
            most=limits.most,
            words=words,
        )


def _light(runs: list[Where], limits: Limits) -> Iterator[Diagnostic]:
    """By the typeface's name; the thickness that a file states is often made up."""
    thin = [(page, run) for page, run in runs if _is_light(run.font) and len(run.words.strip()) > 1]
    if thin:
        _, run = thin[0]
        yield found(
            "pdf-type-light",
            f"Words on {on_pages(page for page, _ in thin)} are in thin letters ({run.font}).",
            most=limits.most,
            words=run.words.strip(),
        )


@lru_cache(maxsize=1024)
def _is_light(font: str) -> bool:
    """ "Calibri-Light", "HelveticaNeueLT45Light", "Open Sans Light"; not "Highlight"."""
    words = re.sub(r"(?<=[a-z\d])(?=[A-Z])", " ", font).lower()
    return _LIGHT.search(words) is not None


def _capitals(runs: list[Where], limits: Limits) -> Iterator[Diagnostic]:
    shouted = [(page, words) for page, run in runs if (words := _shouted(run.words))]
    if shouted:
        words = shouted[0][1]
        yield found(
            "pdf-capitals",
            f"Words on {on_pages(page for page, _ in shouted)} are in capital letters, for "
            f"example “{words[:40]}”.",
            severity=limits.capitals,
            most=limits.most,
            words=words,
        )


def _shouted(text: str) -> str:
    """Two long words in capitals, one after the other; "" where there are none, in any script."""
    for match in _CAPITALS.finditer(text):
        for first, second in pairwise(match[0].split()):
            if first.isupper() and second.isupper():
                return match[0] if match[0].isupper() else f"{first} {second}"
    return ""


def _typefaces(runs: list[Where], limits: Limits) -> Iterator[Diagnostic]:
    used: Counter[str] = Counter()
    for _, run in runs:
        used[_family(run.font)] += len(run.words.strip())
    total = sum(used.values())
    families = sorted(name for name, count in used.items() if count > _SOME_SHARE * total)
    if len(families) > 2:
        yield found(
            "pdf-many-typefaces",
            f"This document has {len(families)} typefaces: {', '.join(families[:5])}.",
            most=limits.most,
        )


@lru_cache(maxsize=1024)
def _family(font: str) -> str:
    return _FACE.sub("", font).replace("-", "").replace(" ", "") or font


# ---- what the evidence tells ----


def extremes(pages: list[MeasuredPage], owners: dict[PageMark, Node]) -> dict[str, float]:
    """The smallest type in points and the lowest contrast of words outside pictures."""
    sizes, ratios = [], []
    for page in pages:
        for run in page.runs:
            if run.words.strip() and not is_in_picture(owners.get((page.number, run.mark))):
                sizes.append(run.size)
                ratios.append(_ratio(page, run))
    known = [ratio for ratio in ratios if ratio is not None]
    told: dict[str, float] = {}
    if sizes:
        told["smallest_type"] = round(min(sizes), 2)
    if known:
        told["lowest_contrast"] = round(min(known), 2)
    return told


# ---- contrast ----


def _contrast(pages: list[MeasuredPage], drawn: set[int], limits: Limits) -> Iterator[Diagnostic]:
    pale: list[tuple[float, int, str]] = []
    soft: list[tuple[float, int, str]] = []
    for page in pages:
        for run in page.runs:
            ratio = _ratio(page, run)
            if ratio is None or id(run) in drawn or len(run.words.strip()) < 2:
                continue
            if ratio < limits.contrast_must - 0.01:
                pale.append((ratio, page.number, run.words.strip()))
            elif ratio < limits.contrast_wish - 0.01:
                soft.append((ratio, page.number, run.words.strip()))
    for group, severity in ((pale, Severity.MUST_FIX), (soft, Severity.FOR_INFORMATION)):
        if group:
            ratio, _, words = min(group)
            yield found(
                "pdf-contrast-low",
                f"Words on {on_pages(page for _, page, _ in group)} are pale; the palest, "
                f"“{words[:40]}”, have a contrast of {ratio:.1f} to 1.",
                severity=severity,
                words=words,
            )


def _ratio(page: MeasuredPage, run: Run) -> float | None:
    """The contrast of a run with what is behind it; None where that is a picture."""
    x, y = run.middle
    behind: Colour | None = (255, 255, 255)
    for surface in page.surfaces:
        if surface.order < run.order and surface.box.holds(x, y):
            behind = surface.colour
    return None if behind is None else _contrast_of(run.colour, behind)


@lru_cache(maxsize=4096)
def _contrast_of(first: Colour, second: Colour) -> float:
    return contrast(_hex(first), _hex(second))


def _hex(colour: Colour) -> str:
    return "#{:02x}{:02x}{:02x}".format(*colour)


def _points(size: float) -> str:
    return f"{size:.1f}".removesuffix(".0") + " points"
