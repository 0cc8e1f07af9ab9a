"""Rules on blanks, lists, links, notes, fields, bookmarks, and styles that are not there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from exporter.diagnostics import Diagnostic
from exporter.file_rules.docx.catalogue import found
from exporter.file_rules.docx.story import Paragraph, Story, text_of
from exporter.word_file.names import Element, R, W, value
from exporter.word_file.styles import LISTS

_BLANKS = re.compile(r"[ \u00a0\t]{3,}")
_MARKER = re.compile(r"\s*(?:([•·▪●○◦‣*\-–—])|\(?(\d{1,2}|[a-z])[.)])[\s\u00a0]+\S")
_DASHES = "*-–—"
_NO_LISTS = ("toc", "caption", "header", "footer", "title")
_NO_ADDRESS = re.compile(r"^\s*(?:https?://\S+|www\.[^\s/]+/\S+)\s*$", re.IGNORECASE)
"""An address to be read out letter by letter. The name of a site, www.example.org, is not one."""
_NO_PURPOSE = {
    "here", "click here", "click", "link", "this link", "more", "read more", "learn more",
    "this", "this page", "see more", "details", "download", "website", "web site", "hier",
    "mehr", "ici", "aquí", "qui", "tu", "yma",
}  # fmt: skip
_REFERENCE = re.compile(r"^\s*(?:REF|PAGEREF|NOTEREF)\s+(\S+)", re.IGNORECASE)
_BUILT_IN_STYLES = {"", "tablenormal", "defaultparagraphfont", "nolist", "normal"}


def check(story: Story, *, ours: bool = False) -> Iterator[Diagnostic]:
    """What an author of ours began with a dash or number has been told at its line."""
    yield from _empty_paragraphs(story)
    for paragraph in story.body:
        yield from _repeated_blanks(paragraph)
    if not ours:
        yield from _lists(story)
    yield from _links(story)
    yield from _notes(story)
    yield from _fields(story)
    yield from _bookmarks(story)
    yield from _lost(story)


# ---- blanks and lists --------------------------------------------------------------------------


def _empty_paragraphs(story: Story) -> Iterator[Diagnostic]:
    """Runs of empty paragraphs, by the heading that they stand under."""
    counted: Counter[str] = Counter()
    first: dict[str, str] = {}
    for paragraph in story.body:
        if _is_empty(paragraph):
            counted[paragraph.section] += 1
            first.setdefault(paragraph.section, paragraph.where)
    for section, count in counted.items():
        message = "An empty paragraph makes distance."
        if count > 1:
            message = f"{count} empty paragraphs make distance, the first of them here."
        yield found("word-blank-paragraphs", message, first[section])
    for paragraph in story.body:
        breaks = [mark for mark in paragraph.element.iter(f"{W}br") if mark.get(f"{W}type") is None]
        if any(_next_sign(mark) == f"{W}br" for mark in breaks):
            message = "Several line breaks follow each other."
            yield found("word-blank-paragraphs", message, paragraph.where, words=paragraph.words)


def _is_empty(paragraph: Paragraph) -> bool:
    element = paragraph.element
    if paragraph.text.strip() or paragraph.level:
        return False
    kept = (
        f"{W}drawing",
        f"{W}pict",
        f"{W}object",
        f"{W}sdt",  # room to write in
        f"{W}br",
        f"{W}sectPr",
        f"{W}fldChar",
        f"{W}sym",
    )
    if next(element.iter(*kept), None) is not None:
        return False
    before, after = element.getprevious(), element.getnext()
    table = f"{W}tbl"
    parts_tables = before is not None and before.tag == table and (
        after is None or after.tag in (table, f"{W}sectPr")
    )  # fmt: skip
    alone_in_cell = before is None or before.tag == f"{W}tcPr"
    only = alone_in_cell and after is None and element.getparent().tag == f"{W}tc"
    return not parts_tables and not only


def _next_sign(mark: Element) -> str:
    """What comes right after a sign, in this run or the next."""
    following = mark.getnext()
    run = mark.getparent()
    while following is None and run is not None and run.getnext() is not None:
        run = run.getnext()
        inside = [child for child in run if child.tag != f"{W}rPr"]
        following = inside[0] if inside else None
    return str(following.tag) if following is not None else ""


def _repeated_blanks(paragraph: Paragraph) -> Iterator[Diagnostic]:
    if _BLANKS.search(paragraph.text.strip()):
        message = "Several blanks or tabs follow each other."
        yield found("word-blanks-repeated", message, paragraph.where, words=paragraph.words)


def _lists(story: Story) -> Iterator[Diagnostic]:
    """Typed signs. A number counts when the next paragraph has one, a dash or star when it has any
    sign: “– Ann” alone under a quotation is no list."""
    flagged: set[int] = set()
    for first, second in pairwise([*story.body, None]):
        assert first is not None
        sign = _typed(first)
        if not sign:
            continue
        follows = second is not None and _typed(second)
        if id(first) in flagged or _is_item(sign, follows or ""):
            if id(first) not in flagged:
                yield found(
                    "word-list-faked", "A list is typed with signs of its own.", first.where,
                    words=first.words,
                )  # fmt: skip
            if follows and second is not None:
                flagged.add(id(second))


def _is_item(sign: str, follows: str) -> bool:
    if sign[0].isalnum():
        return follows[:1].isalnum()
    return bool(follows) or sign not in _DASHES


def _typed(paragraph: Paragraph) -> str:
    """The sign typed at the start of a paragraph that is in no list of Word's."""
    number = paragraph.look.get("numId", "")
    named = paragraph.style.startswith(LISTS) and not number
    if named or number not in ("", "0"):
        return ""
    if paragraph.level or paragraph.style.startswith(_NO_LISTS):
        return ""
    sign = _MARKER.match(paragraph.text)
    return (sign[1] or sign[2]) if sign else ""


