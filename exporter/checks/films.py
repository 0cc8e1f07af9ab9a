"""Rules on films and recordings: what people must know before they press play."""

from __future__ import annotations

from collections.abc import Iterator

from exporter.checks.reading import Reading
from exporter.checks.rule import PLEASE_ANSWER, Finding, rule
from exporter.qr_codes import LONGEST, is_too_long
from exporter.rules import EVERY_LANGUAGE
from exporter.source import Media, SourceSection, every_section


@rule(
    "film-length-missing",
    title="A film or a recording says how long it is.",
    reason="Some people pay for each minute on a telephone; some cannot sit or listen for long.",
    to_do="Write how many minutes it lasts, as in “minutes: 4”.",
    cites=("S20 A", "S-own"),
    languages=EVERY_LANGUAGE,
    easy_read=PLEASE_ANSWER,
    prints=PLEASE_ANSWER,
    needs="source",
)
def film_length_missing(reading: Reading) -> Iterator[Finding]:
    for section, media in _shown(reading):
        if not media.minutes:
            yield _at(section, media, f"{_called(media)} does not say how long it is.")


@rule(
    "film-captions-missing",
    title="A film has captions.",
    reason="Deaf people, and all who watch it without sound, read what is said.",
    to_do="Look at the film. Write “captions: yes” if what is said can be read in it. If not, ask "
    "whoever made it for captions, and write “captions: no” until they are there.",
    cites=("WCAG 1.2.2",),
    languages=EVERY_LANGUAGE,
    easy_read=PLEASE_ANSWER,
    prints=PLEASE_ANSWER,
    needs="source",
)
def film_captions_missing(reading: Reading) -> Iterator[Finding]:
    for section, media in _shown(reading):
        if media.kind == "audio" or media.captions:
            continue
        if media.captions is None:
            yield _at(section, media, f"{_called(media)} does not say whether it has captions.")
        else:
            yield _at(section, media, f"{_called(media)} has no captions.")


@rule(
    "film-text-missing",
    title="What is said and shown in a film or a recording can be read as well.",
    reason="Deaf people read what a recording says. Blind people need what a film shows in words: "
    "in a text, or from a voice that describes it.",
    to_do="Put the words on a web page, and write its address, as in “transcript: https://…”. If a "
    "voice in the film tells what is to be seen, write “described: yes”.",
    cites=("WCAG 1.2.1", "WCAG 1.2.3", "WCAG 1.2.5"),
    languages=EVERY_LANGUAGE,
    easy_read=PLEASE_ANSWER,
    prints=PLEASE_ANSWER,
    needs="source",
)
def film_text_missing(reading: Reading) -> Iterator[Finding]:
    for section, media in _shown(reading):
        heard = media.kind == "audio"
        if media.transcript or (media.described and not heard):
            continue
        message = f"There is nowhere to read what {_called(media)} says."
        if not heard:
            message = f"{_called(media)} has no text and no audio description."
        yield _at(section, media, message)


@rule(
    "address-without-code",
    title="An address that paper shows is short enough for a QR code.",
    reason="On paper nobody can press a link. A code of so many bytes has squares that a telephone "
    "cannot tell apart, so there is none, and nobody types so long an address.",
    to_do="Take a shorter address of the page, without what stands behind a question mark.",
    cites=("S-own",),
    languages=EVERY_LANGUAGE,
    easy_read=PLEASE_ANSWER,
    prints=PLEASE_ANSWER,
    needs="source",
)
def address_without_code(reading: Reading) -> Iterator[Finding]:
    source = reading.source
    assert source is not None
    if is_too_long(source.published):
        message = f"The address of “published:” {_too_long(source.published)}"
        yield Finding(message=message, place=source.place)
    for section, media in _shown(reading):
        if is_too_long(media.link):
            yield _at(section, media, f"The address of {_called(media)} {_too_long(media.link)}")


def _too_long(url: str) -> str:
    size = len(url.encode())
    return f"has {size:,} bytes. {LONGEST} are the most for a QR code, and paper shows none."


def _shown(reading: Reading) -> Iterator[tuple[SourceSection, Media]]:
    """Every film and recording of the source, with its section."""
    assert reading.source is not None
    for section in every_section(reading.source.sections):
        yield from ((section, media) for media in section.media)


def _called(media: Media) -> str:
    return f"“{media.title or media.name}”"


def _at(section: SourceSection, media: Media, message: str) -> Finding:
    return Finding(message=message, place=media.place, section=section.name)
