"""Pictures as XObjects: drawings stay lines and curves, photographs stay as they are.

svglib reads a drawing into ReportLab shapes and ReportLab's renderer paints them on a canvas of
ours, which sets text in our own embedded faces and keeps the resources. What a drawing becomes
does not depend on the document, so it is remembered by its bytes.
"""

from __future__ import annotations

import io
import zlib
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from PIL import Image
from reportlab.graphics import renderPDF
from reportlab.pdfbase import pdfdoc, pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from svglib.svglib import SvgRenderer, load_svg_file

from exporter import fonts
from exporter.fonts import Weight
from exporter.model import Picture
from exporter.writers.pdf_reportlab.lettering import Lettering, normal
from exporter.writers.pdf_reportlab.objects import Objects, numbers


class PictureUnreadable(ValueError):
    """The bytes of a picture are not what its name says."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(f"the picture {name!r} cannot be read")


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing painted: the code, what it needs, and the size of its page."""

    code: str
    states: str
    shadings: str
    strings: tuple[tuple[str, str, Weight], ...]
    """Text in it: a sign that stands in the code, the words, the weight."""
    width: float
    height: float


def write_picture(picture: Picture, objects: Objects, lettering: Lettering, faces: int) -> int:
    """Put a picture into the file as an XObject one unit wide and high; its number.

    `faces` is the object that holds the resource dictionary of the fonts.
    """
    if picture.media == "svg":
        return _write_drawing(draw_svg(picture.data, picture.name), objects, lettering, faces)
    return write_image(picture, objects)


def _write_drawing(drawing: Drawing, objects: Objects, lettering: Lettering, faces: int) -> int:
    code = drawing.code
    for sign, words, weight in drawing.strings:
        spelled = lettering.spell(words, weight)
        shown = " ".join(f"/{font} @size@ Tf [{letters}] TJ" for font, letters in spelled.parts)
        before, after = code.split(sign, 1)
        size, after = after.split(" ", 1)
        code = f"{before}{shown.replace('@size@', size)} {after}"
    return objects.stream(
        form_entries(drawing.width, drawing.height, resources(drawing, faces)),
        code.encode("latin-1"),
    )


def resources(drawing: Drawing, faces: int) -> str:
    return f"/Font {faces} 0 R/ExtGState<<{drawing.states}>>/Shading<<{drawing.shadings}>>"


def form_entries(width: float, height: float, needs: str) -> str:
    """A form whose page is mapped to one unit by one, like an image."""
    return (
        f"/Type/XObject/Subtype/Form/BBox[0 0 {numbers(width, height)}]"
        f"/Matrix[{1 / width:.8f} 0 0 {1 / height:.8f} 0 0]/Resources<<{needs}>>"
    )


def write_image(picture: Picture, objects: Objects) -> int:
    try:
        with Image.open(io.BytesIO(picture.data)) as image:
            if image.format == "JPEG" and image.mode in ("RGB", "L", "CMYK"):
                return _write_jpeg(image, picture.data, objects)
            return _write_pixels(image, objects)
    except (OSError, ValueError) as error:
        raise PictureUnreadable(picture.name) from error


_SPACES = {"L": "DeviceGray", "RGB": "DeviceRGB", "CMYK": "DeviceCMYK"}


def _write_jpeg(image: Image.Image, data: bytes, objects: Objects) -> int:
    inverted = "/Decode[1 0 1 0 1 0 1 0]" if image.mode == "CMYK" else ""
    return objects.raw_stream(
        f"/Type/XObject/Subtype/Image/Width {image.width}/Height {image.height}"
        f"/ColorSpace/{_SPACES[image.mode]}/BitsPerComponent 8/Filter/DCTDecode{inverted}",
        data,
    )


def _write_pixels(image: Image.Image, objects: Objects) -> int:
    mask = ""
    if image.has_transparency_data:
        image = image.convert("RGBA")
        alpha = image.getchannel("A")
        if alpha.getextrema() != (255, 255):
            mask = f"/SMask {_pixels(alpha, '', objects)} 0 R"
        image = image.convert("RGB")
    elif image.mode not in ("L", "RGB"):
        image = image.convert("L" if image.mode in ("1", "I", "F", "I;16") else "RGB")
    return _pixels(image, mask, objects)


