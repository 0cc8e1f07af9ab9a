"""The concept map, styles/concepts.yaml: which picture stands for which idea."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from exporter.diagnostics import Diagnostic, Place, SourceError
from exporter.styles import folder as styles_folder


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """An idea and its picture. `code` is empty where no symbol is even a placeholder for it."""

    name: str
    words: tuple[str, ...]
    code: str = ""
    alt: str = ""
    needs_real_picture: bool = False
    note: str = ""


@cache
def concepts(styles: Path | None = None) -> tuple[Concept, ...]:
    """Every concept, in the order of the file. Raises SourceError when the file is not right."""
    file = styles_folder.find("concepts.yaml", styles)
    if file is None:
        return ()
    try:
        # Every value is read as text: 2696 is a code, not a number.
        values = yaml.load(file.read_text("utf-8"), Loader=yaml.BaseLoader)
        return tuple(_concept(name, entry) for name, entry in values.items())
    except (yaml.YAMLError, UnicodeDecodeError, AttributeError, TypeError, KeyError) as error:
        message = f"The map of pictures cannot be read: {error}"
        raise SourceError(
            [Diagnostic(code="style-wrong", message=message, place=Place(str(file)))]
        ) from error


def _concept(name: str, entry: dict[str, str | list[str]]) -> Concept:
    words = entry["words"]
    return Concept(
        name=name,
        words=tuple(words) if isinstance(words, list) else (words,),
        code=str(entry.get("openmoji", "")),
        alt=str(entry.get("alt", "")),
        needs_real_picture=entry.get("needs_real_picture") == "true",
        note=str(entry.get("note", "")),
    )
