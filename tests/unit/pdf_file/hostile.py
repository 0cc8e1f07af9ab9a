"""Tiny PDFs that want all memory or time of whoever opens them, each by another way."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable

_PAGE = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/StructParents 0{}>>"
_FONT = "/Font<</F 5 0 R>>"
WORDS = b"/P<</MCID 0>>BDC BT /F 14 Tf 50 700 Td (Hello words here) Tj ET EMC"
MEGABYTE = 1_000_000


def stream(data: bytes, told: str = "") -> bytes:
    return f"<</Length {len(data)}{told}>>stream\n".encode() + data + b"\nendstream"


def written(objects: dict[int, bytes | str], trailer: str = "") -> bytes:
    """A file of these objects, by their numbers."""
    out = b"%PDF-1.7\n"
    places: dict[int, int] = {}
    for number, content in objects.items():
        places[number] = len(out)
        body = content.encode() if isinstance(content, str) else content
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    rows = [
        f"{places[n]:010d} 00000 n \n" if n in places else "0000000000 65535 f \n"
        for n in range(max(objects) + 1)
    ]
    table = (
        f"xref\n0 {len(rows)}\n{''.join(rows)}trailer\n<</Size {len(rows)}/Root 1 0 R{trailer}>>"
    )
    return out + f"{table}\nstartxref\n{len(out)}\n%%EOF".encode()


def tagged(
    changed: dict[int, bytes | str] | None = None,
    *,
    resources: str = "",
    page: str = "",
    catalogue: str = "",
    words: bytes = WORDS,
) -> bytes:
    """One page with one tagged paragraph, and what is changed in it. Free numbers begin at 9."""
    objects: dict[int, bytes | str] = {
        1: "<</Type/Catalog/Pages 2 0 R/MarkInfo<</Marked true>>/Lang(en)"
        f"/StructTreeRoot 6 0 R{catalogue}>>",
        2: "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        3: _PAGE.format(f"/Resources<<{_FONT}{resources}>>{page}"),
        4: stream(words),
        5: "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        6: "<</Type/StructTreeRoot/K 7 0 R>>",
        7: "<</Type/StructElem/S/Document/P 6 0 R/K[8 0 R]>>",
        8: "<</Type/StructElem/S/P/P 7 0 R/Pg 3 0 R/K 0>>",
    }
    return written(objects | (changed or {}))


def form(content: bytes, told: str = "") -> bytes:
    return stream(content, f"/Type/XObject/Subtype/Form/BBox[0 0 9 9]{told}")


def flate(pieces: Iterable[bytes]) -> bytes:
    packer = zlib.compressobj(9)
    return b"".join([*map(packer.compress, pieces), packer.flush()])


def repeated(piece: bytes, times: int) -> bytes:
    """The same again and again, packed; packed only once, so that it is made at once."""
    packer = zlib.compressobj(9, wbits=-15)
    block = packer.compress(piece) + packer.flush(zlib.Z_FULL_FLUSH)
    return b"\x78\xda" + block * times + b"\x03\0" + bytes(4)


def twice(content: bytes, megabytes: int = 260) -> bytes:
    """So many megabytes of something, packed and packed again: a few kilobytes."""
    return flate([repeated(content * (MEGABYTE // len(content)), megabytes)])


FLATE_TWICE = "/Filter[/FlateDecode/FlateDecode]"
_X = "/XObject<</X 9 0 R>>"
_ITSELF = f"/Resources<<{_X}>>"


def _chain(count: int, each: int) -> bytes:
    """Each form draws the next one several times."""
    forms: dict[int, bytes | str] = {
        number: form(b"/X Do " * each, f"/Resources<</XObject<</X {number + 1} 0 R>>>>")
        for number in range(9, 9 + count)
    }
    return tagged(
        {**forms, 9 + count: form(b"0 0 m 9 9 l S")}, resources=_X, words=b"/X Do " + WORDS
    )


def _drawn(content: bytes, inner: bytes | None = None) -> bytes:
    drawn = form(content if inner is None else inner, _ITSELF)
    return tagged({9: drawn}, resources=_X, words=content + b" " + WORDS)


def _split() -> bytes:
    data: dict[int, bytes | str] = {
        3: _PAGE.replace("4 0 R", "[4 0 R 10 0 R]").format(f"/Resources<<{_FONT}{_X}>>"),
        4: stream(b"/X"),
        9: form(b"/X Do /X Do", _ITSELF),
        10: stream(b"Do"),
    }
    return tagged(data)


def _contents(packed: bytes, told: str) -> bytes:
    return tagged({4: stream(packed, told)})


def _hexadecimal(data: bytes) -> bytes:
    return data.hex().encode() + b">"


def _run_length(megabytes: int) -> bytes:
    return bytes((129, 32)) * (megabytes * MEGABYTE // 128) + b"\x80"


def lzw(codes: Iterable[int]) -> bytes:
    """Codes as they are written: 9 bits at first, and wider as the table grows."""
    bits: list[str] = []
    known = 258
    for code in codes:
        width = min(12, max(9, (known + 1).bit_length()))
        bits.append(f"{code:0{width}b}")
        known = 257 if code == 256 else known + (known < 4096)
    written = "".join(bits)
    size = (len(written) + 7) // 8
    return int(written.ljust(8 * size, "0"), 2).to_bytes(size, "big")


def _growing() -> Iterable[int]:
    """Spaces, each word one longer than the last."""
    yield 256
    yield 32
    yield from range(258, 4095)


def lzw_spaces(rounds: int) -> bytes:
    return lzw(code for _ in range(rounds) for code in _growing())


def _reached(key: str, told: str = "") -> bytes:
    return tagged({9: stream(twice(b"0 "), FLATE_TWICE + told)}, resources=key)


def _object_stream(content: bytes, told: str) -> bytes:
    """The tree of tags lies in a packed object that unpacks without end."""
    objects: dict[int, bytes] = {
        1: b"<</Type/Catalog/Pages 2 0 R/MarkInfo<</Marked true>>/StructTreeRoot 6 0 R>>",
        2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        3: _PAGE.format("/Resources<<>>").encode(),
        4: stream(WORDS),
        5: stream(content, f"/Type/ObjStm/N 1/First 4{told}"),
    }
    out, rows = b"%PDF-1.7\n", [b"\0\0\0\0\0\0\0"]
    for number, body in objects.items():
        rows.append(b"\1" + len(out).to_bytes(4, "big") + b"\0\0")
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    rows.append(b"\2" + (5).to_bytes(4, "big") + b"\0\0")
    rows.append(b"\1" + len(out).to_bytes(4, "big") + b"\0\0")
    table = stream(b"".join(rows), "/Type/XRef/Size 8/W[1 4 2]/Root 1 0 R")
    return out + b"7 0 obj\n" + table + b"\nendobj\nstartxref\n%d\n%%%%EOF" % len(out)


def _cross_reference() -> bytes:
    packed = stream(twice(b"\0"), f"/Type/XRef/Size 400000000/W[1 4 2]/Root 1 0 R{FLATE_TWICE}")
    whole = tagged()
    body = whole[: whole.index(b"xref\n0")]
    return body + b"9 0 obj\n" + packed + b"\nendobj\nstartxref\n%d\n%%%%EOF" % len(body)


def _nested_pages(depth: int) -> bytes:
    tree: dict[int, bytes | str] = {
        number: f"<</Type/Pages/Parent 2 0 R/Kids[{number + 1} 0 R]/Count 1>>"
        for number in range(20, 20 + depth)
    }
    return tagged({2: "<</Type/Pages/Kids[20 0 R]/Count 1>>", **tree, 20 + depth: "3 0 R"})


def _glyphs() -> bytes:
    """A typeface whose letters are drawn with words in the same typeface."""
    letters = "".join(f"/{chr(97 + n)} {20 + n} 0 R" for n in range(26))
    names = "".join(f"/{chr(97 + n)}" for n in range(26))
    typeface = (
        f"<</Type/Font/Subtype/Type3/FontBBox[0 0 9 9]/FontMatrix[1 0 0 1 0 0]/FirstChar 97"
        f"/LastChar 122/Widths[{'0 ' * 26}]/CharProcs<<{letters}>>"
        f"/Encoding<</Differences[97{names}]>>/Resources<</Font<</T 9 0 R>>>>>>"
    )
    drawn = b"9 0 d0 BT /T 9 Tf (abcdefghijklmnopqrstuvwxyz) Tj ET " * 20
    glyphs: dict[int, bytes | str] = {20 + n: stream(drawn) for n in range(26)}
    words = b"/Artifact BMC BT /T 9 Tf (abcdefghijklmnopqrstuvwxyz) Tj ET EMC " + WORDS
    return tagged({9: typeface, **glyphs}, resources="/Font<</T 9 0 R/F 5 0 R>>", words=words)


_PATTERN = (
    "/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 9 9]/XStep 1/YStep 1"
    "/Resources<</Pattern<</P 9 0 R>>>>"
)
_FILLED = b"/Pattern cs /P scn 0 0 500 500 re f "
_SEEN = "/Annots[<</Type/Annot/Subtype/Stamp/Rect[0 0 9 9]/F 4/AP<</N 9 0 R>>>>]"

READ: dict[str, Callable[[], bytes]] = {
    "a pattern that draws itself": lambda: tagged(
        {9: stream(_FILLED, _PATTERN)}, resources="/Pattern<</P 9 0 R>>", words=_FILLED + WORDS
    ),
    "an appearance that draws itself": lambda: tagged(
        {9: form(b"/X Do " * 50, _ITSELF)}, page=_SEEN
    ),
    "bookmarks that go round": lambda: tagged(
        {9: "<</First 10 0 R/Last 10 0 R>>",
         10: "<</Title(x)/Parent 9 0 R/Next 10 0 R/First 9 0 R>>"},
        catalogue="/Outlines 9 0 R",
    ),
    "names that go round": lambda: tagged(
        {9: "<</Kids[9 0 R 9 0 R]>>"}, catalogue="/Names<</Dests 9 0 R/EmbeddedFiles 9 0 R>>"
    ),
    "roles that go round": lambda: tagged(
        {6: "<</Type/StructTreeRoot/K 7 0 R/RoleMap<</A/B/B/A>>>>",
         8: "<</Type/StructElem/S/A/P 7 0 R/Pg 3 0 R/K 0>>"}
    ),
    "fields that go round": lambda: tagged(
        {9: "<</Type/Annot/Subtype/Widget/Rect[0 0 9 9]/T(a)/Parent 10 0 R>>",
         10: "<</T(b)/Parent 10 0 R/Kids[9 0 R 10 0 R]>>"},
        page="/Annots[9 0 R]", catalogue="/AcroForm<</Fields[10 0 R]>>",
    ),
    "a file in the file without end": lambda: tagged(
        {9: stream(twice(b" "), FLATE_TWICE), 10: "<</Type/Filespec/F(a)/EF<</F 9 0 R>>>>"},
        catalogue="/Names<</EmbeddedFiles<</Names[(a)10 0 R]>>>>",
    ),
    "a letter drawn with itself": _glyphs,
    "an older version that is this one": lambda: tagged().replace(
        b"/Root 1 0 R>>", b"/Root 1 0 R/Prev %d>>" % tagged().index(b"xref\n0")
    ),
}  # fmt: skip
"""Attacks on what nobody here looks at, or not so far: their one paragraph is read."""

REFUSED: dict[str, Callable[[], bytes]] = {
    "a form that draws itself": lambda: _drawn(b"/X Do /X Do"),
    "the same behind a remark": lambda: _drawn(b"/X%Do not look\nDo " * 2),
    "the same by a string": lambda: _drawn(b"(X)Do " * 2),
    "the same by numbers": lambda: _drawn(b"/#58 Do " * 2),
    "the same over two streams": _split,
    "the same with the things of its page": lambda: tagged(
        {9: form(b"/X Do /X Do")}, resources=_X, words=b"/X Do " + WORDS
    ),
    "two forms that draw each other": lambda: tagged(
        {9: form(b"/X Do " * 9, "/Resources<</XObject<</X 10 0 R>>>>"),
         10: form(b"/X Do " * 9, _ITSELF)},
        resources=_X, words=b"/X Do " + WORDS,
    ),
    "ten forms in a chain": lambda: _chain(10, 10),
    "a hundred forms in a chain": lambda: _chain(100, 1),
    "content packed twice": lambda: _contents(twice(b"q Q "), FLATE_TWICE),
    "content packed twice by short names": lambda: _contents(twice(b"q Q "), "/Filter[/Fl/Fl]"),
    "content packed and in figures": lambda: _contents(
        _hexadecimal(twice(b"q Q ")), "/Filter[/AHx/FlateDecode/FlateDecode]"
    ),
    "content packed with a predictor": lambda: _contents(
        twice(b"q Q "), FLATE_TWICE + "/DecodeParms[null<</Predictor 12/Columns 4>>]"
    ),
    "long runs": lambda: _contents(
        flate([_run_length(210)]), "/Filter[/FlateDecode/RunLengthDecode]"
    ),
    "long words": lambda: _contents(flate([lzw_spaces(30)]), "/Filter[/FlateDecode/LZWDecode]"),
    "a form packed twice": lambda: tagged(
        {9: form(twice(b"q Q "), FLATE_TWICE)}, resources=_X, words=b"/X Do " + WORDS
    ),
    "a typeface packed twice": lambda: tagged(
        {5: "<</Type/Font/Subtype/TrueType/BaseFont/A/FontDescriptor<</FontFile2 9 0 R>>>>",
         9: stream(twice(b"\0"), FLATE_TWICE)}
    ),
    "letters packed twice": lambda: tagged(
        {5: "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 9 0 R>>",
         9: stream(twice(b"<00><01>"), FLATE_TWICE)}
    ),
    "a colour packed twice": lambda: _reached("/ColorSpace<</C[/ICCBased 9 0 R]>>", "/N 3"),
    "a shade packed twice": lambda: _reached(
        "/Shading<</S 9 0 R>>", "/ShadingType 4/ColorSpace/DeviceRGB/BitsPerCoordinate 8"
    ),
    "an appearance packed twice": lambda: tagged(
        {9: form(twice(b"q Q "), FLATE_TWICE)}, page=_SEEN
    ),
    "hundreds of thousands of words": lambda: _contents(
        flate([b"BT /F 9 Tf ", b"(a)Tj " * 900_000, b"ET"]), "/Filter/FlateDecode"
    ),
    "a page that is there very often": lambda: tagged(
        {2: f"<</Type/Pages/Kids[{'3 0 R ' * 12_000}]/Count 12000>>"}
    ),
    "one long content on very many pages": lambda: tagged(
        {2: f"<</Type/Pages/Kids[{'3 0 R ' * 3_000}]/Count 3000>>",
         4: stream(flate([b"BT /F 9 Tf ", b"(a)Tj " * 40_000, b"ET"]), "/Filter/FlateDecode")}
    ),
    "metadata without end": lambda: tagged(
        {9: stream(twice(b" "), FLATE_TWICE)}, catalogue="/Metadata 9 0 R"
    ),
    "pages that go round": lambda: tagged({2: "<</Type/Pages/Kids[2 0 R 3 0 R]/Count 9>>"}),
    "tags that go round": lambda: tagged(
        {8: "<</Type/StructElem/S/P/P 7 0 R/Pg 3 0 R/K[0 7 0 R]>>"}
    ),
    "tags that go on without end": lambda: tagged(
        {n: f"<</Type/StructElem/S/Sect/Pg 3 0 R/K[{n + 1} 0 R]>>" for n in range(8, 400)}
    ),
    "marks without end": lambda: tagged(
        {8: f"<</Type/StructElem/S/P/P 7 0 R/Pg 3 0 R/K[{'0 ' * 510_000}]>>"}
    ),
}  # fmt: skip
"""Each of them is refused in one sentence."""

ANYHOW: dict[str, Callable[[], bytes]] = {
    "tags packed twice": lambda: _object_stream(
        flate([repeated(b"6 0 <<" + b" " * MEGABYTE, 260)]), FLATE_TWICE
    ),
    "tags with millions of numbers": lambda: _object_stream(
        flate([b"6 0 ", b"<</K[", *(b"0 " * MEGABYTE for _ in range(20)), b"]>>"]),
        "/Filter/FlateDecode",
    ),
    "a list of objects packed twice": _cross_reference,
    "brackets without end": lambda: tagged({8: "[" * 200_000}),
    "a tree of pages without end": lambda: _nested_pages(3_000),
    "a length that asks for itself": lambda: tagged({4: b"<</Length 4 0 R>>stream\nx\nendstream"}),
    "a font that is its own part": lambda: tagged(
        {5: "<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[5 0 R]>>"}
    ),
    "a page as high as the sky": lambda: tagged(
        {3: _PAGE.replace("595 842", "1e38 1e38").format(f"/Resources<<{_FONT}>>")}
    ),
}  # fmt: skip
"""Read or refused: both are right, as long as it ends soon."""
