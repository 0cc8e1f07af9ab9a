"""The folder of a document, and the folders in it that hold the same in other languages.

A translation is a document of its own in a folder of the original that is called by its language:
`sources/guide/cy/`. It has its own words; pictures that it has none of, it takes from the original.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from exporter.authored import values
from exporter.authored.files import MOST_TEXT, Folder, text_of
from exporter.authored.findings import Findings
from exporter.authored.located_yaml import read_yaml

DOCUMENT = "document.yaml"


def is_document(folder: Path) -> bool:
    return (folder / DOCUMENT).is_file()


def original_of(folder: Path) -> Path | None:
    """The folder of the document that the one in `folder` is a translation of; None of others.

    A link is no translation: what it leads to may be anybody's.
    """
    real = folder.resolve()
    around = folder.parent if folder.parent.resolve() == real.parent else real.parent
    named = values.language_tag(real.name) == real.name
    return around if named and is_document(around) else None


def translations_in(folder: Path) -> tuple[Path, ...]:
    """The folders of a document's translations, by name."""
    found = (one.parent for one in folder.glob(f"*/{DOCUMENT}"))
    return tuple(sorted(one for one in found if not one.is_symlink() and original_of(one)))


def name_of(folder: Path) -> str:
    """What a document is called: as its folder; a translation guide-cy, in the folder guide/cy."""
    original = original_of(folder)
    own = folder.resolve().name
    return f"{original.resolve().name}-{own}" if original else own


def family_of(folder: Path) -> Path:
    """The folder with all that a document depends on: the original, and its translations."""
    return original_of(folder) or folder


@dataclass(frozen=True, slots=True)
class About:
    """What a document says of itself, without being read whole; empty where it cannot be read."""

    language: str = ""
    draft: bool = False


def about(folder: Path) -> About:
    """The language of a document and whether it is a draft. What is wrong, the loader tells."""
    within, findings = Folder(folder), Findings()
    data = within.read(DOCUMENT, MOST_TEXT, findings, within.place(DOCUMENT))
    text = text_of(data, within.file(DOCUMENT), findings) if data is not None else None
    located = read_yaml(text, within.file(DOCUMENT), findings) if text is not None else None
    if located is None:
        return About()
    tag, status = located.data.get("language"), located.data.get("status")
    return About(
        (values.language_tag(tag) or "") if isinstance(tag, str) else "", status == "draft"
    )
