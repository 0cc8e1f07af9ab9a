"""Rules on links."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exporter.checks.reading import Passage, Reading
from exporter.checks.rule import FOR_INFORMATION, PLEASE_ANSWER, Finding, at, rule
from exporter.checks.word_lists import lines
from exporter.rules import ENGLISH, EVERY_LANGUAGE


@rule(
    "link-vague",
    title="The words of a link say where it goes.",
    reason="Many people jump from link to link. “Here, here, more, here” is what they hear.",
    to_do="Make a link of the page’s name, for example “the guide of the River Trust”.",
    cites=("WCAG 2.4.4", "S31 A"),
    languages=ENGLISH,
    easy_read=PLEASE_ANSWER,
    prints=PLEASE_ANSWER,
)
def link_vague(reading: Reading) -> Iterator[Finding]:
    for passage in reading.passages:
        for link in passage.links:
            if link.text.lower().strip(" .:>»→") in lines("vague_links"):
                yield at(
                    passage, f"The link “{link.text}” does not say where it goes.", words=link.text
                )


@rule(
    "link-bare-address",
    title="A link has words, not a long address.",
    reason="A screen reader reads an address letter by letter, and nobody can remember it.",
    to_do="Write the name of the page as the words of the link. Print adds the address by itself.",
    cites=("S31 A", "S11 A", "WCAG 2.4.4"),
    languages=EVERY_LANGUAGE,
    easy_read=PLEASE_ANSWER,
    prints=PLEASE_ANSWER,
)
def link_bare_address(reading: Reading) -> Iterator[Finding]:
    for passage in reading.passages:
        if passage.kind in ("contact", "cited", "source"):
            continue
        for link in passage.links:
            text = link.text.strip()
            long = len(text) > 40 or text.count("/") > 3
            if not link.inside and re.match(r"(?i:https?://|www\.)\S++$", text) and long:
                yield at(passage, f"The words of this link are its address: {text}.", words=text)


@rule(
    "link-same-words",
    title="The same words do not lead to two places.",
    reason="In a list of links nobody can tell them apart.",
    to_do="Say in each what is special about its page: “the map of Ely”, “the map of March”.",
    cites=("WCAG 2.4.4", "WCAG 2.4.9"),
    languages=EVERY_LANGUAGE,
    easy_read=PLEASE_ANSWER,
    prints=PLEASE_ANSWER,
)
def link_same_words(reading: Reading) -> Iterator[Finding]:
    seen: dict[str, str] = {}
    for passage in reading.passages:
        for link in passage.links:
            key = link.text.lower().strip()
            if key in lines("vague_links"):
                continue
            if seen.setdefault(key, link.target) != link.target:
                yield at(
                    passage,
                    f"Two links say “{link.text}” and lead to different places.",
                    words=link.text,
                )


_TYPED = re.compile(
    r"\b(?i:https?://|www\.)[\w./?=&%-]+\w|\b[\w.+-]{1,64}+@[\w-]{1,63}+\.[\w.]{1,190}\w"
)


@rule(
    "address-not-a-link",
    title="An address in the text is a link.",
    reason="On a screen people want to press it; typing it out is slow and goes wrong.",
    to_do="Write it as a link: <https://example.org> or [the words](https://example.org).",
    cites=("S31 A", "S-own"),
    languages=EVERY_LANGUAGE,
    easy_read=FOR_INFORMATION,
    prints=FOR_INFORMATION,
    needs="document",
)
def address_not_a_link(reading: Reading) -> Iterator[Finding]:
    for passage in reading.passages:
        linked = " ".join(link.text for link in passage.links)
        for match in _TYPED.finditer(passage.shown):
            if match.group() not in linked and not _contact(passage):
                found = match.group()
                yield at(
                    passage,
                    f"The address “{found}” is not a link.",
                    words=found,
                    hint=_as_link(found),
                )


def _as_link(address: str) -> str:
    """How this address is typed as a link."""
    if "@" in address:
        return f"Write it as a link: [{address}](mailto:{address})"
    if address.startswith("www."):
        return f"Write it as a link: [the words](https://{address})"
    return ""


def _contact(passage: Passage) -> bool:
    return passage.kind in ("contact", "cited", "source")
