"""What a drawing has beyond its edge is not seen, and so is behind no words."""

from __future__ import annotations

import importlib

import pytest

from exporter.file_rules.pdf.measure import measure
from exporter.model import Figure, Picture
from exporter.styles.editions import load_edition
from tests import build
from tests.conftest import needs_pango
from tests.test_parity import BRAND

_NAVY = (0, 0, 80)


def _picture(inner: str) -> Picture:
    data = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 40">{inner}</svg>'
    return Picture(
        name="field", media="svg", data=data.encode(), alt="A field", width=100, height=40
    )


@pytest.mark.parametrize("engine", ["pdf_reportlab", "pdf_weasyprint"])
@pytest.mark.parametrize(
    "inner",
    [
        '<rect width="100" height="90" fill="#000050"/>',
        '<g transform="translate(0 10)"><rect width="100" height="90" fill="#000050"/></g>',
        '<circle cx="50" cy="20" r="90" fill="#000050"/>',
    ],
)
def test_a_drawing_that_reaches_beyond_its_edge_is_behind_no_words(inner: str, engine: str) -> None:
    if engine == "pdf_weasyprint":
        needs_pango()
    document = build.document(
        build.para("Words above the drawing."),
        Figure(_picture(inner)),
        build.para("Words below it."),
    )
    writer = importlib.import_module(f"exporter.writers.{engine}")
    theme = load_edition("standard").theme
    pages = measure(writer.stamp(writer.compile(document, theme), BRAND))
    runs = [run for page in pages for run in page.runs if "Words" in run.words]
    assert len(runs) == 2
    for page in pages:
        for surface in page.surfaces:
            assert surface.colour != _NAVY


def test_words_that_stand_on_a_drawing_are_seen_to_do_so() -> None:
    from exporter.writers import pdf_reportlab

    inner = (
        '<rect width="100" height="40" fill="#000050"/><text x="5" y="25" '
        'font-family="Atkinson Hyperlegible" font-size="9" fill="#fff">Words on it</text>'
    )
    document = build.document(Figure(_picture(inner)))
    theme = load_edition("standard").theme
    pages = measure(pdf_reportlab.stamp(pdf_reportlab.compile(document, theme), BRAND))
    assert _NAVY in [surface.colour for page in pages for surface in page.surfaces]
