"""Style sheets and typefaces. The reader's own settings come first: nothing here is in points."""

from __future__ import annotations

from exporter import fonts
from exporter.brand import Brand
from exporter.edition import Theme
from exporter.model import Document
from exporter.styles.folder import Styles
from exporter.writers import css

_WEIGHTS: tuple[tuple[fonts.Weight, int], ...] = (("regular", 400), ("bold", 700))


def look_of(document: Document, theme: Theme, styles: Styles | None) -> dict[str, bytes]:
    """The style sheet of the book, and its typefaces."""
    files: dict[str, bytes] = {}
    faces = []
    if theme.family in fonts.FAMILIES:
        more = css.more_letters(theme.family, document.language)
        for weight, number in _WEIGHTS:
            name = f"typefaces/{theme.family.replace(' ', '-').lower()}-{weight}.woff2"
            files[name] = css.web_font(theme.family, weight, more)
            faces.append(
                f'@font-face{{font-family:"{theme.family}";font-weight:{number};'
                f'font-style:normal;src:url({name})format("woff2")}}'
            )
    signs = fonts.signs_of(document, theme.family)
    for family, letters in signs.items():
        name = f"typefaces/{family.replace(' ', '-').lower()}.woff2"
        files[name] = css.sign_font(family, letters)
        faces.append(f'@font-face{{font-family:"{family}";src:url({name})format("woff2")}}')
    nastaliq = fonts.wants_nastaliq(document.language)
    theme = css.in_nastaliq(theme) if nastaliq else theme
    family = css.stack(theme.family, (*signs, *(fonts.NASTALIQ_OF_READERS if nastaliq else ())))
    properties = {**css.theme_properties(theme), "--family": family}
    sheet = "\n".join((*faces, css.root(properties), css.sheet("book.css", styles)))
    sheet += css.list_markers(document) + (css.NASTALIQ_ROOM if nastaliq else "")
    return {"book.css": f"{sheet}\n".encode(), **files}


def brand_sheet(brand: Brand) -> str:
    """brand.css: the colours of one brand."""
    return css.root(css.brand_properties(brand)) + "\n"
