"""Every picture with its description, and where it is used."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from exporter.model import Document, Picture, heading_text
from exporter.reports.evidence.facts import Facts
from exporter.reports.evidence.pieces import heading, lines, paragraph, table
from exporter.reports.saying import Saying
from exporter.review.plain import words_of_blocks
from exporter.source import SourcePicture
from exporter.walk import pictures_within, sections_within
from exporter.web_page.markup import Html, escape, join

_COVER = ""
"""Where the picture of the cover stands: under no heading."""


def the_pictures(facts: Facts) -> Html:
    """A row for each picture of the document."""
    pictures, language, say = facts.source.pictures, facts.source.language, facts.say
    if not pictures:
        return join(heading(say("pictures")), paragraph(say("pictures-none")))
    used = uses(facts.documents)
    rows = (
        (
            _name(one, language, say),
            _description(one, language, say),
            _where(used.get(one.picture.name, {}), language, say),
        )
        for one in pictures
    )
    columns = tuple(say(f"pictures-{key}") for key in ("picture", "description", "where"))
    return join(
        heading(say("pictures")),
        paragraph(say("pictures-how")),
        table("pictures", say("pictures-table"), columns, rows),
    )


Place: TypeAlias = tuple[str, bool]
"""The heading under which a picture stands, and whether its description is read out there."""


def uses(documents: tuple[Document, ...]) -> dict[str, dict[Place, list[str]]]:
    """Picture → where it stands → editions in which it does, in reading order."""
    found: dict[str, dict[Place, list[str]]] = {}
    for document in documents:
        for where, picture in _placed(document):
            place = (where, bool(picture.alt))
            editions = found.setdefault(picture.name, {}).setdefault(place, [])
            if document.edition not in editions:
                editions.append(document.edition)
    return found


def _placed(document: Document) -> Iterator[tuple[str, Picture]]:
    if document.cover:
        yield _COVER, document.cover
    for section in sections_within(document.sections):
        where = heading_text(section)
        if section.picture:
            yield where, section.picture
        yield from ((where, picture) for picture in pictures_within(section.blocks))


def _description(one: SourcePicture, language: str, say: Saying) -> Html:
    if not one.picture.alt:
        return escape(say("pictures-decorates"))
    longer = (" ".join(words.split()) for words in words_of_blocks(one.description))
    told = (one.picture.alt, *filter(None, longer))
    return lines(say.marked(words, language) for words in told)


def _where(places: dict[Place, list[str]], language: str, say: Saying) -> Html:
    if not places:
        return escape(say("pictures-nowhere"))
    return lines(
        join(
            escape(say("pictures-cover")) if where == _COVER else say.marked(where, language),
            escape(f" ({say.listing(list(map(say.edition, editions)))})"),
            escape("" if heard else f", {say('pictures-silent')}"),
        )
        for (where, heard), editions in places.items()
    )


def _name(one: SourcePicture, language: str, say: Saying) -> Html:
    """Its name, who made it where that is known, and who agreed to be shown."""
    credit = ", ".join(filter(None, (one.picture.credit, one.picture.licence)))
    told = [escape(one.picture.name)]
    told += [say.marked(credit, language)] if credit else []
    consent = join(escape(f"{say('pictures-consent')} "), say.marked(one.consent, language))
    return lines([*told, consent] if one.consent else told)
