"""Layouts: what is compiled once, and which partners share it."""

from __future__ import annotations

import json
import pickle
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from exporter import fingerprint
from exporter.batch.plan import Partner
from exporter.brand import Brand, ContactLine
from exporter.edition import Edition, SlotBox, Theme
from exporter.formats import Settings, format_of
from exporter.load.brands import contact_line
from exporter.model import Document, Picture
from exporter.template import Template


@dataclass(frozen=True, slots=True)
class Layout:
    """One document in one edition and format, with one choice of sections."""

    document: str
    edition: str
    format: str
    leave_out: tuple[str, ...] = ()
    foreword: str = ""

    @property
    def file(self) -> str:
        """The file's name in a pack."""
        return f"{self.document}-{self.edition}.{self.format}"


@dataclass(frozen=True, slots=True)
class Compiled:
    """A layout's template and all that is needed to lay a partner out anew."""

    layout: Layout
    key: str
    template: Template = field(repr=False)
    document: Document = field(repr=False)
    edition: Edition
    settings: Settings
    witness: bytes = field(default=b"", repr=False)
    """A file of this template that was read back in full."""

    @property
    def engine(self) -> str:
        return format_of(self.layout.format, self.settings, self.document.language).engine


def compile_layout(
    layout: Layout, key: str, document: Document, edition: Edition, settings: Settings
) -> Compiled:
    """Compile one layout."""
    chosen = format_of(layout.format, settings, document.language)
    template = chosen.compile(document, edition.theme)
    return Compiled(layout, key, template, document, edition, settings)


def stamp(compiled: Compiled, brand: Brand) -> bytes:
    """One partner's file. Raises DoesNotFit."""
    chosen = format_of(compiled.layout.format, compiled.settings, compiled.document.language)
    return chosen.stamp(compiled.template, brand)


def with_more_room(compiled: Compiled) -> Iterator[Compiled]:
    """The same layout with boxes that hold twice and four times as much."""
    for factor in (2, 4):
        theme = _roomier(compiled.edition.theme, factor)
        edition = replace(compiled.edition, theme=theme)
        key = f"{compiled.key}-{factor}"
        yield compile_layout(compiled.layout, key, compiled.document, edition, compiled.settings)


def _roomier(theme: Theme, factor: float) -> Theme:
    def grown(box: SlotBox) -> SlotBox:
        return SlotBox(box.width, box.height * factor)

    return replace(
        theme,
        cover_line=grown(theme.cover_line),
        contact=grown(theme.contact),
        legal_line=grown(theme.legal_line),
    )


def layouts_of(
    partner: Partner,
    supplied: dict[str, tuple[str, ...]],
    editions: tuple[str, ...],
    formats: tuple[str, ...],
) -> Iterator[Layout]:
    """The files that a partner gets. `supplied`: document → editions that it has words for."""
    for document in partner.documents or tuple(supplied):
        for edition in partner.editions or editions:
            if edition not in supplied[document]:
                continue
            for format_name in partner.formats or formats:
                yield Layout(
                    document,
                    edition,
                    format_name,
                    tuple(sorted(partner.leave_out)),
                    partner.foreword,
                )


def brand_of(partner: Partner, base: Brand, logo: Picture | None = None) -> Brand:
    """The brand that a partner's files carry.

    Logo, contact and lines of the brand file belong to the publisher that it names: a partner of
    another name gets its own or none, never somebody else's.
    """
    own = base.publisher == partner.name
    contact = tuple(_contact(partner))
    return replace(
        base,
        publisher=partner.name,
        accent=partner.accent.lower() or base.accent,
        second=partner.second.lower() or base.second,
        logo=logo or (base.logo if own else None),
        contact=(ContactLine("name", partner.name), *contact)
        if contact or not own
        else base.contact,
        cover_line=partner.cover_line or (base.cover_line if own else ""),
        legal_line=partner.legal_line or (base.legal_line if own else ""),
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


class Store:
    """Compiled layouts on disk, so that any process can take one up."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def put(self, compiled: Compiled) -> None:
        fingerprint.write_whole(self._file(compiled.key), pickle.dumps(compiled, protocol=5))

    def get(self, key: str) -> Compiled | None:
        """The layout of this key. What cannot be read is compiled again."""
        file = self._file(key)
        if not file.is_file():
            return None
        try:
            return _taken_up(file, file.stat().st_mtime_ns)
        except (pickle.UnpicklingError, EOFError, AttributeError, ImportError, OSError):
            return None

    def put_proof(self, proof: dict[str, Any]) -> None:
        """Keep what was found when the template of this key was proved."""
        file = self.folder / f"{proof['key']}.json"
        fingerprint.write_whole(file, json.dumps(proof).encode())

    def proof(self, key: str) -> dict[str, Any]:
        """What was found about a template; empty when it was never proved."""
        try:
            found = json.loads((self.folder / f"{key}.json").read_bytes())
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}

    def keep_only(self, keys: set[str]) -> None:
        """Forget layouts that no partner uses any more."""
        for file in (*self.folder.glob("*.pickle"), *self.folder.glob("*.json")):
            if file.stem not in keys:
                file.unlink(missing_ok=True)

    def _file(self, key: str) -> Path:
        return self.folder / f"{key}.pickle"


@lru_cache(maxsize=32)
def _taken_up(file: Path, _changed: int) -> Compiled:
    # only files that this program wrote into its own .state folder are ever unpickled
    compiled = pickle.loads(file.read_bytes())
    if not isinstance(compiled, Compiled):
        raise pickle.UnpicklingError
    return compiled
