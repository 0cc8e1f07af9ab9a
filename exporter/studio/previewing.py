"""Editions as readers get them on a screen: which ones there are, and their pages."""

from __future__ import annotations

from functools import lru_cache

from exporter.edition import Edition
from exporter.formats import FORMATS, Engine, Settings
from exporter.studio.view import View
from exporter.styles import editions as styled
from exporter.styles import folder as styles_folder
from exporter.styles.folder import Styles
from exporter.template import Template


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


def compiled(
    view: View, edition: Edition, every: tuple[Edition, ...], styles: Styles | None
) -> tuple[Engine, Template]:
    """The real web page of an edition, drafts and all, its brand still open.

    The document must have been read. `every` are the editions that a page says there are.
    """
    assert view.loaded is not None
    document = view.loaded.adapted(edition, view.loaded.offers(every))
    on_screen = next(one for one in FORMATS.values() if one.default and one.medium == "screen")
    engine = on_screen.engine(Settings(styles=styles), document)
    return engine, engine.compile(document, edition.theme)
