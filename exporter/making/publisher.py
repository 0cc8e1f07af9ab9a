"""Whose document it is: what is said of its publisher is true, or is not said.

A brand that came with the program, or a name that only keeps a place, is nobody's. And one pack
that gives two numbers for “us” sends some readers to somebody else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from exporter.brand import Brand
from exporter.diagnostics import Diagnostic, Place, Severity
from exporter.languages import primary
from exporter.model import Document
from exporter.source import PUBLISHER, Contact, Source, contacts_in
from exporter.walk import blocks_within, parts, plain_text, sections_within

PLACEHOLDER = "publisher-placeholder"
UNREACHABLE = "publisher-unreachable"
TWO_WAYS = "publisher-two-numbers"

_NOBODY = re.compile(
    r"(?:the )?(?:name of )?(?:your|my|our) (?:own )?"
    r"(?:organi[sz]ation|charity|company|council|group|name|trust|service)(?:'s name)?"
    r"|todo|tbc|tba|xxx+|name|publisher|organi[sz]ation|house",
    re.IGNORECASE,
)
"""Names that only keep the place of one."""


_OWN_BRAND = """publisher: The name of your organisation
colours: {accent: "#0f5c63", second: "#c9862b"}
contact:
  - phone: 01632 960123
  - email: name@example.org
"""
"""A whole brand, to begin with."""


def contact_of(brand: Brand) -> Contact:
    """How readers reach the publisher: the first way of each kind."""

    def first(kind: str) -> str:
        return next((one.url or one.words for one in brand.contact if one.kind == kind), "")

    post = tuple(line.strip() for line in first("post").split(",") if line.strip())
    return Contact(
        name=first("name") or brand.publisher,
        phone=next((one.words for one in brand.contact if one.kind == "phone"), ""),
        email=next((one.words for one in brand.contact if one.kind == "email"), ""),
        web=first("web"),
        post=post,
    )


def publisher_in(source: Source, brand: Brand) -> Contact | None:
    """Whom readers of a brand's file reach, where the author asks for that; else None."""
    return contact_of(brand) if shows_publisher(source) else None


def shows_publisher(source: Source) -> bool:
    """Whether the author asks for the contact of whoever gives the document out."""
    own = any(name == PUBLISHER and one.place.file for name, one in source.contacts)
    return not own and PUBLISHER in contacts_in(source.sections)


def publisher_findings(brand: Brand, source: Source) -> Iterator[Diagnostic]:
    """That the publisher is nobody, or that nobody can reach it though the text says how."""
    released = source.status == "released"
    matters = Severity.MUST_FIX if released else Severity.PLEASE_ANSWER
    if brand.packaged:
        yield Diagnostic(
            code=PLACEHOLDER,
            message=f"The cover and the last page say “{brand.publisher}”: an example that came "
            "with the program, with its phone number and its address.",
            place=source.place,
            severity=matters,
            hint="No  styles/brands/house.yaml  is in the folder where you work. Make one of these "
            "lines, with your own name and contact; or name the folder of yours with  --styles",
            words=brand.publisher,
            suggestion=_OWN_BRAND,
        )
    elif is_nobody(brand.publisher):
        yield Diagnostic(
            code=PLACEHOLDER,
            message=f"The cover and the last page say “{brand.publisher}”.",
            place=brand.place,
            severity=matters,
            hint="Write the name of your organisation:  publisher: …",
            words=brand.publisher,
        )
    elif shows_publisher(source) and not ways_of(contact_of(brand)):
        yield Diagnostic(
            code=UNREACHABLE,
            message="The text says how to reach the publisher (contact: publisher), and "
            f"{brand.publisher} has no phone number and no address.",
            place=brand.place,
            severity=matters,
            hint="Write, for example:  contact: [{phone: …}, {email: …}]",
        )


def is_nobody(name: str) -> bool:
    """Whether a publisher's name only keeps the place of one."""
    return _NOBODY.fullmatch(" ".join(name.split()).strip(" .…[]<>{}“”\"'")) is not None


def ways_of(contact: Contact) -> tuple[str, ...]:
    """All that readers of a contact can phone, write to or look at."""
    return tuple(filter(None, (contact.phone, contact.email, contact.web, *contact.post)))


# ---- two numbers for “us” ----------------------------------------------------------------------

