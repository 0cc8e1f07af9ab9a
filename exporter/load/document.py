"""The file document.yaml as the model has it."""

from __future__ import annotations

from dataclasses import dataclass, field

from exporter.authored.files import Folder
from exporter.authored.findings import Findings
from exporter.authored.folders import name_of
from exporter.authored.located import Located, Path
from exporter.load.markdown import read_inlines
from exporter.load.names import Names
from exporter.load.parser import MEANING, WORK, Gathered
from exporter.load.pictures import read_pictures
from exporter.load.plain import plain
from exporter.load.schema import ContactShape, DocumentShape, GlossaryShape, PersonShape
from exporter.load.sections import accepted
from exporter.load.words import chosen_words
from exporter.model import Inlines
from exporter.source import (
    PUBLISHER,
    CitedWork,
    Contact,
    FormatName,
    GlossaryEntry,
    Organisation,
    Person,
    Source,
)


@dataclass(frozen=True, slots=True)
class DocumentReader:
    """Turns document.yaml into the Source."""

    folder: Folder
    located: Located
    findings: Findings
    names: Names
    gathered: Gathered = field(default_factory=Gathered)

    def source(self, shape: DocumentShape) -> Source:
        located = self.located
        for name in shape.pictures:
            self.names.define("picture", name, located.place(("pictures", name)))
        self._show("picture", shape.cover if shape.cover != "none" else "", ("cover",))
        if shape.date and shape.updated and _is_before(shape.updated, shape.date):
            place = located.place(("updated",))
            message = "It was updated before it was written."
            self.findings.add("date-order", place, message, "Look at  date:  and  updated:")
        if PUBLISHER not in shape.contacts:
            self.names.define("contact", PUBLISHER, located.place(("title",)))
        source = Source(
            name=name_of(self.folder.path),
            title=self._plain(shape.title, ("title",), "a title"),
            subtitle=self._plain(shape.subtitle, ("subtitle",), "a subtitle"),
            easy_subtitle=self._plain(shape.easy_subtitle, ("easy_subtitle",), "a subtitle"),
            language=shape.language,
            languages=tuple(shape.languages),
            version=self._plain(shape.version, ("version",)),
            date=shape.date,
            updated=shape.updated,
            status=shape.status,
            description=self._plain(shape.description, ("description",)),
            keywords=tuple(
                self._plain(word, ("keywords", number))
                for number, word in enumerate(shape.keywords)
            ),
            cover=shape.cover if shape.cover != "none" else "",
            cover_page=shape.cover != "none",
            contents=shape.contents != "none",
            page_size=shape.page_size or "a4",
            part_links=shape.part_links,
            authors=tuple(self._author(number, one) for number, one in enumerate(shape.authors)),
            contacts=tuple(
                (name, self._contact(name, one)) for name, one in shape.contacts.items()
            ),
            imprint=self._plain(shape.imprint, ("imprint",)),
            published=shape.published,
            organisations=self._organisations(shape),
            abbreviations=tuple(
                (short, self._plain(words, ("abbreviations", short)))
                for short, words in shape.abbreviations.items()
            ),
            pictures=read_pictures(
                shape.pictures, self.folder, located, self.findings, self.gathered
            ),
            references=self._references(shape),
            glossary=tuple(self._word(name, one) for name, one in shape.glossary.items()),
            words=chosen_words(shape.words, located, self.findings),
            formats=tuple(
                FormatName(name, located.place(("formats", number)))
                for number, name in enumerate(shape.formats)
            ),
            accept=accepted(shape.accept, shape.allow),
            place=located.place(("title",)),
        )
        for one in self.gathered.mentions:
            self.names.use("point", None, one.name, one.place)
        return source

    def _plain(self, text: str, path: Path, what: str = "") -> str:
        place = self.located.place(path)
        return plain(text, place, what or f"“{path[0]}”", self.findings)

    def _author(self, number: int, shape: PersonShape) -> Person:
        path: Path = ("authors", number)
        return Person(
            name=self._plain(shape.name, (*path, "name"), "a name"),
            role=self._plain(shape.role, (*path, "role"), "“role”"),
            email=shape.email,
        )

    def _show(self, thing: str, name: str, path: Path) -> None:
        self.names.use("show", thing, name, self.located.place(path))  # type: ignore[arg-type]

    def _inlines(self, text: str, path: Path, *, work: bool = False) -> Inlines:
        kind = WORK if work else MEANING
        return read_inlines(text, self.located.lines(path), kind, self.findings, self.gathered)

    def _contact(self, name: str, shape: ContactShape) -> Contact:
        place = self.located.place(("contacts", name))
        self.names.define("contact", name, place)
        ways = ("email", "phone", "web", "social", "post")
        path = ("contacts", name)
        if all(self.located.lacks((*path, way)) and not getattr(shape, way) for way in ways):
            message = f"The contact “{name}” has no way to reach anybody."
            self.findings.add("contact-empty", place, message, _WAYS)
        return Contact(
            name=self._plain(shape.name, ("contacts", name, "name"), "a name"),
            email=shape.email,
            phone=self._plain(shape.phone, ("contacts", name, "phone"), "a phone number"),
            web=shape.web,
            social=self._plain(shape.social, ("contacts", name, "social"), "“social”"),
            post=tuple(
                self._plain(line, ("contacts", name, "post", number), "an address")
                for number, line in enumerate(shape.post)
            ),
            place=place,
        )

    def _organisations(self, shape: DocumentShape) -> tuple[Organisation, ...]:
        found = []
        for name, one in shape.organisations.items():
            path = ("organisations", name)
            self._show("picture", one.logo, (*path, "logo"))
            words = self._plain(one.name, (*path, "name"), "a name")
            found.append(Organisation(name=words, role=one.role, logo=one.logo))
        return tuple(found)

    def _references(self, shape: DocumentShape) -> tuple[CitedWork, ...]:
        works = []
        for name, one in shape.references.items():
            path = ("references", name)
            place = self.located.place(path)
            self.names.define("reference", name, place)
            works.append(
                CitedWork(
                    name=name,
                    cite=self._plain(one.cite, (*path, "cite"), "“cite”"),
                    text=self._inlines(one.text, (*path, "text"), work=True),
                    link=one.link,
                    place=place,
                )
            )
        return tuple(works)

    def _word(self, name: str, shape: GlossaryShape) -> GlossaryEntry:
        path = ("glossary", name)
        place = self.located.place(path)
        self.names.define("glossary word", name, place)
        self._show("picture", shape.picture, (*path, "picture"))
        word = shape.word or name.replace("-", " ")
        return GlossaryEntry(
            name=name,
            word=self._plain(word, (*path, "word"), "a word"),
            also=tuple(
                self._plain(one, (*path, key, number), "a word")
                for key, listed in (("also", shape.also), ("forms", shape.forms))
                for number, one in enumerate(listed)
            ),
            meaning=self._inlines(shape.meaning, (*path, "meaning")),
            easy=self._inlines(shape.easy, (*path, "easy")),
            picture=shape.picture,
            place=place,
        )


def _is_before(one: str, other: str) -> bool:
    length = min(len(one), len(other))
    return one[:length] < other[:length]


_WAYS = "Write at least one of  email:  phone:  web:  social:  post:"
