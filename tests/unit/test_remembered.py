"""What the program remembers while it runs is bounded, whatever strangers' files say."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import exporter

HOUSE = Path(exporter.__file__).parent
OURS = {
    "kind", "shape",  # a class of ours
    "family", "weight",  # a packaged typeface
    "name", "names",  # a packaged list of words, a bank of the house, a library
    "flavour",  # a standard that is judged
    "power",  # of two
    "asks",  # yes or no
}  # fmt: skip
"""What may be remembered for good: parameters of which there are few, all of our own making."""


def remembered_for_good() -> list[tuple[str, set[str]]]:
    """Each function under `@cache`, with the names of what it is asked by."""
    found = []
    for file in sorted(HOUSE.rglob("*.py")):
        for node in _outermost(ast.parse(file.read_text("utf-8"))):
            if any(map(_for_good, node.decorator_list)):
                given = {one.arg for one in (*node.args.args, *node.args.kwonlyargs)}
                found.append((f"{file.relative_to(HOUSE)}: {node.name}", given))
    return found


def _outermost(tree: ast.AST) -> Iterator[ast.FunctionDef]:
    """Functions that stay: what stands within another is forgotten together with its call."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.FunctionDef):
            yield node
        else:
            yield from _outermost(node)


def _for_good(decorator: ast.expr) -> bool:
    if isinstance(decorator, ast.Call):
        bound = [one.value for one in decorator.keywords if one.arg == "maxsize"]
        unbounded = any(isinstance(one, ast.Constant) and one.value is None for one in bound)
        return ast.unparse(decorator.func).endswith("lru_cache") and unbounded
    return ast.unparse(decorator).split(".")[-1] == "cache"


def test_what_is_remembered_for_good_is_asked_by_nothing_that_a_stranger_writes() -> None:
    found = remembered_for_good()
    assert len(found) > 20
    assert [name for name, given in found if not given <= OURS] == []


def test_an_unbounded_memory_would_be_found() -> None:
    text = "@functools.lru_cache(maxsize=None)\ndef of(word): ...\n"
    text += "@lru_cache(maxsize=9)\ndef is_right(word): ..."
    text += "\nclass Shelf:\n    @cache\n    def of(self, word): ..."
    text += "\ndef once():\n    @cache\n    def of(word): ..."
    functions = list(_outermost(ast.parse(text)))
    assert [any(map(_for_good, one.decorator_list)) for one in functions] == [
        True,
        False,
        True,
        False,
    ]
