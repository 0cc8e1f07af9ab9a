"""What output/ remembers, changed by somebody between two runs."""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable
from pathlib import Path

from tests.hostile.attack import BUILD, Attack, Content

_BATCH = "batch --draft --jobs 1 --no-covers"
_PLAN: dict[str, Content] = {
    "sources/partners.yaml": "defaults: {formats: [html], editions: [standard]}\npartners:\n"
    "  - {id: hill, name: Hill}\n"
}


class _Command:
    def __reduce__(self) -> tuple[object, ...]:
        return os.system, ("touch ../outside/it-ran",)


def _zeros(data: bytes) -> bytes:
    middle = len(data) // 2
    return data[:middle] + bytes(min(40, len(data) - middle)) + data[middle + 40 :]


_SPOILT: dict[str, Callable[[bytes], bytes]] = {
    "nothing": lambda data: b"",
    "half": lambda data: data[: len(data) // 2],
    "zeros in the midst": _zeros,
    "a command": lambda data: pickle.dumps(_Command()),
    "brackets": lambda data: b"[" * 200_000,
    "another shape": lambda data: b'{"schema": 1, "files": 3, "key": []}\n',
    "20 megabytes more": lambda data: data + b"\n" + b"x" * 20_000_000,
}
_KEPT = {
    "the memory of a build": (BUILD, ".state/build-guide.json"),
    "the history of a plan": (_BATCH, ".state/batch-partners.jsonl"),
    "the versions": (_BATCH, ".state/versions-guide.json"),
    "the shelf": (_BATCH, ".state/templates/*"),
    "what the reports were made of": (_BATCH, ".state/report-partners.key"),
}


def _spoil(pattern: str, how: Callable[[bytes], bytes]) -> Callable[[Path], None]:
    """Change each of these files, and a word of the guide, so that all of them are asked for."""

    def then(home: Path) -> None:
        for file in (home / "output").glob(pattern):
            about = file.stat()
            file.write_bytes(how(file.read_bytes()))
            os.utime(file, ns=(about.st_atime_ns, about.st_mtime_ns))
        plan = home / "sources/partners.yaml"
        plan.write_text(plan.read_text().replace("name: Hill", "name: Dale"))

    return then


def _instead(name: str, make: Callable[[Path], object]) -> Callable[[Path], None]:
    def then(home: Path) -> None:
        for path in (home / "output").glob(name):
            if path.is_dir():
                path.rename(path.with_name("before"))
            else:
                path.unlink()
            make(path)

    return then


def _link_out(path: Path) -> None:
    path.symlink_to(
        Path(
            os.path.relpath(
                path.parents[[one.name for one in path.parents].index("home")].parent / "outside",
                path.parent,
            )
        )
    )


def _link_to_secret(path: Path) -> None:
    _link_out(path)
    target = path.readlink()
    path.unlink()
    path.symlink_to(f"{target}/secret.txt")


ATTACKS = (
    *(Attack(f"{what} is {how}", _PLAN, ask, 0, first=ask, then=_spoil(pattern, spoil))
      for what, (ask, pattern) in _KEPT.items() for how, spoil in _SPOILT.items()),
    *(Attack(f"{what} is a pipe", _PLAN, ask, 0, first=ask, then=_instead(pattern, os.mkfifo))
      for what, (ask, pattern) in _KEPT.items()),
    *(Attack(f"{what} is a link out", _PLAN, ask, 0, first=ask, then=_instead(pattern, _link_to_secret))
      for what, (ask, pattern) in _KEPT.items()),
    *(Attack(f"{name} is a link out", _PLAN, _BATCH, 0, first=_BATCH, then=_instead(name, _link_out))
      for name in (".state", ".state/templates")),
    Attack("a built file is a link out", _PLAN, BUILD, 0, first=BUILD,
           then=_instead("guide/guide-standard.html", _link_to_secret)),
    Attack("a built file is a pipe", _PLAN, BUILD, 0, first=BUILD,
           then=_instead("guide/guide-standard.html", os.mkfifo)),
    Attack("a report is a link out", _PLAN, BUILD, 0, first=BUILD,
           then=_instead("guide/report.json", _link_to_secret)),
    Attack("a file of a pack is a link out", _PLAN, _BATCH, 0, first=_BATCH,
           then=_instead("partners/hill/*.html", _link_to_secret)),
    Attack("a folder of files is a link out", _PLAN, BUILD, -1, first=BUILD, then=_instead("guide", _link_out)),
    Attack("a folder of packs is a link out", _PLAN, _BATCH, -1, first=_BATCH, then=_instead("partners", _link_out)),
    Attack("a pack is a link out", _PLAN, _BATCH, -1, first=_BATCH, then=_instead("partners/hill", _link_out)),
)  # fmt: skip
