"""The brands of a folder: those of its own can be changed here, others be made one's own first."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from os.path import lexists
from pathlib import Path

from exporter.authored.files import bytes_of
from exporter.authored.findings import Findings
from exporter.brand import Brand
from exporter.diagnostics import NOWHERE, Diagnostic, SourceError
from exporter.fingerprint import write_whole
from exporter.load.looks import name_of
from exporter.making.logos import logo_findings
from exporter.making.order import HOUSE
from exporter.model import Picture
from exporter.saving import NotSaved
from exporter.starter import brand_text as starter_text
from exporter.studio.advice import advised
from exporter.studio.deliver import brand_text
from exporter.studio.deliver.one_file import OneFile
from exporter.studio.desk import Desk
from exporter.studio.naming import NAME, free
from exporter.studio.previewing import for_everybody
from exporter.studio.saying import say
from exporter.studio.store import Store
from exporter.studio.view import Unknown
from exporter.styles import folder as styles_folder
from exporter.styles.brands import LARGEST_LOGO, load_brand, logo_picture, read_brand

_SUFFIX = {"svg": "svg", "png": "png", "jpeg": "jpg"}


class Refused(ValueError):
    """A change that would make a brand wrong. `findings` say how, in its reader's words."""

    def __init__(self, findings: Sequence[Diagnostic]) -> None:
        self.findings = tuple(findings)
        super().__init__(" ".join(map(advised, findings)))


@dataclass(frozen=True, slots=True)
class Shown:
    """A brand as it is typed, and as its reader reads it."""

    name: str
    own: bool
    """Whether it lies in the user's own folder, so that it can be changed here."""
    brand: Brand | None = field(repr=False)
    """None where it cannot be read."""
    fields: Mapping[str, str]
    contacts: tuple[brand_text.Contact, ...]
    faults: tuple[Diagnostic, ...] = ()
    steps: tuple[int, int] = (0, 0)


