"""Rules on headings and contents."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from exporter.diagnostics import Diagnostic
from exporter.file_rules.docx.catalogue import found
from exporter.file_rules.docx.look import number
from exporter.file_rules.docx.story import Paragraph, Story
from exporter.word_file.names import W

_LONGEST_HEADING = 100
_LONG_TEXT = 500
"""Words from which a text needs headings."""
_LONG_DOCUMENT = (2500, 5)
"""Words and headings from which a document needs contents: about eight pages."""
_NO_HEADINGS = (
    "heading", "title", "subtitle", "toc", "caption", "label", "furniture", "term", "table",
    "header", "footer", "list", "quot", "cover",
)  # fmt: skip
_LONGEST_FAKE = 80


def check(story: Story) -> Iterator[Diagnostic]:
    yield from _presence(story)
    yield from _levels(story)
    for heading in story.headings:
        yield from _heading(heading)
    yield from _faked(story)
    yield from _contents(story)


def _length(story: Story) -> int:
    return sum(len(one.text.split()) for one in story.body)


def _presence(story: Story) -> Iterator[Diagnostic]:
    if not story.headings and _length(story) >= _LONG_TEXT:
        what = "no heading but the title" if _is_titled(story) else "no heading at all"
        yield found("word-headings-missing", f"{_length(story)} words have {what}.")


def _is_titled(story: Story) -> bool:
    """Whether a paragraph is called the title. That is no heading to Word, which has no level 0."""
    return any(one.style == "title" and one.text.strip() for one in story.body)


def _levels(story: Story) -> Iterator[Diagnostic]:
    # "Title" is no heading to Word, but where it stands above, headings may begin at level 1 or 2.
    headings = [one for one in story.headings if one.text.strip()]
    if headings and headings[0].level > 1 + _is_titled(story):
        yield found(
            "word-heading-first", f"The first heading is of level {headings[0].level}.",
            words=headings[0].words,
        )  # fmt: skip
    for before, heading in pairwise(headings):
        if heading.level > before.level + 1:
            yield found(
                "word-heading-skipped",
                f"A heading of level {heading.level} follows one of level {before.level}.",
                heading.where,
                words=heading.words,
            )


def _heading(heading: Paragraph) -> Iterator[Diagnostic]:
    text = " ".join(heading.text.split())
    if not text:
        yield found(
            "word-heading-empty", f"A heading of level {heading.level} is empty.", heading.where
        )
        return
    if len(text) > _LONGEST_HEADING:
        message = f"A heading has {len(text)} characters."
        yield found("word-heading-long", message, heading.where, words=heading.words)
    if heading.look.get("keepNext") != "1" and heading.table is None:
        message = "A heading can stand at the foot of a page, away from its words."
        yield found("word-heading-parted", message, words=heading.words)


def _faked(story: Story) -> Iterator[Diagnostic]:
    flowing = [one for one in story.body if one.table is None and one.text.strip()]
    for paragraph, after in pairwise(flowing):
        if _looks_like_heading(story, paragraph) and not _all_bold(story, after):
            yield found(
                "word-heading-faked", "Bold words stand alone, as a heading does.", paragraph.where,
                words=paragraph.words,
            )  # fmt: skip


def _looks_like_heading(story: Story, paragraph: Paragraph) -> bool:
    text = paragraph.text.strip()
    return (
        not paragraph.level
        and len(text) <= _LONGEST_FAKE
        and not text.endswith((".", ",", ";", ":", "!"))
        and not paragraph.style.startswith(_NO_HEADINGS)
        and "numId" not in paragraph.look
        and _all_bold(story, paragraph)
    )


def _all_bold(story: Story, paragraph: Paragraph) -> bool:
    weights = [
        story.looks.of_run(run, paragraph.look).get("b") == "1"
        for run in paragraph.runs
        if any((part.text or "").strip() for part in run.iter(f"{W}t"))
    ]
    return bool(weights) and all(weights)


def _contents(story: Story) -> Iterator[Diagnostic]:
    fields = [
        part
        for part in story.package.document.iter(f"{W}instrText")
        if re.match(r"\s*TOC\b", part.text or "")
    ]
    simple = [
        part
        for part in story.package.document.iter(f"{W}fldSimple")
        if re.match(r"\s*TOC\b", part.get(f"{W}instr", ""))
    ]
    words, headings = _LONG_DOCUMENT
    if not fields and not simple:
        if _length(story) >= words and len(story.headings) >= headings:
            yield found(
                "word-contents-missing", f"{len(story.headings)} headings have no contents."
            )
        return
    entries = [one for one in story.body if re.match(r"toc \d", one.style) and one.text.strip()]
    linked = [one for one in entries if next(one.element.iter(f"{W}hyperlink"), None) is not None]
    if not linked:
        yield found("word-contents-empty", "The contents are not filled in, or are no links.")
    dirty = [
        mark
        for mark in story.package.document.iter(f"{W}fldChar", f"{W}fldSimple")
        if number(mark.get(f"{W}dirty", "0").replace("true", "1"))
    ]
    if dirty:
        place = story.where(dirty[0])
        yield found("word-fields-stale", f"{len(dirty)} fields wait to be updated.", place)
