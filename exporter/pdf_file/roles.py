"""What the types of elements stand for: the role map of a PDF, and the standard's own types."""

from __future__ import annotations

from typing import Any

import pikepdf

STANDARD = frozenset(
    ["Document", "Part", "Art", "Sect", "Div", "NonStruct", "Private", "Index", "TOC", "TOCI",
     "H", "H1", "H2", "H3", "H4", "H5", "H6", "P", "BlockQuote", "Quote", "Note", "Code",
     "Reference", "Link", "Annot", "Span", "BibEntry", "Ruby", "RB", "RT", "RP", "Warichu", "WT",
     "WP", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "THead", "TBody", "TFoot",
     "Caption", "Figure", "Formula", "Form"]
)  # fmt: skip
"""The types of ISO 32000-1, 14.8.4: a role map changes none of them."""
SINCE_2_0 = frozenset(
    ["DocumentFragment", "Aside", "Title", "Sub", "FENote", "Em", "Strong", "Artifact"]
)
"""Those that ISO 32000-2 adds: standard only in its namespace, else they are what they map to."""
NAMESPACE_2_0 = "http://iso.org/pdf2/ssn"
MOST_MAPPED = 20
"""Types from one to the next."""


class Roles:
    """The role map of a file, and those of its namespaces."""

    def __init__(self, structure: pikepdf.Object) -> None:
        given = dictionary(structure.get("/RoleMap"))
        self.map = {
            str(key)[1:]: str(value)[1:]
            for key, value in given.items()
            if isinstance(value, pikepdf.Name)
        }
        self.known: dict[tuple[str, tuple[int, int]], str] = {}
        self.used: set[str] = set()
        self.unknown: set[str] = set()
        """Types in use that stand for no standard one."""

    def standard(self, own: str, namespace: pikepdf.Object) -> str:
        """The standard type that a type stands for; the type itself where none is said."""
        key = (own, namespace.objgen)
        if key not in self.known:
            self.used.add(own)
            self.known[key], standard = self._mapped(own, namespace)
            if not standard:
                self.unknown.add(own)
        return self.known[key]

    def _mapped(self, own: str, namespace: pikepdf.Object) -> tuple[str, bool]:
        """The last type that the maps lead to, and whether it is a standard one."""
        role = own
        for _ in range(MOST_MAPPED):
            since_2_0 = str(namespace.get("/NS", "")) == NAMESPACE_2_0
            if role in STANDARD or (since_2_0 and role in SINCE_2_0):
                return role, True
            there = dictionary(namespace.get("/RoleMapNS")).get(f"/{role}")
            if isinstance(there, pikepdf.Array) and len(there) == 2:
                role, namespace = str(there[0])[1:], dictionary(there[1])
            elif isinstance(there, pikepdf.Name):
                role, namespace = str(there)[1:], NOTHING
            elif role in self.map:
                role = self.map[role]
            else:
                return role, False
        return own, False

    def nameless(self) -> list[str]:
        """Types in use that stand for no standard one, but for those that go round."""
        return sorted(self.unknown - set(self.round()))

    def changed(self) -> list[str]:
        """Standard types in use that the map makes another of (ISO 14289-1, 7.1)."""
        return sorted(r for r in self.used & STANDARD if self.map.get(r, r) != r)

    def round(self) -> list[str]:
        """Types in use that the map leads back to, or on without end."""
        return sorted(one for one in self.used if self.map.get(one) == one or self._goes_round(one))

    def _goes_round(self, own: str) -> bool:
        """Whether the map leads from a type back to it, and never to a standard one."""
        role = own
        for _ in range(MOST_MAPPED):
            if role in STANDARD or role not in self.map:
                return False
            role = self.map[role]
        return True


def dictionary(thing: Any) -> pikepdf.Object:
    """The thing if it is a dictionary, else one without entries."""
    return thing if isinstance(thing, pikepdf.Dictionary) else NOTHING


NOTHING = pikepdf.Dictionary()
