"""What of a preview is sent: all of it the first time, then only what has changed.

The pages of readers hold their pictures and typefaces within them. A window that shows them again
and again gets each of those once, at an address that names what it is; and of the page itself the
pieces that say something else than those that it has.
"""

from __future__ import annotations

import base64
import re
from collections import OrderedDict
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import TypeAlias, TypeVar

from exporter.fingerprint import sha256

AT = "/made/"
"""Before the name of a picture or a typeface in its address."""
Splice: TypeAlias = tuple[int, int, tuple[str, ...]]
"""From which piece on, how many give way, and what stands there now."""

_DATA = re.compile(r"data:([a-z]+/[a-z0-9+.-]+);base64,([A-Za-z0-9+/=]{200,})")
_OWN_RULES = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
_SCRIPT = re.compile(r"<script\b.*?</script>", re.DOTALL)
_PIECE = re.compile(r"(?=<(?:section|h[1-6]|p|li|tr|figure|table|nav|div|footer|dt|dd|style)\b)")
_MOST_KEPT = 12
"""Pages that a window may still show: four of each of the three editions of one document."""
_MOST_PAGES = 6
"""Pages whose bytes are kept, to know them again: the three editions of two documents."""
_MOST_COMPARED = 1_000
"""Pieces: more take too long to compare each with each."""
_MOST_BYTES = 100_000_000
"""Of pictures and typefaces: more than those of two documents."""


@dataclass(frozen=True, slots=True)
class Cut:
    """A page in pieces; `says` is the same for pages that are the same."""

    says: str
    pieces: tuple[str, ...] = field(repr=False)

    @property
    def text(self) -> str:
        return "".join(self.pieces)


@dataclass(frozen=True, slots=True)
class Thing:
    """A picture or a typeface. It never changes: another one has another name."""

    kind: str
    data: bytes = field(repr=False)


@dataclass(slots=True)
class Sent:
    """The pages that windows may show now, and what stands in them. Safe beside threads: each
    entry is whole, and one that is gone is sent again."""

    _cuts: OrderedDict[str, Cut] = field(default_factory=OrderedDict, repr=False)
    _pages: OrderedDict[bytes, Cut] = field(default_factory=OrderedDict, repr=False)
    _things: OrderedDict[str, Thing] = field(default_factory=OrderedDict, repr=False)

    def cut(self, page: bytes) -> Cut:
        """A page of readers as the studio shows it: without scripts, which would not run, and
        without rules of its own, for those of the studio hold, and are stricter. What was cut
        a moment ago is not cut again: a key changes few of the editions."""
        made = self._pages.pop(page, None) or self._cut(page)
        _keep(self._pages, page, made, _MOST_PAGES)
        _keep(self._cuts, made.says, made, _MOST_KEPT)
        return made

    def _cut(self, page: bytes) -> Cut:
        """Without pictures and typefaces first: what is left is a fifth as long."""
        text = _DATA.sub(self._at, page.decode())
        text = _SCRIPT.sub("", _OWN_RULES.sub("", text, count=1))
        pieces = tuple(_PIECE.split(text))
        return Cut(sha256("\0".join(pieces).encode()), pieces)

    def thing(self, name: str) -> Thing | None:
        """The picture or typeface of this name, if a page of those that were made last has it."""
        return self._things.get(name)

    def since(self, seen: str, now: Cut) -> tuple[Splice, ...]:
        """What makes of the page that a window shows the one that there is now, from its end on.

        Of a page that nobody knows any more, all of it.
        """
        before = self._cuts.get(seen)
        if before is None:
            return ((0, -1, now.pieces),)
        return tuple(reversed(spliced(before.pieces, now.pieces)))

    def _at(self, found: re.Match[str]) -> str:
        name = sha256(found[0].encode())
        if name not in self._things:
            self._things[name] = Thing(found[1], base64.b64decode(found[2]))
            while sum(len(one.data) for one in self._things.values()) > _MOST_BYTES:
                self._things.popitem(last=False)
        else:
            self._things.move_to_end(name)
        return f"{AT}{name}"


Key = TypeVar("Key")


def _keep(kept: OrderedDict[Key, Cut], key: Key, made: Cut, most: int) -> None:
    """As the last one; the oldest go. Another thread may have taken one away meanwhile."""
    kept[key] = made
    kept.move_to_end(key)
    while len(kept) > most:
        kept.popitem(last=False)


def spliced(before: tuple[str, ...], now: tuple[str, ...]) -> list[Splice]:
    """How one list of pieces becomes another, in their order: what differs between the first and
    the last piece that do."""
    least = min(len(before), len(now))
    head = next((n for n in range(least) if before[n] != now[n]), least)
    most = least - head
    tail = next((n for n in range(most) if before[-1 - n] != now[-1 - n]), most)
    old, new = before[head : len(before) - tail], now[head : len(now) - tail]
    if max(len(old), len(new)) > _MOST_COMPARED:
        return [(head, len(old), new)]
    codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return [(head + i, j - i, new[k:m]) for same, i, j, k, m in codes if same != "equal"]