class BrandDesk:
    """The brands that documents and partners of a folder can have."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        own = styles_folder.searched(desk.styles)[0]
        self._styles, self._folder = own, own / "brands"
        self._files: dict[str, OneFile] = {}

    def names(self) -> tuple[str, ...]:
        every = styles_folder.names("brands", self._desk.styles)
        first = [one for one in every if one == HOUSE]
        return (*first, *(one for one in every if one != HOUSE and NAME.fullmatch(one)))

    def publisher(self, name: str) -> str:
        """Who gives files out under a brand; empty where it cannot be read."""
        try:
            return load_brand(name, self._desk.styles).publisher
        except SourceError:
            return ""

    def is_own(self, name: str) -> bool:
        return self._path(name).is_file()

    def shown(self, name: str) -> Shown:
        """A brand. Raises Unknown."""
        if name not in self.names():
            raise Unknown
        found = styles_folder.find(f"brands/{name}.yaml", self._desk.styles)
        text = bytes_of(found).decode("utf-8", "replace") if found else ""
        brand: Brand | None = None
        faults: tuple[Diagnostic, ...] = ()
        try:
            brand = load_brand(name, self._desk.styles)
            faults = tuple(self._of_logo(brand))
        except SourceError as error:
            faults = tuple(error.findings)
        fields: Mapping[str, str] = {}
        contacts: tuple[brand_text.Contact, ...] = ()
        with suppress(NotSaved):
            fields, contacts = brand_text.fields_of(text), brand_text.contacts_of(text)
        steps = self._file(name).steps
        return Shown(name, self.is_own(name), brand, fields, contacts, faults, steps)

    def _of_logo(self, brand: Brand) -> list[Diagnostic]:
        """What readers would not see of its logo, in the box of any edition that everybody gets."""
        boxes = {one.theme.logo for one in for_everybody(self._desk.styles)}
        found = (one for box in boxes for one in logo_findings(brand, box))
        return list(dict.fromkeys(found))

    # ---- changes -------------------------------------------------------------------------------

    def begin(self, publisher: str) -> str:
        """A new brand to fill in; gives its name. Raises ValueError without a publisher."""
        publisher = " ".join(publisher.split())
        if not publisher:
            raise ValueError(say("brand-needs-publisher"))
        known = self.names()
        name = free(
            name_of(publisher, "brand"), lambda one: one in known or self._path(one).exists()
        )
        self._file(name).change(lambda _: starter_text(publisher))
        return name

    def make_own(self, name: str) -> None:
        """Copy a brand that came with the program, and its logo, into the user's own folder."""
        shown = self.shown(name)
        found = styles_folder.find(f"brands/{name}.yaml", self._desk.styles)
        if shown.own or found is None:
            return
        text = bytes_of(found).decode("utf-8", "replace")
        logo = shown.fields.get("logo.file", "")
        picture = shown.brand.logo if shown.brand else None
        if picture and NAME.fullmatch(logo) and not (self._folder / logo).exists():
            self._write(self._folder / logo, picture.data)
        self._file(name).change(lambda _: text)

    def save(self, name: str, wanted: Mapping[str, str], what: str = "") -> None:
        """Other words in the fields of a brand; a step with those of the same `what` before it.

        Raises Refused, NotSaved, Unknown.
        """
        self._change(name, lambda text: brand_text.with_fields(text, wanted), what)

    def save_logo(self, name: str, called: str, data: bytes, alt: str) -> None:
        """Another logo: only its picture is kept, under a name that nothing has yet.

        Raises Refused with what is wrong with the picture, ValueError without its words.
        """
        if not alt.strip():
            raise ValueError(say("logo-needs-words"))
        if len(data) > LARGEST_LOGO:
            raise ValueError(say("logo-too-large"))
        findings = Findings()
        logo = logo_picture(called or "logo", data, alt, NOWHERE, findings)
        if logo is None:
            raise Refused(tuple(findings))
        self.own(name)
        file = self._free(name, _SUFFIX[logo.media])
        self._write(file, logo.data)
        try:
            self._change(name, lambda text: brand_text.with_logo(text, file.name, alt))
        except BaseException:
            file.unlink(missing_ok=True)
            raise

    def remove_logo(self, name: str) -> None:
        """Without its logo; the file of the picture stays."""
        self._change(name, brand_text.without_logo)

    def own(self, name: str) -> OneFile:
        """The file of a brand that can be changed here. Raises Unknown."""
        if name not in self.names() or not self.is_own(name):
            raise Unknown
        return self._file(name)

    def brand(self, name: str) -> Brand:
        """A brand as its reader reads it. Raises Unknown, also where it cannot be read."""
        if name not in self.names():
            raise Unknown
        try:
            return load_brand(name, self._desk.styles)
        except SourceError:
            raise Unknown from None

    def logo(self, name: str) -> Picture:
        """Its logo. Raises Unknown."""
        logo = self.brand(name).logo
        if logo is None:
            raise Unknown
        return logo

    # ---- files ---------------------------------------------------------------------------------

    def _path(self, name: str) -> Path:
        return self._folder / f"{name}.yaml"

    def _file(self, name: str) -> OneFile:
        """Always the same one, for it lets one change in at a time."""
        file = OneFile(self._path(name), self._styles, self.store(name))
        return self._files.setdefault(name, file)

    def store(self, name: str) -> Store:
        """What is kept of a brand between two runs."""
        return Store(self._desk.output / ".state" / "studio" / f".brand-{name}")

    def _free(self, name: str, suffix: str) -> Path:
        stem = free(name, lambda one: lexists(self._folder / f"{one}.{suffix}"))
        return self._folder / f"{stem}.{suffix}"

    def _write(self, file: Path, data: bytes) -> None:
        if not self._folder.resolve().is_relative_to(self._styles.resolve()):
            raise NotSaved(say("file-leads-elsewhere"))
        file.parent.mkdir(parents=True, exist_ok=True)
        write_whole(file, data)

    def _change(self, name: str, change: Callable[[str], str], what: str = "") -> None:
        def looked_at(text: str) -> str:
            made = change(text)
            if made != text:
                self._look(name, made)
            return made

        self.own(name).change(looked_at, what)

    def _look(self, name: str, text: str) -> None:
        """Read a brand as it would be, beside the one that is. Raises Refused.

        What was wrong before stops nobody who mends something else.
        """
        with tempfile.NamedTemporaryFile(
            dir=self._folder, prefix=".", suffix=".part", delete=False
        ) as file:
            file.write(text.encode())
        beside = Path(file.name)
        try:
            faults = _faults(name, beside)
        finally:
            with suppress(OSError):
                beside.unlink()
        known = {(one.code, one.message) for one in _faults(name, self._path(name))}
        new = [one for one in faults if (one.code, one.message) not in known]
        if new:
            raise Refused(new)


def _faults(name: str, file: Path) -> tuple[Diagnostic, ...]:
    try:
        read_brand(name, file)
    except SourceError as error:
        return tuple(error.findings)
    return ()
