"""A Markdown file as neutral pieces. Any dialect: what is no mark of CommonMark stays words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache

import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from exporter.importing.walk.pieces import (
    Anchor,
    Block,
    Counted,
    Grid,
    GridCell,
    Inline,
    LineEnd,
    NoteHere,
    Para,
    Remark,
    Role,
    Run,
    Shown,
    Told,
    Walked,
)

_TAG = re.compile(r"<[^>]*>")
_ATTRIBUTES = re.compile(r"\s*\{[#.][^{}]*\}\s*$")


def walk(text: str, name: str, picture: Callable[[str], bytes]) -> Walked:
    """The pieces of a Markdown text; `picture` gives the bytes of a file beside it."""
    tokens = _parser().parse(text)
    walker = _Walker(tokens)
    blocks = tuple(walker.blocks(""))
    front = _front(tokens)
    title = front.get("title", "")
    if title:
        blocks = (Para((Run(title),), 1, "title"), *blocks)
        if subtitle := front.get("subtitle", ""):
            blocks = (blocks[0], Para((Run(subtitle),), 1, "subtitle"), *blocks[1:])
    return Walked(
        file=name,
        unit="line",
        blocks=blocks,
        notes=walker.notes,
        language=front.get("lang", "") or front.get("language", ""),
        remarks=tuple(
            Remark(Told("front-matter", f"{key}: {words}"), 1)
            for key, words in front.items()
            if key not in ("title", "subtitle", "lang", "language")
        ),
        picture=picture,
    )


@cache
def _parser() -> MarkdownIt:
    made = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    made.use(deflist_plugin).use(footnote_plugin).use(front_matter_plugin)
    made.validateLink = lambda url: True  # type: ignore[method-assign]
    return made


def _front(tokens: list[Token]) -> dict[str, str]:
    """The lines before the text that say its title and language."""
    text = next((one.content for one in tokens if one.type == "front_matter"), "")
    if len(text) > 20_000:
        return {}
    try:
        events = list(yaml.parse(text, Loader=yaml.SafeLoader))
    except (yaml.YAMLError, RecursionError):
        return {}
    values = [one.value for one in events if isinstance(one, yaml.ScalarEvent)]
    pairs = len(events) == len(values) + 6 and len(values) % 2 == 0
    if pairs:
        return dict(zip(values[::2], values[1::2], strict=True))
    found = re.findall(r"^(\w+): *[\"']?(.*?)[\"']?\s*$", text, re.MULTILINE)
    return {key: words for key, words in found if words}


@dataclass(slots=True)
class _Walker:
    """Goes through the tokens of a text, one level after the other."""

    tokens: list[Token]
    at: int = 0
    line: int = 1
    notes: dict[str, tuple[Block, ...]] = field(default_factory=dict)
    role: Role = "plain"
    level: int = 0
    """Of the list that is open."""
    threads: int = 0

    def blocks(self, closing: str) -> Iterator[Block]:
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            self.at += 1
            if token.map and token.nesting >= 0:
                self.line = token.map[0] + 1
            if token.type == closing:
                return
            yield from self._block(token)

    def _block(self, token: Token) -> Iterator[Block]:
        match token.type:
            case "heading_open":
                yield self._para("heading", int(token.tag[1]))
            case "paragraph_open":
                yield self._para(self.role, 0)
            case "bullet_list_open" | "ordered_list_open":
                yield from self._list(token)
            case "blockquote_open":
                yield from self._with_role("quote", "blockquote_close")
            case "dt_open":
                yield self._para("term", 0)
            case "dd_open":
                yield from self._with_role("definition", "dd_close")
            case "table_open":
                yield self._table()
            case "fence" | "code_block":
                yield from self._code(token)
            case "html_block":
                words = " ".join(_TAG.sub(" ", token.content).split())
                if words:
                    yield Para((Run(words),), self.line)
            case "footnote_open":
                name = str(token.meta.get("label", token.meta.get("id", "")))
                self.notes[name] = tuple(self.blocks("footnote_close"))
            case _:
                pass

    def _para(self, role: Role, level: int) -> Para:
        inline = self.tokens[self.at]
        self.at += 1 if inline.type != "inline" else 2
        children = inline.children or [] if inline.type == "inline" else []
        inlines = tuple(_inlines(children))
        if role == "heading":
            inlines, named = _without_attributes(inlines)
            inlines = (*named, Anchor(_slug(inlines)), *inlines)
        return Para(inlines, self.line, role, level)

    def _with_role(self, role: Role, closing: str) -> Iterator[Block]:
        before, self.role = self.role, role
        found = list(self.blocks(closing))
        self.role = before
        yield from found

    def _list(self, token: Token) -> Iterator[Block]:
        self.level += 1
        self.threads += 1
        thread = f"list-{self.threads}"
        counted = token.type.startswith("ordered")
        value = int(token.attrs.get("start", 1)) if counted else 0
        before, self.role = self.role, "plain"
        while self.at < len(self.tokens):
            item = self.tokens[self.at]
            self.at += 1
            if item.type == token.type.replace("open", "close"):
                break
            if item.type != "list_item_open":
                continue
            self.line = item.map[0] + 1 if item.map else self.line
            marker = Counted(
                "number" if counted else "bullet", value, ")" if item.markup == ")" else ".", thread
            )
            yield from self._item(marker)
            value += 1 if counted else 0
        self.role = before
        self.level -= 1

    def _item(self, marker: Counted) -> Iterator[Block]:
        first = True
        for block in list(self.blocks("list_item_close")):
            if isinstance(block, Para) and block.item is None:
                own = marker if first else None
                yield replace(
                    block, item=own, level=self.level, continues_item=not first,
                    role="plain" if block.role == "heading" else block.role,
                )  # fmt: skip
                first = False
            else:
                if first and isinstance(block, Para):
                    yield Para((), self.line, item=marker, level=self.level)
                    first = False
                yield block

    def _table(self) -> Grid:
        number = self.line
        rows: list[tuple[GridCell, ...]] = []
        heads = 0
        cells: list[GridCell] = []
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            self.at += 1
            match token.type:
                case "table_close":
                    break
                case "tr_open":
                    self.line = token.map[0] + 1 if token.map else self.line
                    cells = []
                case "tr_close":
                    rows.append(tuple(cells))
                case "thead_close":
                    heads = len(rows)
                case "inline":
                    inlines = tuple(_inlines(token.children or []))
                    cells.append(GridCell((Para(inlines, self.line),), head=not heads))
                case _:
                    pass
        return Grid(tuple(rows), number, heads, styled=True)

    def _code(self, token: Token) -> Iterator[Block]:
        lines = [line for line in token.content.rstrip("\n").split("\n") if line.strip()]
        inlines: list[Inline] = []
        for line in lines:
            inlines += [LineEnd(), Run(line)] if inlines else [Run(line)]
        if inlines:
            yield Para((Told("code-as-words", lines[0]), *inlines), self.line)


# ---- inside a paragraph --------------------------------------------------------------------------


def _inlines(tokens: list[Token]) -> Iterator[Inline]:
    like = Run("")
    stack: list[Run] = []
    struck = 0
    for token in tokens:
        match token.type:
            case "text":
                if struck and token.content.strip():
                    yield Told("struck-words", token.content)
                yield replace(like, text=token.content)
            case "code_inline" | "text_special":
                yield replace(like, text=token.content)
            case "softbreak":
                yield replace(like, text=" ")
            case "hardbreak":
                yield LineEnd()
            case "html_inline":
                if token.content.lower().startswith("<br"):
                    yield LineEnd()
            case "image":
                alt = token.content
                yield Shown(str(token.attrs.get("src", "")), alt)
            case "footnote_ref":
                yield NoteHere(str(token.meta.get("label", token.meta.get("id", ""))))
            case "strong_open":
                stack.append(like)
                like = replace(like, bold=True)
            case "em_open":
                stack.append(like)
                like = replace(like, italic=True)
            case "link_open":
                stack.append(like)
                href = str(token.attrs.get("href", ""))
                inside = href.startswith("#")
                like = replace(
                    like, address="" if inside else href, target=href[1:] if inside else ""
                )
            case "s_open":
                struck += 1
            case "s_close":
                struck -= 1
            case "strong_close" | "em_close" | "link_close":
                like = stack.pop() if stack else Run("")
            case _:
                pass


def _without_attributes(
    inlines: tuple[Inline, ...],
) -> tuple[tuple[Inline, ...], tuple[Anchor, ...]]:
    """A heading without what other programs read after it: {#name .class}."""
    last = inlines[-1] if inlines else None
    match = _ATTRIBUTES.search(last.text) if isinstance(last, Run) else None
    if match is None or not isinstance(last, Run):
        return inlines, ()
    named = re.search(r"#([\w-]+)", match.group())
    kept = (*inlines[:-1], replace(last, text=last.text[: match.start()]))
    return kept, (Anchor(named[1]),) if named else ()


def _slug(inlines: tuple[Inline, ...]) -> str:
    """The name that GitHub and others give a heading."""
    words = "".join(one.text for one in inlines if isinstance(one, Run))
    return re.sub(r"[^\w -]", "", words.lower()).strip().replace(" ", "-")
