"""Reading a brand: colours, logo and words, from styles/brands/<name>.yaml or a `_brand.yml`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from exporter.authored.files import Folder, text_of
from exporter.authored.findings import Findings, did_you_mean
from exporter.authored.located_yaml import Data, Located, read_yaml
from exporter.authored.raster import PictureFault, read_raster
from exporter.authored.svg import read_svg
from exporter.brand import Brand, ContactKind, ContactLine
from exporter.diagnostics import Diagnostic, Place, SourceError
from exporter.load.pictures import looks_like_svg
from exporter.model import Picture
from exporter.rules import table
from exporter.styles import folder as styles_folder

_KEYS = ("publisher", "colours", "logo", "contact", "cover_line", "legal_line", "adjust")
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_LARGEST_LOGO = 2_000_000
_CONTACTS: tuple[ContactKind, ...] = ("name", "phone", "email", "web", "post")


def load_brand(name: str, styles: Path | None = None) -> Brand:
    """One brand, or SourceError with everything that is wrong with it."""
    file = styles_folder.find(f"brands/{name}.yaml", styles)
    if file is None:
        known = ", ".join(styles_folder.names("brands", styles))
        message = f"There is no brand “{name}”. There are: {known}."
        raise SourceError([Diagnostic(code="brand-unknown", message=message)])
    return read_brand(name, file)


def read_brand(name: str, file: Path) -> Brand:
    """A brand from a file of ours, or from one that Quarto calls `_brand.yml`."""
    findings = Findings()
    text = text_of(file.read_bytes(), str(file), findings)
    located = read_yaml(text, str(file), findings) if text is not None else None
    if located is None:
        raise SourceError([*findings, _fault("This brand's file is empty.", Place(str(file)))])
    if "color" in located.data:
        located.data.update(_from_quarto(located.data))
    reader = _Reader(name, file, located, findings)
    brand = reader.brand()
    faults = [*findings, *reader.faults]
    if faults:
        raise SourceError(faults)
    return brand


class _Reader:
    def __init__(self, name: str, file: Path, located: Located, findings: Findings) -> None:
        self.name, self.file, self.located, self.findings = name, file, located, findings
        self.faults: list[Diagnostic] = []

    def brand(self) -> Brand:
        data = self.located.data
        quarto = "color" in data
        for key in data if not quarto else ():
            if key not in _KEYS:
                self.fault((key,), f"A brand has no “{key}”. {did_you_mean(key, _KEYS)}".strip())
        adjust = str(data.get("adjust", ""))
        if adjust not in ("", "nearest"):
            self.fault(("adjust",), "adjust can only be: nearest")
        return Brand(
            name=self.name,
            publisher=self.text("publisher") or self.name,
            accent=self.colour("accent"),
            second=self.colour("second"),
            logo=self.logo(data.get("logo")),
            contact=tuple(self.contacts(data.get("contact", []))),
            cover_line=self.text("cover_line"),
            legal_line=self.text("legal_line"),
            adjust="nearest" if adjust == "nearest" else "",
            file=str(self.file),
        )

    def text(self, key: str) -> str:
        value = self.located.data.get(key, "")
        return value.strip() if isinstance(value, str) else ""

    def colour(self, key: str) -> str:
        colours = self.located.data.get("colours", {})
        value = str(colours.get(key, "")) if isinstance(colours, dict) else ""
        if not value and key == "second":
            return self.colour("accent")
        if not _COLOUR.fullmatch(value):
            said = f"“{value}” is no colour." if value else f"The colour “{key}” is missing."
            self.fault(("colours", key), f'{said} Write it like this:  {key}: "#0f5c63"')
            return "#000000"
        return value.lower()

    def contacts(self, value: Data) -> Iterator[ContactLine]:
        for index, entry in enumerate(value if isinstance(value, list) else []):
            pairs = entry.items() if isinstance(entry, dict) else []
            for key, words in pairs:
                if key not in _CONTACTS or not isinstance(words, str):
                    hint = did_you_mean(key, _CONTACTS)
                    self.fault(("contact", index), f"A contact has no “{key}”. {hint}".strip())
                else:
                    yield contact_line(key, words)

    def logo(self, value: Data | None) -> Picture | None:
        if value is None:
            return None
        shape = value if isinstance(value, dict) else {"file": str(value)}
        name, alt = str(shape.get("file", "")), str(shape.get("alt", "")).strip()
        if not alt:
            self.fault(
                ("logo",), "The logo has no alternative text. Write the name that it shows: alt: …"
            )
        place = self.located.place(("logo",))
        data = Folder(self.file.parent).read(name, _LARGEST_LOGO, self.findings, place)
        return logo_picture(name, data, alt, place, self.findings) if data else None

    def fault(self, path: tuple[str | int, ...], message: str) -> None:
        self.faults.append(_fault(message, self.located.place(path)))


def contact_line(kind: ContactKind, words: str) -> ContactLine:
    """One way to reach a publisher, with its link."""
    match kind:
        case "phone":
            return ContactLine(kind, words, f"tel:{''.join(words.split())}")
        case "email":
            return ContactLine(kind, words, f"mailto:{words}")
        case "web":
            bare = re.sub(r"^https?://", "", words).rstrip("/")
            return ContactLine(kind, bare, words if "://" in words else f"https://{words}")
        case "name" | "post":
            return ContactLine(kind, words)


def logo_picture(
    name: str, data: bytes, alt: str, place: Place, findings: Findings
) -> Picture | None:
    """A logo from its bytes; what is wrong with it is told."""
    try:
        if looks_like_svg(data):
            width, height = read_svg(data)
            return Picture(name="logo", media="svg", data=data, alt=alt, width=width, height=height)
        media, width, height = read_raster(data)
        return Picture(name="logo", media=media, data=data, alt=alt, width=width, height=height)
    except PictureFault as fault:
        findings.add(
            fault.code, place, f"The logo “{name}”: {fault.message}", fault.hint, words=name
        )
        return None


def _from_quarto(data: Mapping[str, Data]) -> dict[str, Data]:
    """The keys of ours that a `_brand.yml` says in other words."""
    colour = data.get("color")
    colours = colour if isinstance(colour, dict) else {}
    palette = colours.get("palette")
    named = palette if isinstance(palette, dict) else {}

    def of(key: str) -> str:
        value = str(colours.get(key, ""))
        return str(named.get(value, value))

    meta = data.get("meta")
    title = meta.get("name", "") if isinstance(meta, dict) else ""
    name = title.get("full", "") if isinstance(title, dict) else title
    found: dict[str, Data] = {
        "colours": {"accent": of("primary"), "second": of("secondary") or of("primary")},
        "publisher": str(name),
    }
    logo = data.get("logo")
    if isinstance(logo, dict):
        images = logo.get("images")
        chosen = logo.get("medium") or logo.get("small") or logo.get("large")
        if isinstance(images, dict) and isinstance(chosen, str) and chosen in images:
            chosen = images[chosen]
        if isinstance(chosen, dict):
            found["logo"] = {"file": chosen.get("path", ""), "alt": chosen.get("alt", "")}
        elif chosen:
            found["logo"] = {"file": str(chosen)}
    elif isinstance(logo, str):
        found["logo"] = {"file": logo}
    return found


def _fault(message: str, place: Place) -> Diagnostic:
    return Diagnostic(code="brand-wrong", message=message, place=place)


_TOLD = {
    "brand-unknown": ("A brand is a file in styles/brands/.", "exporter, README.md"),
    "brand-wrong": (
        "A brand brings two colours, a logo with its alternative text, and a few lines of words.",
        "exporter, README.md; WCAG 1.1.1",
    ),
}

RULES = table(_TOLD)
