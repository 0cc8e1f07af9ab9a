"""A whole document as one web page: head, cover, contents, parts with their notes, end."""

from __future__ import annotations

from dataclasses import dataclass

from exporter.model import ContentsEntry, Document, Note, Section
from exporter.web_page.markup import NOTHING, Html, element, escape, join
from exporter.writers.html import slots
from exporter.writers.html.blocks import BlockWriter
from exporter.writers.html.inlines import InlineWriter, Setting, mark_id
from exporter.writers.html.pictures import image

_TEXT = "to.text"
_CONTENTS = "to.contents"


def page(document: Document, style: str, setting: Setting | None = None) -> Html:
    """The page with its brand slots open."""
    setting = setting or Setting(document.words, document.right_to_left)
    return _Page(document, setting.paged, BlockWriter(InlineWriter(setting))).write(style)


@dataclass(frozen=True, slots=True)
class _Page:
    document: Document
    paged: bool
    blocks: BlockWriter

    def _text(self, text: str) -> Html:
        return self.blocks.inlines.text(text)

    def write(self, style: str) -> Html:
        document = self.document
        root = element(
            "html",
            self._head(style),
            self._body(),
            lang=document.language,
            dir="rtl" if document.right_to_left else "ltr",
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
            element("style", Html(style)),
            slots.COLOURS,
            Html("\n"),
        )

    def _body(self) -> Html:
        document = self.document
        skip = element(
            "a",
            self._text(document.words("skip-to-content")),
            class_="skip",
            href=f"#{_TEXT}",
            data_furniture=True,
        )
        return element(
            "body",
            NOTHING if self.paged else skip,
            self._cover(),
            self._contents(),
            element("main", *(self._section(s) for s in document.sections), id=_TEXT),
            self._end(),
            data_edition=document.edition,
        )

    def _cover(self) -> Html:
        document = self.document
        lines = (element("p", self._text(line)) for line in document.cover_lines)
        return element(
            "header",
            element("h1", self._text(document.title)),
            element("p", self._text(document.subtitle), class_="subtitle")
            if document.subtitle
            else NOTHING,
            image(document.cover, "cover-picture") if document.cover else NOTHING,
            element("div", *lines, slots.COVER, class_="cover-lines", data_furniture=True),
            class_="cover",
        )

    def _contents(self) -> Html:
        document = self.document
        if not document.contents:
            return NOTHING
        return element(
            "nav",
            element("h2", self._text(document.words("contents")), id=_CONTENTS),
            self._entries(list(document.contents)),
            class_="contents",
            aria_labelledby=_CONTENTS,
            data_furniture=True,
        )

    def _section(self, section: Section) -> Html:
        number = (
            join(element("span", self._text(section.label), class_="part-number"), Html(" "))
            if section.label
            else NOTHING
        )
        words = join(number, self._text(section.heading))
        heading = element(f"h{section.level}", words, id=section.anchor)
        top = section.level == 2
        return element(
            "section",
            heading,
            image(section.picture, "section-picture") if section.picture else NOTHING,
            self.blocks.write(section.blocks, section.level),
            *(self._section(part) for part in section.sections),
            self._notes(section) if section.notes else NOTHING,
            self._back() if top else NOTHING,
            class_="part" if top else "",
            aria_labelledby=section.anchor,
        )

    def _notes(self, section: Section) -> Html:
        words, notes = self.document.words, section.notes
        name = f"notes.{section.anchor}"
        title = self._text(words("notes"))
        return element(
            "section",
            element("p", title, id=name, class_="notes-title", data_furniture=True),
            element("ol", *(self._note(note) for note in notes), start=str(notes[0].number)),
            class_="notes",
            role="doc-endnotes",
            aria_labelledby=f"{name} {section.anchor}",
        )

    def _note(self, note: Note) -> Html:
        words = self.blocks.inlines.write(note.children)
        said = self.document.words("note-back", number=note.number)
        to_mark = f"#{mark_id(note.anchor, 1)}"
        if self.paged:  # the number itself leads back: paper has no room for more words
            number = self._text(str(note.number))
            back = element("a", number, role="doc-backlink", href=to_mark, aria_label=said)
            pieces = join(back, words)
        else:
            back = element("a", self._text(said), role="doc-backlink", href=to_mark)
            pieces = join(words, Html(" "), back)
        # DPUB-ARIA 1.1: on the web the list has the role, its items none
        role = "doc-endnote" if self.paged else ""
        return element("li", pieces, role=role, id=note.anchor)

    def _back(self) -> Html:
        if self.paged or not self.document.contents:
            return NOTHING
        words = self._text(self.document.words("back-to-contents"))
        link = element("a", words, href=f"#{_CONTENTS}")
        return element("p", link, class_="back", data_furniture=True)

    def _end(self) -> Html:
        end = (self.blocks.furniture(furniture, 1) for furniture in self.document.end)
        return element("footer", *end, slots.END, class_="end", data_furniture=True)

    def _entries(self, entries: list[ContentsEntry]) -> Html:
        """The contents as nested lists: what is deeper than an entry stands inside it."""
        items = []
        while entries:
            entry = entries.pop(0)
            deeper = []
            while entries and entries[0].level > entry.level:
                deeper.append(entries.pop(0))
            link = element("a", self._text(entry.text), href=f"#{entry.anchor}")
            items.append(element("li", link, self._entries(deeper) if deeper else NOTHING))
        return element("ol", *items, role="list")
