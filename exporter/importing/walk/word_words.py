"""The words of one Word paragraph: runs, links, fields, marks of notes, what was changed in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Literal, TypeAlias

from exporter.importing.walk.pieces import Anchor, Inline, LineEnd, NoteHere, Run, Told, words_of
from exporter.importing.walk.small_signs import small
from exporter.importing.walk.word_drawings import drawings_in
from exporter.importing.walk.word_looks import is_set_apart, is_struck
from exporter.word_file import equations
from exporter.word_file.names import WRAPPERS, Element, R, W, is_on, value
from exporter.word_file.opening import WordFile
from exporter.word_file.styles import Style
from exporter.word_file.symbols import in_typeface, symbol

Changes: TypeAlias = Literal["accept", "reject"]

MOST_DEPTH = 60
_ADDED = {f"{W}ins", f"{W}moveTo"}
_REMOVED = {f"{W}del", f"{W}moveFrom"}
_ADDRESS = re.compile(r'^\s*HYPERLINK\s+(?:(\\l)\s+)?(?:"([^"]*)"|(\S+))', re.IGNORECASE)
_REFERENCE = re.compile(r"^\s*REF\s+(\S+)", re.IGNORECASE)
_SILENT = ("PAGEREF", "NOTEREF", "TOC", "TC", "XE", "PAGE", "NUMPAGES")
_STRONG = ("strong", "intense emphasis", "glossary word", "strong hyperlink", "book title")
_STRESSED = ("emphasis", "subtle emphasis")
_PRINT_ONLY = ("page reference", "web address")


@dataclass(slots=True)
class _Field:
    """A field that is open: first its instruction, then its result."""

    instruction: str = ""
    in_result: bool = False
    address: str = ""
    target: str = ""
    filled: bool = False

    @property
    def silent(self) -> bool:
        return not self.in_result or self.instruction.strip().upper().startswith(_SILENT)

    @property
    def counts_page(self) -> bool:
        """Whether the number of a page stands in it."""
        return self.in_result and self.instruction.strip().upper().startswith("PAGEREF")

    def begin(self) -> None:
        self.in_result = True
        link = _ADDRESS.match(self.instruction)
        if link:
            where = link[2] or link[3] or ""
            named = re.search(r'\\l\s+"([^"]*)"', self.instruction[link.end() :])
            if link[1]:
                self.target = where
            else:
                self.address = f"{where}#{named[1]}" if named else where
        reference = _REFERENCE.match(self.instruction)
        if reference:
            self.target, self.filled = reference[1], True


@dataclass(frozen=True, slots=True)
class _Around:
    """What holds for the words inside an element."""

    style: Style
    """That of the paragraph."""
    address: str = ""
    target: str = ""


@dataclass(slots=True)
class WordsWalker:
    """Reads the words of the paragraphs of one part."""

    file: WordFile
    part: str
    changes: Changes
    language: str
    fields: list[_Field] = field(default_factory=list)

    def inlines(self, paragraph: Element, style: Style) -> tuple[Inline, ...]:
        """What stands in a paragraph of this style, in order.

        A field that is not ended in it is ended there: else one mark that is missing would silence
        the rest of the file.
        """
        self.fields.clear()
        return tuple(self._inside(paragraph, _Around(style), 0))

    def _inside(self, parent: Element, around: _Around, depth: int) -> Iterator[Inline]:
        if depth > MOST_DEPTH:
            return
        for child in parent:
            tag = child.tag
            if tag == f"{W}r":
                yield from self._run(child, around)
            elif tag in _ADDED or tag in _REMOVED:
                yield from self._change(child, around, depth)
            elif tag == f"{W}hyperlink":
                yield from self._inside(child, self._link(child, around), depth + 1)
            elif tag == f"{W}fldSimple":
                self.fields.append(_Field(child.get(f"{W}instr", "")))
                yield from self._begin()
                yield from self._inside(child, around, depth + 1)
                self.fields.pop()
            elif tag == f"{W}bookmarkStart":
                yield Anchor(child.get(f"{W}name", ""))
            elif tag in (equations.EQUATION, equations.EQUATIONS):
                words = equations.words(child)
                yield Told("equation-lost", words)
                yield Run(words)
            elif tag in WRAPPERS:
                inside = tuple(self._inside(child, around, depth + 1))
                if tag == f"{W}sdt":
                    inside = tuple(_control(child, inside))
                yield from inside

    def _change(self, element: Element, around: _Around, depth: int) -> Iterator[Inline]:
        """What somebody put in or took out while changes were tracked."""
        added = element.tag in _ADDED
        kept = added == (self.changes == "accept")
        inside = tuple(self._inside(element, around, depth + 1))
        words = "".join(one.text for one in inside if isinstance(one, Run))
        if words.strip():
            moved = element.tag in (f"{W}moveTo", f"{W}moveFrom")
            what = "moved" if moved else "put in" if added else "taken out"
            who = element.get(f"{W}author", "")
            said = f"{what}{f' by {who}' if who else ''}: {words.strip()}"
            yield Told("change-accepted" if self.changes == "accept" else "change-rejected", said)
        if kept:
            yield from inside

    def _link(self, element: Element, around: _Around) -> _Around:
        related = self.file.related(self.part).get(element.get(f"{R}id", ""))
        anchor = element.get(f"{W}anchor", "")
        if related is None:
            return replace(around, target=anchor)
        address = f"{related.target}#{anchor}" if anchor else related.target
        return replace(around, address=address, target="")

    # ---- runs ----

    def _run(self, run: Element, around: _Around) -> Iterator[Inline]:
        properties = run.find(f"{W}rPr")
        style = self.file.styles.named(value(properties, "rStyle"), "character")
        if style.name in _PRINT_ONLY:
            yield from self._only_fields(run)
            return
        like = self._like(properties, style.name, around)
        if self.file.styles.hides(run, around.style):
            words = "".join(one.text or "" for one in run.iter(f"{W}t"))
            if words.strip():
                yield Told("hidden-words", words)
            yield from self._only_fields(run)
            return
        told_colour = not self._leads(around) and is_set_apart(run)
        for child in run:
            for inline in self._in_run(child, like, properties):
                if isinstance(inline, Run) and inline.text.strip():
                    if told_colour:
                        yield Told("colour-meaning", inline.text.strip())
                    if is_struck(run):
                        yield Told("struck-words", inline.text.strip())
                yield inline
        yield from drawings_in(run, self.file, self.part)

    def _leads(self, around: _Around) -> bool:
        """Whether words lead somewhere: they are blue in every program, also within the file."""
        opened = any(one.address or one.target for one in self.fields)
        return bool(around.address or around.target) or opened

    def _in_run(self, child: Element, like: Run, properties: Element | None) -> Iterator[Inline]:
        match child.tag.rpartition("}")[2]:
            case "instrText":
                if self.fields and not self.fields[-1].in_result:
                    self.fields[-1].instruction += child.text or ""
            case "fldChar":
                yield from self._field(child)
            case "t" | "delText":
                yield from self._text(in_typeface(child.text or "", properties), like, properties)
            case "tab" | "ptab":
                yield from self._text("\t", like, None)
            case "noBreakHyphen":
                yield from self._text("-", like, None)
            case "softHyphen":
                yield from self._text("\u00ad", like, None)
            case "br" | "cr":
                if child.get(f"{W}type", "textWrapping") == "textWrapping":
                    yield LineEnd()
                else:
                    yield from self._text(" ", like, None)
            case "sym":
                sign = symbol(child)
                if not sign:
                    shown = f"{child.get(f'{W}font', '')} {child.get(f'{W}char', '')}"
                    yield Told("symbol-lost", shown)
                yield from self._text(sign, like, None)
            case "footnoteReference" | "endnoteReference":
                kind = child.tag.rpartition("}")[2].removesuffix("Reference")
                yield NoteHere(f"{kind}-{child.get(f'{W}id', '')}")
            case "commentReference":
                yield Told("comment", child.get(f"{W}id", ""))
            case "ruby":
                base = "".join(one.text or "" for one in child.iterfind(f"{W}rubyBase//{W}t"))
                yield from self._text(base, like, properties)
            case _:
                pass

    def _only_fields(self, run: Element) -> Iterator[Inline]:
        """The signs of fields in words that nobody sees, so that none stays open."""
        for child in run:
            if child.tag == f"{W}fldChar":
                yield from self._field(child)
            elif child.tag == f"{W}instrText" and self.fields:
                self.fields[-1].instruction += child.text or ""

    def _text(self, text: str, like: Run, properties: Element | None) -> Iterator[Inline]:
        if not text or any(one.silent for one in self.fields):
            if text.strip() and len(self.fields) == 1 and self.fields[0].counts_page:
                yield Told("page-number-dropped", text.strip())
            return
        how = value(properties, "vertAlign")
        if how in ("superscript", "subscript"):
            tiny = small(text, how)
            if tiny is None:
                yield Told("small-words", text)
            text = tiny or text
        opened = next((one for one in reversed(self.fields) if one.address or one.target), None)
        if opened is not None and not like.address:
            target, filled = opened.target, opened.filled
            like = replace(like, address=opened.address, target=target, filled=filled)
        yield replace(like, text=text)

    def _like(self, properties: Element | None, style: str, around: _Around) -> Run:
        bold, italic = is_on(properties, "b"), is_on(properties, "i")
        styled = self.file.styles.named(value(properties, "rStyle"), "character")
        if bold is None:
            bold = style in _STRONG or bool(styled.bold)
        if italic is None:
            italic = style in _STRESSED
        language = self._language(properties)
        return Run("", bold, italic, language, around.address, around.target)

    def _language(self, properties: Element | None) -> str:
        found = None if properties is None else properties.find(f"{W}lang")
        if properties is None or found is None:
            return ""
        names = ("bidi", "val") if is_on(properties, "rtl") else ("val", "eastAsia", "bidi")
        return next((said for name in names if (said := found.get(f"{W}{name}"))), "")

    # ---- fields ----

    def _field(self, sign: Element) -> Iterator[Inline]:
        kind = sign.get(f"{W}fldCharType", "")
        if kind == "begin":
            self.fields.append(_Field())
            if sign.find(f"{W}ffData") is not None:
                yield Told("form-field", value(sign, "ffData", "statusText"))
        elif kind == "separate" and self.fields:
            yield from self._begin()
        elif kind == "end" and self.fields:
            self.fields.pop()

    def _begin(self) -> Iterator[Inline]:
        self.fields[-1].begin()
        instruction = self.fields[-1].instruction.strip().upper()
        if instruction.startswith("TOC"):
            yield Told("contents-dropped")


def _control(element: Element, inside: tuple[Inline, ...]) -> Iterator[Inline]:
    """What stands in a content control. One that asks for something is told, with the words that
    only prompt (“Click here to enter text”): those are nobody's."""
    properties = element.find(f"{W}sdtPr")
    if properties is None:
        yield from inside
        return
    prompt = words_of(inside) if is_on(properties, "showingPlcHdr") else ""
    kinds = ("text", "date", "comboBox", "dropDownList")
    asks = any(properties.find(f"{W}{kind}") is not None for kind in kinds)
    box = properties.find("{http://schemas.microsoft.com/office/word/2010/wordml}checkbox")
    if asks or prompt or box is not None:
        yield Told("form-field", ": ".join(filter(None, (value(properties, "alias"), prompt))))
    yield from () if prompt else inside
