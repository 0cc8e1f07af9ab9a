"""Packs for many partners: the batch, against a build for each, and against pandoc and Typst.

    python -m tests.benchmarks batch [PARTNERS] [--jobs N]

Made partners, each with a name, colours, contact, lines and one of six logos; six files a pack
(three editions as PDF and Word), without zip and cover pictures, written to disk, proved. The
others are timed on a sample in the same run, and extrapolated. Memory is measured at a tenth of the
partners and at all of them.
"""

from __future__ import annotations

import argparse
import csv
import json
import multiprocessing
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from exporter.batch.brands import brand_of
from exporter.batch.partner import Partner
from exporter.brand import Brand
from exporter.formats import Settings
from exporter.making.files import Task, make
from exporter.styles.brands import load_brand
from tests.benchmarks import example, peers
from tests.benchmarks.measuring import machine, table

FORMATS = ("pdf", "docx")
FILES = len(example.EDITIONS) * len(FORMATS)
_ACCENTS = ("#0f5c63", "#5a2a6e", "#7a2e1d", "#1d4f7a", "#3f5a1e", "#4a1942", "#5a2a00")
_LOGOS = sorted((example.ROOT / "styles/brands").glob("*.svg"))[:6]
_SAMPLE = 4

_DRIVER = """
import json, resource, sys, time
from pathlib import Path
from exporter.making.order import Order
from exporter.making.batch import run

if __name__ == "__main__":
    plan, sources, output, jobs = sys.argv[1:]
    order = Order(plan=Path(plan), sources=Path(sources), output=Path(output), jobs=int(jobs),
                  draft=True, with_zip=False, with_covers=False)
    first = []
    start = time.perf_counter()
    result = run(order, lambda name, done, total: first or first.append(time.perf_counter()))
    seconds = time.perf_counter() - start
    own, others = (resource.getrusage(who) for who in (resource.RUSAGE_SELF,
                                                       resource.RUSAGE_CHILDREN))
    print(json.dumps({
        "seconds": seconds, "delivered": result.delivered, "kept": result.kept,
        "failed": result.failed, "layouts": result.layouts,
        "parent": own.ru_maxrss / 1024, "worker": others.ru_maxrss / 1024,
        "cpu": own.ru_utime + own.ru_stime + others.ru_utime + others.ru_stime,
    }))
"""


@dataclass(frozen=True, slots=True)
class Run:
    """One batch in a process of its own; memory in MiB, the largest that a process had."""

    seconds: float
    whole: float
    """With the start of Python."""
    cpu: float
    delivered: int
    kept: int
    failed: int
    layouts: int
    parent: float
    worker: float


@dataclass(frozen=True, slots=True)
class Timed:
    """Seconds by the clock, and of work."""

    wall: float
    cpu: float


def partners(count: int) -> list[dict[str, str]]:
    """Made partners, as lines of a table."""
    return [
        {
            "id": f"partner-{number}",
            "name": f"Partner {number} of the Trust",
            "accent": _ACCENTS[number % len(_ACCENTS)],
            "logo": _LOGOS[number % len(_LOGOS)].name,
            "logo_alt": f"Partner {number}",
            "phone": f"01632 {number:06}",
            "email": f"us@partner-{number}.example",
            "web": f"https://partner-{number}.example",
            "post": f"{number} Mill Lane, Riverton RV1 2AB",
            "cover_line": f"Given to you by partner {number}.",
            "legal_line": f"Charity number {number:07}.",
            "formats": " ".join(FORMATS),
        }
        for number in range(count)
    ]


def write_plan(folder: Path, lines: list[dict[str, str]]) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for logo in _LOGOS:
        shutil.copy(logo, folder / logo.name)
    plan = folder / "partners.csv"
    with plan.open("w", newline="", encoding="utf-8") as stream:
        writer = csv.DictWriter(stream, list(lines[0]))
        writer.writeheader()
        writer.writerows(lines)
    return plan


def batch(plan: Path, output: Path, jobs: int) -> Run:
    """Run a batch in a process of its own."""
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", _DRIVER, str(plan), str(example.FOLDER.parent), str(output),
         str(jobs)],
        cwd=example.ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return Run(whole=time.perf_counter() - start, **json.loads(done.stdout))


# ---- the others ---------------------------------------------------------------------------------


def brands(lines: list[dict[str, str]]) -> list[Brand]:
    """The same partners' brands, for those who have no plan."""
    house = load_brand("house")
    logo = load_brand(_LOGOS[0].stem).logo
    known = {key: key for key in ("id", "name", "accent", "phone", "email", "web", "post")}
    known |= {key: key for key in ("cover_line", "legal_line")}
    return [brand_of(Partner(**{key: one[key] for key in known}), house, logo) for one in lines]


