"""The fields of a brand in the text of its file, read and changed by place: text in, text out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import get_args

from exporter.authored.located import Path
from exporter.brand import ContactKind
from exporter.saving import (
    NotSaved,
    Yaml,
    with_added,
    with_item,
    with_value,
    without_item,
)
from exporter.studio.changes import Remove, changed
from exporter.studio.forms import as_name

LINES = ("publisher", "cover_line", "legal_line")
COLOURS = ("accent", "second")
KINDS: tuple[ContactKind, ...] = get_args(ContactKind)
_ORDER = {
    "publisher": (), "contact": ("publisher",), "colours": ("publisher", "contact"),
    "logo": ("publisher", "contact", "colours"),
    "cover_line": ("publisher", "contact", "colours", "logo"),
    "legal_line": ("publisher", "contact", "colours", "logo", "cover_line"),
}  # fmt: skip
"""Below which keys a new one stands."""


@dataclass(frozen=True, slots=True)
class Contact:
    """One way to reach a publisher, as it is typed. `name` is that of its field."""

    name: str
    kind: str
    words: str


def fields_of(text: str) -> dict[str, str]:
    """The texts of a brand by the names of their fields. Raises NotSaved when it is no YAML."""
    read = {as_name(one.path): " ".join(one.value.split()) for one in Yaml(text).scalars}
    names = (*LINES, *(f"colours.{one}" for one in COLOURS), "logo.file", "logo.alt")
    return {name: read.get(name, "") for name in names}


def contacts_of(text: str) -> tuple[Contact, ...]:
    """The contacts that are typed, and an empty one of each kind that is not."""
    typed = [
        Contact(as_name(one.path), str(one.path[2]), " ".join(one.value.split()))
        for one in Yaml(text).scalars
        if len(one.path) == 3 and one.path[0] == "contact" and one.path[2] in KINDS
    ]
    there = {one.kind for one in typed}
    new = (Contact(f"contact.new.{one}", one, "") for one in KINDS if one not in there)
    return (*typed, *new)


def with_fields(text: str, wanted: Mapping[str, str]) -> str:
    """The file in which these fields say other words: only what differs is touched.

    A field without words goes. Raises NotSaved.
    """
    now = fields_of(text)
    for name, value in wanted.items():
        if name in now and " ".join(value.split()) != now[name]:
            text = _with(text, tuple(name.split(".")), " ".join(value.split()))
    return _with_contacts(text, wanted)


def with_logo(text: str, file: str, alt: str) -> str:
    """The file that names this logo, and what it says."""
    return with_fields(text, {"logo.file": file, "logo.alt": alt})


def without_logo(text: str) -> str:
    return without_item(text, ("logo",)) if ("logo",) in Yaml(text).items else text


def _with(text: str, path: Path, value: str) -> str:
    """One value at a path, put there, changed or taken out."""
    yaml = Yaml(text)
    if path in yaml.items:
        return with_value(text, path, value) if value else changed(text, Remove(path))
    if not value:
        return text
    if len(path) == 1 or path[:-1] in yaml.items:
        return with_added(text, path, value, _ORDER[str(path[0])] if len(path) == 1 else ())
    return with_added(text, path[:-1], {str(path[-1]): value}, _ORDER[str(path[0])])


def _with_contacts(text: str, wanted: Mapping[str, str]) -> str:
    """Contacts changed, taken out from the last to the first, and new ones below them."""
    for one in reversed(contacts_of(text)):
        words = " ".join(wanted.get(one.name, one.words).split())
        path: Path = tuple(int(step) if step.isdecimal() else step for step in one.name.split("."))
        if words == one.words or path[1] == "new":
            continue
        text = with_value(text, path, words) if words else changed(text, Remove(path))
    there = {(one.kind, one.words) for one in contacts_of(text)}
    for kind in KINDS:
        words = " ".join(wanted.get(f"contact.new.{kind}", "").split())
        if words and (kind, words) not in there:  # it was kept as it was typed
            text = _with_contact(text, kind, words)
    return text


def _with_contact(text: str, kind: str, words: str) -> str:
    yaml = Yaml(text)
    if ("contact",) not in yaml.items:
        return with_added(text, ("contact",), [{kind: words}], _ORDER["contact"])
    count = sum(len(path) == 2 and path[0] == "contact" for path in yaml.items)
    path = ("contact", count)
    try:
        return with_item(text, path, {kind: words})
    except NotSaved:
        return with_added(text, path, {kind: words})
