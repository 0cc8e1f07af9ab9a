"""Where a thing that a reader meets was typed: its file, its line, and its passage if it is one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from exporter.changes.units import Unit
from exporter.diagnostics import NOWHERE, Place
from exporter.outline import Entry, clean
from exporter.saving import NotSaved, Passage, Text, Yaml, passage_at, read_text
from exporter.saving.passages import passages_of

DOCUMENT = "document.yaml"
_OF_DOCUMENT = (("title",), ("subtitle",), ("easy_subtitle",))
_AFTER_LABEL = ("heading", "caption", "label")
"""What the program may say something before: “3. ”, “Figure 2: ”."""
_LINES_BELOW = {
    "caption": 4, "label": 4, "quote": 40, "source": 40, "term": 40, "definition": 40,
}  # fmt: skip
"""So many lines below the place of the whole the words may stand: of a caption below the line that
calls the picture, of who said something below what was said."""


@dataclass(frozen=True, slots=True)
class Found:
    """A passage, with the file that it stands in, by its name in the document's folder."""

    name: str
    passage: Passage

    @property
    def key(self) -> tuple[str, tuple[str | int, ...], int]:
        """By which two things are known to be typed in one place."""
        return self.name, self.passage.path, self.passage.start


@dataclass
class Sources:
    """The files of one document, as they are on disk or as they will be."""

    folder: Path
    texts: dict[str, Text] = field(default_factory=dict)
    _parsed: dict[str, Yaml] = field(default_factory=dict, repr=False)
    _known: dict[int, Found | None] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, folder: Path) -> Sources:
        """All files of a document that are YAML. Raises NotSaved."""
        files = [folder / DOCUMENT, *sorted((folder / "sections").glob("*.yaml"))]
        texts = {
            one.relative_to(folder).as_posix(): read_text(one) for one in files if one.is_file()
        }
        return cls(folder, texts)

    def with_texts(self, changed: dict[str, str]) -> Sources:
        """The same folder with some files as they will be."""
        texts = {
            name: text.with_text(changed[name]) if name in changed else text
            for name, text in self.texts.items()
        }
        return Sources(self.folder, texts)

    def yaml(self, name: str) -> Yaml:
        """A file, parsed once. Raises NotSaved."""
        if name not in self.texts:
            raise NotSaved("It stands in a file of another kind.")
        if name not in self._parsed:
            self._parsed[name] = Yaml(self.texts[name].text)
        return self._parsed[name]

    def name_of(self, file: str) -> str:
        """A file of the folder by its name there; empty where it is outside."""
        path, folder = PurePosixPath(file), PurePosixPath(self.folder.as_posix())
        return path.relative_to(folder).as_posix() if path.is_relative_to(folder) else ""

    def place(self, name: str, line: int) -> Place:
        return Place((self.folder / name).as_posix(), line)

    def found(self, unit: Unit) -> Found | None:
        """The passage of one thing; None where the program makes its words, or a part of them."""
        known = id(unit)
        if known not in self._known:
            self._known[known] = next(self._candidates(unit.entry), None)
        return self._known[known]

    def where(self, unit: Unit) -> Place:
        """The line of one thing; of a row that of its first cell."""
        for part in unit.parts():
            found = self.found(part)
            if found is not None:
                return self.place(found.name, found.passage.first)
        entry = unit.parts()[0].entry
        if entry.place != NOWHERE:
            return Place(entry.place.file, entry.place.line)
        return self.place(DOCUMENT, 1)

    def _candidates(self, entry: Entry) -> Iterator[Found]:
        if not entry.text:
            return
        if entry.role == "figure":
            yield from self._alternative_texts(entry.text)
            return
        if entry.place == NOWHERE:
            yield from self._of_document(entry.text)
            return
        name = self.name_of(entry.place.file)
        if name not in self.texts:
            return
        below = _LINES_BELOW.get(entry.role, 1)
        for line in range(entry.place.line, entry.place.line + below):
            found = self._at(name, line, entry)
            if found is not None:
                yield found
        yield from self._elsewhere(name, entry.text)

    def _at(self, name: str, line: int, entry: Entry) -> Found | None:
        try:
            passage = passage_at(
                self.yaml(name), line, entry.text, before=entry.role in _AFTER_LABEL
            )
        except NotSaved:
            return None
        return Found(name, passage)

    def _alternative_texts(self, words: str) -> Iterator[Found]:
        """The one picture that has this alternative text, if there is one only."""
        yaml = self.yaml(DOCUMENT)
        said = [
            one
            for one in yaml.scalars
            if one.path[:1] == ("pictures",)
            and one.path[-1:] == ("alt",)
            and clean(one.value) == words
        ]
        if len(said) == 1:
            yield Found(DOCUMENT, passage_at(yaml, said[0].line, words))

    def _of_document(self, words: str) -> Iterator[Found]:
        """Title and subtitle have no place in the Outline: they are keys of document.yaml."""
        yaml = self.yaml(DOCUMENT)
        for one in yaml.scalars:
            if one.path in _OF_DOCUMENT and clean(one.value) == words:
                yield Found(DOCUMENT, passage_at(yaml, one.line, words))

    def _elsewhere(self, name: str, words: str) -> Iterator[Found]:
        """A value of its own, such as the header of a column, if there is one only."""
        for names in ((name,), tuple(self.texts)):
            every = [Found(one, passage) for one in names for passage in self._whole(one, words)]
            if every:
                if len(every) == 1:
                    yield every[0]
                return

    def _whole(self, name: str, words: str) -> list[Passage]:
        return passages_of(self.yaml(name), words)
