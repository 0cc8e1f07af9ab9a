"""Rules on which elements may stand in which: parts of tables, lists, contents, headings."""

from __future__ import annotations

from collections.abc import Iterator

from exporter.diagnostics import Diagnostic, short
from exporter.file_rules.pdf.catalogue import found
from exporter.file_rules.pdf.facts import Facts
from exporter.pdf_file.tree import Node

_SECTIONS = frozenset(["THead", "TBody", "TFoot"])
_ROWS = frozenset(["TR"])
_TABLE_PARENTS = {
    "TR": _SECTIONS | {"Table"},
    "TH": _ROWS,
    "TD": _ROWS,
    **dict.fromkeys(_SECTIONS, frozenset(["Table"])),
}
_TABLE_KIDS = {
    "Table": _SECTIONS | {"TR", "Caption"},
    "TR": frozenset(["TH", "TD"]),
    **dict.fromkeys(_SECTIONS, _ROWS),
}
_LIST_PARENTS = {"LI": frozenset(["L"]), "LBody": frozenset(["LI"])}
_LIST_KIDS = {"L": frozenset(["L", "LI", "Caption"]), "LI": frozenset(["Lbl", "LBody"])}
_CONTENTS_PARENTS = {"TOCI": frozenset(["TOC"])}
_CONTENTS_KIDS = {"TOC": frozenset(["TOC", "TOCI", "Caption"])}
_CALLED = {
    "Table": "a table", "TR": "a row", "TH": "a header cell", "TD": "a cell",
    "THead": "the head of a table", "TBody": "the body of a table", "TFoot": "the foot of a table",
    "L": "a list", "LI": "an item", "LBody": "the words of an item", "Lbl": "the mark of an item",
    "TOC": "a contents list", "TOCI": "an entry of the contents", "Caption": "a caption",
}  # fmt: skip


_PARENTS = _TABLE_PARENTS | _LIST_PARENTS | _CONTENTS_PARENTS
_KIDS = _TABLE_KIDS | _LIST_KIDS | _CONTENTS_KIDS
_CODES = {
    **dict.fromkeys(_TABLE_PARENTS.keys() | _TABLE_KIDS.keys(), "pdf-table-parts-misplaced"),
    **dict.fromkeys(_LIST_PARENTS.keys() | _LIST_KIDS.keys(), "pdf-list-broken"),
    **dict.fromkeys(_CONTENTS_PARENTS.keys() | _CONTENTS_KIDS.keys(), "pdf-contents-broken"),
}


def check(facts: Facts) -> Iterator[Diagnostic]:
    yield from _misplaced(facts)
    yield from _sections(facts)
    yield from _captions(facts)
    yield from _headings(facts)


def _misplaced(facts: Facts) -> Iterator[Diagnostic]:
    """One finding of a kind for all elements that stand where they may not."""
    wrong: dict[str, list[tuple[str, str]]] = {}
    for element in facts.elements:
        role, holder = element.role, element.parent
        if holder is not None and holder.role == "NonStruct":
            holder = _parent(element)
        around = holder.role if holder else ""
        if role == "NonStruct":
            continue
        if role in _PARENTS and around not in _PARENTS[role]:
            wrong.setdefault(_CODES[role], []).append((role, around))
        elif around in _KIDS and role not in _KIDS[around]:
            wrong.setdefault(_CODES[around], []).append((role, around))
    for code, places in wrong.items():
        inner, around = places[0]
        where = f"directly in {_called(around)}" if around else "in nothing"
        more = "" if len(places) == 1 else f", and {len(places) - 1} more stand wrong"
        what = _called(inner)
        yield found(code, f"{what[0].upper()}{what[1:]} stands {where}{more}.")


def _called(role: str) -> str:
    return _CALLED.get(role, f"an element {short(role, 30)}")


def _parent(element: Node) -> Node | None:
    """The element around; NonStruct stands for what is around it."""
    return next((one for one in element.ancestors() if one.role != "NonStruct"), None)


def _kids(element: Node) -> Iterator[Node]:
    for kid in element.nodes():
        if kid.role == "NonStruct":
            yield from _kids(kid)
        else:
            yield kid


def _sections(facts: Facts) -> Iterator[Diagnostic]:
    """One head, one foot, and with either a body (ISO 32000-1, 14.8.4.3.4)."""
    for table in facts.elements:
        if table.role != "Table":
            continue
        roles = [kid.role for kid in _kids(table)]
        twice = next((role for role in ("THead", "TFoot") if roles.count(role) > 1), "")
        if twice:
            yield found("pdf-table-sections-wrong", f"A table has {_called(twice)} twice.")
            return
        if "TBody" not in roles and ("THead" in roles or "TFoot" in roles):
            yield found("pdf-table-sections-wrong", "A table has a head or foot, and no body.")
            return


def _captions(facts: Facts) -> Iterator[Diagnostic]:
    """First or last in a table, first in a list or in contents; one in each."""
    for element in facts.elements:
        if element.role not in ("Table", "L", "TOC"):
            continue
        roles = [kid.role for kid in _kids(element)]
        allowed = {0, len(roles) - 1} if element.role == "Table" else {0}
        at = [number for number, role in enumerate(roles) if role == "Caption"]
        if len(at) > 1 or any(number not in allowed for number in at):
            yield found(
                "pdf-caption-misplaced",
                f"The caption of {_called(element.role)} stands between its parts, or twice.",
            )
            return


def _headings(facts: Facts) -> Iterator[Diagnostic]:
    roles = {element.role for element in facts.elements}
    numbered = sorted(role for role in roles if role[:1] == "H" and role[1:].isdigit())
    if "H" in roles and numbered:
        yield found(
            "pdf-heading-kinds-mixed",
            f"Some headings have a level ({numbered[0]} …), others (H) have none.",
        )
    for element in facts.elements:
        if sum(kid.role == "H" for kid in _kids(element)) > 1:
            yield found("pdf-heading-twice-in-one", "One part has two headings without a level.")
            return
