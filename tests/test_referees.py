"""veraPDF judges every PDF that `make` built, and both engines in every edition."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given, settings

from exporter.adapt import adapt
from exporter.formats import FORMATS, PdfStandard, Settings
from exporter.load import load
from exporter.model import Document
from exporter.source import Source
from exporter.styles.brands import load_brand
from exporter.styles.editions import load_edition
from exporter.styles.words import load_words
from exporter.writers import pdf_reportlab
from tests import verapdf
from tests.conftest import ROOT, built, each_built, needs_pango, referee_absent, there
from tests.strategies import documents
from tests.unit.file_rules.pdf import spoiled

EXAMPLES = int(os.environ.get("EXPORTER_EXAMPLES", "6"))


def test_make_has_built_the_guides() -> None:
    assert {file.stem for file in built("pdf")} >= {
        f"co-production-guide-{edition}" for edition in ("standard", "large-print", "easy-read")
    }


@pytest.mark.xdist_group("verapdf")
@pytest.mark.parametrize("made", each_built("pdf"))
@pytest.mark.parametrize("flavour", ["ua1", "2a"])
def test_each_pdf_conforms_to_pdf_ua_1_and_pdf_a_2a_by_verapdf(
    made: Path | None, flavour: str
) -> None:
    assert _failures(there(made), flavour) == {}


@pytest.mark.xdist_group("verapdf")
def test_what_breaks_our_rules_breaks_the_same_clauses_by_verapdf(tmp_path: Path) -> None:
    file = tmp_path / "spoiled.pdf"
    objected = {}
    for code, data in spoiled.BROKEN.items():
        file.write_bytes(data)
        objected[code] = spoiled.CLAUSES[code] in _failures(file, "ua1")
    assert objected == dict.fromkeys(spoiled.CLAUSES, True)


@pytest.mark.xdist_group("verapdf")
def test_what_breaks_none_of_our_rules_conforms_by_verapdf(tmp_path: Path) -> None:
    file = tmp_path / "good.pdf"
    for name, data in {"good": spoiled.good_with(), **spoiled.VALID}.items():
        file.write_bytes(data)
        assert _failures(file, "ua1") == {}, name


@pytest.fixture(scope="module")
def guide() -> Source:
    return load(ROOT / "sources/co-production-guide")


@pytest.mark.xdist_group("verapdf")
@pytest.mark.parametrize("edition", ["standard", "large-print", "easy-read", "giant-print"])
@pytest.mark.parametrize("standard", ["ua-1", "ua-2"])
def test_every_edition_conforms_to_both_standards_to_wtpdf_and_for_the_archive(
    guide: Source, edition: str, standard: PdfStandard, tmp_path: Path
) -> None:
    file = tmp_path / "guide.pdf"
    file.write_bytes(_made(guide, edition, Settings("reportlab", standard)))
    for flavour in {"ua-1": ["ua1", "2a"], "ua-2": ["ua2", "wt1a", "4"]}[standard]:
        assert _failures(file, flavour) == {}


@pytest.mark.xdist_group("verapdf")
@pytest.mark.parametrize("edition", ["standard", "large-print", "easy-read"])
def test_the_weasyprint_engine_conforms_to_pdf_ua_1_and_pdf_a_2a(
    guide: Source, edition: str, tmp_path: Path
) -> None:
    needs_pango()
    file = tmp_path / "guide.pdf"
    file.write_bytes(_made(guide, edition, Settings("weasyprint")))
    for flavour in ("ua1", "2a"):
        assert _failures(file, flavour) == {}


@pytest.mark.xdist_group("verapdf")
def test_any_document_conforms_in_every_standard(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Half as many as elsewhere: veraPDF looks five times at each."""
    folder = tmp_path_factory.mktemp("any")
    theme, brand = load_edition("standard").theme, load_brand("house")

    @settings(max_examples=EXAMPLES // 2, deadline=None, derandomize=True, database=None)
    @given(documents())
    def each(document: Document) -> None:
        for standard, flavours in (("ua-1", ("ua1", "2a")), ("ua-2", ("ua2", "wt1a", "4"))):
            try:
                template = pdf_reportlab.compile(document, theme, standard=standard)  # type: ignore[arg-type]
            except pdf_reportlab.WordTooWide:
                return
            file = folder / "any.pdf"
            file.write_bytes(pdf_reportlab.stamp(template, brand))
            for flavour in flavours:
                assert _failures(file, flavour) == {}

    each()


def _made(guide: Source, name: str, settings: Settings) -> bytes:
    edition = load_edition(name)
    document = adapt(guide, edition, load_words(guide.language))
    chosen = FORMATS["pdf"].engine(settings, document)
    return chosen.stamp(chosen.compile(document, edition.theme), load_brand("house"))


def _failures(file: Path, flavour: str) -> dict[str, str]:
    if not verapdf.available():
        referee_absent("veraPDF", "its packages are not installed (make test installs them)")
    return verapdf.failures(file, flavour)
