"""The Markdown parser, and the kinds of text that it reads."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from exporter.load.fence_rule import inner_fence
from exporter.load.inlines import Marks, Mention, foreign_words
from exporter.load.signs import backslashes, stars
from exporter.source import SourceNote

LONGEST_PARAGRAPH = 5_000
MOST_SIGNS = 150
"""Brackets, stars and the like in one paragraph."""
LONGEST_TEXT = 300_000


@dataclass(frozen=True, slots=True)
class Kind:
    """What may stand in a text."""

    marks: Marks
    lists: bool = True
    quotes: bool = True
    definitions: bool = True
    note_words: bool = False

    @property
    def what(self) -> str:
        return self.marks.what


BODY = Kind(Marks("the text"), note_words=True)
BOX = Kind(Marks("a block"))
CELL = Kind(Marks("a cell"), quotes=False, definitions=False)
ROW = Kind(Marks("easy read", notes=False, bold=False), definitions=False)
DESCRIPTION = Kind(Marks("a description", notes=False), definitions=False)
CAPTION = Kind(Marks("a caption"), lists=False, quotes=False, definitions=False)
LABEL = Kind(Marks("a label"), lists=False, quotes=False, definitions=False)
MEANING = Kind(Marks("a meaning", notes=False), lists=False, quotes=False, definitions=False)
WORK = Kind(
    Marks("a reference", notes=False, titles=True), lists=False, quotes=False, definitions=False
)
NOTE = Kind(Marks("a note", notes=False), lists=False, quotes=False, definitions=False)


@dataclass(slots=True)
class Gathered:
    """What texts name and define beside their blocks."""

    notes: list[SourceNote] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)


def _is_absurd(paragraph: str) -> bool:
    return len(paragraph) > LONGEST_PARAGRAPH or any(
        paragraph.count(sign) > MOST_SIGNS for sign in "[*_`<"
    )


@cache
def parser() -> MarkdownIt:
    made = MarkdownIt("commonmark")
    made.use(deflist_plugin)
    made.use(footnote_plugin, inline=False, move_to_end=False, always_match_refs=True)
    made.disable(["reference", "entity", "text_join"])
    made.inline.ruler.before("link", "foreign_words", foreign_words)
    made.inline.ruler.at("emphasis", stars)
    made.inline.ruler.at("escape", backslashes)
    made.block.ruler.before(
        "fence", "inner_fence", inner_fence, {"alt": ["paragraph", "list", "blockquote"]}
    )
    made.core.ruler.before("inline", "longest_paragraph", _cut_long_paragraphs)
    made.core.ruler.before("inline", "sources_of_quotes", _find_sources)
    made.validateLink = lambda url: True  # type: ignore[method-assign]
    return made


def _cut_long_paragraphs(state: StateCore) -> None:
    """A paragraph as long as a chapter is told, not read: reading it could take for ever."""
    for token in state.tokens:
        if token.type == "inline" and _is_absurd(token.content):
            token.content = ""
            token.meta = {"too_long": True}


def _find_sources(state: StateCore) -> None:
    """The last paragraph of a quotation names its source if it begins with `-- `."""
    for index, token in enumerate(state.tokens):
        if token.type == "blockquote_close" and index > 1:
            last = state.tokens[index - 2]
            if last.type == "inline" and last.content.startswith("-- "):
                last.content = last.content[3:].lstrip()
                last.meta = {"source": True}
