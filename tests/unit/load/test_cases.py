"""Every case in tests/load_cases: the findings that are expected, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from exporter.diagnostics import SourceError
from exporter.load import load

CASES = Path(__file__).parents[2] / "load_cases"
BLOCK = re.compile(r"^~~~ *(?P<name>\S+)\n(?P<text>.*?)^~~~$", re.MULTILINE | re.DOTALL)
USUAL = {
    "document.yaml": "title: A small guide\nlanguage: en-GB\nsections: [start]\n",
    "sections/start.yaml": "heading: Start here\npicture: none\nbody: Some words.\n",
    "pictures/ring.svg": (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle r="4"/></svg>'
    ),
}


@dataclass(frozen=True)
class Case:
    """One heading of a case file: files, and what loading says about them."""

    title: str
    files: dict[str, str] = field(default_factory=dict)
    findings: str = ""


def cases() -> Iterator[Case]:
    for file in sorted(CASES.glob("*.md")):
        for part in re.split(r"^## ", file.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
            blocks = {match["name"]: match["text"] for match in BLOCK.finditer(part)}
            title = f"{file.stem}: {part.splitlines()[0]}"
            yield Case(title, blocks, blocks.pop("findings", "").strip())


def write(folder: Path, files: dict[str, str]) -> Path:
    for name, text in {**USUAL, **files}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    return folder


@pytest.mark.parametrize("case", [pytest.param(case, id=case.title) for case in cases()])
def test_case_has_the_findings_it_names_and_no_others(case: Case, tmp_path: Path) -> None:
    folder = write(tmp_path / "guide", case.files)
    found = []
    try:
        load(folder)
    except SourceError as error:
        for finding in error.findings:
            name = finding.place.file.removeprefix(f"{folder.as_posix()}/")
            found.append(f"{name}:{finding.place.line}: {finding.code}")
            assert finding.message[0].isupper() or not finding.message[0].isalpha()
            assert finding.message[-1] in ".”)?", finding.message
    assert "\n".join(found) == case.findings
