"""Which documents cannot have the folder in output/ that their name would give them, and why."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from exporter.authored.folders import name_of
from exporter.authored.values import device_on_windows
from exporter.diagnostics import Diagnostic, Place

_OURS = frozenset({"partners", "covers", "report.json", "report.csv", "report.html"})
"""What else lies in output/."""
_SIGNS = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
_UNSEEN = re.compile("[\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")
"""Signs that turn letters or show nothing; and bytes that are no UTF-8."""


def folders_that_clash(folders: Iterable[Path]) -> dict[Path, Diagnostic]:
    """The documents that would write over others, or that some system has no folder for.

    Two names are one where a disk takes small letters for capitals, or writes é in another way.
    """
    every = list(folders)
    by_name: dict[str, list[Path]] = {}
    for folder in every:
        by_name.setdefault(_as_a_disk_has_it(folder), []).append(folder)
    found = {}
    for folder in every:
        name, others = _as_a_disk_has_it(folder), by_name[_as_a_disk_has_it(folder)]
        if fault := _fault_of(name) or _fault_of(folder.resolve().name):
            found[folder] = _told(folder, f"A document cannot be called “{_name(folder)}”: {fault}")
        elif len(others) > 1:
            other = next(one for one in others if one is not folder)
            message = f"This document and {other} would write over each other's files."
            found[folder] = _told(folder, message)
    return found


def _name(folder: Path) -> str:
    return name_of(folder)


def _as_a_disk_has_it(folder: Path) -> str:
    return unicodedata.normalize("NFC", _name(folder)).casefold()


def _fault_of(name: str) -> str:
    """Why no document can have this name, as the end of a sentence; empty when it can."""
    if name in _OURS:
        return "in output/ that name is taken."
    if _UNSEEN.search(name):
        return "it has signs in it that cannot be shown."
    if name.startswith("."):
        return "folders whose names begin with a dot are hidden."
    if device_on_windows(name) or name.endswith((".", " ")) or _SIGNS.search(name):
        return "Windows has no folders of that name."
    return ""


def _told(folder: Path, message: str) -> Diagnostic:
    return Diagnostic(
        code="document-name",
        message=message,
        place=Place(str(folder)),
        hint="Give its folder another name: small letters, digits and hyphens.",
    )
