"""What a PDF says of itself: catalogue, structure tree, annotations, fonts; read with pikepdf.

Facts only, no judgement. Bounded, and forgiving: what is broken on a page is left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pikepdf

from exporter.file_rules.pdf.annotation_facts import Annotation, annotations_of
from exporter.file_rules.pdf.document_facts import DocumentFacts, document_facts, is_true
from exporter.file_rules.pdf.fonts import fonts_lacking, get
from exporter.pdf_file.opening import opened
from exporter.pdf_file.roles import Roles
from exporter.pdf_file.tree import Node, PageMark, Tree, read_tree


@dataclass(frozen=True, slots=True)
class Facts:
    language: str
    tagged: bool
    marked: bool
    """Whether the file says that its tags count."""
    bookmarks: bool
    readable_by_machines: bool
    pages: int
    pages_out_of_order: tuple[int, ...]
    """Those with annotations through which Tab does not go in the order of the tags."""
    annotations: tuple[Annotation, ...]
    document: DocumentFacts
    roles: Roles
    elements: tuple[Node, ...]
    """Every element in reading order."""
    content_languages: Mapping[PageMark, str]
    """Of marked sequences whose language stands in the page and in no element."""
    fonts_not_embedded: tuple[str, ...]
    fonts_without_letters: tuple[str, ...]
    """Fonts that do not say which letters their signs are."""
    font_faults: Mapping[str, tuple[str, ...]]
    """Of fonts that are in use: by code the names of those with that fault."""

    def owners(self) -> dict[PageMark, Node]:
        """For every marked sequence the element that it belongs to."""
        return {mark: element for element in self.elements for mark in element.marks()}


def read_facts(data: bytes, *, closely: bool = True) -> Facts:
    """Raises Unreadable, and for a damaged file whatever qpdf raises.

    `closely`: fonts are opened too, which takes its time; our own writers are held to them.
    """
    tree = read_tree(data)
    with opened(data) as file:
        return _facts(file, tree, data, closely)


def _facts(file: pikepdf.Pdf, tree: Tree, data: bytes, closely: bool) -> Facts:
    root = file.Root
    annotations = tuple(annotations_of(file, tree))
    with_some = {one.page for one in annotations}
    not_embedded, without_letters = fonts_lacking(file)
    return Facts(
        language=tree.language,
        tagged=tree.tagged,
        marked=is_true(get(get(root, "/MarkInfo"), "/Marked")),
        bookmarks=get(get(root, "/Outlines"), "/First") is not None,
        readable_by_machines=file.allow.accessibility,
        pages=tree.pages,
        pages_out_of_order=tuple(
            number
            for number, page in enumerate(file.pages)
            if number in with_some and str(get(page.obj, "/Tabs")) != "/S"
        ),
        annotations=annotations,
        document=document_facts(file, data),
        roles=tree.roles,
        elements=tuple(tree.every_node()),
        content_languages=tree.content_languages,
        fonts_not_embedded=not_embedded,
        fonts_without_letters=without_letters,
        font_faults=_font_faults(file) if closely else {},
    )


def _font_faults(file: pikepdf.Pdf) -> Mapping[str, tuple[str, ...]]:
    from exporter.file_rules.pdf import font_faults  # fontTools takes its time to load

    return font_faults.faults_of(file)
