"""One opener for every Word file: what it gives, what it refuses, and in which words."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporter.checks.text_paragraph import NotReadable
from exporter.checks.texts import paragraphs_of
from exporter.diagnostics import Unreadable, UnreadableKind
from exporter.file_rules import docx as rules
from exporter.readback.docx import read_back
from exporter.verify import verify
from exporter.word_file.names import W
from exporter.word_file.opening import open_word
from tests.unit.readback.word_by_hand import p, r, word

TYPES = "[Content_Types].xml"
DOCUMENT = "word/document.xml"
MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def changed(data: bytes, change: Callable[[dict[str, bytes]], object]) -> bytes:
    """The file with its parts changed."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    return zipped(parts)


def zipped(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def typed(kind: str) -> bytes:
    """Content types that call the document this."""
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/{DOCUMENT}" ContentType="{kind}"/></Types>'
    ).encode()


# ---- what it gives -------------------------------------------------------------------------------


def test_a_file_gives_its_parts_relationships_styles_numbering_and_kinds() -> None:
    number = '<w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num>'
    data = word(p("T", "Words"), links={"rId9": "https://example.org"}, numbering=number)
    file = open_word(changed(data, lambda parts: parts.update({TYPES: typed(MAIN)})))

    assert file.main == DOCUMENT
    assert [one.tag for one in file.body] == [f"{W}p"]
    assert file.styles.by_id["T"].name == "body text"
    assert file.related(DOCUMENT)["rId9"].target == "https://example.org"
    assert file.related(DOCUMENT)["rId9"].external
    assert file.numbering is not None
    assert [one.get(f"{W}numId") for one in file.numbering] == ["7"]
    assert file.content_type(DOCUMENT) == MAIN
    assert file.content_type("word/styles.xml") == "application/xml"
    assert file.part("word/nothing.xml") is None


def _rename(parts: dict[str, bytes]) -> None:
    parts["Word/Document.XML"] = parts.pop(DOCUMENT)


def test_parts_are_found_whatever_their_capitals() -> None:
    data = changed(
        word(p("T", "Words")),
        _rename,
    )
    assert [entry.text for entry in read_back(data)] == ["Words"]


def test_a_file_of_the_strict_kind_is_the_same_file() -> None:
    strict = {
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/": (
            b"http://purl.oclc.org/ooxml/wordprocessingml/"
        ),
        b"http://schemas.openxmlformats.org/officeDocument/2006/": (
            b"http://purl.oclc.org/ooxml/officeDocument/"
        ),
    }

    def make_strict(parts: dict[str, bytes]) -> None:
        for name, content in parts.items():
            for usual, other in strict.items():
                content = content.replace(usual, other)
            parts[name] = content

    data = word(p("H1", "A heading") + p("T", "Words"))
    assert read_back(changed(data, make_strict)) == read_back(data)


def test_readers_rules_and_checks_open_the_same_file_once() -> None:
    data = word(p("H1", "A heading") + p("T", "Words of a paragraph."))
    open_word.cache_clear()
    verify(data, "docx")
    paragraphs_of(data, ".docx")
    assert open_word.cache_info().misses == 1


def test_a_file_that_does_not_say_which_part_is_the_document_is_read_and_told() -> None:
    data = changed(word(p("T", "Words")), lambda parts: parts.pop("_rels/.rels"))
    assert [entry.text for entry in read_back(data)] == ["Words"]
    assert "word-part-kind" in {finding.code for finding in rules.check(data)}


# ---- what it refuses -----------------------------------------------------------------------------


def _locked_part(parts: dict[str, bytes]) -> bytes:
    """The document with the flag of a password on it, in both places."""
    data = bytearray(zipped(parts))
    for sign, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(sign)
        while at >= 0:
            data[at + place] |= 1
            at = data.find(sign, at + 4)
    return bytes(data)


