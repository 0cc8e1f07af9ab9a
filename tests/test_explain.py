"""Every code that any command can print can be explained; no list of rules is kept by hand."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

import exporter
from exporter.explain import close_rules, every_rule, explain
from exporter.rules import Rule

HOUSE = Path(exporter.__file__).parent
CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")
"""What a code looks like: words with hyphens."""


@pytest.fixture(scope="module")
def rules() -> dict[str, Rule]:
    return {rule.code: rule for rule in every_rule()}


# ---- the codes, from the syntax trees ------------------------------------------------------------


def trees() -> Iterator[tuple[Path, ast.Module]]:
    for file in sorted(HOUSE.rglob("*.py")):
        yield file.relative_to(HOUSE), ast.parse(file.read_text("utf-8"))


def _strings(node: ast.AST | None) -> Iterator[str]:
    """The texts that an expression may be: also both arms of a choice."""
    match node:
        case ast.Constant(str(text)):
            yield text
        case ast.IfExp(body=one, orelse=other):
            yield from (*_strings(one), *_strings(other))
        case ast.BoolOp(values=values):
            for value in values:
                yield from _strings(value)
        case _:
            pass


def _takes_a_code(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """Functions with a parameter `code`: their name, and which argument it is in a call."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            names = [argument.arg for argument in node.args.args if argument.arg != "self"]
            if "code" in names:
                yield node.name, names.index("code")
        elif isinstance(node, ast.ClassDef):
            names = [
                field.target.id
                for field in node.body
                if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name)
            ]
            if "code" in names:
                yield node.name, names.index("code")


def _printed(tree: ast.Module, takers: dict[str, set[int]]) -> Iterator[str]:
    """The codes that a module hands on: as an argument, or under the name `code`."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)) if name in takers:
                for position in takers[name]:
                    if position < len(node.args):
                        yield from _strings(node.args[position])
                for keyword in node.keywords:
                    if keyword.arg == "code":
                        yield from _strings(keyword.value)
            case ast.Assign(targets=[ast.Name(id="code")], value=value):
                yield from _strings(value)
            case ast.Assign(targets=[ast.Tuple(elts=[*names])], value=ast.Tuple(elts=[*values])):
                for target, value in zip(names, values, strict=False):
                    if isinstance(target, ast.Name) and target.id == "code":
                        yield from _strings(value)
            case _:
                pass


def codes_in_the_source() -> dict[str, str]:
    """Every code that the syntax trees show, with a module that prints it."""
    takers: dict[str, set[int]] = defaultdict(set)
    for _, tree in trees():
        for name, position in _takes_a_code(tree):
            takers[name].add(position)
    return {
        code: str(file)
        for file, tree in trees()
        for code in _printed(tree, takers)
        if CODE.match(code)
    }


def test_every_code_in_the_source_can_be_explained(rules: dict[str, Rule]) -> None:
    printed = codes_in_the_source()
    assert {code: file for code, file in printed.items() if code not in rules} == {}


def test_the_collector_sees_nearly_every_code(rules: dict[str, Rule]) -> None:
    unseen = set(rules) - set(codes_in_the_source())
    assert len(unseen) < len(rules) / 10, sorted(unseen)


# ---- the rules -----------------------------------------------------------------------------------


def test_no_two_rules_have_one_code_and_different_words() -> None:
    told: dict[str, set[Rule]] = defaultdict(set)
    for rule in every_rule():
        told[rule.code].add(rule)
    assert {code: len(texts) for code, texts in told.items() if len(texts) > 1} == {}


def test_every_rule_gives_a_reason_and_names_its_source_in_words(rules: dict[str, Rule]) -> None:
    keys = re.compile(r"\b[A-Z]{3}-\d\d\b|\bS\d+ [ABC]\b|\bMS\b(?!-)|^\d")
    criteria = re.compile(r"WCAG (?!2\.2, (\d\.\d\.\d+ [A-Z]|failure|technique))")
    for code, rule in rules.items():
        assert CODE.match(code), code
        assert rule.reason[-1] in ".?!”…", code
        assert len(rule.source) > 4, code
        assert not keys.search(rule.source), (code, rule.source)
        assert not criteria.search(rule.source), (code, rule.source)


@pytest.mark.parametrize("code", ["cluster-absent", "validator-absent", "picture-index-wrong"])
def test_what_is_printed_seldom_is_explained_as_well(code: str) -> None:
    told = explain(code)
    assert told is not None
    assert told.startswith(code)
    assert "\nSource: " in told


def test_explain_says_what_a_rule_asks_why_what_to_do_how_much_it_matters_and_who_says_so() -> None:
    assert explain("html-list-broken") == (
        "html-list-broken\n\n"
        "Items stand in lists.\n\n"
        "Why: A loose item is not counted, and nobody hears how many there are.\n"
        "What to do: Put li into ul or ol; dt and dd into dl.\n"
        "How much it matters: must fix.\n"
        "To answer it in the source: accept: {rule: html-list-broken, because: …}\n\n"
        "Source: WCAG 2.2, 1.3.1 Info and Relationships"
    )


def test_explain_says_which_languages_a_rule_knows() -> None:
    assert "It knows the words of English only" in (explain("link-vague") or "")
    assert "English" not in (explain("picture-blurred") or "English")


def test_a_slip_in_the_name_of_a_rule_is_put_right() -> None:
    assert explain("figure-alt-mising") is None
    assert "figure-alt-missing" in close_rules("figure-alt-mising")


def test_to_explain_a_rule_starts_no_engine() -> None:
    asked = (
        "import sys; from exporter.explain import every_rule; n = len(list(every_rule()));"
        "assert n > 300, n;"
        "print(*sorted({name.split('.')[0] for name in sys.modules}))"
    )
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    engines = {"reportlab", "weasyprint", "jpype", "docx", "distributed", "starlette", "uharfbuzz"}
    assert not engines & set(done.stdout.split())
