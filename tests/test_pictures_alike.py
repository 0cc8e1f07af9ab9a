"""A picture shows the same in every format, whatever its colours are made of."""

from __future__ import annotations

import base64
import importlib
import io
import re
import struct
import zipfile
from dataclasses import replace
from functools import cache

import pypdfium2 as pdfium
import pytest
from PIL import Image, ImageCms

from exporter.authored.raster import read_raster
from exporter.model import Document, Figure, Picture
from exporter.styles.editions import load_edition
from exporter.writers.pdf_reportlab.objects import Objects
from exporter.writers.pdf_reportlab.pictures import write_image
from tests import build
from tests.conftest import needs_pango
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
    "webp of a photo": (saved(corners(), "WEBP", quality=95), UPRIGHT),
    "webp turned": (
        saved(corners().transpose(Image.Transpose.ROTATE_90), "WEBP", exif=exif(6), lossless=True),
        UPRIGHT,
    ),
    "webp transparent": (saved(_with_hole("RGBA"), "WEBP", lossless=True), UPRIGHT),
    "tiff printing inks": (saved(corners().convert("CMYK"), "TIFF"), UPRIGHT),
    "tiff sixteen bits grey": (
        saved(Image.frombytes("I;16", (48, 1), struct.pack("<48H", *_DEEP)), "TIFF"),
        ((0, 0, 0), (120, 120, 120)) * 2,
    ),
    "tiff packed and turned": (
        saved(
            corners().transpose(Image.Transpose.ROTATE_90),
            "TIFF",
            compression="tiff_lzw",
            tiffinfo={0x0112: 6},
        ),
        UPRIGHT,
    ),
    "gif palette with a hole": (saved(_with_hole("RGBA"), "GIF"), UPRIGHT),
    "bmp": (saved(corners((64, 32)), "BMP"), UPRIGHT),
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
    shown = re.findall(r'<img src="([^"]+)" alt="([^"]+)"', html)
    found = {alt: source for source, alt in shown}
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
    if "weasyprint" in name:
        needs_pango()
    shown = dict(zip(KINDS, map(seen, FORMATS[name]()), strict=True))
    wrong = {
        kind: (colours, KINDS[kind][1])
        for kind, colours in shown.items()
        if not near(colours, KINDS[kind][1], 20)
    }
    assert not wrong


def _in_other_colours() -> bytes:
    """A photo whose profile calls red what others call green."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    tags = {
        bytes(profile[at : at + 4]): at
        for at in range(132, 132 + 12 * int.from_bytes(profile[128:132], "big"), 12)
    }
    red, green = tags[b"rXYZ"], tags[b"gXYZ"]
    profile[red : red + 4], profile[green : green + 4] = b"gXYZ", b"rXYZ"
    return saved(corners(), "PNG", icc_profile=bytes(profile))


def test_a_pdf_shows_the_colours_that_a_photo_says_it_has() -> None:
    from exporter.writers import pdf_reportlab

    photo = read_raster(_in_other_colours())
    size = {"width": photo.width, "height": photo.height}
    picture = Picture(name="p", media=photo.media, data=photo.data, alt="Four colours", **size)
    theme = load_edition("standard").theme
    data = pdf_reportlab.stamp(
        pdf_reportlab.compile(build.document(Figure(picture)), theme), replace(BRAND, logo=picture)
    )
    with pdfium.PdfDocument(data) as document:
        for page in (document[0], document[2]):  # the logo, the figure
            (image,) = page.get_objects(filter=(pdfium.raw.FPDF_PAGEOBJ_IMAGE,))
            shown = seen(saved(image.get_bitmap(render=True).to_pil(), "PNG"))
            assert shown[0][1] > 120 > shown[0][0]  # red is shown as green


def test_a_damaged_colour_profile_is_passed_over() -> None:
    objects = Objects()
    data = saved(corners(), "JPEG", icc_profile=b"no profile")
    picture = Picture(name="p", media="jpeg", data=data, alt="x", width=48, height=32)
    number = write_image(picture, objects)
    assert b"/DeviceRGB" in objects.streams[number]
