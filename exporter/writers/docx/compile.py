"""Compile a document: write its body, make the parts that go with it, pack what is finished."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import get_args

from exporter import fonts
from exporter import zip_file as archive
from exporter.brand import Brand, ContactKind
from exporter.edition import Theme, in_language, opens_page
from exporter.model import Document, Note, Section, heading_text
from exporter.template import Template
from exporter.writers.docx import breaking, controls, measures, origin, package, sections, stamp
from exporter.writers.docx.blocks import BlockWriter
from exporter.writers.docx.contents import contents
from exporter.writers.docx.elements import parted
from exporter.writers.docx.embedded import EmbeddedFont, embedded_fonts, font_table_xml
from exporter.writers.docx.inlines import InlineWriter, language_mark, own_mark
from exporter.writers.docx.ledger import Ledger, bookmark_names, notes_of
from exporter.writers.docx.markup import DECLARATION, EVERYBODYS, NAMESPACES, paragraph, run
from exporter.writers.docx.notes import notes_xml
from exporter.writers.docx.numbering import numbering_xml
from exporter.writers.docx.package import PartText, part_text
from exporter.writers.docx.pictures import drawing
from exporter.writers.docx.references import named_targets
from exporter.writers.docx.running import footer_xml, section_header_xml, title_header_xml
from exporter.writers.docx.sections import SectionEnd
from exporter.writers.docx.settings import settings_xml
from exporter.writers.docx.styles import styles_xml
from exporter.writers.docx.theme_part import theme_xml
from exporter.writers.drawings.ink import inked

_COVER, _END = "<?slot cover?>", "<?slot end?>"


def compile(
    document: Document,
    theme: Theme,
    *,
    page_numbers: Mapping[str, int] | None = None,
    bitmaps: Path | None = None,
) -> Template:
    """The document as a Word file whose brand is still open.

    `page_numbers` gives the page of each anchor, as counted in a laid-out copy; without it no
    page is named anywhere. `bitmaps` is a folder in which drawn pictures are kept.
    """
    theme = in_language(theme, document.language)
    theme = replace(theme, section_on_new_page=opens_page(theme, document))
    ledger = Ledger(bookmark_names(document), named_targets(document), bitmaps)
    body = "".join(_Body(document, theme, ledger, page_numbers).elements())
    contacts = _contact_pictures(document, theme, ledger)
    text = f"{DECLARATION}<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"
    signs = controls.with_signs(fonts.signs_of(document, EVERYBODYS), document)
    embedded = embedded_fonts(theme.word_family, signs)
    parts = tuple(_parts(document, theme, ledger, embedded))
    made = package.package_of(text, parts, ledger, embedded)
    package.add_origin(made, document)
    package.set_properties(made, document)
    files = package.files_of(made)
    slots = _slots(document, theme, ledger, files, contacts)
    plain = Brand(name="", publisher="", accent=theme.colours.ink, second=theme.colours.quiet)
    return Template("docx", stamp.stamped(slots, plain), slots)


class _Body:
    """The elements of the body, in order."""

    def __init__(
        self,
        document: Document,
        theme: Theme,
        ledger: Ledger,
        pages: Mapping[str, int] | None,
    ) -> None:
        self.document, self.theme, self.ledger, self.pages = document, theme, ledger, pages
        self.width = measures.word_page(theme.page).text_width

    def elements(self) -> Iterator[str]:
        front = [*self._cover(), *self._contents()]
        own_page = self.document.cover_page
        yield from sections.ended(front, self._front()) if own_page else front
        yield from self._parts()
        yield from parted(self._end_matter())
        yield _END
        yield self._section_end(SectionEnd(header="rIdTitleHeader", new_page=own_page))

    def _front(self) -> str:
        return self._section_end(SectionEnd(header="rIdTitleHeader", new_page=True, cover=True))

    def _section_end(self, end: SectionEnd) -> str:
        return sections.properties(end, self.theme, right_to_left=self.document.right_to_left)

    def _cover(self) -> Iterator[str]:
        document = self.document
        lines = [self._inlines({}).write(document.cover_words(one)) for one in document.cover_lines]
        box = measures.cover_box(self.theme, len(lines))
        if len(lines) > 1:  # the first of several says which edition this is
            yield paragraph("Furniture Edition", lines.pop(0))
        yield paragraph("Heading 1", run(document.title))
        if document.subtitle:
            yield paragraph("Subtitle", run(document.subtitle))
        if document.cover:
            size = measures.fitted(document.cover, *box)
            yield paragraph("Cover Picture", drawing(self.ledger, document.cover, *size))
        for line in lines:
            yield paragraph("Furniture Cover", line)
        yield _COVER

    def _contents(self) -> Iterator[str]:
        if self.document.contents:
            yield contents(self.document, self.theme, self.ledger, self.pages)

    def _parts(self) -> Iterator[str]:
        """The parts of the document; a Word section ends after each that has notes, and at last."""
        waiting: list[str] = []
        first = self.document.cover_page
        for index, section in enumerate(self.document.sections):
            goes_on = not self.theme.section_on_new_page  # parts follow one another in a leaflet
            waiting += parted(self._section(section, notes_of(section), goes_on=goes_on))
            if section.notes or index == len(self.document.sections) - 1:
                end = SectionEnd(header="rIdSectionHeader", new_page=first)
                yield from sections.ended(waiting, self._section_end(end))
                waiting, first = [], False

    def _section(
        self, section: Section, notes: Mapping[str, Note], *, goes_on: bool = False
    ) -> Iterator[str]:
        """`goes_on`: whether more follows on the same page, if it has room."""
        heading, name = heading_text(section), section.heading.strip()
        label = run(heading.removesuffix(name), language_mark(section.label_language))
        words = label + self.ledger.named_target(section.anchor, run(name))
        yield paragraph(f"Heading {section.level}", self.ledger.bookmark(section.anchor, words))
        if section.picture:
            size = measures.fitted(
                section.picture, measures.SECTION_PICTURE_WIDTH, measures.SECTION_PICTURE_HEIGHT
            )
            yield paragraph("Section Picture", drawing(self.ledger, section.picture, *size))
        writer = self._writer(notes, heading, section.level + 1)
        follows = goes_on or bool(section.sections)
        yield from replace(writer, goes_on=follows).blocks(section.blocks)
        for part in section.sections:
            follows = goes_on or part is not section.sections[-1]
            yield from self._section(part, notes, goes_on=follows)

    def _end_matter(self) -> Iterator[str]:
        yield from self._writer({}, self.document.title).blocks(self.document.end)

    def _writer(self, notes: Mapping[str, Note], heading: str, level: int = 2) -> BlockWriter:
        inlines = self._inlines(notes)
        return BlockWriter(self.document, self.theme, self.ledger, inlines, heading, level)

    def _inlines(self, notes: Mapping[str, Note]) -> InlineWriter:
        return InlineWriter(
            self.ledger,
            self.ledger.links,
            self.document.words,
            right_to_left=self.document.right_to_left,
            language=self.document.language,
            notes=notes,
            pages=self.pages,
            room=breaking.room(self.width, self.theme),
        )


def _parts(
    document: Document, theme: Theme, ledger: Ledger, embedded: tuple[EmbeddedFont, ...]
) -> Iterator[PartText]:
    """Every part beside document.xml that is text."""
    has_notes = bool(ledger.notes)
    yield part_text("rIdStyles", "styles", "styles.xml", styles_xml(document, theme))
    numbering = numbering_xml(ledger.lists, ledger.kinds, theme)
    yield part_text("rIdNumbering", "numbering", "numbering.xml", numbering)
    settings = settings_xml(document, has_notes=has_notes, embeds=bool(embedded))
    yield part_text("rIdSettings", "settings", "settings.xml", settings)
    kind = "application/vnd.openxmlformats-officedocument.theme+xml"
    own = theme_xml(theme, document.language)
    yield PartText("rIdTheme", "theme", "theme/theme1.xml", kind, own)
    yield part_text("rIdTitleHeader", "header", "header1.xml", title_header_xml(document))
    yield part_text("rIdSectionHeader", "header", "header2.xml", section_header_xml(document))
    yield part_text(sections.FOOTER, "footer", "footer1.xml", footer_xml(document, theme))
    table = font_table_xml(theme.word_family, embedded)
    yield part_text("rIdFonts", "fontTable", "fontTable.xml", table)
    if has_notes:
        yield part_text("rIdEndnotes", "endnotes", "endnotes.xml", notes_xml(document, ledger))


def _contact_pictures(
    document: Document, theme: Theme, ledger: Ledger
) -> tuple[tuple[str, str], ...]:
    """The pictures of easy read beside the ways to reach whoever gives it out, by their kinds."""
    shown = ((kind, inked(picture)) for kind, picture in document.contact_pictures)
    after = "" if theme.rows == "side-by-side" else run("\u2002")
    return tuple(
        (kind, drawing(ledger, one, *measures.fitted(one, *measures.CONTACT_PICTURE)) + after)
        for kind, one in shown
    )


def _slots(
    document: Document,
    theme: Theme,
    ledger: Ledger,
    files: dict[str, bytes],
    contacts: tuple[tuple[str, str], ...],
) -> stamp.Slots:
    anew = (*stamp.COLOURED, stamp.CORE, stamp.RELATIONSHIPS)
    in_pieces = (stamp.DOCUMENT, origin.PART)
    before, rest = files[stamp.DOCUMENT].split(_COVER.encode())
    between, after = rest.split(_END.encode())
    head, tail = files[origin.PART].split(origin.BRAND.encode())
    kinds: tuple[ContactKind, ...] = get_args(ContactKind)
    return stamp.Slots(
        files=tuple(
            (name, None if name in anew or name in in_pieces else archive.member(name, data))
            for name, data in files.items()
        ),
        texts=tuple((name, files[name].decode()) for name in anew),
        body=(archive.segment(before), archive.segment(between), archive.segment(after)),
        origin=(archive.segment(head), archive.segment(tail)),
        heading=document.words("publisher"),
        heading_mark=own_mark(document, "publisher"),
        contact_words=tuple((kind, document.words(f"contact-{kind}")) for kind in kinds),
        contact_marks=tuple((kind, own_mark(document, f"contact-{kind}")) for kind in kinds),
        contact_pictures=contacts,
        in_table=theme.rows == "side-by-side",
        text_width=measures.word_page(theme.page).text_width,
        right_to_left=document.right_to_left,
        logo_box=measures.logo_box(theme),
        drawing=ledger.next_drawing(),
    )
