"""Word: our writer alone, warm, at 30 and 300 pages, against pandoc from Markdown.

    python -m tests.benchmarks word_speed [ROUNDS]

Pandoc is a program of its own: its time holds its start (told by a document of one word, so that
it can be taken off), its parsing of the Markdown and the reading of bitmaps made beforehand. Ours
is told three times: warm, from the adapted document, text changed before every run; as a process
of its own that also loads the engine and finds its bitmaps in the folder of an earlier build, as
pandoc finds them; and as one that has to draw them. How long pandoc's writer alone takes cannot be
had.
"""

from __future__ import annotations

import pickle
import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path

from exporter.model import Document
from tests.benchmarks import example, peers
from tests.benchmarks.measuring import TOLD, by_turns, machine, table

SECTIONS = {30: 8, 300: 76}
"""Pages (of the PDF) aimed at, and the number of top sections that come near."""

_ALONE = """\
import pickle, sys
from pathlib import Path
from exporter.writers import docx
document, theme, brand = pickle.loads(Path(sys.argv[1]).read_bytes())
bitmaps = Path(sys.argv[3]) if sys.argv[3:] else None
Path(sys.argv[2]).write_bytes(docx.stamp(docx.compile(document, theme, bitmaps=bitmaps), brand))
"""


def _ours_warm(texts: list[Document], turn: int) -> None:
    from exporter.writers import docx

    theme = example.edition("standard").theme
    docx.stamp(docx.compile(texts[turn], theme), example.BRAND)


def _ours_alone(file: Path, bitmaps: tuple[Path, ...], _turn: int) -> None:
    target = file.with_suffix(".docx")
    folder = map(str, bitmaps)
    subprocess.run([sys.executable, "-c", _ALONE, str(file), str(target), *folder], check=True)


def _pandoc(written: peers.Input, _turn: int) -> None:
    target = written.folder / f"{written.name}-pandoc.docx"
    subprocess.run(peers.pandoc_command(written, target), check=True)


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    theme = example.edition("standard").theme
    print(f"Word, median of {rounds}. {machine()}")
    rows = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        empty = peers.Input(folder, "empty")
        empty.markdown.write_text("Word\n", "utf-8")
        start = by_turns({"pandoc's start": partial(_pandoc, empty)}, rounds)
        for aim, sections in SECTIONS.items():
            document = example.of_length(sections)
            texts = [example.reworded(document, seed) for seed in range(rounds + 1)]
            written = peers.write_input(folder, f"{aim}", document, theme, example.BRAND)
            file = folder / f"{aim}.pickle"
            file.write_bytes(pickle.dumps((document, theme, example.BRAND)))
            kept = (folder / "bitmaps",)
            took = by_turns(
                {
                    "exporter, warm": partial(_ours_warm, texts),
                    "exporter, a process, bitmaps kept": partial(_ours_alone, file, kept),
                    "exporter, a process, bitmaps drawn": partial(_ours_alone, file, ()),
                    "pandoc, a process": partial(_pandoc, written),
                },
                rounds,
            )
            peer = took["pandoc, a process"].typical
            rows += [
                [f"{aim} pages: {who}", *times.told(), f"{times.typical / peer:.2f}"]
                for who, times in took.items()
            ]
        rows.append(["one word: pandoc, a process", *start["pandoc's start"].told(), ""])
        table(["Word", *TOLD, "of pandoc"], rows)
        for aim in SECTIONS:
            sizes = ((folder / f"{aim}{end}.docx").stat().st_size / 1000 for end in ("", "-pandoc"))
            print("{} pages: exporter {:.0f} KB, pandoc {:.0f} KB".format(aim, *sizes))
    print(machine())


if __name__ == "__main__":
    main()
