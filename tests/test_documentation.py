"""The pages for people are true: their commands, examples, links, rule names and tables."""

from __future__ import annotations

import re
import shlex
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from exporter import checking
from exporter.cli import main
from exporter.cli.arguments import parser
from exporter.explain import explain
from exporter.load import load
from exporter.load.fences import WORDS
from exporter.load.json_schema import keys_of
from exporter.load.schema import DocumentShape, RowShape, SectionShape, validate
from exporter.starter import start
from exporter.styles.brands import load_brand
from tests.conftest import ROOT

PAGES = (
    "README.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "exporter/ARCHITECTURE.md",
    "tests/people.md",
    "output/README.md",
)
README = (ROOT / "README.md").read_text("utf-8")
ARCHITECTURE = (ROOT / "exporter/ARCHITECTURE.md").read_text("utf-8")
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))

FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"`([^`\n]+)`")
LINK = re.compile(r"\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


def text_of(page: str) -> str:
    return (ROOT / page).read_text("utf-8")


def prose_of(page: str) -> str:
    """A page without its fenced blocks."""
    return FENCE.sub("", text_of(page))


# ---- commands --------------------------------------------------------------------------------


def commands() -> list[str]:
    """Every command of the pages that begins with "exporter"."""
    found: list[str] = []
    for page in PAGES:
        for language, block in FENCE.findall(text_of(page)):
            if language != "text":
                found += [line for line in block.splitlines() if line.startswith("exporter ")]
        found += [words for words in CODE.findall(prose_of(page)) if words.startswith("exporter ")]
    return sorted(set(found))


def test_the_readme_shows_every_command() -> None:
    shown = {command.split()[1] for command in commands()}
    assert shown >= {
        "answers", "batch", "build", "changes", "check", "explain", "import", "init",
        "outline", "pictures", "review",
        "verify",
    }  # fmt: skip


NAMES_ALONE = [
    ["explain"],
    ["import"],
    ["init"],
    ["outline"],
    ["pictures", "search"],
    ["review"],
    ["verify"],
]
"""How a sentence may call a command that needs more words."""


@pytest.mark.parametrize("command", commands())
def test_each_command_is_one_that_the_program_knows(command: str) -> None:
    words = [word for word in shlex.split(command, comments=True)[1:] if word != "…"]
    if words in NAMES_ALONE:
        words = [words[0], "--help"]
    assert parses(words)


def parses(words: list[str]) -> bool:
    try:
        parser().parse_args(words)
    except SystemExit as end:
        return end.code == 0
    return True


# ---- links, files ----------------------------------------------------------------------------


def anchor(heading: str) -> str:
    """The anchor that a heading has on the usual websites for code."""
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")


@pytest.mark.parametrize("page", PAGES)
def test_each_link_leads_somewhere(page: str) -> None:
    folder = (ROOT / page).parent
    anchors = {anchor(heading) for heading in HEADING.findall(text_of(page))}
    for target in LINK.findall(CODE.sub("", prose_of(page))):
        if target.startswith("#"):
            assert target[1:] in anchors, target
        elif "://" not in target:
            assert (folder / target.split("#")[0]).exists(), target


NAMED = re.compile(
    r"(?:exporter|tests|styles|sources|output|\.ci|\.readme)/[\w./-]*\w"
    r"|[\w-]+/[\w./-]+\.(?:py|css|json)|\w+\.py|\w+\.lock"
)
MADE = re.compile(
    r"output/|my-guide/|sources/(?:my-guide|leaflet)|sources/partners\.yaml|styles/brands/(?:house|logo)"
)
"""What commands make, and what the reader of the README makes."""


@pytest.mark.parametrize("page", PAGES)
def test_each_file_that_is_named_is_there(page: str) -> None:
    for words in CODE.findall(prose_of(page)):
        if not NAMED.fullmatch(words.rstrip("/")) or MADE.match(words):
            continue
        places = (ROOT, ROOT / "exporter", ROOT / "exporter/checks", ROOT / "exporter/batch")
        assert any((place / words).exists() for place in places) or _somewhere(words), words


def _somewhere(name: str) -> bool:
    """A bare name of a module, in a paragraph that says in which folder it is."""
    return any((ROOT / "exporter").rglob(name)) or any((ROOT / "tests").rglob(name))


# ---- rules -----------------------------------------------------------------------------------


def test_each_rule_that_is_named_is_one_that_explain_knows() -> None:
    for page in PAGES:
        text = text_of(page)
        named = re.findall(r"exporter explain ([a-z-]+)", text)
        named += re.findall(r"^ +rule: ([a-z-]+)$", text, re.MULTILINE)
        named += re.findall(r"\(`([a-z]+(?:-[a-z]+)+)`\)", text)
        for rule in named:
            assert explain(rule) is not None, f"{page}: {rule}"


def test_the_finding_in_the_readme_is_worded_as_the_program_words_it(tmp_path: Path) -> None:
    guide = start(tmp_path / "my-guide")
    document = guide / "document.yaml"
    lines = document.read_text("utf-8").splitlines()
    document.write_text("\n".join(line for line in lines if line != "    alt: A clock"), "utf-8")
    findings = checking.check_documents(guide.parent, None, (), ()).findings
    (shown,) = (block for language, block in FENCE.findall(README) if language == "text")
    first, second, third = shown.splitlines()
    (finding,) = findings
    assert first.endswith(f":{finding.place.line}:{finding.place.column}: {finding.message}")
    assert second.strip() == finding.hint
    assert (
        third.strip() == f"{finding.severity.label}; more about it: exporter explain {finding.code}"
    )


# ---- the example of the README ---------------------------------------------------------------


def examples() -> dict[str, str]:
    """The YAML of the README, by the file that its first line names; the last one counts."""
    blocks = [block for language, block in FENCE.findall(README) if language == "yaml"]
    return {block.split("\n", 1)[0].removeprefix("# "): block for block in blocks}


def test_a_guide_made_as_the_readme_says_has_nothing_to_mend(tmp_path: Path) -> None:
    guide = start(tmp_path / "my-guide")
    (guide / "sections/getting-here.yaml").write_text(examples()["sections/getting-here.yaml"])
    steps = [block for block in FENCE.findall(README) if "\nsections: [" in block[1]]
    (sections,) = (block.splitlines()[1] for _, block in steps)
    document = guide / "document.yaml"
    bus = examples()["below pictures, in document.yaml"].split("\n", 1)[1]
    typed = document.read_text("utf-8").replace("pictures:\n", f"pictures:\n{bus}", 1)
    document.write_text(re.sub(r"(?m)^sections: .*$", sections, typed))
    load(guide)
    report = checking.check_documents(guide.parent, None, (), ())
    assert len(report.checked) == 3
    assert [str(finding) for finding in report.findings if finding.severity <= 1] == []


def test_the_brand_of_the_readme_can_be_read(tmp_path: Path) -> None:
    brand = tmp_path / "brands/house.yaml"
    brand.parent.mkdir()
    brand.write_text(examples()["styles/brands/house.yaml"], "utf-8")
    assert load_brand("house", tmp_path).publisher == "The Monday Group"


def test_the_plan_of_the_readme_has_no_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    start(tmp_path / "my-guide")
    monkeypatch.chdir(tmp_path / "my-guide")
    Path("sources/partners.yaml").write_text(examples()["sources/partners.yaml"], "utf-8")
    assert main(["batch", "--plan-only", "--draft"]) == 0
    told = capsys.readouterr().out
    assert "hill-library" in told
    assert "mill-school" in told


def test_the_readme_names_every_word_for_a_block() -> None:
    table = README[README.index("| Block |") : README.index("A row of `easy_read`")]
    shown = " ".join(first_cells(table))
    assert {word for word in WORDS if not re.search(rf"\b{word}\b", shown)} == set()


def first_cells(table: str) -> list[str]:
    return [row.split("|")[1] for row in table.splitlines() if row.startswith("|")]


def test_the_readme_names_every_key_of_an_easy_read_row() -> None:
    paragraph = README[README.index("A row of `easy_read`") :].split("\n\n")[0]
    assert {key for key in RowShape.model_fields if f"`{key}`" not in paragraph} == set()


def test_each_key_in_the_examples_is_one_that_a_source_may_have() -> None:
    for name, block in examples().items():
        shape = SectionShape if name.startswith("sections/") else DocumentShape
        if name.startswith(("sections/", "document")):
            assert set(yaml.safe_load(block)) <= set(keys_of(shape, ())), name


# ---- the page on architecture ----------------------------------------------------------------


def dependencies() -> set[str]:
    """The name of every package that pyproject.toml asks for."""
    project = PROJECT["project"]
    named = [*project["dependencies"]]
    for extra in project["optional-dependencies"].values():
        named += extra
    return {re.split(r"[\[<>=!~ ;]", name)[0].lower() for name in named}


@pytest.mark.parametrize("package", sorted(dependencies()))
def test_each_dependency_is_explained(package: str) -> None:
    table = ARCHITECTURE[ARCHITECTURE.index("## Why each dependency") :]
    assert f"`{package}`" in table


def test_no_dependency_is_explained_that_is_gone() -> None:
    table = ARCHITECTURE[ARCHITECTURE.index("## Why each dependency") :]
    rows = first_cells(table)
    named = {name for row in rows for name in CODE.findall(re.sub(r"\(.*\)", "", row))}
    assert named - dependencies() == set()


def test_the_layers_are_those_that_are_held() -> None:
    contract = PROJECT["tool"]["importlinter"]["contracts"][0]["layers"]
    layers = [line.replace("exporter.", "") for line in contract]
    shown = re.search(r"repeats:\n\n(.*?)\n\n", ARCHITECTURE, re.DOTALL)
    assert shown
    assert [line.strip() for line in shown[1].splitlines()] == layers


def test_each_folder_and_module_is_in_the_table_of_folders() -> None:
    table = ARCHITECTURE[ARCHITECTURE.index("## What each folder is") :]
    here = ROOT / "exporter"
    names = [f"{folder.parent.name}/" for folder in here.glob("*/__init__.py")]
    names += [file.name for file in here.glob("*.py") if not file.name.startswith("__")]
    nouns = {"source.py", "edition.py", "model/", "template.py", "brand.py", "outline.py"}
    nouns |= {"diagnostics.py"}
    for noun in nouns:
        assert f"`{noun}`" in ARCHITECTURE
    rows = first_cells(table[: table.index("A style file is found")])
    told = {name for row in rows for name in CODE.findall(row)} | nouns
    assert sorted(set(names) - told) == []


# ---- the picture -----------------------------------------------------------------------------


def test_the_picture_of_the_readme_has_words_and_is_small() -> None:
    shown = re.search(r"!\[([^\]]+)\]\(([^)]+)\)", README)
    assert shown
    assert len(shown[1].split()) >= 30
    assert (ROOT / shown[2]).stat().st_size < 250_000


def test_the_shape_of_a_section_is_the_one_of_the_readme() -> None:
    found = validate(SectionShape, yaml.safe_load(examples()["sections/getting-here.yaml"]))
    assert isinstance(found, SectionShape), found
