"""Word files made by hand for imports: with lists, pictures, notes, comments and headers."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

_O = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_P = "http://schemas.openxmlformats.org/package/2006/relationships"
NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    f'xmlns:r="{_O}" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:d="http://schemas.microsoft.com/office/drawing/2017/decorative" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
_STYLES = {
    "T": "Title", "ST": "Subtitle", "H1": "heading 1", "H2": "heading 2", "H4": "heading 4",
    "LB": "List Bullet", "LB2": "List Bullet 2", "LN": "List Number", "C": "caption",
    "Q": "Quote", "TOC1": "toc 1", "H": "header",
}  # fmt: skip


def png(colour: int = 0) -> bytes:
    """A small picture of one colour."""
    rows = b"".join(b"\0" + bytes([colour, 90, 120]) * 8 for _ in range(8))
    head = struct.pack(">IIBBBBB", 8, 8, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in parts
    )


def p(words: str = "", style: str = "", *, marks: str = "", properties: str = "") -> str:
    """A paragraph. `words` is text, or runs where it begins with <; `marks` are of its run."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    runs = words if words.startswith("<") else r(words, marks) if words else ""
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{runs}</w:p>"


def r(words: str, marks: str = "") -> str:
    """A run."""
    text = words.replace("&", "&amp;").replace("<", "&lt;")
    marked = f"<w:rPr>{marks}</w:rPr>" if marks else ""
    return f'<w:r>{marked}<w:t xml:space="preserve">{text}</w:t></w:r>'


def picture(key: str, alt: str = "", more: str = "") -> str:
    """A run with a picture; `key` is its relationship."""
    return (
        f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture" descr="{alt}">{more}'
        f'</wp:docPr><a:graphic><a:graphicData><a:blip r:embed="{key}"/></a:graphicData>'
        "</a:graphic></wp:inline></w:drawing></w:r>"
    )


def table(*rows: tuple[str, ...], head: bool = False, style: str = "TableGrid") -> str:
    """A table of cells, each a paragraph or whole content where it begins with <."""
    named = f'<w:tblStyle w:val="{style}"/>' if style else ""
    written = ""
    for index, row in enumerate(rows):
        first = "<w:trPr><w:tblHeader/></w:trPr>" if head and index == 0 else ""
        cells = "".join(f"<w:tc>{one if one.startswith('<') else p(one)}</w:tc>" for one in row)
        written += f"<w:tr>{first}{cells}</w:tr>"
    return f"<w:tbl><w:tblPr>{named}</w:tblPr>{written}</w:tbl>"


def word(
    body: str,
    *,
    pictures: dict[str, bytes] | None = None,
    links: dict[str, str] | None = None,
    footnotes: str = "",
    comments: str = "",
    header: str = "",
    footer: str = "",
    language: str = "en-GB",
    more: dict[str, bytes] | None = None,
    relations: str = "",
) -> bytes:
    """The file. Pictures and links are named by their relationships; `more` are other parts,
    or the same ones anew."""
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/></w:style>'
        for key, name in _STYLES.items()
    )
    spoken = f'<w:lang w:val="{language}"/>' if language else ""
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr>{spoken}<w:sz w:val="22"/></w:rPr></w:rPrDefault>'
        "</w:docDefaults>"
    )
    levels = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{}"/>'
        '<w:lvlText w:val="{}"/></w:lvl>'
    )
    numbering = "".join(
        f'<w:abstractNum w:abstractNumId="{n}">{levels.format(kind, text)}</w:abstractNum>'
        for n, (kind, text) in enumerate(
            (("bullet", "•"), ("decimal", "%1."), ("lowerLetter", "%1)"))
        )
    ) + "".join(
        f'<w:num w:numId="{n + 1}"><w:abstractNumId w:val="{n}"/></w:num>' for n in range(3)
    )
    parts: dict[str, tuple[str, str]] = {
        "styles": ("styles", f"<w:styles {NAMES}>{defaults}{styles}</w:styles>"),
        "numbering": ("numbering", f"<w:numbering {NAMES}>{numbering}</w:numbering>"),
    }
    if footnotes:
        parts["footnotes"] = ("footnotes", f"<w:footnotes {NAMES}>{footnotes}</w:footnotes>")
    if comments:
        parts["comments"] = ("comments", f"<w:comments {NAMES}>{comments}</w:comments>")
    if header:
        parts["header1"] = ("header", f"<w:hdr {NAMES}>{header}</w:hdr>")
    if footer:
        parts["footer1"] = ("footer", f"<w:ftr {NAMES}>{footer}</w:ftr>")
    related = "".join(
        f'<Relationship Id="p-{name}" Type="{_O}/{kind}" Target="{name}.xml"/>'
        for name, (kind, _) in parts.items()
    )
    related += "".join(
        f'<Relationship Id="{key}" Type="{_O}/image" Target="media/{key}.png"/>'
        for key in pictures or {}
    )
    related += "".join(
        f'<Relationship Id="{key}" Type="{_O}/hyperlink" Target="{url}" TargetMode="External"/>'
        for key, url in (links or {}).items()
    )
    main = f'<Relationship Id="m" Type="{_O}/officeDocument" Target="word/document.xml"/>'
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("_rels/.rels", f'<Relationships xmlns="{_P}">{main}</Relationships>')
        rels = f'<Relationships xmlns="{_P}">{related}{relations}</Relationships>'
        archive.writestr("word/_rels/document.xml.rels", rels)
        archive.writestr(
            "word/document.xml", f"<w:document {NAMES}><w:body>{body}</w:body></w:document>"
        )
        for name, (_, text) in parts.items():
            if f"word/{name}.xml" not in (more or {}):
                archive.writestr(f"word/{name}.xml", text)
        for key, data in (pictures or {}).items():
            archive.writestr(f"word/media/{key}.png", data)
        for name, data in (more or {}).items():
            archive.writestr(name, data)
    return buffer.getvalue()


def item(words: str, list_number: int, level: int = 0) -> str:
    """An item of one of the lists: 1 has bullets, 2 numbers, 3 letters."""
    counted = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_number}"/></w:numPr>'
    return p(words, properties=counted)
