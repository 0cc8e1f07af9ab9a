"""Carries attacks out, each in a process forked from this one, which has the program loaded.

    python -m tests.hostile.runner FOLDER

takes names of attacks, a line each, and answers each with a line of JSON: exit code, what was said,
seconds of computing and mebibytes as the system counted them, and what was done that may not be.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import re
import resource
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from functools import cache
from pathlib import Path
from typing import Any

from tests.hostile.attack import GUIDE, SECRET, Attack, put
from tests.hostile.doors import ATTACKS

SECONDS, MEBIBYTES = 10, 500
"""What an attack may take: of computing, and of memory."""
_PATIENCE = 60
"""Seconds on the wall, for what waits and computes nothing."""
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_FORBIDDEN = (
    "socket.connect", "socket.getaddrinfo", "socket.bind", "subprocess.Popen", "os.system",
    "os.exec", "os.posix_spawn",
)  # fmt: skip


def carried_out(attack: Attack, box: Path) -> dict[str, Any]:
    """What came of an attack, in a new folder `box`."""
    home = box / "home"
    home.mkdir(parents=True)
    (box / "tmp").mkdir()
    put(box, "outside/secret.txt", SECRET)
    put(box, "outside/secret.svg", f"<svg>{SECRET}</svg>")
    for name, content in {**GUIDE, **attack.files}.items():
        put(home, name, content)
    if attack.first:
        _forked(box, attack.first, watched=False)
    if attack.then:
        attack.then(home)
    before = _tree(box)
    seen = _forked(box, attack.ask, watched=True)
    after = _tree(box)
    touched = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
    seen["touched"] = sorted(name for name in touched if name not in attack.leaves)
    built = (box / "home/output").rglob("*") if (box / "home/output").is_dir() else ()
    texts = [seen["said"], *(_text(file) for file in built if not file.is_symlink())]
    secrets = [SECRET, "root:x:0:", *([attack.never] if attack.never else [])]
    seen["shown"] = [one for one in secrets if any(one in text for text in texts)]
    return seen


def _forked(box: Path, ask: str, *, watched: bool) -> dict[str, Any]:
    said, odd = box / "said.txt", box / "odd.txt"
    child = os.fork()
    if not child:
        _in_child(box / "home", ask, said, odd if watched else None)
    until = time.monotonic() + _PATIENCE
    while True:
        done, status, used = os.wait4(child, os.WNOHANG)
        if done:
            break
        if time.monotonic() > until:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(child, signal.SIGKILL)
            until += 5
        time.sleep(0.002)
    answer = {
        "code": os.waitstatus_to_exitcode(status),
        "said": _text(said),
        "odd": _text(odd).splitlines() if odd.exists() else [],
        "seconds": round(used.ru_utime + used.ru_stime, 2),
        "mebibytes": _own_mebibytes(used.ru_maxrss // 1024),
    }
    for file in (said, odd):
        file.unlink(missing_ok=True)
    return answer


def _own_mebibytes(counted: int) -> int:
    """What a process would have had that began with this attack: the runner has more loaded."""
    return counted - _resident() + _fresh()


def _resident() -> int:
    """Mebibytes that this process has in memory, and each fork with it."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") >> 20


@cache
def _fresh() -> int:
    """Mebibytes of a process that was just begun, and has read one small PDF itself."""
    program = (
        "from pathlib import Path; from exporter.readback import pdf; "
        "from tests.unit.pdf_file import hostile; import exporter.strangers, exporter.checks; "
        "pdf.read_back(hostile.tagged()); print(Path('/proc/self/status').read_text())"
    )
    begun = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    told = re.search(r"VmHWM:\s*(\d+) kB", begun.stdout)
    return int(told[1]) >> 10 if told else 100


