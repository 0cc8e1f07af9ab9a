"""The words of one Word paragraph: runs, links, fields, languages, note marks, pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from exporter.readback.blocks import Words
from exporter.readback.docx_package import Package, Part, Style, switch
from exporter.word_file.names import Element, R, W

_DOC_PR = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_PRINT_ONLY = ("page reference", "web address")
_STRONG = (
    "strong", "emphasis", "intense emphasis", "subtle emphasis", "glossary word",
    "strong hyperlink",
)  # fmt: skip
_NO_STYLE = Style("", "character")
_WRAPPERS = {
    f"{W}{name}"
    for name in ("ins", "moveTo", "smartTag", "sdt", "sdtContent", "customXml", "dir", "bdo")
}
_SIGNS = {
    f"{W}tab": " ", f"{W}br": " ", f"{W}cr": " ", f"{W}noBreakHyphen": "\u2011",
}  # fmt: skip
_ADDRESS = re.compile(r'^\s*HYPERLINK\s+(?:"([^"]*)"|(\S+))', re.IGNORECASE)
MOST_DEPTH = 60


@dataclass(slots=True)
class _Field:
    """A field that is open: first its instruction, then its result."""

    instruction: str = ""
    in_result: bool = False
    link: int = -1

    @property
    def silent(self) -> bool:
        """Whether its words are none of the reader's: an instruction, a page number."""
        return not self.in_result or self.instruction.strip().upper().startswith(
            ("PAGEREF", "NOTEREF")
        )


@dataclass(slots=True)
class _State:
    """Where we are in a paragraph."""

    words: Words
    part: Part
    around: Style
    """That of the paragraph."""
    stands_out: bool
    """Whether the paragraph is bold as a whole: then bold letters in it say nothing more."""
    fields: list[_Field] = field(default_factory=list)
    foreign: int = -1
    language: str = ""
    """That of the foreign run which is open."""


