"""The custom XML part that says where the file comes from (see `exporter.origin`)."""

from __future__ import annotations

from exporter.brand import Brand
from exporter.furniture import furniture_of
from exporter.model import Document, Question
from exporter.origin import NAMESPACE, SAID_BETWEEN, packed
from exporter.outline import clean, outline_of
from exporter.walk import every_block, plain_text
from exporter.writers.docx.markup import DECLARATION, escape

PART, PROPERTIES = "customXml/item1.xml", "customXml/itemProps1.xml"
PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
BRAND = "<?slot brand?>"
_STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_ITEM = "{5E1B6F0A-6C0B-4B57-9A3E-6F0C1D2A7E41}"
"""Every item of a store has a name of this shape (ISO 29500-1, 22.5.2.1); ours is always this."""


def origin_xml(document: Document) -> str:
    """The part, with the place of the brand still open."""
    base = packed(outline_of(document), furniture_of(document, on_paper=True), document.place)
    names = (("document", document.name), ("edition", document.edition))
    told = (*names, ("version", document.version))
    attributes = " ".join(f'{key}="{escape(value)}"' for key, value in told)
    return (
        f'{DECLARATION}<o:origin xmlns:o="{NAMESPACE}" {attributes}>{BRAND}'
        f"<o:base>{base}</o:base>{_one_answer(document)}</o:origin>"
    )


def _one_answer(document: Document) -> str:
    """The questions to which one answer is asked for, with the answers that the program set."""
    asked = {
        clean(plain_text(block.children)): block
        for block in every_block(document.sections)
        if isinstance(block, Question) and block.kind in ("one", "yes-no")
    }
    return "".join(
        f"<o:one{_answers(block)}>{escape(words)}</o:one>" for words, block in asked.items()
    )


def _answers(block: Question) -> str:
    if block.kind != "yes-no":
        return ""
    said = SAID_BETWEEN.join(clean(plain_text(answer.words)) for answer in block.answers)
    return f' answers="{escape(said)}"'


def properties_xml() -> str:
    """What the store knows of the part. Without it LibreOffice drops the part."""
    return (
        f'{DECLARATION}<ds:datastoreItem xmlns:ds="{_STORE}" ds:itemID="{_ITEM}"><ds:schemaRefs>'
        f'<ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    )


def brand_slot(brand: Brand) -> str:
    """Whose file it is, and the words that stamping has put into it."""
    words = (brand.cover_line, brand.publisher, *(line.words for line in brand.contact))
    said = "".join(f"<o:says>{escape(one)}</o:says>" for one in (*words, brand.legal_line) if one)
    names = f'name="{escape(brand.name)}" publisher="{escape(brand.publisher)}"'
    return f"<o:brand {names}>{said}</o:brand>"