def _in_child(home: Path, ask: str, said: Path, odd: Path | None) -> None:
    """Never returns."""
    code = 70
    try:
        os.setsid()
        os.chdir(home)
        told = os.open(said, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        os.dup2(told, 1)
        os.dup2(told, 2)
        tempfile.tempdir = str(home.parent / "tmp")
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS + 2, SECONDS + 4))
        resource.setrlimit(resource.RLIMIT_AS, (_memory() + (2 << 30),) * 2)
        if odd:
            _watch(home, os.open(odd, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600))
        from exporter.cli import main

        alone = ["--without-validator"] if ask.startswith("verify") else []  # Java is not ours
        code = main([*shlex.split(ask), *alone])
    except SystemExit as error:
        code = error.code if isinstance(error.code, int) else 1
    except BaseException:
        traceback.print_exc()
    finally:
        with contextlib.suppress(Exception):
            sys.stdout.flush()
            sys.stderr.flush()
        os._exit(code)


def _watch(home: Path, notes: int) -> None:
    """Note what no attack may bring about: network, other programs, files written elsewhere."""
    may = (str(home / "output"), str(home.parent / "tmp"), os.devnull)

    def note(event: str, about: object) -> None:
        os.write(notes, f"{event} {str(about)[:200]!r}\n".encode(errors="replace"))

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        if event in _FORBIDDEN:
            note(event, arguments)
        elif event == "open" and isinstance(arguments[0], str) and (arguments[2] or 0) & _WRITES:
            path = os.path.realpath(arguments[0])
            if not path.startswith(may):
                note("written", path)

    sys.addaudithook(hook)


def _memory() -> int:
    return int(Path("/proc/self/statm").read_text().split()[0]) * os.sysconf("SC_PAGE_SIZE")


def _tree(box: Path) -> dict[str, tuple[int, ...]]:
    """Everything but what lies in output/, with size and time."""
    found = {}
    for folder, folders, files in os.walk(box):
        for kept in ("home/output", "tmp"):
            if Path(folder) == (box / kept).parent and Path(kept).name in folders:
                folders.remove(Path(kept).name)
        for name in (*folders, *files):
            path = Path(folder) / name
            about = path.lstat()
            size = 0 if path.is_dir() else about.st_size
            found[os.fsencode(path.relative_to(box)).decode(errors="replace")] = (
                about.st_mode, size, 0 if path.is_dir() else about.st_mtime_ns,
            )  # fmt: skip
    return found


def _text(file: Path) -> str:
    try:
        return file.read_bytes().decode(errors="replace") if file.is_file() else ""
    except OSError:
        return ""


def _load() -> None:
    """Load the program as a first command would, so that no attack pays for it."""
    from importlib import import_module

    for name in (
        "exporter.cli.build", "exporter.cli.batch", "exporter.cli.look", "exporter.cli.review",
        "exporter.checking", "exporter.explain", "exporter.starter", "exporter.strangers",
        "weasyprint",
    ):  # fmt: skip
        with contextlib.suppress(ImportError, OSError):
            import_module(name)


def main(folder: Path) -> None:
    warm(folder / "warm")
    print("ready", flush=True)
    for number, line in enumerate(sys.stdin):
        box = folder / f"{number}"
        answer = carried_out(ATTACKS[json.loads(line)], box)
        print(json.dumps(answer), flush=True)
        shutil.rmtree(box, ignore_errors=True)


def warm(box: Path) -> None:
    """One guide is built and read in this very process: what is loaded late is loaded now."""
    sys.dont_write_bytecode = True
    nowhere = io.StringIO()
    with contextlib.redirect_stdout(nowhere):  # WeasyPrint prints a page where there is no Pango
        _load()
    _fresh()
    from exporter.cli import main
    from exporter.starter import start

    start(box / "home")
    with (
        contextlib.chdir(box / "home"),
        contextlib.redirect_stdout(nowhere),
        contextlib.redirect_stderr(nowhere),
    ):
        for ask in _FIRST:
            main(ask.split())
    shutil.rmtree(box)


_FIRST = (
    "build --jobs 1 --edition standard",
    "build --jobs 1 --edition standard --format epub",
    "check home",
    "verify output/home/home-standard.pdf output/home/home-standard.docx "
    "output/home/home-standard.html output/home/home-standard.epub",
)

if __name__ == "__main__":
    main(Path(sys.argv[1]))
