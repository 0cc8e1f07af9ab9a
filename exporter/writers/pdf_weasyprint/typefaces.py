"""The typefaces of the weasyprint engine: ours, and those of other scripts where they are at hand.

A word that the first family cannot spell is set whole in the next that can, so no word changes its
face half-way; a word that none can spell is an error before layout, never an empty box.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from exporter import fonts
from exporter.languages.dates import months
from exporter.languages.unseen import CHOOSES_A_FORM, UNSEEN
from exporter.web_page.markup import Html, element, escape, join

_COMPOUND = r"\w[\w’']*(?:-\w+)+"
_NUMBER = r"\+?\d+(?: \d+){1,4}"
_LONGEST_WHOLE = 20
"""Letters. What is longer has to break, or it might not fit its line at all."""

_PIECE = re.compile(r"[^ ]+| +")  # other spaces, such as no-break ones, belong to their words
_INVISIBLE = UNSEEN | frozenset("\u200e\u200f\u2066\u2067\u2068\u2069\n\t\r ")


@dataclass(slots=True)
class Typefaces:
    """The families of one document, and which of them it has used."""

    families: tuple[str, ...]
    whole: re.Pattern[str]
    """What no line may break in: telephone numbers, days of a month, compound words."""
    _used: dict[str, None] = field(default_factory=dict)

    @staticmethod
    def of(family: str, language: str) -> Typefaces:
        """The family of the theme first, then our own, then those of other scripts. Days of a
        month are known by its name in the language of the document."""
        own = (family, *(name for name in fonts.FAMILIES if name != family))
        days = r"\d{1,2} (?:" + "|".join(map(re.escape, months(language))) + ")"
        whole = re.compile(f"{_COMPOUND}|{days}|{_NUMBER}")
        others = fonts.other_scripts(language)
        return Typefaces((*own, *others, *fonts.SIGNS), whole, {family: None})

    @property
    def stack(self) -> str:
        """All of them for `font-family`."""
        return ",".join(f'"{family}"' for family in self.families) + ",sans-serif"

    def used(self) -> tuple[str, ...]:
        """The families that the document really needs."""
        return tuple(self._used)

    def spell(self, text: str) -> Html:
        """Words as HTML: numbers and compound words are kept whole, and words that need another
        family than the first are marked with it."""
        text = text.replace("\u00ad", "")  # lines do not break inside words here
        text = CHOOSES_A_FORM.sub("", text)  # Pango would look for a coloured typeface
        pieces = []
        end = 0
        for found in self.whole.finditer(text):
            if len(found.group()) > _LONGEST_WHOLE:
                continue
            pieces.append(self._spelt(text[end : found.start()]))
            pieces.append(element("span", self._spelt(found.group()), class_="whole"))
            end = found.end()
        return join(*pieces, self._spelt(text[end:]))

    def _spelt(self, text: str) -> Html:
        first = self.families[0]
        if set(text) <= _repertoire(first):
            return escape(text)
        pieces: list[tuple[str, str]] = []
        words = _PIECE.findall(text)
        for piece in (one for word in words for one in fonts.pieces(word, self.families)):
            family = self._family(piece)
            if pieces and (pieces[-1][0] == family or piece.isspace()):
                pieces[-1] = (pieces[-1][0], pieces[-1][1] + piece)
            else:
                pieces.append((family, piece))
        return join(*(self._marked(family, words) for family, words in pieces))

    def _family(self, word: str) -> str:
        needed = set(word) - _INVISIBLE
        for family in self.families:
            if needed <= _repertoire(family):
                self._used[family] = None
                return family
        missing = needed.difference(*(_repertoire(family) for family in self.families))
        raise fonts.CannotSpell("".join(sorted(missing or needed)))

    def _marked(self, family: str, words: str) -> Html:
        if family == self.families[0]:
            return escape(words)
        if family in fonts.SIGNS:  # as text: for emoji Pango would take whatever the machine has
            words = "".join(f"{one}\ufe0e" if one in fonts.signs() else one for one in words)
        return element("span", escape(words), style=f"font-family:'{family}'")


def _repertoire(family: str) -> frozenset[str]:
    """Every character of a family, with those that show nothing; none if it is not at hand."""
    own = fonts.repertoire(family)
    return own | _INVISIBLE if own else own
