"""Words that the program or a brand sets, where somebody has changed them: told, never saved."""

from __future__ import annotations

from collections import Counter

from exporter.changes.change import Change
from exporter.origin import Origin
from exporter.outline import TOLD_AGAIN, Outline
from exporter.saving.words import folded


def changed_furniture(origin: Origin, theirs: Outline) -> list[Change]:
    """What of the furniture of a file differs from that with which it was made."""
    brand = [folded(one) for one in origin.brand_words]
    was = Counter(folded(one.text) for one in origin.furniture if one.role not in _SET_ASIDE)
    said, new = [], []
    for entry in theirs:
        words = folded(entry.text)
        if entry.role in _SET_ASIDE or not words:
            continue
        said.append(words)
        if was[words]:
            was[words] -= 1
        elif not any(words == one or words.endswith(f": {one}") for one in brand):
            new.append(entry.text)
    lost = [
        words
        for words in origin.brand_words
        if not any(one == folded(words) or one.endswith(f": {folded(words)}") for one in said)
    ]
    gone = [one.text for one in origin.furniture if was[folded(one.text)] > 0]
    made = [_of_brand(one, new) for one in lost]
    made += [one for old in gone if (one := _of_program(old, new)).new]
    return made + [_told("", one, _PROGRAM) for one in new]


def _of_brand(old: str, new: list[str]) -> Change:
    return _told(old, _nearest(old, new), _BRAND)


def _of_program(old: str, new: list[str]) -> Change:
    return _told(old, _nearest(old, new), _PROGRAM)


def _nearest(old: str, new: list[str]) -> str:
    """The most like of the new words, which are taken away from them."""
    words = set(folded(old).split())
    alike = [(len(words & set(folded(one).split())), one) for one in new]
    shared, found = max(alike, default=(0, ""))
    if not shared:
        return ""
    new.remove(found)
    return found


def _told(old: str, new: str, why: str) -> Change:
    return Change(kind="furniture", old=old, new=new, state="for a person", why=why)


_SET_ASIDE = (*TOLD_AGAIN, "figure")
"""Runs, whose words are those of the whole again; and a brand's logo, which is no words."""
_BRAND = "These words are of the brand or the partner, and stand in its file."
_PROGRAM = "The program sets these words."
