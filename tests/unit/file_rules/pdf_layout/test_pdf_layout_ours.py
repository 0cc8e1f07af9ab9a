"""Our own files keep to what their editions promise."""

from __future__ import annotations

import pytest

from exporter.diagnostics import Severity
from exporter.edition import load_edition
from exporter.file_rules.pdf_layout import check_layout, measure
from tests import build
from tests.unit.writers.pdf.reading import made

EDITIONS = ("standard", "large-print", "giant-print", "extra-spacing", "easy-read")


@pytest.mark.parametrize("name", EDITIONS)
def test_our_files_have_nothing_to_fix_or_to_answer(name: str) -> None:
    edition = load_edition(name)
    data = made(build.easy() if name == "easy-read" else build.everything(), name)
    findings = check_layout(data, edition.theme, edition.rules)
    assert [one for one in findings if one.severity < Severity.FOR_INFORMATION] == []
    found = measure(data)
    assert found.body_type == edition.theme.size
    assert found.line_pitch == pytest.approx(edition.theme.pitch, abs=0.02)
    assert found.lowest_contrast is not None
    assert found.lowest_contrast >= 7
