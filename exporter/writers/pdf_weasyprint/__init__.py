"""The weasyprint engine: PDF from the web page and styles/print.css, through Pango's shaping.

WeasyPrint lays out and draws; the structure tree is ours (`roles.py`, `tree.py`, `writing.py`),
because WeasyPrint builds its own page by page and so cuts in two whatever a page break cuts.
Compiling keeps the HTML; each stamping lays the pages out anew: slower than the reportlab engine,
but with every script that Pango knows.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from exporter import fonts
from exporter.brand import Brand
from exporter.edition import Theme, in_language, one_sheet
from exporter.model import Document, Picture, Words
from exporter.styles.folder import Styles
from exporter.template import Template
from exporter.writers import css, icons
from exporter.writers.drawings.flat import flattened
from exporter.writers.html import slots
from exporter.writers.html.document import page
from exporter.writers.html.inlines import Setting
from exporter.writers.html.pictures import data_uri
from exporter.writers.part_marks import PartMarks, marks_of
from exporter.writers.pdf_weasyprint import paper
from exporter.writers.pdf_weasyprint.engine import EngineMissing, render
from exporter.writers.pdf_weasyprint.running import Running
from exporter.writers.pdf_weasyprint.typefaces import Typefaces

__all__ = ["EngineMissing", "compile", "stamp"]


_ROOM = f"{css.NASTALIQ_ROOM}.badged h1{{padding-top:0.4em}}"
_LETTER = 0.5
"""How wide letters are on an average line, for a size of 1."""


@dataclass(frozen=True, slots=True)
class Slots:
    """What stamping needs to know."""

    words: Words
    language: str
    families: tuple[str, ...]
    standard: Literal["ua-1", "ua-2"]
    running: Running
    pictures: slots.ContactPictures
    marks: PartMarks | None = None
    """Where the marks of parts stand."""


def compile(
    document: Document,
    theme: Theme,
    *,
    standard: Literal["ua-1", "ua-2"] = "ua-1",
    styles: Styles | None = None,
) -> Template:
    """The document as HTML for paper, with its brand slots open.

    Raises CannotSpell when no typeface at hand has a character of it.
    """
    theme = in_language(theme, document.language)
    nastaliq = fonts.is_nastaliq(document.language)
    theme = css.in_nastaliq(theme) if nastaliq else theme
    typefaces = Typefaces.of(theme.family, document.language)
    setting = Setting(
        document.words,
        document.language,
        medium="paper",
        spell=typefaces.spell,
        source=_picture,
        line=int(theme.page.text_width / (theme.size * _LETTER)),
        close=one_sheet(theme),
    )
    style = "\n".join(
        (
            css.root({**css.theme_properties(theme), "--family": typefaces.stack}),
            paper.rules(document, theme),
            css.sheet("print.css", styles),
            css.rows(theme) + css.list_markers(document) + icons.sheet(theme.colours.ink),
            _ROOM if nastaliq else "",
        )
    )
    data = page(document, style, setting).encode()
    known = Slots(
        document.words,
        document.language,
        typefaces.used(),
        standard,
        paper.running(document, theme),
        slots.contact_pictures(document, _picture),
        marks_of(document, theme),
    )
    return Template(format="pdf", data=data, slots=known)


def stamp(template: Template, brand: Brand) -> bytes:
    """The PDF of one publisher or partner. Raises EngineMissing and DoesNotFit."""
    known = template.slots
    assert isinstance(known, Slots)
    flat = replace(brand, logo=flattened(brand.logo)) if brand.logo else brand
    html = slots.fill(
        template.data, flat, known.words, known.language, parting=False, pictures=known.pictures
    )
    return render(html.decode(), known.families, known.standard, brand, known.running, known.marks)


def _picture(picture: Picture) -> str:
    """WeasyPrint draws plain drawings as everybody does; the others would be a surprise."""
    return data_uri(flattened(picture))
