"""A paragraph or an item more, less or elsewhere, in a text that stands below a bar."""

from __future__ import annotations

import re

from exporter.saving.below_a_bar import below_a_bar
from exporter.saving.counting import Cut, counted_anew, counting_at
from exporter.saving.passages import Passage
from exporter.saving.refusal import NotSaved
from exporter.saving.scalars import Yaml
from exporter.saving.spelling import as_prose

_COUNTS = re.compile(r"[A-Za-z\d>:\]]")
_ITEM = re.compile(r"[ \t]*(?:[-*+]|\(?(?:\d{1,9}|[A-Za-z]{1,6})[.)])[ \t]+")


def with_block(text: str, beside: Passage, words: str, *, item: bool, above: bool = False) -> str:
    """The text of a file with one paragraph more, below a passage of it, or above.

    `item`: it is an item of the list whose item the passage is. The words stand on one line.
    Raises NotSaved.
    """
    if beside.scalar.style != "|" and not item:
        text, beside = below_a_bar(text, beside)
    yaml = _of_block(text, beside)
    typed = as_prose(words, first=True)
    cuts = _placed(yaml, beside, [typed], item=item, above=above)
    return _made(yaml, cuts, {beside})


def without_block(text: str, passage: Passage) -> str:
    """The text of a file without a passage, which is a paragraph or an item. Raises NotSaved."""
    yaml = _of_block(text, passage)
    return _made(yaml, [_removed(yaml, passage), *_closed_up(yaml, passage)], {passage})


def with_moved_block(text: str, passage: Passage, beside: Passage, *, above: bool = False) -> str:
    """The text of a file in which a passage stands below another one of it, or above.

    Its lines stay as they were typed. Raises NotSaved.
    """
    yaml = _of_block(text, passage)
    _of_block(text, beside)
    begin, marker = _column(yaml, passage), _marker(yaml, passage)
    item = bool(marker.strip())
    if item != bool(_marker(yaml, beside).strip()):
        raise NotSaved("It would stand in another list.")
    lines = [line[begin:] for line in _lines(yaml, passage.first, passage.last)]
    if item:
        lines = [line[len(marker) - begin :] for line in lines[:1]] + lines[1:]
    put = _placed(yaml, beside, lines, item=item, above=above, moved=passage)
    own = counting_at(yaml, passage) if item else None
    stays = own is not None and any(one.first == beside.first for one in own.items)
    closed = [] if stays else _closed_up(yaml, passage)
    return _made(yaml, [_removed(yaml, passage), *closed, *put], {passage, beside})


def with_target(text: str, passage: Passage, old: str, new: str) -> str:
    """The text of a file in which a link of a passage leads to another address. Raises NotSaved."""
    spans = {run.target for run in passage.runs if text[slice(*run.target)] == old}
    if len(spans) != 1 or passage.scalar.style in ("'", '"'):
        raise NotSaved("The address does not stand so in the source.")
    if not new or any(sign.isspace() or sign in "()<>\\" for sign in new):
        raise NotSaved("An address with such signs is for a person to type.")
    ((start, end),) = spans
    return _made(Yaml(text), [Cut(start, end, new)], {passage})


def with_split(text: str, passage: Passage, first: str) -> str:
    """The text of a file in which a passage is two paragraphs: `first` and the rest.

    Raises NotSaved.
    """
    yaml = _of_block(text, passage)
    at = len(first)
    if _marker(yaml, passage).strip() or passage.words[at : at + 1] != " ":
        raise NotSaved("Only a paragraph can be parted, between two words.")
    number = passage.places[at]
    sign = passage.signs[number]
    if number < 0 or sign.depth:
        raise NotSaved("It would be parted within a mark.")
    start = passage.notes.get(passage.signs[number - 1].end, passage.signs[number - 1].end)
    cut = Cut(start, sign.end, yaml.newline * 2 + " " * _column(yaml, passage))
    return _made(yaml, [cut], {passage})


def with_merged(text: str, passage: Passage, follower: Passage) -> str:
    """The text of a file in which a paragraph goes on with the one below it. Raises NotSaved."""
    yaml = _of_block(text, passage)
    between = _lines(yaml, passage.last + 1, follower.first - 1)
    if passage.path != follower.path or not between or any(one.strip() for one in between):
        raise NotSaved("The two do not follow one another in one text.")
    if _marker(yaml, passage).strip() or _marker(yaml, follower).strip():
        raise NotSaved("Only paragraphs can be joined.")
    cut = Cut(yaml.after(passage.last), yaml.starts[follower.first - 1])
    return _made(yaml, [cut], {passage})


def _of_block(text: str, passage: Passage) -> Yaml:
    if passage.scalar.style != "|" or not passage.prose:
        raise NotSaved("It stands in a value of one line, where there can be one paragraph only.")
    return Yaml(text)


def _lines(yaml: Yaml, first: int, last: int) -> list[str]:
    ends = [*yaml.starts[1:], len(yaml.text)]
    return [
        yaml.text[yaml.starts[n - 1] : ends[n - 1]].rstrip("\r\n") for n in range(first, last + 1)
    ]


def _line(yaml: Yaml, number: int) -> str:
    return _lines(yaml, number, number)[0] if 0 < number <= len(yaml.starts) else ""


def _column(yaml: Yaml, passage: Passage) -> int:
    line = _line(yaml, passage.first)
    return len(line) - len(line.lstrip())


def _marker(yaml: Yaml, passage: Passage) -> str:
    """What stands before the words on their first line: spaces, and the sign of an item."""
    typed = passage.signs[0].start
    for run in passage.runs:
        if run.inside == typed:
            typed = run.start
    return yaml.text[yaml.starts[passage.first - 1] : typed]


