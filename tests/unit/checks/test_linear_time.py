"""One long run of signs is checked in time that grows with its length, not with its square.

Nothing here looks at the clock: the processor's time of one run is compared with that of a run
four times as long, and whole checks are bounded by the operating system.
"""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import permutations
from pathlib import Path

import pytest

from exporter import checks
from exporter.checks import check_text, shortened
from exporter.checks.text_paragraph import LONGEST
from exporter.checks.texts import paragraphs_of

RUNS = (
    *"1aAIé,.;:'’“\"()[]-–/*&@% \n£#+_!",
    *map("".join, permutations("1aA,.'“(- /@", 2)),
    "1.1,", "a.b.", "A, ", "www.", "http://", "a a@", "AB (", "per cent ", "1 km ", "one ", "19 ",
    "(or ", "as a as ", "II ", "a & b ", "1 * ", "’s", ".)", "Dr. ", "no. ", "a.com ", "a{", "{a",
)  # fmt: skip
SHORT, FACTOR = 500, 4
AT_ONCE = 0.004
"""Seconds of the processor that tell nothing: a pattern that is done so soon is quick enough."""


def _patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Every pattern of checks/: those with a name, and those that are typed where they are used."""
    for module in pkgutil.walk_packages(checks.__path__, f"{checks.__name__}."):
        there = importlib.import_module(module.name)
        for name, value in vars(there).items():
            if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
                yield f"{module.name}.{name}", value
        for node in ast.walk(ast.parse(Path(str(there.__file__)).read_text("utf-8"))):
            match node:
                case ast.Call(
                    func=ast.Attribute(value=ast.Name(id="re"), attr=used),
                    args=[ast.Constant(value=str(pattern)), *_],
                ) if used != "compile":
                    yield f"{module.name}:{node.lineno}", re.compile(pattern)
    yield "shortened._short_forms", shortened._short_forms()


PATTERNS = dict(_patterns())


def _seconds(pattern: re.Pattern[str], run: str, length: int) -> float:
    text = (run * length)[:length] + "!"
    begun = time.process_time()
    for _ in pattern.finditer(text):
        pass
    return time.process_time() - begun


def _grows(pattern: re.Pattern[str], run: str) -> float:
    """How many times as long a run takes that is four times as long; 0 where both take no time."""
    longer = SHORT * FACTOR
    if _seconds(pattern, run, longer) < AT_ONCE:
        return 0
    short = min(_seconds(pattern, run, SHORT) for _ in range(5))
    long = min(_seconds(pattern, run, longer) for _ in range(5))
    return 0 if long < AT_ONCE else long / max(short, 1e-6)


@pytest.mark.parametrize("name", PATTERNS)
def test_no_pattern_takes_eight_times_as_long_for_four_times_the_signs(name: str) -> None:
    slow = {run: round(_grows(PATTERNS[name], run), 1) for run in RUNS}
    assert {run: times for run, times in slow.items() if times > 2 * FACTOR} == {}


def test_the_patterns_are_found_and_a_slow_one_is_told() -> None:
    assert {"exporter.checks.emphasis.SHOUTED", "exporter.checks.splitting._TOKEN"} <= set(PATTERNS)
    assert len(PATTERNS) > 60
    assert _grows(re.compile(r"\d+%"), "1") > 2 * FACTOR


_IN_TEN_SECONDS = """
import resource, sys
resource.setrlimit(resource.RLIMIT_CPU, (10, 10))
from exporter.cli import main
sys.exit(main(["check", *sys.argv[1:]]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no limits on the processor's time")
@pytest.mark.parametrize("suffix", [".txt", ".md"])
@pytest.mark.parametrize(
    ("size", "runs"),
    [
        (64_000, ("1", "A", ",", "“", "1.", "1,", "A-", "a ", "(", "[", "a*", "a`", "one ", "II ")),
        (1_000_000, ("1", "1,", "A-", "“", "one hundred ", "[a](")),
    ],
)
def test_ten_seconds_are_enough_for_pages_of_one_sign(
    size: int, runs: tuple[str, ...], suffix: str, tmp_path: Path
) -> None:
    files = [tmp_path / f"{number}{suffix}" for number in range(len(runs))]
    for file, run in zip(files, runs, strict=True):
        file.write_text((run * size)[:size], "utf-8")
    done = subprocess.run(
        [sys.executable, "-c", _IN_TEN_SECONDS, "--json", *files], capture_output=True, text=True
    )
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.count('"paragraph-endless"') == len(runs)


def test_a_paragraph_as_long_as_a_book_is_told_once_and_its_beginning_is_checked() -> None:
    text = f"# Us\n\nWe can’t come. {'We eat. ' * 2_000}\n"
    report = check_text(paragraphs_of(text.encode(), ".md", "us.md"))
    endless = [one for one in report.findings if one.code == "paragraph-endless"]
    assert [(str(one.place), one.message) for one in endless] == [
        (
            "us.md:3",
            "This paragraph has 16,014 letters and signs. Only the first 10,000 were checked.",
        )
    ]
    assert [one.words for one in report.findings if one.code == "contraction"] == ["can’t"]
    assert LONGEST / 5 < report.words < LONGEST / 3


def test_what_a_bound_cuts_off_is_still_found() -> None:
    text = (
        "We drove 1,000,000.5 miles. It was 12.5% of all. STAND BACK. "
        "Use (2*500) mg. In 2.1.3.5% of cases. Write to ada@example.org & bob. "
        "See no. 5 and a two hundred hundred hundred hundred hundred hundred hundred."
    )
    found = check_text(paragraphs_of(text.encode(), ".txt")).findings
    told = {(one.code, one.words) for one in found}
    assert {
        ("measure-without-comparison", "1,000,000.5 miles"),
        ("percentage", "12.5%"),
        ("percentage", "3.5%"),
        ("capitals", "STAND BACK"),
        ("star-for-times", "(2*500)"),
        ("abbreviation", "no."),
    } <= told
    endless = "two hundred hundred hundred hundred hundred hundred hundred"
    assert [one.suggestion for one in found if one.words == endless] == ["200,000,000,000,000"]
