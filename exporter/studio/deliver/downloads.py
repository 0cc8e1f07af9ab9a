"""Finished files, to be kept: one by one, or as one zip. Only what lies in a folder of ours."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from exporter import fingerprint
from exporter.studio.view import Unknown
from exporter.zip_file import Member, member, pieces

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,150}")
_PART = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_OURS = "report.json"
"""What the program tells other programs of a build: nobody hands it out."""
MOST = 5_000
"""Files of one folder."""


def pack_folder(output: Path, partner: str) -> Path:
    """The folder of a partner's pack. Raises Unknown for what is no partner's id."""
    if len(partner) > 200 or not _PART.fullmatch(partner):
        raise Unknown
    return output / "partners" / partner


def names_in(output: Path, folder: Path) -> tuple[str, ...]:
    """The files in a folder of the output, sorted; no link is one, nor what a link leads to."""
    try:
        fingerprint.refuse_links(output, folder)
        with os.scandir(folder) as entries:
            found = [one.name for one in entries if one.is_file(follow_symlinks=False)]
    except OSError:
        return ()
    good = (one for one in found if _NAME.fullmatch(one) and one != _OURS)
    return tuple(sorted(good))[:MOST]


def bytes_in(output: Path, folder: Path, name: str) -> bytes:
    """One of these files. Raises Unknown."""
    if name not in names_in(output, folder):
        raise Unknown
    data = fingerprint.read_kept(folder / name)
    if data is None:
        raise Unknown
    return data


def zip_pieces(output: Path, folder: Path, names: Iterable[str]) -> Iterator[bytes]:
    """A zip of these files, piece by piece: one file is in memory at a time.

    The same files give the same bytes. Where one has gone meanwhile the zip breaks off with
    Unknown, for a zip that lacks a file in silence would be handed on as whole.
    """
    return pieces(_members(output, folder, names))


def _members(output: Path, folder: Path, names: Iterable[str]) -> Iterator[Member]:
    for name in names:
        yield member(name, bytes_in(output, folder, name))
