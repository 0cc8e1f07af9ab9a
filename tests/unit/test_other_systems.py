"""Windows, as far as it can be played here: no POSIX lock, no fork, another console and line ends.

Nobody of us has such a machine in CI; what the program needs of a system is taken away instead.
"""

from __future__ import annotations

import ast
import asyncio
import os
import re
import socket
import subprocess
import sys
import tomllib
import types
from functools import cache
from pathlib import Path

import pytest

from exporter.extras import DISTRIBUTION, with_extra
from exporter.load.looks import name_of
from exporter.making import turn
from exporter.starter import start
from tests.conftest import ROOT

MODULES = sorted((ROOT / "exporter").rglob("*.py"))
_PLAYED = """
import os, subprocess, sys, types
for name in ("fcntl", "resource", "pwd", "grp", "termios"):
    sys.modules[name] = None
del os.fork
import multiprocessing
multiprocessing.get_all_start_methods = lambda: ["spawn"]
taken = []
sys.modules["msvcrt"] = types.SimpleNamespace(
    LK_NBLCK=2, locking=lambda handle, mode, count: taken.append((mode, count))
)
system, sys.platform = sys.platform, "win32"
import exporter.making.turn
sys.platform = system
del sys.modules["msvcrt"]
from exporter.cli import main
code = main(sys.argv[1:])
assert code or not any(one == "build" for one in sys.argv) or taken == [(2, 1)], taken
sys.exit(code)
"""


