"""The other languages of a document: which of them readers can get, and where their pages lie."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from posixpath import dirname, relpath

from exporter import languages
from exporter.authored.folders import about, family_of, translations_in
from exporter.diagnostics import SourceError, must_fix
from exporter.edition import Edition
from exporter.formats import FORMATS
from exporter.making.documents import Documents, Loaded, load_document
from exporter.making.house import House, Sibling
from exporter.making.layouts import Choice, Layout
from exporter.making.publisher import publisher_in
from exporter.model import Document, OtherLanguage, Words
from exporter.styles.folder import Styles
from exporter.styles.words import load_words

_WORDS = "in-this-language"


class Loads:
    """The documents of one run, each loaded once."""

    def __init__(self, styles: Styles | None) -> None:
        self._styles = styles
        self._known: dict[Path, Loaded | SourceError] = {}

    def of(self, folder: Path) -> Loaded:
        """The document in a folder. Raises SourceError, the same each time."""
        if folder not in self._known:
            try:
                self._known[folder] = load_document(folder, self._styles)
            except SourceError as error:
                self._known[folder] = error
        found = self._known[folder]
        if isinstance(found, SourceError):
            raise found
        return found

    def for_house(self, house: House) -> Loaded:
        """The same as the house gives it out, and tells of its other languages."""
        loaded = self.of(house.folder)
        loaded = loaded.given_out_by(publisher_in(loaded.source, house.brand))
        return replace(loaded, others=tuple(map(self._told, house.siblings)))

    def _told(self, sibling: Sibling) -> OtherLanguage:
        words = load_words(sibling.language, self._styles)
        return told_of(sibling.language, words)


def told_of(language: str, words: Words) -> OtherLanguage:
    """What a document in a language is called among others: a sentence of that language, or what
    those who speak it call it, where nobody who does has written the sentence yet."""
    own = not words.other_than(language, _WORDS)
    return OtherLanguage(words(_WORDS) if own else languages.called(language), language)


def telling(documents: Documents, choice: Choice) -> Loaded:
    """The document of a choice, which names the other languages that a partner's readers can get;
    with the contact of whoever gives it out."""
    others = (documents[name] for name in choice.languages)
    told = tuple(told_of(one.source.language, one.words) for one in others)
    return replace(documents[choice.document].given_out_by(choice.publisher), others=told)


def with_pages_of_pack(document: Document, layout: Layout) -> Document:
    """The document of a layout with the ways to the same file in other languages, which lie beside
    it in every pack that has it."""
    choice, leads_on = layout.choice, FORMATS[layout.format].leads_on

    def leading(one: OtherLanguage, name: str) -> OtherLanguage:
        if (name, layout.edition) not in choice.pages:
            return one
        file = layout.named(name)
        return replace(one, page=file if leads_on else "", files=(file,))

    pairs = zip(document.languages, choice.languages, strict=True)
    return replace(document, languages=tuple(leading(*pair) for pair in pairs))


def with_siblings(houses: Iterable[House], chosen: Iterable[Edition], loads: Loads) -> list[House]:
    """The documents of a run, each with those of its languages that readers can get: those whose
    files stand, say what the sources say now, or are made in this run. A draft is told of in drafts
    only."""
    every, editions = list(houses), tuple(chosen)
    going = {one.folder.resolve() for one in every}
    said = cache(about)

    @cache
    def given(folder: Path) -> tuple[tuple[str, str, str], ...]:
        house = replace(every[0], folder=folder)
        return _given(house, folder.resolve() in going, editions, loads)

    found = []
    for house in every:
        family, own = family_of(house.folder), house.folder.resolve()
        others = [one for one in (family, *translations_in(family)) if one.resolve() != own]
        told = [
            Sibling(said(one).language, given(one))
            for one in others
            if said(one).language and (said(house.folder).draft or not said(one).draft)
        ]
        found.append(replace(house, siblings=tuple(one for one in told if one.files)))
    return found


def _given(
    house: House, going: bool, editions: tuple[Edition, ...], loads: Loads
) -> tuple[tuple[str, str, str], ...]:
    """The files of a document that readers can get, `going` if it is one of this run."""
    stands = house.for_everybody.standing.values()
    files = {(one.edition, one.format): one.file for one in stands}
    if going and not house.copy:
        made = _made(house, editions, loads)
        files |= {(edition, kind): house.file(edition, kind) for edition, kind in made}
    return tuple((*which, file) for which, file in sorted(files.items()))


def _made(house: House, editions: tuple[Edition, ...], loads: Loads) -> Iterator[tuple[str, str]]:
    """The editions and formats that a run makes of a document, as far as can be told before."""
    memory = house.memory
    if memory.key == house.key:
        stopped = must_fix(memory.findings)
        supplied = [one.name for one in editions if one.name not in memory.without]
        formats = house.formats(memory.formats)
    else:
        try:
            loaded = loads.of(house.folder)
        except SourceError:
            return
        stopped = must_fix(loaded.translated)
        supplied = [one.name for one in editions if loaded.supplies(one)]
        formats = house.formats(loaded.formats)
    if not stopped:
        yield from ((edition, name) for edition in supplied for name in formats)


def with_web_pages(
    house: House, name: str, documents: Mapping[str, Document]
) -> dict[str, Document]:
    """Documents by their editions, each with the way from its page in the format `name` to the
    same edition in other languages."""
    return {
        edition: replace(
            document,
            languages=tuple(
                replace(one, page=_way(house.file(edition, name), its.file(edition, name)))
                for one, its in zip(document.languages, house.siblings, strict=True)
            ),
        )
        for edition, document in documents.items()
    }


def with_files(
    house: House, formats: Iterable[str], documents: Mapping[str, Document]
) -> dict[str, Document]:
    """Documents by their editions, each with the ways to its files in other languages, of the same
    edition in the same formats: what a file says of itself names them."""
    names = tuple(formats)

    def files(edition: str, its: Sibling) -> tuple[str, ...]:
        ways = (_way(house.file(edition, one), its.file(edition, one)) for one in names)
        return tuple(filter(None, ways))

    return {
        edition: replace(
            document,
            languages=tuple(
                replace(one, files=files(edition, its))
                for one, its in zip(document.languages, house.siblings, strict=True)
            ),
        )
        for edition, document in documents.items()
    }


def _way(start: str, file: str) -> str:
    return relpath(file, dirname(start)) if file else ""
