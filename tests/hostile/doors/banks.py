"""Banks of pictures: folders and lists of somebody else, and what lies in them."""

from __future__ import annotations

from pathlib import Path

from tests.hostile.attack import Attack, Content, link, pipe
from tests.hostile.doors.photos import _REFUSED, _saved

_ASK = "pictures search bus"
_BANK: dict[str, Content] = {"styles/banks.yaml": "- {folder: pics, name: Mine}\n"}
_HEAD = "concept,file,words,alt\n"
_WEBP = _saved("WEBP")


def _bank(name: str, files: dict[str, Content], says: str = "", code: int = 0) -> Attack:
    return Attack(name, _BANK | files, _ASK, code, says, never="\x1b")


def _many(path: Path) -> None:
    """More files than a folder of pictures has: a whole disk, by a slip."""
    for number in range(250):
        folder = path / f"{number}"
        folder.mkdir(parents=True)
        for one in range(81):
            (folder / f"{one}.gif").hardlink_to(folder / "0.gif") if one else (
                folder / "0.gif"
            ).touch()


def _index(name: str, text: str | bytes, says: str, code: int = 1) -> Attack:
    return _bank(
        f"a list with {name}",
        {"styles/pics/a.webp": _WEBP, "styles/pics/index.csv": text},
        says,
        code,
    )


ATTACKS = (
    *(_bank(f"a bus that is {name}", {"styles/pics/bus.gif": data}, "(Mine)")
      for name, (data, _) in _REFUSED.items()
      if name.startswith(("a GIF", "a TIFF of", "a WebP of 16 ", "a phone"))),
    _bank("pictures of each kind", {f"styles/pics/bus-{kind}.{kind.lower()}": _saved(kind)
                                    for kind in ("WEBP", "TIFF", "GIF", "BMP")}, "bus-webp"),
    _bank("20,000 pictures", {"styles/pics": _many}, "picture-index-wrong", 1),
    _bank("a folder in itself", {"styles/pics/a": link("."), "styles/pics/bus.gif": _saved("GIF")}, "(Mine)"),
    _bank("a pipe", {"styles/pics/bus.gif": pipe}),
    _bank("a name with codes for the terminal", {"styles/pics/bus\x1b[31m.gif": _saved("GIF")}, "(Mine)"),
    _bank("a name of its own with codes", {"styles/banks.yaml": '- {folder: pics, name: "a\\e[31m"}\n'},
          "text-control-character", 1),
    _index("30,000 pictures", _HEAD + "bus,a.webp,bus,A bus\n" * 30_000, "more than 20,000"),
    _index("20,000 that are not there", _HEAD + "bus,b.webp,bus,A bus\n" * 20_000, "no file"),
    _index("a way out", _HEAD + "bus,../../../outside/secret.svg,bus,A bus\n", "outside the folder"),
    _index("NULs", _HEAD.encode() + b"b\0s,a.webp\n", "text-control-character"),
    _index("a cell without end", _HEAD + '"' + "x" * 1_000_000, "cannot be read"),
)  # fmt: skip
