"""Programs of other people find nothing wrong with files that hold every block."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import docx_integrity
import openxml_audit
import pytest

from exporter.model import Document
from tests import build
from tests.conftest import ROOT, referee_absent
from tests.unit.writers.docx.opened import written

FILES: list[tuple[Document, str]] = [
    (build.everything(), "standard"),
    (build.everything(), "large-print"),
    (build.easy(), "easy-read"),
]
IDS = [edition for _, edition in FILES]


@pytest.mark.parametrize(("document", "edition"), FILES, ids=IDS)
def test_docx_integrity_finds_nothing(document: Document, edition: str, tmp_path: Path) -> None:
    assert docx_integrity.check(_saved(document, edition, tmp_path)) == []


@pytest.mark.parametrize(("document", "edition"), FILES, ids=IDS)
def test_openxml_audit_finds_nothing(document: Document, edition: str, tmp_path: Path) -> None:
    result = openxml_audit.OpenXmlValidator().validate(_saved(document, edition, tmp_path))
    assert result.is_valid
    assert list(result.errors) == []


@pytest.mark.parametrize(("document", "edition"), FILES, ids=IDS)
def test_the_open_xml_sdk_finds_nothing(document: Document, edition: str, tmp_path: Path) -> None:
    folder = ROOT / ".referees/node_modules/@xarsh"
    binary = next((f for f in folder.glob("*/ooxml-validator*") if f.is_file()), None)
    if binary is None:
        referee_absent("Open XML SDK", "npm is not on this machine")
    command = [str(binary), str(_saved(document, edition, tmp_path))]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
    assert json.loads(done.stdout)["errors"] == []


def _saved(document: Document, edition: str, folder: Path) -> Path:
    file = folder / "document.docx"
    file.write_bytes(written(document, edition))
    return file
