"""How the first page of a PDF looks."""

from __future__ import annotations

import io

import pypdfium2


def picture(data: bytes, width: int) -> bytes:
    """The first page as a PNG, `width` pixels wide; empty when it cannot be drawn."""
    try:
        pdf = pypdfium2.PdfDocument(data)
        try:
            page = pdf[0]
            image = page.render(scale=width / page.get_width()).to_pil()
        finally:
            pdf.close()
    except pypdfium2.PdfiumError:
        return b""
    buffer = io.BytesIO()
    image.convert("RGB").save(buffer, "PNG", optimize=True)
    return buffer.getvalue()
