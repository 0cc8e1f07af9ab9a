"""What was typed for the pages around the text: who made it, when, and who made its pictures."""

from __future__ import annotations

from collections.abc import Iterator

from exporter.model import Words as Locale
from exporter.typed.charts import texts_of
from exporter.typed.expected import without_scheme
from exporter.typed.pieces import Piece, plain_piece
from exporter.typed.reading import Mapping, Scalar, Typed

_CONTACT = ("name", "email", "phone", "web", "social")


def values_around(typed: Typed, locale: Locale) -> tuple[list[Piece], list[Piece]]:
    """Pieces that must stand around the text, and those that may."""
    document = typed.document
    required = _plain(document, "version", "description", "imprint")
    for author in document.mappings("authors"):
        required += _plain(author, "name", "role")
    allowed = _plain(document, "title", "subtitle", "easy_subtitle")
    for _, picture in document.named("pictures"):
        allowed += _plain(picture, "credit", "licence")
    for _, contact in document.named("contacts"):
        allowed += _plain(contact, *_CONTACT)
        allowed += _listed(contact, "post")
    for _, organisation in document.named("organisations"):
        allowed += _plain(organisation, "name")
    for author in document.mappings("authors"):
        allowed += _plain(author, "email")
    allowed += list(_pieces(texts_of(typed)))
    for _, section in typed.sections:
        allowed += _plain(section, "heading")
    return required, allowed


def keywords_of(typed: Typed) -> list[Piece]:
    """What a search engine is told: each a word of its own."""
    return _listed(typed.document, "keywords")


def _plain(holder: Mapping, *keys: str) -> list[Piece]:
    found = (holder.scalar(key) for key in keys)
    return [piece for one in found if one for piece in plain_piece(without_scheme(one))]


def _listed(holder: Mapping, key: str) -> list[Piece]:
    return list(_pieces(one for one in holder.list(key) if isinstance(one, Scalar)))


def _pieces(scalars: Iterator[Scalar]) -> Iterator[Piece]:
    for scalar in scalars:
        yield from plain_piece(scalar)
