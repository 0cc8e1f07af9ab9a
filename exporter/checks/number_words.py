"""Numbers that are written in words, and their digits."""

from __future__ import annotations

from collections.abc import Iterator

from exporter.checks.reading import Sentence
from exporter.checks.word_lists import words
from exporter.checks.word_sets import spaced, word_set

_ONES = {
    word: value
    for value, word in enumerate(
        spaced(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen "
            "fourteen fifteen sixteen seventeen eighteen nineteen"
        )
    )
}
_TENS = {
    word: value * 10
    for value, word in enumerate(
        spaced("twenty thirty forty fifty sixty seventy eighty ninety"), start=2
    )
}
_SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000}
_SMALL = _ONES | _TENS
_MOST = 10**15
"""“Hundred hundred hundred …” is no number that anybody means."""
_NEVER_BEFORE = word_set("no any some every each this that the which another")
"""Before "one" these make a pronoun of it: "the one", "each one"."""


def number_words_in(sentence: Sentence) -> Iterator[tuple[str, str]]:
    """Each number in words, with its digits; "one" only where it counts something."""
    lower = sentence.lower
    index = 0
    while index < len(lower):
        end, value = _number_at(lower, index)
        if end == index:
            index += 1
            continue
        if _is_number(sentence, index, end):
            found = sentence.piece(index, end)
            digits = f"{value:,}" if value < _MOST else ""
            yield found, _share(found) or digits
        index = end


def _value(word: str) -> int | None:
    if word in _SMALL:
        return _SMALL[word]
    tens, hyphen, ones = word.partition("-")
    if ones in _PARTS:
        return _ONES.get(tens)
    if hyphen and tens in _TENS and _ONES.get(ones, 0) in range(1, 10):
        return _TENS[tens] + _ONES[ones]
    return None


_PARTS = {
    "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5, "half": 2,
    "halves": 2,
}  # fmt: skip


def _share(found: str) -> str:
    """ "two-thirds" as people: "2 in 3"; empty for a whole number."""
    ones, _, part = found.lower().replace(" ", "-").partition("-")
    parts = _PARTS.get(part)
    return f"{_ONES[ones]} in {parts}" if parts else ""


def _number_at(lower: tuple[str, ...], start: int) -> tuple[int, int]:
    """Where a number in words that begins at `start` ends, and its value."""
    first = _value(lower[start])
    if lower[start] == "a" and start + 1 < len(lower) and lower[start + 1] in _SCALES:
        first = 1
    if start + 1 < len(lower) and lower[start + 1] in _PARTS and first in (1, 2, 3):
        return start + 2, 0
    if lower[start] == "dozen":
        return start + 1, 12
    if first is None:
        return start, 0
    total, part, index = 0, first, start + 1
    if index < len(lower) and lower[start] in _TENS and lower[index] in _ONES:
        ones = _ONES[lower[index]]
        if 1 <= ones <= 9:
            part, index = part + ones, index + 1
    while index < len(lower):
        word = lower[index]
        if word in _SCALES:
            scale = _SCALES[word]
            if scale == 100:
                part = min(part * 100, _MOST)
            else:
                total, part = min(total + part * scale, _MOST), 0
            index += 1
        elif word == "and" and lower[index - 1] in _SCALES and index + 1 < len(lower):
            value = _value(lower[index + 1])
            if value is None:
                break
            part, index = part + value, index + 2
        elif lower[index - 1] in _SCALES and _value(word) is not None:
            part, index = part + (_value(word) or 0), index + 1
        else:
            break
    return index, total + part


def _is_number(sentence: Sentence, start: int, end: int) -> bool:
    lower = sentence.lower
    before = lower[start - 1] if start else ""
    following = lower[end] if end < len(lower) else ""
    if _in_name(sentence, start, end) or _says_per_cent(lower, end):
        return False
    if end - start == 1 and lower[start] == "one":
        if before in _NEVER_BEFORE:
            return False
        counts = following in words("counted_things") or following.removesuffix("s") in words(
            "counted_things"
        )
        in_ratio = (
            following in ("in", "out")
            and end + 1 < len(lower)
            and (lower[end + 1] in _SMALL or lower[end + 1] == "of" or lower[end + 1].isdigit())
        )
        return counts or in_ratio or (following == "or" and lower[end + 1 : end + 2] == ("two",))
    return not (lower[start] == "zero" and end - start == 1)


def _says_per_cent(lower: tuple[str, ...], end: int) -> bool:
    """Whether a percentage follows: that is another rule's business."""
    return lower[end : end + 1] == ("percent",) or lower[end : end + 2] == ("per", "cent")


def _in_name(sentence: Sentence, start: int, end: int) -> bool:
    """ "Two Rivers", "Channel Four": capitals where no sentence begins."""
    first = sentence.words[start].text
    if not first[:1].isupper():
        return False
    following = sentence.words[end].text if end < len(sentence.words) else ""
    return following[:1].isupper() if start == 0 else True
