"""A translation is begun: what the original has and it has not, it gets in the original's words.

No words that are there are touched, so the same brings over a section that came later.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from exporter import languages
from exporter.authored import values
from exporter.authored.files import MOST_TEXT, Folder, text_of
from exporter.authored.findings import Findings
from exporter.authored.folders import DOCUMENT, is_document, name_of, original_of
from exporter.authored.located import Path as Keys
from exporter.authored.located_yaml import read_yaml
from exporter.diagnostics import Diagnostic, Place, SourceError
from exporter.fingerprint import write_whole
from exporter.load import load
from exporter.saving import (
    NotSaved,
    Text,
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
    where the original has faults, where there can be no such translation, or where it cannot be
    brought up to date: nothing is written then. What cannot be written is a SourceError too; the
    same command goes on from there.
    """
    fault = _fault(original, tag)
    if fault:
        named = f"{name_of(original_of(original) or original)} {values.language_tag(tag) or 'cy'}"
        hint = f"Like this:  exporter translation start {named}"
        raise SourceError([_cannot(original / DOCUMENT, fault, hint)])
    own, words = _without_its_listing(original, tag), read_text(original / DOCUMENT)
    within = original / tag
    try:
        if is_document(within):
            there = _read_again(within)
            _has_no_renamed(original, within, there.text, own)
            text = there.with_text(_with_sections(there.text, own))
        else:
            text = words.with_text(_turned(words.text, tag))
        listing = words.with_text(_listing(words.text, tag))
        written = dict(_copies(original, within, own))
        written |= {within / DOCUMENT: text.data, original / DOCUMENT: listing.data}
    except NotSaved as error:
        raise SourceError([_cannot(original / DOCUMENT, str(error))]) from error
    changed = {file: data for file, data in written.items() if not _says(file, data)}
    _stays_within(original, changed)
    for file, data in changed.items():
        try:
            write_whole(file, data)
        except OSError as error:
            said = f"This cannot be written: {error.strerror or error}."
            raise SourceError([_cannot(file, said, _AGAIN)]) from error
    return tuple(changed)


_AGAIN = (
    "Is the folder yours to write in? Is the disk full? Then type the same again: it goes on "
    "where it stopped."
)


def _cannot(file: Path, message: str, hint: str = "") -> Diagnostic:
    place = Place(file.as_posix())
    return Diagnostic(code="translation-start", message=message, place=place, hint=hint)


def _stays_within(original: Path, files: Iterable[Path]) -> None:
    """Raises SourceError where a folder is a link: what it leads to may be anybody's."""
    real = original.resolve()
    for folder in dict.fromkeys(file.parent for file in files):
        if not folder.resolve().is_relative_to(real):
            said = "This folder is a link to another place, and nothing is written there."
            raise SourceError([_cannot(folder, said, "Put a folder in its place.")])


def _read_again(within: Path) -> Text:
    """The document.yaml of a translation that was begun before. Raises SourceError with what is
    wrong with it, at its lines."""
    folder, findings = Folder(within), Findings()
    data = folder.read(DOCUMENT, MOST_TEXT, findings, folder.place(DOCUMENT))
    text = text_of(data, folder.file(DOCUMENT), findings) if data is not None else None
    if text is not None:
        read_yaml(text, folder.file(DOCUMENT), findings)
    if len(findings):
        raise SourceError(findings)
    return read_text(within / DOCUMENT)


def _has_no_renamed(original: Path, within: Path, text: str, names: tuple[str, ...]) -> None:
    """Raises SourceError where a section may have another name in the original by now: brought
    over under that name, it would stand in the translation twice."""
    own = _sections(names)
    listed = [one.value for one in Yaml(text).scalars if one.path[:1] == ("sections",)]
    new = [name for name in own if name not in listed]
    only_here = [name for name in listed if name not in own and not _answered(within, name)]
    if new and only_here:
        said = "The original has no such section any more, and has"
        raise SourceError(
            _cannot(
                within / "sections" / f"{name}.yaml",
                f"{said} {', '.join(f'“{one}”' for one in new)}, which is not here.",
                "Was it given another name? Then give this file that name, and write it below  "
                f"sections:  in {(within / DOCUMENT).as_posix()}. Is it of this language alone? "
                "Then say why: accept: {rule: translation-part, because: …}",
            )
            for name in only_here
        )


def _answered(within: Path, name: str) -> bool:
    """Whether somebody said that a section is of this language alone."""
    with suppress(SourceError):
        source = load(within)
        mine = (one.accept for one in source.sections if one.name == name)
        answers = (*source.accept, *(answer for each in mine for answer in each))
        return any(answer.rule == "translation-part" for answer in answers)
    return False


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
            said = f"“{tag}” is the language of the original."
            raise SourceError([_cannot(original / DOCUMENT, said)])
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
    for number, name in enumerate(_sections(names)):
        yaml = Yaml(text)
        there = {one.value for one in yaml.scalars if one.path[:1] == ("sections",)}
        if name not in there:
            with suppress(NotSaved):  # then a finding tells how to list it
                text = with_item(text, ("sections", min(number, len(there))), name)
    return text


def _sections(names: tuple[str, ...]) -> list[str]:
    files = (name for name in names if name.startswith("sections/") and name.endswith(".yaml"))
    return [Path(file).stem for file in files]


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
