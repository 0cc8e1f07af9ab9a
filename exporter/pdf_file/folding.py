"""A leaflet to print and fold: two of its pages on each side of a sheet, in the order of a booklet.

Of the outermost sheet the front has the last page and the first, the back the second and the last
but one, and so on inwards; from right to left it is the other way round. Printed on both sides and
turned over at the short edge, no page is upside down. It is for printers only: it has no tags.
"""

from __future__ import annotations

import io
from collections.abc import Iterator

import pikepdf

from exporter.diagnostics import Unreadable

_FOLDED = 4
"""Pages of a sheet."""
_A4, _ROUNDED = 297 * 72 / 25.4, 4.0
"""The long side of a sheet in points; two pages of A5 are a millimetre less (ISO 216)."""
_NAMES = (pikepdf.Name("/Left"), pikepdf.Name("/Right"))


def folded(data: bytes, *, from_right: bool = False) -> bytes:
    """The pages of a file on sheets to fold, each as large as two of them. Raises Unreadable where
    their number is no multiple of four."""
    with pikepdf.open(io.BytesIO(data)) as pages, pikepdf.new() as sheets:
        if len(pages.pages) % _FOLDED:
            raise Unreadable("These pages fill no whole sheets.")
        pages.flatten_annotations("print")  # boxes to tick are drawn, too
        for pair in sides(len(pages.pages), from_right=from_right):
            _add(sheets, [pages.pages[number] for number in pair])
        sheets.Root.ViewerPreferences = pikepdf.Dictionary(
            Duplex=pikepdf.Name.DuplexFlipShortEdge, PrintScaling=pikepdf.Name("/None")
        )
        if "/Title" in pages.docinfo:
            sheets.docinfo.Title = str(pages.docinfo.Title)
        made = io.BytesIO()
        sheets.save(made, deterministic_id=True)
    return made.getvalue()


def sides(count: int, *, from_right: bool = False) -> Iterator[tuple[int, int]]:
    """The pages on each side of each sheet, left and right, counted from 0."""
    for sheet in range(count // _FOLDED):
        first, last = 2 * sheet, count - 1 - 2 * sheet
        for left, right in ((last, first), (first + 1, last - 1)):
            yield (right, left) if from_right else (left, right)


def _add(sheets: pikepdf.Pdf, pair: list[pikepdf.Page]) -> None:
    """A side with two pages, which meet in its middle."""
    width, height = (float(side) for side in pair[0].mediabox[2:])
    across = _A4 if abs(_A4 - 2 * width) < _ROUNDED else 2 * width
    side = sheets.add_blank_page(page_size=(across, height))
    drawn = []
    for name, page, left in zip(_NAMES, pair, (across / 2 - width, across / 2), strict=True):
        shown = sheets.copy_foreign(page.as_form_xobject())
        side.add_resource(shown, pikepdf.Name.XObject, name)
        drawn.append(f"q 1 0 0 1 {left:.4f} 0 cm {name} Do Q")
    side.Contents = sheets.make_stream("\n".join(drawn).encode("ascii"))
