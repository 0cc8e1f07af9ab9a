"""Pictures as XObjects: plain drawings stay lines and curves, photographs stay as they are."""

from __future__ import annotations

import io
from functools import lru_cache

from PIL import Image

from exporter.model import Picture
from exporter.writers.drawings.flat import flattened
from exporter.writers.drawings.plain import Drawing, plain
from exporter.writers.operators import numbers
from exporter.writers.pdf_reportlab.lettering import Lettering
from exporter.writers.pdf_reportlab.objects import Objects, pack


class PictureUnreadable(ValueError):
    """The bytes of a picture are not what its name says."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(f"the picture {name!r} cannot be read")


def write_picture(picture: Picture, objects: Objects, lettering: Lettering, faces: int) -> int:
    """Put a picture into the file as an XObject one unit wide and high; its number.

    `faces` is the object that holds the resource dictionary of the fonts.
    """
    if picture.media == "svg" and (drawing := plain(picture.data)):
        return _write_drawing(drawing, objects, lettering, faces)
    try:
        return write_image(flattened(picture), objects)
    except ValueError as error:
        raise PictureUnreadable(picture.name) from error


def _write_drawing(drawing: Drawing, objects: Objects, lettering: Lettering, faces: int) -> int:
    code = drawing.code
    for sign, words, weight in drawing.strings:
        spelled = lettering.spell(words, weight)
        shown = " ".join(f"/{font} @size@ Tf [{letters}] TJ" for font, letters in spelled.parts)
        before, after = code.split(sign, 1)
        size, after = after.split(" ", 1)
        code = f"{before}{shown.replace('@size@', size)} {after}"
    entries = form_entries(drawing.width, drawing.height, resources(drawing, faces))
    return objects.packed_stream(entries, _packed(code))


@lru_cache(maxsize=512)
def _packed(code: str) -> bytes:
    """The code of a drawing packed. Remembered, as drawings are: the next file has it too."""
    return pack(code.encode("latin-1"))


def resources(drawing: Drawing, faces: int) -> str:
    return f"/Font {faces} 0 R/ExtGState<<{drawing.states}>>"


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


_PROFILES = {"L": (1, b"GRAY"), "RGB": (3, b"RGB ")}
"""How many channels a picture has, and what its colour profile calls them (ICC.1, 7.2.6)."""
_CLASSES = (b"scnr", b"mntr", b"prtr", b"spac")


def _colours(image: Image.Image, profile: bytes, objects: Objects) -> str:
    """The colour space of a picture: that of its profile, as web pages show it (ISO 32000-1,
    8.6.5.5). A profile that is damaged, of other colours, or of no kind that an archive takes
    (ISO 19005-2, 6.2.4.2) is passed over."""
    channels, named = _PROFILES.get(image.mode, (0, b""))
    whole = int.from_bytes(profile[:4], "big") == len(profile) and profile[36:40] == b"acsp"
    taken = whole and profile[8] <= 4 and profile[12:16] in _CLASSES
    if not (channels and taken and profile[16:20] == named):
        return f"/{_SPACES[image.mode]}"
    number = objects.stream(f"/N {channels}/Alternate/{_SPACES[image.mode]}", profile)
    return f"[/ICCBased {number} 0 R]"


def _write_jpeg(image: Image.Image, data: bytes, objects: Objects) -> int:
    inverted = "/Decode[1 0 1 0 1 0 1 0]" if image.mode == "CMYK" else ""
    colours = _colours(image, image.info.get("icc_profile") or b"", objects)
    return objects.raw_stream(
        f"/Type/XObject/Subtype/Image/Width {image.width}/Height {image.height}"
        f"/ColorSpace{colours}/BitsPerComponent 8/Filter/DCTDecode{inverted}",
        data,
    )


def _write_pixels(image: Image.Image, objects: Objects) -> int:
    mask, profile = "", image.info.get("icc_profile") or b""
    if image.has_transparency_data:
        image = image.convert("RGBA")
        alpha = image.getchannel("A")
        if alpha.getextrema() != (255, 255):
            mask = f"/SMask {_pixels(alpha, '', b'', objects)} 0 R"
        image = image.convert("RGB")
    elif image.mode not in ("L", "RGB"):
        image = image.convert("L" if image.mode in ("1", "I", "F", "I;16") else "RGB")
    return _pixels(image, mask, profile, objects)


def _pixels(image: Image.Image, more: str, profile: bytes, objects: Objects) -> int:
    colours = _colours(image, profile, objects)
    return objects.packed_stream(
        f"/Type/XObject/Subtype/Image/Width {image.width}/Height {image.height}"
        f"/ColorSpace{colours}/BitsPerComponent 8{more}",
        pack(image.tobytes(), 9),
    )
