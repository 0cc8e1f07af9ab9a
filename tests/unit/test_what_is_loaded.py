"""A command loads what it needs; engines, and what opens their files, when one is asked for."""

from __future__ import annotations

import subprocess
import sys

import pytest

ENGINES = ("docx", "reportlab", "weasyprint", "pikepdf", "pypdfium2", "distributed")


@pytest.mark.parametrize(
    ("room", "others"),
    [
        ("cli", ("yaml", "pydantic", "PIL", "rich")),
        ("cli.build", ("exporter.saving", "exporter.translations.starting")),
        ("checking", ("lxml", "rich", "fontTools", "exporter.saving", "exporter.word_file")),
        (
            "cli.bring",
            ("rich", "fontTools", "exporter.writers", "exporter.checks", "exporter.making"),
        ),
    ],
)
def test_no_engine_is_loaded_before_it_is_asked_for(room: str, others: tuple[str, ...]) -> None:
    asked = (*ENGINES, *others)
    told = f"import sys, exporter.{room}; print([one for one in {asked} if one in sys.modules])"
    command = [sys.executable, "-c", told]
    found = subprocess.run(command, capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"


def test_what_reads_sources_asks_no_plug_in_of_what_else_is_installed() -> None:
    told = (
        "import importlib.metadata as met\n"
        "met.distributions = lambda **asked: print('searched') or ()\n"
        "from exporter.load.schema import SectionShape, validate\n"
        "print(validate(SectionShape, {'heading': 'A heading'}).heading)"
    )
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert done.stdout == "A heading\n"
