"""Tracked changes of a Word file: who made which, and the parts as they are once it is decided.

A part is taken whole: runs put in and taken out, ends of paragraphs put in and taken out (two
paragraphs become one), rows and cells, moved words, and looks (ISO 29500-1, 17.13.5).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import TypeAlias

from exporter.word_file.names import Element, W

_IN = frozenset((f"{W}ins", f"{W}moveTo"))
_OUT = frozenset((f"{W}del", f"{W}moveFrom"))
_CELLS = {f"{W}cellIns": True, f"{W}cellDel": False}
_LOOKS = frozenset(
    f"{W}{name}"
    for name in (
        "rPrChange", "pPrChange", "tblPrChange", "tblPrExChange", "trPrChange", "tcPrChange",
        "sectPrChange", "tblGridChange", "numberingChange",
    )
)  # fmt: skip
_LIVE = {f"{W}delText": f"{W}t", f"{W}delInstrText": f"{W}instrText"}


@dataclass(frozen=True, slots=True)
class Author:
    """Who made a tracked change, and when, as Word wrote it: "2026-11-02T10:00:00Z"."""

    name: str
    date: str


Accepts: TypeAlias = Callable[[Author], bool]


def author_of(element: Element) -> Author:
    """Who made the change that this element is, or wrote this comment."""
    return Author(element.get(f"{W}author", ""), element.get(f"{W}date", ""))


def accept_all(author: Author) -> bool:
    """Every change, whoever made it."""
    del author
    return True


def tracked_in(root: Element) -> Iterator[Element]:
    """Every change of words in a part, in order."""
    for element in root.iter(*_IN, *_OUT, *_CELLS):
        if element.get(f"{W}author") is not None:
            yield element


def runs_on(paragraph: Element, *, accepted: bool = True) -> bool:
    """Whether the words of a paragraph go on in the next.

    Its end is taken out, or moved away, and the change not yet decided; or it is a dropped capital.
    `accepted`: as if the changes were accepted; else as if they were rejected.
    """
    frame = paragraph.find(f"{W}pPr/{W}framePr")
    if frame is not None and frame.get(f"{W}dropCap", "none") != "none":
        return True
    mark = paragraph.find(f"{W}pPr/{W}rPr")
    gone = _OUT if accepted else _IN
    return mark is not None and any(one.tag in gone for one in mark)


def decided(root: Element, accepts: Accepts = accept_all) -> Element:
    """A copy of a part in which every tracked change is accepted or rejected."""
    made = deepcopy(root)
    for element in reversed(list(made.iter(*_IN, *_OUT, *_CELLS, *_LOOKS))):
        _decide(element, accepts(author_of(element)))
    for table in reversed(list(made.iter(f"{W}tbl"))):
        parent = table.getparent()
        if parent is not None and table.find(f".//{W}tr") is None:
            parent.remove(table)
    _join(made)
    return made


def _decide(element: Element, accepted: bool) -> None:
    parent = element.getparent()
    if parent is None:
        return
    if element.tag in _LOOKS:
        _decide_look(element, parent, accepted)
        return
    stays = accepted == _CELLS.get(element.tag, element.tag in _IN)
    around = parent.getparent()
    if parent.tag == f"{W}trPr" or element.tag in _CELLS:
        parent.remove(element)
        if not stays and around is not None:
            _remove(around)
    elif parent.tag == f"{W}rPr":
        parent.remove(element)
        if not stays and around is not None and around.tag == f"{W}pPr":
            around.set(_ENDLESS, "1")
    elif stays:
        _unwrap(element, parent)
    else:
        parent.remove(element)


_ENDLESS = "endless"
"""Set for a while on the properties of a paragraph whose end is gone."""


def _decide_look(element: Element, parent: Element, accepted: bool) -> None:
    before = next(iter(element), None)
    parent.remove(element)
    if accepted or before is None or before.tag != parent.tag:
        return
    kept = [one for one in parent if one.tag in (f"{W}rPr", f"{W}sectPr")]
    for one in list(parent):
        parent.remove(one)
    parent.extend([*before, *kept])


def _unwrap(element: Element, parent: Element) -> None:
    for inside in element.iter(*_LIVE):
        inside.tag = _LIVE[inside.tag]
    for inside in list(element):
        element.addprevious(inside)
    parent.remove(element)


def _remove(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _join(root: Element) -> None:
    """A paragraph without its end goes on with the next one, whose look it takes."""
    endless = [one for one in root.iter(f"{W}pPr") if one.attrib.pop(_ENDLESS, None)]
    for properties in endless:
        paragraph = properties.getparent()
        if paragraph is None or paragraph.getparent() is None:
            continue
        own = [one for one in paragraph if one is not properties]
        follower = paragraph.getnext()
        while follower is not None and follower.tag in _BETWEEN:
            follower = follower.getnext()
        if follower is not None and follower.tag == f"{W}p":
            first = follower.find(f"{W}pPr")
            at = 0 if first is None else follower.index(first) + 1
            follower[at:at] = own
            _remove(paragraph)
        elif not any(one.tag == f"{W}r" or len(one) for one in own) and _is_not_alone(paragraph):
            _remove(paragraph)


_BETWEEN = frozenset(
    f"{W}{name}"
    for name in (
        "bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "proofErr",
        "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd",
    )
)  # fmt: skip


def _is_not_alone(paragraph: Element) -> bool:
    ways = (paragraph.itersiblings(f"{W}p", preceding=way) for way in (True, False))
    return any(next(way, None) is not None for way in ways)
