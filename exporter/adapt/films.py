"""A film or a recording: the link that plays it, what people must know first, and on paper a code.

How long it is, whether it has captions, sign language and a voice that describes it, and where its
words can be read: people choose by these (WCAG 2.2, 1.2.1 to 1.2.6). Nothing is embedded: a player
would need a network.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, TypeAlias, assert_never

from exporter.adapt.codes import code_for
from exporter.adapt.inlines import Filler
from exporter.model import (
    Blocks,
    Box,
    Inlines,
    Item,
    Link,
    List,
    Paragraph,
    QrCode,
    in_language,
)
from exporter.source import Media

Wording: TypeAlias = Literal["media", "easy-media"]


def film_box(media: Media, filler: Filler) -> Box:
    """All that is said of it, under what it is: a film, a recording, a recorded talk."""
    plan, words = filler.plan, filler.plan.words.together("media-")
    length = f" ({words('media-minutes', minutes=int(media.minutes))})" if media.minutes else ""
    facts = " ".join(_facts(media, filler, "media"))
    after = f"{length}. {facts}".rstrip() if length or facts else ""
    blocks: Blocks = (
        Paragraph((*_link(media, filler), *in_language(after, plan.other("media-")))),
    )
    label = plan.words(f"media-{media.kind}")
    blocks = (*blocks, *_transcript(media, filler, "media"), *_code(media, filler))
    other = plan.other(f"media-{media.kind}")
    return Box("media", label, blocks, anchor=media.name, label_language=other)


def film_in_easy_read(media: Media, said: str, filler: Filler) -> Blocks:
    """The link, then each fact as a short sentence on a line of its own. A length that the
    author's words, `said`, tell is not told again."""
    other = filler.plan.other("easy-media-", "media-")
    facts = [*_length(media, said, filler), *_facts(media, filler, "easy-media")]
    lines = [Paragraph(in_language(fact, other)) for fact in facts]
    lines += _transcript(media, filler, "easy-media")
    told: Blocks = tuple(lines)
    if len(lines) > 1:  # one alone is no list
        told = (List("bullet", tuple(Item((line,)) for line in lines)),)
    return (Paragraph(_link(media, filler)), *told, *_code(media, filler))


def _code(media: Media, filler: Filler) -> tuple[QrCode, ...]:
    return code_for(media.link, filler.plan.words, filler.plan.source.language)


def _link(media: Media, filler: Filler) -> Inlines:
    return filler.fill((Link(filler.plan.title_of(media), media.link),))


def _length(media: Media, said: str, filler: Filler) -> Iterator[str]:
    if media.minutes and media.minutes not in said.split():
        words = filler.plan.words.together("easy-media-", "media-")
        yield words("easy-media-minutes", minutes=int(media.minutes))


def _facts(media: Media, filler: Filler, wording: Wording) -> Iterator[str]:
    """A sentence for each thing that is true of it. Sound alone needs no captions."""
    groups = ("media-",) if wording == "media" else ("easy-media-", "media-")
    words = filler.plan.words.together(*groups)
    if media.captions is not None and media.kind != "audio":
        yield words(f"{wording}-captions" if media.captions else f"{wording}-no-captions")
    match media.signed:
        case "yes":
            yield words("media-signed")
        case "bsl" | "isl":
            yield words(f"media-signed-{media.signed}")
        case "no":
            pass
        case _:
            assert_never(media.signed)
    if media.described:
        yield words(f"{wording}-described")


def _transcript(media: Media, filler: Filler, wording: Wording) -> tuple[Paragraph, ...]:
    if not media.transcript:
        return ()
    said: Inlines = filler.plan.says(f"{wording}-transcript")
    return (Paragraph(filler.fill((Link(said, media.transcript),))),)
