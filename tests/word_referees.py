"""Validators of Word files that are not ours: each gives what it finds, as words."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import docx_integrity
import openxml_audit

from tests.conftest import ROOT, referee_absent

_OPEN_XML = ROOT / ".referees/node_modules/@xarsh"


def docx_integrity_finds(file: Path) -> list[str]:
    return [str(finding) for finding in docx_integrity.check(file)]


def openxml_audit_finds(file: Path) -> list[str]:
    result = openxml_audit.OpenXmlValidator().validate(file)
    found = [str(error) for error in result.errors]
    assert result.is_valid == (not found)
    return found


def open_xml_sdk_finds(file: Path) -> list[str]:
    binary = next((f for f in _OPEN_XML.glob("*/ooxml-validator*") if f.is_file()), None)
    if binary is None:
        referee_absent("Open XML SDK", "npm is not on this machine")
    done = subprocess.run([str(binary), str(file)], capture_output=True, text=True, timeout=120)
    said = json.loads(done.stdout)
    assert said["ok"] == (not said["errors"])
    return [str(error) for error in said["errors"]]
