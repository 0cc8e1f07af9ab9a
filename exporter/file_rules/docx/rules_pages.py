"""Rules on pages: size, margins, columns, page numbers, headers and footers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exporter.diagnostics import Diagnostic, Severity
from exporter.file_rules.docx.catalogue import found
from exporter.file_rules.docx.look import number
from exporter.file_rules.docx.story import Story
from exporter.word_file.names import Element, R, W

_TWIPS_PER_CM = 567.0
_WIDE, _NARROW = 2.5, 2.0
_MANY_WORDS = 5
"""Words in a running line that are nowhere else: more than a date or a name."""


def check(story: Story, rules: str) -> Iterator[Diagnostic]:
    sections = list(story.package.document.iter(f"{W}sectPr"))
    for section in sections:
        yield from _page(story, section, rules)
    yield from _numbers(story, sections)
    yield from _running(story)


def _page(story: Story, section: Element, rules: str) -> Iterator[Diagnostic]:
    where = story.where(section)
    size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    if size is None or margins is None:
        yield found(
            "word-page-size-missing", "A section does not give its page and margins.", where
        )
    else:
        yield from _margins(margins, rules, where)
    columns = section.find(f"{W}cols")
    if columns is not None and number(columns.get(f"{W}num", ""), 1) > 1:
        strict = Severity.MUST_FIX if rules in ("easy-read", "large-print") else None
        count = columns.get(f"{W}num")
        yield found("word-columns", f"The text runs in {count} columns.", where, severity=strict)


def _margins(margins: Element, rules: str, where: str) -> Iterator[Diagnostic]:
    """The margins beside the words, as of a PDF; above and below, where lines that run over every
    page stand too, two centimetres are enough in every edition."""
    large = rules in ("easy-read", "large-print")
    for sides, wanted in (
        (("left", "right"), _WIDE if large else _NARROW),
        (("top", "bottom"), _NARROW),
    ):
        widths = [number(margins.get(f"{W}{side}", ""), 1440) for side in sides]
        narrowest = min(abs(width) for width in widths) / _TWIPS_PER_CM
        if narrowest >= wanted - 0.02:
            continue
        severity = Severity.MUST_FIX if large and narrowest < _NARROW - 0.02 else (
            Severity.PLEASE_ANSWER if large else Severity.FOR_INFORMATION
        )  # fmt: skip
        message = f"A margin is {narrowest:.1f} cm; {wanted:g} cm is good."
        yield found("word-margin-narrow", message, where, severity=severity)


def _numbers(story: Story, sections: list[Element]) -> Iterator[Diagnostic]:
    """Every section shows a page number; one that names no header or footer has the last one's.

    One page alone needs none.
    """
    if story.package.counted("Pages") == "1":
        return
    related = story.package.related(story.package.main)
    inherited: dict[str, bool] = {}
    for section in sections:
        for kind in ("headerReference", "footerReference"):
            for reference in section.findall(f"{W}{kind}"):
                if reference.get(f"{W}type", "default") == "default":
                    target = related.get(reference.get(f"{R}id", ""))
                    root = target and story.package.part(
                        story.package.path(story.package.main, target.target)
                    )
                    inherited[kind] = root is not None and _has_page(root)
        if not any(inherited.values()):
            where = story.where(section)
            yield found("word-page-number-missing", "Pages have no number that Word counts.", where)
            return


def _has_page(root: Element | None) -> bool:
    if root is None:
        return False
    instructions = [part.text or "" for part in root.iter(f"{W}instrText")]
    instructions += [part.get(f"{W}instr", "") for part in root.iter(f"{W}fldSimple")]
    return any(re.match(r"\s*PAGE\b", instruction) for instruction in instructions)


def _running(story: Story) -> Iterator[Diagnostic]:
    known = set(_words(" ".join(one.text for one in story.body)))
    for kind, name in (("header", "header"), ("footer", "footer")):
        for part in story.package.of_kind(kind):
            text = " ".join(one.text for one in story.paragraphs if one.part == part)
            alone = [word for word in _words(text) if word not in known]
            if len(set(alone)) >= _MANY_WORDS:
                yield found(
                    "word-running-only", f"Words of a {name} stand nowhere else.", words=text[:60]
                )
                return


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]{4,}", text.casefold())
