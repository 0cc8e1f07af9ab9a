"""A whole document as one web page: head, cover, contents, parts with their notes, end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import quote

from exporter import languages
from exporter.furniture import CONTENTS, way_to_whole, ways_of
from exporter.model import (
    Document,
    Note,
    Picture,
    Section,
    in_language,
)
from exporter.web_page.markup import NOTHING, Html, element, escape, join
from exporter.writers.html import questions, reading, slots
from exporter.writers.html.before import Written, WrittenBefore, around
from exporter.writers.html.blocks import BlockWriter
from exporter.writers.html.contents import entries
from exporter.writers.html.inlines import InlineWriter, Setting, mark_id, whole

_TEXT = "to.text"
_EDITIONS = "to.editions"


def page(
    document: Document,
    style: str,
    setting: Setting | None = None,
    before: WrittenBefore | None = None,
) -> Html:
    """The page with its brand slots open. `before` keeps what was written of it the last time."""
    setting = setting or Setting(document.words, document.language, spell=whole)
    writer = PageWriter(document, BlockWriter(InlineWriter(setting)), before or WrittenBefore())
    return writer.write(style)


@dataclass(frozen=True, slots=True)
class PageWriter:
    """Writes a document as one page, or its parts for a book of several."""

    document: Document
    blocks: BlockWriter
    before: WrittenBefore = field(default_factory=WrittenBefore)

    @property
    def setting(self) -> Setting:
        return self.blocks.inlines.setting

    def _text(self, text: str) -> Html:
        return self.blocks.inlines.text(text)

    def _picture(self, picture: Picture | None, css_class: str) -> Html:
        return self.blocks.inlines.picture(picture, css_class) if picture else NOTHING

    def _said(self, key: str, **values: object) -> Html:
        """Words of the program's own."""
        return self.blocks.inlines.write(self.document.says(key, **values))

    def _label(self, section: Section) -> Html:
        return self.blocks.inlines.write(in_language(section.label, section.label_language))

    def write(self, style: str) -> Html:
        document = self.document
        root = element(
            "html",
            self._head(style),
            self._body(),
            lang=document.language,
            dir=languages.direction(document.language),
        )
        return Html(f"<!DOCTYPE html>\n{root}\n")

    def _head(self, style: str) -> Html:
        document = self.document
        keywords = ", ".join(document.keywords)
        description = (
            element("meta", name="description", content=document.description)
            if document.description
            else NOTHING
        )
        return element(
            "head",
            Html('\n<meta charset="utf-8">'),
            Html('<meta name="viewport" content="width=device-width, initial-scale=1">'),
            element("title", escape(document.title)),
            description,
            element("meta", name="keywords", content=keywords) if keywords else NOTHING,
            element("meta", name="dcterms.created", content=document.date)
            if document.date
            else NOTHING,
            slots.AUTHOR,
            *self._alternates(),
            element("style", Html(style)),
            slots.COLOURS,
            reading.in_head(questions.asks_questions(document.sections))
            if self.setting.medium == "window"
            else NOTHING,
            Html("\n"),
        )

    def _alternates(self) -> Iterator[Html]:
        """The same page in other languages, for browsers and search engines (HTML, 4.2.4); on
        paper its other PDFs, which the metadata of this one names."""
        for one in self.document.languages:
            page = (quote(one.page),) if one.page else ()
            there = {"window": page, "paper": one.addresses(".pdf")}
            for href in there.get(self.setting.medium, ()):
                yield element("link", rel="alternate", hreflang=one.language, href=href)

    def _body(self) -> Html:
        document = self.document
        skip = element(
            "a",
            self._said("skip-to-content"),
            class_="skip",
            href=f"#{_TEXT}",
            data_furniture=True,
        )
        return element(
            "body",
            NOTHING if self.setting.paged else skip,
            self._reading(),
            self.cover(),
            self._editions(),
            self._beside(
                self.contents(),
                element("main", *self._sections(), id=_TEXT),
            ),
            self.end(),
            data_edition=document.edition,
            class_=self._kind_on_paper(),
        )

    def _kind_on_paper(self) -> str:
        """By what a style sheet for paper knows a document without a cover, and one sheet."""
        if self.document.cover_page or not self.setting.paged:
            return ""
        return "leaflet sheet" if self.setting.close else "leaflet"

    def _reading(self) -> Html:
        """The reader's own settings, in a window."""
        if self.setting.medium != "window":
            return NOTHING
        words, own = self.document.words.together("reading-"), self.document.language
        other = words.other_than(own)
        turned = languages.direction_within(other, languages.direction(own)) if other else ""
        return reading.control(words, other, turned)

    def _editions(self) -> Html:
        """The ways to the other editions, which lie beside this page, and to other languages."""
        pages = self.document.pages
        there = [one for one in self.document.languages if one.page]
        if self.setting.medium != "window" or not (pages or there):
            return NOTHING
        write = self.blocks.inlines.write
        links = [
            element("a", write(in_language(page.words, page.language)), href=quote(page.file))
            for page in pages
        ]
        links += [
            element(
                "a",
                write(in_language(one.words, one.language)),
                href=quote(one.page),
                hreflang=one.language,
            )
            for one in there
        ]
        return element(
            "nav",
            element("p", self._said("formats"), id=_EDITIONS),
            element("ul", *(element("li", one) for one in links), role="list"),
            class_="editions",
            aria_labelledby=_EDITIONS,
            data_furniture=True,
        )

    def _beside(self, contents: Html, text: Html) -> Html:
        """On a wide screen the contents stand beside the text."""
        if self.setting.medium != "window" or not contents:
            return join(contents, text)
        return element("div", contents, text, class_="beside")

    def cover(self) -> Html:
        """Title, subtitle, picture, and the lines that say which edition this is."""
        document = self.document
        write = self.blocks.inlines.write
        badge = len(document.cover_lines) > 1  # the first of several says which edition it is
        lines = (
            element(
                "p",
                write(document.cover_words(line)),
                class_="edition" if badge and index == 0 else "",
            )
            for index, line in enumerate(document.cover_lines)
        )
        return element(
            "header",
            element(
                "div",
                element("h1", self._text(document.title)),
                element("p", self._text(document.subtitle), class_="subtitle")
                if document.subtitle
                else NOTHING,
                class_="cover-title badged" if badge else "cover-title",
            ),
            self._picture(document.cover, "cover-picture"),
            element("div", *lines, slots.COVER, class_="cover-lines", data_furniture=True),
            class_="cover" if self.document.cover_page or not self.setting.paged else "masthead",
        )

    def contents(self) -> Html:
        document = self.document
        if not document.contents:
            return NOTHING
        heading = element("h2", self._said("contents"), id=CONTENTS)
        listed = entries(document.contents, self.blocks.inlines)
        if self.setting.medium == "window":  # a telephone's first screen is not for a long list
            listed = element("details", element("summary", heading), listed, open=True)
        else:
            listed = join(heading, listed)
        return element(
            "nav",
            listed,
            class_="contents",
            aria_labelledby=CONTENTS,
            data_furniture=True,
        )

    def _sections(self) -> Iterator[Html]:
        """The top sections; those for which nothing has changed as they were written before."""
        now, made = around(self.document, self.setting), {}
        known = self.before.known(now)
        for section in self.document.sections:
            written = self._top(section, known.get(section.anchor))
            made[section.anchor] = written
            yield written.html
        self.before.last = now, made

    def _top(self, section: Section, before: Written | None) -> Written:
        ways, counted = ways_of(self.document, section), self.blocks.counted
        if before is not None and before.serves(section, ways, counted):
            self.blocks.counted = before.after
            return before
        html = self.section(section)
        return Written(section, ways, counted, html, self.blocks.counted)

    def section(self, section: Section) -> Html:
        """A section with all that is in it."""
        number = (
            join(element("span", self._label(section), class_="part-number"), Html(" "))
            if section.label
            else NOTHING
        )
        words = join(number, self._text(section.heading))
        heading = element(f"h{section.level}", words, id=section.anchor)
        top = section.level == 2
        part = element(
            "section",
            heading,
            self._picture(section.picture, "section-picture"),
            self.blocks.write(section.blocks, section.level),
            *(self.section(part) for part in section.sections),
            self._notes(section) if section.notes else NOTHING,
            self._answers(section) if top else NOTHING,
            self._ways(section) if top else NOTHING,
            class_="part" if top else "",
            # in a window a name would make each section a landmark: too many to be of use
            aria_labelledby="" if self.setting.medium == "window" else section.anchor,
        )
        return join(self.setting.pages.before(section), part)

    def _answers(self, section: Section) -> Html:
        """At the end of a part that asks questions: what becomes of the answers."""
        if self.setting.medium != "window" or not questions.asks_questions((section,)):
            return NOTHING
        return questions.kept(self.document)

    def _notes(self, section: Section) -> Html:
        notes = section.notes
        name = f"notes.{section.anchor}"
        title = self._said("notes")
        return element(
            "section",
            element(
                f"h{min(6, section.level + 1)}",
                title,
                id=name,
                class_="notes-title",
                data_furniture=True,
            ),
            element("ol", *(self._note(note) for note in notes), start=str(notes[0].number)),
            class_="notes",
            role="doc-endnotes",
            aria_labelledby=f"{name} {section.anchor}",
        )

    def _note(self, note: Note) -> Html:
        words = self.blocks.inlines.write(note.children)
        said = self.document.words("note-back", number=note.number)
        to_mark = f"#{mark_id(note.anchor, 1)}"
        if self.setting.paged:  # the number itself leads back: paper has no room for more words
            number = self._text(str(note.number))
            back = element(
                "a", number, role="doc-backlink", href=to_mark, aria_label=said,
                lang=self.document.words.other_than(self.document.language, "note-back"),
            )  # fmt: skip
            pieces = join(back, words)
        else:
            pieces = join(words, *(join(Html(" "), link) for link in self._ways_back(note)))
        # DPUB-ARIA 1.1: on the web the list has the role, its items none
        role = "doc-endnote" if self.setting.paged else ""
        return element("li", pieces, role=role, id=note.anchor)

    def _ways_back(self, note: Note) -> Iterator[Html]:
        """A link to each place that cites a note; all the same if there is one place only."""
        times = self.blocks.inlines.times_cited(note.anchor)
        for time in range(1, times + 1):
            said = self._said("note-back", number=note.number)
            if times > 1:
                said = self._said("note-back-to", number=note.number, place=time)
            to_mark = f"#{mark_id(note.anchor, time)}"
            yield element("a", said, role="doc-backlink", href=to_mark)

    def _ways(self, section: Section) -> Html:
        """At the end of a part: to the one before it, to the contents, to the next one."""
        wanted = self.setting.medium == "window" or self.document.part_links
        ways = ways_of(self.document, section) if wanted else ()
        items = [element("li", self.blocks.inlines.write(way)) for way in ways]
        if self.setting.medium == "window" and self.document.whole and section.more:
            words = self.blocks.inlines.write(way_to_whole(self.document, section))
            there = f"{quote(self.document.whole)}#{section.anchor}"
            items.append(element("li", element("a", words, href=there)))
        if not items:
            return NOTHING
        return element("ul", *items, class_="ways", role="list", data_furniture=True)

    def end(self) -> Html:
        """What the program adds after the last section."""
        marks = self.setting.pages
        end = (join(marks.before(one), self.blocks.furniture(one, 1)) for one in self.document.end)
        brand = join(marks.before(None), slots.END)
        return element("footer", *end, brand, class_="end", data_furniture=True)
