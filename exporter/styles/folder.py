"""Where the styles are: the user's own first, then those that came with the program."""

from __future__ import annotations

import errno
from collections.abc import Iterable
from pathlib import Path
from typing import TypeAlias

from exporter import fingerprint
from exporter.authored.files import text_of
from exporter.authored.findings import Findings, nearest
from exporter.authored.forms import Form
from exporter.authored.located import Located
from exporter.authored.located_yaml import read_yaml
from exporter.diagnostics import Diagnostic, Place, SourceError

_PACKAGE = Path(__file__).parent.parent
MOST = 500_000
"""Bytes of one style file."""


def shipped() -> Path:
    """The folder that came with the program: inside the wheel, else the repository's."""
    packaged = _PACKAGE / "packaged" / "styles"
    return packaged if packaged.is_dir() else _PACKAGE.parent / "styles"


Styles: TypeAlias = Path | tuple[Path, ...]
"""The user's own folders of styles, the first before the others.

One alone comes before ./styles; several are all that count beside those of the program.
"""
_HERE = Path("styles")


def users(asked: Path | None) -> tuple[Path, ...]:
    """The user's folders for one command: the one that was asked for, then ./styles.

    Decided once, where a command begins, and passed on. Raises SourceError where the folder that
    was asked for is not there.
    """
    if asked is None:
        return (_HERE,)
    if not asked.is_dir():
        message = f"There is no folder {asked}."
        raise SourceError([Diagnostic(code="name-unknown", message=message)])
    return asked, _HERE


def searched(styles: Styles | None) -> tuple[Path, ...]:
    """The folders in which a style file is looked for, in this order; the one place that says so.

    None: nobody decided (see `users`), so the user's folder is ./styles.
    """
    match styles:
        case None:
            return _HERE, shipped()
        case Path():
            return styles, _HERE, shipped()
        case _:
            return (*styles, shipped())


def find(relative: str, styles: Styles | None = None) -> Path | None:
    """The style file of this name: the user's own first, then the shipped one."""
    files = (folder / relative for folder in searched(styles))
    return next((file for file in files if file.is_file()), None)


def is_packaged(file: Path, styles: Styles | None = None) -> bool:
    """Whether a style file came with the program, and lies in none of the user's own folders."""
    own = searched(styles)[:-1]
    return not any(file.resolve().is_relative_to(folder.resolve()) for folder in own)


def names(kind: str, styles: Styles | None = None) -> tuple[str, ...]:
    """The names of all editions, brands or locales, sorted; `kind` is their folder."""
    files = (file for folder in searched(styles) for file in (folder / kind).glob("*.yaml"))
    found = {file.stem for file in files if not file.name.startswith(".") and file.is_file()}
    return tuple(sorted(found))


def named(kind: str, name: str, styles: Styles | None = None) -> Path:
    """The file of an edition or a locale. Raises SourceError when there is none."""
    file = find(f"{kind}/{name}.yaml", styles)
    if file is None:
        there = names(kind, styles)
        message = f"There is no styles/{kind}/{name}.yaml. Those there are: {', '.join(there)}."
        raise SourceError([unknown_name("name-unknown", message, name, there)])
    return file


def unknown_name(code: str, message: str, name: str, there: Iterable[str]) -> Diagnostic:
    """That there is no file or typeface of this name, with the nearest that there is."""
    near = nearest(name, there)
    hint = f"Did you mean “{near}”?" if near else ""
    return Diagnostic(code=code, message=message, hint=hint, words=name, suggestion=near)


def key(styles: Styles | None, without: str = "") -> str:
    """A hash of every style file that may count, but for those in the folder `without`."""
    return fingerprint.key_of(
        *(
            (one.name, _hash(one))
            for folder in searched(styles)
            if folder.is_dir()
            for one in sorted(folder.iterdir())
            if one.name != without and (one.is_dir() or one.is_file())
        )
    )


def _hash(entry: Path) -> str:
    if entry.is_dir():
        return fingerprint.of_folder(entry)
    return fingerprint.of_source(entry).hex()


def read(file: Path, findings: Findings, most: int = MOST) -> bytes | None:
    """The bytes of a file; None, and told, where it cannot be read or has more than `most`."""
    try:
        if not file.is_file():  # a pipe or a device may never end
            raise OSError(errno.EINVAL, "this is no file")
        with file.open("rb") as stream:
            data = stream.read(most + 1)
    except OSError as error:
        message = f"This file cannot be read: {error.strerror}."
        findings.add("file-unreadable", Place(str(file)), message)
        return None
    if len(data) > most:
        message = f"This file is larger than {most // 1000} KB."
        findings.add("file-too-large", Place(str(file)), message, "No file of its kind needs that.")
        return None
    return data


def located(
    file: Path,
    findings: Findings,
    *,
    settings: bool = False,
    is_list: bool = False,
    most: int = MOST,
) -> Located | None:
    """The data of a style file with the place of each value; None, and told, if there is none."""
    data = read(file, findings, most)
    text = text_of(data, str(file), findings) if data is not None else None
    if text is None:
        return None
    return read_yaml(text, str(file), findings, settings=settings, is_list=is_list)


def form(
    file: Path, owner: str, findings: Findings, *, code: str = "style-wrong", settings: bool = True
) -> Form | None:
    """The keys of a style file, to be asked for. None, and told, where it could not be read."""
    found = located(file, findings, settings=settings)
    return Form(found, findings, code, owner) if found is not None and found.whole else None
