"""The words of what is new in a document: in its language, for they stand in its files."""

from __future__ import annotations

from exporter.languages import HOUSE
from exporter.model import Words
from exporter.studio.view import View
from exporter.styles.folder import Styles
from exporter.styles.words import load_words


def new_words(view: View, styles: Styles | None) -> Words:
    """Those of the locale of the document; English where it cannot be read at all."""
    return view.loaded.words if view.loaded else load_words(HOUSE, styles)
