"""One more partner: six files of a guide that is compiled already, against making them again.

    python -m tests.benchmarks one_more_partner [ROUNDS]

Ours, three editions as PDF and Word, by the steps of exporter/batch/delivery.py: stamp the brand
into the templates; prove each file, byte by byte, against one that was read back in full; read the
words in its slots. A new brand every round. Nothing is written to disk or zipped.
Pandoc and Typst have no templates: they make the six files again, two processes at a time.
"""

from __future__ import annotations

import sys
import tempfile
from collections import defaultdict
from dataclasses import replace
from pathlib import Path
from statistics import median
from time import perf_counter

from exporter.brand import Brand
from exporter.formats import FORMATS, Settings
from exporter.making.layouts import Choice, Compiled, Layout
from exporter.making.witness import LayoutJob, prove
from exporter.proofs import slot_words
from exporter.styles.brands import load_brand
from tests.benchmarks import example, peers
from tests.benchmarks.measuring import TOLD, by_turns, machine, table

OURS = ("pdf", "docx")
STEPS = ("stamp", "proof", "words in the slots")
_COLOURS = ("#0f5c63", "#5a2a6e", "#7a2e1d", "#1d4f7a", "#3f5a1e")


def compiled() -> list[Compiled]:
    """The six layouts, compiled and proved: done once for all partners, and not timed here."""
    found = []
    for name in example.EDITIONS:
        for suffix in OURS:
            job = LayoutJob(
                layout=Layout(Choice(example.FOLDER.name), name, suffix),
                key=f"{name}-{suffix}",
                document=example.guide(name),
                edition=example.edition(name),
                settings=Settings(),
                answers=(),
                shelf=Path(),
            )
            told, layout = prove(job)
            assert layout is not None, told
            found.append(layout)
    return found


def partner(base: Brand, number: int) -> Brand:
    """A partner of its own name, colours and words; the logo is the base's."""
    name = f"Partner {number} of the Trust"
    return replace(
        base,
        publisher=name,
        accent=_COLOURS[number % len(_COLOURS)],
        cover_line=f"Given to you by partner {number}",
    )


class Ours:
    """Stamps and proves six files; keeps the milliseconds of each step."""

    def __init__(self, base: Brand) -> None:
        self.base = base
        self.layouts = compiled()
        self.steps: dict[str, list[float]] = defaultdict(list)

    def six_files(self, turn: int) -> None:
        brand = partner(self.base, turn + 1)
        for one in self.layouts:
            times = [perf_counter()]
            data = one.stamped(brand)
            times.append(perf_counter())
            odd = one.fault_of(data, brand)
            times.append(perf_counter())
            said = FORMATS[one.layout.format].said(data)
            odd = odd or slot_words.fault_of(said, brand)
            times.append(perf_counter())
            assert not odd, odd
            for step, start, end in zip(STEPS, times, times[1:], strict=False):
                about = f"{one.layout.edition}, {one.layout.format}: {step}"
                self.steps[about].append((end - start) * 1000)

    def tell(self, rounds: int) -> None:
        found = [[step, f"{median(ms[-rounds:]):.2f}"] for step, ms in self.steps.items()]
        table(["Step", "median ms"], found)


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    ours = Ours(load_brand("house"))
    print(f"One more partner, six files, median of {rounds}. {machine()}")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)

        def again(turn: int) -> None:
            commands = []
            for edition in example.EDITIONS:
                written = peers.Input(folder, f"{edition}-{turn}")
                target = folder / edition
                commands.append(peers.typst_command(written, target.with_suffix(".pdf")))
                commands.append(peers.pandoc_command(written, target.with_suffix(".docx")))
            peers.run_at_once(commands)

        for turn in range(rounds + 1):
            brand = partner(ours.base, turn + 1)
            for edition in example.EDITIONS:
                theme, document = example.edition(edition).theme, example.guide(edition)
                peers.write_input(folder, f"{edition}-{turn}", document, theme, brand)
        took = by_turns({"exporter": ours.six_files, "pandoc and Typst": again}, rounds)
        peer = took["pandoc and Typst"].typical
        rows = [[who, *times.told(), f"{times.typical / peer:.4f}"] for who, times in took.items()]
        table(["One more partner", *TOLD, "of peers"], rows)
    ours.tell(rounds)
    print(machine())


if __name__ == "__main__":
    main()
