"""translation.yaml: of which state of the original each part was translated, and into which words.

Written by `exporter translation record`, beside the document.yaml of the translation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from exporter.authored.files import MOST_TEXT, Folder, text_of
from exporter.authored.findings import Findings
from exporter.authored.located import Data, Located
from exporter.authored.located_yaml import read_yaml
from exporter.diagnostics import SourceError, short
from exporter.fingerprint import write_whole
from exporter.translations.rules import RULES

FILE = "translation.yaml"

_HEADER = """\
# Of which words of the original each part was translated, and into which.
# Written by  exporter translation record.  Keep this file with the translation.
# The codes show whether either has changed since. Please do not change them.
"""
_CODE = re.compile("[0-9a-f]{16}")
_NAME = re.compile("(?:sections|document)(?:/[a-z0-9_-]+)+")
_TAKE_BACK = "Take the file back from an older copy, or record the translation again."


@dataclass(frozen=True, slots=True)
class Seen:
    """Fingerprints of one part when somebody said that both languages say the same."""

    original: str
    translation: str


def read_record(folder: Path) -> dict[str, Seen]:
    """What was recorded of the translation in a folder, by part; nothing where nobody has.

    Raises SourceError with every fault of the file, each with its line.
    """
    path = folder / FILE
    if not path.exists() and not path.is_symlink():
        return {}
    within, findings = Folder(folder), Findings(RULES)
    data = within.read(FILE, MOST_TEXT, findings, within.place(FILE))
    text = text_of(data, within.file(FILE), findings) if data is not None else None
    located = read_yaml(text, within.file(FILE), findings) if text is not None else None
    found = dict(_read(located, findings)) if located is not None else {}
    if len(findings):
        raise SourceError(findings)
    return found


def _read(located: Located, findings: Findings) -> Iterator[tuple[str, Seen]]:
    for key in (key for key in located.data if key != "parts"):
        said = f"“{short(key)}” is no key of this file."
        findings.add("translation-record", located.place((key,)), said, _TAKE_BACK)
    parts = located.data.get("parts", {})
    if not isinstance(parts, dict):
        said = "“parts” should hold the name of each part with its codes."
        findings.add("translation-record", located.place(("parts",)), said, _TAKE_BACK)
        return
    for name, one in parts.items():
        seen = _seen(one) if _NAME.fullmatch(name) else None
        if seen is None:
            said = f"“{short(name)}” is no part with two codes."
            findings.add("translation-record", located.place(("parts", name)), said, _TAKE_BACK)
        else:
            yield name, seen


def _seen(data: Data) -> Seen | None:
    if not isinstance(data, dict) or set(data) != {"original", "translation"}:
        return None
    original, translation = data["original"], data["translation"]
    if not isinstance(original, str) or not isinstance(translation, str):
        return None
    both = _CODE.fullmatch(original) and _CODE.fullmatch(translation)
    return Seen(original, translation) if both else None


def write_record(folder: Path, parts: Mapping[str, Seen]) -> Path:
    """Write translation.yaml, whole or not at all."""
    file = folder / FILE
    write_whole(file, as_yaml(parts))
    return file


def as_yaml(parts: Mapping[str, Seen]) -> bytes:
    """What is recorded, as it stands in its file: a line a part, so that two people who translate
    at the same time change different lines. Codes are quoted: some would be numbers."""
    lines = [
        f'  {name}: {{original: "{seen.original}", translation: "{seen.translation}"}}'
        for name, seen in parts.items()
    ]
    return "\n".join((_HEADER, "parts:" if lines else "parts: {}", *lines, "")).encode()
