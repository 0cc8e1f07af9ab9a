"""Whatever a drawing is made of, a PDF shows it as resvg does; what cannot be is told by name."""

from __future__ import annotations

import io
import re
from functools import cache
from pathlib import Path

import pypdfium2 as pdfium
import pytest
import resvg_py
from PIL import Image, ImageChops, ImageFilter

from exporter import fonts
from exporter.authored.drawing_parts import bare_svg
from exporter.authored.raster import PictureFault
from exporter.authored.svg import read_svg
from exporter.model import Picture
from exporter.writers import bitmaps
from exporter.writers.drawings import flat
from exporter.writers.drawings.flat import flattened
from exporter.writers.html.pictures import data_uri
from exporter.writers.pdf_reportlab.embedding import write_fonts
from exporter.writers.pdf_reportlab.lettering import Lettering
from exporter.writers.pdf_reportlab.objects import Objects, write_base
from exporter.writers.pdf_reportlab.pictures import write_picture
from exporter.writers.pdf_weasyprint.engine import _fetcher, _weasyprint
from tests.conftest import needs_pango

CASES = Path(__file__).parents[2] / "drawing_cases.md"
_CASE = re.compile(
    r"^## (?P<name>.+)\n\n~~~ svg\n(?:root: (?P<root>.+)\n)?(?P<inner>[^~]*)~~~\n"
    r"(?:\n~~~ refused\n(?P<words>.+)\n~~~\n)?",
    re.MULTILINE,
)
_BOX = 'viewBox="0 0 100 80"'
_WIDTH = 100
_MOST, _MEAN = 90, 2.0
"""Of 255: how far two programs may be apart in one place, softened, and everywhere."""


def _svg(root: str | None, inner: str) -> bytes:
    spaces = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f"<svg {spaces} {root or _BOX}>{inner}</svg>".encode()


FOUND = [one.groupdict() for one in _CASE.finditer(CASES.read_text("utf-8"))]
DRAWN = {one["name"]: _svg(one["root"], one["inner"]) for one in FOUND if not one["words"]}
REFUSED = {one["name"]: (_svg(None, one["inner"]), one["words"]) for one in FOUND if one["words"]}


def test_no_case_is_overlooked() -> None:
    assert len(FOUND) == CASES.read_text("utf-8").count("\n## ")
    assert len(DRAWN) > 130


@pytest.mark.parametrize("name", REFUSED)
def test_what_not_everybody_draws_is_refused_by_name_at_its_line(name: str) -> None:
    data, words = REFUSED[name]
    with pytest.raises(PictureFault) as told:
        read_svg(data.replace(b">", b">\n", 1))
    assert words in told.value.message
    assert told.value.line == 2


@cache
def _pictures() -> tuple[Picture, ...]:
    pictures = []
    for name, data in DRAWN.items():
        width, height = read_svg(data)
        bare = bare_svg(data, width, height)
        pictures.append(
            Picture(name=name, media="svg", data=bare, alt=name, width=width, height=height)
        )
    return tuple(pictures)


def _size(picture: Picture) -> tuple[int, int]:
    return _WIDTH, max(1, round(_WIDTH * picture.height / picture.width))


def _by_reportlab(pictures: tuple[Picture, ...]) -> bytes:
    """A page for each picture, which fills it."""
    objects, lettering = Objects(), Lettering(fonts.DEFAULT_FAMILY)
    faces, tree, kids = objects.reserve(), objects.reserve(), []
    for picture in pictures:
        width, height = _size(picture)
        number = write_picture(picture, objects, lettering, faces)
        code = objects.stream("", f"{width} 0 0 {height} 0 0 cm /P Do".encode())
        kids.append(
            objects.add(
                f"<</Type/Page/Parent {tree} 0 R/MediaBox[0 0 {width} {height}]"
                f"/Contents {code} 0 R/Resources<</XObject<</P {number} 0 R>>>>>>"
            )
        )
    listed = " ".join(f"{kid} 0 R" for kid in kids)
    objects.plain[tree] = f"<</Type/Pages/Count {len(kids)}/Kids[{listed}]>>"
    objects.plain[faces] = f"<<{write_fonts(lettering, objects)}>>"
    root = objects.add(f"<</Type/Catalog/Pages {tree} 0 R>>")
    return write_base(objects, root, "1.7").data


def _by_weasyprint(pictures: tuple[Picture, ...]) -> bytes:
    needs_pango()
    rules, images = [], []
    for index, picture in enumerate(pictures):
        width, height = _size(picture)
        rules.append(
            f"@page p{index}{{size:{width}pt {height}pt;margin:0}}"
            f".p{index}{{page:p{index};display:block;width:{width}pt;height:{height}pt}}"
        )
        images.append(f'<img class="p{index}" src="{data_uri(flattened(picture))}">')
    page = f"<style>body{{margin:0}}{''.join(rules)}</style>{''.join(images)}"
    html = _weasyprint().HTML(string=page, url_fetcher=_fetcher(), base_url="document:")
    return bytes(html.write_pdf())


ENGINES = {"reportlab": _by_reportlab, "weasyprint": _by_weasyprint}


@pytest.fixture(scope="module", params=ENGINES)
def printed(request: pytest.FixtureRequest) -> dict[str, Image.Image]:
    """Every drawing as one engine prints it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(flat, "PRINTABLE", 2 * _WIDTH)
        data = ENGINES[request.param](_pictures())
    with pdfium.PdfDocument(data) as document:
        pages = [page.render(scale=1).to_pil().convert("RGB") for page in document]
    return dict(zip(DRAWN, pages, strict=True))


def _by_resvg(picture: Picture) -> Image.Image:
    """As it was typed; a drawing smaller than a few pixels resvg would draw coarsely."""
    width, height = _size(picture)
    typed = DRAWN[picture.name] if max(picture.width, picture.height) > 20 else picture.data
    drawn = resvg_py.svg_to_bytes(
        svg_string=typed.decode(),
        width=width,
        height=height,
        dpi=96,
        background="white",
        skip_system_fonts=True,
        font_files=bitmaps._font_files() if b"<text" in picture.data else [],
    )
    with Image.open(io.BytesIO(bytes(drawn))) as image:
        return image.convert("RGB").resize((width, height))


def _apart(one: Image.Image, other: Image.Image) -> tuple[float, float]:
    soft = ImageFilter.BoxBlur(1)
    histogram = ImageChops.difference(one.filter(soft), other.filter(soft)).convert("L").histogram()
    total = sum(value * count for value, count in enumerate(histogram))
    return max(value for value, count in enumerate(histogram) if count), total / sum(histogram)


def test_every_drawing_is_printed_as_resvg_draws_it(printed: dict[str, Image.Image]) -> None:
    wrong = {}
    for picture in _pictures():
        most, mean = _apart(printed[picture.name], _by_resvg(picture))
        if most > _MOST or mean > _MEAN:
            wrong[picture.name] = (most, round(mean, 2))
    assert wrong == {}
