"""What a file says about itself: XMP and, in PDF 1.7, the document information."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from html import escape as _escape

from exporter.writers import archive
from exporter.writers.pdf_reportlab.objects import text_string
from exporter.writers.pdf_reportlab.structure import Standard

_CREATOR = "exporter"
escape = partial(_escape, quote=False)


@dataclass(frozen=True, slots=True)
class About:
    """What the document says; the publisher comes with the brand."""

    title: str
    language: str
    description: str
    keywords: tuple[str, ...]
    date: str
    translations: tuple[str, ...] = ()
    """The addresses of the same file in other languages."""


def info(about: About, publisher: str) -> str:
    """The document information dictionary (ISO 32000-1, 14.3.3). No clock: the source's date."""
    parts = [
        f"/Title{text_string(about.title)}",
        f"/Author{text_string(publisher)}",
        f"/Creator{text_string(_CREATOR)}",
        f"/Producer{text_string(_CREATOR)}",
    ]
    if about.description:
        parts.append(f"/Subject{text_string(about.description)}")
    if about.keywords:
        parts.append(f"/Keywords{text_string(', '.join(about.keywords))}")
    if about.date:
        parts.append(f"/CreationDate(D:{about.date.replace('-', '')})")
    return f"<<{''.join(parts)}>>"


def xmp(about: About, publisher: str, standard: Standard) -> bytes:
    """The metadata stream (ISO 14289-1, 7.1 and clause 5)."""
    title, author, words = escape(about.title), escape(publisher), escape(about.description)
    subjects = "".join(f"<rdf:li>{escape(word)}</rdf:li>" for word in about.keywords)
    keywords = escape(", ".join(about.keywords))
    parts = [
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>',
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">',
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"'
        ' xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">',
        f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>',
        f"<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>",
        f"<dc:publisher><rdf:Bag><rdf:li>{author}</rdf:li></rdf:Bag></dc:publisher>",
        f"<dc:language><rdf:Bag><rdf:li>{escape(about.language)}</rdf:li></rdf:Bag></dc:language>",
        f"<xmp:CreatorTool>{_CREATOR}</xmp:CreatorTool><pdf:Producer>{_CREATOR}</pdf:Producer>",
    ]
    if about.description:
        parts.append(
            f'<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{words}</rdf:li></rdf:Alt>'
            "</dc:description>"
        )
    if subjects:
        parts.append(f"<dc:subject><rdf:Bag>{subjects}</rdf:Bag></dc:subject>")
        parts.append(f"<pdf:Keywords>{keywords}</pdf:Keywords>")
    if about.date:
        parts.append(f"<xmp:CreateDate>{about.date}</xmp:CreateDate>")
    if standard == "ua-1":
        parts.append("<pdfuaid:part>1</pdfuaid:part></rdf:Description>")
    else:
        parts.append(
            "<pdfuaid:part>2</pdfuaid:part><pdfuaid:rev>2024</pdfuaid:rev></rdf:Description>"
        )
        parts.append(_DECLARATION)
    if about.translations:
        parts.append(archive.related(about.translations))
    parts.append(archive.claim(standard))
    parts.append("</rdf:RDF></x:xmpmeta>")
    parts.append('<?xpacket end="r"?>')
    return "\n".join(parts).encode("utf-8")


_DECLARATION = (
    '<rdf:Description rdf:about="" xmlns:pdfd="http://pdfa.org/declarations/">'
    '<pdfd:declarations><rdf:Bag><rdf:li rdf:parseType="Resource">'
    "<pdfd:conformsTo>http://pdfa.org/declarations/wtpdf#accessibility1.0</pdfd:conformsTo>"
    "</rdf:li></rdf:Bag></pdfd:declarations></rdf:Description>"
)
"""That the file is well-tagged too (WTPDF 1.0, 6.1.3)."""
