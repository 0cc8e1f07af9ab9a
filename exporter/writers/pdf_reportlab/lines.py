"""From words to lines: ragged right, no hyphens, nothing parted that belongs together."""

from __future__ import annotations

import re
from itertools import accumulate, pairwise

from exporter.diagnostics import NOWHERE, Place
from exporter.model import Inlines
from exporter.writers.pdf_reportlab.lettering import Lettering
from exporter.writers.pdf_reportlab.strips import NEVER, Line, Strip
from exporter.writers.pdf_reportlab.words import Fragment, Word, is_unread, lead_with_space

_KERNED = 1.1
"""Letters one by one are less than so many times as wide as together."""
_RAGGED = 0.55
"""A line less full than this is filled up with the beginning of a long compound or address."""

_LEAST_ADDRESS = 0.4
"""The share of an address that a column must have room for."""

_ADDRESS = re.compile(r"[^/.\-?&=_@–]*[/.\-?&=_@–]+|[^/.\-?&=_@–]+$")
# Looked for from where letters begin: from each letter of a long word it would take for ever.
_DOMAIN = re.compile(r"(?<![\w-])[\w-]{2,}\.[A-Za-z]{2,}")
_HOST = re.compile(r"(?<![\w-])[\w-]+(?:\.[\w-]+)+")
_HOST_END = 8
"""The end of a host's name that is no shorter is known by itself; “.co.uk” or “.example” is not."""
_WWW = re.compile(r"\W{0,3}www\.", re.IGNORECASE)
_COMPOUND = re.compile(r"[^-–—/]*[-–—/]+|[^-–—/]+$")
_SOFT = re.compile("[^-–—/\u00ad\u200b]*[-–—/\u00ad\u200b]+|[^-–—/\u00ad\u200b]+$")
"""A word with places where it may be parted: soft hyphens, and spaces of no width."""


class WordTooWide(ValueError):
    """A word is wider than the column it stands in. Words are never cut.

    `place` says which block of the source holds it.
    """

    hint = "Put a hyphen where it may be parted, or let it stand in a wider column."

    def __init__(self, word: str, width: float, room: float, place: Place = NOWHERE) -> None:
        self.word = word
        self.width = width
        self.room = room
        self.place = place
        named = word if len(word) <= 40 else word[:39] + "…"
        where = f"{place}: " if place.file else ""
        super().__init__(
            f"{where}the word “{named}” is {width:.0f} points wide and its column only {room:.0f}"
        )


def break_lines(
    words: list[Word], width: float, lettering: Lettering, place: Place = NOWHERE
) -> list[list[Word]]:
    """Words in lines no wider than `width`."""
    lines: list[list[Word]] = []
    line: list[Word] = []
    used = 0.0
    waiting = list(reversed(words))
    while waiting:
        word = waiting.pop()
        if not line or used + word.width <= width:
            if not line and word.width > width:
                waiting.extend(reversed(_split(word, width, lettering, place)))
                word = waiting.pop()
            line.append(word)
            used += word.width + word.space
            if word.last and waiting:
                lines.append(line)
                line, used = [], 0.0
            continue
        # The line is full. Take back the words that are tied to this one.
        kept = len(line)
        while kept > 1 and line[kept - 1].tied:
            kept -= 1
        back = line[kept:]
        if kept == 1 and line[0].tied:
            back = []  # all of the line is tied together: then it breaks here after all
        whole = _is_name(word) and word.width <= width
        if not back and not whole and used < _RAGGED * width:
            parts = _split_early(word, width - used, lettering)
            if parts:
                waiting.extend(reversed(parts[1:]))
                line.append(parts[0])
                used += parts[0].width
                lines.append(line)
                line, used = [], 0.0
                continue
        lines.append(line[: len(line) - len(back)])
        line, used = [], 0.0
        waiting.append(word)
        waiting.extend(reversed(back))
    if line:
        lines.append(line)
    _company(lines, width)
    return lines


