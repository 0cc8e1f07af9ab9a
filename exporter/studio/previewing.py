"""Editions as readers get them on a screen: which ones there are, and their pages."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field
from functools import lru_cache

from exporter.adapt import AdaptedBefore
from exporter.brand import Brand
from exporter.edition import Edition
from exporter.formats import FORMATS, Engine, Settings
from exporter.making.documents import Loaded
from exporter.model import Document
from exporter.studio.view import Unknown, View
from exporter.styles import editions as styled
from exporter.styles import folder as styles_folder
from exporter.styles.folder import Styles
from exporter.template import Template
from exporter.writers.html.before import WrittenBefore


def for_everybody(styles: Styles | None) -> tuple[Edition, ...]:
    """The editions that everybody gets. They are read again only when a style has changed."""
    return _for_everybody(styles, styles_folder.key(styles, without="brands"))


@lru_cache(maxsize=4)
def _for_everybody(styles: Styles | None, key: str) -> tuple[Edition, ...]:
    return tuple(one for one in styled.editions(styles) if one.default)


def shown(view: View, every: tuple[Edition, ...]) -> tuple[Edition, ...]:
    """Those of them for which a document has words."""
    return tuple(one for one in every if view.loaded and view.loaded.supplies(one))


def called(edition: Edition, view: View) -> str:
    """What people call an edition of a document."""
    words = dict(view.loaded.words.entries) if view.loaded else {}
    return words.get(f"formats-{edition.name}", edition.title)


def _engine(document: Document, styles: Styles | None, before: WrittenBefore) -> Engine:
    on_screen = next(one for one in FORMATS.values() if one.default and one.medium == "screen")
    return on_screen.engine(Settings(styles=styles, written_before=before), document)


_MOST_PAGES = 6
"""So many pages are kept: the three editions of two documents."""


@dataclass(slots=True)
class Pages:
    """The pages that were made last: one whose readers would meet nothing new is not made again.

    Somebody who writes easy read changes no other edition, and whoever tries a colour changes none:
    the brand is still open. Documents are compared, not hashed, and places are not compared; a page
    shows none.
    """

    _made: OrderedDict[tuple[str, str], _Page] = field(default_factory=OrderedDict, repr=False)

    def page(self, view: View, edition: str, brand: Brand, styles: Styles | None) -> bytes:
        """The page of the edition of this name, under a brand. Raises DoesNotFit, Unknown."""
        found = self.pages(view, (edition,), brand, styles)
        if edition not in found:
            raise Unknown
        return found[edition]

    def pages(
        self, view: View, editions: tuple[str, ...], brand: Brand, styles: Styles | None
    ) -> dict[str, bytes]:
        """The same of those of them that there are, by name. Raises DoesNotFit."""
        key = styles_folder.key(styles, without="brands")
        every = _for_everybody(styles, key)
        there = {one.name: one for one in shown(view, every)}
        made = {
            one: self._made_of(view.name, view.loaded, there[one], every, (styles, key))
            for one in editions
            if view.loaded and one in there
        }
        return {one: page.stamped(brand) for one, page in made.items()}

    def _made_of(
        self,
        name: str,
        loaded: Loaded,
        edition: Edition,
        every: tuple[Edition, ...],
        styled: tuple[Styles | None, str],
    ) -> _Page:
        """Made anew, or as it was made before. Safe beside threads: each entry is whole."""
        key, (styles, hashed) = (name, edition.name), styled
        before = self._made.pop(key, None)
        sections = before.sections if before else AdaptedBefore()
        document = loaded.adapted(edition, loaded.offers(every), before=sections)
        of = (document, edition, hashed)
        if before is None or before.of != of:
            written = before.written if before else WrittenBefore()
            engine = _engine(document, styles, written)
            template = engine.compile(document, edition.theme)
            before = _Page(of, sections, written, engine, template)
        self._made[key] = before
        while len(self._made) > _MOST_PAGES:
            self._made.popitem(last=False)
        return before


@dataclass(frozen=True, slots=True)
class _Page:
    of: tuple[Document, Edition, str]
    """All that it is made of: the document, its edition, and the hash of the styles."""
    sections: AdaptedBefore
    written: WrittenBefore
    engine: Engine
    template: Template

    def stamped(self, brand: Brand) -> bytes:
        return self.engine.stamp(self.template, brand)