# ---- links -------------------------------------------------------------------------------------


def _links(story: Story) -> Iterator[Diagnostic]:
    names = {
        mark.get(f"{W}name", "")
        for _, root, _ in story.parts
        for mark in root.iter(f"{W}bookmarkStart")
    }
    names |= {"_top", "_GoBack", "_Hlk"}
    targets: dict[str, str] = {}
    for part, root, where in story.parts:
        related = story.package.related(part)
        for link in root.iter(f"{W}hyperlink"):
            place = where or story.where(link)
            words = " ".join(text_of(link).split())
            anchor = link.get(f"{W}anchor", "")
            identity = link.get(f"{R}id", "")
            if anchor and not identity and anchor not in names:
                yield found("word-link-dead", "A link leads to no place.", place, words=words)
            if identity and identity not in related:
                yield found("word-link-dead", "A link has no address.", place, words=words)
            yield from _link_words(link, words, place)
            target = related[identity].target if identity in related else ""
            known = targets.setdefault(words.casefold(), target) if target and words else target
            if known != target:
                message = "Two links with the same words lead to different places."
                yield found("word-link-same-words", message, place, words=words)
        for instruction in root.iter(f"{W}instrText"):
            named = _REFERENCE.match(instruction.text or "")
            if named and named[1] not in names:
                place = where or story.where(instruction)
                yield found(
                    "word-link-dead", f"A field refers to {named[1]}, which is not there.", place
                )
    yield from _underlined(story)


def _link_words(link: Element, words: str, place: str) -> Iterator[Diagnostic]:
    pictures = next(link.iter(f"{W}drawing", f"{W}pict"), None)
    if not words and pictures is None:
        yield found("word-link-text", "A link has no words.", place)
    elif _NO_ADDRESS.match(words) and not _is_labelled(link):
        yield found("word-link-text", "The words of a link are its address.", place, words=words)
    elif words.casefold().strip(" .:→>") in _NO_PURPOSE:
        yield found(
            "word-link-text", "The words of a link do not say where it leads.", place, words=words
        )


