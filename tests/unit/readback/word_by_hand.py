"""Word files made by hand, so that the reader is tried on the contract and no writer."""

from __future__ import annotations

import io
import zipfile

from exporter.outline import Outline
from exporter.readback.docx import read_back

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMES = (
    f'xmlns:w="{_W}" xmlns:r="{_R}" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:d="http://schemas.microsoft.com/office/drawing/2017/decorative" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_STYLES = {
    "H1": "heading 1", "H2": "Heading 2", "T": "Body Text", "F": "Furniture Cover", "C1": "toc 1",
    "LB": "List Bullet", "LC": "List Continue", "Q": "Quotation", "QS": "Quotation Source",
    "Te": "Term", "De": "Definition", "La": "Label Activity", "Ca": "Caption",
    "DT": "Data Table", "PR": "Page Reference", "WA": "Web Address",
}  # fmt: skip


def word(
    body: str,
    endnotes: str = "",
    links: dict[str, str] | None = None,
    styles: str = "",
    numbering: str = "",
) -> bytes:
    """A Word file of these paragraphs; `styles` and `numbering` are more of those parts."""
    known = "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/></w:style>'
        for key, name in _STYLES.items()
    )
    language = (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault>'
        "</w:docDefaults>"
    )
    relations = "".join(
        f'<Relationship Id="{key}" Type="{_R}/hyperlink" Target="{url}" TargetMode="External"/>'
        for key, url in (links or {}).items()
    )
    own = "".join(
        f'<Relationship Id="{kind}" Type="{_R}/{kind}" Target="{kind}.xml"/>'
        for kind in ("styles", "endnotes", "numbering")
    )
    main = f'<Relationship Id="m" Type="{_R}/officeDocument" Target="word/document.xml"/>'
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        parts = {
            "_rels/.rels": f'<Relationships xmlns="{PACKAGE}">{main}</Relationships>',
            "word/_rels/document.xml.rels": (
                f'<Relationships xmlns="{PACKAGE}">{own}{relations}</Relationships>'
            ),
            "word/document.xml": f"<w:document {NAMES}><w:body>{body}</w:body></w:document>",
            "word/styles.xml": f"<w:styles {NAMES}>{language}{known}{styles}</w:styles>",
            "word/endnotes.xml": f"<w:endnotes {NAMES}>{endnotes}</w:endnotes>",
            "word/numbering.xml": f"<w:numbering {NAMES}>{numbering}</w:numbering>",
        }
        for name, text in parts.items():
            archive.writestr(name, text)
    return buffer.getvalue()


def p(style: str, *runs: str, numbering: str = "") -> str:
    inside = "".join(run if run.startswith("<") else r(run) for run in runs)
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{numbering}</w:pPr>{inside}</w:p>'


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def read(*body: str, endnotes: str = "", links: dict[str, str] | None = None) -> Outline:
    return read_back(word("".join(body), endnotes, links))


def table(*rows: tuple[str, ...], style: str = "", look: str = "", head: bool = False) -> str:
    """A table whose cells are these words, or whatever begins with a `<`."""
    named = f'<w:tblStyle w:val="{style}"/>' if style else ""
    inside = []
    for number, cells in enumerate(rows):
        mark = "<w:trPr><w:tblHeader/></w:trPr>" if head and number == 0 else ""
        made = (cell if cell.startswith("<") else p("T", cell) for cell in cells)
        inside.append(f"<w:tr>{mark}{''.join(f'<w:tc>{one}</w:tc>' for one in made)}</w:tr>")
    return f"<w:tbl><w:tblPr>{named}{look}</w:tblPr>{''.join(inside)}</w:tbl>"


def picture(words: str, decorative: bool = False) -> str:
    """A paragraph with a picture."""
    mark = '<d:decorative val="1"/>' if decorative else ""
    return p(
        "T",
        f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name="p" descr="{words}">{mark}</wp:docPr>'
        "<a:blip/></wp:inline></w:drawing></w:r>",
    )


def level(number: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{number}"/><w:numId w:val="1"/></w:numPr>'
