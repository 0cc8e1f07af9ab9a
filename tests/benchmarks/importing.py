"""Importing: a Word file of 50 pages becomes a document with its report, against pandoc's Markdown.

    python -m tests.benchmarks importing [ROUNDS]

Both are programs of their own, and both take the pictures out. What pandoc does not do is in our
time: the file is read twice, what was written is loaded again, every word is counted, and a report
tells each decision.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path

from tests.benchmarks import example
from tests.benchmarks.measuring import TOLD, by_turns, machine, table
from tests.benchmarks.word_reading import pandoc

_SECTIONS = 13
"""Of the guide, round and round: near to 50 pages."""


def _ours(file: Path, turn: int) -> None:
    sources = file.parent / f"sources-{turn}"
    options = ["--to", "guide", "--sources", str(sources)]
    command = [sys.executable, "-m", "exporter", "import", str(file), *options]
    subprocess.run(command, check=True, capture_output=True)


def _pandoc(program: str, file: Path, turn: int) -> None:
    folder = file.parent / f"pandoc-{turn}"
    folder.mkdir()
    options = ["--extract-media", str(folder), "--output", str(folder / "guide.md")]
    subprocess.run([program, "--from", "docx", str(file), *options], check=True)


def main() -> None:
    from exporter.writers import docx

    program = pandoc()
    if program is None:
        print("pandoc is not here: pip install pypandoc-binary")
        return
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    document = example.of_length(_SECTIONS)
    data = docx.stamp(docx.compile(document, example.edition("standard").theme), example.BRAND)
    with tempfile.TemporaryDirectory() as name:
        file = Path(name) / "guide.docx"
        file.write_bytes(data)
        took = by_turns(
            {"exporter": partial(_ours, file), "pandoc": partial(_pandoc, program, file)}, rounds
        )
    peer = took["pandoc"].work
    rows = [[who, *times.told(), f"{times.work / peer:.2f}"] for who, times in took.items()]
    table(["50 pages", *TOLD, "CPU of pandoc's"], rows)
    print(machine())


if __name__ == "__main__":
    main()
