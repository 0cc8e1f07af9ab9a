"""Of a drawing's file only what draws is kept, and its size is said so that everybody agrees."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from exporter.authored.drawing_parts import bare_svg
from exporter.authored.findings import Findings
from exporter.authored.svg import read_svg
from exporter.diagnostics import NOWHERE
from exporter.styles.brands import logo_picture
from exporter.styles.rules import RULES

_SECRET = "/home/anna/leaflet.svg"
_BY_A_PROGRAM = f"""<?xml version="1.0" encoding="UTF-8"?>
<!-- {_SECRET} -->
<svg xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
   xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns="http://www.w3.org/2000/svg"
   xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd"
   xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"
   viewBox="0 0 210 297" sodipodi:docname="{_SECRET}">
  <sodipodi:namedview id="base" inkscape:x="{_SECRET}"><inkscape:grid a=">"/></sodipodi:namedview>
  <metadata><rdf:RDF><dc:creator>{_SECRET}</dc:creator></rdf:RDF></metadata>
  <g inkscape:label="{_SECRET}" data-name='{_SECRET}' id="l"><path d="M0 0h9" id="a > b"/></g>
  <?note {_SECRET}?><style><![CDATA[ .a{{fill:red}} /* <!-- */ ]]></style>
</svg>
"""


def _bare(text: str) -> str:
    data = text.encode()
    return bare_svg(data, *read_svg(data)).decode()


def test_what_a_drawing_program_wrote_for_itself_leaves() -> None:
    bare = _bare(_BY_A_PROGRAM)
    assert _BY_A_PROGRAM.count(_SECRET) == 7
    assert _SECRET not in bare
    assert '<g id="l"><path d="M0 0h9" id="a > b"/></g>' in bare
    assert "<![CDATA[ .a{fill:red} /* <!-- */ ]]>" in bare
    assert [one.tag.rpartition("}")[2] for one in ElementTree.fromstring(bare).iter()] == [
        *("svg", "g", "path", "style"),
    ]
    assert _bare(bare) == bare


def test_a_drawing_that_only_draws_keeps_every_byte() -> None:
    plain = (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        'viewBox="0 0 100 80" width="100" height="80px"><title>A "ring"</title>\n'
        '<use xlink:href="#r" xml:space="preserve"/></svg>\n'
    )
    assert _bare(plain) == plain


def test_nothing_of_a_logo_leaves_either() -> None:
    logo = logo_picture("l.svg", _BY_A_PROGRAM.encode(), "A", NOWHERE, Findings(RULES))
    assert logo is not None
    assert _SECRET.encode() not in logo.data


@pytest.mark.parametrize(
    ("root", "size", "said"),
    [
        ('viewBox="0 0 200 60" width="200mm" height="60mm"', (200, 60), ("200", "60")),
        ('viewBox="0 0 200 60" width="20cm" height="6cm"', (200, 60), ("200", "60")),
        ('viewBox="0 0 200 60" width="100%" height="100%"', (200, 60), ("200", "60")),
        ('viewBox="0 0 200 60" width="50%"', (200, 60), ("200", "60")),
        ('viewBox="0 0 200 60" width="20em" height="6em"', (200, 60), ("200", "60")),
        ('viewBox="0 0 2e2 6e1"', (200, 60), (None, None)),
        ('viewBox="0 0 200 60" width="300" height="300"', (300, 300), ("300", "300")),
        ('viewBox="0 0 200 60" width="3in" height="3in"', (288, 288), ("288", "288")),
        ('width="72pt" height="36pt"', (96, 48), ("96", "48")),
        ('width="6pc" height="1in"', (96, 96), ("96", "96")),
        ('width="101.6Q" height="25.4mm"', (96, 96), ("96", "96")),
        ('viewBox="0 0 1 0.5"', (1, 0.5), ("100", "50")),
    ],
)
def test_the_size_of_a_drawing_is_read_in_any_unit_and_said_in_pixels(
    root: str, size: tuple[float, float], said: tuple[str | None, str | None]
) -> None:
    text = f'<svg xmlns="http://www.w3.org/2000/svg" {root}><path d="M0 0h9"/></svg>'
    assert read_svg(text.encode()) == pytest.approx(size)
    bare = ElementTree.fromstring(_bare(text))
    assert (bare.get("width"), bare.get("height")) == said
