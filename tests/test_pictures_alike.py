"""A picture shows the same in every format, whatever its colours are made of."""

from __future__ import annotations

import base64
import importlib
import io
import re
import zipfile
from functools import cache

import pypdfium2 as pdfium
import pytest
from PIL import Image

from exporter import fonts
from exporter.authored.raster import read_raster
from exporter.model import Document, Figure, Picture
from exporter.styles.editions import load_edition
from tests import build
from tests.test_parity import BRAND
from tests.unit.load.test_photos import UPRIGHT, _sixteen_bits, corners, exif, near, saved, seen


def _with_hole(mode: str) -> Image.Image:
    """White in the fourth quarter, because nothing is there."""
    image = corners().convert("RGBA")
    image.paste((0, 0, 0, 0), (24, 16, 48, 32))
    return image.convert(mode) if mode != "RGBA" else image


def _palette_with_hole() -> bytes:
    image = corners().quantize(8)
    clear = image.getpixel((40, 28))
    image.putpalette(
        [0 if index // 3 == clear else v for index, v in enumerate(image.getpalette() or [])]
    )
    return saved(image, "PNG", transparency=clear)


def _colour_key() -> bytes:
    image = corners()
    image.paste((1, 2, 3), (24, 16, 48, 32))
    return saved(image, "PNG", transparency=(1, 2, 3))


def _grey(image: Image.Image) -> tuple[tuple[int, ...], ...]:
    return seen(saved(image.convert("L"), "PNG"))


_DEEP = [0] * 24 + [257 * 120] * 24

KINDS = {
    "jpeg": (saved(corners(), "JPEG", quality=95), UPRIGHT),
    "jpeg progressive": (saved(corners(), "JPEG", quality=95, progressive=True), UPRIGHT),
    "jpeg turned": (
        saved(corners().transpose(Image.Transpose.ROTATE_90), "JPEG", exif=exif(6)),
        UPRIGHT,
    ),
    "jpeg grey": (saved(corners().convert("L"), "JPEG"), _grey(corners())),
    "jpeg printing inks": (saved(corners().convert("CMYK"), "JPEG", quality=95), UPRIGHT),
    "png": (saved(corners(), "PNG"), UPRIGHT),
    "png transparent": (saved(_with_hole("RGBA"), "PNG"), UPRIGHT),
    "png grey transparent": (saved(_with_hole("LA"), "PNG"), _grey(corners())),
    "png grey": (saved(corners().convert("L"), "PNG"), _grey(corners())),
    "png palette": (saved(corners().quantize(8), "PNG"), UPRIGHT),
    "png palette with a hole": (_palette_with_hole(), UPRIGHT),
    "png colour key": (_colour_key(), UPRIGHT),
    "png black and white": (
        saved(corners().convert("L").point(lambda v: 255 * (v > 90), "1"), "PNG"),
        _grey(corners().convert("L").point(lambda v: 255 * (v > 90))),
    ),
    "png sixteen bits grey": (
        _sixteen_bits(_DEEP, 0),
        ((0, 0, 0), (120, 120, 120)) * 2,
    ),
}


def _document() -> Document:
    figures = []
    for name, (data, _) in KINDS.items():
        photo = read_raster(data)
        picture = Picture(
            name=name,
            media=photo.media,
            data=photo.data,
            alt=name,
            width=photo.width,
            height=photo.height,
        )
        figures.append(Figure(picture))
    return build.document(*figures)


@cache
def _made(writer: str) -> bytes:
    module = importlib.import_module(f"exporter.writers.{writer}")
    theme = load_edition("standard").theme
    return bytes(module.stamp(module.compile(_document(), theme), BRAND))


def _on_web_pages(html: str, files: zipfile.ZipFile | None = None) -> list[bytes]:
    sources = dict(re.findall(r'<img src="([^"]+)" alt="([^"]+)"', html))
    found = {alt: source for source, alt in sources.items()}
    if files is None:
        return [base64.b64decode(found[name].partition(",")[2]) for name in KINDS]
    return [files.read(f"EPUB/{found[name]}") for name in KINDS]


def _in_a_web_page() -> list[bytes]:
    return _on_web_pages(_made("html").decode())


def _in_a_book() -> list[bytes]:
    with zipfile.ZipFile(io.BytesIO(_made("epub"))) as files:
        texts = [files.read(name).decode() for name in files.namelist() if name.endswith(".xhtml")]
        return _on_web_pages("".join(texts), files)


def _in_word() -> list[bytes]:
    with zipfile.ZipFile(io.BytesIO(_made("docx"))) as files:
        text = files.read("word/document.xml").decode()
        targets = dict(
            re.findall(
                r'Id="([^"]+)"[^>]*Target="([^"]+)"',
                files.read("word/_rels/document.xml.rels").decode(),
            )
        )
        drawn = dict(re.findall(r'descr="([^"]+)".*?<a:blip r:embed="([^"]+)"', text))
        return [files.read(f"word/{targets[drawn[name]]}") for name in KINDS]


def _printed(writer: str) -> list[bytes]:
    """What stands on the page where each picture is: drawn, and cut out."""
    scale, found = 2, []
    document = pdfium.PdfDocument(_made(writer))
    for page in document:
        drawn = page.render(scale=scale).to_pil()
        for image in page.get_objects(filter=(pdfium.raw.FPDF_PAGEOBJ_IMAGE,)):
            left, bottom, right, top = (scale * edge for edge in image.get_bounds())
            box = (left, drawn.height - top, right, drawn.height - bottom)
            found.append(saved(drawn.crop(tuple(map(round, box))), "PNG"))
    document.close()
    assert len(found) == len(KINDS)
    return found


FORMATS = {
    "html": _in_a_web_page,
    "epub": _in_a_book,
    "docx": _in_word,
    "pdf by reportlab": lambda: _printed("pdf_reportlab"),
    "pdf by weasyprint": lambda: _printed("pdf_weasyprint"),
}


@pytest.mark.parametrize("name", FORMATS)
def test_every_kind_of_photo_shows_the_same(name: str) -> None:
    if "weasyprint" in name and not fonts.shaping_is_there():
        pytest.skip("Pango is not installed here, and WeasyPrint needs it")
    shown = dict(zip(KINDS, map(seen, FORMATS[name]()), strict=True))
    wrong = {
        kind: (colours, KINDS[kind][1])
        for kind, colours in shown.items()
        if not near(colours, KINDS[kind][1], 20)
    }
    assert not wrong
