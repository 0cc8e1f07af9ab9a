"""A translation is begun: what the original has and it has not, it gets in the original's words.

No words that are there are touched, so the same brings over a section that came later.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from exporter import languages
from exporter.authored import values
from exporter.authored.files import MOST_TEXT, Folder
from exporter.authored.findings import Findings
from exporter.authored.folders import DOCUMENT, is_document, name_of, original_of
from exporter.authored.located import Path as Keys
from exporter.diagnostics import Diagnostic, Place, SourceError
from exporter.fingerprint import write_whole
from exporter.load import load
from exporter.saving import (
    NotSaved,
    Yaml,
    read_text,
    with_added,
    with_item,
    with_value,
    without_item,
)
from exporter.typed.reading import read_typed

_LISTED = ("language",)
"""The key of document.yaml below which the translations are listed."""
_SCHEMA = "$schema=../"


def start(original: Path, tag: str) -> tuple[Path, ...]:
    """Write what a translation has not yet, list it in the original, and give what was written.

    Its document.yaml comes after its other files: half a translation is none. Raises SourceError
    where the original has faults, or where there can be no such translation.
    """
    fault = _fault(original, tag)
    if fault:
        hint = "Like this:  exporter translation start guide cy"
        raise SourceError([_cannot(original, fault, hint)])
    own, words = _without_its_listing(original, tag), read_text(original / DOCUMENT)
    within = original / tag
    try:
        if is_document(within):
            there = read_text(within / DOCUMENT)
            text = there.with_text(_with_sections(there.text, own))
        else:
            text = words.with_text(_turned(words.text, tag))
        listing = words.with_text(_listing(words.text, tag))
        written = dict(_copies(original, within, own))
        written |= {within / DOCUMENT: text.data, original / DOCUMENT: listing.data}
        changed = [(file, data) for file, data in written.items() if not _says(file, data)]
        for file, data in changed:
            write_whole(file, data)
    except (NotSaved, OSError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise SourceError([_cannot(original, reason)]) from error
    return tuple(file for file, _ in changed)


def _cannot(original: Path, message: str, hint: str = "") -> Diagnostic:
    place = Place((original / DOCUMENT).as_posix())
    return Diagnostic(code="translation-start", message=message, place=place, hint=hint)


def _fault(original: Path, tag: str) -> str:
    """Why there can be no such translation; empty when there can."""
    within = original / tag
    if values.language_tag(tag) != tag:
        return f"“{tag}” is not the short name of a language as we write it: cy, ur, pa-Arab."
    if original_of(original):
        return f"{name_of(original)} is itself a translation."
    if values.device_on_windows(tag):
        return f"No folder can be called “{tag}”: Windows keeps that name for itself."
    if within.is_symlink() or (within.exists() and not within.is_dir()):
        return f"“{tag}” is no folder, or a link to another place."
    return ""


def _without_its_listing(original: Path, tag: str) -> tuple[str, ...]:
    """The names of the original's files with words. It must load, but for what is to be begun.

    Raises SourceError.
    """
    try:
        source = load(original)
    except SourceError as error:
        faults = [one for one in error.findings if not _is_to_begin(one, tag)]
        if faults:
            raise SourceError(faults) from error
    else:
        if languages.same(source.language, tag):
            raise SourceError([_cannot(original, f"“{tag}” is the language of the original.")])
    typed = read_typed(original)
    sections = tuple(f"sections/{name}.yaml" for name, _ in typed.sections)
    return (*sections, *dict.fromkeys((*typed.heads, *typed.tables)))


def _is_to_begin(finding: Diagnostic, tag: str) -> bool:
    return finding.code == "language-folder" and finding.words == tag


def _copies(original: Path, within: Path, names: tuple[str, ...]) -> Iterator[tuple[Path, bytes]]:
    """The files that the translation has not, with the words of the original."""
    folder, findings = Folder(original), Findings()
    for name in names:
        if not (within / name).exists():
            data = folder.read(name, MOST_TEXT, findings, folder.place(name))
            if data is not None:
                yield within / name, data.replace(_SCHEMA.encode(), f"{_SCHEMA}../".encode(), 1)
    if len(findings):
        raise SourceError(findings)


def _turned(text: str, tag: str) -> str:
    """The document.yaml of the original as one in another language: a draft."""
    text = with_value(text, ("language",), tag).replace(_SCHEMA, f"{_SCHEMA}../", 1)
    paths = set(Yaml(text).items)
    if ("languages",) in paths:
        text = without_item(text, ("languages",))
    if ("status",) in paths:
        return with_value(text, ("status",), "draft")
    return with_added(text, ("status",), "draft", after=_LISTED)


def _with_sections(text: str, names: tuple[str, ...]) -> str:
    """The document.yaml of a translation with the sections in its list that came later."""
    files = (name for name in names if name.startswith("sections/") and name.endswith(".yaml"))
    for number, name in enumerate(Path(file).stem for file in files):
        yaml = Yaml(text)
        there = {one.value for one in yaml.scalars if one.path[:1] == ("sections",)}
        if name not in there:
            with suppress(NotSaved):  # then a finding tells how to list it
                text = with_item(text, ("sections", min(number, len(there))), name)
    return text


def _listing(text: str, tag: str) -> str:
    """The document.yaml of the original with the translation in its list."""
    scalars = [one for one in Yaml(text).scalars if one.path[:1] == ("languages",)]
    if tag in (one.value for one in scalars):
        return text
    path: Keys = ("languages", len(scalars))
    return (
        with_item(text, path, tag)
        if scalars
        else with_added(text, ("languages",), [tag], after=_LISTED)
    )


def _says(file: Path, data: bytes) -> bool:
    return file.is_file() and file.read_bytes() == data
