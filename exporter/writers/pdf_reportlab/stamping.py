"""Stamping: a template and a brand make a file, without a line being set again.

The template is the first part of the file. Behind it go the objects that were left out: two
colours, the words in the brand's boxes with their elements and links, the logo, the metadata.
Nothing is replaced, so nothing of another brand can be left in a file.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from exporter.addresses import shown_address
from exporter.brand import Brand, ContactLine, DoesNotFit
from exporter.fonts import CannotSpell, Weight, shown
from exporter.languages.unseen import seen
from exporter.model import in_language
from exporter.template import Template
from exporter.writers.pdf_reportlab import metadata
from exporter.writers.pdf_reportlab.assembly import annotation
from exporter.writers.pdf_reportlab.cover import BoxPlace
from exporter.writers.pdf_reportlab.lettering import Lettering, Spelled
from exporter.writers.pdf_reportlab.lines import WordTooWide, break_lines, line_strips
from exporter.writers.pdf_reportlab.look import Look, Style
from exporter.writers.pdf_reportlab.objects import Objects, write_rest
from exporter.writers.pdf_reportlab.painting import Painter
from exporter.writers.pdf_reportlab.pictures import write_picture
from exporter.writers.pdf_reportlab.slots import Holder, PageSlots, Slots
from exporter.writers.pdf_reportlab.strips import (
    Beside,
    Column,
    Line,
    PictureStrip,
    Strip,
    paint_stack,
    stack_height,
)
from exporter.writers.pdf_reportlab.structure import (
    Content,
    LinkTarget,
    Node,
    Pages,
    element,
    kids_of,
    number_nodes,
    write_nodes,
)
from exporter.writers.pdf_reportlab.words import Word, WordSetter
from exporter.writers.pdf_reportlab.workshop import fitted

_SIZES = (1.0, 0.95, 0.9)
"""Shares of their size in which a brand's words may be set to fit their box."""
_PICTURES, _ACROSS = (40.0, 34.0, 28.0, 22.0), 1.3
"""The height of a picture beside a way to reach somebody, the largest that leaves room for all of
them; and its width for a unit of that."""
_PICTURE_COLUMN = 62.0
_NARROW = 20.0
"""The width of a box of contacts, in sizes, that leaves no room for a column of their kinds."""


class NotAmongLetters(CannotSpell):
    """The words of a brand have letters that are not in the template."""

    def __str__(self) -> str:
        return (
            f"the words of the brand have {shown(self.characters)}, which the letters of this "
            "document’s language have not; use --pdf-engine weasyprint for it"
        )


_HYPHENS = str.maketrans("\u2010\u2011", "--")
"""Drawn alike; where a line may break has been decided before."""


class _BrandLettering(Lettering):
    """Letters that are in the template; a brand cannot have others."""

    def _spell(self, text: str, weight: Weight) -> Spelled:
        text = seen(text).translate(_HYPHENS)
        case = self.case(self.family, weight)
        missing = "".join(sorted(set(text) - case.codes.keys() - {"\u00a0"}))
        if missing:
            raise NotAmongLetters(missing)
        return case.spell(text)


@lru_cache(maxsize=8)
def _lettering(family: str, more: str) -> _BrandLettering:
    return _BrandLettering(family, more)


def stamp_template(template: Template, brand: Brand) -> bytes:
    slots = template.slots
    assert isinstance(slots, Slots)
    base = slots.on(template.data)
    objects = Objects(base.size)
    _Stamp(slots, brand, objects).write()
    return base.data + write_rest(base, objects, slots.info)


