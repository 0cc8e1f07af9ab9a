"""An edition of summaries leads to the whole document: to the pages of its PDF in every format, and
to its parts on the web where both are made in one run.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import PurePosixPath

from exporter.edition import Edition, on_page
from exporter.formats import FORMATS, Settings
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
    every: tuple[Edition, ...],
) -> dict[str, Document]:
    """The documents, by their editions; those of summaries know where the whole says more.

    `going` are the editions that are made, of `every` one that there is.
    """
    made = tuple(going)
    short = [one for one in made if one.is_of_summaries]
    whole = whole_of(loaded, made, every) if short else None
    if whole is None:
        return dict(documents)
    document = documents.get(whole.name) or loaded.adapted(whole, loaded.offers(every))
    pages = pages_of(document, whole, house.order.settings)
    beside = whole.name in {one.name for one in made}
    web = next((name for name in formats if FORMATS[name].leads_on), "") if beside else ""
    file = PurePosixPath(house.file(whole.name, web)).name if web else ""
    led = {one.name: replace(loaded.adapted(one, offers, pages=pages), whole=file) for one in short}
    return {**documents, **led}


def whole_of(loaded: Loaded, made: Iterable[Edition], every: Iterable[Edition]) -> Edition | None:
    """The first edition that has a body: of those that are made, else of those that people get by
    themselves."""
    usual = (one for one in every if one.default and loaded.supplies(one))
    return next((one for one in (*made, *usual) if "body" in one.layers), None)


def pages_of(document: Document, edition: Edition, settings: Settings) -> Mapping[str, int]:
    """The page of each anchor of the whole in its PDF; none where that cannot be made here."""
    theme = on_page(edition, document.page_size).theme
    for one in FORMATS.values():
        count = one.engine(settings, document).pages
        if count is not None:
            return count(document, theme)
    return {}
