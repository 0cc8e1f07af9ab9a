"""The program with one format more, plain text: all that a format is, in one place.

    python tests/plain_text.py build --format plain

Whoever adds a format can read it as a pattern. Each line of a file is an entry of the Outline as
JSON; a brand stands before the first rule and after the last. Beside each file lies a list of its
words. What a real format has in `writers`, `readback`, `proofs` and `file_rules` is here in a few
lines each.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping

from exporter.brand import Brand
from exporter.cli import main
from exporter.compare import as_met
from exporter.diagnostics import Diagnostic, Severity, Unreadable
from exporter.edition import Theme
from exporter.formats import FORMATS, Engine, Format, Looked, Settings, Validator
from exporter.furniture import furniture_of
from exporter.model import Document
from exporter.outline import Entry, ReadBack, outline_of
from exporter.proofs import Witnessed
from exporter.proofs.slot_words import Said, bare
from exporter.rules import Rule, table
from exporter.template import Template

RULE = b"\n----\n"
COVER, END = b"<<cover>>", b"<<end>>"
WORDS = "-words.csv"

# ---- what a writer has ------------------------------------------------------------------------


def compile(document: Document, theme: Theme) -> Template:
    entries = "\n".join(json.dumps(one.as_json()) for one in outline_of(document))
    added = "\n".join(_furniture(document))
    data = RULE.join((COVER, entries.encode(), added.encode(), END)) + b"\n"
    return Template("plain", data, None)


def _furniture(document: Document) -> Iterator[str]:
    """Each line with the level of a heading, 0 for other words."""
    return (f"{level} {text}" for level, text in as_met(furniture_of(document)))


def stamp(template: Template, brand: Brand) -> bytes:
    cover = "\n".join((brand.publisher, brand.cover_line)).encode()
    lines = (*(f"{one.words} <{one.url}>" for one in brand.contact), brand.legal_line)
    return template.data.replace(COVER, cover).replace(END, "\n".join(lines).encode())


def words(document: Document, template: Template, brand: Brand) -> Mapping[str, bytes]:
    said = " ".join(one.text for one in outline_of(document)).split()
    return {WORDS: "\n".join(dict.fromkeys(said)).encode()}


# ---- what a reader has ------------------------------------------------------------------------


def read(data: bytes) -> ReadBack:
    try:
        _, entries, added, _ = data.split(RULE)
        found = [json.loads(line) for line in entries.decode().splitlines()]
    except ValueError as error:
        raise Unreadable(f"This is no plain text of ours: {error}.") from error
    lists = ({k: tuple(v) if isinstance(v, list) else v for k, v in one.items()} for one in found)
    return ReadBack(tuple(Entry(**one) for one in lists), tuple(_added(added.decode())))


def _added(lines: str) -> Iterator[Entry]:
    for line in lines.splitlines():
        level, _, text = line.partition(" ")
        yield Entry("heading", text, int(level)) if level != "0" else Entry("paragraph", text)


# ---- what file rules have ---------------------------------------------------------------------

RULES = table(
    {
        "plain-cannot-open": ("A text of another kind cannot be read.", "our own rule"),
        "plain-tab": ("Tabs are read out by nobody.", "our own rule"),
    }
)


def look(data: bytes, theme: Theme | None, rules: str) -> Looked:
    found = [_found("plain-tab", "There is a tab in this text.")] if b"\t" in data else []
    return tuple(found), {"pages": 1, "smallest_type": 12.0}


def unreadable(problem: Unreadable) -> Diagnostic:
    return Diagnostic(code="plain-cannot-open", message=str(problem), hint=problem.hint)


def _found(code: str, message: str) -> Diagnostic:
    return Diagnostic(code=code, message=message, severity=Severity.MUST_FIX)


def rules() -> Mapping[str, Rule]:
    return RULES


# ---- what proofs have -------------------------------------------------------------------------


def fault_of(layout: Witnessed, data: bytes, brand: Brand) -> str:
    template, found = layout.template.data.split(RULE), data.split(RULE)
    return "" if found[1:-1] == template[1:-1] else "its words are not the template's"


def said(data: bytes) -> Said:
    cover, *_, end = data.decode().split(RULE.decode())
    addresses = (line.partition("<")[2].rstrip(">") for line in end.splitlines())
    return Said(bare(cover), bare(end), frozenset(addresses))


# ---- the format -------------------------------------------------------------------------------


def engine(settings: Settings, document: Document) -> Engine:
    return Engine(name="plain", compile=compile, stamp=stamp, proof=fault_of, extra=words)


def judge(data: bytes, settings: Settings) -> Mapping[str, str]:
    """Every text conforms but one that says "Hopeless"."""
    return {"plain-1": "it gives up"} if b"Hopeless" in data else {}


PLAIN = Format(
    name="plain",
    suffixes=("txt", "text"),
    called="formats-file-plain",
    for_whom="formats-for-plain",
    medium="screen",
    weight=1,
    engine=engine,
    read=read,
    look=look,
    rules=rules,
    said=said,
    default=False,
    extra=(WORDS,),
    unreadable=unreadable,
    validator=Validator(
        name="Plain Judge",
        install="it is always there",
        available=lambda: True,
        version=lambda: "Plain Judge in plain-judge 1.0",
        standard=lambda settings: "Plain/1",
        judge=judge,
    ),
)

# also in the processes that the program starts, whichever way it starts them
if __name__ in ("__main__", "__mp_main__"):
    FORMATS[PLAIN.name] = PLAIN

if __name__ == "__main__":
    sys.exit(main())
