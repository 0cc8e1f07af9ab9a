"""What other tools make of the same document: Typst (PDF/UA-1) and pandoc (Word and web page).

Their input is written beforehand and pandoc gets its drawings as bitmaps; neither is timed.
"""

from __future__ import annotations

import subprocess
import sys
import sysconfig
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from exporter import fonts
from exporter.brand import Brand
from exporter.edition import Theme
from exporter.model import Document
from exporter.walk import pictures_of, pictures_within
from tests.benchmarks.pandoc_markdown import READER, bitmap_file, markdown
from tests.benchmarks.typst_markup import typst
from tests.benchmarks.typst_settings import picture_file

_TYPST = """\
import sys
sys.path.append(sys.argv[1])
import typst
typst.compile(sys.argv[2], output=sys.argv[3], font_paths=sys.argv[4:],
              ignore_system_fonts=True, pdf_standards=["ua-1"])
"""
_BITMAP_WIDTH = 480
_BITMAPS = f"""\
import sys
from pathlib import Path
sys.path.append(sys.argv[1])
import resvg_py
for file in sorted(Path(sys.argv[2]).glob("*.svg")):
    text = file.read_text("utf-8-sig")
    data = resvg_py.svg_to_bytes(svg_string=text, width={_BITMAP_WIDTH}, font_files=sys.argv[3:],
                                 skip_system_fonts=True)
    file.with_suffix(".png").write_bytes(bytes(data))
"""


@dataclass(frozen=True, slots=True)
class Input:
    """One document written down for the peers."""

    folder: Path
    name: str

    @property
    def typst(self) -> Path:
        return self.folder / f"{self.name}.typ"

    @property
    def markdown(self) -> Path:
        return self.folder / f"{self.name}.md"


def write_input(
    folder: Path, name: str, document: Document, theme: Theme, brand: Brand, *, bitmaps: bool = True
) -> Input:
    """Write the document down for Typst and, with its bitmaps, for pandoc."""
    written = Input(folder, name)
    (folder / "pictures").mkdir(parents=True, exist_ok=True)
    written.typst.write_text(typst(document, theme, brand), "utf-8")
    written.markdown.write_text(markdown(document, brand), "utf-8")
    for picture in (*pictures_of(document), *pictures_within(document.end)):
        (folder / picture_file(picture)).write_bytes(picture.data)
        if bitmaps and picture.media == "svg":
            (folder / bitmap_file(picture)).write_bytes(_bitmap(picture.data))
    return written


@cache
def _bitmap(svg: bytes) -> bytes:
    import resvg_py

    text = svg.decode("utf-8-sig")
    return bytes(
        resvg_py.svg_to_bytes(svg_string=text, width=_BITMAP_WIDTH, font_files=_font_files())
    )


def _font_files() -> list[str]:
    return [str(fonts.path(fonts.DEFAULT_FAMILY, weight)) for weight in ("regular", "bold")]


def font_folders() -> list[str]:
    families = (fonts.DEFAULT_FAMILY, "Arimo")
    return [str(fonts.path(family, "regular").parent) for family in families]


# ---- as processes ----------------------------------------------------------------------------


def typst_command(written: Input, target: Path) -> list[str]:
    """One process that writes one PDF; Python starts without its site packages, to be quick."""
    packages = sysconfig.get_paths()["platlib"]
    return [
        sys.executable, "-S", "-c", _TYPST, packages, str(written.typst), str(target),
        *font_folders(),
    ]  # fmt: skip


def pandoc_command(written: Input, target: Path) -> list[str]:
    """One process that writes one Word file or web page."""
    import pypandoc

    more = ["--embed-resources", "-s", "-t", "html5"] if target.suffix == ".html" else []
    folder = f"--resource-path={written.folder}"
    return [
        pypandoc.get_pandoc_path(), "-f", READER, folder, "--toc", "--toc-depth=3", *more,
        str(written.markdown), "-o", str(target),
    ]  # fmt: skip


def bitmaps_command(folder: Path) -> list[str]:
    """One process that makes the bitmaps of all drawings in `folder`/pictures."""
    packages = sysconfig.get_paths()["platlib"]
    where = str(folder / "pictures")
    return [sys.executable, "-S", "-c", _BITMAPS, packages, where, *_font_files()]


def run_at_once(commands: Iterable[Sequence[str]], at_once: int = 2) -> None:
    """Run the commands, so many at a time, as a script with `xargs -P` would."""
    waiting = list(commands)
    running: list[subprocess.Popen[bytes]] = []
    while waiting or running:
        while waiting and len(running) < at_once:
            running.append(subprocess.Popen(waiting.pop(0)))
        done = next((process for process in running if process.poll() is not None), None)
        if done is None:
            _wait_for_one(running)
            continue
        if done.returncode:
            raise RuntimeError(f"{done.args!r} ended with {done.returncode}")
        running.remove(done)


def _wait_for_one(running: list[subprocess.Popen[bytes]]) -> None:
    """Wait a moment; a child's end is noticed within a millisecond."""
    for process in running:
        try:
            process.wait(timeout=0.001)
            return
        except subprocess.TimeoutExpired:
            continue


# ---- in this process -------------------------------------------------------------------------


class Typst:
    """Typst in this process, its fonts read once."""

    def __init__(self, folder: Path) -> None:
        import typst as binding

        folder.mkdir(parents=True, exist_ok=True)
        known = binding.Fonts(include_system_fonts=False, font_paths=font_folders())
        self.compiler = binding.Compiler(root=str(folder), font_paths=known)

    def pdf(self, markup: str) -> bytes:
        made = self.compiler.compile(input=markup.encode(), format="pdf", pdf_standards=["ua-1"])
        assert isinstance(made, bytes)
        return made
