"""Word files that are brought in, with pictures that are none, or more than any computer holds."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from tests.hostile.attack import Attack
from tests.hostile.doors import photos
from tests.hostile.doors.word_files import _LINK, body, word

_DRAWING = (
    '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
    'wordprocessingDrawing"><wp:extent cx="914400" cy="914400"/><wp:docPr id="1" name="p" '
    'descr="A ring"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">'
    '<pic:blipFill><a:blip r:embed="r1"/></pic:blipFill></pic:pic></a:graphicData></a:graphic>'
    "</wp:inline></w:drawing></w:r></w:p>"
)
_WORDS = "<w:p><w:r><w:t>We meet on Mondays.</w:t></w:r></w:p>"
_RELATED = "word/_rels/document.xml.rels"
_PICTURE = _LINK.replace(' TargetMode="External"', "").format("image", "media/x.{0}")
_SUFFIX = {"GIF": "gif", "BMP": "bmp", "TIFF": "tiff", "WebP": "webp", "HEIC": "heic"}


def _with(data: bytes, suffix: str, count: int = 1) -> bytes:
    return word(
        body(_WORDS + _DRAWING * count),
        **{_RELATED: _PICTURE.format(suffix), f"word/media/x.{suffix}": data},
    )


def _many(data: bytes, suffix: str, count: int) -> bytes:
    """Pictures that differ by their last byte, so that each is looked at."""
    links = "".join(
        _PICTURE.format(suffix).partition("<Relationship ")[2].partition("</Relationships>")[0]
        .join(["<Relationship ", ""]).replace('"r1"', f'"r{n}"').replace("/x.", f"/x{n}.")
        for n in range(count)
    )  # fmt: skip
    head = _PICTURE.partition("<Relationship ")[0]
    shown = "".join(_DRAWING.replace('"r1"', f'"r{n}"') for n in range(count))
    files = {f"word/media/x{n}.{suffix}": data + n.to_bytes(2, "big") for n in range(count)}
    return word(body(_WORDS + shown), **{_RELATED: f"{head}{links}</Relationships>", **files})


def _suffix(name: str) -> str:
    return next((suffix for kind, suffix in _SUFFIX.items() if kind in name), "png")


def _write(make: Callable[[], bytes], path: Path) -> None:
    path.write_bytes(make())


_EVERY = {name: data for name, (data, _) in photos._REFUSED.items()} | photos._TAKEN
_BMP = photos._REFUSED["a packed BMP of 30 megabytes"][0]
_FILES: dict[str, Callable[[], bytes]] = {
    **{
        name: partial(_with, data, _suffix(name))
        for name, data in _EVERY.items()
        if any(kind in name for kind in (*_SUFFIX, "60,000", "of colours"))
        and "JPEG" not in name
        and len(data) < 25_000_000
    },
    "a GIF that calls itself a WebP": lambda: _with(photos._saved("GIF"), "webp"),
    "one picture 600 times": lambda: _with(photos._saved("WEBP"), "webp", 600),
    "400 WebP that are none": lambda: _many(
        photos._REFUSED["a WebP of 16,384 by 16,384"][0], "webp", 400
    ),
}

ATTACKS = tuple(
    Attack(name, {"x.docx": partial(_write, make)}, "import x.docx --to new --check-only", -1,
           never="alert(7)")
    for name, make in _FILES.items()
)  # fmt: skip
