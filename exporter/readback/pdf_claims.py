"""Which marked sequences of the pages the tags of a PDF have."""

from __future__ import annotations

from exporter.pdf_file.tree import Mark, Tree
from exporter.readback.pdf_owners import Owner
from exporter.readback.pdf_roles import PICTURES


def claimed_in(tree: Tree, *, pictures: bool) -> dict[int, frozenset[Owner]]:
    """The marked sequences of each page that some element has; those of pictures too, or not."""
    claimed: dict[int, set[Owner]] = {}
    nodes = (node for node in tree.every_node() if pictures or node.role not in PICTURES)
    for kids in (tree.kids, *(node.kids for node in nodes)):
        for kid in kids:
            if isinstance(kid, Mark):
                claimed.setdefault(kid.page, set()).add((kid.in_form, kid.number))
    return {page: frozenset(owners) for page, owners in claimed.items()}


def claims_twice(tree: Tree) -> bool:
    """Whether a sequence belongs to two elements: then somebody has changed the marks."""
    marks = [kid for node in tree.every_node() for kid in node.kids if isinstance(kid, Mark)]
    return len(set(marks)) < len(marks)
