"""Documents begun, copied, put away and brought back. Nothing is ever deleted here."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from exporter.fingerprint import write_whole
from exporter.importing import report
from exporter.load.looks import name_of
from exporter.review import FILE as REVIEW
from exporter.saving import NotSaved, read_text
from exporter.starter import GUIDE, copy_document, kinds
from exporter.studio.changes import Put, changed
from exporter.studio.desk import Desk
from exporter.studio.fields import Fields
from exporter.studio.naming import NAME, free, one_line
from exporter.studio.saying import say
from exporter.studio.view import Unknown

ARCHIVE = "archive"
"""A folder beside the documents; what lies in it is not built, for documents lie one level up."""
_STAYS = frozenset((REVIEW, report.JSON, report.HTML))
"""What is said of a document, and not of its copy."""
_MOST_FILES = 5_000


def begin(desk: Desk, title: str, template: str) -> str:
    """A document of a template, under a title of its own. Gives its name. Raises ValueError."""
    title = _line(title)
    if template not in kinds():
        raise ValueError(say("no-template"))
    name = free_document(desk, name_of(title, "document"))
    copy_document(desk.sources / name, template)
    file = desk.file(name, "document.yaml")
    write_whole(file, _as_new(file, title).encode())
    return name


def copy(desk: Desk, name: str, title: str) -> str:
    """A document once more, as a draft that nobody has looked at yet. Gives its name.

    The file by which a folder is a document comes last: half a copy is none. Raises ValueError,
    Unknown, NotSaved.
    """
    title, folder = _line(title), _original(desk, name)
    text = _as_new(desk.file(name, "document.yaml"), title)
    made = free_document(desk, name_of(title, "document"))
    target = desk.sources / made
    target.mkdir()
    try:
        for file in _files(folder):
            if file.as_posix() not in ("document.yaml", *_STAYS):
                (target / file).parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(folder / file, target / file, follow_symlinks=False)
        write_whole(target / "document.yaml", text.encode())
    except BaseException:
        shutil.rmtree(target)
        raise
    return made


def put_away(desk: Desk, name: str) -> None:
    """Move a document into the archive, with what waits to be typed. Raises NotSaved, Unknown."""
    folder = _original(desk, name)
    archive = desk.sources / ARCHIVE
    if (archive / "document.yaml").exists():
        raise NotSaved(say("archive-is-document"))
    if folder.is_symlink() or archive.is_symlink():
        raise NotSaved(say("file-leads-elsewhere"))
    archive.mkdir(exist_ok=True)
    if (archive / name).exists():
        raise NotSaved(say("archived-already", name=name))
    _moved(folder, archive / name)
    _moved(_kept(desk, name), _kept(desk, f".{ARCHIVE}") / name)
    desk.forget(name)


def _original(desk: Desk, name: str) -> Path:
    """The folder of a document that is no translation: those go with it. Raises Unknown."""
    if desk.view(name).original is not None:
        raise Unknown
    return desk.folder(name)


def archived(desk: Desk) -> tuple[str, ...]:
    """The documents that were put away."""
    if (desk.sources / ARCHIVE).is_symlink():
        return ()
    found = (one.parent for one in (desk.sources / ARCHIVE).glob("*/document.yaml"))
    names = (one.name for one in found if not one.is_symlink() and NAME.fullmatch(one.name))
    return tuple(sorted(names))


def bring_back(desk: Desk, name: str) -> None:
    """Out of the archive, under the name that it had. Raises NotSaved, Unknown."""
    if name not in archived(desk):
        raise Unknown
    if (desk.sources / name).exists():
        raise NotSaved(say("name-taken", name=name))
    _moved(desk.sources / ARCHIVE / name, desk.sources / name)
    _moved(_kept(desk, f".{ARCHIVE}") / name, _kept(desk, name))
    desk.forget(name)


# ---- files -------------------------------------------------------------------------------------


def _line(title: str) -> str:
    title = one_line(title)
    if not title:
        raise ValueError(say("no-heading"))
    return title


def _as_new(file: Path, title: str) -> str:
    """The text of a document with another title, as a draft. Raises NotSaved."""
    text = changed(read_text(file).text, Put(("title",), title))
    return changed(text, Put(("status",), "draft"))


def free_document(desk: Desk, name: str) -> str:
    """The name, or the first one like it that neither a document nor one put away has; never that
    of the archive, in which no document could be put away any more."""
    folders = (desk.sources, desk.sources / ARCHIVE)
    return free(
        name, lambda one: one == ARCHIVE or any(os.path.lexists(way / one) for way in folders)
    )


def _files(folder: Path) -> list[Path]:
    """Every file below a folder, by its way from there; no link, and nothing that one leads to."""
    found: list[Path] = []
    for here, folders, files in os.walk(folder):
        folders[:] = [one for one in folders if not one.startswith(".")]
        every = (Path(here) / one for one in files if not one.startswith("."))
        own = (one for one in every if one.is_file() and not one.is_symlink())
        found += [one.relative_to(folder) for one in own]
        if len(found) > _MOST_FILES:
            raise NotSaved(say("too-many-files"))
    return found


def _kept(desk: Desk, name: str) -> Path:
    """What the studio keeps of a document between two runs."""
    return desk.output / ".state" / "studio" / name


def _moved(there: Path, to: Path) -> None:
    if there.is_dir() and not there.is_symlink() and not to.exists():
        to.parent.mkdir(parents=True, exist_ok=True)
        there.rename(to)


# ---- what the buttons do ------------------------------------------------------------------------


def begun(desk: Desk, asked: Fields) -> tuple[str, str]:
    name = begin(desk, asked.get("title", ""), asked.get("template", GUIDE))
    return f"/d/{name}", say("begun")


def copied(desk: Desk, asked: Fields) -> tuple[str, str]:
    return f"/d/{copy(desk, asked['name'], asked.get('title', ''))}", say("copied")


def away(desk: Desk, asked: Fields) -> tuple[str, str]:
    put_away(desk, asked["name"])
    return "/", say("archived")


def back(desk: Desk, asked: Fields) -> tuple[str, str]:
    name = asked.get("document", "")
    bring_back(desk, name)
    return f"/d/{name}", say("brought-back")