@dataclass(slots=True)
class _Stamp:
    slots: Slots
    brand: Brand
    objects: Objects
    look: Look = field(init=False)
    setter: WordSetter = field(init=False)

    def __post_init__(self) -> None:
        slots = self.slots
        self.look = Look(slots.theme, slots.options)
        self.setter = WordSetter(
            _lettering(slots.theme.family, slots.letters), slots.words, "00", self.look.accent
        )

    def write(self) -> None:
        slots, brand, objects = self.slots, self.brand, self.objects
        objects.plain[slots.accent] = _colour(brand.accent)
        objects.plain[slots.second] = _colour(brand.second)
        if slots.info:
            objects.plain[slots.info] = metadata.info(slots.about, brand.publisher)
        data = metadata.xmp(slots.about, brand.publisher, slots.standard)
        # Not compressed, so that programs that do not know PDF find it.
        objects.streams[slots.metadata] = (
            b"<</Type/Metadata/Subtype/XML/Length %d>>stream\n%b\nendstream" % (len(data), data)
        )
        self._logo()
        if slots.pages:
            self._pages()

    # ---- pages -------------------------------------------------------------------------------

    def _pages(self) -> None:
        entries: list[tuple[int, str]] = []
        key = self.slots.next_key
        for page in self.slots.pages:
            key = self._page(page, key, entries)
        entries.sort()
        listed = " ".join(f"{key} {value}" for key, value in entries)
        self.objects.plain[self.slots.parent_leaf] = (
            f"<</Limits[{entries[0][0]} {entries[-1][0]}]/Nums[{listed}]>>"
        )

    def _page(self, page: PageSlots, key: int, entries: list[tuple[int, str]]) -> int:
        """Words, elements and links of the boxes of one page; the next free key."""
        objects = self.objects
        above = Content(Node("Document"))
        painter = Painter(0, self.setter.lettering, {}, marks=[above] * len(page.marks))
        filled = [(holder, Node("Furniture")) for holder in page.holders]
        for holder, furniture in filled:
            self._boxes(holder, furniture, painter)
        painted = painter.finish()
        objects.set_stream(page.code, "", painted.code.encode("latin-1"))
        pages = Pages((page.page,))
        for holder, furniture in filled:
            number_nodes(furniture, objects)
            furniture.number = holder.furniture
        annotations = list(page.links)
        for node, box in painted.links:
            assert node.link is not None
            number = objects.add(annotation(node.link, box, key, page.page, {}, "ua-1"))
            node.objects.append((0, number))
            annotations.append(number)
            entries.append((key, f"{node.number} 0 R"))
            key += 1
        for holder, furniture in filled:
            for kid in furniture.kids:
                if isinstance(kid, Node) and kid.number:
                    write_nodes(kid, objects, pages, self.slots.spaces, holder.furniture)
            kids = (*holder.kids, *kids_of(furniture, pages))
            objects.plain[holder.furniture] = element(
                furniture, pages, self.slots.spaces, page.above, kids
            )
        listed = " ".join(f"{number} 0 R" for number in annotations)
        objects.plain[page.annotations] = f"[{listed}]"
        ours = (mark.node.number for mark in painted.marks[len(page.marks) :])
        owners = " ".join(f"{owner} 0 R" for owner in (*page.marks, *ours))
        entries.append((page.key, f"[{owners}]"))
        return key

    def _boxes(self, holder: Holder, furniture: Node, painter: Painter) -> None:
        """Fill the boxes that this element has."""
        brand, look = self.brand, self.look
        cover_words = (
            ("cover_line", brand.cover_line, look.body),
            ("publisher", brand.publisher, look.body.bolder()),
        )
        words, in_head = self._words_box(holder), self.slots.leaflet
        self._texts(words, cover_words, furniture, painter, at_top=in_head)
        self._draw_logo(holder, furniture, painter)
        self._contact(holder, furniture, painter)
        legal_line = (("legal_line", brand.legal_line, look.small),)
        self._texts(holder.box("legal_line"), legal_line, furniture, painter)

    def _words_box(self, holder: Holder) -> BoxPlace | None:
        """Beside the logo; where the brand has none, the words have its place too."""
        words, logo = holder.box("cover_words"), holder.box("logo")
        if words is None or logo is None or self.brand.logo:
            return words
        right = max(words.x + words.width, logo.x + logo.width)
        return replace(words, width=right - words.x)

    def _draw_logo(self, holder: Holder, furniture: Node, painter: Painter) -> None:
        box, logo = holder.box("logo"), self.brand.logo
        if box is None:
            return
        if logo is None:
            self._named(holder, furniture, painter)
            return
        width, height = fitted(logo, box.width, box.height)
        if holder.box("contact"):  # on the back it is ornament: the cover said it
            painter.picture("Logo", None, box.x, box.y, width, height)
            return
        content = furniture.add("Figure", alt=logo.alt or self.brand.publisher).content()
        x, y = box.x, box.y
        words = holder.box("cover_words")
        if words and box.x > words.x:  # at the end of the head, below its stroke
            x, y = x + box.width - width, y + box.height - height
        painter.picture("Logo", content, x, y, width, height)

    def _named(self, holder: Holder, furniture: Node, painter: Painter) -> None:
        """The publisher's name on the back where a logo would be; its contacts may name a team."""
        if holder.box("contact") and self.brand.contact:
            named = (("publisher", self.brand.publisher, self.look.label),)
            self._texts(holder.box("logo"), named, furniture, painter)

    def _contact(self, holder: Holder, furniture: Node, painter: Painter) -> None:
        """How to reach whoever gives it out; who they are, where nobody said how."""
        box, lines = holder.box("contact"), self.brand.contact
        if box is None:
            return
        if not lines:
            named = (("publisher", self.brand.publisher, self.look.body.bolder()),)
            self._texts(box, named, furniture, painter, at_top=True)
            return
        pictured = bool(self.slots.contact_pictures)
        width = box.width - (_PICTURE_COLUMN if pictured else 0)
        for size in _SIZES:
            set_lines = [
                self._contact_line(line, furniture.add("P"), width, size) for line in lines
            ]
            for high in _PICTURES if pictured else (0.0,):
                strips = self._beside_pictures(set_lines, high)
                if stack_height(strips) <= box.height + 0.01:
                    paint_stack(strips, painter, box.x, box.y + box.height)
                    return
        raise DoesNotFit("contact", "; ".join(line.words for line in lines))

    def _beside_pictures(self, set_lines: list[list[Strip]], high: float) -> list[Strip]:
        """Each way to reach somebody beside its picture, which is so high; alone if that is 0."""
        if not high:
            return [strip for strips in set_lines for strip in strips]
        drawn = {one.kind: one for one in self.slots.contact_pictures}
        rows: list[Strip] = []
        for line, strips in zip(self.brand.contact, set_lines, strict=True):
            said = stack_height(strips)
            height = max(high, said)
            columns = [Column(_PICTURE_COLUMN, (height - said) / 2, tuple(strips))]
            one = drawn.get(line.kind)
            if one:
                wide = min(high * one.shape, high * _ACROSS)
                picture = PictureStrip(height=wide / one.shape, width=wide, name=one.name)
                across, down = (high * _ACROSS - wide) / 2, (height - picture.height) / 2
                columns.insert(0, Column(across, down, (picture,)))
            rows.append(Beside(height=height, columns=tuple(columns), above=strips[0].above))
        return rows

    # ---- words -------------------------------------------------------------------------------

    def _texts(
        self,
        box: BoxPlace | None,
        texts: Sequence[tuple[str, str, Style]],
        furniture: Node,
        painter: Painter,
        *,
        at_top: bool = False,
    ) -> None:
        """Words at the foot of a box, or its top, a little smaller if they must be; never cut."""
        if box is None:
            return
        for size in _SIZES:
            strips: list[Strip] = []
            for slot, text, style in texts:
                if text:
                    holder = furniture.add("P")
                    style = style.scaled(size)
                    words = self.setter.plain(text, style, holder.words())
                    new = self._lines(slot, text, words, style, box.width)
                    new[0].above = style.size * 0.5
                    strips += new
            height = stack_height(strips)
            if height <= box.height + 0.01:
                paint_stack(strips, painter, box.x, box.y + (box.height if at_top else height))
                return
        slot, text, _ = max(texts, key=lambda each: len(each[1]))
        raise DoesNotFit(slot, text)

    def _lines(
        self, slot: str, text: str, words: list[Word], style: Style, width: float
    ) -> list[Strip]:
        try:
            lines = break_lines(words, width, self.setter.lettering)
        except WordTooWide:
            raise DoesNotFit(slot, text) from None
        return line_strips(lines, style.leading, style.size, self.setter.lettering)

    def _contact_line(
        self, line: ContactLine, paragraph: Node, width: float, size: float
    ) -> list[Strip]:
        """The kind of contact in bold, and what it is; a link where there is one."""
        style = self.look.body.scaled(size)
        key = f"contact-{line.kind}"
        other = self.slots.words.other_than(self.slots.about.language, key)
        label = in_language(f"{self.slots.words(key)} ", other)
        column = style.size * 5.4 if width > style.size * _NARROW else 0.0
        marker = self.setter.set(label, style.bolder(), paragraph)
        link = None
        holder = paragraph
        if line.url:
            link = holder = paragraph.add("Link")
            shown = shown_address(line.url)
            contents = line.words if shown in line.words else f"{line.words} ({shown})"
            link.link = LinkTarget(url=line.url, contents=contents)
            style = replace(style, colour=self.look.accent)
        words = self.setter.plain(line.words, style, holder.words(), link)
        whole = words if column else [*marker, *words]
        strips = self._lines("contact", line.words, whole, style, width - column)
        for strip in strips:
            strip.x = column
        first = strips[0]
        assert isinstance(first, Line)
        if column:
            first.mark = Line(words=marker, x=-column)
        first.above = style.size * 0.3
        return strips

    # ---- logo --------------------------------------------------------------------------------

    def _logo(self) -> None:
        logo = self.brand.logo
        if logo is None:
            self.objects.streams[self.slots.logo] = (
                b"<</Type/XObject/Subtype/Form/BBox[0 0 1 1]/Length 0>>stream\n\nendstream"
            )
            return
        number = write_picture(logo, self.objects, self.setter.lettering, self.slots.faces)
        self.objects.streams[self.slots.logo] = self.objects.streams.pop(number)


def _colour(colour: str) -> str:
    """The function from a tint of a brand's colour to red, green and blue."""
    channels = " ".join(f"{int(colour[i : i + 2], 16) / 255:.4f}" for i in (1, 3, 5))
    return f"<</FunctionType 2/Domain[0 1]/C0[1 1 1]/C1[{channels}]/N 1>>"
