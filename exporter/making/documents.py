"""Documents: each loaded once, with what has to be known before anything of it goes out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

from exporter import fingerprint
from exporter.adapt import AdaptedBefore, adapt
from exporter.adapt.selection import appears
from exporter.authored.files import MOST_TEXT, Folder
from exporter.authored.findings import Findings, did_you_mean
from exporter.authored.folders import about, family_of, name_of, original_of
from exporter.batch.brands import CannotError, said
from exporter.batch.partner import Partner
from exporter.diagnostics import Diagnostic, Place, SourceError, must_fix
from exporter.edition import Edition
from exporter.formats import FORMATS, called, offered
from exporter.languages import knows
from exporter.load import ReadBefore, load
from exporter.making.layouts import Choice
from exporter.model import Document, EditionPage, OtherLanguage, Words
from exporter.review import ReviewStatus, read_review, status
from exporter.source import PUBLISHER, Contact, Source, SourceSection, every_section
from exporter.styles.folder import Styles
from exporter.styles.words import load_words


@dataclass(frozen=True)
class Loaded:
    """One document, and how its easy read stands."""

    source: Source = field(repr=False)
    words: Words = field(repr=False)
    standing: ReviewStatus = field(repr=False)
    translated: tuple[Diagnostic, ...] = field(default=(), repr=False)
    """How a translation stands to its original."""
    others: tuple[OtherLanguage, ...] = field(default=(), repr=False)
    """The languages in which its readers can get it too."""
    key: str = ""
    """A hash of all files of its folder, and of the translations beside it."""

    def given_out_by(self, publisher: Contact | None) -> Loaded:
        """The same as somebody gives it out: their contact where it says `contact: publisher`."""
        if publisher is None:
            return self
        contacts = (*self.source.contacts, (PUBLISHER, publisher))
        return replace(self, source=replace(self.source, contacts=contacts))

    @cached_property
    def section_names(self) -> frozenset[str]:
        return frozenset(section.name for section in every_section(self.source.sections))

    @cached_property
    def out_of_date(self) -> str:
        """Why the easy read no longer says what the text says; empty when it does."""
        found = (one for one in self.standing.findings if one.code == "easy-read-out-of-date")
        return next((one.message for one in found), "")

    @cached_property
    def not_the_same(self) -> str:
        """Why a translation cannot go out as one; empty when it can, and of an original."""
        found = (one for one in self.translated if must_fix((one,)))
        return next((one.message for one in found), "")

    @cached_property
    def checked(self) -> str:
        """Who checked the easy read, as a sentence; empty when nobody has."""
        return self.standing.checked_sentence(self.words)

    @property
    def formats(self) -> tuple[str, ...]:
        """The formats that the document itself asks for; often none."""
        return tuple(dict.fromkeys(one.name for one in self.source.formats))

    def checked_with(self, foreword: SourceSection | None) -> str:
        """The same, for a document with a foreword: nobody has checked its rows."""
        if not self.checked or foreword is None or not foreword.easy_read:
            return self.checked
        return f"{self.checked} {self.words('part-not-checked', heading=foreword.heading)}"

    def supplies(self, edition: Edition, leave_out: Iterable[str] = ()) -> bool:
        """Whether there are words for this edition, without the sections left out."""
        left_out = frozenset(leave_out)
        return any(appears(section, edition, left_out) for section in self.source.sections)

    def offers(self, editions: Iterable[Edition]) -> dict[str, tuple[str, ...]]:
        """What a plain build makes, the formats of each edition: all that its readers can get."""
        formats = offered(self.formats)
        return {one.name: formats for one in editions if one.default and self.supplies(one)}

    def adapted(
        self,
        edition: Edition,
        offers: Mapping[str, tuple[str, ...]] = MappingProxyType({}),
        *,
        foreword: SourceSection | None = None,
        leave_out: Iterable[str] = (),
        pages: Mapping[str, int] = MappingProxyType({}),
        before: AdaptedBefore | None = None,
    ) -> Document:
        """What the readers of one edition get; with a partner's choice of sections.

        They are told of the editions in `offers`, and that there is each in its formats; those of
        summaries, on which of the `pages` of the whole document there is more. `before` is what
        `adapt` kept of it.
        """
        return adapt(
            with_foreword(self.source, foreword),
            edition,
            self.words,
            offers={
                name: called(formats, self.words.together("formats-", "or"))
                for name, formats in offers.items()
            },
            checked=self.checked_with(foreword),
            leave_out=frozenset(leave_out),
            pages=pages,
            others=self.others,
            before=before,
        )

    def unchecked(self, edition: Edition) -> Document:
        """The same before anybody has looked at it: it says of nobody that they checked it."""
        return adapt(self.source, edition, self.words)


def with_pages(documents: Mapping[str, Document], files: Mapping[str, str]) -> dict[str, Document]:
    """Documents by their editions, each with the way to the web pages of the others: `files` are
    those that are made, by edition. Of one edition alone nothing leads to another."""
    return {
        edition: replace(
            document,
            pages=tuple(
                EditionPage(
                    dict(document.words.entries).get(f"formats-{other}", other),
                    file,
                    document.words.other_than(document.language, f"formats-{other}"),
                )
                for other, file in files.items()
                if other != edition
            ),
        )
        for edition, document in documents.items()
    }


def load_document(
    folder: Path,
    styles: Styles | None,
    unsaved: Mapping[str, str] | None = None,
    before: ReadBefore | None = None,
) -> Loaded:
    """Load one document. Raises SourceError with all that is wrong with it.

    `unsaved` are texts that stand in for those on disk, by the names of their files in the folder;
    `before` is what was read of it the last time, as `load` keeps it.
    """
    source = load(folder, unsaved=unsaved, before=before)
    _refuse_unknown_formats(source)
    words = load_words(source.language, styles)
    standing = status(source, read_review(folder))
    translated = _of_translation(folder, source)
    key = fingerprint.of_folder(family_of(folder))
    return Loaded(source, words, standing, translated, key=key)


def _of_translation(folder: Path, source: Source) -> tuple[Diagnostic, ...]:
    if original_of(folder) is None:
        return ()
    from exporter.translations import findings_of  # nothing else asks for that room

    return findings_of(folder, source)


def _refuse_unknown_formats(source: Source) -> None:
    unknown = [one for one in source.formats if one.name not in FORMATS]
    if unknown:
        raise SourceError(
            Diagnostic(
                code="format-not-made",
                message=f"There is no format “{one.name}”.",
                place=one.place,
                hint=did_you_mean(one.name, FORMATS),
                words=one.name,
            )
            for one in unknown
        )


def with_foreword(source: Source, foreword: SourceSection | None) -> Source:
    """The source with a partner's own first section."""
    return replace(source, sections=(foreword, *source.sections)) if foreword else source