def _pixels(image: Image.Image, more: str, objects: Objects) -> int:
    return objects.stream(
        f"/Type/XObject/Subtype/Image/Width {image.width}/Height {image.height}"
        f"/ColorSpace/{_SPACES[image.mode]}/BitsPerComponent 8{more}",
        image.tobytes(),
        packed=zlib.compress(image.tobytes(), 9),
    )


# ---- drawings --------------------------------------------------------------------------------

_NAMES: dict[Weight, str] = {"regular": "Exporter-Drawing", "bold": "Exporter-Drawing-Bold"}


def _register_faces() -> None:
    """Tell ReportLab our faces under names of our own, for measuring; done once in a process."""
    for weight, name in _NAMES.items():
        if name not in pdfmetrics.getRegisteredFontNames():
            data = fonts.data(fonts.DEFAULT_FAMILY, weight)
            pdfmetrics.registerFont(TTFont(name, io.BytesIO(data), shapable=False))


class _OurFaces:
    """svglib's question "which font?", always answered with one of ours.

    Its own map registers fonts and changes ReportLab's bold and italic mapping for everybody.
    """

    def find_font(
        self, _name: str, weight: str = "normal", _style: str = "normal"
    ) -> tuple[str, bool]:
        heavy = weight in ("bold", "bolder") or (weight.isdigit() and int(weight) >= 600)
        return _NAMES["bold" if heavy else "regular"], True


class _InPlace:
    """Stands for a ReportLab document: every object is written where it is used."""

    encrypt = pdfdoc.NoEncryption()

    def Reference(self, thing: Any, _name: str | None = None) -> Any:  # noqa: N802
        return thing


class _DrawingCanvas(Canvas):  # type: ignore[misc]
    """A canvas for one drawing."""

    def __init__(self) -> None:
        super().__init__(io.BytesIO(), initialFontName=_NAMES["regular"], invariant=1)
        self.strings: list[tuple[str, str, Weight]] = []
        self.shadings: list[str] = []

    def setFont(self, name: str, size: float, _leading: float | None = None) -> None:  # noqa: N802
        """Only remember it: ReportLab would name its own Helvetica in the code."""
        self._fontname, self._fontsize = name, size

    def drawString(self, x: float, y: float, text: str, *_: Any, **__: Any) -> None:  # noqa: N802
        if not text.strip():
            return
        weight: Weight = "bold" if self._fontname == _NAMES["bold"] else "regular"
        sign = f"@{len(self.strings)}@"
        self.strings.append((sign, normal(text), weight))
        self._code.append(f"BT 1 0 0 1 {numbers(x, y)} Tm {sign}{self._fontsize:g} ET")

    def shade(self, shading: Any) -> None:
        body = shading.Dict(_InPlace())
        name = f"Sh{len(self.shadings)}"
        self.shadings.append(f"/{name} {pdfdoc.format(body, _InPlace()).decode('latin-1')}")
        self._code.append(f"/{name} sh")


@lru_cache(maxsize=512)
def draw_svg(data: bytes, name: str) -> Drawing:
    """Paint an SVG."""
    _register_faces()
    root = load_svg_file(io.BytesIO(data))
    shapes = (
        None if root is None else SvgRenderer(io.BytesIO(data), font_map=_OurFaces()).render(root)
    )
    if shapes is None or not (shapes.width > 0 and shapes.height > 0):
        raise PictureUnreadable(name)
    canvas = _DrawingCanvas()
    renderPDF.draw(shapes, canvas, 0, 0, showBoundary=0)
    states = canvas._extgstate.getState()
    body = pdfdoc.format(states, _InPlace()).decode("latin-1").strip() if states else ""
    return Drawing(
        code="\n".join(canvas._code),
        states=body.removeprefix("<<").removesuffix(">>"),
        shadings=" ".join(canvas.shadings),
        strings=tuple(canvas.strings),
        width=float(shapes.width),
        height=float(shapes.height),
    )
