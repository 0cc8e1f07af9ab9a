"""Programs of other people find nothing wrong with any Word file, in any edition."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import docx_integrity
import openxml_audit
import pytest

from tests.conftest import ROOT, built, referee_absent
from tests.word_files import NAMES, word_file

OPEN_XML = ROOT / ".referees/node_modules/@xarsh"


def test_every_word_file_that_make_built_is_judged() -> None:
    assert {file.stem for file in built("docx")} <= set(NAMES)


@pytest.fixture(params=NAMES)
def file(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / f"{request.param}.docx"
    path.write_bytes(word_file(request.param).data)
    return path


def test_docx_integrity_finds_nothing(file: Path) -> None:
    assert docx_integrity.check(file) == []


def test_openxml_audit_finds_nothing(file: Path) -> None:
    result = openxml_audit.OpenXmlValidator().validate(file)
    assert result.is_valid
    assert list(result.errors) == []


def test_the_open_xml_sdk_finds_nothing(file: Path) -> None:
    binary = next((f for f in OPEN_XML.glob("*/ooxml-validator*") if f.is_file()), None)
    if binary is None:
        referee_absent("Open XML SDK", "npm is not on this machine")
    done = subprocess.run(
        [str(binary), str(file)], capture_output=True, text=True, timeout=120, check=True
    )
    said = json.loads(done.stdout)
    assert said["ok"] == (not said["errors"])
    assert said["errors"] == []
