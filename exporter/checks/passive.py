"""Our own rule for the passive: a form of "be" or "get", perhaps adverbs, and a participle."""

from __future__ import annotations

from collections.abc import Iterator

from exporter.checks.reading import Sentence
from exporter.checks.word_lists import words
from exporter.checks.word_sets import word_set

_BE = word_set(
    "am is are was were be been being isn't aren't wasn't weren't ain't i'm you're we're "
    "they're it's he's she's that's there's who's what's"
)
_GET = word_set("get gets got getting gotten")
_BETWEEN = word_set(
    "not never always often also now still being been usually sometimes only just already "
    "first then soon all both well to be even ever really very so too no longer once best "
    "better much more most less least quite almost rather perhaps maybe later sometimes"
)
_NOUN_BEGINNERS = word_set(
    "the a an my your our their his her its this that these those it they we you he she i "
    "people everyone everybody any all some"
)
_STOPS = word_set("that who which to of in on at for with and or but if when there not")
_ASKING = word_set("what when where why how who which")
_OFF = word_set("off out in away back up")
_WINDOW = 4


def passive_in(sentence: Sentence) -> Iterator[str]:
    """The words of each passive, from the "be" to the participle."""
    lower = sentence.lower
    last = -1
    for index, word in enumerate(lower):
        if index <= last or (word not in _BE and word not in _GET):
            continue
        found = _participle_after(lower, index)
        if found is None and sentence.text.endswith("?"):
            found = _participle_in_question(lower, index)
        if found is not None:
            last = found
            yield sentence.piece(index, found + 1)


def _participle_after(lower: tuple[str, ...], index: int) -> int | None:
    got = lower[index] in _GET
    for position in range(index + 1, min(index + 2 + _WINDOW, len(lower))):
        word = lower[position]
        if _is_participle(lower, position, got):
            return position
        if word in _BETWEEN or _is_adverb(word):
            continue
        return None
    return None


def _participle_in_question(lower: tuple[str, ...], index: int) -> int | None:
    """ "Is the form signed?": between the two stands who it is about."""
    asked_first = index == 0 or (index <= 2 and lower[0] in _ASKING)
    if not asked_first or index + 1 >= len(lower) or lower[index + 1] not in _NOUN_BEGINNERS:
        return None
    for position in range(index + 2, min(index + 3 + _WINDOW, len(lower))):
        if lower[position] in _STOPS:
            return None
        if _is_participle(lower, position, False):
            return position
    return None


def _is_adverb(word: str) -> bool:
    return word.endswith("ly") and word not in words("adjectives_in_ly")


def _is_participle(lower: tuple[str, ...], position: int, got: bool) -> bool:
    word = lower[position]
    following = lower[position + 1] if position + 1 < len(lower) else ""
    if word == "called" and following in _OFF:
        return True
    if "-" in word or not looks_like_participle(word):
        return False
    if got and word in words("after_get"):
        return False
    if word in words("feelings_and_states"):
        return False
    if word.startswith("un") and word not in ("undone", "understood", "undertaken", "united"):
        return False
    if word in words("states_unless_by"):
        return following == "by" and not _is_time(lower, position + 2)
    if word == "left" and following not in ("out", "behind", "alone", "by", "off"):
        return False
    if word == "used" and following == "to":
        return not _accustomed(lower, position + 2)
    return True


def looks_like_participle(word: str) -> bool:
    """Whether a word in small letters has the form of one: "signed", "written"."""
    regular = word.endswith("ed") and len(word) > 3 and word not in words("not_participles")
    return regular or word in ("been", "had") or word in words("irregular_participles")


def _is_time(lower: tuple[str, ...], position: int) -> bool:
    following = lower[position] if position < len(lower) else ""
    return following in words("times") or following[:1].isdigit()


def _accustomed(lower: tuple[str, ...], position: int) -> bool:
    """ "They are used to the noise", "to waiting": no passive, but "is used to help" is one."""
    following = lower[position] if position < len(lower) else ""
    return following in _NOUN_BEGINNERS or (following.endswith("ing") and following != "bring")
