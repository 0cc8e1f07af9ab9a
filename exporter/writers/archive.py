"""What makes a tagged PDF one for the archive too: PDF/A-2a beside PDF/UA-1, PDF/A-4 beside
PDF/UA-2 (ISO 19005-2, ISO 19005-4).

The colours of a page are those of a profile that lies in the file. It is made here, so that no
date and no version of a library is in it.
"""

from __future__ import annotations

import struct
from functools import cache
from html import escape
from typing import Literal

PROFILE_NAME = "sRGB IEC61966-2.1"

_UA_IN_A = (
    '<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"'
    ' xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"'
    ' xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">'
    '<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">'
    "<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
    '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">'
    "<pdfaProperty:name>part</pdfaProperty:name>"
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
    "<pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>Part of PDF/UA</pdfaProperty:description>"
    "</rdf:li></rdf:Seq></pdfaSchema:property>"
    "</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>"
)
"""PDF/A-2 knows no PDF/UA: what its mark is has to be told (ISO 19005-2, 6.6.2.3)."""

_CLAIMS = {
    "ua-1": "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>",
    "ua-2": "<pdfaid:part>4</pdfaid:part><pdfaid:rev>2020</pdfaid:rev>",
}


def claim(standard: Literal["ua-1", "ua-2"]) -> str:
    """What the metadata says of the archive (ISO 19005-2, 6.6.4; ISO 19005-4, 6.7.3)."""
    said = (
        '<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">'
        f"{_CLAIMS[standard]}</rdf:Description>"
    )
    return said + (_UA_IN_A if standard == "ua-1" else "")


def related(addresses: tuple[str, ...]) -> str:
    """What the metadata says of files that belong to this one: in other languages (XMP, part 1,
    8.3: a bag of texts)."""
    listed = "".join(f"<rdf:li>{escape(one, quote=False)}</rdf:li>" for one in addresses)
    return (
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:relation><rdf:Bag>{listed}</rdf:Bag></dc:relation></rdf:Description>"
    )


@cache
def srgb() -> bytes:
    """The profile of sRGB (ICC.1:2004-10, version 4): primaries, white and curve, no tables."""
    curve = _curve(2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)
    tags = [
        (b"desc", _words(PROFILE_NAME)),
        (b"cprt", _words("No copyright, use freely")),
        (b"wtpt", _xyz(0.9642, 1.0, 0.8249)),
        (b"rXYZ", _xyz(0.43607, 0.22249, 0.01392)),
        (b"gXYZ", _xyz(0.38515, 0.71687, 0.09708)),
        (b"bXYZ", _xyz(0.14307, 0.06061, 0.71410)),
        (b"chad", _adaptation()),
        (b"rTRC", curve),
        (b"gTRC", curve),
        (b"bTRC", curve),
    ]
    table, body, places = b"", b"", dict[bytes, int]()
    start = 128 + 4 + 12 * len(tags)
    for name, value in tags:
        if value not in places:
            places[value] = start + len(body)
            body += value + bytes(-len(value) % 4)
        table += name + struct.pack(">II", places[value], len(value))
    header = struct.pack(
        ">I4sI4s4s4s12s4s4sI4sIQI", start + len(body), bytes(4), 0x04200000, b"mntr", b"RGB ",
        b"XYZ ", struct.pack(">6H", 2000, 1, 1, 0, 0, 0), b"acsp", bytes(4), 0, bytes(4), 0, 0, 0,
    ) + _fixed(0.9642, 1.0, 0.8249) + bytes(48)  # fmt: skip
    return header + struct.pack(">I", len(tags)) + table + body


def _fixed(*values: float) -> bytes:
    """Numbers with sixteen bits behind the point (ICC.1, 4.6)."""
    return struct.pack(f">{len(values)}i", *(round(value * 65536) for value in values))


def _xyz(*values: float) -> bytes:
    return b"XYZ \0\0\0\0" + _fixed(*values)


def _adaptation() -> bytes:
    """From the white of sRGB, daylight, to that of all profiles (ICC.1, 9.2.15)."""
    rows = (1.04788, 0.02292, -0.05021, 0.02959, 0.99048, -0.01707, -0.00925, 0.01508, 0.75168)
    return b"sf32\0\0\0\0" + _fixed(*rows)


def _curve(*values: float) -> bytes:
    """A power above a straight line (ICC.1, 10.15, type 3)."""
    return b"para\0\0\0\0\0\3\0\0" + _fixed(*values)


def _words(text: str) -> bytes:
    coded = text.encode("utf-16-be")
    return b"mluc\0\0\0\0" + struct.pack(">II2s2sII", 1, 12, b"en", b"US", len(coded), 28) + coded
