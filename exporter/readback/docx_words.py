"""The words of one Word paragraph: runs, links, fields, languages, note marks, pictures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from exporter.outline import Entry, clean
from exporter.readback.blocks import Words
from exporter.readback.docx_package import Package, Part
from exporter.word_file import equations, form_fields
from exporter.word_file.form_fields import FormField
from exporter.word_file.names import WRAPPERS, Element, R, W, is_on
from exporter.word_file.pictures import boxes_in, pictures_in
from exporter.word_file.styles import Style
from exporter.word_file.symbols import in_typeface, symbol

_PRINT_ONLY = ("page reference", "web address", "tick box")
_STRONG = (
    "strong", "emphasis", "intense emphasis", "subtle emphasis", "glossary word",
    "strong hyperlink",
)  # fmt: skip
_NO_STYLE = Style("", "character")
_SIGNS = {
    f"{W}tab": " ", f"{W}br": " ", f"{W}cr": " ", f"{W}noBreakHyphen": "\u2011",
}  # fmt: skip
_ADDRESS = re.compile(r'^\s*HYPERLINK\s+(?:"([^"]*)"|(\S+))', re.IGNORECASE)
_REFERENCE = re.compile(r"^\s*REF\s.*\\h(?:\s|$)", re.IGNORECASE)
"""A field that says the words of another place, and leads there."""
MOST_DEPTH = 60


@dataclass(slots=True)
class _Field:
    """A field that is open: first its instruction, then its result."""

    instruction: str = ""
    in_result: bool = False
    run: int = -1
    """The link or the form field that its result is."""

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
    boxes: list[Element] = field(default_factory=list)
    foreign: int = -1
    language: str = ""
    """That of the foreign run which is open."""


@dataclass(frozen=True, slots=True)
class WordsReader:
    package: Package

    def read(
        self,
        paragraph: Element,
        part: Part,
        style: Style,
        heading: bool = False,
        before: Sequence[Element] = (),
    ) -> tuple[Words, list[Element]]:
        """The words of a paragraph, and the boxes in it that hold words of their own.

        Given its style, whether it is a heading, and the paragraphs that run on into it.
        """
        state = _State(Words(), part, style, heading or bool(style.bold))
        for element in (*before, paragraph):
            self.inside(element, state, 0)
        self.end_foreign(state)
        return state.words, state.boxes

    def inside(self, parent: Element, state: _State, depth: int) -> None:
        if depth > MOST_DEPTH:
            return
        for child in parent:
            if child.tag == f"{W}r":
                self.run(child, state, depth)
            elif child.tag == f"{W}hyperlink":
                self.link(child, state, depth)
            elif child.tag == f"{W}fldSimple":
                opened = _Field(child.get(f"{W}instr", ""), in_result=True)
                self.begin_result(opened, state)
                state.fields.append(opened)
                self.inside(child, state, depth + 1)
                self.end_field(state)
            elif child.tag == f"{W}sdt":
                self.control(child, state, depth)
            elif child.tag in WRAPPERS:
                self.inside(child, state, depth + 1)
            elif child.tag == equations.EQUATION:
                state.words.equation(equations.words(child))
            elif child.tag == equations.EQUATIONS:
                for one in child.iter(equations.EQUATION):
                    state.words.add(" ")
                    state.words.equation(equations.words(one))
                    state.words.add(" ")

    def control(self, element: Element, state: _State, depth: int) -> None:
        """A content control: what is in it, and what it asks for where it is to be filled in."""
        asked = form_fields.of_control(element)
        number = -1 if asked is None else self.begin_answer(asked, state)
        self.inside(element, state, depth + 1)
        if number >= 0:
            state.words.close(number)

    def begin_answer(self, asked: FormField, state: _State) -> int:
        """The number of the run whose words are the answer; -1 where nothing is filled in."""
        if asked.filled and not asked.value:
            return state.words.open_field(entry_of(asked))
        state.words.beside(entry_of(asked))
        return -1

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

    def run(self, run: Element, state: _State, depth: int) -> None:
        properties = run.find(f"{W}rPr")
        style = self.style_of(properties)
        silent = style.name in _PRINT_ONLY or self.package.styles.hides(run, state.around)
        strong = self.is_strong(properties, style, state)
        for child in run:
            match child.tag.rpartition("}")[2]:
                case "instrText":
                    if state.fields and not state.fields[-1].in_result:
                        state.fields[-1].instruction += child.text or ""
                case "fldChar":
                    self.field_sign(child, state)
                case _ if silent:
                    pass
                case "t":
                    self.text(in_typeface(child.text or "", properties), properties, strong, state)
                case "tab" | "br" | "cr" | "noBreakHyphen":
                    self.text(_SIGNS[child.tag], properties, strong, state)
                case "sym":
                    self.text(symbol(child), properties, strong, state)
                case "ruby":
                    # its other half says how the same words are spoken
                    for base in child.iter(f"{W}rubyBase"):
                        self.inside(base, state, depth + 1)
                case "endnoteReference" | "footnoteReference":
                    kind = child.tag.rpartition("}")[2].removesuffix("Reference")
                    state.words.cite(f"{kind}-{child.get(f'{W}id', '')}")
                case "drawing" | "pict" | "object" | "AlternateContent":
                    for picture in pictures_in(child):
                        if not picture.decorative:
                            state.words.figure(picture.alt)
                    state.boxes.extend(boxes_in(child))
                case _:
                    pass

    def style_of(self, properties: Element | None) -> Style:
        """The character style of a run."""
        found = None if properties is None else properties.find(f"{W}rStyle")
        if found is None:
            return _NO_STYLE
        return self.package.styles.named(found.get(f"{W}val", ""), "character")

    def is_strong(self, properties: Element | None, style: Style, state: _State) -> bool:
        """Strong by the name of its style; or bold, where the paragraph is not so anyway."""
        if style.name in _STRONG:
            return True
        own = is_on(properties, "b")
        bold = bool(style.bold) if own is None else own
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

    def field_sign(self, sign: Element, state: _State) -> None:
        kind = sign.get(f"{W}fldCharType", "")
        if kind == "begin":
            opened = _Field()
            state.fields.append(opened)
            asked = form_fields.of_sign(sign)
            if asked is not None:
                opened.run = self.begin_answer(asked, state)
        elif kind == "separate" and state.fields:
            state.fields[-1].in_result = True
            self.begin_result(state.fields[-1], state)
        elif kind == "end":
            self.end_field(state)

    def begin_result(self, opened: _Field, state: _State) -> None:
        address = _ADDRESS.match(opened.instruction)
        if address:
            inside = "\\l" in opened.instruction
            opened.run = state.words.open_link("" if inside else address[1] or address[2] or "")
        elif _REFERENCE.match(opened.instruction):
            opened.run = state.words.open_link("")

    def end_field(self, state: _State) -> None:
        if state.fields:
            ended = state.fields.pop()
            if ended.run >= 0:
                state.words.close(ended.run)


def entry_of(asked: FormField) -> Entry:
    """A form field as it is told."""
    return Entry(
        "field", clean(asked.asks), kind=asked.kind, value=clean(asked.value),
        choices=tuple(map(clean, asked.choices)),
    )  # fmt: skip
