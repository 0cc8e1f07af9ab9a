"""Shared by all tests: where the built guides are, and an honest word about missing referees.

Whatever finding the program makes while any test runs, its code must be one that can be explained.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Generator, Iterator
from functools import cache
from pathlib import Path
from typing import Any, NoReturn

import pytest
from _pytest.mark import ParameterSet
from hypothesis import settings

from exporter.diagnostics import Diagnostic
from exporter.explain import every_rule
from exporter.fonts import shaping_is_there
from exporter.writers.pdf_weasyprint.engine import EngineMissing

ROOT = Path(__file__).parent.parent
OUTPUT = ROOT / "output"

settings.register_profile("any-machine", deadline=None, derandomize=True, database=None)
settings.register_profile("soak", deadline=None)
settings.load_profile("soak" if os.environ.get("EXPORTER_RANDOM") else "any-machine")
"""A busy machine is slow, and nothing is wrong with it. What CI tries today it tries tomorrow: a
fault is found by the change that makes it. `make soak` draws other examples each time."""

_absent: set[str] = set()


def referee_absent(name: str, why: str) -> NoReturn:
    """Skip a test whose referee is not on this machine; fail it where referees are required."""
    _absent.add(f"{name}: {why}")
    if os.environ.get("EXPORTER_REFEREES") == "required":
        pytest.fail(f"{name} is required here, but {why}")
    pytest.skip(f"{name}: {why}")


@pytest.hookimpl(wrapper=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> Generator[None, object, object]:
    """A test that asks for the engine of Pango, where there is no Pango, is not run and says so."""
    try:
        return (yield)
    except EngineMissing:
        if shaping_is_there():
            raise
        return no_pango()


def needs_pango() -> None:
    """Skip a test of the engine of Pango before it has worked in vain."""
    if not shaping_is_there():
        no_pango()


def no_pango() -> NoReturn:
    referee_absent("Pango", "its libraries are not on this machine")


@pytest.hookimpl(trylast=True)
def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """The last lines say which referees did not run."""
    skipped = {
        str(report.longrepr[2]).removeprefix("Skipped: ")
        for report in terminalreporter.stats.get("skipped", [])
        if isinstance(report.longrepr, tuple)
    }
    for line in sorted(skipped):
        terminalreporter.write_line(f"not run here: {line}")


_seen: set[str] = set()
"""Codes of the findings that the program made since the last look."""
_made = Diagnostic.__init__


def _noted(finding: Diagnostic, *values: Any, **named: Any) -> None:
    _made(finding, *values, **named)
    maker = str(sys._getframe(1).f_globals.get("__name__", ""))
    # what is read back from JSON may be a test's own invention
    if maker.startswith("exporter.") and maker != "exporter.records":
        _seen.add(finding.code)


Diagnostic.__init__ = _noted  # type: ignore[method-assign]


@cache
def _explained() -> frozenset[str]:
    return frozenset(rule.code for rule in every_rule())


@pytest.fixture(autouse=True)
def every_finding_can_be_explained() -> Iterator[None]:
    yield
    codes = set(_seen)
    _seen.clear()
    assert codes <= _explained(), f"exporter explain does not know {codes - _explained()}"


def built(suffix: str) -> list[Path]:
    """The files that `make` built, of one kind."""
    return sorted(OUTPUT.glob(f"*/*.{suffix}"))


def each_built(suffix: str) -> list[ParameterSet]:
    """Those files for a test of each; without `make` one that is none, so that no test is empty."""
    files = [pytest.param(file, id=file.name) for file in built(suffix)]
    return files or [pytest.param(None, id="none")]


def there(file: Path | None) -> Path:
    """The file; where `make` has not been run the test is skipped, and says so."""
    return file or referee_absent("built files", "make has not been run")
