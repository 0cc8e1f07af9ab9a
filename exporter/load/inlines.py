"""The marks inside a paragraph: markdown-it's inline tokens → inlines of the model."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from urllib.parse import unquote

from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from exporter.authored import values
from exporter.authored.findings import Findings
from exporter.authored.located import Lines
from exporter.authored.values import language_tag
from exporter.diagnostics import Place, short
from exporter.load.unread import ESCAPED, NOTE, tell_unread_marks
from exporter.model import Foreign, Inline, Inlines, Link, NoteMark, Reference, Stress, Strong, Text

_LANGUAGE = re.compile(r"\{\s*lang\s*=\s*[\"']?([A-Za-z0-9-]+)[\"']?\s*\}")


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where the text names something: `[](#name)`, or the note of `[^name]`."""

    name: str
    place: Place
    note: bool = False
    words: str = ""


@dataclass(frozen=True, slots=True)
class Marks:
    """Which marks a text may hold. `what` names the text in messages."""

    what: str
    notes: bool = True
    bold: bool = True
    titles: bool = False
    """Words between stars are titles of works, set in quotation marks."""


def foreign_words(state: StateInline, silent: bool) -> bool:
    """`[Croeso]{lang=cy}`: a rule for markdown-it."""
    if state.src[state.pos] != "[":
        return False
    end = state.md.helpers.parseLinkLabel(state, state.pos)
    match = _LANGUAGE.match(state.src, end + 1, state.posMax) if end >= 0 else None
    if not match:
        return False
    if not silent:
        start, most = state.pos + 1, state.posMax
        opening = state.push("foreign_open", "span", 1)
        opening.meta = {"language": match[1]}
        state.pos, state.posMax = start, end
        state.md.inline.tokenize(state)
        state.push("foreign_close", "span", -1)
        state.posMax = most
    state.pos = match.end()
    return True


@dataclass(slots=True)
class InlineReader:
    """Reads one paragraph. `line` counts from 0 in the text and follows its soft breaks."""

    where: Lines
    marks: Marks
    findings: Findings
    line: int = 0
    mentions: list[Mention] = field(default_factory=list)
    _run: list[str] = field(default_factory=list)

    def read(self, tokens: list[Token], line: int) -> Inlines:
        """The inlines of one paragraph that begins on `line`."""
        self.line = line
        inlines, _ = self._until("", tokens, 0)
        self._look_at_run()
        return inlines

    def _until(self, closing: str, tokens: list[Token], index: int) -> tuple[Inlines, int]:
        inlines: list[Inline] = []
        while index < len(tokens) and tokens[index].type != closing:
            token = tokens[index]
            index += 1
            match token.type:
                case "text":
                    self._run.append(token.content)
                    _append(inlines, token.content)
                case "text_special":
                    self._run.append(ESCAPED * len(token.content))
                    _append(inlines, token.content)
                case "softbreak":
                    self._break(inlines)
                case "hardbreak":
                    self._tell("line-break-forced", *_LINE_BREAK)
                    self._break(inlines)
                case "footnote_ref":
                    self._run.append(NOTE)
                    inlines.extend(self._note(str(token.meta["label"])))
                case _ if token.type.endswith("_open"):
                    before = len(self._run)
                    children, index = self._until(token.type[:-4] + "close", tokens, index)
                    index += 1
                    if token.markup == "autolink":
                        del self._run[before:]
                    for inline in self._around(token, children):
                        if isinstance(inline, Text):
                            _append(inlines, inline.text)
                        else:
                            inlines.append(inline)
                case _:
                    self._refuse(token)
                    _append(inlines, token.content)
        return tuple(inlines), index

    def _break(self, inlines: list[Inline]) -> None:
        self._look_at_run()
        self.line += 1
        _append(inlines, " ")

    def _look_at_run(self) -> None:
        """Look for marks that stayed visible, in the words of one line."""
        if self._run:
            tell_unread_marks("".join(self._run), self.where.place(self.line), self.findings)
            self._run = []

    def _around(self, token: Token, children: Inlines) -> Inlines:
        match token.type:
            case "link_open":
                self._run.append(ESCAPED)
                return self._link(token, children)
            case "foreign_open":
                self._run.append(ESCAPED)
                return self._foreign(str(token.meta["language"]), children)
            case "strong_open" | "em_open":
                return self._weight(token, children)
        return children

    def _weight(self, token: Token, children: Inlines) -> Inlines:
        sign = token.markup
        if "_" in sign:
            stars = sign.replace("_", "*")
            self._tell(
                "mark-underline", "Words between _ and _ are marked.", f"Write {stars}words{stars}."
            )
        if not self.marks.bold:
            self._tell("easy-read-bold", *_EASY_READ_BOLD)
            return children
        if token.type == "strong_open":
            return (Strong(children),)
        if self.marks.titles:
            return (Text("“"), *children, Text("”"))
        return (Stress(children),)

    def _foreign(self, language: str, children: Inlines) -> Inlines:
        tag = language_tag(language)
        if tag is None:
            message = f"“{language}” is not the short name of a language."
            self._tell("language-tag", message, "Write it like this: [Croeso]{lang=cy}")
            return children
        if not children:
            self._tell("mark-empty", "There are no words between the brackets.", _EMPTY)
        return (Foreign(children, tag),)

    def _link(self, token: Token, children: Inlines) -> Inlines:
        address = str(token.attrs.get("href", ""))
        if token.attrs.get("title"):
            self._tell("link-title", *_LINK_TITLE)
        if address.startswith("#"):
            return self._reference(unquote(address[1:]), children)
        words = "".join(child.text for child in children if isinstance(child, Text))
        if not children or not (
            words.strip() or len(children) > 1 or not isinstance(children[0], Text)
        ):
            self._tell(
                "link-words-missing", f"This link to {short(address)} has no words.", _LINK_WORDS
            )
        if not address:
            self._tell("link-to-nothing", "This link leads nowhere.", _LINK_ADDRESS)
            return children
        fault = _fault_of_address(address)
        if fault:
            self._tell("link-address", f"“{short(unquote(address))}” {fault[0]}", fault[1])
            return children
        return (Link(children, values.small_scheme(address)),)

    def _reference(self, name: str, children: Inlines) -> Inlines:
        if not name:
            self._tell("link-to-nothing", "This link leads nowhere.", "Write the name after #.")
            return children
        self.mentions.append(Mention(name, self.where.place(self.line)))
        return (Reference(children, name),)

    def _note(self, name: str) -> Inlines:
        if not self.marks.notes:
            self._tell("note-here", f"There can be no note in {self.marks.what}.", _NOTE_HERE)
            return ()
        self.mentions.append(Mention(name, self.where.place(self.line), note=True))
        return (NoteMark(name),)

    def _refuse(self, token: Token) -> None:
        match token.type:
            case "code_inline":
                self._tell("mark-code", *_CODE)
            case "html_inline":
                self._tell("html", f"“{short(token.content)}” is HTML.", _HTML)
            case "image":
                self._tell("picture-in-text", *_PICTURE)
            case _:
                self._tell("mark-unread", f"“{short(token.content)}” is not read here.")

    def _tell(self, code: str, message: str, hint: str = "") -> None:
        self.findings.add(code, self.where.place(self.line), message, hint)


