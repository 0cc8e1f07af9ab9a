"""PDF engines alone: pages a second at 30, 120 and 480 pages, memory, file size.

    python -m tests.benchmarks pdf_speed [ROUNDS]

Our reportlab engine and Typst (PDF/UA-1), by turns, each run in a process of its own that does
nothing else: one file cold (with the engine's imports and fonts), then two warm, the text changed
before each, so that nothing remembered answers. Nothing is verified. Ours sets the adapted
document, Typst its markup. A process of its own also because Typst forgets nothing between files:
after five of 480 pages it is at 2.7 GB and half as fast.
"""

from __future__ import annotations

import io
import json
import pickle
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from exporter.edition import Theme
from exporter.model import Document
from tests.benchmarks import example, peers
from tests.benchmarks.measuring import machine, table
from tests.benchmarks.typst_markup import typst

SECTIONS = {30: 8, 120: 31, 480: 122}
"""Pages aimed at, and the number of top sections that come near."""
FILES = 3
"""How many files each process sets: one cold, the others warm."""

_MEASURE = """\
import json, sys, time
from pathlib import Path
def measure(first, read, set_one, inputs):
    told = []
    for given in inputs:
        text = read(Path(given).read_bytes())
        begin, work = first or time.perf_counter(), time.process_time()
        data = set_one(text)
        first = 0
        told.append([time.perf_counter() - begin, time.process_time() - work])
        if len(told) == 1:
            peak = next(line for line in open("/proc/self/status") if line.startswith("VmHWM"))
    Path(inputs[-1]).with_suffix(".pdf").write_bytes(data)
    print(json.dumps({"files": told, "peak": int(peak.split()[1]) / 1024}))
"""
_OURS = f"""\
{_MEASURE}
import pickle
first = time.perf_counter()
from exporter.writers import pdf_reportlab
def set_one(given):
    document, theme, brand = given
    return pdf_reportlab.stamp(pdf_reportlab.compile(document, theme), brand)
measure(first, pickle.loads, set_one, sys.argv[1:])
"""
_TYPST = f"""\
{_MEASURE}
packages, folder, fonts, *inputs = sys.argv[1:]
sys.path.append(packages)
first = time.perf_counter()
import typst
known = typst.Fonts(include_system_fonts=False, font_paths=fonts.split(":"))
compiler = typst.Compiler(root=folder, font_paths=known)
def set_one(given):
    return compiler.compile(input=given, format="pdf", pdf_standards=["ua-1"])
measure(first, bytes, set_one, inputs)
"""


class Engine:
    """One engine and the files that it is to set; `runs` is what its processes told."""

    def __init__(self, name: str, command: Sequence[str], inputs: Sequence[Path]) -> None:
        self.name = name
        self.command = [sys.executable, *command, *map(str, inputs)]
        self.made = inputs[-1].with_suffix(".pdf")
        self.runs: list[dict[str, list[list[float]]]] = []
        self.peaks: list[float] = []

    def run(self) -> None:
        done = subprocess.run(self.command, stdout=subprocess.PIPE, check=True)
        told = json.loads(done.stdout)
        self.runs.append(told)
        self.peaks.append(told["peak"])

    @property
    def cold(self) -> float:
        return median(run["files"][0][0] for run in self.runs)

    def warm(self, column: int = 0) -> float:
        """Seconds (0) or work of the processor (1) of a later file."""
        return median(file[column] for run in self.runs for file in run["files"][1:])

    def row(self, about: str, typst: Engine) -> list[str]:
        data = self.made.read_bytes()
        count = pages(data)
        return [
            f"{about}: {self.name}",
            f"{count}",
            f"{self.warm():.3f}",
            f"{self.warm(1):.3f}",
            f"{count / self.warm():.0f}",
            f"{self.warm() / typst.warm():.2f}",
            f"{self.cold:.3f}",
            f"{median(self.peaks):.0f}",
            f"{len(data) / 1000:.0f}",
        ]


HEADINGS = (
    "PDF", "pages", "warm s", "CPU s", "pages/s", "of Typst", "cold s", "peak MiB", "KB",
)  # fmt: skip


def pages(data: bytes) -> int:
    import pypdf

    return len(pypdf.PdfReader(io.BytesIO(data)).pages)


def engines(folder: Path, document: Document, theme: Theme) -> tuple[Engine, Engine]:
    """Ours and Typst, with the same words to set."""
    peers.write_input(folder, "guide", document, theme, example.BRAND, bitmaps=False)
    ours, theirs = [], []
    for seed in range(FILES):
        text = example.reworded(document, seed)
        ours.append(folder / f"ours-{seed}.pickle")
        ours[-1].write_bytes(pickle.dumps((text, theme, example.BRAND)))
        theirs.append(folder / f"typst-{seed}.typ")
        theirs[-1].write_text(typst(text, theme, example.BRAND), "utf-8")
    packages = sysconfig.get_paths()["platlib"]
    typst_command = ["-S", "-c", _TYPST, packages, str(folder), ":".join(peers.font_folders())]
    return Engine("exporter", ["-c", _OURS], ours), Engine("Typst", typst_command, theirs)


def measured(documents: dict[str, tuple[Document, Theme]], rounds: int) -> list[list[str]]:
    rows = []
    for about, (document, theme) in documents.items():
        with tempfile.TemporaryDirectory() as name:
            ours, theirs = engines(Path(name), document, theme)
            for _ in range(rounds):
                ours.run()
                theirs.run()
            rows += [ours.row(about, theirs), theirs.row(about, theirs)]
    return rows


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    theme = example.edition("standard").theme
    print(f"PDF engines alone, median of {rounds} processes. {machine()}")
    longer = {
        f"{aim} pages": (example.of_length(sections), theme) for aim, sections in SECTIONS.items()
    }
    table(HEADINGS, measured(longer, rounds))
    guide = {e: (example.guide(e), example.edition(e).theme) for e in example.EDITIONS}
    table(HEADINGS, measured({f"the guide, {e}": it for e, it in guide.items()}, rounds))
    print(machine())


if __name__ == "__main__":
    main()
