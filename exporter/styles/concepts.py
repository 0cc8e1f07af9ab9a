"""The concept map, styles/concepts.yaml: which picture stands for which idea."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from exporter.authored import values
from exporter.authored.findings import Findings
from exporter.authored.forms import Form
from exporter.diagnostics import SourceError
from exporter.styles import folder
from exporter.styles.folder import Styles
from exporter.styles.rules import RULES

_CODE = re.compile(r"[0-9A-F]{4,6}(?:-[0-9A-F]{4,6})*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """An idea and its picture. `code` is empty where no symbol is even a placeholder for it."""

    name: str
    words: tuple[str, ...]
    code: str = ""
    alt: str = ""
    needs_real_picture: bool = False
    note: str = ""


def concepts(styles: Styles | None = None) -> tuple[Concept, ...]:
    """Every concept, in the order of the file. Raises SourceError with every fault of it."""
    return _map(styles).concepts


def ideas_without_symbol(styles: Styles | None = None) -> frozenset[str]:
    """The names of ideas that need a real picture, and other words for them, with hyphens."""
    return _map(styles).without_symbol


@dataclass(frozen=True, slots=True)
class _Map:
    concepts: tuple[Concept, ...] = ()
    without_symbol: frozenset[str] = frozenset()


def _map(styles: Styles | None) -> _Map:
    file = folder.find("concepts.yaml", styles)
    if file is None:
        return _Map()
    state = file.stat()
    return _read(file.absolute(), state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=2)
def _read(file: Path, changed: int, size: int) -> _Map:
    """The file is read once for as long as it stays as it is."""
    del changed, size
    findings = Findings(RULES)
    form = folder.form(file, "The map of pictures", findings, settings=False)
    found = tuple(_concepts(form)) if form else ()
    if len(findings):
        raise SourceError(findings)
    forms = (
        form
        for concept in found
        if concept.needs_real_picture
        for form in (concept.name, *(word.replace(" ", "-") for word in concept.words))
    )
    return _Map(found, frozenset(forms))


def _concepts(form: Form) -> Iterator[Concept]:
    for name in form.typed:
        if values.name(name) is None:
            hint = "Use small letters, digits and hyphens: older-person"
            form.refuse(name, f"“{name[:40]}” cannot be the name of an idea.", hint)
        entry = form.form(name, "An idea")
        if entry:
            yield _concept(name, entry)


def _concept(name: str, entry: Form) -> Concept:
    concept = Concept(
        name=name,
        words=entry.texts("words"),
        code=entry.text("openmoji", ""),
        alt=entry.text("alt", ""),
        needs_real_picture=entry.yes_no("needs_real_picture", False),
        note=entry.text("note", ""),
    )
    if concept.code and not _CODE.fullmatch(concept.code):
        message = f"“{concept.code[:40]}” is not the code of a picture."
        entry.refuse("openmoji", message, "Write it as OpenMoji does: 2696, 1F9D1-200D-2695-FE0F")
    if not concept.code and not concept.needs_real_picture:
        message = f"“{name}” has no picture."
        hint = "Write the code of one,  openmoji: 2696  or  needs_real_picture: true"
        entry.refuse("openmoji", message, hint)
    entry.close()
    return concept
