"""Painting pages: content streams in which everything is marked.

Words are claimed by a place of the tag tree or they are an error; grounds, bars and rules are
artifacts and lie under the words. One marked sequence is never inside another; a sequence
goes on over lines until other words are claimed (ISO 32000-1, 14.6; ISO 14289-1, 7.1).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from exporter.writers.operators import number, numbers
from exporter.writers.pdf_reportlab.lettering import Lettering, Spelled
from exporter.writers.pdf_reportlab.look import Style, rectangle
from exporter.writers.pdf_reportlab.structure import Content, Node, placement
from exporter.writers.pdf_reportlab.words import Fragment, Run, Word


class NobodyClaimed(AssertionError):
    """Words were to be drawn that belong to no element and were not declared an artifact."""


@dataclass(slots=True)
class Painted:
    """One page, painted."""

    code: str
    marks: list[Content]
    """Whose the marked sequences are, by their number."""
    links: list[tuple[Node, tuple[float, float, float, float]]]
    """The places of links, and of fields."""


_PLACE_OF_NUMBER = re.compile("0+")


def _place(value: float) -> str:
    """A number of `operators.number`: lines begin and stand at the same few places of each page."""
    return _place_known(value) if value else number(value)  # -0.0 is equal to 0.0


_place_known = lru_cache(maxsize=4096)(number)


@dataclass(slots=True)
class Painter:
    """Paints one page. `pages` tells the page on which an anchor stands."""

    page: int
    lettering: Lettering
    pages: Mapping[str, int]
    places: Mapping[str, object] = field(default_factory=dict)
    """Anchors that were passed already, on this page or before."""
    code: list[str] = field(default_factory=list)
    under: list[str] = field(default_factory=list)
    marks: list[Content] = field(default_factory=list)
    links: list[tuple[Node, tuple[float, float, float, float]]] = field(default_factory=list)
    _claim: Content | None = None
    _open: bool = False
    _muted: bool = False
    _text: bool = False
    _font: str = ""
    _size: float = 0.0
    _owed: bool = False
    _colour: str = ""
    _faces: tuple[float, float] = (0.95, 0.25)

    def finish(self) -> Painted:
        self._close_text()
        under = ["/Artifact <</Type/Layout>> BDC", *self.under, "EMC"] if self.under else []
        return Painted(
            "\n".join(("q", *under, "Q", *self.code) if under else self.code),
            self.marks,
            self.links,
        )

    def ground(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """A rectangle under the words, an artifact."""
        self.under.append(rectangle(x, y, width, height, colour))

    def panel(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """The ground of a box, below all other grounds."""
        self.under.insert(0, rectangle(x, y, width, height, colour))

    def mute(self, muted: bool) -> None:
        """Words are artifacts from here on, or no longer: running lines, repeated header rows."""
        self._close_mark()
        self._muted = muted

    def line(self, words: list[Word], x: float, baseline: float) -> None:
        """One line of words."""
        self._begin_text()
        self.code.append(f"1 0 0 1 {_place(x)} {_place(baseline)} Tm")
        shown: list[str] = []
        link: Node | None = None
        link_from = x
        before = None
        size = 0.0
        for word in words:
            for fragment in word.fragments:
                run = fragment.run
                if run is not before:
                    self._show(shown)
                    if run.link is not link:
                        self._end_link(link, link_from, x, baseline, size)
                        link, link_from = run.link, x
                    self._claimed(run.content)
                    if run.style.colour != self._colour:
                        self._colour = run.style.colour
                        self.code.append(self._colour)
                    before, size = run, run.style.size
                spelled = fragment.spelled
                if fragment.page_of:
                    spelled = self._page_told(fragment)
                self._letters(spelled, size, shown)
                x += spelled.width * size / 1000
        self._show(shown)
        if link is not None:
            after = words[-1].space if words[-1].fragments[-1].text.endswith(" ") else 0.0
            self._end_link(link, link_from, x - after, baseline, size)

    def _page_told(self, fragment: Fragment) -> Spelled:
        """ "(page 7)", and on page 7 itself "(above)" or "(below)"."""
        page = self.pages[fragment.page_of]
        if page == self.page and fragment.here:
            return fragment.here[0 if fragment.page_of in self.places else 1]
        letters = _PLACE_OF_NUMBER.sub(str(page + 1), fragment.text, count=1)
        return self.lettering.spell(letters, fragment.run.style.weight)

    def right(
        self,
        number: int | str,
        style: Style,
        content: Content | None,
        right: float,
        baseline: float,
    ) -> None:
        """Some letters that end at a place."""
        spelled = self.lettering.spell(str(number), style.weight)
        run = Run(style, content)
        word = Word(str(number), [Fragment(run, spelled, str(number))])
        self.line([word], right - spelled.width * style.size / 1000, baseline)

    def _letters(self, spelled: Spelled, size: float, shown: list[str]) -> None:
        for font, letters in spelled.parts:
            if letters == "( )":
                # Readers of PDF lose a string that is only a space: let it join its neighbour.
                # Code 32 is the space in every font of ours.
                if shown:
                    shown.append(letters)
                else:
                    self._owed = True
                continue
            if font != self._font or size != self._size:
                self._write(shown)
                self._font, self._size = font, size
                self.code.append(f"/{font} {size:g} Tf")
            if self._owed:
                shown.append("( )")
                self._owed = False
            shown.append(letters)

    def _show(self, shown: list[str]) -> None:
        if self._owed and self._font:
            shown.append("( )")
            self._owed = False
        self._write(shown)

    def _write(self, shown: list[str]) -> None:
        if shown:
            # Two strings in a row are one: "(a)(b)" is "(ab)".
            self.code.append(f"[{''.join(shown)}] TJ".replace(")(", ""))
            shown.clear()

    def _end_link(
        self, link: Node | None, left: float, right: float, baseline: float, size: float
    ) -> None:
        if link is None or self._muted:
            return
        up, down = self._faces
        self.links.append((link, (left, baseline - size * down, right, baseline + size * up)))
        if link.link and link.link.quiet:
            return
        thick = max(0.6, size / 20)
        self.under.append(
            rectangle(left, baseline - size * 0.16, right - left, thick, self._colour)
        )

    def picture(
        self, name: str, content: Content | None, x: float, y: float, width: float, height: float
    ) -> None:
        """Draw a picture as one marked sequence, or as an artifact."""
        self._close_text()
        if content is None or self._muted:
            self.code.append("/Artifact <</Type/Layout>> BDC")
        else:
            # ISO 14289-1, 7.3: a figure has its alternative text; readers zoom in on its box. One
            # that goes on over a page has none (ISO 32000-1, 14.8.5.4.3).
            box = None if content.marks else (x, y, x + width, y + height)
            content.node.attributes = [placement(box)]
            content.marks.append((self.page, len(self.marks)))
            self.code.append(f"/Figure <</MCID {len(self.marks)}>> BDC")
            self.marks.append(content)
        self.code.append(f"q {numbers(width, 0, 0, height, x, y)} cm /{name} Do Q EMC")

    # ---- marked sequences --------------------------------------------------------------------

    def _claimed(self, content: Content | None) -> None:
        if self._muted:
            if not self._open:
                self.code.append("/Artifact <</Type/Pagination>> BDC")
                self._open = True
            return
        if content is None:
            raise NobodyClaimed("words without an element")
        if content is self._claim:
            return
        self._close_mark()
        self.code.append(f"/{content.node.role} <</MCID {len(self.marks)}>> BDC")
        content.marks.append((self.page, len(self.marks)))
        self.marks.append(content)
        self._claim, self._open = content, True

    def _close_mark(self) -> None:
        if self._open:
            self.code.append("EMC")
        self._claim, self._open = None, False

    def _begin_text(self) -> None:
        if not self._text:
            self.code.append("BT")
            self._text = True

    def _close_text(self) -> None:
        self._close_mark()
        if self._text:
            self.code.append("ET")
        self._text = False