def _append(inlines: list[Inline], text: str) -> None:
    """Add words; they join the words before them."""
    if inlines and isinstance(inlines[-1], Text):
        inlines[-1] = Text(inlines[-1].text + text)
    elif text:
        inlines.append(Text(text))


_LINK_ADDRESS = "A link leads to the web (https://…) or to a #name of this document."


_SCHEMES = ("http", "https", "mailto", "tel")


def _fault_of_address(address: str) -> tuple[str, str] | None:
    """What is wrong with the address of a link, and what to write."""
    scheme = re.match(r"^([A-Za-z][A-Za-z0-9+.-]*):", address)
    known = scheme is not None and scheme[1].lower() in _SCHEMES
    if scheme is None or (not known and re.match(r"^[\w.-]+:\d+", address)):
        if re.match(r"^(www\.|[\w-]+\.(org|com|net|uk|gov|eu))", address):
            return "has no https:// before it.", f"Write  https://{short(unquote(address))}"
        return (
            "leads to a file.",
            _LINK_ADDRESS,
        )
    if not known:
        return "is no address that a reader can follow.", "Links begin with https:, mailto: or tel:"
    rest = address[scheme.end() :]
    if scheme[1].lower() in ("http", "https") and not re.match(r"//[^/?#\s]+", rest):
        return "is not a whole address.", "Write it like this: https://www.example.org"
    if scheme[1].lower() in ("http", "https") and values.web(address) is None:
        return "does not lead where it seems to.", "Write it like this: https://www.example.org"
    if not rest.strip("/"):
        return "is not a whole address.", "Write what comes after the colon."
    return None


_EMPTY = "Write the words, or delete the brackets."
_LINE_BREAK = (
    "Two spaces (or a backslash) at the end of this line force a new line.",
    "Delete them. To keep the lines of an address or a poem, put them between  ::: lines  and  :::",
)
_EASY_READ_BOLD = (
    "In easy read nobody types stars: words of the glossary become bold by themselves.",
    "Delete the stars. If the word needs explaining, put it into the glossary.",
)
_LINK_TITLE = (
    "The words in quotation marks inside the link would be lost.",
    "Put them between the square brackets.",
)
_LINK_WORDS = "Write between the brackets what the reader finds there."
_NOTE_HERE = "Put what it says into the sentence."
_CODE = ("Words between ` and ` would be set as code.", "Delete the signs `.")
_HTML = "Write plain words. To show the sign itself, put a backslash before it: \\<"
_PICTURE = (
    "A picture cannot stand inside the text.",
    "Define it under pictures: in document.yaml, and show it with  ::: figure its-name",
)
