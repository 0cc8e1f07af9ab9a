"""Any SVG, by way of svglib: gradients, clipping, turned groups, style sheets.

svglib reads a drawing into ReportLab shapes and ReportLab's renderer paints them on a canvas of
ours, which sets text in our own embedded faces and keeps the resources.
"""

from __future__ import annotations

import io
from typing import Any

from reportlab.graphics import renderPDF
from reportlab.pdfbase import pdfdoc, pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from svglib.svglib import SvgRenderer, load_svg_file

from exporter import fonts
from exporter.fonts import Weight
from exporter.writers.pdf_reportlab.drawings import Drawing
from exporter.writers.pdf_reportlab.lettering import normal
from exporter.writers.pdf_reportlab.objects import numbers

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


def paint(data: bytes) -> Drawing | None:
    """Paint an SVG; None if it is none."""
    _register_faces()
    root = load_svg_file(io.BytesIO(data))
    shapes = (
        None if root is None else SvgRenderer(io.BytesIO(data), font_map=_OurFaces()).render(root)
    )
    if shapes is None or not (shapes.width > 0 and shapes.height > 0):
        return None
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
