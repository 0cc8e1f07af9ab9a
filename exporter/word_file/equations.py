"""An equation of Word's as words: its letters in order, with the signs that its shape stands for.

A fraction is drawn, not written: without a sign of their own its two numbers would be read as one.
The signs are those of Word's own linear format (Unicode Technical Note 28): 1/2, x^2, a_n, √(b).
"""

from __future__ import annotations

from exporter.word_file.names import Element, M, W

EQUATION = f"{M}oMath"
EQUATIONS = f"{M}oMathPara"
"""A paragraph of equations, or part of one."""

_DROPPED = {f"{W}del", f"{W}moveFrom"}
_ROOTS = {"3": "∛", "4": "∜"}


def words(element: Element) -> str:
    """The words of an equation or of a part of one."""
    match element.tag.rpartition("}")[2]:
        case "t":
            return element.text or ""
        case "f":
            bar = _value(element, "fPr", "type") != "noBar"
            return f"{_whole(element, 'num')}{'/' if bar else '¦'}{_whole(element, 'den')}"
        case "sSup" | "sSub" | "sSubSup" | "sPre":
            base = _part(element, "e")
            return f"{base}{_scripts(element)}"
        case "limLow":
            return f"{_part(element, 'e')}_{_whole(element, 'lim')}"
        case "limUpp":
            return f"{_part(element, 'e')}^{_whole(element, 'lim')}"
        case "rad":
            return _root(_part(element, "deg"), _part(element, "e"))
        case "nary":
            sign = _value(element, "naryPr", "chr", otherwise="∫")
            return f"{sign}{_scripts(element)} {_part(element, 'e')}"
        case "d":
            begin = _value(element, "dPr", "begChr", otherwise="(")
            middle = _value(element, "dPr", "sepChr", otherwise="|")
            end = _value(element, "dPr", "endChr", otherwise=")")
            return f"{begin}{middle.join(map(words, element.findall(f'{M}e')))}{end}"
        case "func":
            return f"{_part(element, 'fName')} {_part(element, 'e')}"
        case "acc":
            return _part(element, "e") + _value(element, "accPr", "chr", otherwise="\u0302")
        case "m":
            return "; ".join(map(words, element.findall(f"{M}mr")))
        case "mr":
            return ", ".join(map(words, element.findall(f"{M}e")))
        case "eqArr" | "oMathPara":
            return "; ".join(filter(None, map(words, _equations(element))))
        case name if name.endswith("Pr"):
            return ""
        case _:
            return "".join(words(child) for child in element if child.tag not in _DROPPED)


def _equations(element: Element) -> list[Element]:
    return [child for child in element if child.tag in (f"{M}e", EQUATION)]


def _part(element: Element, name: str) -> str:
    found = element.find(f"{M}{name}")
    return "" if found is None else words(found)


def _whole(element: Element, name: str) -> str:
    """A part that is read as one thing: in brackets where it is more than a word or a number."""
    part = _part(element, name).strip()
    return part if part.isalnum() or len(part) < 2 else f"({part})"


def _scripts(element: Element) -> str:
    signs = (("_", "sub"), ("^", "sup"))
    return "".join(f"{sign}{whole}" for sign, name in signs if (whole := _whole(element, name)))


def _root(degree: str, under: str) -> str:
    if degree.strip() and degree.strip() not in _ROOTS:
        return f"√({degree.strip()}&{under})"
    sign = _ROOTS.get(degree.strip(), "√")
    return f"{sign}{under}" if under.isalnum() else f"{sign}({under})"


def _value(element: Element, *path: str, otherwise: str = "") -> str:
    """The `m:val` at the end of a path; what Word takes where nothing is said of it."""
    found = element.find("/".join(f"{M}{step}" for step in path))
    return otherwise if found is None else found.get(f"{M}val", "")
