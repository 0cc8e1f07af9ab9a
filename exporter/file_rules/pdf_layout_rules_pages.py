"""Rules on pages: what stays together, numbers, how many there are, how large they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from exporter.diagnostics import Diagnostic
from exporter.file_rules.pdf_layout_catalogue import ASK, Levels
from exporter.file_rules.pdf_layout_geometry import MM, Box
from exporter.file_rules.pdf_layout_judge import Judge, Spot, last_words, on_pages, short
from exporter.file_rules.pdf_layout_lines import Line
from exporter.file_rules.pdf_layout_pictures import Picture, pictures_of
from exporter.file_rules.pdf_layout_sheets import Sheet, Sheets
from exporter.file_rules.pdf_layout_tree import Block

_FEW_WORDS = 10
"""A page with fewer is a divider, or left blank, and needs no number."""
_PAGES_GOOD, _PAGES_MOST = 20, 24
_SIZES_MM = ((210, 297), (148, 210), (215.9, 279.4))
_SIZE_SLACK = 3.0
_HEADING_LARGER = 1.15
_HEADING_LONGEST = 70
_DRAWING = 0.05
"""The share of a page that a drawing covers at least."""
_FEW_RULES = 2
"""More of them are lines to write on, or a table."""
_LONG: Levels = (ASK, None, None)


def check(sheets: Sheets, judge: Judge) -> Iterator[Diagnostic]:
    yield from _splits(sheets, judge)
    yield from _headings(sheets, judge)
    yield from _lonely(sheets, judge)
    yield from _numbers(sheets, judge)
    yield from _count(sheets, judge)
    yield from _sizes(sheets, judge)


# ---- what goes on over the page ----


def _splits(sheets: Sheets, judge: Judge) -> Iterator[Diagnostic]:
    sure: list[Spot] = []
    guessed: list[Spot] = []
    easy = judge.column == 0
    for sheet, following in pairwise(sheets.pages):
        spot = _split_words(sheet, following, whole_paragraphs=easy)
        if spot is None and easy and sheet.number > 1:
            spot = _split_row(sheet, following)
        if spot is not None:
            (sure if sheet.tagged and following.tagged else guessed).append(spot)
    yield from judge.tell("pdf-row-split", sure)
    yield from judge.tell("pdf-row-split", guessed, guessed=True)


def _split_words(sheet: Sheet, following: Sheet, *, whole_paragraphs: bool) -> Spot | None:
    """A paragraph on two pages; where only sentences matter, one that breaks inside a sentence."""
    ends = _broken(sheet, following)
    if ends is None or not (whole_paragraphs or not ends[0].ends_sentence):
        return None
    last, first = ends
    what = "paragraph" if last.ends_sentence else "sentence"
    message = (
        f"A {what} goes on from page {sheet.number} to page {following.number}: "
        f"“{last_words(last.words)}” / “{short(first.words, 30)}”."
    )
    return Spot(sheet.number, message, f"{last.words} {first.words}")


def _broken(sheet: Sheet, following: Sheet) -> tuple[Line, Line] | None:
    """The last line of a page and the first of the next, if one block holds both."""
    if not sheet.body or not following.body:
        return None
    last, first = sheet.body[-1], following.body[0]
    if sheet.tagged and following.tagged:
        last, first = _by_number(sheet)[-1], _by_number(following)[0]
        one, two = last.block, first.block
        if one and two and one.goes_on and two.from_before and one.role == two.role:
            return last, first
        return None
    guess = not last.ends_sentence and first.goes_on_from_before
    return (last, first) if guess and abs(last.size - first.size) < 0.3 else None


def _by_number(sheet: Sheet) -> list[Line]:
    """The lines of a page in reading order, as its tags say."""
    return sorted(sheet.body, key=_number)


def _number(line: Line) -> tuple[int, float]:
    return (line.block.number if line.block else 0, -line.baseline)


def _split_row(sheet: Sheet, following: Sheet) -> Spot | None:
    """A picture at the end of a page, with nothing beside or under it, whose words come next."""
    pictures = pictures_of(sheet.page)
    if not pictures or not following.body or following.body[0].is_heading:
        return None
    last = min(pictures, key=lambda picture: picture.box.bottom)
    if _next_is_picture(following) or _has_words(last, pictures, sheet.body):
        return None
    words = following.body[0].words
    message = (
        f"A picture at the end of page {sheet.number} has its words on page {following.number}: "
        f"“{short(words, 40)}”."
    )
    return Spot(sheet.number, message, words)


def _has_words(picture: Picture, pictures: Iterable[Picture], body: Iterable[Line]) -> bool:
    """Whether words stand beside or under it; of two side by side, one has them for both."""
    row = picture.box
    for other in pictures:
        if other.box.shared_height(row) > 0.5 * row.height:
            row = row.joined(other.box)
    under = row.bottom + 2
    return any(
        line.box.shared_height(row) > 0.3 * line.box.height or line.baseline < under
        for line in body
    )


def _next_is_picture(sheet: Sheet) -> bool:
    tops = [picture.box.top for picture in pictures_of(sheet.page)]
    first = sheet.body[0]
    if sheet.tagged:
        numbers = [block.number for block in sheet.page.blocks.values() if block.picture]
        return bool(numbers) and min(numbers) < _number(first)[0]
    return bool(tops) and max(tops) > first.box.top - first.size


# ---- what stands alone ----


def _headings(sheets: Sheets, judge: Judge) -> Iterator[Diagnostic]:
    sure: list[Spot] = []
    guessed: list[Spot] = []
    for sheet, following in pairwise(sheets.pages):
        line = _last_heading(sheet, sheets.body_size)
        if line is not None and following.lines:
            message = (
                f"A heading stands at the foot of page {sheet.number}, without the words under it: "
                f"“{short(line.words)}”."
            )
            (sure if sheet.tagged else guessed).append(Spot(sheet.number, message, line.words))
    yield from judge.tell("pdf-heading-alone", sure)
    yield from judge.tell("pdf-heading-alone", guessed, guessed=True)


def _last_heading(sheet: Sheet, body_size: float) -> Line | None:
    """The heading that ends a page; none on pages that are headings only, as covers are."""
    if sheet.tagged:
        ordered = _by_number(sheet)
        blocks: Iterable[Block] = sheet.page.blocks.values()
        if not ordered or not ordered[-1].is_heading:
            return None
        number = _number(ordered[-1])[0]
        if any(block.number > number for block in blocks):
            return None
        return ordered[-1] if any(not line.is_heading for line in ordered) else None
    if len(sheet.body) < 4 or not _looks_like_heading(sheet.body[-1], body_size):
        return None
    last, above = sheet.body[-1], sheet.body[-2]
    under = any(picture.box.top < last.baseline for picture in pictures_of(sheet.page))
    in_row = above.baseline - last.baseline < 0.5 * last.size
    return None if under or in_row else last


def _looks_like_heading(line: Line, body_size: float) -> bool:
    larger = line.size >= _HEADING_LARGER * body_size
    bold = line.bold and line.size >= body_size - 0.2
    whole = not line.ends_sentence and not line.goes_on_from_before
    return (larger or bold) and whole and len(line.words) <= _HEADING_LONGEST


def _lonely(sheets: Sheets, judge: Judge) -> Iterator[Diagnostic]:
    yield from judge.tell("pdf-line-lonely", _lonely_spots(sheets))


def _lonely_spots(sheets: Sheets) -> Iterator[Spot]:
    for sheet, following in pairwise(sheets.pages):
        yield from _lonely_page(following)
        ends = _broken(sheet, following) if sheet.tagged else None
        if ends is None:
            continue
        last, first = ends
        if _lines_of(sheet, last) == 1:
            message = f"The first line of a paragraph stands alone at the foot of page {last.page}"
            yield Spot(last.page, f"{message}: “{short(last.words)}”.", last.words)
        if _lines_of(following, first) == 1 and len(following.body) > 1:
            message = f"The last line of a paragraph stands alone at the top of page {first.page}"
            yield Spot(first.page, f"{message}: “{short(first.words)}”.", first.words)


def _lines_of(sheet: Sheet, line: Line) -> int:
    """How many lines of its block stand on the page."""
    block = line.block
    return sum(one.block is not None and one.block is block for one in sheet.body)


def _lonely_page(sheet: Sheet) -> Iterator[Spot]:
    """A page with one line; a divider, larger or a heading, is meant so, and so is a drawing."""
    page = sheet.page
    drawn = page.largest > _DRAWING * page.width * page.height or page.wide > _FEW_RULES
    if len(sheet.body) != 1 or drawn or pictures_of(page):
        return
    line = sheet.body[0]
    others = [one.size for one in sheet.lines if one is not line] or [line.size]
    if not line.is_heading and line.size < _HEADING_LARGER * max(others):
        message = f"One line stands alone on page {sheet.number}: “{short(line.words)}”."
        yield Spot(sheet.number, message, line.words)


# ---- numbers ----


def _numbers(sheets: Sheets, judge: Judge) -> Iterator[Diagnostic]:
    """A number at the edge that counts on with the pages; the first page may lack it."""
    bare = [
        sheet
        for sheet in sheets.pages[1:]
        if not sheet.shifts() & sheets.counting and _is_full(sheet)
    ]
    if not bare:
        return
    where = on_pages(sheet.number for sheet in bare)
    words = bare[0].body[0].words if bare[0].body else ""
    spot = Spot(bare[0].number, f"There is no page number on {where}.", words)
    yield from judge.tell("pdf-page-number-missing", [spot])


def _is_full(sheet: Sheet) -> bool:
    return sum(len(line.words.split()) for line in sheet.lines) >= _FEW_WORDS


# ---- the whole ----


def _count(sheets: Sheets, judge: Judge) -> Iterator[Diagnostic]:
    count = sheets.count
    if count <= _PAGES_GOOD:
        return
    most = _PAGES_MOST if count > _PAGES_MOST else _PAGES_GOOD
    end = "the most is" if count > _PAGES_MOST else "easy read is best with no more than"
    message = f"There are {count} pages; {end} {most}."
    levels = None if count > _PAGES_MOST else _LONG
    yield from judge.tell("pdf-pages-many", [Spot(count, message)], levels=levels)


def _sizes(sheets: Sheets, judge: Judge) -> Iterator[Diagnostic]:
    odd: list[Sheet] = []
    large: list[Sheet] = []
    for sheet in sheets.pages:
        box = Box(0, 0, sheet.page.width, sheet.page.height)
        if not _is_usual(box, judge):
            short_side, long_side = sorted((box.width / MM, box.height / MM))
            over = short_side > 210 + 8 or long_side > 297 + _SIZE_SLACK
            (large if over else odd).append(sheet)
    if large:
        yield from judge.tell("pdf-page-size", [_size_spot(large, "larger than A4")])
    if odd:
        spot = _size_spot(odd, "not A4")
        yield from judge.tell("pdf-page-size", [spot], levels=(ASK, ASK, ASK))


def _is_usual(box: Box, judge: Judge) -> bool:
    sides = sorted((box.width / MM, box.height / MM))
    usual = [sorted(size) for size in _SIZES_MM]
    if judge.theme is not None:
        usual.append(sorted((judge.theme.page.width / MM, judge.theme.page.height / MM)))
    return any(
        all(abs(one - two) <= _SIZE_SLACK for one, two in zip(sides, size, strict=True))
        for size in usual
    )


def _size_spot(pages: list[Sheet], what: str) -> Spot:
    page = pages[0].page
    where = on_pages(sheet.number for sheet in pages)
    size = f"{page.width / MM:.0f} × {page.height / MM:.0f} mm"
    return Spot(page.number, f"The paper of {where} is {size}, {what}.")
