"""Ways to files that nobody may open."""

from __future__ import annotations

import os
from pathlib import Path

from tests.hostile.attack import DOCUMENT, HEAD, READ, Attack, Content, folder, hole, link, pipe

_NAMES = {
    "../../../outside/secret.svg": "file-outside",
    "pictures/../../../../outside/secret.svg": "file-outside",
    "/etc/passwd": "file-outside",
    "~/.ssh/id_rsa": "file-outside",
    "C:/Windows/win.ini": "file-outside",
    "C:\\\\Windows\\\\win.ini": "file-outside",
    "\\\\\\\\host\\\\share\\\\x.svg": "file-outside",
    "//host/share/x.svg": "file-outside",
    "file:///etc/passwd": "file-outside",
    "https://evil.example/x.svg": "file-outside",
    "HTTP://evil.example/x.svg": "file-outside",
    "php://filter/x": "file-outside",
    "data:image/svg+xml,x": "file-",
    "%2e%2e/%2e%2e/outside/secret.svg": "file-absent",
    "\u2024\u2024/\u2024\u2024/outside/secret.svg": "file-absent",
    "..\\\\..\\\\outside\\\\secret.svg": "file-outside",
    ".": "file-",
    "..": "file-outside",
    "pictures": "file-absent",
    "pictures/": "file-absent",
    "none.svg": "file-absent",
    "x.svg\\0.png": "",
    "x.svg/": "file-",
    "x.svg/y": "file-",
    "x.svg?y": "file-absent",
    "x.svg#y": "file-absent",
    "a" * 5000: "file-",
    "a/" * 3000: "file-",
    "\\u202egvs.x": "",
    "document.yaml": "picture-",
    "con": "file-absent",
    "-rf": "file-absent",
    "x.svg; id": "file-absent",
    "$(id).svg": "file-absent",
    "*": "file-absent",
}


def _picture(name: str) -> str:
    return f'{HEAD}cover: x\npictures:\n  x: {{file: "{name}", alt: A ring}}\nsections: [start]\n'


def _loop(path: Path) -> None:
    path.symlink_to(path.name)


_FILES: dict[str, tuple[Content, str]] = {
    "a link that leads out": (link("../../../../outside/secret.svg"), "file-outside"),
    "a link to the top of the disk": (link("/etc/passwd"), "file-outside"),
    "a link to a device": (link("/dev/zero"), "file-outside"),
    "a link to what comes in": (link("/dev/stdin"), "file-"),
    "a link to this process": (link("/proc/self/environ"), "file-outside"),
    "a link to itself": (_loop, "file-"),
    "a link to nothing": (link("nothing"), "file-absent"),
    "a pipe": (pipe, "file-absent"),
    "a folder": (folder, "file-absent"),
    "3 gigabytes of nothing": (hole(3_000_000_000), "file-too-large"),
    "an unreadable file": (lambda path: (path.write_bytes(b"x"), path.chmod(0)), ""),
}
_AROUND: dict[str, Content] = {
    "a film of 3 gigabytes beside the guide": hole(3_000_000_000),
    "a pipe beside the guide": pipe,
    "a link to a device beside the guide": link("/dev/zero"),
    "a link to the folder itself": link("."),
    "a link to the top of the disk beside the guide": link("/"),
}

ATTACKS = (
    *(Attack(f"the picture {name[:40]!r}", {DOCUMENT: _picture(name)}, READ, 1, says)
      for name, says in _NAMES.items()),
    *(Attack(f"a picture that is {name}", {DOCUMENT: _picture("pictures/x.svg"),
             "sources/guide/pictures/x.svg": made}, READ, 1, says)
      for name, (made, says) in _FILES.items() if os.geteuid() or "unreadable" not in name),
    *(Attack(name, {"sources/guide/beside": made}, "build --jobs 1 --format html", 0)
      for name, made in _AROUND.items()),
    Attack("a document that is a link out", {"sources/other":
           lambda path: path.symlink_to("../../outside")}, "check", 0),
    Attack("sections that are a link out", {"sources/guide/sections/more.yaml":
           link("../../../../outside/secret.txt"),
           DOCUMENT: f"{HEAD}sections: [start, more]\n"}, READ, 1, "file-outside"),
    Attack("a document.yaml that is a link out", {"sources/odd/document.yaml":
           link("../../../outside/secret.txt")}, "outline odd", 1, "file-outside"),
    Attack("a document.yaml that is a pipe", {"sources/odd/document.yaml": pipe}, "outline odd", 2,
           "There is no document"),
)  # fmt: skip
