"""A whole document: document.yaml, its section files, and the names across all of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from exporter.authored import values
from exporter.authored.files import MOST_TEXT, Folder, text_of
from exporter.authored.findings import Findings, did_you_mean, nearest
from exporter.authored.folders import DOCUMENT
from exporter.authored.located import Data, Located
from exporter.authored.located_yaml import read_yaml
from exporter.diagnostics import Place
from exporter.load.document import DocumentReader
from exporter.load.faults import PLACEHOLDER, fit
from exporter.load.names import Names
from exporter.load.schema import DocumentShape, SectionShape
from exporter.load.sections import SectionReader
from exporter.load.translations import look_at_languages
from exporter.source import Call, Source, SourceSection

CONTACT_PICTURES = ("phone", "email", "post", "website")
"""Pictures of these names stand beside the ways to reach a contact in easy read."""


@dataclass(slots=True)
class Assembly:
    """Reads one document, and collects what it finds on the way."""

    folder: Folder
    findings: Findings = field(default_factory=Findings)
    names: Names = field(default_factory=Names)
    _words: list[str] = field(default_factory=list)
    _list_calls: list[Call] = field(default_factory=list)
    _language: str = "en"

    def source(self, foreword: Path | None = None) -> Source | None:
        """The document, which is good only if nothing was found.

        `foreword` is the file of one more section, which comes first and has no number.
        """
        located = self._yaml(DOCUMENT, Place(self.folder.file(DOCUMENT)))
        if located is None:
            return None
        fitted = fit(DocumentShape, located, self.findings)
        self.names.spoilt |= fitted.spoilt
        if fitted.shape is None:
            return None
        shape = fitted.shape
        reader = DocumentReader(self.folder, located, self.findings, self.names)
        source = reader.source(shape)
        self._language = source.language
        look_at_languages(self.folder, shape, located, self.findings)
        first = self._foreword(foreword) if foreword else ()
        source = replace(source, sections=(*first, *self._sections(shape, located)))
        self._look_at_lists(source, located)
        self._find_glossary_words(source)
        self._look_at_rows(source)
        self.names.check(self.findings)
        return source

    # -- files

    def _yaml(self, name: str, asked: Place, folder: Folder | None = None) -> Located | None:
        folder = folder or self.folder
        data = folder.read(name, MOST_TEXT, self.findings, asked)
        file = folder.file(name)
        text = text_of(data, file, self.findings) if data is not None else None
        located = read_yaml(text, file, self.findings) if text is not None else None
        if located is None or not located.whole:
            self.names.whole = False
        return located

    def _sections(self, shape: DocumentShape, located: Located) -> tuple[SourceSection, ...]:
        if PLACEHOLDER not in shape.sections and located.whole:
            self._look_for_unlisted(shape, located)
        sections: list[SourceSection] = []
        seen: dict[str, Place] = {}
        for number, name in enumerate(shape.sections):
            if name == PLACEHOLDER:
                self.names.whole = False
                continue
            place = located.place(("sections", number))
            if name in seen:
                message = f"“{name}” is listed twice (first in line {seen[name].line})."
                self.findings.add("section-twice", place, message, "Keep one of the two.")
                continue
            seen[name] = place
            section = self._section(name, place)
            if section:
                sections.append(section)
        return tuple(sections)

    def _section(self, name: str, asked: Place) -> SourceSection | None:
        return self._read_section(name, self._yaml(f"sections/{name}.yaml", asked), self.folder)

    def _foreword(self, file: Path) -> tuple[SourceSection, ...]:
        """A section of somebody who is not the author, from a file outside the document."""
        folder = Folder(file.parent)
        if values.name(file.stem) is None:
            message = f"“{file.stem}” cannot be the name of a section."
            hint = "Call the file something like  our-foreword.yaml"
            self.findings.add("name-shape", folder.place(file.name), message, hint)
        located = self._yaml(file.name, folder.place(file.name), folder)
        section = self._read_section(file.stem, located, folder)
        return (replace(section, foreword=True),) if section else ()

    def _read_section(
        self, name: str, located: Located | None, folder: Folder
    ) -> SourceSection | None:
        if located is None:
            self.names.spoilt.add(name)
            return None
        fitted = fit(SectionShape, located, self.findings)
        self.names.spoilt |= fitted.spoilt
        if fitted.shape is None:
            self.names.whole = False
            return None
        self._words.extend(_texts(located.data))
        home = (name,)
        reader = SectionReader(folder, located, self.findings, self.names, home, self._language)
        section = reader.section(fitted.shape)
        self._list_calls.extend(reader.list_calls)
        return section

    def _look_for_unlisted(self, shape: DocumentShape, located: Located) -> None:
        """Files in sections/ that the document does not list would silently be left out."""
        folder = self.folder.path / "sections"
        files = sorted(folder.iterdir()) if folder.is_dir() else []
        there = {file.stem for file in files if file.suffix == ".yaml"}
        for file in files:
            name = file.stem
            if file.name.startswith(".") or file.suffix not in (".yaml", ".yml"):
                continue
            if file.suffix == ".yml":
                message, hint = f"The file “{file.name}” ends in .yml.", f"Call it {name}.yaml"
            elif name in shape.sections:
                continue
            else:
                message = f"The file “{file.name}” is not in the list of sections."
                hint = _to_list(name, shape.sections, located)
                if nearest(name, [one for one in shape.sections if one not in there]):
                    hint = "Is its name spelt like the one in the list?"
            place = Place(self.folder.file(f"sections/{file.name}"))
            self.findings.add("section-not-listed", place, message, hint)

    # -- what only the whole document can tell

    def _look_at_lists(self, source: Source, located: Located) -> None:
        entries = {
            "glossary": {one.name for one in source.glossary},
            "references": {one.name for one in source.references},
        }
        roles = {one.role for one in source.organisations}
        seen: dict[str, Place] = {}
        for call in self._list_calls:
            key = f"{call.kind} {call.name}".strip()
            if key in seen:
                first = seen[key]
                message = f"“::: {key}” stands twice (first in line {first.line} of {first.file})."
                self.findings.add("list-twice", call.place, message, "Keep one of the two.")
            seen.setdefault(key, call.place)
            if call.kind == "organisations" and call.name and call.name not in roles:
                message = f"No organisation has the role “{call.name}”."
                hint = did_you_mean(call.name, sorted(roles))
                self.findings.add("organisation-unknown", call.place, message, hint)
            elif call.kind in entries and not entries[call.kind] and self.names.whole:
                message = f"“::: {call.kind}” would be empty."
                hint = f"List something under  {call.kind}:  in document.yaml, or delete it."
                self.findings.add("list-without-entries", call.place, message, hint)
        pointed = {one.name for one in self.names.used if one.use == "point"}
        for kind, names in entries.items():
            if names & pointed and kind not in seen and self.names.whole:
                message = f"The text points to the {kind}, but no section shows the list."
                hint = f"Write  ::: {kind}  and  :::  in the section where it should stand."
                self.findings.add("list-not-shown", located.place((kind,)), message, hint)

    def _look_at_rows(self, source: Source) -> None:
        """A row with a word shows the easy meaning; one with a contact, pictures of these names."""
        rows = [one for one in self.names.used if one.use == "row"]
        words = {one.name: one for one in source.glossary}
        for row in rows:
            entry = words.get(row.name)
            if row.thing == "glossary word" and entry and not entry.easy:
                message = f"The word “{entry.word}” has no meaning in easy words."
                hint = f"Write  easy:  under  {entry.name}:  in document.yaml."
                self.findings.add("glossary-easy-missing", row.place, message, hint)
        if any(row.thing == "contact" for row in rows):
            for name in CONTACT_PICTURES:
                if any(name == one.picture.name for one in source.pictures):
                    self.names.use("show", "picture", name, source.place)

    def _find_glossary_words(self, source: Source) -> None:
        """A word of the glossary is used when it stands in the text."""
        words = " ".join("\n".join(self._words).casefold().split())
        for entry in source.glossary:
            for form in (entry.word, *entry.also):
                if re.search(rf"(?<!\w){re.escape(form.casefold())}(?!\w)", words):
                    self.names.use("show", "glossary word", entry.name, entry.place)
                    break


def _to_list(name: str, listed: list[str], located: Located) -> str:
    """How the list of sections looks with one more name in it, as its author writes lists."""
    in_brackets = located.place(("sections",)).line == located.place(("sections", 0)).line
    whole = f"sections: [{', '.join([*listed, name])}]"
    if in_brackets and len(whole) < 120:
        return f"Write in document.yaml  {whole}  or delete the file."
    if in_brackets:
        return f"Write  , {name}  before the bracket that ends  sections:  in document.yaml."
    return f"Write  - {name}  below  - {listed[-1]}  in document.yaml, or delete the file."


def _texts(data: Data) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    else:
        for value in data.values() if isinstance(data, dict) else data:
            yield from _texts(value)
