"""Which marked sequences of the pages the tags of a PDF have."""

from __future__ import annotations

from exporter.pdf_file.tree import Mark, Tree
from exporter.readback.pdf_owners import Owner


def claimed_in(tree: Tree) -> dict[int, frozenset[Owner]]:
    """The marked sequences of each page that some element has."""
    claimed: dict[int, set[Owner]] = {}
    for kids in (tree.kids, *(node.kids for node in tree.every_node())):
        for kid in kids:
            if isinstance(kid, Mark):
                claimed.setdefault(kid.page, set()).add((kid.in_form, kid.number))
    return {page: frozenset(owners) for page, owners in claimed.items()}
