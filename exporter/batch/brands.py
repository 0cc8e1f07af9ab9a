"""The brand that a partner's files carry: a brand's file, and what the plan says on top of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from exporter import fingerprint
from exporter.authored.files import Folder
from exporter.authored.findings import Findings
from exporter.batch.partner import Partner
from exporter.brand import Brand, ContactLine
from exporter.diagnostics import NOWHERE, Place, SourceError
from exporter.model import Picture
from exporter.styles.brands import contact_line, load_brand, logo_picture
from exporter.styles.folder import Styles

_LARGEST_LOGO = 2_000_000


class CannotError(Exception):
    """Why a pack cannot be delivered, in one sentence."""


class Brands:
    """Every brand file, read once. A broken one stops its partners only."""

    def __init__(self, styles: Styles | None, plan: Path) -> None:
        self._styles, self._plan = styles, plan
        self._known: dict[str, Brand | str] = {}
        self._logos: dict[str, Picture | str] = {}

    def of(self, partner: Partner) -> Brand:
        """The partner's brand. Raises CannotError with the reason."""
        base = self._base(partner.brand)
        if isinstance(base, str):
            raise CannotError(base)
        return brand_of(partner, base, self._logo(partner))

    def _base(self, name: str) -> Brand | str:
        if name not in self._known:
            try:
                self._known[name] = load_brand(name, self._styles)
            except SourceError as error:
                self._known[name] = said(error)
        return self._known[name]

    def _logo(self, partner: Partner) -> Picture | None:
        """The logo that the plan names for one partner."""
        if not partner.logo:
            return None
        if partner.logo not in self._logos:
            self._logos[partner.logo] = self._read_logo(partner.logo, partner.at("logo"))
        logo = self._logos[partner.logo]
        if isinstance(logo, str):
            raise CannotError(logo)
        return replace(logo, alt=partner.logo_alt)

    def _read_logo(self, file: str, place: Place) -> Picture | str:
        """The logo, or why it cannot be used."""
        findings = Findings()
        data = Folder(self._plan.parent).read(file, _LARGEST_LOGO, findings, place)
        logo = None if data is None else logo_picture(file, data, "", NOWHERE, findings)
        if any(finding.code == "file-absent" for finding in findings):
            return f"The logo “{file}” is not in {self._plan.parent.as_posix()}, beside the plan."
        return logo or " ".join(f"{one.message} {one.hint}".strip() for one in findings)


def said(error: SourceError) -> str:
    """All that is wrong, as sentences in one line, each with its place."""
    return " ".join(
        f"{finding.place}: {finding.message}" if finding.place.file else finding.message
        for finding in error.findings
    )


def brand_of(partner: Partner, base: Brand, logo: Picture | None = None) -> Brand:
    """The brand that a partner's files carry.

    Logo, contact and lines of the brand file belong to the publisher that it names: a partner of
    another name gets its own or none, never somebody else's.
    """
    own = base.publisher == partner.name
    contact = tuple(_contact(partner))
    if contact or not own:
        contact = (ContactLine("name", partner.name), *contact)
    return replace(
        base,
        publisher=partner.name,
        accent=partner.accent.lower() or base.accent,
        second=partner.second.lower() or base.second,
        adjust=partner.adjust or base.adjust,
        logo=logo or (base.logo if own else None),
        contact=contact or base.contact,
        cover_line=partner.cover_line or (base.cover_line if own else ""),
        legal_line=partner.legal_line or (base.legal_line if own else ""),
        packaged=base.packaged and own,
        place=base.place if own else partner.at("name"),
    )


def _contact(partner: Partner) -> Iterator[ContactLine]:
    if partner.phone:
        yield contact_line("phone", partner.phone)
    if partner.email:
        yield contact_line("email", partner.email)
    if partner.web:
        yield contact_line("web", partner.web)
    if partner.post:
        yield contact_line("post", partner.post)


def facts_of(brand: Brand) -> tuple[str, str]:
    """All of a brand that a file shows; a picture's bytes are not in its `repr`."""
    return repr(replace(brand, file="", logo=None)), look_of(brand)


def look_of(brand: Brand) -> str:
    """Which brands look alike on a cover: their colours and their logo."""
    return fingerprint.key_of(brand.accent, brand.second, _logo_key(brand.logo))


@lru_cache(maxsize=1024)
def _logo_key(logo: Picture | None) -> str:
    return fingerprint.key_of(repr(logo), _sum(logo.data)) if logo else ""


@lru_cache(maxsize=256)
def _sum(data: bytes) -> str:
    return fingerprint.sha256(data)
