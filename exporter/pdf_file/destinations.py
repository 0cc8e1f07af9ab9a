"""Where the named places of a PDF are (ISO 32000-1, 12.3.2.3)."""

from __future__ import annotations

from typing import Any

import pikepdf

from exporter.pdf_file.opening import opened


def pages_by_name(data: bytes) -> dict[str, int]:
    """The page of each named destination, counted from 1. Raises Unreadable."""
    with opened(data) as pdf:
        names = pdf.Root.get("/Names", pikepdf.Dictionary()).get("/Dests")
        if names is None:
            return {}
        numbers = {page.objgen: number for number, page in enumerate(pdf.pages, 1)}
        places = {str(name): _page(place) for name, place in pikepdf.NameTree(names).items()}
        return {
            name: numbers[page.objgen]
            for name, page in places.items()
            if page is not None and page.objgen in numbers
        }


def _page(place: Any) -> Any:
    """The page that a destination begins with; it may stand in a dictionary."""
    if isinstance(place, pikepdf.Dictionary):
        place = place.get("/D")
    return place[0] if isinstance(place, pikepdf.Array) and len(place) else None