def timed(task: Callable[[], object]) -> Timed:
    """Time something that starts processes and waits for them."""
    work, start = _work(), time.perf_counter()
    task()
    return Timed(time.perf_counter() - start, _work() - work)


def _work() -> float:
    told = resource.getrusage(resource.RUSAGE_CHILDREN)
    return told.ru_utime + told.ru_stime


def full_builds(chosen: list[Brand], jobs: int) -> Timed:
    """Every file of these partners by `build`: compiled, stamped, read back."""
    tasks = [
        Task(example.guide(name), example.edition(name), suffix, brand, Settings(), name)
        for brand in chosen
        for name in example.EDITIONS
        for suffix in FORMATS
    ]
    assert make(tasks[0]).data  # here, so that the processes begin with everything imported
    assert make(tasks[1]).data

    def every() -> None:
        with ProcessPoolExecutor(jobs, multiprocessing.get_context("fork")) as pool:
            assert all(one.data for one in pool.map(make, tasks))

    return timed(every)


def pandoc_and_typst(chosen: list[Brand], folder: Path, jobs: int) -> Timed:
    """The same files by Typst and pandoc, so many processes at a time."""
    commands = []
    for number, brand in enumerate(chosen):
        for name in example.EDITIONS:
            theme, document = example.edition(name).theme, example.guide(name)
            written = peers.write_input(folder, f"{name}-{number}", document, theme, brand)
            target = folder / f"{name}-{number}"
            commands.append(peers.typst_command(written, target.with_suffix(".pdf")))
            commands.append(peers.pandoc_command(written, target.with_suffix(".docx")))
    peers.run_at_once(commands[:2], jobs)
    return timed(lambda: peers.run_at_once(commands, jobs))


# ---- telling ------------------------------------------------------------------------------------


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("partners", nargs="?", type=int, default=1000)
    options.add_argument("--jobs", type=int, default=2)
    chosen = options.parse_args()
    count, jobs = chosen.partners, chosen.jobs
    print(f"{count} packs of {FILES} files, {jobs} processes. {machine()}")
    lines = partners(count)
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        few = batch(write_plan(home / "few", lines[: count // 10]), home / "few/output", jobs)
        shutil.rmtree(home / "few")
        plan, output = write_plan(home / "many", lines), home / "many/output"
        first = batch(plan, output, jobs)
        assert (first.delivered, first.failed) == (count, 0), first
        again = batch(plan, output, jobs)
        lines[count // 2]["phone"] = "01632 999999"
        one = batch(write_plan(home / "many", lines), output, jobs)
        sample = brands(lines[:_SAMPLE])
        built = full_builds(sample, jobs)
        others = pandoc_and_typst(sample, home / "peers", jobs)
    _tell_rates(count, first, built, others)
    _tell_memory(count, few, first)
    _tell_again(again, one)
    print(f"\n{machine()}")


def _tell_rates(count: int, first: Run, built: Timed, others: Timed) -> None:
    contestants = (
        ("exporter batch", count, Timed(first.seconds, first.cpu)),
        ("a full build for each", _SAMPLE, built),
        ("pandoc and Typst", _SAMPLE, others),
    )
    rows = [
        [
            who,
            packs,
            f"{took.wall:.1f}",
            f"{packs / took.wall:.2f}",
            f"{took.wall / packs * count:.0f}",
            f"{took.wall / packs / (first.seconds / count):.0f}",
            f"{took.cpu / packs * 1000:.0f}",
        ]
        for who, packs, took in contestants
    ]
    table(
        ["Who", "packs", "seconds", "packs/s", f"s for {count}", "times ours", "CPU ms a pack"],
        rows,
    )
    print(f"The last two are extrapolated from {_SAMPLE} packs each.")
    print(f"Ours with {first.layouts} layouts compiled and proved on the way, and written to disk.")


def _tell_memory(count: int, few: Run, many: Run) -> None:
    rows = [
        [number, f"{one.parent:.0f}", f"{one.worker:.0f}"]
        for number, one in ((count // 10, few), (count, many))
    ]
    table(["Partners", "parent MiB", "largest worker MiB"], rows)


def _tell_again(again: Run, one: Run) -> None:
    rows = [
        [what, run.delivered, f"{run.seconds:.2f}", f"{run.whole:.2f}"]
        for what, run in (("nothing has changed", again), ("one phone number has", one))
    ]
    table(["Once more, when", "packs made", "seconds", "with the start of Python"], rows)


if __name__ == "__main__":
    main()
