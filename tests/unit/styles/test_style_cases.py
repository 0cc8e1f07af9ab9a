"""Every case in tests/style_cases: the findings that are expected, and nothing else.

A block `~~~ file` is a whole file of a folder of styles. A block `~~~ file <- shipped` is a copy of
the shipped one in which each line of the block stands in place of the line with the same key.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from exporter.styles.folder import shipped

from .reading import findings_in

CASES = Path(__file__).parents[2] / "style_cases"
BLOCK = re.compile(
    r"^~~~ *(?P<name>\S+)(?: <- (?P<shipped>\S+))?\n(?P<text>.*?)^~~~$", re.MULTILINE | re.DOTALL
)


def cases() -> Iterator[tuple[str, str]]:
    for file in sorted(CASES.glob("*.md")):
        for part in re.split(r"^## ", file.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
            yield f"{file.stem}: {part.splitlines()[0]}", part


def changed(name: str, lines: list[str]) -> str:
    """A shipped file with some lines changed, and the others of the block at its end."""
    text = (shipped() / name).read_text("utf-8")
    for line in lines:
        head = re.escape(line.split(":")[0])
        text, count = re.subn(rf"(?m)^{head}:.*$", lambda _, new=line: new, text)  # type: ignore[misc]
        text += "" if count else f"{line}\n"
    return text


def write(styles: Path, part: str) -> str:
    """Write the files of a case; what it expects."""
    expected = ""
    (styles / "photos").mkdir(parents=True)
    (styles / "photos/us.jpg").write_bytes(b"photo")
    (styles / "logo.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle r="4"/></svg>'
    )
    for block in BLOCK.finditer(part):
        if block["name"] == "findings":
            expected = block["text"]
            continue
        lines = block["text"].splitlines()
        text = changed(block["shipped"], lines) if block["shipped"] else block["text"]
        file = styles / block["name"]
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return expected.strip()


def told(styles: Path) -> Iterator[str]:
    """Each finding: the file, the line as it was typed, the rule, and the word that is offered."""
    for finding in findings_in(styles):
        place = finding.place
        typed = Path(place.file).read_text("utf-8").splitlines()
        assert place.line or not typed, finding
        line = typed[place.line - 1].strip() if typed else ""
        file = Path(place.file).relative_to(styles).as_posix()
        offered = f" -> {finding.suggestion}" if finding.suggestion else ""
        yield f"{file} | {line[:60]} | {finding.code}{offered}"


@pytest.mark.parametrize("part", [pytest.param(part, id=title) for title, part in cases()])
def test_case_has_the_findings_it_names_and_no_others(part: str, tmp_path: Path) -> None:
    expected = write(tmp_path / "styles", part)
    assert "\n".join(told(tmp_path / "styles")) == expected


@pytest.mark.parametrize("part", [pytest.param(part, id=title) for title, part in cases()])
def test_messages_are_short_sentences_with_something_to_do(part: str, tmp_path: Path) -> None:
    write(tmp_path / "styles", part)
    for finding in findings_in(tmp_path / "styles"):
        assert finding.message.endswith((".", "”", ")", "?"))
        assert len(finding.message) <= 140
        assert 0 < len(finding.hint) <= 200