def _company(lines: list[list[Word]], width: float) -> None:
    """A short last word gets company from the line above, if that line has words to spare."""
    if len(lines) < 2 or len(lines[-1]) > 1 or len(lines[-1][0].text) > 9:
        return
    above = lines[-2]
    if len(above) < 4 or above[-2].tied or above[-1].last or not above[-1].space:
        return
    together = above[-1].width + above[-1].space + lines[-1][0].width
    if sum(word.width + word.space for word in above[:-1]) > 0.6 * width and together <= width:
        lines[-1].insert(0, above.pop())


def balanced(
    words: list[Word], width: float, lettering: Lettering, place: Place = NOWHERE
) -> list[list[Word]]:
    """Lines of about the same length, for headings."""
    lines = break_lines(words, width, lettering, place)
    if len(lines) < 2:
        return lines
    narrow, wide = width * 0.45, width
    for _ in range(6):
        middle = (narrow + wide) / 2
        try:
            attempt = break_lines(words, middle, lettering)
        except WordTooWide:
            narrow = middle
            continue
        if len(attempt) == len(lines):
            lines, wide = attempt, middle
        else:
            narrow = middle
    return lines


def line_strips(
    lines: list[list[Word]], leading: float, size: float, lettering: Lettering
) -> list[Strip]:
    """Lines as strips: no page begins with the last line of a paragraph or ends with its first."""
    strips: list[Strip] = []
    for line, after in pairwise(lines):
        _no_space_alone(line[-1], after[0], lettering)
    # The baseline stands so that the letters are in the middle of the line's height.
    rise = (leading - size) / 2 + size * 0.24
    for line in lines:
        width = sum(word.width + word.space for word in line) - line[-1].space
        strips.append(Line(height=leading, words=line, rise=rise, width=width))
    last = len(strips) - 1
    for index in range(last):
        if index == 0 or index == last - 1:
            strips[index].price = NEVER
    return strips


def from_source(strips: list[Strip], inlines: Inlines) -> list[Strip]:
    """Lines that know of which inlines they are, and after which other lines of them they come."""
    lines = tuple(strip.words for strip in strips if isinstance(strip, Line))
    for number, strip in enumerate(strips):
        strip.source, strip.source_lines, strip.source_line = inlines, lines, number
    return strips


_HYPHENS = ("-", "\u2010", "\u2011")


def _no_space_alone(last: Word, first: Word, lettering: Lettering) -> None:
    """See that the space at the end of a line is not lost by readers of PDF.

    They lose one that is alone in its run: it joins the letters before it. Where those are for
    print only, or end with a hyphen ("short- and long-term"), it joins the next line.
    """
    end = last.fragments[-1]
    if not end.text.endswith(" "):
        return
    before = last.fragments[-2] if len(last.fragments) > 1 else end
    alone = end.text == " " and end.run is not before.run
    if alone and (is_unread(before.run) or is_unread(end.run)):
        last.fragments.pop()
        first.lead = lead_with_space(first, lettering)
    elif last.text.endswith(_HYPHENS):
        last.fragments[-1] = _respelled(end, end.text[:-1], lettering)
        first.lead = lead_with_space(first, lettering)
    elif alone:
        last.fragments[-2:] = [_respelled(before, before.text + " ", lettering)]


def _respelled(fragment: Fragment, text: str, lettering: Lettering) -> Fragment:
    spelled = lettering.spell(text, fragment.run.style.weight)
    return Fragment(fragment.run, spelled, text, fragment.page_of)


def widest(words: list[Word]) -> float:
    """The width of the widest thing that cannot be parted."""
    most = 0.0
    for word in words:
        if word.width > most:
            parts = _parts(word)
            share = max(map(len, parts)) / len(word.text)
            least = _LEAST_ADDRESS if _is_address(word) else 1.0
            most = max(most, word.width * min(1.0, share * 1.15, least))
    return most


def _split_early(word: Word, room: float, lettering: Lettering) -> list[Word]:
    """A long compound in two, the first part as long as there is room; [] if that does not go."""
    parts = _parts(word)
    if len(parts) < 2 or len(word.text) < 12:
        return []
    for count in range(len(parts) - 1, 0, -1):
        head = "".join(parts[:count])
        if len(head) < 4 or len(word.text) - len(head) < 4 or _WWW.fullmatch(head):
            continue
        if _head(word, len(head), lettering).width <= room:
            return _cut(word, len(head), lettering)
    return []


