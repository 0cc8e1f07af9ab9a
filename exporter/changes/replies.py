"""What somebody filled in: answers to the questions of a file, which are no changes of its words.

People fill in a form as they can: they tick a box, or type an X beside it; they type into a field,
beside it, below it, behind the question or over it. All of that is an answer, told as it was meant
where that is plain. Whatever is left of it is taken away, so that the rest can be compared.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace

from exporter.changes.aligning import Pair, aligned
from exporter.changes.units import Unit
from exporter.saving.words import folded

_TICKS = (
    r"(?:[xX]|[\u2611\u2612\u2713-\u2718\u221a\u2705\u274c\u274e\U0001f5f8\U0001f5f9"
    r"\u25c9\u25cf\u29bf\u26ab]\ufe0f?)"
)
_BOX = "[\u2610\u25a1\u25fb\u25cb\u25ef\u26aa]"
"""Marks and boxes, square and round, as people type them."""
_BEFORE = re.compile(rf"(?:\[\s*)?({_TICKS}|{_BOX}|\[\s*\])[\]).:]?\s*(?=\S)")
_BEHIND = re.compile(rf"(?<=\S)\s*[\[(]?({_TICKS}|{_BOX})[\])]?$")
_BESIDE_BOX = "It was marked beside the box, which is not ticked."
_BESIDE_ANSWER = "Words were typed beside the answer."
_BOLD = "It is bold; its box is not ticked."
_OWN = "An answer was added to those that were asked for."
_MORE_THAN_ONE = "More than one answer is ticked; one was asked for."
_BESIDE_FIELD = "It was typed beside the field, or below it."
_BEHIND_QUESTION = "It was typed behind the question."
_OVER_QUESTION = "It was typed over the question."
_LONGEST_ANSWER = 1000
"""Letters of an answer that a box stands before, with a mark beside it."""
_SEVERAL = 20
"""Things below lines to write on that are taken for an answer; of more no form is made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What was answered to one question; `why` says what is odd about the way."""

    question: Unit
    said: tuple[str, ...]
    why: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of the file as it was made: its words, and the answers that it has boxes for."""

    label: Unit
    parts: tuple[Unit, ...]
    """All that belongs to it, its words too."""
    answers: tuple[Unit, ...] = ()


@dataclass(frozen=True, slots=True)
class FilledIn:
    """What was answered, and the pairs of things without that. `parts` are ids of what belongs to
    questions."""

    replies: tuple[Reply, ...]
    pairs: list[Pair]
    parts: frozenset[int]


def filled_in(
    base: Sequence[Unit],
    theirs: Sequence[Unit],
    moved_words: Collection[str] = (),
    one_answer: Collection[str] = (),
) -> FilledIn:
    """The things of both, aligned, with the answers apart. `one_answer` are the words of questions
    that ask for one."""
    questions = list(asked(base))
    if not questions:
        return FilledIn((), aligned(base, theirs, moved_words), frozenset())
    form = _Form(base, questions)
    left = list(form.without_typed(theirs))
    pairs = form.without_replies(aligned(base, left, moved_words))
    parts = frozenset(id(part) for question in questions for part in question.parts)
    return FilledIn(tuple(form.replies(one_answer)), pairs, parts)


def asked(base: Sequence[Unit]) -> Iterator[Asked]:
    """The questions of a file: a label, then answers with a box each; or a label with a field."""
    parts: list[Unit] = []
    answers: list[Unit] = []
    for unit in base:
        role = unit.entry.role
        if role == "label":
            if answers:
                yield Asked(parts[0], tuple(parts), tuple(answers))
            parts, answers = [unit], []
        elif parts and (role == "item" and unit.takes("check")):
            parts.append(unit)
            answers.append(unit)
        elif parts and role == "paragraph" and len(parts) == 1:
            parts.append(unit)  # how many to choose
        else:
            if answers:
                yield Asked(parts[0], tuple(parts), tuple(answers))
            parts, answers = [], []
        if parts and not answers and unit.takes("text"):
            yield Asked(parts[0], tuple(parts))
            parts = []
    if answers:
        yield Asked(parts[0], tuple(parts), tuple(answers))


@dataclass(slots=True)
class _Said:
    """What is known of the reply to one question."""

    ticked: list[str] = field(default_factory=list)
    typed: list[str] = field(default_factory=list)
    why: str = ""


