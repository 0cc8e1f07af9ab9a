"""More of a kind than anybody reads, answers or looks at; each also takes time to make."""

from __future__ import annotations

from exporter.authored.findings import Findings
from exporter.source import Source, every_section, questions_in

MOST_QUESTIONS = 200
"""An hour's work, at twenty seconds each; more is no form that somebody fills in."""
MOST_FILMS = 200
"""A list of films is no document, and on paper each has a code of its own."""


def tell_too_many(source: Source, findings: Findings) -> None:
    """A document with too many questions, in its text or in its easy read, or too many films."""
    sections = tuple(every_section(source.sections))
    asked = [questions_in(section) for section in sections]
    for layer in (0, 1):
        every = [question for found in asked for question in found[layer]]
        if len(every) > MOST_QUESTIONS:
            message = f"This document asks {len(every):,} questions. {MOST_QUESTIONS} are the most."
            hint = "Ask what you will use, or make two documents of it."
            findings.add("question-many", every[MOST_QUESTIONS].place, message, hint)
    films = [film for section in sections for film in section.media]
    if len(films) > MOST_FILMS:
        message = (
            f"This document has {len(films):,} films and recordings. {MOST_FILMS} are the most."
        )
        hint = "Choose those that help, or make two documents of it."
        findings.add("media-many", films[MOST_FILMS].place, message, hint)