class Documents:
    """Every document of a batch, by name; and the same with a partner's foreword."""

    def __init__(self, folders: dict[str, Path], plan: Path, styles: Styles | None) -> None:
        self._folders, self._plan, self._styles = folders, plan, styles
        self._loaded: dict[str, Loaded] = {}
        self._forewords: dict[tuple[str, str], SourceSection | CannotError] = {}
        self.faults: list[Diagnostic] = []
        originals = {name: original_of(folder) for name, folder in folders.items()}
        self._original = {
            name: name_of(original) for name, original in originals.items() if original
        }
        self._spoken: dict[str, str] = {}

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self._folders)

    @property
    def loaded(self) -> tuple[str, ...]:
        return tuple(self._loaded)

    def read(self, names: Iterable[str]) -> None:
        """Load those of these documents that there are; what is wrong with them is in `faults`."""
        for name in names:
            if name not in self._folders:
                continue
            try:
                self._loaded[name] = load_document(self._folders[name], self._styles)
            except SourceError as error:
                self.faults += error.findings

    def chosen_by(self, partner: Partner) -> Partner:
        """The partner with the names of all that it gets: of each document that it asks for those
        in its languages; the original where it names none, or where there is none in them."""
        asked = partner.documents or tuple(one for one in self.names if one not in self._original)
        if partner.languages:
            every = (one for name in asked for one in self._spoken_in(name, partner.languages))
            asked = tuple(dict.fromkeys(every))
        return replace(partner, documents=asked)

    def _spoken_in(self, name: str, tags: tuple[str, ...]) -> tuple[str, ...]:
        family = [one for one in self.names if self._original.get(one, one) == name]
        return tuple(one for one in family if knows(tags, self._language(one))) or (name,)

    def _language(self, name: str) -> str:
        if name not in self._spoken:
            self._spoken[name] = about(self._folders[name]).language
        return self._spoken[name]

    def translated_into(self, name: str) -> str:
        """The language of a translation; empty for every other document."""
        return self[name].source.language if name in self._original else ""

    def others(self, name: str, among: Iterable[str]) -> tuple[str, ...]:
        """Which of these documents are the same as one, in another language."""
        own = self._original.get(name, name)
        return tuple(one for one in among if one != name and self._original.get(one, one) == own)

    def __contains__(self, name: str) -> bool:
        return name in self._loaded

    def __getitem__(self, name: str) -> Loaded:
        return self._loaded[name]

    def foreword_key(self, file: str, place: Place) -> str:
        """A hash of a foreword's bytes. Raises CannotError when it cannot be read."""
        findings = Findings()
        data = Folder(self._plan.parent).read(file, MOST_TEXT, findings, place)
        if data is None:
            raise CannotError(said(SourceError(findings)))
        return fingerprint.sha256(data)

    def foreword_says(self, word: str, file: str, place: Place) -> bool:
        """Whether a word stands in a foreword; read as bytes, for most forewords have none."""
        data = Folder(self._plan.parent).read(file, MOST_TEXT, Findings(), place)
        return data is not None and word.encode() in data

    def foreword(self, choice: Choice) -> SourceSection | None:
        """A partner's own first section. Raises CannotError when something is wrong with it."""
        if not choice.foreword:
            return None
        found = self._forewords.get((choice.document, choice.foreword))
        if found is None:
            found = self._foreword(choice)
            self._forewords[choice.document, choice.foreword] = found
        if isinstance(found, CannotError):
            raise found
        return found

    def _foreword(self, choice: Choice) -> SourceSection | CannotError:
        """Read with the whole document, so that every name in it is looked at; only it is kept."""
        file = self._plan.parent / choice.foreword
        try:
            return load(self._folders[choice.document], foreword=file).sections[0]
        except SourceError as error:
            return CannotError(said(error))


