"""Fill in a brand: colours, logo, publisher, cover line, contact, legal line.

Only the parts that hold them are packed again; the rest of the file is copied as it is.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from exporter import zip_file as archive
from exporter.brand import Brand, ContactKind, ContactLine
from exporter.model import Picture
from exporter.template import Template
from exporter.writers.bitmaps import bitmap
from exporter.writers.docx import measures, origin
from exporter.writers.docx.elements import ended_cell
from exporter.writers.docx.inlines import address
from exporter.writers.docx.markup import character_style, escape, paragraph, run
from exporter.writers.docx.package import PUBLISHER
from exporter.writers.docx.pictures import drawing_of, everybodys_letters, pixels, sharp
from exporter.writers.docx.tables import layout_table
from exporter.writers.docx.theme_part import colours_of
from exporter.writers.drawings.flat import flattened
from exporter.zip_file import Member, Segment

DOCUMENT = "word/document.xml"
COLOURED = ("word/styles.xml", "word/theme/theme1.xml")
CORE = "docProps/core.xml"
RELATIONSHIPS = "word/_rels/document.xml.rels"

_IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"

_ROW_SPACE = 6.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Slots:
    """What stamping needs of a compiled document.

    `files` is every file in its order: packed, or None for those written anew. `body` is
    document.xml around its two slots: on the cover and at the end; `origin` the part that says
    where the file comes from, around the brand's name.
    """

    files: tuple[tuple[str, Member | None], ...]
    texts: tuple[tuple[str, str], ...]
    body: tuple[Segment, Segment, Segment]
    origin: tuple[Segment, Segment]
    heading: str
    heading_mark: str
    """`w:lang` of the heading, where it is not that of the document."""
    contact_words: tuple[tuple[ContactKind, str], ...]
    contact_marks: tuple[tuple[ContactKind, str], ...]
    """The same of the kinds of contact."""
    contact_pictures: tuple[tuple[str, str], ...]
    """What is drawn beside each, in easy read."""
    in_table: bool
    """Whether it stands beside the words in a table; else in their line."""
    text_width: float
    right_to_left: bool
    logo_box: tuple[float, float]
    drawing: int


def stamp(template: Template, brand: Brand) -> bytes:
    """The file of one brand."""
    slots = template.slots
    assert isinstance(slots, Slots)
    return stamped(slots, brand)


def stamped(slots: Slots, brand: Brand) -> bytes:
    texts = dict(slots.texts)
    if brand.logo:
        width, _ = measures.fitted(brand.logo, *slots.logo_box)
        brand = replace(brand, logo=flattened(brand.logo, sharp(width)))
    logo = _logo_files(brand.logo, slots.logo_box) if brand.logo else {}
    made = {name: _coloured(texts[name], brand) for name in COLOURED}
    made[CORE] = texts[CORE].replace(PUBLISHER, escape(brand.publisher))
    made[RELATIONSHIPS] = texts[RELATIONSHIPS].replace(
        "</Relationships>", f"{_relationships(brand, logo)}</Relationships>"
    )
    before, between, after = slots.body
    body = (
        before, archive.segment(cover_slot(slots, brand).encode()),
        between, archive.segment(end_slot(slots, brand).encode()), after,
    )  # fmt: skip
    first, last = slots.origin
    pieces = {
        DOCUMENT: body,
        origin.PART: (first, archive.segment(origin.brand_slot(brand).encode()), last),
    }
    members = [packed or _member(name, made, pieces) for name, packed in slots.files] + [
        archive.member(f"word/{name}", data) for name, data in logo.items()
    ]
    return archive.zipped(members)


def _member(name: str, made: dict[str, str], pieces: dict[str, tuple[Segment, ...]]) -> Member:
    if name in pieces:
        return archive.joined(name, pieces[name])
    return archive.member(name, made[name].encode())


def _coloured(text: str, brand: Brand) -> str:
    for mark, colour in colours_of(brand).items():
        text = text.replace(mark, colour)
    return text


def cover_slot(slots: Slots, brand: Brand) -> str:
    """On the cover, below the program's lines: the brand's line, the publisher, the logo last."""
    parts = []
    if brand.cover_line:
        parts.append(paragraph("Furniture Cover Line", run(brand.cover_line)))
    if brand.publisher:
        parts.append(paragraph("Furniture Publisher", run(brand.publisher)))
    if brand.logo:
        size = measures.fitted(brand.logo, *slots.logo_box)
        files = ["rIdLogo"] if brand.logo.media != "svg" else ["rIdLogo", "rIdLogoDrawn"]
        parts.append(
            paragraph("Furniture Logo", drawing_of(slots.drawing, brand.logo, size, files))
        )
    return "".join(parts)


def end_slot(slots: Slots, brand: Brand) -> str:
    """At the end: who made this, how to reach them, the legal line. Then the last section's end."""
    parts = [paragraph("Furniture Heading", run(slots.heading, slots.heading_mark))]
    if brand.publisher:
        parts.append(paragraph("Furniture Contact", run(brand.publisher)))
    words, marks = dict(slots.contact_words), dict(slots.contact_marks)
    drawn = {} if slots.in_table else dict(slots.contact_pictures)
    lines = [
        paragraph(
            "Furniture Contact",
            drawn.get(line.kind, "") + _contact(line, words[line.kind], marks[line.kind], index),
        )
        for index, line in enumerate(brand.contact, 1)
    ]
    if lines and slots.contact_pictures and slots.in_table:
        lines = [_beside_pictures(slots, brand, lines)]
        parts += lines if brand.legal_line else [ended_cell(lines[0])]
    else:
        parts += lines
    if brand.legal_line:
        parts.append(paragraph("Furniture Legal", run(brand.legal_line)))
    return "".join(parts)


def _beside_pictures(slots: Slots, brand: Brand, lines: list[str]) -> str:
    """The ways to reach somebody in a table, each with what is drawn of its kind; on one page."""
    drawn = dict(slots.contact_pictures)
    indent = measures.CONTACT_PICTURE[0] + measures.CONTACT_GAP
    return layout_table(
        (
            (paragraph("Row Picture Kept", drawn.get(one.kind, "")), line)
            for one, line in zip(brand.contact, lines, strict=True)
        ),
        (indent, slots.text_width - indent),
        space=_ROW_SPACE,
        right_to_left=slots.right_to_left,
        middle=True,
    )


def _contact(line: ContactLine, label: str, mark: str, index: int) -> str:
    start = run(f"{label}: ", character_style("Strong") + mark)
    if not line.url:
        return start + run(line.words)
    words = run(line.words, character_style("Hyperlink"))
    return f'{start}<w:hyperlink r:id="rIdContact{index}" w:history="1">{words}</w:hyperlink>'


def _logo_files(logo: Picture, box: tuple[float, float]) -> dict[str, bytes]:
    if logo.media != "svg":
        return {f"media/logo.{logo.media}": logo.data}
    width, _ = measures.fitted(logo, *box)
    drawn = everybodys_letters(logo.data)
    return {"media/logo.png": bitmap(drawn, pixels(width)), "media/logo.svg": drawn}


def _relationships(brand: Brand, logo: dict[str, bytes]) -> str:
    pictures = zip(("rIdLogo", "rIdLogoDrawn"), logo, strict=False)
    made = [f'<Relationship Id="{id_}" Type="{_IMAGE}" Target="{name}"/>' for id_, name in pictures]
    made += [
        f'<Relationship Id="rIdContact{index}" Type="{_LINK}" '
        f'Target="{escape(address(line.url))}" TargetMode="External"/>'
        for index, line in enumerate(brand.contact, 1)
        if line.url
    ]
    return "".join(made)
