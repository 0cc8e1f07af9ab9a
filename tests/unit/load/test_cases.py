"""Every case in tests/load_cases: the findings that are expected, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from exporter.authored.rules import RULES

from .folders import findings_of, lines_of, write

CASES = Path(__file__).parents[2] / "load_cases"
STYLES = CASES.with_name("style_cases")
BLOCK = re.compile(r"^~~~ *(?P<name>\S+)\n(?P<text>.*?)^~~~$", re.MULTILINE | re.DOTALL)


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


@pytest.mark.parametrize("case", [pytest.param(case, id=case.title) for case in cases()])
def test_case_has_the_findings_it_names_and_no_others(case: Case, tmp_path: Path) -> None:
    folder = write(tmp_path / "guide", {**case.files})
    assert "\n".join(lines_of(folder)) == case.findings


@pytest.mark.parametrize("case", [pytest.param(case, id=case.title) for case in cases()])
def test_messages_are_short_sentences(case: Case, tmp_path: Path) -> None:
    for finding in findings_of(write(tmp_path / "guide", {**case.files})):
        assert not finding.message[0].islower()
        assert finding.message.endswith((".", "”", ")", "?"))
        assert len(finding.message.replace(str(tmp_path), "")) <= 140
        assert len(finding.hint) <= 200


def test_every_rule_has_a_case_or_a_test() -> None:
    here = Path(__file__).parent
    texts = [
        file.read_text(encoding="utf-8")
        for file in [
            *CASES.glob("*.md"),
            *STYLES.glob("*.md"),
            *here.glob("*.py"),
            *here.with_name("styles").glob("*.py"),
        ]
    ]
    tested = set(re.findall(r"[a-z0-9]+(?:-[a-z0-9]+)*", "\n".join(texts)))
    assert sorted(set(RULES) - tested) == []


def test_every_rule_says_why_and_where_from() -> None:
    for code, rule in RULES.items():
        assert rule.reason.endswith("."), code
        assert rule.source, code
