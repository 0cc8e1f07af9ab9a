"""Every picture with its description, and where it is used."""

from __future__ import annotations

from collections.abc import Iterator

from exporter.model import Document, Picture, heading_text
from exporter.reports.evidence.facts import Facts
from exporter.reports.evidence.pieces import heading, in_language, in_words, lines, paragraph, table
from exporter.review.plain import words_of_blocks
from exporter.source import SourcePicture
from exporter.walk import pictures_within, sections_within
from exporter.web_page.markup import Html, escape, join

_COVER = "the cover"


def the_pictures(facts: Facts) -> Html:
    """A row for each picture of the document."""
    pictures, language = facts.source.pictures, facts.source.language
    if not pictures:
        return join(heading("The pictures"), paragraph("This document has no pictures."))
    used = uses(facts.documents)
    rows = (
        (
            _name(one, language),
            _description(one, language),
            _where(used.get(one.picture.name, {}), language),
        )
        for one in pictures
    )
    columns = ("Picture", "Description that is read out", "Where it is used")
    return join(
        heading("The pictures"),
        paragraph(
            "Who cannot see a picture hears its description. It is written once, so it is the same "
            "in every file. No program can tell whether it is a good one."
        ),
        table("pictures", "Every picture and its description", columns, rows),
    )


def uses(documents: tuple[Document, ...]) -> dict[str, dict[str, list[str]]]:
    """Picture → heading under which it stands → editions in which it does, in reading order."""
    found: dict[str, dict[str, list[str]]] = {}
    for document in documents:
        edition = document.edition.replace("-", " ")
        for where, picture in _placed(document):
            editions = found.setdefault(picture.name, {}).setdefault(where, [])
            if edition not in editions:
                editions.append(edition)
    return found


def _placed(document: Document) -> Iterator[tuple[str, Picture]]:
    if document.cover:
        yield _COVER, document.cover
    for section in sections_within(document.sections):
        where = heading_text(section)
        if section.picture:
            yield where, section.picture
        yield from ((where, picture) for picture in pictures_within(section.blocks))


def _description(one: SourcePicture, language: str) -> Html:
    if not one.picture.alt:
        return escape("none: it only decorates")
    longer = (" ".join(words.split()) for words in words_of_blocks(one.description))
    return lines(in_language(words, language) for words in (one.picture.alt, *filter(None, longer)))


def _where(places: dict[str, list[str]], language: str) -> Html:
    if not places:
        return escape("nowhere")
    return lines(
        join(
            escape(where) if where == _COVER else in_language(where, language),
            escape(f" ({in_words(editions)})"),
        )
        for where, editions in places.items()
    )


def _name(one: SourcePicture, language: str) -> Html:
    """Its name, who made it where that is known, and who agreed to be shown."""
    credit = ", ".join(filter(None, (one.picture.credit, one.picture.licence)))
    told = [escape(one.picture.name)]
    told += [in_language(credit, language)] if credit else []
    consent = in_language(one.consent, language)
    return lines([*told, join(escape("Consent: "), consent)] if one.consent else told)
