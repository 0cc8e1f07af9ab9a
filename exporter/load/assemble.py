"""A whole document: document.yaml, its section files, and the names across all of them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from pathlib import Path

from exporter.authored import values
from exporter.authored.files import MOST_TEXT, Folder, text_of
from exporter.authored.findings import Findings, did_you_mean, nearest
from exporter.authored.folders import DOCUMENT
from exporter.authored.located import Located
from exporter.authored.located_yaml import read_yaml
from exporter.diagnostics import Place
from exporter.languages.spellings import spelling
from exporter.load.document_file import DocumentBefore, DocumentFile, document_file, taken
from exporter.load.faults import PLACEHOLDER
from exporter.load.names import Names
from exporter.load.schema import DocumentShape
from exporter.load.section_file import Key, ReadBefore, SectionFile, section_file
from exporter.load.too_many import tell_too_many
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
    before: ReadBefore | None = None
    """What was read of the document the last time, where somebody keeps it."""
    _read: dict[Key, SectionFile] = field(default_factory=dict)
    _words: list[str] = field(default_factory=list)
    _list_calls: list[Call] = field(default_factory=list)
    _language: str = "en"

    def source(self, foreword: Path | None = None) -> Source | None:
        """The document, which is good only if nothing was found.

        `foreword` is the file of one more section, which comes first and has no number.
        """
        read = self._document()
        if read is None:
            return None
        shape, located, source = read.shape, read.located, read.source
        self._language = source.language
        look_at_languages(self.folder, shape, located, self.findings)
        first = self._foreword(foreword) if foreword else ()
        source = replace(source, sections=(*first, *self._sections(shape, located)))
        self._look_at_lists(source, located)
        self._find_glossary_words(source)
        self._look_at_rows(source)
        tell_too_many(source, self.findings)
        self.names.check(self.findings)
        if self.before is not None:
            self.before.sections = self._read
        return source

    # -- files

    def _document(self) -> DocumentFile | None:
        """What document.yaml gives; as it was read before, if nothing of it has changed."""
        data = self._bytes(DOCUMENT, Place(self.folder.file(DOCUMENT)), self.folder)
        if data is None:
            return None
        before = self.before.document if self.before else None
        if before is not None and before.serves(self.folder, data):
            taken(self.names, before.read)
            return before.read
        located = self._located(data, self.folder.file(DOCUMENT))
        read = document_file(located, self.folder, self.findings, self.names) if located else None
        if read is None:
            return None
        taken(self.names, read)
        if self.before is not None:  # what is found must be told each time
            good = read.located.whole and not len(self.findings)
            self.before.document = DocumentBefore(self.folder, data, read) if good else None
        return read

    def _bytes(self, name: str, asked: Place, folder: Folder) -> bytes | None:
        data = folder.read(name, MOST_TEXT, self.findings, asked)
        if data is None:
            self.names.whole = False
        return data

    def _located(self, data: bytes, file: str) -> Located | None:
        text = text_of(data, file, self.findings)
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
        return self._read_section(name, f"sections/{name}.yaml", asked, self.folder)

    def _foreword(self, file: Path) -> tuple[SourceSection, ...]:
        """A section of somebody who is not the author, from a file outside the document."""
        folder = Folder(file.parent)
        place = folder.place(file.name)
        if values.name(file.stem) is None:
            message = f"“{file.stem}” cannot be the name of a section."
            hint = "Call the file something like  our-foreword.yaml"
            self.findings.add("name-shape", place, message, hint)
        section = self._read_section(file.stem, file.name, place, folder)
        return (replace(section, foreword=True),) if section else ()

    def _read_section(
        self, name: str, file: str, asked: Place, folder: Folder
    ) -> SourceSection | None:
        data = self._bytes(file, asked, folder)
        if data is None:
            self.names.spoilt.add(name)
            return None
        key = (folder.file(file), name, self._language, data)
        read = self.before.sections.get(key) if self.before else None
        if read is None:
            found = len(self.findings)
            located = self._located(data, folder.file(file))
            if located is None:
                self.names.spoilt.add(name)
                return None
            read = section_file(name, located, folder, self.findings, self._language)
            if len(self.findings) == found and read.alone:  # what is found must be told each time
                self._read[key] = read
        else:
            self._read[key] = read
        return self._taken(read)

    def _taken(self, read: SectionFile) -> SourceSection | None:
        """The section of a file, with what the file gives the whole document."""
        self.names.spoilt |= read.spoilt
        if read.section is None:
            self.names.whole = False
            return None
        self._words.append(read.words)
        self.names.defined.extend(read.defined)
        self.names.used.extend(read.used)
        self._list_calls.extend(read.list_calls)
        return read.section

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
        words = "\n".join(self._words)
        for entry in source.glossary:
            for form in map(spelling, (entry.word, *entry.also)):
                if form in words and re.search(rf"(?<!\w){re.escape(form)}(?!\w)", words):
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
