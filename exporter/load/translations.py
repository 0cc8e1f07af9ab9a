"""The translations of a document: which it lists, and the folders that hold them."""

from __future__ import annotations

from collections.abc import Iterator

from exporter import languages
from exporter.authored import values
from exporter.authored.files import Folder
from exporter.authored.findings import Findings
from exporter.authored.folders import DOCUMENT, is_document, name_of
from exporter.authored.located import Located
from exporter.diagnostics import Place, short
from exporter.load.schema import DocumentShape

_CODE = "language-folder"


def look_at_languages(
    folder: Folder, shape: DocumentShape, located: Located, findings: Findings
) -> None:
    """What `languages:` lists is there, and what is there is listed; all else is told."""
    if folder.original is not None:
        _of_translation(folder, shape, located, findings)
        return
    seen: set[str] = set()
    for number, tag in enumerate(shape.languages):
        if not located.lacks(("languages", number)):
            continue  # no language at all, and told
        fault, hint = _fault_of(folder, shape, tag, seen)
        seen.add(tag.casefold())
        if fault:
            findings.add(_CODE, located.place(("languages", number)), fault, hint, words=tag)
    listed = ", ".join(shape.languages)
    for name in _unlisted(folder, shape.languages):
        place = Place(folder.file(f"{name}/{DOCUMENT}"))
        message = f"“{short(name)}” is a document in the folder of another, and not listed there."
        hint = _WRITE.format(f"{listed}, {name}" if listed else name, folder.file(DOCUMENT))
        findings.add(_CODE, place, message, hint, words=name)


def _fault_of(folder: Folder, shape: DocumentShape, tag: str, seen: set[str]) -> tuple[str, str]:
    """What is wrong with a language that is listed, and what to do; empty when it is right."""
    within = folder.path / tag
    if languages.same(tag, shape.language):
        return f"“{tag}” is the language of the original.", "List only the others."
    if tag.casefold() in seen:
        return f"“{tag}” is listed twice.", "Keep one of the two."
    if values.device_on_windows(tag):
        return f"No folder can be called “{tag}”: Windows keeps that name for itself.", _LONGER
    if within.is_symlink():
        return f"The folder “{tag}” is a link to another place.", "Put the folder itself here."
    if not is_document(within):
        start = f"Begin it with  exporter translation start {name_of(folder.path)} {tag}"
        return f"There is no translation in the folder “{tag}”.", start
    return "", ""


def _unlisted(folder: Folder, listed: list[str]) -> Iterator[str]:
    """Documents in the folder of this one that it does not list: they would silently be left out.

    A folder whose name begins with a dot is hidden, as everywhere; a link leads elsewhere.
    """
    inside = (one.parent for one in folder.path.glob(f"*/{DOCUMENT}"))
    found = (one.name for one in inside if not one.is_symlink())
    yield from sorted(one for one in found if one not in listed and not one.startswith("."))


def _of_translation(
    folder: Folder, shape: DocumentShape, located: Located, findings: Findings
) -> None:
    tag = folder.path.resolve().name
    if shape.language != tag:
        message = f"This is the translation into “{tag}”, and says that it is in {shape.language}."
        hint = f"Write  language: {tag}  or give the folder another name."
        findings.add(_CODE, located.place(("language",)), message, hint)
    if shape.languages:
        message = "A translation has no translations of its own."
        hint = "List them all in the document.yaml of the original."
        findings.add(_CODE, located.place(("languages",)), message, hint)


_WRITE = "Write  languages: [{}]  in {}, or put the folder beside that document."
_LONGER = "Say more of the language: its script, or where it is spoken (con-Latn)."