def _is_labelled(link: Element) -> bool:
    """Whether the line above says what the address is: “Website”, in a list of ways to reach us."""
    paragraph = next(link.iterancestors(f"{W}p"), None)
    above = paragraph.getprevious() if paragraph is not None else None
    return value(above, "pPr", "pStyle").startswith("Label")


def _underlined(story: Story) -> Iterator[Diagnostic]:
    """Links in the text must be underlined; entries of the contents are all links."""
    plain: dict[str, str] = {}
    for paragraph in story.paragraphs:
        if paragraph.style.startswith("toc"):
            continue
        for link in paragraph.element.iter(f"{W}hyperlink"):
            for run in link.iter(f"{W}r"):
                look = story.looks.of_run(run, paragraph.look)
                if text_of(run).strip() and look.get("u", "none") in ("", "none"):
                    plain.setdefault(paragraph.where, " ".join(text_of(link).split()))
    if plain:
        where, words = next(iter(plain.items()))
        yield found("word-link-not-underlined", "Links are not underlined.", where, words=words)


# ---- notes, fields, bookmarks, styles ------------------------------------------------------------


def _notes(story: Story) -> Iterator[Diagnostic]:
    for kind in ("footnote", "endnote"):
        root = story.package.one(f"{kind}s")
        notes = root.findall(f"{W}{kind}") if root is not None else []
        there = {note.get(f"{W}id", "") for note in notes}
        for mark in story.package.document.iter(f"{W}{kind}Reference"):
            if mark.get(f"{W}id", "") not in there:
                place = story.where(mark)
                yield found("word-note-lost", f"The mark of a {kind} has no note.", place)
        kinds = {note.get(f"{W}type", "") for note in notes}
        if notes and not {"separator", "continuationSeparator"} <= kinds:
            yield found("word-note-lost", f"The lines that part {kind}s from the text are missing.")


def _fields(story: Story) -> Iterator[Diagnostic]:
    for _, root, where in story.parts:
        depth, opened = 0, None
        for mark in root.iter(f"{W}fldChar"):
            kind = mark.get(f"{W}fldCharType")
            depth += {"begin": 1, "end": -1}.get(kind or "", 0)
            opened = mark if opened is None or depth < 0 else opened
            if depth < 0:
                break
        if depth and opened is not None:
            message = "A field has no end." if depth > 0 else "A field ends that never began."
            yield found("word-field-open", message, where or story.where(opened))


def _bookmarks(story: Story) -> Iterator[Diagnostic]:
    taken: set[str] = set()
    for _, root, where in story.parts:
        for mark in root.iter(f"{W}bookmarkStart"):
            name = mark.get(f"{W}name", "").casefold()
            if name in taken:
                place = where or story.where(mark)
                yield found("word-bookmark-twice", f"Two bookmarks are called {name}.", place)
            taken.add(name)


def _lost(story: Story) -> Iterator[Diagnostic]:
    numbering = story.package.one("numbering")
    numbers = {"0", ""}
    for one in numbering.iter(f"{W}num") if numbering is not None else ():
        numbers.add(one.get(f"{W}numId", ""))
    told: set[str] = set()
    for _, root, where in story.parts:
        for mark in root.iter(f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle"):
            name = mark.get(f"{W}val", "")
            known = name in story.looks.styles or name.lower() in _BUILT_IN_STYLES
            if not known and name not in told:
                told.add(name)
                message = f"The style “{name}” is not in the file."
                yield found("word-style-missing", message, where or story.where(mark))
        for mark in root.iter(f"{W}numPr"):
            number = value(mark, "numId")
            if number not in numbers and f"#{number}" not in told:
                told.add(f"#{number}")
                message = f"The list {number} is not in the file."
                yield found("word-number-missing", message, where or story.where(mark))