def _split(word: Word, width: float, lettering: Lettering, place: Place) -> list[Word]:
    """A word wider than the line, cut where an address or a compound may be."""
    places = list(accumulate(map(len, _parts(word)[:-1])))[::-1]
    places += [match.end() for match in re.finditer("\xa0", word.text)][::-1]
    if _is_address(word):  # better anywhere than not at all
        places += [match.end() for match in _ADDRESS.finditer(word.text)][-2::-1]
        host = _host(word.text)
        places.sort(key=lambda at: _unlike_a_name(word.text, at, host))
        places += range(len(word.text) - 1, 0, -1)
    most = _most(word, width, lettering)
    for at in places:
        if at <= most and _head(word, at, lettering).width <= width:
            return _cut(word, at, lettering)
    raise WordTooWide(word.text, word.width, width, place)


def _unlike_a_name(text: str, at: int, host: re.Match[str] | None) -> tuple[bool, int]:
    """How much a cut hides what is named: least where it leaves the end of a host's name whole
    (“co.uk”), most behind “www.”, which says nothing."""
    in_end = host is not None and host.start() < at < host.end() < at + _HOST_END
    return _WWW.fullmatch(text, 0, at) is not None, at if in_end else 0


def _most(word: Word, width: float, lettering: Lettering) -> int:
    """No more letters of a word can stand on a line: to set an address of thousands costs no more
    than one of hundreds."""
    used, count = 0.0, 0
    for fragment in word.fragments:
        style = fragment.run.style
        for letter in fragment.text:
            used += lettering.spell(letter, style.weight).width * style.size / 1000
            count += 1
            if used > width * _KERNED:
                return count
    return count


def _is_address(word: Word) -> bool:
    text = word.text
    return word.address or "/" in text or "@" in text or _DOMAIN.search(text) is not None


def _is_name(word: Word) -> bool:
    """Whether it is an e-mail address or a host without a path: known as a whole, as a name is."""
    return _is_address(word) and "/" not in word.text


def _host(text: str) -> re.Match[str] | None:
    """The name of the host in an address, of the web or of a person."""
    return _HOST.search(text, text.find("@") + 1)


def _address_parts(text: str) -> list[str]:
    """An address at its signs, the end of its host's name with what stands before it."""
    host = _host(text)
    parts: list[str] = []
    at = 0
    for part in _ADDRESS.findall(text):
        if parts and host and host.start() < at < host.end() < at + _HOST_END:
            parts[-1] += part
        else:
            parts.append(part)
        at += len(part)
    return parts


def _parts(word: Word) -> list[str]:
    text = word.text
    if _is_address(word):
        return _address_parts(text)
    if "\u00ad" in text or "\u200b" in text:
        return _SOFT.findall(text)
    return _COMPOUND.findall(text) if "-" in text or "–" in text else [text]


def _cut(word: Word, at: int, lettering: Lettering) -> list[Word]:
    """The word in two after so many letters."""
    rest = Word("", [], space=word.space, tied=word.tied, last=word.last, address=_is_address(word))
    position = 0
    for fragment in word.fragments:
        letters = fragment.text[max(at - position, 0) :]
        if letters:
            _extend(rest, fragment, letters, lettering)
        position += len(fragment.text)
    return [_head(word, at, lettering), rest]


def _head(word: Word, at: int, lettering: Lettering) -> Word:
    """Its first so many letters."""
    first = Word("", [], address=_is_address(word))
    position = 0
    for fragment in word.fragments:
        letters = fragment.text[: max(at - position, 0)]
        if letters:
            _extend(first, fragment, letters, lettering)
        position += len(fragment.text)
    if first.text.endswith("\u00ad"):
        style = first.fragments[-1].run.style
        first.hyphen = lettering.spell("-", style.weight).width * style.size / 1000
        first.width += first.hyphen
    return first


def _extend(word: Word, fragment: Fragment, letters: str, lettering: Lettering) -> None:
    style = fragment.run.style
    spelled = lettering.spell(letters, style.weight)
    word.fragments.append(Fragment(fragment.run, spelled, letters, fragment.page_of))
    shown = letters.rstrip(" ")
    word.text += shown
    if shown:
        word.width += lettering.spell(shown, style.weight).width * style.size / 1000
