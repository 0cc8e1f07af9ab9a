"""What the roles of a structure tree are to a reader, ours and those of the standard."""

from __future__ import annotations

from exporter.pdf_file.tree import Node

INLINE = frozenset(
    ["Span", "Em", "Strong", "Link", "Reference", "Quote", "Code", "BibEntry", "Annot", "Form",
     "Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP", "Lbl"]
)  # fmt: skip
STRONG = frozenset(["Strong", "Em"])
NO_WORDS = frozenset(["PageRef", "WebAddress"])
FURNITURE = frozenset(["Furniture", "TOC", "Artifact", "Private"])
PARAGRAPHS = frozenset(["P", "Index", "TOCI", "Sub"])
PICTURES = frozenset(["Figure", "Formula"])
NOTES = frozenset(["Note", "FENote"])
GROUPS = frozenset(["Document", "DocumentFragment", "Part", "Art", "Sect", "Div", "NonStruct"])


def is_inline(node: Node) -> bool:
    """NonStruct means nothing itself: it is what is in it (browsers tag each run of words so)."""
    if node.role == "NonStruct":
        return all(not isinstance(kid, Node) or is_inline(kid) for kid in node.kids)
    return node.own in NO_WORDS or (node.role in INLINE and node.own != "Term")


def stands_in_words(node: Node) -> bool:
    """Whether it may stand in the middle of a sentence."""
    return is_inline(node) or is_note(node) or node.role in PICTURES


def is_note(node: Node) -> bool:
    return node.role in NOTES
