"""The html writer: one self-contained web page, whole without its script and without network."""

from __future__ import annotations

from dataclasses import dataclass

from exporter import fonts
from exporter.brand import Brand
from exporter.edition import Theme, in_language
from exporter.model import Document, Words
from exporter.styles.folder import Styles
from exporter.template import Template
from exporter.writers import css, icons
from exporter.writers.html import slots
from exporter.writers.html.before import WrittenBefore
from exporter.writers.html.document import page
from exporter.writers.html.pictures import data_uri


@dataclass(frozen=True, slots=True)
class Slots:
    """What stamping needs to know."""

    words: Words
    language: str
    papers: tuple[tuple[str, str], ...]
    """The other grounds that a reader may choose, and their colours."""
    pictures: slots.ContactPictures


def compile(
    document: Document,
    theme: Theme,
    *,
    styles: Styles | None = None,
    before: WrittenBefore | None = None,
) -> Template:
    """The document as a web page with its brand slots open.

    `styles` is the user's own folder of styles, if there is one; `before` keeps what was written of
    the same document and edition the last time. The page is the same with and without it.
    """
    theme = in_language(theme, document.language)
    signs = fonts.signs_of(document, theme.family)
    nastaliq = fonts.wants_nastaliq(document.language)
    theirs = fonts.NASTALIQ_OF_READERS if nastaliq else ()
    theme = css.in_nastaliq(theme) if nastaliq else theme
    family = css.stack(theme.family, (*signs, *theirs))
    style = "\n".join(
        (
            css.font_faces(theme.family, document.language) + css.sign_faces(signs),
            css.root({**css.theme_properties(theme), **css.grounds(theme), "--family": family}),
            css.sheet("web.css", styles),
            css.rows(theme) + css.list_markers(document) + icons.sheet(theme.colours.ink),
            *((css.NASTALIQ_ROOM,) if nastaliq else ()),
        )
    )
    data = page(document, style, before=before).encode()
    papers = (("dark", theme.dark.paper), ("cream", theme.cream.paper))
    known = Slots(
        document.words, document.language, papers, slots.contact_pictures(document, data_uri)
    )
    return Template(format="html", data=data, slots=known)


def stamp(template: Template, brand: Brand) -> bytes:
    """The web page of one publisher or partner."""
    known = template.slots
    assert isinstance(known, Slots)
    return slots.fill(
        template.data, brand, known.words, known.language, known.papers, pictures=known.pictures
    )
