"""Rules on pictures made of dots: how sharp they are where they stand."""

from __future__ import annotations

from collections.abc import Iterator

from exporter.diagnostics import Diagnostic, Severity
from exporter.file_rules.pdf.catalogue import found, on_pages
from exporter.file_rules.pdf.limits import Limits
from exporter.file_rules.pdf.measured import Image, MeasuredPage

_BLURRED, _SHARP = 100, 150
"""Dots to the inch."""
_SMALLEST = 40.0
"""Points; a smaller one is a sign, whose dots nobody sees."""
_FEWEST_DOTS = 16
"""What has fewer is a shade or a line, stretched on purpose."""
_A_PAGE = 0.6
"""So much of the page is a background, or a picture of a page, which has a rule of its own."""


def check(pages: list[MeasuredPage], limits: Limits, *, ours: bool) -> Iterator[Diagnostic]:
    """In a file of `ours` the check of the source has asked for a larger picture already."""
    soft = [
        (image.density, page.number)
        for page in pages
        for image in page.images
        if _is_picture(image, page) and image.density < _SHARP - 1
    ]
    if not soft:
        return
    worst, _ = min(soft)
    severity = limits.blurred if worst < _BLURRED - 1 else Severity.FOR_INFORMATION
    yield found(
        "pdf-picture-blurred",
        f"Pictures on {on_pages(page for _, page in soft)} are not sharp; the least so has "
        f"{worst:.0f} dots to the inch, and {_SHARP} are good.",
        severity=Severity.FOR_INFORMATION if ours else severity,
        most=limits.most,
    )


def _is_picture(image: Image, page: MeasuredPage) -> bool:
    return (
        not image.artifact
        and min(image.dots) >= _FEWEST_DOTS
        and max(image.placed) >= _SMALLEST
        and image.box.area < _A_PAGE * page.width * page.height
    )
