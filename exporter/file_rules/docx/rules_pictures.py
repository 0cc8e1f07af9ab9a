"""Rules on pictures, drawings, shapes and charts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exporter.diagnostics import Diagnostic
from exporter.file_rules.docx.catalogue import found
from exporter.file_rules.docx.look import number
from exporter.file_rules.docx.story import Story
from exporter.word_file.names import WP, A, Element, R, W
from exporter.word_file.pictures import HOLDERS, Picture, boxes_in, pictures_in

_LONGEST_ALT = 250
_LEAST_ROW_PICTURE = 5.0
_EMU_PER_CM = 360_000
_FILE_NAME = re.compile(
    r"\.(?:png|jpe?g|gif|svg|tiff?|bmp|webp|emf|wmf)\s*$|^(?:img|dsc|pxl|image|picture)[ _-]?\d+",
    re.IGNORECASE,
)
_NOTHING_SAID = {
    "image", "picture", "photo", "photograph", "graphic", "figure", "chart", "diagram", "logo",
    "icon", "drawing", "bild", "foto", "image result", "picture 1", "decorative",
    "a picture containing text", "a screenshot of a computer", "bilde", "imagen", "immagine",
}  # fmt: skip
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_DECORATIVE_URI = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
_SVG = "{http://schemas.microsoft.com/office/drawing/2016/SVG/main}svgBlip"


def check(story: Story) -> Iterator[Diagnostic]:
    for part, root, where in story.parts:
        for holder in filter(story.is_met, root.iter(*HOLDERS)):
            place = where or story.where(holder)
            yield from _floating(holder, place)
            yield from _files(story, holder, part, place)
            for picture in pictures_in(holder):
                yield from _picture(story, picture, place)
    yield from _numbers(story)
    yield from _rows(story)


def _floating(holder: Element, place: str) -> Iterator[Diagnostic]:
    if holder.find(f"{WP}anchor") is not None:
        kind = "A picture" if next(boxes_in(holder), None) is None else "A text box"
        yield found("word-object-floating", f"{kind} floats over the page.", place)
    for shape in holder:
        if "position:absolute" in shape.get("style", "").replace(" ", ""):
            yield found("word-object-floating", "A shape floats over the page.", place)


def _picture(story: Story, picture: Picture, place: str) -> Iterator[Diagnostic]:
    mark = next(picture.element.iter(_DECORATIVE), None)
    if mark is not None and mark.getparent().get("uri") != _DECORATIVE_URI:
        yield found(
            "word-decorative-mark", "The mark of a decorative picture is not Word's.", place
        )
    if picture.watermark:
        yield found("word-watermark", "There is a watermark, or words drawn as a picture.", place)
    elif picture.decorative and picture.alt:
        yield found(
            "word-alt-decorative",
            "A picture is marked as decorative and has a description too.",
            place,
            words=picture.alt,
        )
    elif picture.alt:
        yield from _alt(story, picture.element, picture.alt, place)
    elif not picture.decorative:
        name = picture.name
        which = f"The picture “{name}”" if name else "A picture or object"
        yield found("word-alt-missing", f"{which} has no description.", place, words=name)


def _numbers(story: Story) -> Iterator[Diagnostic]:
    numbers: set[str] = set()
    for _, root, where in story.parts:
        for properties in root.iter(f"{WP}docPr"):
            number = properties.get("id", "")
            if number in numbers:
                message = f"Two drawings have the number {number}."
                yield found("word-picture-number-twice", message, where or story.where(properties))
            numbers.add(number)


def _alt(story: Story, drawing: Element, alt: str, place: str) -> Iterator[Diagnostic]:
    if _FILE_NAME.search(alt) or alt.casefold().strip(" .") in _NOTHING_SAID:
        message = "The description of a picture says nothing about it."
        yield found("word-alt-file-name", message, place, words=alt)
    if len(alt) > _LONGEST_ALT:
        message = f"The description of a picture has {len(alt)} characters."
        yield found("word-alt-long", message, place, words=f"{alt[:60]} …")
    paragraph = next(drawing.iterancestors(f"{W}p"), None)
    following = paragraph.getnext() if paragraph is not None else None
    if following is not None and following.tag == f"{W}p":
        caption = "".join(part.text or "" for part in following.iter(f"{W}t"))
        if _plain(alt) and _plain(alt) == _plain(caption):
            yield found(
                "word-alt-caption", "The description of a picture is its caption again.", place,
                words=alt,
            )  # fmt: skip


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().casefold()


def _files(story: Story, drawing: Element, part: str, place: str) -> Iterator[Diagnostic]:
    related = story.package.related(part)
    for blip in drawing.iter(f"{A}blip"):
        bitmap = blip.get(f"{R}embed") or blip.get(f"{R}link") or ""
        drawn = next(blip.iter(_SVG), None)
        if drawn is not None and not bitmap:
            yield found("word-svg-alone", "A drawing has no bitmap beside it.", place)
        for identity in filter(None, (bitmap, drawn.get(f"{R}embed") if drawn is not None else "")):
            target = related.get(identity)
            if target is None or not (
                target.external or story.package.path(part, target.target) in story.package.names
            ):
                yield found("word-picture-lost", "A picture is not in the file.", place)


def _rows(story: Story) -> Iterator[Diagnostic]:
    """Pictures in the first cell of rows without a header: those of easy read. Signs in a list of
    ways to reach somebody, which the program adds, are none of them."""
    for table in story.package.document.iter(f"{W}tbl"):
        if next(table.iter(f"{W}tblHeader"), None) is not None:
            continue
        narrow = []
        for row in table.findall(f"{W}tr"):
            cells = row.findall(f"{W}tc")
            if len(cells) != 2 or _is_way_to_reach(cells[1]):
                continue
            if not _words(cells[0]) and _words(cells[1]):
                narrow += [
                    width for width in _widths(cells[0]) if width < _LEAST_ROW_PICTURE - 0.05
                ]
        if narrow:
            yield found(
                "word-row-picture-small",
                f"{len(narrow)} pictures beside words are under 5 cm wide, the smallest "
                f"{min(narrow):.1f} cm.",
                story.places.get(table, ""),
            )


def _is_way_to_reach(cell: Element) -> bool:
    styles = (style.get(f"{W}val", "") for style in cell.iter(f"{W}pStyle"))
    return any(style == "FurnitureContact" for style in styles)


def _words(cell: Element) -> bool:
    return any((part.text or "").strip() for part in cell.iter(f"{W}t"))


def _widths(cell: Element) -> Iterator[float]:
    for extent in cell.iter(f"{WP}extent"):
        yield number(extent.get("cx", "")) / _EMU_PER_CM
