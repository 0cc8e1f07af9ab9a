"""Reads WeasyPrint's boxes: which marked sequence belongs to which node, which is decoration."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from exporter.languages.letters import needs_shaping
from exporter.writers.pdf_weasyprint import spaces, writing
from exporter.writers.pdf_weasyprint.letters import Letters
from exporter.writers.pdf_weasyprint.spaces import Missing
from exporter.writers.pdf_weasyprint.tree import Annotation, Mark, Node, Tree, is_artifact

_HYPHENS = ("-", "\u2010", "\u2011")
_POINTS = 0.75
"""Points in a CSS pixel."""


class Unclaimed(ValueError):
    """Words on a page that belong to no element: a fault of ours, never to be shipped."""


@dataclass(slots=True)
class Tagger:
    """Stands in for WeasyPrint's `add_tags` for one file."""

    page: Any
    """The root element of the page that is laid out."""
    before: dict[int, bytes] = field(default_factory=dict)
    """Operators that are drawn below all else on a page, by its number from 0."""
    right_to_left: bool = field(init=False)
    tree: Tree = field(init=False)
    _spaces: Missing = field(default_factory=Missing)
    _letters: Letters = field(default_factory=Letters)
    _told: set[Any] = field(default_factory=set)
    """Runs whose words have to be told beside what is painted: they are painted in another order
    than they are read in, lost the space before them, are only a space, begin or end with a space
    of another kind, or end a line in a hyphen, which readers take for one that divides a word."""
    _heads: dict[Node, int] = field(default_factory=dict)
    """For each table's head the page where it stands first; elsewhere it is a repetition."""

    def __post_init__(self) -> None:
        self.tree = Tree.of(self.page)
        self.right_to_left = self.page.get("dir") == "rtl"

    def prepare(self, pages: list[Any]) -> None:
        """After layout and before drawing: one place to press for each line of a link, and the
        spaces at line ends. `pages` are those of the laid out document."""
        for page in pages:  # WeasyPrint adds one for each element inside a link, too
            page.links[:] = [link for link in page.links if link[3].element_tag == "a"]
        boxes = [box for page in pages for box, margin in _boxes(page._page_box) if not margin]
        runs = [box for box in boxes if _is_run(box) and box.element is not None]
        self._spaces = spaces.find(self.page.find("body"), runs)
        self._told = self._spaces.before | self._spaces.alone | set(filter(_is_delicate, runs))
        for line in (box for box in boxes if type(box).__name__ == "LineBox"):
            words = [box for box, _ in _boxes(line) if _is_run(box)]
            if self.right_to_left or any(needs_shaping(run.text) for run in words):
                self._told.update(words)
        for run in self._spaces.after:
            if run not in self._told:
                run.pango_layout.text = f"{run.text} "  # at the end of its line: it moves nothing

    def add_tags(self, pdf: Any, document: Any, version: Any, streams: list[Any]) -> None:
        """Called by WeasyPrint when all pages are drawn, with the same arguments as its own."""
        for number, (page, stream) in enumerate(zip(document.pages, streams, strict=True)):
            artifacts: dict[int, str] = {}
            shaped: dict[int, Any] = {}
            for box, margin in _boxes(page._page_box):
                kid = stream._tags.pop(box, None)
                if margin:
                    node = None
                else:
                    node = self._node(box)
                    self._place(box, node, number, page.height)
                if kid is None:
                    continue
                if _is_run(box) and needs_shaping(box.text):
                    shaped[kid["mcid"]] = box
                if margin:
                    artifacts[kid["mcid"]] = "Pagination"
                elif node is None:
                    raise Unclaimed(f"page {number + 1}: {getattr(box, 'text', box)!r}")
                elif is_artifact(node) or self._repeated(node, number):
                    artifacts[kid["mcid"]] = "Pagination" if node.within("THead") else ""
                else:
                    self._add(node, Mark(number, kid["mcid"]), box)
            if stream._tags:
                raise Unclaimed(f"page {number + 1}: {len(stream._tags)} sequences")
            writing.tell_words(stream, self._letters.tell(stream, shaped))
            writing.make_artifacts(stream, artifacts)
            if number in self.before:
                stream.stream.insert(0, self.before[number])
        self._letters.write(pdf)
        self.tree.settle()
        writing.write(pdf, self.tree, self.page, len(document.pages))

    def _node(self, box: Any) -> Node | None:
        """The node that a box's words go to."""
        if box.element is None:
            return None
        if box.element_tag.endswith("::marker"):
            return self.tree.labels.get(box.element)
        return self.tree.words.get(box.element)

    def _repeated(self, node: Node, page: int) -> bool:
        head = node.within("THead")
        return head is not None and self._heads.setdefault(head, page) != page

    def _place(self, box: Any, node: Node | None, page: int, height: float) -> None:
        """A link's annotation, a picture's rectangle."""
        if node is None:
            return
        annotation = box.link_annotation
        if annotation is not None:
            size, family = box.style["font_size"] * _POINTS, box.style["font_family"][0]
            node.add(Annotation(page, annotation, size, family))
        if node.role == "Figure" and box.element.tag == "img" and node.box is None:
            x, y = box.content_box_x(), box.content_box_y()
            node.box = (
                x * _POINTS,
                (height - y - box.height) * _POINTS,
                (x + box.width) * _POINTS,
                (height - y) * _POINTS,
            )

    def _add(self, node: Node, mark: Mark, box: Any) -> None:
        if box in self._told:
            missing = self._spaces
            before, after = " " * (box in missing.before), " " * (box in missing.after)
            span = Node("Span", 0, node)
            span.reads = " " if box in missing.alone else f"{before}{box.text}{after}"
            span.add(mark)
        else:
            node.add(mark)


def _is_delicate(run: Any) -> bool:
    """Whether readers of PDF drop something at the ends of these words."""
    text: str = run.text
    return text.strip(" ") != text.strip() or text.rstrip().endswith(_HYPHENS)


def _is_run(box: Any) -> bool:
    return type(box).__name__ == "TextBox"


def _boxes(box: Any, margin: bool = False) -> Iterator[tuple[Any, bool]]:
    """Each box in the order of the page, and whether it stands in a margin."""
    box = getattr(box, "_box", box)  # a placeholder of what is positioned absolutely
    margin = margin or type(box).__name__ == "MarginBox"
    yield box, margin
    for child in getattr(box, "children", ()):
        yield from _boxes(child, margin)