_PHONE = re.compile(r"(?<![\w.,/-])\+?\(?\d[\d\s()-]{7,16}\d(?![\w/-])")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_WE_ARE = re.compile(
    r"\b[Ww]e are ((?:[Tt]he )?[A-Z][\w&’'-]*(?: (?:of |and |for |the )*[A-Z][\w&’'-]*)+)"
)
"""“We are The Working Together Project.” """
_US = re.compile(r"\b(?:us|we|our)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Said:
    """A phone number, an e-mail address or a name that the text gives as “ours”."""

    kind: Literal["phone", "email", "name"]
    words: str
    place: Place


def said_of_us(
    source: Source, documents: Iterable[Document], leave_out: frozenset[str] = frozenset()
) -> tuple[Said, ...]:
    """What contacts that the text shows give, and sentences that say “us”; each once."""
    found: dict[tuple[str, str], Said] = {}
    sentences = (one for document in documents for one in _in_sentences(document))
    for one in (*_of_contacts(source, leave_out), *sentences):
        found.setdefault((one.kind, _same(one.kind, one.words)), one)
    return tuple(found.values())


def two_numbers(
    brand: Brand, said: Iterable[Said], *, partner: bool = False
) -> Iterator[Diagnostic]:
    """Each number and address in the text that is not the publisher's own.

    In a `partner`'s file it is somebody else's even where the partner has none of its kind.
    """
    reached = partner and bool(ways_of(contact_of(brand)))
    for one in said:
        if one.kind == "name":
            if partner and not _is_called(one.words, brand):
                yield _two_names(brand, one)
            continue
        own = [line.words for line in brand.contact if line.kind == one.kind]
        known = {_same(one.kind, words) for words in own}
        if not (known or reached) or _same(one.kind, one.words) in known:
            continue
        called = "phone number" if one.kind == "phone" else "e-mail address"
        other = f"that of {brand.publisher}, {own[0]}" if own else "another way"
        yield Diagnostic(
            code=TWO_WAYS,
            message=f"The text gives the {called} {one.words}, and the last page {other}: readers "
            "cannot tell which is the publisher's.",
            place=one.place,
            severity=Severity.PLEASE_ANSWER,
            hint="If it is the publisher's, write  contact: publisher  : whoever gives the "
            "document out has their own there. If it is somebody else's, say so in the text, and "
            f"answer in document.yaml:  accept: {{rule: {TWO_WAYS}, because: …}}",
            words=one.words,
        )


def _is_called(name: str, brand: Brand) -> bool:
    """Whether a brand has this name, or one that begins or ends so."""
    known = [brand.publisher, *(one.words for one in brand.contact if one.kind == "name")]
    plain = name.casefold().removeprefix("the ")
    return any(plain in one.casefold() or one.casefold() in plain for one in known)


def _two_names(brand: Brand, said: Said) -> Diagnostic:
    return Diagnostic(
        code=TWO_WAYS,
        message=f"The text says “We are {said.words}”, and the cover {brand.publisher}.",
        place=said.place,
        severity=Severity.PLEASE_ANSWER,
        hint=f"Write what is true in everybody's files: “{said.words} wrote this.” Or answer in "
        f"document.yaml:  accept: {{rule: {TWO_WAYS}, because: …}}",
        words=said.words,
    )


def _of_contacts(source: Source, leave_out: frozenset[str]) -> Iterator[Said]:
    shown = set(contacts_in(source.sections, leave_out))
    for name, contact in source.contacts:
        if name not in shown or (name == PUBLISHER and not contact.place.file):
            continue
        if contact.phone:
            yield Said("phone", contact.phone, contact.place)
        if contact.email:
            yield Said("email", contact.email, contact.place)


def _in_sentences(document: Document) -> Iterator[Said]:
    """Numbers and addresses in paragraphs that somebody typed, and that say “us”."""
    if primary(document.language) != "en":
        return
    for section in sections_within(document.sections):
        for block in blocks_within(section.blocks):
            for words in (part for part in parts(block).content if isinstance(part, tuple)):
                text = plain_text(words).replace("\u00a0", " ")
                place = block.place if block.place.file else section.place
                yield from (Said("name", one, place) for one in _WE_ARE.findall(text))
                if _US.search(text):
                    yield from (Said("phone", one, place) for one in _PHONE.findall(text))
                    yield from (Said("email", one, place) for one in _EMAIL.findall(text))


def _same(kind: str, words: str) -> str:
    """What makes two of a kind the same: +44 1632 960123 and 01632 960123 are one number."""
    digits = "".join(sign for sign in words if sign.isdecimal())
    return digits[-9:] if kind == "phone" else words.casefold()


def answered(found: Iterable[Diagnostic], source: Source) -> Iterator[Diagnostic]:
    """The findings, for information where the author has answered them for the document."""
    answers = {one.rule: one.because for one in source.accept}
    for one in found:
        because = answers.get(one.code)
        askable = one.severity is not Severity.MUST_FIX
        yield one.answered(because) if because is not None and askable else one
