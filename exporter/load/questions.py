"""Questions that readers answer: what kind, the words, the answers, the lines to write on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeGuard, get_args

from exporter.authored.findings import Findings, did_you_mean
from exporter.authored.located import Lines
from exporter.authored.values import name as read_name
from exporter.diagnostics import Place, short
from exporter.load.fences import Fence
from exporter.load.markdown import read_blocks
from exporter.load.parser import BOX, Gathered
from exporter.model import Answer, Block, Blocks, Inlines, List, Paragraph, Question, QuestionKind

KINDS: tuple[QuestionKind, ...] = get_args(QuestionKind)
MOST_LINES = 15
"""More to write on than a page of giant print has room for."""
MOST_ANSWERS = 100
"""A list of countries has more; it is no question that somebody answers on paper."""
_LINES = 4
_KIND_OF_ROW = f"Write  question: one  or several, yes-no, lines {_LINES}"
_KIND = "Write one of these after the word:  " + ", ".join((*KINDS[:-1], f"lines {_LINES}"))


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it was typed: not yet looked at whether its parts fit together."""

    kind: QuestionKind
    lines: int
    place: Place
    in_row: bool = False
    """Whether it is a row of easy read, where its parts are keys."""
    known: bool = True
    """Whether its kind was understood: else nobody knows whether answers belong to it."""
    name: str = ""
    """What the text calls it when it points to it."""


def read_question(fence: Fence, where: Lines, findings: Findings, gathered: Gathered) -> Question:
    """The question of a `::: question` block."""
    asked = asked_of(fence.title, where.place(fence.line), findings)
    inside = fence.inside
    blocks = read_blocks(inside.text, where, BOX, findings, gathered, inside.line)
    words, answers = _parts(blocks, asked.place, findings)
    return question(asked, words, answers, findings)


def question(
    asked: Asked, words: Inlines, answers: tuple[Answer, ...], findings: Findings
) -> Question:
    """The question, once what is missing or too much is told."""
    if not words:
        hint = "Write the question first, then the answers as a list."
        findings.add("question-words", asked.place, "This question has no words.", hint)
    if asked.known and asked.kind in ("one", "several") and len(answers) < 2:
        message = "This question has no answers to choose from."
        if answers:
            message = "This question has only one answer: there is nothing to choose."
        hint = _ANSWERS_OF_ROW if asked.in_row else _ANSWERS
        findings.add("question-answers", asked.place, message, hint)
    if asked.kind in ("yes-no", "lines") and answers:
        message = f"A question of the kind “{asked.kind}” has no answers of yours."
        hint = _ROW_WITHOUT if asked.in_row else _NO_ANSWERS[asked.kind]
        findings.add("question-answers", asked.place, message, hint)
        answers = ()
    if len(answers) > MOST_ANSWERS:
        message = f"This question has {len(answers):,} answers. {MOST_ANSWERS} are the most."
        hint = f"Ask for less at once, or for words:  {_LINES_OF_ROW if asked.in_row else _LINED}"
        findings.add("question-answers", asked.place, message, hint)
        answers = answers[:MOST_ANSWERS]
    lines = asked.lines if asked.kind == "lines" else 0
    return Question(asked.kind, words, answers, lines, anchor=asked.name, place=asked.place)


def asked_of(title: str, place: Place, findings: Findings, *, in_row: bool = False) -> Asked:
    """The kind that stands after the word `question`, how many lines, and the name of it."""
    title, name = _named(title, place, findings)
    typed, _, number = title.partition(" ")
    kind = typed or "one"
    if not _is_kind(kind):
        message = f"“{short(title, 40)}” is no kind of question."
        hint = did_you_mean(kind, KINDS) if len(title.split()) == 1 else ""
        findings.add("question-kind", place, message, hint or (_KIND_OF_ROW if in_row else _KIND))
        return Asked("one", _LINES, place, in_row, known=False, name=name)
    lines = lines_of(number.strip(), place, findings) if kind == "lines" else _LINES
    if kind != "lines" and number.strip():
        message = f"There is more than a kind of question here: “{short(number, 40)}”."
        hint = "Write the question as  text:" if in_row else "Write the question on the next line."
        if meant := read_name(number.strip().removeprefix("#")):
            hint += f" Is it a name, to point to?  {kind} {{#{meant}}}"
        findings.add("question-kind", place, message, hint)
    return Asked(kind, lines, place, in_row, name=name)


def _named(title: str, place: Place, findings: Findings) -> tuple[str, str]:
    """What stands before `{#name}`, and the name."""
    before, brace, rest = title.partition("{")
    if not brace:
        return title, ""
    name, closed, after = rest.partition("}")
    known = read_name(name.strip()[1:]) if name.strip().startswith("#") else None
    if closed and not after.strip() and known:
        return before.strip(), known
    message = f"“{short(title[len(before) :], 40)}” is no name of a question."
    hint = "Write it in small letters, with hyphens for spaces:  {#what-you-need}"
    findings.add("question-name", place, message, hint)
    return before.strip(), ""


def lines_of(number: str, place: Place, findings: Findings) -> int:
    """How many lines to write on; four where nobody says."""
    if not number:
        return _LINES
    if number.isascii() and number.isdigit() and 1 <= int(number[:4]) <= MOST_LINES:
        return int(number)
    message = f"“{short(number, 20)}” is no number of lines from 1 to {MOST_LINES}."
    findings.add("question-lines", place, message, f"Write  lines {_LINES}")
    return _LINES


def _parts(blocks: Blocks, place: Place, findings: Findings) -> tuple[Inlines, tuple[Answer, ...]]:
    """The words of the question, and its answers: a paragraph, then a list."""
    words: Inlines = ()
    rest = blocks
    if blocks and isinstance(blocks[0], Paragraph):
        words, rest = blocks[0].children, blocks[1:]
    listed = next((block for block in rest if isinstance(block, List)), None)
    answers: list[Answer] = []
    for item in listed.items if listed else ():
        first, *more = item.blocks
        if isinstance(first, Paragraph):
            answers.append(Answer(first.children, place=first.place))
        for block in more:
            _tell_more(block, findings)
    for block in rest:
        if block is not listed:
            _tell_more(block, findings)
    return words, tuple(answers)


def words_of(blocks: Blocks, findings: Findings) -> Inlines:
    """The words of a text that is one paragraph: a question or an answer of easy read."""
    for block in blocks[1:]:
        _tell_more(block, findings)
    first = blocks[0] if blocks else None
    if first is not None and not isinstance(first, Paragraph):
        _tell_more(first, findings)
    return first.children if isinstance(first, Paragraph) else ()


def _tell_more(block: Block, findings: Findings) -> None:
    message = "A question is one paragraph and one list of short answers; here is more."
    hint = "Write it above the question, or make another question of it."
    findings.add("question-more", block.place, message, hint)


def _is_kind(word: str) -> TypeGuard[QuestionKind]:
    return word in KINDS


_LINED, _LINES_OF_ROW = f"::: question lines {_LINES}", f"question: lines {_LINES}"
_ANSWERS = (
    "Write each answer on a line that begins with a hyphen. For words of their own readers need "
    f"lines:  {_LINED}"
)
_ANSWERS_OF_ROW = (
    "Write two or more:  answers: [Money for travel, A quiet room]  For words of their own readers "
    f"need lines:  {_LINES_OF_ROW}"
)
_ROW_WITHOUT = "Delete  answers:  or write  question: one  or  question: several"
_NO_ANSWERS = {
    "yes-no": "Delete them: yes, no and not sure stand there by themselves. Or write  one",
    "lines": "Delete the list; or write  one  or  several  in place of  lines",
}