def _parts() -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(word(p("T", "Words")))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _with(**parts: bytes) -> bytes:
    return zipped({**_parts(), **{DOCUMENT: parts["document"]}})


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500
NAMES = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
REFUSED: dict[str, tuple[bytes, UnreadableKind, str]] = {
    "a password": (
        OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted", "locked with a password"),
    "a password of zip": (_locked_part(_parts()), "encrypted", "locked with a password"),
    "an old file": (OLE, "old format", "Word 97 to 2003"),
    "macros": (
        zipped({**_parts(), TYPES: typed(MACROS)}),
        "macro-enabled", "macros"),
    "nothing": (b"", "damaged", "not a Word file"),
    "words": (b"just some words", "damaged", "not a Word file"),
    "cut off": (word(p("T", "Words"))[:900], "damaged", "not a Word file"),
    "broken XML": (_with(document=NAMES + b"<w:body>"), "damaged", "damaged: word/document.xml"),
    "a PDF": (b"%PDF-1.7\n", "another kind", "but a PDF"),
    "rich text": (b"{\\rtf1 words}", "another kind", "but rich text"),
    "a web page": (b"\xef\xbb\xbf<!DOCTYPE html><p>", "another kind", "but a web page"),
    "an e-book": (
        zipped({"mimetype": b"application/epub+zip"}), "another kind", "not a Word file"),
    "another zip": (zipped({"a.txt": b"words"}), "another kind", "no document in it"),
    "entities": (
        _with(document=b'<!DOCTYPE w [<!ENTITY a "b">]>' + NAMES
              + b"<w:body>&a;</w:body></w:document>"),
        "damaged", "definitions"),
    "entities in UTF-16": (
        _with(document=(
            '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE w [<!ENTITY a "b">]>'
            + NAMES.decode() + "<w:body>&a;</w:body></w:document>").encode("utf-16")),
        "damaged", "definitions"),
    "endless depth": (
        _with(document=NAMES + b"<w:body>" + b"<w:sdt>" * 400 + b"</w:sdt>" * 400
              + b"</w:body></w:document>"),
        "too large", "nested too deeply"),
    "a part of 120 MB": (
        _with(document=NAMES + b" " * 120_000_000), "too large", "more than 100 MB"),
    "a part that packs too well": (
        _with(document=NAMES + b"<w:body>" + b"<w:p/>" * 3_000_000), "too large", "250 times"),
    "too many pieces": (
        _with(document=NAMES + b"<w:body>" + b"<w:x/>" * 1_600_000 + b"</w:body></w:document>"),
        "too large", "pieces"),
    "too many paragraphs": (
        _with(document=NAMES + b"<w:body>" + b"<w:p/>" * 150_001 + b"</w:body></w:document>"),
        "too large", "paragraphs"),
    "too many parts": (
        zipped({f"{number}": b"" for number in range(20_001)}), "too large", "too many parts"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_opened_is_one_sentence_of_a_kind_for_every_reader(name: str) -> None:
    data, kind, words = REFUSED[name]
    with pytest.raises(Unreadable) as caught:
        read_back(data)
    told = str(caught.value)
    assert caught.value.kind == kind
    assert words in told
    assert told.endswith(".")
    assert told.count(". ") == 0

    (finding,) = verify(data, "docx").findings
    assert finding.message == told
    assert rules.check(data) == (finding,)
    with pytest.raises(NotReadable) as checked:
        paragraphs_of(data, ".docx")
    assert str(checked.value).startswith(told)


@pytest.mark.parametrize("beyond", [b"<w:p/>" * 1_000_000, b'<w:p a="">' * 1_000])
def test_no_tree_is_built_of_a_part_that_is_refused(
    beyond: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("exporter.word_file.opening.MOST_ELEMENTS", 900)
    monkeypatch.setattr("exporter.word_file.opening._parsed", _never)
    with pytest.raises((Unreadable, AssertionError), match="pieces"):
        open_word(zipped({DOCUMENT: NAMES + b"<w:body>" + beyond}))


def _never(name: str, data: bytes) -> None:
    raise AssertionError(f"{name} is parsed")


# ---- strangers' values ---------------------------------------------------------------------------

ODD = ("x", "", "-1", "1.5", "²", "١", "9" * 5_000, "inf", "nan", "1e400", "0x10", "ffffffffff")


@pytest.mark.parametrize("odd", ODD)
def test_numbers_that_are_none_never_bring_a_traceback(odd: str) -> None:
    body = (
        f'<w:p><w:pPr><w:outlineLvl w:val="{odd}"/><w:jc w:val="{odd}"/>'
        f'<w:spacing w:line="{odd}" w:before="{odd}"/><w:ind w:left="{odd}" w:hanging="{odd}"/>'
        f'<w:numPr><w:ilvl w:val="{odd}"/><w:numId w:val="{odd}"/></w:numPr></w:pPr>'
        f'<w:r><w:rPr><w:sz w:val="{odd}"/><w:w w:val="{odd}"/><w:spacing w:val="{odd}"/>'
        f'<w:color w:val="{odd}" w:themeColor="text1" w:themeTint="{odd}" w:themeShade="{odd}"/>'
        f'<w:shd w:fill="{odd}" w:themeFill="accent1" w:themeFillTint="{odd}"/></w:rPr>'
        f'<w:t>Words here</w:t><w:sym w:char="{odd}"/><w:br w:type="{odd}"/></w:r></w:p>'
        f'<w:tbl><w:tblPr><w:tblStyle w:val="DT"/><w:tblW w:w="{odd}"/>'
        f'<w:tblLook w:val="{odd}"/></w:tblPr><w:tblGrid><w:gridCol w:w="{odd}"/></w:tblGrid>'
        f'<w:tr><w:trPr><w:gridBefore w:val="{odd}"/></w:trPr><w:tc><w:tcPr><w:tcW w:w="{odd}"/>'
        f'<w:gridSpan w:val="{odd}"/><w:vMerge w:val="{odd}"/></w:tcPr>{p("T", "cell")}</w:tc>'
        f"</w:tr></w:tbl>"
        f'<w:sectPr><w:pgSz w:w="{odd}" w:h="{odd}"/><w:pgMar w:left="{odd}" w:top="{odd}"/>'
        f'<w:cols w:num="{odd}"/></w:sectPr>'
    )
    styles = (
        f'<w:style w:type="paragraph" w:styleId="X"><w:name w:val="heading {odd}"/>'
        f'<w:basedOn w:val="X"/><w:pPr><w:outlineLvl w:val="{odd}"/></w:pPr></w:style>'
    )
    numbering = (
        f'<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="{odd}"><w:start w:val="{odd}"/>'
        f'<w:lvlText w:val="%{odd}"/></w:lvl></w:abstractNum>'
        f'<w:num w:numId="{odd}"><w:abstractNumId w:val="1"/>'
        f'<w:lvlOverride w:ilvl="{odd}"><w:startOverride w:val="{odd}"/></w:lvlOverride></w:num>'
    )
    data = word(p("X", "Heading") + body, styles=styles, numbering=numbering)
    assert "Words here" in " ".join(entry.text for entry in read_back(data))
    for asked in ("", "easy-read", "large-print", "clear-print"):
        assert verify(data, "docx", rules=asked).outline
    assert paragraphs_of(data, ".docx")


@given(st.binary(max_size=400), st.integers(0, 3_000))
def test_a_file_with_strange_bytes_in_it_is_read_or_refused(extra: bytes, at: int) -> None:
    data = word(p("H1", "A heading") + p("T", r("Words")))
    data = data[:at] + extra + data[at + len(extra) :]
    verified = verify(data, "docx")
    assert (verified.outline is None) == bool(
        {one.code for one in verified.findings} & {"word-unreadable", "word-encrypted"}
    )
