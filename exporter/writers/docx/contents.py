"""The contents: a real field, already filled with links, so that nothing needs updating."""

from __future__ import annotations

from collections.abc import Mapping

from exporter.edition import Theme
from exporter.furniture import TOP
from exporter.model import ContentsEntry, Document
from exporter.writers.docx import measures
from exporter.writers.docx.inlines import own_mark
from exporter.writers.docx.ledger import Ledger
from exporter.writers.docx.markup import escape, field, field_end, field_start, paragraph, run
from exporter.writers.docx.pictures import drawing
from exporter.writers.drawings.ink import inked

_TAB = "<w:r><w:tab/></w:r>"


def contents(
    document: Document, theme: Theme, ledger: Ledger, pages: Mapping[str, int] | None
) -> str:
    """The field and its heading, in the frame by which Word offers to update it.

    Page numbers only where somebody has counted: `\\n` leaves them out, and a number of ours could
    not be proved to be Word's. Never marked "dirty", which would empty the list.
    """
    deepest = max(entry.level for entry in document.contents)
    numbers = "" if pages else " \\n"
    instruction = f'TOC \\o "2-{max(2, deepest)}"{numbers} \\h \\z'
    beside = any(entry.picture for entry in document.contents)
    box = measures.contents_picture_box(document.contents, theme)
    lines = [
        (_picture(entry, theme, ledger, box) if beside and entry.level == TOP else "")
        + _entry(entry, ledger, pages)
        for entry in document.contents
    ]
    lines[0] = field_start(instruction) + lines[0]
    lines[-1] += field_end()
    entries = "".join(
        paragraph(f"TOC {min(6, entry.level)}", line)
        for entry, line in zip(document.contents, lines, strict=True)
    )
    title = document.words("contents")
    heading = paragraph("TOC Heading", run(title, own_mark(document, "contents")))
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{escape(title)}"/><w:id w:val="1"/>'
        '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/>'
        f"</w:docPartObj></w:sdtPr><w:sdtContent>{heading}"
        f"{entries}</w:sdtContent></w:sdt>"
    )


def _picture(entry: ContentsEntry, theme: Theme, ledger: Ledger, box: tuple[float, float]) -> str:
    """In the line of the words, with a tab between: no frame or table, which a field may not hold.
    Its bitmap is the one that stands in the part."""
    if entry.picture is None:
        return _TAB
    shown = inked(entry.picture)
    drawn, _ = measures.row_picture(shown, theme)
    return drawing(ledger, shown, *measures.fitted(shown, *box), drawn) + _TAB


def _entry(entry: ContentsEntry, ledger: Ledger, pages: Mapping[str, int] | None) -> str:
    name = ledger.names.get(entry.anchor, entry.anchor)
    words = run(entry.text)
    if pages and entry.anchor in pages:
        number = field(f"PAGEREF {name} \\h", str(pages[entry.anchor]))
        words += f"{_TAB}{number}"
    return f'<w:hyperlink w:anchor="{escape(name)}" w:history="1">{words}</w:hyperlink>'
