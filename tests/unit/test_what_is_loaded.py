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
        ("checking", ("lxml", "rich", "exporter.saving", "exporter.word_file")),
    ],
)
def test_no_engine_is_loaded_before_it_is_asked_for(room: str, others: tuple[str, ...]) -> None:
    asked = (*ENGINES, *others)
    told = f"import sys, exporter.{room}; print([one for one in {asked} if one in sys.modules])"
    command = [sys.executable, "-c", told]
    found = subprocess.run(command, capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"
