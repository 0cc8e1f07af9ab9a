"""What somebody typed in running heads and in the contents: told, never saved.

The program writes both, from the title, the version and the headings. Nothing of them is in the
Outline, so each line is compared with what may stand there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from exporter.adapt.furniture import running_line
from exporter.changes.change import Change
from exporter.model import Words
from exporter.origin import Origin
from exporter.outline import Outline
from exporter.saving.words import folded
from exporter.source import Source
from exporter.word_file.names import Element, W, is_contents, value
from exporter.word_file.opening import WordFile
from exporter.word_file.tracked import Accepts, decided

_COUNTS = re.compile(r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES|PAGEREF)\b", re.IGNORECASE)
"""Fields whose result is a number of a page."""
_GAPS = (f"{W}tab", f"{W}ptab", f"{W}br")
_NUMBER = re.compile(r"^\d+(?:\.\d+)*\.?\s+")
_HEADS = "In the running head, which the program writes from the title, the version and headings."
_CONTENTS = "In the contents, which the program writes from the headings."


@dataclass(frozen=True, slots=True)
class Known:
    """What may stand around the text; `running` is how the line on each page begins."""

    running: str
    heads: frozenset[str]
    contents: frozenset[str]
    entries: tuple[str, ...]
    """What the contents must name: its own heading, and those that were there and still are."""

    @classmethod
    def of(
        cls, origin: Origin, theirs: Outline, source: Source, words: Words, listed: Sequence[str]
    ) -> Known:
        """The words as the file was made, and as whoever updates its fields would find them.

        `listed` are the headings that the contents of this edition name.
        """
        headings = [one.text for one in (*origin.base, *theirs) if one.role == "heading"]
        titles = [one.text for one in origin.base if one.role == "heading" and one.level == 1]
        made = replace(source, title=(titles or [source.title])[0], version=origin.version)
        released = running_line(replace(made, status="released"), words)
        running = [released, running_line(replace(made, status="draft"), words)]
        pages = words("page-of", number="", total="")
        both = (one for text in running for one in (f"{text} {pages}", f"{pages} {text}"))
        lines = [pages, *running, *both]
        bare = [_NUMBER.sub("", one) for one in headings]
        return cls(
            running=released,
            heads=_folded([*lines, *headings, *bare, source.title]),
            contents=_folded([*headings, *bare, words("contents")]),
            entries=(words("contents"), *_still_there(listed, origin.base, theirs)),
        )


def changed_around(file: WordFile, known: Known, accepts: Accepts) -> list[Change]:
    """Each line of running heads, and of the contents, that the program did not write."""
    heads, contents = list(_heads(file, accepts)), list(_contents(file, accepts))
    changes = [_told(known.running, one, _HEADS) for one in _others(heads, known.heads)] or _gone(
        heads, known
    )
    changes += [_told("", one, _CONTENTS) for one in _others(contents, known.contents)]
    return changes + _entries_gone(contents, known)


def _entries_gone(lines: Sequence[str], known: Known) -> list[Change]:
    """Told where the contents, or entries of it, were taken out, nor other words put in."""
    title, *entries = known.entries
    there = _folded(lines)
    if not entries or _others(lines, known.contents):
        return []
    if not there & _folded(entries):
        return [_told(title, "", _CONTENTS)]
    return [_told(one, "", _CONTENTS) for one in entries if folded(one) not in there]


def _gone(heads: Sequence[str], known: Known) -> list[Change]:
    """Told where the running line stands nowhere any more, nor other words in its place."""
    there = any(folded(known.running) in folded(one) for one in heads)
    return [] if there else [_told(known.running, "", _HEADS)]


def _others(lines: Sequence[str], known: frozenset[str]) -> list[str]:
    """The lines that are not known, each once."""
    return [one for one in dict.fromkeys(lines) if (said := folded(one)) and said not in known]


def _still_there(listed: Sequence[str], base: Outline, theirs: Outline) -> list[str]:
    """Headings of the contents that the file had, and that nobody changed or took out."""
    both = [
        {folded(one.text) for one in outline if one.role == "heading"} for outline in (base, theirs)
    ]
    return [one for one in listed if all(folded(one) in known for known in both)]


def _folded(lines: Sequence[str]) -> frozenset[str]:
    return frozenset(folded(" ".join(one.split())) for one in lines)


def _told(old: str, new: str, why: str) -> Change:
    return Change(kind="furniture", old=old, new=new, state="for a person", why=why)


# ---- what stands there -------------------------------------------------------------------------


def _heads(file: WordFile, accepts: Accepts) -> Iterator[str]:
    for kind in ("header", "footer"):
        for name in file.of_kind(kind):
            root = file.part(name)
            if root is not None:
                yield from _lines(decided(root, accepts))


def _contents(file: WordFile, accepts: Accepts) -> Iterator[str]:
    """The lines of the contents; by their styles where a program took its frame away."""
    controls = [one for one in file.document.iter(f"{W}sdt") if is_contents(one)]
    for control in controls:
        yield from _lines(decided(control, accepts))
    if not controls:
        for paragraph in file.document.iter(f"{W}p"):
            style = file.styles.named(value(paragraph, "pPr", "pStyle"), "paragraph")
            if style.name.lower().startswith("toc "):
                yield from _lines(decided(paragraph, accepts))


def _lines(root: Element) -> Iterator[str]:
    """The words of each paragraph, without numbers of pages."""
    for paragraph in root.iter(f"{W}p"):
        yield " ".join("".join(_words(paragraph)).split())


def _words(paragraph: Element) -> Iterator[str]:
    fields: list[str] = []
    """The instructions of the fields that are open."""
    for element in paragraph.iter():
        tag = element.tag
        if tag == f"{W}fldChar" and element.get(f"{W}fldCharType") == "begin":
            fields.append("")
        elif tag == f"{W}fldChar" and element.get(f"{W}fldCharType") == "end":
            fields = fields[:-1]
        elif tag == f"{W}instrText" and fields:
            fields[-1] += element.text or ""
        elif tag in _GAPS:
            yield " "
        elif tag == f"{W}t" and not _is_counted(element, fields):
            yield element.text or ""


def _is_counted(text: Element, fields: Sequence[str]) -> bool:
    simple = (one.get(f"{W}instr", "") for one in text.iterancestors(f"{W}fldSimple"))
    return any(_COUNTS.match(one) for one in (*fields, *simple))