class _Form:
    """The questions of one file, and what is found of replies to them."""

    def __init__(self, base: Sequence[Unit], questions: Sequence[Asked]) -> None:
        self.questions = questions
        self._said = {id(one.label): _Said() for one in questions}
        self._of = {id(part): one for one in questions for part in one.parts}
        self._known = {unit.key for unit in base if unit.takes("text")}
        self._answers = {unit.words for one in questions for unit in one.answers}
        self._typed: dict[int, list[Unit]] = {}
        """What stands in fields, by the thing before it."""
        self._marked: dict[int, bool] = {}
        """Answers with a mark typed beside the box: whether it says yes."""

    def replies(self, one_answer: Collection[str]) -> Iterator[Reply]:
        """In the order of the questions; none where nothing was answered."""
        for one in self.questions:
            said = self._said[id(one.label)]
            if said.ticked or said.typed:
                every = (*said.ticked, *said.typed)
                too_many = len(said.ticked) > 1 and one.label.text in one_answer
                why = said.why or (_MORE_THAN_ONE if too_many else "")
                yield Reply(question=one.label, said=every, why=why)

    # ---- before things are aligned ----

    def without_typed(self, theirs: Sequence[Unit]) -> Iterator[Unit]:
        """The things without what stands in fields, and without marks beside boxes."""
        last: Unit | None = None
        for unit in theirs:
            takes = unit.takes("text") and unit.entry.role not in ("label", "heading")
            if takes and last is not None and unit.key not in self._known:
                self._typed.setdefault(id(last), []).append(unit)
                continue
            last = self._without_mark(unit) if unit.entry.role == "item" else unit
            yield last

    def _without_mark(self, unit: Unit) -> Unit:
        text = unit.entry.text
        if len(text) > _LONGEST_ANSWER or unit.words in self._answers:
            return unit
        for found in (_BEFORE.match(text), _BEHIND.search(text)):
            if found is None:
                continue
            rest = text[: found.start()] + text[found.end() :]
            if folded(rest) in self._answers:
                bare = replace(unit, entry=replace(unit.entry, text=rest), inside=())
                self._marked[id(bare)] = re.fullmatch(_TICKS, found[1]) is not None
                return bare
        return unit

    # ---- afterwards ----

    def without_replies(self, pairs: Sequence[Pair]) -> list[Pair]:
        """The pairs as if nothing had been answered; what was is taken down."""
        left: list[Pair] = []
        around: Asked | None = None
        below = 0
        for pair in pairs:
            base, theirs = pair.before, pair.after
            if base is not None and theirs is not None and not pair.moved:
                around = self._of.get(id(base))
                below = 0
                if around is not None:
                    theirs = self._without_reply(around, base, theirs)
                    left.append(Pair(base, theirs))
                    self._in_fields(around, pair.after)
                    continue
            elif base is None and theirs is not None and around is not None and below < _SEVERAL:
                below += 1
                if self._is_reply(around, theirs):
                    continue
            left.append(pair)
            if theirs is not None:
                self._in_fields(around, theirs)
        return left

    def _in_fields(self, around: Asked | None, unit: Unit | None) -> None:
        """What stands in a field below a thing, taken down for the question that it belongs to."""
        for typed in self._typed.get(id(unit), ()):
            if around is not None:
                said = self._said[id(around.label)]
                said.typed.append(typed.entry.text)
                values = {folded(one.value) for one in typed.fields}
                said.why = said.why or ("" if typed.words in values else _BESIDE_FIELD)

    def _is_reply(self, around: Asked, unit: Unit) -> bool:
        """Whether something new below a question answers it: all below lines to write on; below
        answers only one more of them."""
        role = unit.entry.role
        if unit.is_row or role not in ("paragraph", "item"):
            return False
        if around.answers and role != "item":
            return False
        said = self._said[id(around.label)]
        said.typed.append(unit.entry.text)
        said.why = said.why or (_OWN if around.answers else _BESIDE_FIELD)
        return True

    def _without_reply(self, around: Asked, base: Unit, theirs: Unit) -> Unit:
        """A thing of a question as it was, with what it says of the reply taken down."""
        said = self._said[id(around.label)]
        if any(base is one for one in around.answers):
            return self._answer(said, base, theirs)
        if base is around.label and not around.answers and base.words != theirs.words:
            return self._label(said, base, theirs)
        return theirs

    def _label(self, said: _Said, base: Unit, theirs: Unit) -> Unit:
        rest = _rest(base, theirs)
        if rest:
            said.typed.append(rest)
            said.why = _BEHIND_QUESTION
            return base
        shared = 2 * (base.counts & theirs.counts).total()
        if shared < (base.counts.total() + theirs.counts.total()) * _ALIKE:
            said.typed.append(theirs.entry.text)
            said.why = _OVER_QUESTION
            return base
        return theirs

    def _answer(self, said: _Said, base: Unit, theirs: Unit) -> Unit:
        ticked = any(one.kind == "check" and one.value for one in theirs.fields)
        marked = self._marked.get(id(theirs), False)
        bold = _all_bold(theirs) and not _all_bold(base)
        rest = _rest(base, theirs)
        if not (ticked or marked or bold or rest):
            return theirs
        own = base.entry.text
        said.ticked.append(f"{own.rstrip(' :')}: {rest}" if rest else own)
        if rest:
            said.why = said.why or _BESIDE_ANSWER
        elif not ticked:
            said.why = said.why or (_BESIDE_BOX if marked else _BOLD)
        return base if rest or (bold and not ticked) else theirs


_ALIKE = 0.5
"""The share of its words that a question keeps which somebody only reworded."""


def _all_bold(unit: Unit) -> bool:
    return any(one.role == "strong" and folded(one.text) == unit.words for one in unit.inside)


def _rest(base: Unit, theirs: Unit) -> str:
    """What was typed before or behind the words of a thing; empty where those are others."""
    if base.words == theirs.words or not base.words:
        return ""
    text, own = theirs.entry.text, base.entry.text
    if folded(text[: len(own)]) == base.words:
        return text[len(own) :].strip(" :\u2013-")
    if folded(text[-len(own) :]) == base.words:
        return text[: -len(own)].strip(" :\u2013-")
    return ""
