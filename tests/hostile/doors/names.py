"""Names of documents and files that do more than name."""

from __future__ import annotations

import os

from tests.hostile.attack import BUILD, DOCUMENT, GUIDE, START, Attack, Content


def _called(name: str) -> dict[str, Content]:
    """The guide under another name, beside the good one."""
    return {
        f"sources/{name}/document.yaml": GUIDE[DOCUMENT],
        f"sources/{name}/sections/start.yaml": GUIDE[START],
    }


_TAKEN = (
    "partners", "Partners", "covers", ".state", ".git", "report.json", "con", "CON", "nul", "aux", "prn",
    "com1", "lpt9", "com¹", "nul.txt", "dot.", "space ", "a:b", "a?", "a*", 'a"', "a|b", "a\\b", "a\nb", "a\x1b[31m",
)  # fmt: skip
_KEPT = ("a b", "é", "a'b", "$(id)", "; id", "-rf", "%s%n", "{{7*7}}", "a\u202eb", "a" * 200, "<b>")
_FILES = (
    b"caf\xe9.txt",
    b"\xff\xfe",
    b"a\nb",
    b"\x1b]0;x\x07",
    b"-rf",
    b"a" * 250,
    b"$(id)",
    b"con",
)

ATTACKS = (
    *(Attack(f"a document called {name!r}", _called(name), "check", 1, "document-name") for name in _TAKEN),
    *(Attack(f"a document called {name[:20]!r} is built", _called(name), BUILD, -1, never="\x1b") for name in _KEPT),
    *(Attack(f"a file called {name[:20]!r}", {f"sources/guide/{os.fsdecode(name)}": "x"}, BUILD, 0, never="\x1b")
      for name in _FILES),
    Attack("a document whose name is no UTF-8", _called(os.fsdecode(b"caf\xe9")), BUILD, -1),
    Attack("two documents of one name", {**_called("../other/guide")}, f"{BUILD} guide other/guide", 1, "document-name"),
    Attack("a text whose name is a code", {"a\x1b[31m.md": "Some words.\n"}, "check 'a\x1b[31m.md'", -1, never="\x1b"),
    Attack("a text whose name turns", {"a\u202efdp.md": "Some words.\n"}, "check 'a\u202efdp.md'", -1, never="\u202e"),
    Attack("a picture whose name is no UTF-8", {"sources/guide/pictures/" + os.fsdecode(b"\xe9.svg"): "x"}, "check", 0),
)  # fmt: skip
