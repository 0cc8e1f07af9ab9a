"""Through what the things on a page are seen, and how they are turned; with pdfium."""

from __future__ import annotations

import ctypes

import pypdfium2.raw as raw

from exporter.file_rules.pdf.measured import Box

Matrix = tuple[float, float, float, float, float, float]
UNTURNED: Matrix = (1, 0, 0, 1, 0, 0)
_MOST_PATHS = 20
_MOST_POINTS = 60
"""Of a shape through which something is seen; one of more is taken for no window."""


def window_of(thing: raw.FPDF_PAGEOBJECT, outer: Matrix) -> Box | None:
    """Where a thing is seen, if it is clipped: what reaches beyond its drawing is behind no words
    (ISO 32000-1, 8.5.4 and 8.10.2)."""
    clip = raw.FPDFPageObj_GetClipPath(thing)
    found: Box | None = None
    for path in range(min(raw.FPDFClipPath_CountPaths(clip), _MOST_PATHS) if clip else 0):
        count = raw.FPDFClipPath_CountPathSegments(clip, path)
        if 0 < count <= _MOST_POINTS:
            points = [_point(clip, path, number, outer) for number in range(count)]
            xs, ys = zip(*points, strict=True)
            found = Box(min(xs), min(ys), max(xs), max(ys)).within(found)
    return found


def _point(clip: raw.FPDF_CLIPPATH, path: int, number: int, outer: Matrix) -> tuple[float, float]:
    x, y = ctypes.c_float(), ctypes.c_float()
    raw.FPDFPathSegment_GetPoint(raw.FPDFClipPath_GetPathSegment(clip, path, number), x, y)
    a, b, c, d, e, f = outer
    return a * x.value + c * y.value + e, b * x.value + d * y.value + f


def is_cut_out(thing: raw.FPDF_PAGEOBJECT) -> bool:
    """Whether a shape has a hole, as a border has, or shows only through some odd shape."""
    segments = min(raw.FPDFPath_CountSegments(thing), 200)
    kinds = (
        raw.FPDFPathSegment_GetType(raw.FPDFPath_GetPathSegment(thing, n)) for n in range(segments)
    )
    if sum(kind == raw.FPDF_SEGMENT_MOVETO for kind in kinds) > 1:
        return True
    clip = raw.FPDFPageObj_GetClipPath(thing)
    if not clip:
        return False
    paths = max(0, raw.FPDFClipPath_CountPaths(clip))
    return any(
        raw.FPDFClipPath_CountPathSegments(clip, n) > 5 for n in range(min(paths, _MOST_PATHS))
    )


def times(inner: Matrix, outer: Matrix) -> Matrix:
    if outer == UNTURNED:
        return inner
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return (
        a * p + b * r,
        a * q + b * s,
        c * p + d * r,
        c * q + d * s,
        e * p + f * r + t,
        e * q + f * s + u,
    )
