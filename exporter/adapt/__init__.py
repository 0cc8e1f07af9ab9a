"""From a Source to the Document of one edition: choose, number, name, fill in.

Pure: nothing is read or written, and the same source gives the same document.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from exporter import languages
from exporter.adapt import furniture
from exporter.adapt.before import AdaptedBefore, Made, around
from exporter.adapt.blocks import Builder
from exporter.adapt.easy_read import FirstUses, rows_of
from exporter.adapt.finishing import finished
from exporter.adapt.inlines import Filler, NoteBook
from exporter.adapt.selection import Plan, appears, headings_of, layers_of, plan_of
from exporter.authored.findings import nearest
from exporter.diagnostics import Diagnostic, SourceError
from exporter.edition import Edition, in_language, on_page
from exporter.model import (
    Block,
    ContentsEntry,
    Document,
    OtherLanguage,
    Paragraph,
    Picture,
    Section,
    Words,
    heading_text,
)
from exporter.source import Source, SourceSection
from exporter.walk import part_picture, sections_within

_TOP, _DEEPEST = 2, 6


def adapt(
    source: Source,
    edition: Edition,
    words: Words,
    *,
    offers: Mapping[str, tuple[str, ...]] = MappingProxyType({}),
    checked: str = "",
    leave_out: frozenset[str] = frozenset(),
    pages: Mapping[str, int] = MappingProxyType({}),
    others: tuple[OtherLanguage, ...] = (),
    before: AdaptedBefore | None = None,
) -> Document:
    """The document that readers of `edition` get.

    `offers` names the editions that there are of this source, and says what people call the formats
    that there are of each ("PDF", "Word"); `checked` is the sentence that says who checked the easy
    read; `leave_out` names sections that a partner does not want; `pages` tells an edition of
    summaries on which page of the whole document each section begins; `others` are the languages
    in which there is the same document; `before` keeps what was made of the same document and
    edition the last time. A document is the same with and without it, but for places that lie in no
    section, which may be those of the last time.
    """
    if edition.title and edition.title not in dict(words.entries):
        raise SourceError([_nameless(edition, words)])
    edition = on_page(edition, source.page_size)
    edition = replace(edition, theme=in_language(edition.theme, source.language))
    maker = _Maker(plan_of(source, edition, words, leave_out), pages, before or AdaptedBefore())
    sections = maker.sections(source.sections)
    document = Document(
        name=source.name,
        edition=edition.name,
        language=source.language,
        title=source.title,
        subtitle=furniture.subtitle(source, edition),
        cover=maker.pictures.get(source.cover) if edition.cover_page else None,
        cover_page=source.cover_page and edition.cover_page,
        cover_lines=furniture.cover_lines(source, edition, words),
        cover_language=furniture.cover_words(words).other_than(source.language),
        contents=_contents(sections, edition, edition.contents_depth if source.contents else 0),
        sections=sections,
        page_size=source.page_size,
        part_links=source.part_links and "easy_read" not in edition.layers,
        running=furniture.running_line(source, words),
        description=source.description or source.subtitle,
        keywords=source.keywords,
        date=source.updated or source.date,
        version=source.version,
        right_to_left=languages.right_to_left(source.language),
        words=words,
        languages=others,
        place=source.place,
        contact_pictures=furniture.contact_pictures(maker.pictures, edition),
    )
    beside = furniture.pictures_beside(maker.pictures, edition)
    end = furniture.imprint_of(source, words, beside)
    if edition.layers == ("easy_read",):
        end = (furniture.checked_by(source, words, checked, beside), *end)
    told = furniture.formats_of(source, words, offers, edition, others, beside)
    return finished(source, replace(document, end=end), told, beside, maker.before.finished)


def _nameless(edition: Edition, words: Words) -> Diagnostic:
    near = nearest(edition.title, (key for key, _ in words.entries))
    meant = f"Did you mean “{near}”? Else write" if near else "Write"
    return Diagnostic(
        code="style-wrong",
        message=f"The edition {edition.name} has no name that readers understand.",
        place=edition.title_place,
        hint=f"{meant} a line in styles/locales/en.yaml:  {edition.title}: Its name",
        words=edition.title,
        suggestion=near,
    )


def supplies(source: Source, edition: Edition) -> bool:
    """Whether the source has any words for this edition."""
    return any(appears(section, edition, frozenset()) for section in source.sections)


class _Maker:
    """Makes the sections of one document, in reading order."""

    def __init__(self, plan: Plan, pages: Mapping[str, int], before: AdaptedBefore) -> None:
        self.plan, self.pages, self.before = plan, pages, before
        self.book = NoteBook()
        easy = "easy_read" in plan.edition.layers
        self.uses = FirstUses.of(plan.source.glossary if easy else ())
        self.pictures = {p.picture.name: p.picture for p in plan.source.pictures}

    def sections(self, sections: tuple[SourceSection, ...]) -> tuple[Section, ...]:
        """The top sections that this edition has."""
        now = around(self.plan, self.pages)
        known, made = self.before.known(now), {}
        for section in sections:
            if appears(section, self.plan.edition, self.plan.leave_out):
                made[section.name] = self._top(section, known.get(section.name))
        self.before.last = now, made
        return tuple(one.section for one in made.values())

    def _top(self, section: SourceSection, before: Made | None) -> Made:
        """A top section with its notes; as it was made before, where that serves."""
        numbers, words = dict(self.book.numbers), self.uses.forms
        if before is not None and before.serves(section, len(numbers), words):
            self.book.numbers |= before.numbers
            self.uses.forms = dict(before.words_after)
            return before
        part = self._section(section, 2, Filler(self.plan, self.book, {}))
        made = replace(part, notes=self.book.turn_page())
        new = {key: n for key, n in self.book.numbers.items() if key not in numbers}
        return Made(section, len(numbers), words, made, new, self.uses.forms)

    def _section(self, section: SourceSection, level: int, around: Filler) -> Section:
        filler = around.within(section)
        builder = Builder(section, filler, self.pictures)
        blocks = self._blocks(section, builder)
        more = level == 2 and self.plan.edition.is_of_summaries and furniture.says_more(section)
        if more:
            page = self.pages.get(section.name, 0)
            blocks = furniture.with_where_more_is(blocks, section, self.plan, page)
        subs = tuple(
            self._section(sub, level + 1, filler)
            for sub in section.sections
            if appears(sub, self.plan.edition, self.plan.leave_out)
        )
        assert level <= _DEEPEST, "the loader refuses deeper sections"
        return Section(
            anchor=section.name,
            heading=section.heading,
            level=level,
            label=self.plan.labels.get(section.name, ""),
            label_language=self.plan.other("appendix") if section.appendix else "",
            picture=self._picture(section),
            blocks=blocks,
            more=more,
            sections=subs,
            place=section.place,
        )

    def _picture(self, section: SourceSection) -> Picture | None:
        shown = self.plan.edition.theme.section_picture_width > 0
        return self.pictures[section.picture] if shown and section.picture else None

    def _blocks(self, section: SourceSection, builder: Builder) -> tuple[Block, ...]:
        prose = [builder.blocks(blocks) for blocks in layers_of(section, self.plan.edition)]
        blocks = [block for layer in prose for block in layer]
        layers = self.plan.edition.layers
        if section.summary and "summary" in layers and layers != ("summary",):
            lead = len(section.summary)
            blocks[:lead] = [
                replace(block, lead=True) if isinstance(block, Paragraph) else block
                for block in blocks[:lead]
            ]
        if "easy_read" in self.plan.edition.layers:
            blocks += rows_of(section, builder, self.uses)
        return tuple(blocks)


def _contents(
    sections: tuple[Section, ...], edition: Edition, depth: int
) -> tuple[ContentsEntry, ...]:
    """Entries for the top `depth` levels of headings; in easy read each part has its picture."""
    easy = "easy_read" in edition.layers
    return tuple(
        ContentsEntry(
            section.level,
            heading_text(section),
            section.anchor,
            part_picture(section) if easy and section.level == _TOP else None,
        )
        for section in sections_within(sections)
        if section.level <= depth + 1
    )


__all__ = ["AdaptedBefore", "adapt", "headings_of", "supplies"]
