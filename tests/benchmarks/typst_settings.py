"""Typst's page, type and language as a theme has them; and how words are written in its markup."""

from __future__ import annotations

import re

from exporter.brand import Brand
from exporter.edition import Theme
from exporter.model import Document, Picture

_SIGNS = re.compile(r"[!-/:-@\[-`{-~]")
_CAPITAL = 0.668
"""Height of a capital: Typst measures a line from there to the base line."""


def string(text: str) -> str:
    """A string of Typst's code."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def escape(text: str) -> str:
    return _SIGNS.sub(r"\\\g<0>", " ".join(text.split("\n")))


def picture_file(picture: Picture) -> str:
    return f"pictures/{picture.name}.{picture.media}"


def settings(document: Document, theme: Theme, brand: Brand) -> str:
    """What stands at the head of the file."""
    page = theme.page
    language, _, region = document.language.partition("-")
    where = f", region: {string(region)}" if region else ""
    sizes = (
        f"#show heading.where(level: {level}): set text(size: {size:.2f}pt)"
        for level, size in enumerate(theme.headings, 1)
    )
    footer = escape(document.words("page-of", number="\x00", total="\x01"))
    footer = footer.replace("\x00", "#counter(page).display()")
    footer = footer.replace("\x01", "#counter(page).final().first()")
    return "\n".join(
        (
            f"#set document(title: {string(document.title)}, date: none)",
            f'#set text(font: ({string(theme.family)}, "Arimo"), size: {theme.size}pt, '
            f"lang: {string(language)}{where}, hyphenate: false)",
            "#set smartquote(enabled: false)",
            f"#set page(width: {page.width:.2f}pt, height: {page.height:.2f}pt, "
            f"margin: (top: {page.top:.2f}pt, bottom: {page.bottom:.2f}pt, "
            f"left: {page.inner:.2f}pt, right: {page.outer:.2f}pt), "
            f"header: [{escape(document.running)}], footer: context [{footer}])",
            f"#set par(leading: {theme.size * (theme.pitch - _CAPITAL):.2f}pt, "
            f"spacing: {theme.size * (theme.pitch - _CAPITAL) + theme.paragraph_space:.2f}pt)",
            *sizes,
            f"#show heading: set text(fill: rgb({string(brand.accent)}))",
            f"#show link: set text(fill: rgb({string(brand.accent)}))",
            "#set figure(numbering: none, supplement: none)",
            "#show figure.where(kind: table): set block(breakable: true)",
            "#show figure.where(kind: table): set figure.caption(position: top)",
            f"#show table: set text(size: {theme.small}pt)",
            "#set table(align: left)",
        )
    )
