"""A web page as neutral pieces: its text, without the ways through the site around it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from exporter.importing.walk.pieces import (
    Anchor,
    Apart,
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
from exporter.importing.walk.small_signs import small
from exporter.importing.walk.web_elements import (
    SKIPPED,
    all_words,
    asked_by,
    is_around,
    is_hidden,
    is_notes,
    rows_of,
    span,
    words_of,
)
from exporter.importing.walk.web_lists import Numbers
from exporter.web_page.tree import Element, around, parse, tags

MOST_DEPTH = 100
_BLOCKS = tags(
    "address article aside blockquote body center dd details dialog div dl dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre "
    "section summary table tbody td tfoot th thead tr ul"
)
_HEADINGS = tags("h1 h2 h3 h4 h5 h6")
_FIELDS = tags("input select textarea button")
_PLAYED = tags("video audio iframe object embed canvas")
_NO_BLOCKS = SKIPPED | (_FIELDS - {"button"}) | _PLAYED | tags("svg")
_LISTS = tags("ul ol menu")
_STRUCK = tags("s del strike")
_BOLD, _ITALIC = tags("b strong"), tags("i em cite dfn")
_ROUND = {"nav": "navigation-dropped", "footer": "footer-words", "header": "header-words"}


def walk(data: bytes, name: str, picture: Callable[[str], bytes]) -> Walked:
    """The pieces of a web page; `picture` gives the bytes of a file beside it.

    Raises Unreadable.
    """
    root = parse(data)
    html = next((one for one in root.all_elements() if one.tag == "html"), root)
    titles = [one for one in root.all_elements() if one.tag == "title"]
    walker = _Walker(around(root, _BLOCKS))
    body = next((one for one in root.all_elements() if one.tag == "body"), root)
    blocks = tuple(walker.blocks(body, Run(""), 0))
    return Walked(
        file=name,
        unit="line",
        blocks=blocks,
        notes=walker.notes,
        title=words_of(titles[0]) if titles else "",
        language=html.get("lang"),
        remarks=tuple(walker.remarks),
        picture=picture,
    )


@dataclass(slots=True)
class _Walker:
    around_blocks: frozenset[Element]
    """Every block, and all that stands around one: a link around a heading is one."""
    notes: dict[str, tuple[Block, ...]] = field(default_factory=dict)
    level: int = 0
    """Of the list that is open."""
    threads: int = 0
    remarks: list[Remark] = field(default_factory=list)
    role: Role = "plain"

    def blocks(self, element: Element, like: Run, depth: int) -> Iterator[Block]:
        """The blocks inside an element; words that stand bare in it are paragraphs."""
        bare: list[Inline] = []
        line = element.line
        for child in element.children:
            if isinstance(child, Element) and self._is_block(child):
                yield from self._bare(bare, line)
                bare = []
                yield from self._block(child, like, depth + 1)
            else:
                if isinstance(child, Element):
                    line = child.line
                bare += self.inlines(child, like, depth + 1)
        yield from self._bare(bare, line)

    def _is_block(self, element: Element) -> bool:
        """Whether it is a block, or an inline element around one, as careless pages have it."""
        return element in self.around_blocks and element.tag not in _NO_BLOCKS

    def _bare(self, inlines: list[Inline], line: int) -> Iterator[Block]:
        if any(not isinstance(one, Run) or one.text.strip() for one in inlines):
            yield Para(tuple(inlines), line, self.role)

    def _block(self, element: Element, like: Run, depth: int) -> Iterator[Block]:
        if depth > MOST_DEPTH:
            return
        if is_hidden(element):
            self._tell_hidden(element)
            return
        tag = element.tag
        like = self._like(element, like)
        if element.has("data-furniture"):
            yield Remark(Told("program-words", words_of(element)), element.line)
        elif tag in _HEADINGS:
            named = (Anchor(element.get("id")),) if element.get("id") else ()
            inlines = (*named, *self._all(element, like, depth))
            yield Para(inlines, element.line, "heading", int(tag[1]))
        elif tag == "footer" and element.within("blockquote"):
            before, self.role = self.role, "source"
            yield from list(self.blocks(element, like, depth))
            self.role = before
        elif tag in _ROUND and is_around(element):
            yield Remark(Told(_ROUND[tag], all_words(element)), element.line)
        elif tag in _LISTS:
            yield from self._list(element, like, depth)
        elif tag == "table":
            yield from self._table(element, like, depth)
        elif tag in ("blockquote", "dt", "dd", "figcaption"):
            yield from self._with_role(element, like, depth)
        elif tag in ("aside", "details"):
            inside = tuple(self.blocks(element, like, depth))
            yield Apart(inside, element.line)
        elif tag == "pre":
            yield from self._lines(element)
        elif tag == "p":
            named = (Anchor(element.get("id")),) if element.get("id") else ()
            inlines = (*named, *self._all(element, like, depth))
            if element.has("data-label"):
                yield Para(inlines, element.line, "label")
            elif inlines:
                yield Para(inlines, element.line, self.role)
        elif tag not in SKIPPED:
            if tag in _STRUCK:
                self.remarks.append(Remark(Told("struck-words", words_of(element)), element.line))
            yield from self.blocks(element, like, depth)

    def _tell_hidden(self, element: Element) -> None:
        """What nobody sees, or nobody hears; the program's own words are told elsewhere."""
        words = all_words(element)
        if words and not element.has("data-furniture"):
            self.remarks.append(Remark(Told("hidden-words", words), element.line))

    def _with_role(self, element: Element, like: Run, depth: int) -> Iterator[Block]:
        roles: dict[str, Role] = {
            "blockquote": "quote", "dt": "term", "dd": "definition", "figcaption": "caption",
        }  # fmt: skip
        before, self.role = self.role, roles[element.tag]
        yield from list(self.blocks(element, like, depth))
        self.role = before

    def _lines(self, element: Element) -> Iterator[Block]:
        lines = [line.strip() for line in words_of(element, keep=True).split("\n") if line.strip()]
        inlines: list[Inline] = []
        for line in lines:
            inlines += [LineEnd(), Run(line)] if inlines else [Run(line)]
        if inlines:
            yield Para((Told("code-as-words", lines[0]), *inlines), element.line)

    # ---- lists and tables ----

    def _list(self, element: Element, like: Run, depth: int) -> Iterator[Block]:
        if "doc-endnotes" in element.roles or is_notes(element):
            for one in element.elements():
                if one.tag == "li" and one.get("id"):
                    self.notes[one.get("id")] = tuple(self.blocks(one, like, depth))
            return
        self.level += 1
        self.threads += 1
        numbers = Numbers(element, f"{self.threads}")
        for one in element.elements():
            if one.tag == "li":
                marker = numbers.next(one)  # also of an item that nobody sees
                if is_hidden(one):
                    self._tell_hidden(one)
                else:
                    yield from self._item(one, like, depth, *marker)
            elif one.tag in _LISTS:
                yield from self._block(one, like, depth + 1)
        self.level -= 1

    def _item(
        self, element: Element, like: Run, depth: int, marker: Counted, typed: str
    ) -> Iterator[Block]:
        """An item; `typed` is its number, where that stands among its words."""
        begin = (Told("number-kept", typed), Run(f"{typed} ")) if typed else ()
        like = self._like(element, like)
        before, self.role = self.role, "plain"
        first = True
        for block in self.blocks(element, like, depth + 1):
            if isinstance(block, Para) and block.item is None and not block.continues_item:
                inlines = (*begin, *block.inlines) if first else block.inlines
                own = marker if first else None
                yield replace(
                    block, inlines=inlines, item=own, level=self.level, continues_item=not first,
                    role="plain",
                )  # fmt: skip
            elif isinstance(block, Para) or not first:
                yield block
            else:
                yield Para(begin, element.line, item=marker, level=self.level)
                yield block
            first = False
        self.role = before

    def _table(self, element: Element, like: Run, depth: int) -> Iterator[Block]:
        rows: list[tuple[GridCell, ...]] = []
        heads = 0
        heads_rows = True
        for one in rows_of(element):
            if is_hidden(one):
                self._tell_hidden(one)
                continue
            cells = tuple(
                GridCell(
                    tuple(self.blocks(cell, self._like(cell, like), depth + 2)),
                    span(cell.get("colspan")),
                    span(cell.get("rowspan")),
                    head=cell.tag == "th",
                )
                for cell in one.elements()
                if cell.tag in ("td", "th")
            )
            if cells and all(cell.head for cell in cells) and heads == len(rows):
                heads += 1
            elif cells:
                heads_rows = heads_rows and cells[0].head
            if cells:
                rows.append(cells)
        heads = min(heads, max(0, len(rows) - 1))
        for caption in element.elements():
            if caption.tag == "caption":
                inlines = tuple(self._all(caption, like, depth))
                label = () if words_of(caption).lower().startswith("table") else (Run("Table: "),)
                yield Para((*label, *inlines), caption.line, "caption")
        yield Grid(tuple(rows), element.line, heads, heads_rows=heads_rows, styled=True)

    # ---- words ----

    def _all(self, element: Element, like: Run, depth: int) -> tuple[Inline, ...]:
        return tuple(
            inline for child in element.children for inline in self.inlines(child, like, depth + 1)
        )

    def inlines(self, child: Element | str, like: Run, depth: int) -> Iterator[Inline]:
        if isinstance(child, str):
            yield replace(like, text=re.sub(r"\s+", " ", child))
            return
        if depth > MOST_DEPTH or child.tag in SKIPPED:
            return
        if is_hidden(child):
            self._tell_hidden(child)
            return
        tag = child.tag
        if tag == "br":
            yield LineEnd()
        elif tag == "img":
            decorative = (
                child.has("alt") and not child.get("alt")
            ) or "presentation" in child.roles
            yield Shown(child.get("src"), child.get("alt"), decorative)
        elif tag in _FIELDS:
            if child.get("type") != "hidden":
                yield Told("form-field", asked_by(child))
                yield from self._all(child, like, depth) if tag == "button" else ()
        elif tag in _PLAYED:
            where = child.get("src") or child.get("data")
            yield Told("object-lost", " ".join(filter(None, (child.get("title"), where))))
        elif tag == "svg":
            yield Told("drawing-lost", child.get("aria-label") or words_of(child))
        elif tag == "a" and "doc-backlink" in child.roles:
            return
        elif tag == "a" and "doc-noteref" in child.roles:
            yield NoteHere(child.get("href").lstrip("#"))
        elif tag in ("sup", "sub"):
            yield from self._small(child, like, depth)
        elif child.has_class("page-ref") or child.has_class("web-address"):
            return
        else:
            if tag in _STRUCK:
                yield Told("struck-words", words_of(child))
            if child.get("id"):
                yield Anchor(child.get("id"))
            apart = (replace(like, text=" "),) if tag in _BLOCKS else ()
            yield from apart
            yield from self._all(child, self._like(child, like), depth)
            yield from apart

    def _small(self, element: Element, like: Run, depth: int) -> Iterator[Inline]:
        how = "superscript" if element.tag == "sup" else "subscript"
        for one in self._all(element, like, depth):
            if isinstance(one, Run) and one.text.strip():
                tiny = small(one.text, how)
                if tiny is None:
                    yield Told("small-words", one.text)
                yield replace(one, text=tiny or one.text)
            else:
                yield one

    def _like(self, element: Element, like: Run) -> Run:
        if element.tag in _BOLD:
            like = replace(like, bold=True)
        elif element.tag in _ITALIC:
            like = replace(like, italic=True)
        elif element.tag == "a" and element.get("href"):
            href = element.get("href").strip()
            inside = href.startswith("#")
            like = replace(like, address="" if inside else href, target=href[1:] if inside else "")
        if element.get("lang") and element.tag not in ("html", "body"):
            like = replace(like, language=element.get("lang"))
        return like
