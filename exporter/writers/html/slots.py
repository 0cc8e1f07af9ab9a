"""The places that a brand fills: colours, logo, publisher, cover line, contact, legal line.

A slot is an HTML comment. No word of a document can make one, because words are escaped.
"""

from __future__ import annotations

from collections.abc import Callable

from exporter.brand import Brand, ContactLine
from exporter.model import Document, Picture, Words
from exporter.web_page.markup import NOTHING, Html, element, join
from exporter.writers import css
from exporter.writers.drawings.ink import inked
from exporter.writers.html.inlines import is_address, isolated, own_words, parted
from exporter.writers.html.pictures import data_uri, image

ContactPictures = tuple[tuple[str, str], ...]
"""Their markup beside the ways to reach somebody, by their kinds: plain values, which are kept."""

AUTHOR = Html("<!--slot:author-->")
COLOURS = Html("<!--slot:colours-->")
COVER = Html("<!--slot:cover-->")
END = Html("<!--slot:end-->")


def fill(
    page: bytes,
    brand: Brand,
    words: Words,
    language: str,
    papers: tuple[tuple[str, str], ...] = (),
    *,
    parting: bool = True,
    pictures: ContactPictures = (),
) -> bytes:
    """The page with the brand in its slots; `language` is that of the document, `papers` are the
    other grounds that readers may choose; `parting` says where addresses may break, which an engine
    for paper knows by itself."""
    colours = css.brand_properties(brand)
    for name, paper in papers:
        colours |= css.brand_on(name, brand, paper)
    for slot, content in (
        (AUTHOR, element("meta", name="author", content=brand.publisher)),
        (COLOURS, element("style", Html(css.root(colours)))),
        (COVER, cover(brand, language, data_uri)),
        (END, end(brand, words, language, parting=parting, pictures=pictures)),
    ):
        page = page.replace(slot.encode(), content.encode(), 1)
    return page


def cover(brand: Brand, language: str, source: Callable[[Picture], str]) -> Html:
    """What a brand has on the cover; `source` gives the address of its logo."""
    line = (
        element(
            "p",
            isolated(brand.cover_line, language),
            class_="cover-line",
            data_slot="cover_line",
        )
        if brand.cover_line
        else NOTHING
    )
    logo = (
        element("p", image(brand.logo, source(brand.logo)), class_="logo", data_slot="logo")
        if brand.logo
        else NOTHING
    )
    return join(element("p", isolated(brand.publisher, language), class_="publisher"), line, logo)


def contact_pictures(document: Document, source: Callable[[Picture], str]) -> ContactPictures:
    """Those of easy read; `source` gives the address of a picture."""
    shown = ((kind, inked(picture)) for kind, picture in document.contact_pictures)
    return tuple((kind, image(picture, source(picture))) for kind, picture in shown)


def end(
    brand: Brand,
    words: Words,
    language: str,
    *,
    parting: bool = True,
    pictures: ContactPictures = (),
) -> Html:
    """Who made this, how to reach them, the legal line."""
    drawn = {kind: Html(markup) for kind, markup in pictures}
    contact = (
        element(
            "dl",
            *(
                _contact(line, words, language, parting, drawn.get(line.kind, NOTHING))
                for line in brand.contact
            ),
            class_="contact pictured" if pictures else "contact",
            data_slot="contact",
        )
        if brand.contact
        else NOTHING
    )
    legal = (
        element(
            "p",
            isolated(brand.legal_line, language),
            class_="legal-line",
            data_slot="legal_line",
        )
        if brand.legal_line
        else NOTHING
    )
    return element(
        "div",
        element("h2", own_words(words, "publisher", language)),
        element("p", isolated(brand.publisher, language), class_="publisher"),
        contact,
        legal,
        class_="furniture made-by",
    )


def _contact(line: ContactLine, words: Words, language: str, parting: bool, picture: Html) -> Html:
    text = isolated(line.words, language)
    text = parted(text) if parting and is_address(line.words, line.url) else text
    return element(
        "div",
        element("dt", picture, own_words(words, f"contact-{line.kind}", language)),
        element("dd", element("a", text, href=line.url) if line.url else text),
    )