def _placed(
    yaml: Yaml,
    beside: Passage,
    typed: list[str],
    *,
    item: bool,
    above: bool,
    moved: Passage | None = None,
) -> list[Cut]:
    """Where lines are put, and what is typed there; and what counts anew with them.

    `moved`: the lines are those of this passage, which goes away from where it stands.
    """
    marker, newline = _marker(yaml, beside), yaml.newline
    anew: list[Cut] = []
    column = _column(yaml, beside)
    wider = 0
    if item:
        if not marker.strip():
            raise NotSaved("There is no list here to which an item can be added.")
        marker, anew = _next(yaml, beside, marker, above=above, moved=moved)
        if moved is not None:
            wider = len(marker) - column - len(_marker(yaml, moved)) + _column(yaml, moved)
        loose = _is_loose(yaml, beside)
    else:
        if marker.strip() or _follows_item(yaml, beside, above=above):
            raise NotSaved("A paragraph here would part a list, a quotation or a note.")
        marker, loose = " " * column, True
    further = " " * (column + wider)
    lines = [f"{marker if n == 0 else further}{one}" for n, one in enumerate(typed)]
    block = newline.join(lines)
    if above:
        at = yaml.starts[beside.first - 1]
        return [Cut(at, at, block + newline * (2 if loose else 1)), *anew]
    at = yaml.after(beside.last)
    lead = newline if loose else ""
    if not yaml.text[:at].endswith(("\n", "\r")):
        return [Cut(at, at, newline + lead + block), *anew]
    return [Cut(at, at, lead + block + newline), *anew]


def _next(
    yaml: Yaml, beside: Passage, marker: str, *, above: bool, moved: Passage | None
) -> tuple[str, list[Cut]]:
    """The sign of the new item; and those of the items after it, which count anew."""
    counting = counting_at(yaml, beside)
    if counting is None:
        if _COUNTS.search(marker):
            raise NotSaved("It would stand in a quotation, a note or a list of another kind.")
        return marker, []
    gone = [n for n, one in enumerate(counting.items) if moved and one.first == moved.first]
    order = [n for n in range(len(counting.items)) if n not in gone]
    at = counting.number_of(beside.first) + (not above)
    place = sum(1 for one in order if one < at)
    numbers = {one: n + (n >= place) for n, one in enumerate(order)}
    item = counting.items[counting.number_of(beside.first)]
    start = item.start - yaml.starts[beside.first - 1]
    typed = marker[:start] + counting.sign(place) + marker[start + len(item.sign) :]
    return typed, list(counted_anew(yaml, counting, numbers))


def _closed_up(yaml: Yaml, passage: Passage) -> list[Cut]:
    """The signs of the items after one that goes away."""
    counting = counting_at(yaml, passage) if _marker(yaml, passage).strip() else None
    if counting is None:
        return []
    gone = counting.number_of(passage.first)
    later = range(gone + 1, len(counting.items))
    return list(counted_anew(yaml, counting, {one: one - 1 for one in later}))


def _below(yaml: Yaml, passage: Passage) -> list[str]:
    return _lines(yaml, passage.last + 1, min(passage.last + 3, len(yaml.starts)))


def _is_loose(yaml: Yaml, beside: Passage) -> bool:
    """Whether there are empty lines between the items."""
    kind = _kind(_line(yaml, beside.first))
    below = _below(yaml, beside)
    after = len(below) > 1 and not below[0].strip() and _kind(below[1]) == kind
    above, over = _line(yaml, beside.first - 1), _line(yaml, beside.first - 2)
    return after or (not above.strip() and _kind(over) == kind)


def _kind(line: str) -> str:
    """The sign of an item with the spaces before it; figures and letters are all the same."""
    found = _ITEM.match(line)
    return re.sub(r"\d+|[A-Za-z]+", "1", found[0]) if found else ""


def _follows_item(yaml: Yaml, beside: Passage, *, above: bool) -> bool:
    """Whether a line below goes on with the list or the lines of this passage."""
    if above:
        return bool(_line(yaml, beside.first - 1).strip()) and beside.first > beside.scalar.line
    last = yaml.line_of(max(beside.scalar.end - 1, 0))
    below = _below(yaml, beside)
    return beside.last < last and bool(below and below[0].strip()) and below[0].strip() != ":::"


def _removed(yaml: Yaml, passage: Passage) -> Cut:
    """The lines of a passage, and one of the empty lines around them."""
    scalar = passage.scalar
    lines = [one.start for one in scalar.letters if one.sign.strip()]
    inside = [
        n for n in {yaml.line_of(one) for one in lines} if not passage.first <= n <= passage.last
    ]
    if not inside:
        raise NotSaved("Nothing would be left of this text.")
    first, last = passage.first, passage.last
    ends = last >= max(inside) or last == len(yaml.starts)
    empty_above = first - 1 >= scalar.line and not _line(yaml, first - 1).strip()
    empty_below = not _line(yaml, last + 1).strip()
    if ends and empty_above:
        first -= 1
    elif empty_below and last < len(yaml.starts) and (empty_above or first == scalar.line):
        last += 1
    return Cut(yaml.starts[first - 1], yaml.after(last))


def _made(yaml: Yaml, cuts: list[Cut], touched: set[Passage]) -> str:
    """The text with all of it done; all other values are as they were."""
    made = yaml.text
    for cut in sorted(cuts, key=lambda one: (one.start, one.end), reverse=True):
        made = made[: cut.start] + cut.typed + made[cut.end :]
    after = Yaml(made)
    paths = {one.path for one in touched}
    before = {one.path: one.value for one in yaml.scalars if one.path not in paths}
    if {one.path: one.value for one in after.scalars if one.path not in paths} != before:
        raise NotSaved("Something else would change with it.")
    return made