def played(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """A command without what only POSIX has, and with the console of western Windows."""
    env = {**os.environ, "PYTHONUTF8": "0", "PYTHONIOENCODING": "cp1252"}
    command = [sys.executable, "-c", _PLAYED, *arguments]
    return subprocess.run(command, cwd=folder, env=env, capture_output=True, check=False)


def test_a_guide_is_begun_checked_and_built_without_anything_that_only_posix_has(
    tmp_path: Path,
) -> None:
    assert played(tmp_path, "init", "guide", "--publisher", "Dom Łódzki").returncode == 0
    folder = tmp_path / "guide"
    assert b"\r" not in (folder / "styles/brands/house.yaml").read_bytes()
    options = ("--format", "html", "--edition", "standard", "--jobs", "1", "--all")
    done = played(folder, "build", *options)
    assert done.returncode == 0, done.stderr.decode("cp1252")
    page = folder / "output/guide/guide-standard.html"
    assert "Dom Łódzki" in page.read_text("utf-8")
    report = folder / "output/guide/report.json"
    assert b"\r" not in report.read_bytes()
    assert played(folder, "verify", "--without-validator", str(page)).returncode == 0


def test_the_lock_of_windows_is_taken_where_there_is_no_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[tuple[int, int, int]] = []
    system = types.SimpleNamespace(LK_NBLCK=2, locking=lambda *told: asked.append(told))
    monkeypatch.setitem(sys.modules, "msvcrt", system)
    monkeypatch.setitem(sys.modules, "fcntl", None)
    monkeypatch.setattr(turn.sys, "platform", "win32")
    turn._taker()(7)
    assert asked == [(7, 2, 1)]


def test_a_port_is_asked_for_alone_on_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    from exporter.studio import serving

    asked: list[tuple[int, int, int]] = []
    listening = types.SimpleNamespace(setsockopt=lambda *told: asked.append(told))
    monkeypatch.setattr(serving.sys, "platform", "win32")
    monkeypatch.setattr(serving.socket, "SO_EXCLUSIVEADDRUSE", -5, raising=False)
    serving._alone(listening)  # type: ignore[arg-type]
    assert [one[1] for one in asked] == [-5]


def test_an_answer_of_the_studio_waits_for_nothing_once_it_is_written() -> None:
    """Else its words lie 40 ms in the socket, until the browser confirms the head before them."""
    from exporter.studio.serving import HOST, listening_at

    async def asked() -> int:
        at_once: asyncio.Future[int] = asyncio.get_running_loop().create_future()

        def heard(_: asyncio.StreamReader, answer: asyncio.StreamWriter) -> None:
            heard_at = answer.get_extra_info("socket")
            at_once.set_result(heard_at.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
            answer.close()

        with listening_at(0) as listening:
            async with await asyncio.start_server(heard, sock=listening):
                _, ours = await asyncio.open_connection(HOST, listening.getsockname()[1])
                ours.close()
                return await at_once

    assert asyncio.run(asked()) != 0


# ---- text, wherever it is written or read -------------------------------------------------------


_WATCHED = ("write_text", "read_text", "open", "run", "Popen")


@cache
def looked_through() -> tuple[list[tuple[str, str, ast.Call]], list[tuple[str, str]]]:
    """Calls of files, each with its place and name; what modules import at their top."""
    calls, imports = [], []
    for file in MODULES:
        tree = ast.parse(file.read_text("utf-8"))
        name = file.relative_to(ROOT).as_posix()
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute | ast.Name):
                called = node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id
                if called in _WATCHED:
                    calls.append((called, f"{name}:{node.lineno}", node))
        for top in tree.body:
            if isinstance(top, ast.Import):
                imports += [(f"{name}:{top.lineno}", one.name) for one in top.names]
            elif isinstance(top, ast.ImportFrom):
                imports.append((f"{name}:{top.lineno}", top.module or ""))
    return calls, imports


def calls(name: str) -> list[tuple[str, ast.Call]]:
    return [(place, call) for called, place, call in looked_through()[0] if called == name]


def keywords(call: ast.Call) -> set[str]:
    return {one.arg for one in call.keywords if one.arg}


def test_text_is_written_with_the_ends_of_lines_that_it_has() -> None:
    found = calls("write_text")
    assert found
    wrong = [place for place, call in found if not {"newline"} <= keywords(call)]
    assert wrong == []


def test_text_is_never_read_as_a_system_likes_to_spell_it() -> None:
    found = calls("read_text")
    assert found
    wrong = [
        place
        for place, call in found
        if isinstance(call.func, ast.Attribute)
        and not call.args
        and "encoding" not in keywords(call)
    ]
    assert wrong == []


def test_every_file_that_is_opened_as_text_says_how_it_is_spelt() -> None:
    wrong = []
    for place, call in calls("open"):
        modes = [one.value for one in call.args if isinstance(one, ast.Constant)]
        as_text = any(re.fullmatch("[rwax]t?[+]?", str(mode)) for mode in modes)
        if as_text and "encoding" not in keywords(call):
            wrong.append(place)
    assert wrong == []


def test_what_another_program_says_is_never_read_as_a_system_likes_to_spell_it() -> None:
    found = [*calls("run"), *calls("Popen")]
    assert any("encoding" in keywords(call) for _, call in found)
    as_text = {"text", "universal_newlines"}
    assert [place for place, call in found if keywords(call) & as_text] == []


def test_what_only_posix_has_is_imported_where_it_is_needed_and_nowhere_at_the_top() -> None:
    posix = {"fcntl", "resource", "pwd", "grp", "termios", "pty", "msvcrt", "winreg"}
    imports = looked_through()[1]
    assert imports
    assert [place for place, module in imports if module in posix] == []


@pytest.mark.parametrize("words", ["con", "NUL", "Aux", "com1", "LPT9", "prn"])
def test_no_name_that_windows_keeps_for_itself_becomes_a_folder(tmp_path: Path, words: str) -> None:
    kept = {"con", "nul", "aux", "com1", "lpt9", "prn"}
    assert name_of(words, "part") not in kept
    assert start(tmp_path / words).name not in kept


# ---- how it is handed out ----------------------------------------------------------------------


def test_no_hint_sends_anybody_to_a_program_of_somebody_else() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["name"] == DISTRIBUTION != "exporter"
    assert project["scripts"] == {"exporter": "exporter.cli:main"}
    told = [*MODULES, ROOT / "README.md", ROOT / "CONTRIBUTING.md"]
    hint = re.compile(r"install[^\n]{0,40}['\" ]exporter(\[|['\"])")
    wrong = [one.name for one in told if hint.search(one.read_text("utf-8"))]
    assert wrong == []
    extras = set(project["optional-dependencies"])
    named = re.compile(r"with_extra\(['\"]([a-z-]+)")
    asked = {one for file in MODULES for one in named.findall(file.read_text("utf-8"))}
    assert asked <= extras
    assert len(asked) == 5
    assert "“studio”" in with_extra("studio")


@pytest.mark.parametrize(
    ("words", "plain"),
    [("Łódź", "lodz"), ("Straße", "strasse"), ("Søren Ærø", "soren-aero"), ("Đặng Thị", "dang-thi"),
     ("ışık", "isik"), ("Œuvre", "oeuvre"), ("Þór", "thor"), ("ŁÓDŹ ẞ", "lodz-ss"), ("Ǿre", "ore"),
     ("Ŋŧħə", "nthe")],
)  # fmt: skip
def test_letters_that_are_no_letters_of_names_become_those_that_are(
    tmp_path: Path, words: str, plain: str
) -> None:
    assert name_of(words, "part") == plain
    assert start(tmp_path / words).name == plain
