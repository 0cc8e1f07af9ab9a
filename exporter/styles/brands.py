"""Reading a brand: colours, logo and words, from styles/brands/<name>.yaml or a `_brand.yml`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from exporter.authored import values
from exporter.authored.drawing_parts import read_drawing
from exporter.authored.files import Folder
from exporter.authored.findings import Findings
from exporter.authored.forms import Form
from exporter.authored.located import Data, Located
from exporter.authored.picture_fault import PictureFault
from exporter.authored.raster import read_raster
from exporter.authored.svg import looks_like_svg
from exporter.brand import Brand, ContactKind, ContactLine
from exporter.diagnostics import Place, SourceError
from exporter.model import Picture
from exporter.styles import folder
from exporter.styles.folder import Styles
from exporter.styles.rules import RULES

LARGEST_LOGO = 2_000_000
_CONTACTS: tuple[ContactKind, ...] = ("name", "phone", "email", "web", "post")
_LIKE: dict[ContactKind, tuple[str, str]] = {
    "phone": ("is no phone number", "Digits and spaces."),
    "email": ("is no e-mail address", "Write it like this: name@example.org"),
    "web": ("is no web address", "Write it like this: https://example.org"),
}


def load_brand(name: str, styles: Styles | None = None) -> Brand:
    """One brand, or SourceError with everything that is wrong with it."""
    file = folder.find(f"brands/{name}.yaml", styles)
    if file is None:
        there = folder.names("brands", styles)
        message = f"There is no brand “{name}”. There are: {', '.join(there)}."
        raise SourceError([folder.unknown_name("brand-unknown", message, name, there)])
    return replace(read_brand(name, file), packaged=folder.is_packaged(file, styles))


def read_brand(name: str, file: Path) -> Brand:
    """A brand from a file of ours, or from one that Quarto calls `_brand.yml`."""
    findings = Findings(RULES)
    form = folder.form(file, "A brand", findings, code="brand-wrong", settings=False)
    brand = _brand(name, file, form) if form else None
    if brand is None or len(findings):
        raise SourceError(findings)
    return brand


def _brand(name: str, file: Path, form: Form) -> Brand:
    quarto = "color" in form.typed
    if quarto:
        _fill_from_quarto(form.located)
    accent, second = _colours(form.form("colours", "The list of colours"))
    brand = Brand(
        name=name,
        publisher=form.text("publisher", "") or name,
        accent=accent,
        second=second,
        logo=_logo(form, file.parent),
        contact=tuple(_contacts(form)),
        cover_line=form.text("cover_line", ""),
        legal_line=form.text("legal_line", ""),
        adjust=form.word("adjust", ("nearest", ""), ""),
        file=str(file),
        place=form.place("publisher"),
    )
    form.close(*(form.typed if quarto else ()))
    return brand


def _colours(form: Form | None) -> tuple[str, str]:
    if form is None:
        return "#000000", "#000000"
    accent = form.colour("accent")
    second = form.colour("second", accent)
    form.close()
    return accent, second


def _contacts(form: Form) -> Iterator[ContactLine]:
    for entry in form.forms("contact", "A contact") if "contact" in form.typed else ():
        for kind in (kind for key in entry.typed for kind in _CONTACTS if kind == key):
            words = entry.text(kind, "")
            if words and not is_contact(kind, words):
                said, hint = _LIKE[kind]
                entry.refuse(kind, f"“{words[:60]}” {said}.", hint)
            elif words:
                yield contact_line(kind, words)
        entry.close(*_CONTACTS)


def _logo(form: Form, beside: Path) -> Picture | None:
    """The logo: a file beside the brand, and its alternative text."""
    if "logo" not in form.typed:
        return None
    shape = form.form("logo", "A logo")
    if shape is None:
        return None
    name = shape.text("file")
    alt = shape.text("alt", "")
    shape.close()
    if not alt:
        message = "The logo has no alternative text."
        shape.refuse("alt", message, "Write the name that it shows:  alt: …")
    place = shape.place("file")
    data = Folder(beside).read(name, LARGEST_LOGO, form.findings, place) if name else None
    return None if data is None else logo_picture(name, data, alt, place, form.findings)


def is_contact(kind: ContactKind, words: str) -> bool:
    """Whether the words can be what their kind says."""
    match kind:
        case "phone":
            return values.phone(words) is not None
        case "email":
            return values.email(words) is not None
        case "web":
            return values.web(words if "://" in words else f"https://{words}") is not None
        case "name" | "post":
            return True


def contact_line(kind: ContactKind, words: str) -> ContactLine:
    """One way to reach a publisher, with its link."""
    match kind:
        case "phone":
            return ContactLine(kind, words, f"tel:{''.join(words.split())}")
        case "email":
            return ContactLine(kind, words, f"mailto:{words}")
        case "web":
            bare = re.sub(r"(?i)^https?://", "", words).rstrip("/")
            url = values.small_scheme(words) if "://" in words else f"https://{words}"
            return ContactLine(kind, bare, url)
        case "name" | "post":
            return ContactLine(kind, words)


def logo_picture(
    name: str, data: bytes, alt: str, place: Place, findings: Findings
) -> Picture | None:
    """A logo from its bytes; what is wrong with it is told."""
    try:
        if looks_like_svg(data):
            found = read_drawing(data)
            return Picture(
                name="logo",
                media="svg",
                data=found.data,
                alt=alt,
                width=found.width,
                height=found.height,
            )
        photo = read_raster(data)
        return Picture(
            name="logo",
            media=photo.media,
            data=photo.data,
            alt=alt,
            width=photo.width,
            height=photo.height,
        )
    except PictureFault as fault:
        line = f" (line {fault.line})" if fault.line else ""
        message = f"The logo “{name}”{line}: {fault.message}"
        findings.add(fault.code, place, message, fault.hint, words=name)
        return None


def _fill_from_quarto(located: Located) -> None:
    """Say in our keys what a `_brand.yml` says in others, each at the place of the other."""
    found = _from_quarto(located.data)
    others = {"colours": "color", "publisher": "meta", "logo": "logo"}
    located.places.update({(key,): located.place((others[key],)) for key in found})
    located.data.update(found)


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
