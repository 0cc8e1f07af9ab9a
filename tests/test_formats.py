"""A format is one `Format`: nobody else knows it by its name, and nothing of it is missing."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import fields, replace
from pathlib import Path
from typing import get_args

import pytest

from exporter import fingerprint, formats
from exporter.diagnostics import Severity, Unreadable, UnreadableKind
from exporter.formats import FORMATS, Settings
from exporter.styles import folder as styles_folder
from exporter.styles.words import load_words

PACKAGE = Path(formats.__file__).parents[1]
NAMES = {*FORMATS, *(suffix for one in FORMATS.values() for suffix in one.suffixes), "epub"}

KEYS = {key for one in FORMATS.values() for key in (one.called, one.for_whom, one.advice) if key}

AT_HOME = ("formats", "writers", "readback", "file_rules", "proofs")
"""The rooms in which a format is at home."""

EXCEPTIONS = {
    "changes/forms.py": "what was typed beside the fields of a Word file is read there alone",
    "languages/bidi.py": "“PDF” is Unicode's sign that ends a run of another direction",
    "checks/texts.py": "reads anybody's text, Word files among them, to check its words",
    "checks/web_pages.py": "reads anybody's web page, to check its words",
    "importing/reading.py": "reads anybody's file, whatever wrote it",
    "importing/walk/markdown.py": "“html” is an option of the library that reads Markdown",
    "importing/walk/web.py": "the elements of anybody's web page",
    "authored/rules/prose.py": "the rule “html” is about HTML in what people type",
}


# ---- what knows a format by its name ----------------------------------------------------------


def known_by_name(code: str) -> Iterator[tuple[int, str]]:
    """Where code compares with a format's name or suffix, or keys a table by one: line, name.

    Comparisons, cases of a `match`, keys and indices of tables, lists that hold names of formats
    (in another module they would be a table), ends of names that are asked for, and locale keys
    that say what a format is called.
    """
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Constant) and node.value in KEYS:
            yield node.lineno, str(node.value)
        for one in _asked(node):
            if isinstance(one, ast.Constant) and isinstance(one.value, str):
                name = one.value.lower().removeprefix(".")
                if name in NAMES:
                    yield one.lineno, one.value


def _asked(node: ast.AST) -> list[ast.expr | None]:
    match node:
        case ast.Compare():
            return [node.left, *node.comparators]
        case ast.MatchValue():
            return [node.value]
        case ast.Dict():
            return node.keys
        case ast.Subscript():
            return [node.slice]
        case ast.Tuple() | ast.List() | ast.Set() if all(map(_is_text, node.elts)):
            return list(node.elts)
        case ast.Call(func=ast.Attribute(attr="endswith" | "removesuffix" | "get" | "index")):
            return list(node.args)
    return []


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


@pytest.mark.parametrize(
    "code",
    [
        'if name == "pdf": ...',
        'if "docx" != name: ...',
        'if file.suffix in (".docx", ".txt"): ...',
        'match name:\n    case "html" | "htm": ...',
        'match name:\n    case "pdf" if shaped: ...',
        'ORDER = ("pdf", "docx", "check", "html")',
        'READERS = {"pdf": read}',
        'for name in ["docx"]: ...',
        'found = READERS["docx"]',
        'found = READERS.get("docx")',
        'if file.name.endswith(".pdf"): ...',
        'files = words("formats-file-pdf")',
    ],
)
def test_whoever_knows_a_format_by_its_name_is_found(code: str) -> None:
    assert list(known_by_name(code))


@pytest.mark.parametrize(
    "code",
    [
        'page = element("html", head, body)',
        'rules = {"html_block": ("html", *MORE)}',
        '"""A PDF, .pdf or docx."""',
        'target = file.with_suffix(".pdf")',
    ],
)
def test_whoever_only_says_such_a_word_is_not(code: str) -> None:
    assert not list(known_by_name(code))


def test_nobody_knows_a_format_by_its_name_but_where_it_is_at_home() -> None:
    found = [
        f"{module}:{line}: {name}"
        for file in sorted(PACKAGE.rglob("*.py"))
        if (module := file.relative_to(PACKAGE).as_posix()).split("/")[0] not in AT_HOME
        if module not in EXCEPTIONS
        for line, name in known_by_name(file.read_text("utf-8"))
    ]
    assert found == []


def test_every_exception_is_still_needed() -> None:
    for module in EXCEPTIONS:
        assert list(known_by_name((PACKAGE / module).read_text("utf-8"))), module


# ---- nothing is missing -----------------------------------------------------------------------


def test_the_formats_built_unasked_are_these() -> None:
    assert formats.asked_for((), Settings()) == ("pdf", "docx", "html")
    assert formats.asked_for(("html",), Settings()) == ("html",)


def test_a_print_shop_gets_what_it_can_print_and_readers_are_told_of_all() -> None:
    assert formats.asked_for(("html",), Settings(print_shop=True)) == ("pdf",)
    assert formats.offered(()) == ("pdf", "docx", "html")


def test_the_web_page_is_offered_first() -> None:
    assert formats.as_offered(["docx", "html", "pdf"]) == ("html", "pdf", "docx")


def test_no_two_formats_share_the_end_of_a_name() -> None:
    ends = [suffix for one in FORMATS.values() for suffix in one.suffixes]
    assert len(ends) == len(set(ends))
    assert [one.name for one in FORMATS.values()] == list(FORMATS)


@pytest.mark.parametrize(("suffix", "name"), [("htm", "html"), (".PDF", "pdf"), (".docx", "docx")])
def test_a_file_is_known_by_the_end_of_its_name(suffix: str, name: str) -> None:
    assert formats.of_file(suffix) is FORMATS[name]


def test_the_end_of_a_name_that_nobody_reads_is_of_no_format() -> None:
    assert formats.of_file(".odt") is None
    assert formats.of_file("") is None


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("language", styles_folder.names("locales"))
def test_every_language_says_what_a_format_is_called_and_for_whom_it_is(
    language: str, name: str
) -> None:
    words, one = dict(load_words(language).entries), FORMATS[name]
    for key in filter(None, (one.called, one.for_whom, one.advice)):
        assert words.get(key), key


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_heeds_options_that_there_are_and_names_libraries_that_we_ask_for(
    name: str,
) -> None:
    assert set(FORMATS[name].heeds) <= {field.name for field in fields(Settings)}
    assert set(FORMATS[name].libraries) <= set(fingerprint.libraries())


@pytest.mark.parametrize("name", FORMATS)
def test_what_says_why_a_file_cannot_be_opened_is_a_rule_of_its_format(name: str) -> None:
    one = FORMATS[name]
    for kind in get_args(UnreadableKind) if one.unreadable else ():
        finding = one.unreadable(Unreadable("It is not to be read.", kind, "Write it again."))
        assert finding.code in one.rules()
        assert (finding.message, finding.hint) == ("It is not to be read.", "Write it again.")
        assert finding.severity is Severity.MUST_FIX


# ---- keys -------------------------------------------------------------------------------------

OPTIONS = {
    "pdf": Settings(pdf_standard="ua-2"),
    "docx": Settings(word_page_numbers=True),
}


@pytest.mark.parametrize("name", OPTIONS)
def test_an_option_of_one_format_changes_the_key_of_no_other(name: str) -> None:
    changed = {one for one in FORMATS if _key(one, OPTIONS[name]) != _key(one)}
    assert changed == {name}


def test_where_bitmaps_are_kept_changes_no_key() -> None:
    elsewhere = replace(Settings(), bitmaps=Path("elsewhere"))
    assert {one for one in FORMATS if _key(one, elsewhere) != _key(one)} == set()


@pytest.mark.parametrize(
    ("library", "expected"),
    [
        ("reportlab", {"pdf"}),
        ("python-docx", {"docx"}),
        ("markdown-it-py", {"pdf", "docx", "html"}),
        ("msgpack", {"pdf", "docx", "html"}),
        ("fontpkg-noto-sans-arabic", {"pdf", "docx", "html"}),
        ("pytest", set()),
    ],
)
def test_a_new_version_of_a_library_makes_anew_what_depends_on_it(
    library: str, expected: set[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = {one: _key(one) for one in ("pdf", "docx", "html")}
    real = fingerprint.versions

    def newer(names: tuple[str, ...]) -> dict[str, str]:
        return {one: f"{version}{'+' * (one == library)}" for one, version in real(names).items()}

    monkeypatch.setattr(fingerprint, "versions", newer)
    assert {one for one, key in before.items() if _key(one) != key} == expected


def _key(name: str, settings: Settings | None = None) -> str:
    return formats.key_of(name, settings or Settings())
