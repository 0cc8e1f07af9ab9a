"""Word files: one that becomes a document, and one of ours that somebody changed and sent back."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path, PurePath

from exporter import changes
from exporter.changes import read as read_back
from exporter.diagnostics import SourceError, Unreadable
from exporter.load.looks import name_of
from exporter.studio.desk import Desk
from exporter.studio.fields import Done, Fields
from exporter.studio.keeping import free_document
from exporter.studio.pages.coming_back import key_of_changes
from exporter.studio.saying import count, say

_KIND = re.compile(r"\.[a-z0-9]{1,7}")
"""How the name of a file may end; any other ending says nothing of what is in it."""


def bring_in(desk: Desk, called: str, data: bytes) -> Done:
    """Somebody's file as a document of its own; `called` is its name where it was. Raises
    ValueError where it cannot be one.

    The command does it: in a process of its own the system bounds what a stranger's file takes,
    and here, beside threads, it cannot.
    """
    sent = PurePath(called.replace("\\", "/").replace("\0", ""))
    stem = name_of(sent.stem, "document")
    name = free_document(desk, stem)
    with tempfile.TemporaryDirectory(prefix="exporter-studio-") as folder:
        kind = sent.suffix.lower()
        file = Path(folder) / (f"{stem}{kind}" if _KIND.fullmatch(kind) else stem)
        file.write_bytes(data)
        command = [sys.executable, "-m", "exporter", "import", str(file), "--to", name, "--json"]
        command += ["--sources", str(desk.sources)]
        done = subprocess.run(
            command, capture_output=True, encoding="utf-8", errors="replace", check=False,
            env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        )  # fmt: skip
    if (desk.sources / name).is_dir():
        return f"/d/{name}/imported", ""
    why = done.stderr.strip().splitlines() or [say("broken")]
    raise ValueError(why[0].removeprefix(f"{file}: "))


def came_back(desk: Desk, asked: Fields, data: bytes) -> Done:
    """Keep a Word file that somebody sent back, and show what is different in it."""
    desk.store(asked["name"]).keep_word(data)
    return f"/d/{asked['name']}/back", ""


def take_over(desk: Desk, asked: Fields) -> Done:
    """Save the chosen changes of the Word file that came back, as one step.

    They are chosen by their numbers, so only while the file and the document are what was shown.
    """
    name = asked["name"]
    there = f"/d/{name}/back"
    data = desk.store(name).word()
    chosen = tuple(int(key[5:]) for key in asked if re.fullmatch(r"take-\d{1,5}", key))
    if data is None or not chosen:
        raise ValueError(say("nothing-chosen"))
    try:
        came = read_back(data, desk.sources, desk.styles)
    except SourceError as error:
        raise ValueError(error.findings[0].message) from error
    except Unreadable as error:
        raise ValueError(str(error)) from error
    if came.folder.name != name:
        raise ValueError(say("other-document", name=came.folder.name))
    if key_of_changes(came.changes) != asked.get("seen"):
        raise ValueError(say("not-as-shown"))
    done = desk.around(name, "", lambda: changes.apply(came, chosen))
    if done.findings:
        raise ValueError(done.findings[0].message)
    applied = sum(one.state == "applied" for one in done.changes)
    return there, count("taken-over", applied)
