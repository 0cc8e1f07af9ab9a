"""Rules on letters: size, slant, capitals, weight, typefaces."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from exporter.diagnostics import Diagnostic
from exporter.file_rules.pdf_layout_catalogue import ASK, INFORM, Levels
from exporter.file_rules.pdf_layout_judge import Judge, Spot, on_pages, points, short
from exporter.file_rules.pdf_layout_lines import Line, in_picture
from exporter.file_rules.pdf_layout_page import Page, Run
from exporter.file_rules.pdf_layout_sheets import Sheets

_TOLERANCE = 0.05
"""Points; files round their numbers."""
_PROMISE = 0.3
_WORD = re.compile(r"\w")
_MARK = re.compile(r"[\[(]?(?:\d{1,3}|[a-z*†‡§]{1,3})[\])]?")
"""What is raised or lowered beside a word: the mark of a note, the 2 of a square metre."""
_CAPITALS = re.compile(r"\b[^\W\d_]{4,}\b(?:[\s,&'’–-]+\b[^\W\d_]{4,}\b)+")
_SHOUTED = 10
"""Letters in capitals that are more than two abbreviations side by side."""
_SHARE = 0.01
"""A typeface of fewer letters does not count."""
_SYMBOLS = re.compile(r"symbol|dingbat|wingding|emoji|icon|math|awesome", re.IGNORECASE)
_SMALLER: Levels = (ASK, ASK, INFORM)
_TWO_FACES: Levels = (ASK, None, None)
"""Two, one for titles, are allowed by most; only Inclusion Europe asks for one."""

Where = tuple[Page, Run]


def check(sheets: Sheets, judge: Judge) -> Iterator[Diagnostic]:
    runs = [(page, run) for page, run in sheets.runs() if _WORD.search(run.words)]
    in_pictures = [where for where in runs if in_picture(*where)]
    plain = [where for where in runs if not in_picture(*where)]
    yield from _body(sheets, judge)
    yield from _small(sheets, plain, judge)
    yield from _picture_words(in_pictures, judge)
    yield from judge.tell("pdf-italics", _italics(plain))
    yield from judge.tell("pdf-light-weight", _light(plain))
    yield from judge.tell("pdf-capitals", _capitals(sheets))
    yield from _faces(plain, judge)


def _body(sheets: Sheets, judge: Judge) -> Iterator[Diagnostic]:
    size, asked = sheets.body_size, judge.asked
    if not size:
        return
    told = f"Most of the text is {points(size)}"
    if size < asked.size_floor - _TOLERANCE:
        message = f"{told}; {asked.name} asks for {points(asked.size_floor)} at least."
        yield from judge.tell("pdf-body-small", [Spot(1, message)])
    elif judge.theme is not None and size < judge.theme.size - _PROMISE:
        message = f"{told}; its edition promises {points(judge.theme.size)}."
        yield from judge.tell("pdf-body-small", [Spot(1, message)], levels=(ASK, ASK, ASK))
    elif size < asked.size_good - _TOLERANCE and judge.theme is None:
        message = f"{told}; {points(asked.size_good)} is better for {asked.name}."
        yield from judge.tell("pdf-body-small", [Spot(1, message)], levels=(INFORM,) * 3)


# ---- words smaller than the text ----


def _small(sheets: Sheets, runs: list[Where], judge: Judge) -> Iterator[Diagnostic]:
    """Words below the floor are one finding for each size; those above it but smaller than the
    text are a second kind, which matters less."""
    body, asked = sheets.body_size, judge.asked
    marks = set() if asked.size_floor >= 16 else _raised(sheets, asked.size_floor)
    smaller = [
        (page, run) for page, run in runs if 0 < run.size < body - 0.2 and id(run) not in marks
    ]
    low = [where for where in smaller if where[1].size < asked.size_floor - _TOLERANCE]
    floor = points(asked.size_floor)
    rule = f"{asked.name} asks for {floor} at least"
    yield from judge.tell("pdf-type-small", _by_size(low, rule))
    between = [where for where in smaller if where[1].size >= asked.size_floor - _TOLERANCE]
    promised = judge.theme.small if judge.theme else 0.0
    kept = [where for where in between if where[1].size >= promised - _PROMISE]
    broken = [where for where in between if where[1].size < promised - _PROMISE]
    rule = f"smaller than the text, which is {points(body)}"
    yield from judge.tell("pdf-type-small", _by_size(kept, rule), levels=_SMALLER)
    yield from judge.tell("pdf-type-small", _by_size(broken, rule), levels=(ASK, ASK, ASK))


def _raised(sheets: Sheets, floor: float) -> set[int]:
    """The marks of notes, and other raised or lowered signs, in lines that are large enough.

    Only large print asks for them in the size of the text (TYP-04: "labels, superscripts").
    """
    return {
        id(run)
        for sheet in sheets.pages
        for line in sheet.lines
        for run in line.runs
        if line.size >= floor and run.size < line.size and _MARK.fullmatch(run.words.strip())
    }


def _picture_words(runs: list[Where], judge: Judge) -> Iterator[Diagnostic]:
    """Held to what the edition asks of every word.

    PIC-14 asks for 18 points inside the pictures of large print; the floor of 16 is what UKAAF asks
    of all words, so below it somebody has to answer. In clear print it is told, no more.
    """
    floor = judge.asked.size_floor
    small = [where for where in runs if 0 < where[1].size < floor - _TOLERANCE]
    by_page: dict[int, list[Run]] = {}
    for page, run in small:
        by_page.setdefault(page.number, []).append(run)
    spots = []
    for number, words in by_page.items():
        least = min(words, key=lambda run: run.size)
        message = (
            f"Words in a picture on page {number} are {points(least.size)}: “{short(least.words)}”;"
            f" {judge.asked.name} asks for {points(floor)}."
        )
        spots.append(Spot(number, message, least.words))
    yield from judge.tell("pdf-figure-text-small", spots)


def _by_size(runs: list[Where], rule: str) -> Iterator[Spot]:
    sizes: dict[float, list[Where]] = {}
    for page, run in runs:
        sizes.setdefault(round(run.size, 1), []).append((page, run))
    for size, places in sorted(sizes.items()):
        page, run = places[0]
        where = on_pages(one.number for one, _ in places)
        message = f"Words on {where} are {points(size)}, “{short(run.words, 50)}”: {rule}."
        yield Spot(page.number, message, run.words)


# ---- kinds of letters ----


def _italics(runs: list[Where]) -> Iterator[Spot]:
    slanted = [where for where in runs if where[1].face.italic and _has_word(where[1])]
    for page, run in _one_a_line(slanted):
        message = f"Words on page {page.number} are in italics: “{short(run.words)}”."
        yield Spot(page.number, message, run.words)


def _light(runs: list[Where]) -> Iterator[Spot]:
    faces: dict[str, list[Where]] = {}
    for page, run in runs:
        if run.face.light:
            faces.setdefault(run.face.name, []).append((page, run))
    for name, places in sorted(faces.items()):
        page, run = places[0]
        where = on_pages(one.number for one, _ in places)
        message = f"Words on {where} are in a thin typeface, {name}: “{short(run.words, 50)}”."
        yield Spot(page.number, message, run.words)


def _has_word(run: Run) -> bool:
    """Letters of a formula are slanted by old custom; they are not meant."""
    return sum(letter.isalpha() for letter in run.words) >= 3


def _one_a_line(runs: list[Where]) -> Iterator[Where]:
    """One of each line, and what comes back on other pages only once."""
    told: set[str] = set()
    last = (0, 0.0)
    for page, run in runs:
        if (page.number, run.baseline) != last and run.words not in told:
            yield page, run
        told.add(run.words)
        last = (page.number, run.baseline)


def _capitals(sheets: Sheets) -> Iterator[Spot]:
    """Two words or more side by side; a running line is told once."""
    told: set[str] = set()
    for sheet in sheets.pages:
        for line in sheet.lines:
            words = _shouted(line)
            if words and words not in told:
                told.add(words)
                message = f"Words on page {sheet.number} are in capitals: “{short(words)}”."
                yield Spot(sheet.number, message, words)


def _shouted(line: Line) -> str:
    if line.words.islower():
        return ""
    for match in _CAPITALS.finditer(line.words):
        words = re.findall(r"[^\W\d_]{4,}", match[0])
        run: list[str] = []
        for word in [*words, ""]:
            if word.isupper():
                run.append(word)
            elif len(run) > 1 and sum(map(len, run)) >= _SHOUTED:
                return " ".join(run)
            else:
                run = []
    return ""


def _faces(runs: Iterable[Where], judge: Judge) -> Iterator[Diagnostic]:
    """Typefaces of Latin letters; other scripts need faces of their own."""
    letters: Counter[str] = Counter()
    for _, run in runs:
        if run.face.family and not _SYMBOLS.search(run.face.family):
            letters[run.face.family] += len(run.words) if run.words[:1].isascii() else 0
    total = sum(letters.values())
    families = [name for name, count in letters.most_common() if count > _SHARE * total]
    if len(families) < 2:
        return
    message = f"There are {len(families)} typefaces: {', '.join(families[:6])}."
    levels = _TWO_FACES if len(families) == 2 else None
    yield from judge.tell("pdf-faces-many", [Spot(1, message)], levels=levels)