@dataclass(frozen=True, slots=True)
class WordsReader:
    package: Package

    def read(self, paragraph: Element, part: Part, style: Style, heading: bool = False) -> Words:
        """The words of a paragraph, given its style, and whether it is a heading."""
        state = _State(Words(), part, style, heading or self.package.bold(style))
        self.inside(paragraph, state, 0)
        self.end_foreign(state)
        return state.words

    def inside(self, parent: Element, state: _State, depth: int) -> None:
        if depth > MOST_DEPTH:
            return
        for child in parent:
            if child.tag == f"{W}r":
                self.run(child, state)
            elif child.tag == f"{W}hyperlink":
                self.link(child, state, depth)
            elif child.tag == f"{W}fldSimple":
                opened = _Field(child.get(f"{W}instr", ""), in_result=True)
                self.begin_result(opened, state)
                state.fields.append(opened)
                self.inside(child, state, depth + 1)
                self.end_field(state)
            elif child.tag in _WRAPPERS:
                self.inside(child, state, depth + 1)

    def link(self, element: Element, state: _State, depth: int) -> None:
        target = state.part.targets.get(element.get(f"{R}id", ""), "")
        anchor = element.get(f"{W}anchor", "")
        if target and anchor:
            target = f"{target}#{anchor}"
        number = state.words.open_link(target)
        before = state.foreign
        self.inside(element, state, depth + 1)
        if state.foreign != before:
            self.end_foreign(state)
        state.words.close(number)

    def run(self, run: Element, state: _State) -> None:
        properties = run.find(f"{W}rPr")
        style = self.style_of(properties)
        silent = style.name in _PRINT_ONLY or self.is_hidden(properties, style, state)
        strong = self.is_strong(properties, style, state)
        for child in run:
            match child.tag.rpartition("}")[2]:
                case "instrText":
                    if state.fields and not state.fields[-1].in_result:
                        state.fields[-1].instruction += child.text or ""
                case "fldChar":
                    self.field_sign(child.get(f"{W}fldCharType", ""), state)
                case _ if silent:
                    pass
                case "t":
                    self.text(child.text or "", properties, strong, state)
                case "tab" | "br" | "cr" | "noBreakHyphen":
                    self.text(_SIGNS[child.tag], properties, strong, state)
                case "sym":
                    self.text(_symbol(child), properties, strong, state)
                case "endnoteReference" | "footnoteReference":
                    kind = child.tag.rpartition("}")[2].removesuffix("Reference")
                    state.words.cite(f"{kind}-{child.get(f'{W}id', '')}")
                case "drawing" | "pict" | "object" | "AlternateContent":
                    for words in pictures_in(child):
                        state.words.figure(words)
                case _:
                    pass

    def style_of(self, properties: Element | None) -> Style:
        """The character style of a run."""
        found = None if properties is None else properties.find(f"{W}rStyle")
        if found is None:
            return _NO_STYLE
        name = found.get(f"{W}val", "")
        return self.package.styles.get(name, Style(name.lower(), "character"))

    def is_hidden(self, properties: Element | None, style: Style, state: _State) -> bool:
        """Whether nobody sees the run. In styles it is a toggle (ISO 29500-1, 17.7.3)."""
        own = None
        if properties is not None:
            if switch(properties, "specVanish"):
                return True
            own = switch(properties, "vanish")
        if own is not None:
            return own
        return self.package.hidden(style) != self.package.hidden(state.around)

    def is_strong(self, properties: Element | None, style: Style, state: _State) -> bool:
        """Strong by the name of its style; or bold, where the paragraph is not so anyway."""
        if style.name in _STRONG:
            return True
        own = None if properties is None else switch(properties, "b")
        bold = self.package.bold(style) if own is None else own
        return bold and not state.stands_out

    def text(self, text: str, properties: Element | None, strong: bool, state: _State) -> None:
        if any(one.silent for one in state.fields):
            return
        language = self.language(properties)
        if language != state.language:
            self.end_foreign(state)
            if language:
                state.foreign = state.words.open_foreign(language)
                state.language = language
        state.words.add(text, strong)

    def language(self, properties: Element | None) -> str:
        """The language of a run where it is not the document's."""
        found = None if properties is None else properties.find(f"{W}lang")
        if properties is None or found is None:
            return ""
        right_to_left = properties.find(f"{W}rtl") is not None
        names = ("bidi", "val") if right_to_left else ("val", "eastAsia", "bidi")
        language = next((value for name in names if (value := found.get(f"{W}{name}"))), "")
        return "" if language.lower() == self.package.language.lower() else language

    def end_foreign(self, state: _State) -> None:
        if state.foreign >= 0:
            state.words.close(state.foreign)
        state.foreign, state.language = -1, ""

    # ---- fields ----

    def field_sign(self, kind: str, state: _State) -> None:
        if kind == "begin":
            state.fields.append(_Field())
        elif kind == "separate" and state.fields:
            state.fields[-1].in_result = True
            self.begin_result(state.fields[-1], state)
        elif kind == "end":
            self.end_field(state)

    def begin_result(self, opened: _Field, state: _State) -> None:
        address = _ADDRESS.match(opened.instruction)
        if address:
            inside = "\\l" in opened.instruction
            opened.link = state.words.open_link("" if inside else address[1] or address[2] or "")

    def end_field(self, state: _State) -> None:
        if state.fields:
            ended = state.fields.pop()
            if ended.link >= 0:
                state.words.close(ended.link)


def pictures_in(element: Element) -> Iterator[str]:
    """The alternative texts of the pictures; a decorative one has none and is left out."""
    for properties in element.iter(_DOC_PR):
        decorative = next(properties.iter(_DECORATIVE), None)
        if decorative is None or decorative.get("val") not in ("1", "true"):
            yield properties.get("descr") or properties.get("title") or ""
        if element.tag == _CHOICE:
            return


def _symbol(element: Element) -> str:
    """A sign of a symbol typeface; those of its private area have no meaning that we know."""
    try:
        code = int(element.get(f"{W}char", ""), 16)
    except ValueError:
        return ""
    return chr(code) if 0x20 <= code < 0xE000 else ""
