"""The whole guide, nine files: `exporter build --force` against pandoc and Typst; where it goes.

    python -m tests.benchmarks nine_files [ROUNDS]

Ours: one command, two jobs, not cached, every file read back and compared; and once more where an
earlier build left the bitmaps that it drew for Word. Peers: nine processes,
two at a time, as a script would run them (Typst for PDF, pandoc for Word and web page); they check
nothing. Pandoc turns no SVG into the bitmaps that a Word file needs: told without and with the time
to make them (resvg, as ours, 480 pixels wide; a tenth process). By turns, in one run.
"""

from __future__ import annotations

import dataclasses
import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any
from unittest.mock import patch

from exporter.formats import FORMATS, Engine, Format

NAME = "co-production-guide"
KINDS = ("pdf", "docx", "html")
"""Those that the peers make too; the guide itself asks for an e-book as well."""
PEERS = "pandoc and Typst, two at a time"
WRAPPED = {
    "load": ("exporter.making.work.load_document",),
    "adapt": ("exporter.making.documents.adapt",),
    "checks on the words": ("exporter.making.words.check", "exporter.making.words.editions_agree"),
    "brand and editions": (
        "exporter.making.build.load_brand",
        "exporter.making.build.chosen_editions",
    ),
    "reports and evidence": ("exporter.making.build._finish",),
    "writing files": ("exporter.making.house.House.put",),
    "what should be read": ("exporter.making.judging.outline_of",),
    "compare": ("exporter.verify.same_edition",),
}
"""What is timed, by where its users find it; what has another name by now is told as "the rest"."""


def ours(output: Path, jobs: int, *, first: bool = True) -> None:
    """The whole command, as somebody types it; in an empty folder if it is the `first` build."""
    if first:
        shutil.rmtree(output, ignore_errors=True)
    command = [sys.executable, "-m", "exporter", "build", NAME, "--force"]
    command += ["--format", ",".join(KINDS), "--jobs", str(jobs), "--output", str(output)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if not (output / NAME / f"{NAME}-standard.pdf").is_file():
        raise RuntimeError(done.stderr)


# ---- where the time goes: in a process of its own, one job -----------------------------------


class Phases:
    """Seconds by phase, in the order in which the phases began."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)

    @contextmanager
    def timed(self, name: str) -> Iterator[None]:
        self.seconds[name] += 0.0
        start = time.perf_counter()
        try:
            yield
        finally:
            self.seconds[name] += time.perf_counter() - start

    def wrapped(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def timed(*arguments: Any, **options: Any) -> Any:
            with self.timed(name):
                return function(*arguments, **options)

        return timed


def print_phases(output: Path) -> None:
    """Run the real build in this process, with its functions timed; print JSON."""
    phases = Phases()
    begin = time.perf_counter()
    with phases.timed("import of the command"):
        from exporter.cli.arguments import parser
        from exporter.making.build import build
        from exporter.making.order import Order

        parser()
        import_module("exporter.cli.build")
    with ExitStack() as stack:
        with phases.timed("import of the checks"):
            import_module("exporter.checks")
        for name, targets in WRAPPED.items():
            for target in filter(_found, targets):
                stack.enter_context(patch(target, phases.wrapped(name, _found(target))))
        stack.enter_context(patch.dict(FORMATS, _timed(phases)))
        order = Order(documents=(NAME,), formats=KINDS, output=output, jobs=1, force=True)
        result = build(order)
    assert len(result.made) == 9, result.findings
    total = time.perf_counter() - begin
    known = {name: seconds for name, seconds in phases.seconds.items() if seconds > 0.0005}
    print(json.dumps({**known, "the rest": total - sum(known.values()), "all": total}))


def _found(target: str) -> Any:
    """The thing that a dotted name stands for; None if there is no such thing."""
    parts = target.split(".")
    thing: Any = import_module(".".join(parts[:3]) if parts[1] == "making" else ".".join(parts[:2]))
    for part in parts[3 if parts[1] == "making" else 2 :]:
        thing = getattr(thing, part, None)
    return thing


def _timed(phases: Phases) -> dict[str, Format]:
    """The formats, with everything timed that they do for a file; imports by themselves."""

    def engine_of(one: Format) -> Callable[..., Engine]:
        def engine(*given: Any) -> Engine:
            with phases.timed(f"{one.name}: import"):
                found = one.engine(*given)
            return dataclasses.replace(
                found,
                compile=phases.wrapped(f"{one.name}: compile", found.compile),
                stamp=phases.wrapped(f"{one.name}: stamp", found.stamp),
            )

        return engine

    return {
        one.name: dataclasses.replace(
            one,
            engine=engine_of(one),
            read=phases.wrapped(f"{one.name}: read back", one.read),
            look=phases.wrapped(f"{one.name}: file rules", one.look),
        )
        for one in FORMATS.values()
    }


def main() -> None:
    from tests.benchmarks import example, peers
    from tests.benchmarks.measuring import TOLD, by_turns, machine, table

    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        typst, pandoc = [], []
        for edition in example.EDITIONS:
            theme, document = example.edition(edition).theme, example.guide(edition)
            written = peers.write_input(folder, edition, document, theme, example.BRAND)
            typst.append(peers.typst_command(written, folder / f"{edition}.pdf"))
            for suffix in ("docx", "html"):
                pandoc.append(peers.pandoc_command(written, folder / f"{edition}.{suffix}"))

        def with_bitmaps(_turn: int) -> None:
            peers.run_at_once([peers.bitmaps_command(folder), *typst])
            peers.run_at_once(pandoc)

        took = by_turns(
            {
                "exporter, two jobs, verified": lambda _: ours(folder / "two", 2),
                "exporter, one job, verified": lambda _: ours(folder / "one", 1),
                "exporter, two jobs, bitmaps kept": lambda _: ours(
                    folder / "later", 2, first=False
                ),
                PEERS: lambda _: peers.run_at_once([*typst, *pandoc]),
                "the same, with their bitmaps": with_bitmaps,
            },
            rounds,
        )
        gate = took[PEERS].typical
        print(f"Nine files, median of {rounds}. {machine()}")
        rows = [[who, *times.told(), f"{times.typical / gate:.2f}"] for who, times in took.items()]
        table(["Nine files", *TOLD, "of peers"], rows)
        _tell_phases(folder / "phases")
        print(machine())


def _tell_phases(output: Path) -> None:
    """The quickest of three runs, each in a fresh process."""
    from tests.benchmarks.measuring import table

    code = "import sys, pathlib; from tests.benchmarks.nine_files import print_phases; "
    code += "print_phases(pathlib.Path(sys.argv[1]))"
    runs = [
        json.loads(
            subprocess.run(
                [sys.executable, "-c", code, str(output)], stdout=subprocess.PIPE, check=True
            ).stdout
        )
        for _ in range(3)
    ]
    best = min(runs, key=lambda run: run["all"])
    table(
        ["Where it goes (one process)", "ms", "share"],
        [[n, f"{s * 1000:.0f}", f"{s / best['all']:.0%}"] for n, s in best.items()],
    )


if __name__ == "__main__":
    main()
