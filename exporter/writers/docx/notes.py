"""endnotes.xml: notes that Word knows as notes, set at the end of their section."""

from __future__ import annotations

from exporter.model import Document
from exporter.writers.docx.inlines import InlineWriter, own_mark
from exporter.writers.docx.ledger import Ledger
from exporter.writers.docx.markup import (
    DECLARATION,
    NAMESPACES,
    character_style,
    paragraph,
    run,
)


def notes_xml(document: Document, ledger: Ledger) -> str:
    """Every note cited, in the order of its first mark.

    Word draws a line before the notes of a section. That line is a note of its own, which may hold
    words; ours says "Notes", because a line alone says nothing to people who do not see it.
    """
    writer = InlineWriter(
        ledger,
        ledger.note_links,
        document.words,
        right_to_left=document.right_to_left,
        language=document.language,
    )
    mark = f"<w:r><w:rPr>{character_style('Endnote Reference')}</w:rPr><w:endnoteRef/></w:r>"
    notes = "".join(
        f'<w:endnote w:id="{number}">'
        f"{paragraph('Endnote Text', f'{mark}<w:r><w:tab/></w:r>{writer.write(note.children)}')}"
        "</w:endnote>"
        for number, note in ledger.notes.values()
    )
    heading = paragraph(
        "Furniture Notes", run(document.words("notes"), own_mark(document, "notes"))
    )
    more = paragraph("Furniture Gap", "<w:r><w:continuationSeparator/></w:r>")
    return (
        f"{DECLARATION}<w:endnotes {NAMESPACES}>"
        f'<w:endnote w:type="separator" w:id="-1">{heading}</w:endnote>'
        f'<w:endnote w:type="continuationSeparator" w:id="0">{more}</w:endnote>'
        f"{notes}</w:endnotes>"
    )
