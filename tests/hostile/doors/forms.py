"""Word files that came back filled in, and what calls itself one."""

from __future__ import annotations

import base64
import zlib
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path

from exporter.diagnostics import NOWHERE
from exporter.origin import NAMESPACE, packed
from exporter.outline import Entry
from tests.hostile.attack import Attack
from tests.hostile.doors.photos import _bomb
from tests.hostile.doors.word_files import _LINK, body, word

_ITEM = "word/_rels/document.xml.rels"
_INSIDE = _LINK.replace(' TargetMode="External"', "").format("customXml", "../customXml/item1.xml")
_W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
_BOX = (
    f'<w:sdt {_W14}><w:sdtPr><w:alias w:val="{{0}}"/><w:tag w:val="{{1}}"/><w:id w:val="{{1}}"/>'
    '<w14:checkbox><w14:checked w14:val="1"/></w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:t>x'
    "</w:t></w:r></w:sdtContent></w:sdt>"
)
_ROOM = (
    '<w:sdt><w:sdtPr><w:alias w:val="{0}"/><w:id w:val="1"/><w:text/></w:sdtPr><w:sdtContent><w:r>'
    "<w:t>{1}</w:t></w:r></w:sdtContent></w:sdt>"
)
_LIST = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'


def _origin(base: str) -> str:
    told = 'document="guide" edition="standard" version="1"'
    return f'<o:origin xmlns:o="{NAMESPACE}" {told}><o:base>{base}</o:base></o:origin>'


def _base(*entries: Entry) -> str:
    return packed(entries, (), NOWHERE)


def _asks(question: str, *answers: str) -> tuple[Entry, ...]:
    boxes = tuple(
        one
        for words in answers
        for one in (Entry("item", words, level=1), Entry("field", words, kind="check"))
    )
    return (Entry("label", question), *(boxes or (Entry("field", question, kind="text"),)))


def _form(inside: str, base: str) -> bytes:
    return word(body(inside), **{_ITEM: _INSIDE, "customXml/item1.xml": _origin(base)})


def _paragraph(inside: str, properties: str = "") -> str:
    return f"<w:p>{properties}{inside}</w:p>"


def _words(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def _boxes(count: int) -> str:
    return "".join(
        _paragraph(_BOX.format("Yes", n % 7) + _words("Yes"), _LIST) for n in range(count)
    )


_ONE = _base(*_asks("Is it good?", "Yes", "No"))
_LINES = _base(*_asks("What else?"))
_ROOMS = _paragraph(_words("What else?")) + _paragraph(_ROOM)
_FILES: dict[str, Callable[[], bytes]] = {
    "a base of 200 megabytes": lambda: _form(
        _boxes(1), base64.b64encode(_bomb(200)).decode()
    ),
    "a base of 60 megabytes of JSON": lambda: _form(
        _boxes(1), base64.b64encode(zlib.compress(b'{"base":[' + b" " * 60_000_000, 9)).decode()
    ),
    "a base of 30,000 brackets": lambda: _form(
        _boxes(1), base64.b64encode(zlib.compress(b'{"base":' + b"[" * 30_000)).decode()
    ),
    "a base that is no base": lambda: _form(_boxes(1), "eJwDAAAAAAE="),
    "a base with levels of nothing": lambda: _form(
        _boxes(1), base64.b64encode(zlib.compress(
            b'{"base":[{"role":"label","text":"a","level":1e999}],"furniture":[]}')).decode()
    ),
    "a base of 6,400 fields": lambda: _form(
        _boxes(2), _base(*_asks("Which?", *(f"no. {n}" for n in range(3_200))))
    ),
    "a base of 3,200 questions, all the same": lambda: _form(
        _boxes(2), _base(*(_asks("Which?") * 3_200))
    ),
    "2,000 answers to one question": lambda: _form(
        _boxes(2_000), _base(*_asks("Is it good?", *(["Yes"] * 2_000)))
    ),
    "two million signs in a row": lambda: _form(
        _paragraph(_words("x[ ]" * 500_000 + "Yes"), _LIST), _ONE
    ),
    "100,000 controls": lambda: _form(_boxes(100_000), _ONE),
    "controls 500 deep": lambda: _form(
        "<w:sdt><w:sdtPr><w:alias w:val='a'/></w:sdtPr><w:sdtContent>" * 500
        + _boxes(1) + "</w:sdtContent></w:sdt>" * 500, _ONE
    ),
    "fields 500 deep in a line": lambda: _form(
        _paragraph("<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>" * 500 + _words("x")
                   + "</w:sdtContent></w:sdt>" * 500), _LINES
    ),
    "names of fields that are nobody's": lambda: _form(
        _paragraph(_BOX.format("Another", "question-99-answer-x") + _words("Never"), _LIST), _ONE
    ),
    "an answer of 20 megabytes": lambda: _form(_ROOMS.format("What else?", "x" * 20_000_000), _LINES),
    "3,500 lines below the field": lambda: _form(
        _ROOMS.format("What else?", "x") + _paragraph(_words("more")) * 3_500, _LINES
    ),
    "50,000 signs in a row": lambda: _form(
        _paragraph(_words("x[ ]" * 12_500 + "Yes"), _LIST), _ONE
    ),
    "codes for the terminal": lambda: _form(
        _ROOMS.format("What \u009b31m else?", "a\u009b31mb\u202ec"), _LINES
    ),
    "a base of the web": lambda: word(body(_boxes(1)), **{
        _ITEM: _LINK.format("customXml", "https://evil.example/item1.xml")}),
    "a base that leads out": lambda: word(body(_boxes(1)), **{
        _ITEM: _INSIDE.replace("../customXml/item1.xml", "../../../../etc/passwd")}),
    "laughs in the base": lambda: word(body(_boxes(1)), **{
        _ITEM: _INSIDE,
        "customXml/item1.xml": '<!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;">]>'
        + _origin("&b;")}),
}  # fmt: skip


@cache
def _made(name: str) -> bytes:
    return _FILES[name]()


def _write(name: str, path: Path) -> None:
    path.write_bytes(_made(name))


ATTACKS = tuple(
    Attack(f"{name}, for {asked.split()[0]}", {"x.docx": partial(_write, name)}, f"{asked}", -1,
           never="\u009b")
    for name in _FILES
    for asked in ("answers x.docx --csv", "changes x.docx --json")
)  # fmt: skip