def held_back(loaded: Loaded, has_easy_read: bool) -> str:
    """Why a pack may not go out yet: a draft, or an easy read that nobody has checked."""
    title = f"“{loaded.source.title}”"
    if loaded.source.status == "draft":
        return f"{title} is a draft. Add --draft to send it out as one."
    if loaded.not_the_same:
        return f"{loaded.not_the_same} Add --draft to send it out all the same."
    if has_easy_read and loaded.out_of_date:
        return f"{loaded.out_of_date} Add --draft to send it out all the same."
    if has_easy_read and not loaded.checked:
        return (
            f"Nobody has checked the easy read of {title} yet. "
            "Add --draft to send it out, marked as unchecked."
        )
    return ""


def marks(loaded: Loaded, has_easy_read: bool) -> tuple[str, ...]:
    """What the pack itself has to say about a draft, or an easy read that nobody has checked."""
    title = f"“{loaded.source.title}”"
    told = []
    if loaded.source.status == "draft":
        told.append(f"{title} is a draft. It is not for publication.")
    if loaded.not_the_same:
        told.append(f"{title} may not say what the original says now.")
    if has_easy_read and loaded.out_of_date:
        told.append(f"The easy read of {title} may not say what the text says now.")
    if has_easy_read and not loaded.checked:
        told.append(
            f"The easy read of {title} has not been checked by people with learning "
            "disabilities yet."
        )
    return tuple(told)
