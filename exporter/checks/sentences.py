"""Rules on sentences: how long, how many ideas, which way round."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exporter.checks.reading import Reading, Sentence
from exporter.checks.rule import (
    FOR_INFORMATION,
    MUST_FIX,
    PLEASE_ANSWER,
    Finding,
    at,
    rule,
)
from exporter.checks.word_sets import word_set
from exporter.rules import ENGLISH, EVERY_LANGUAGE

TARGET, PASS, MOST = 10, 15, 20
"""Words in a sentence of easy read: best, fine up to, at most."""
MOST_IN_PRINT = 30

_TWO_SENTENCES = "Make two sentences of it, or use a list. Say one thing in each."


@rule(
    "sentence-too-long",
    title=f"A sentence of easy read has {MOST} words at most.",
    reason="By the end of a long sentence many readers have lost its beginning.",
    to_do=_TWO_SENTENCES,
    cites=("S3 A", "S4 B", "S5 A", "S43 A"),
    languages=EVERY_LANGUAGE,
    easy_read=MUST_FIX,
    prints=FOR_INFORMATION,
)
def sentence_too_long(reading: Reading) -> Iterator[Finding]:
    easy = reading.rules == "easy-read"
    most = MOST if easy else MOST_IN_PRINT
    for sentence in reading.sentences:
        if sentence.length > most and not (sentence.is_stem and sentence.length <= most):
            best = f"Aim for {TARGET}; {PASS} is fine." if easy else "Shorter is easier to read."
            yield at(sentence, f"This sentence has {_counted(sentence)}. {best}")


@rule(
    "sentence-long",
    title=f"A sentence of easy read has {PASS} words or fewer, best about {TARGET}.",
    reason="The guides agree on 10 to 15 words. Up to 20 can be read, but with more effort.",
    to_do=_TWO_SENTENCES,
    cites=("S3 A", "S4 B", "S25 B", "S43 A"),
    languages=EVERY_LANGUAGE,
    easy_read=PLEASE_ANSWER,
)
def sentence_long(reading: Reading) -> Iterator[Finding]:
    for sentence in reading.sentences:
        if PASS < sentence.length <= MOST and not sentence.is_stem:
            yield at(
                sentence,
                f"This sentence has {_counted(sentence)}. Easy read is best with {PASS} or fewer.",
            )


def _counted(sentence: Sentence) -> str:
    if sentence.stem_words:
        return f"{sentence.length} words, with the {sentence.stem_words} that begin the list"
    return f"{sentence.length} words"


@rule(
    "sentences-long-on-average",
    title=f"Sentences of easy read have about {TARGET} words on average, 12 at most.",
    reason="Many middling sentences tire a reader as much as a few long ones.",
    to_do="Begin with the longest: make two sentences of each.",
    cites=("S-idea B", "S3 A", "S22 A"),
    languages=EVERY_LANGUAGE,
    easy_read=PLEASE_ANSWER,
)
def sentences_long_on_average(reading: Reading) -> Iterator[Finding]:
    counted = reading.counted
    if len(counted) < 5:
        return
    lengths = sorted(sentence.length for sentence in counted)
    mean = sum(lengths) / len(lengths)
    longest_tenth = lengths[int(len(lengths) * 0.9)]
    if mean > TARGET:
        yield Finding(
            message=f"On average a sentence has {mean:.1f} words, and one in ten has "
            f"{longest_tenth} or more. The aim is {TARGET}.",
            severity=None if mean > 12 else FOR_INFORMATION,
        )


_JOINERS = word_set(
    "because although though which who whose whom unless until whereas whether while since "
    "therefore however if when so whenever wherever"
)
_SUBJECTS = word_set(
    "i you we they he she it there this that these those people everyone somebody someone"
)


@rule(
    "more-than-one-idea",
    title="A sentence holds one idea.",
    reason="Each “because”, “which” or “if” opens a thought that the reader must hold in mind. "
    "One such word is often right, and carries the meaning; two in a sentence are hard.",
    to_do="Give each idea its own sentence, and its own row and picture if it needs one.",
    cites=("S3 A", "S5 A", "S20 A", "S22 A"),
    languages=ENGLISH,
    easy_read=PLEASE_ANSWER,
)
def more_than_one_idea(reading: Reading) -> Iterator[Finding]:
    for sentence in reading.own:
        joiners = list(_joiners(sentence))
        if len(joiners) >= 2:
            listed = ", ".join(f"“{joiner}”" for joiner in joiners)
            yield at(sentence, f"This sentence seems to hold more than one idea: {listed}.")


def _joiners(sentence: Sentence) -> Iterator[str]:
    lower = sentence.lower
    for index, word in enumerate(lower):
        following = lower[index + 1] if index + 1 < len(lower) else ""
        if word in ("and", "but", "or"):
            joins_clauses = following in _SUBJECTS and index > 1
            if joins_clauses or (word == "but" and index > 0):
                yield word
        elif word in _JOINERS:
            asks = sentence.text.endswith("?") or index == 0
            if word == "so" and following not in _SUBJECTS | {"that"}:
                continue
            if word == "since" and not following.isalpha():
                continue
            if asks and index == 0 and word in ("who", "which", "whose"):
                continue
            yield word
    yield from (mark for mark in ";" if mark in sentence.text)


@rule(
    "paragraph-too-long",
    title="A paragraph of easy read has 50 words at most.",
    reason="A block of text looks like hard work, and readers lose their place in it.",
    to_do="Start a new paragraph, or a new row, where a new thought begins.",
    cites=("S20 A", "S43 A"),
    languages=EVERY_LANGUAGE,
    easy_read=MUST_FIX,
)
def paragraph_too_long(reading: Reading) -> Iterator[Finding]:
    for passage in reading.prose():
        if passage.words > 50:
            yield at(passage, f"This paragraph has {passage.words} words; 50 is the most.")


@rule(
    "paragraph-many-sentences",
    title="A paragraph, or a row of easy read, has three sentences at most.",
    reason="A row is one idea. More than three sentences are more than one.",
    to_do="Make another row of the last sentences, with a picture of its own.",
    cites=("S34 B", "S43 A", "S4 B"),
    languages=EVERY_LANGUAGE,
    easy_read=PLEASE_ANSWER,
)
def paragraph_many_sentences(reading: Reading) -> Iterator[Finding]:
    row, count = -1, 0
    for passage in reading.prose():
        if passage.kind == "item":
            continue
        count = (
            count + len(passage.sentences) if passage.row == row >= 0 else len(passage.sentences)
        )
        before = count - len(passage.sentences)
        row = passage.row
        if count > 3 >= before:
            yield at(passage, f"Here are {count} sentences together. Three are enough.")


_DISTANT = re.compile(
    r"\b(?:the|an?|each|every) (?:applicant|claimant|respondent|participant|resident|tenant|"
    r"customer|client|reader|service user|recipient|attendee|visitor)s?\b"
    r"(?! (?:in|at|from|next|upstairs|downstairs|opposite|before|behind)\b)",
    re.IGNORECASE,
)


@rule(
    "speak-to-the-reader",
    title="The text speaks to the reader as “you”.",
    reason="“The applicant must …” leaves the reader to work out that this is about them.",
    to_do="If so, write “you” for the reader and “we” for yourselves.",
    cites=("S17 A", "S22 A", "S35 A", "S34 B"),
    languages=ENGLISH,
    easy_read=PLEASE_ANSWER,
)
def speak_to_the_reader(reading: Reading) -> Iterator[Finding]:
    for sentence in reading.own:
        match = _DISTANT.search(sentence.text)
        if match:
            yield at(
                sentence,
                f"Does “{match.group()}” mean the reader?",
                words=match.group(),
                suggestion="you",
            )


_POINTERS = word_set("it they them this these those he she")


@rule(
    "unclear-pronoun",
    title="A row says what it is about by its name.",
    reason="Readers look at one row at a time. “It” at the start of a row points to a place that "
    "they have left.",
    to_do="Say the name again: “The group meets on Mondays”.",
    cites=("S25 B", "S-zurich B"),
    languages=ENGLISH,
    easy_read=FOR_INFORMATION,
)
def unclear_pronoun(reading: Reading) -> Iterator[Finding]:
    row = -1
    for passage in reading.prose():
        first = passage.row >= 0 and passage.row != row
        row = passage.row
        if first and passage.kind == "paragraph" and passage.sentences:
            sentence = passage.sentences[0]
            if sentence.words and sentence.lower[0] in _POINTERS and len(sentence.words) > 1:
                word = sentence.words[0].text
                yield at(sentence, f"This row begins with “{word}”. Who or what is it?")


@rule(
    "question-without-answer",
    title="A question in the running text is answered at once, or is not asked.",
    reason="A reader may think that they should answer, and stop to do so.",
    to_do="Say it as a statement, make it the heading, or let the answer follow.",
    cites=("S22 A",),
    languages=EVERY_LANGUAGE,
    easy_read=FOR_INFORMATION,
)
def question_without_answer(reading: Reading) -> Iterator[Finding]:
    for passage in reading.prose():
        if passage.kind != "paragraph":
            continue
        for index, sentence in enumerate(passage.sentences):
            following = passage.sentences[index + 1 : index + 2]
            answered = following and not following[0].text.endswith("?")
            if sentence.text.endswith("?") and not answered:
                yield at(sentence, "No answer follows this question.")
