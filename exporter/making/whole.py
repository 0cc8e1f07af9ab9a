"""An edition of summaries leads to the whole document that is made beside it: to its pages on
paper, to its parts on the web.

Only where both are made in one run: of a file that stands there nobody knows whether the next run
sets its pages anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import PurePosixPath

from exporter.edition import Edition, on_page
from exporter.formats import FORMATS
from exporter.making.documents import Loaded
from exporter.making.house import House, Offers
from exporter.model import Document


def led_to_whole(
    house: House,
    loaded: Loaded,
    documents: Mapping[str, Document],
    going: Iterable[Edition],
    formats: Iterable[str],
    offers: Offers,
) -> dict[str, Document]:
    """The documents, by their editions; those of summaries know where the whole says more.

    `going` are the editions that are made. The whole is the first that has a body.
    """
    made = tuple(going)
    whole = next((one for one in made if "body" in one.layers), None)
    short = [one for one in made if one.is_of_summaries]
    if whole is None or not short:
        return dict(documents)
    pages = _pages(house, documents[whole.name], whole, formats)
    web = next((name for name in formats if FORMATS[name].leads_on), "")
    file = PurePosixPath(house.file(whole.name, web)).name if web else ""
    led = {one.name: replace(loaded.adapted(one, offers, pages=pages), whole=file) for one in short}
    return {**documents, **led}


def _pages(
    house: House, document: Document, edition: Edition, formats: Iterable[str]
) -> Mapping[str, int]:
    """The page of each anchor of the whole, in the format that can tell; else none."""
    theme = on_page(edition, document.page_size).theme
    for name in formats:
        count = FORMATS[name].engine(house.order.settings, document).pages
        if count is not None:
            return count(document, theme)
    return {}
