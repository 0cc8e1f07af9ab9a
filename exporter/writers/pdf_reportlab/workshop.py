"""What all setters of one document share: its look, letters, pictures and destinations."""

from __future__ import annotations

from dataclasses import dataclass, field

from exporter.diagnostics import NOWHERE, Place
from exporter.edition import Theme
from exporter.fonts import CannotSpell
from exporter.model import Document, Inlines, Picture
from exporter.writers.pdf_reportlab.lettering import Lettering, ScriptNotSet, letters_beside
from exporter.writers.pdf_reportlab.lines import (
    balanced,
    break_lines,
    from_source,
    line_strips,
)
from exporter.writers.pdf_reportlab.look import Look, Style
from exporter.writers.pdf_reportlab.printing import PrintOptions
from exporter.writers.pdf_reportlab.strips import Line, PictureStrip, Strip
from exporter.writers.pdf_reportlab.structure import Content, Node, Standard
from exporter.writers.pdf_reportlab.words import Word, WordSetter


@dataclass(frozen=True, slots=True)
class Setting:
    """How the blocks of one place are set."""

    style: Style
    gap: float
    """Between two blocks."""
    level: int = 2
    """Of the heading above, for the headings of furniture."""
    list_level: int = 0
    side: float = 0.0
    """The width of the column in which key numbers or kinds of contact stand."""
    numeral: float = 0.0
    """The size of the key numbers."""
    above: bool = False
    """Whether they stand above their words, where the longest has no room beside them."""


_PIXELS_AN_INCH = 110
"""The fewest pixels to an inch that a photograph may be stretched to."""


@dataclass(slots=True)
class Workshop:
    """One document being set."""

    document: Document
    look: Look
    lettering: Lettering
    setter: WordSetter
    standard: Standard
    pictures: dict[tuple[str, bytes], str] = field(default_factory=dict)
    drawn: dict[str, Picture] = field(default_factory=dict)
    targets: dict[str, Node] = field(default_factory=dict)
    """Anchor → the element there."""
    contents_items: list[tuple[Node, str]] = field(default_factory=list)
    """The entries of the contents and where they lead."""

    @property
    def theme(self) -> Theme:
        return self.look.theme

    # ---- words -------------------------------------------------------------------------------

    def lines(
        self,
        inlines: Inlines,
        style: Style,
        node: Node | None,
        width: float,
        place: Place = NOWHERE,
        *,
        even: bool = False,
    ) -> list[Strip]:
        """Some inlines as lines; `even` makes them about equally long."""
        try:
            words = self.setter.set(inlines, style, node)
        except CannotSpell as error:
            error.place = place  # type: ignore[attr-defined]
            raise
        except ScriptNotSet as error:
            raise ScriptNotSet(error.words, place) from None
        return from_source(self.word_lines(words, style, width, place, even=even), inlines)

    def word_lines(
        self,
        words: list[Word],
        style: Style,
        width: float,
        place: Place = NOWHERE,
        *,
        even: bool = False,
    ) -> list[Strip]:
        breaker = balanced if even else break_lines
        lines = breaker(words, width, self.lettering, place)
        strips = line_strips(lines, style.leading, style.size, self.lettering)
        if self.setter.marks:
            self._with_marks(strips)
        return strips

    def _with_marks(self, strips: list[Strip]) -> None:
        """A line with the mark of a note is where the note leads back to."""
        for line in strips:
            if isinstance(line, Line):
                runs = (fragment.run for word in line.words for fragment in word.fragments)
                here = tuple(run.anchor for run in runs if run.anchor)
                line.anchors += here
                self.setter.marks.difference_update(here)

    def plain_lines(
        self, inlines: Inlines, style: Style, node: Node | None, width: float
    ) -> list[Strip]:
        """Words of the program's own: headings of furniture, labels."""
        return self.word_lines(self.setter.set(inlines, style, node), style, width)

    def marker(self, text: str, style: Style, node: Node | None) -> Line:
        """A line of its own that stands beside another."""
        words = self.setter.plain(text, style, node.words() if node else None)
        width = sum(word.width + word.space for word in words)
        return Line(height=style.leading, words=words, width=width)

    # ---- pictures ----------------------------------------------------------------------------

    def picture_name(self, picture: Picture) -> str:
        """The name of the picture in the file; the same picture twice is there once."""
        key = (picture.media, picture.data)
        name = self.pictures.get(key)
        if name is None:
            name = self.pictures[key] = f"P{len(self.pictures)}"
            self.drawn[name] = picture
        return name

    def picture(self, picture: Picture, node: Node, width: float, height: float) -> PictureStrip:
        """A picture as large as it may be within a box; tagged unless it is decorative."""
        content = node.add("Figure", alt=picture.alt).content() if picture.alt else None
        return self.drawn_in(content, picture, width, height)

    def drawn_in(
        self, content: Content | None, picture: Picture, width: float, height: float
    ) -> PictureStrip:
        """A picture within an element that there is already, or None: decoration."""
        if picture.ems:  # in the size of the text, and as high as it must be
            width, height = min(width, picture.ems * self.look.theme.size), self.look.tallest_chart
        across, up = fitted(picture, width, height)
        return PictureStrip(
            height=up, width=across, name=self.picture_name(picture), content=content
        )

    # ---- destinations ------------------------------------------------------------------------

    def target(self, anchor: str, node: Node) -> None:
        if anchor:
            self.targets.setdefault(anchor, node)

    def cite(self, anchor: str, note: Node) -> None:
        """A note and its marks refer to one another (ISO 14289-2, 8.2.5.14)."""
        for reference in self.setter.citations.get(anchor, []):
            reference.refers_to.append(note)
            note.refers_to.append(reference)
            self.target(self.setter.backlinks[anchor], reference)


def fitted(picture: Picture, width: float, height: float) -> tuple[float, float]:
    """The size of a picture in a box; a photograph is not stretched until it is coarse."""
    if picture.media != "svg":
        width = min(width, picture.width * 72 / _PIXELS_AN_INCH)
    scale = min(width / picture.width, height / picture.height)
    return picture.width * scale, picture.height * scale


def new_workshop(
    document: Document,
    theme: Theme,
    standard: Standard,
    options: PrintOptions | None,
    page_digits: str,
) -> Workshop:
    look = Look(theme, options)
    more = letters_beside(document.words, document.language)
    lettering = Lettering(theme.family, more)
    setter = WordSetter(
        lettering, document.words, page_digits, look.accent, document.language, theme.small
    )
    return Workshop(document, look, lettering, setter, standard)
