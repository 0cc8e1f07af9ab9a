"""`exporter build`."""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
import webbrowser
from pathlib import Path

from exporter.cli.codes import GOOD, WRONG
from exporter.cli.telling import Progress, misused, names, tell
from exporter.cli.terminal import say, say_json, shown
from exporter.cli.watching import watch
from exporter.making.asking import cannot_be_had
from exporter.making.build import build
from exporter.making.order import Order, Result
from exporter.records import answer


def run(options: argparse.Namespace) -> int:
    order = _order(options)
    reason = cannot_be_had(order)
    if reason:
        return misused(options, reason)
    if options.watch:
        return watch((order.sources, *_styles(order)), again=_same_again)
    begun = time.monotonic()
    with Progress(options.progress) as progress:
        result = build(order, progress.step)
    seconds = time.monotonic() - begun
    if options.open and result.records:
        webbrowser.open((order.output / result.records[0].file).resolve().as_uri())
    good = result.good(options.strict)
    if options.json:
        value = answer(
            good=good,
            made=sorted(result.made),
            kept=sorted(result.kept),
            failed=sorted(result.failed),
            findings=result.findings,
            files=result.records,
        )
        say_json(value)
    else:
        _table(order, result)
        say(_ended(order, result, seconds))
        tell(result.findings, every=options.all)
    return GOOD if good else WRONG


def _styles(order: Order) -> tuple[Path, ...]:
    """The user's own folders of styles, which are watched too."""
    match order.styles:
        case None:
            return ()
        case Path() as one:
            return (one,)
        case several:
            return several


def _same_again() -> None:
    """The same command once more, in a process of its own: nothing of an earlier build is kept."""
    asked = [one for one in sys.argv[1:] if one != "--watch"]
    subprocess.run([sys.executable, "-m", "exporter", *asked], check=False)


def _order(options: argparse.Namespace) -> Order:
    from exporter.formats import BITMAPS, Settings

    return Order(
        sources=options.sources,
        styles=options.styles,
        output=options.output,
        documents=tuple(options.documents),
        languages=names(options.language),
        editions=names(options.edition),
        formats=names(options.format),
        brand=options.brand,
        settings=Settings(
            pdf_engine=options.pdf_engine,
            pdf_standard=options.pdf_standard,
            word_page_numbers=options.word_page_numbers,
            print_shop=options.print,
            bleed=options.bleed,
            styles=options.styles,
            bitmaps=options.output / BITMAPS,
        ),
        size=options.size,
        font=options.font,
        jobs=options.jobs,
        force=options.force,
        validate=options.validate,
    )


def _table(order: Order, result: Result) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(box=None, pad_edge=False)
    for heading in ("File", "Size", "Says the same", ""):
        table.add_column(heading, justify="right" if heading == "Size" else "left")
    touched = {*result.made, *result.kept}
    for record in result.records:
        if record.file in touched:
            state = "made" if record.file in result.made else "up to date"
            same = "yes" if record.says_the_same else "NO"
            table.add_row(shown(record.file), f"{record.bytes / 1000:,.0f} KB", same, state)
    for name in sorted(result.failed):
        table.add_row(shown(name), "", "", "NOT MADE")
    Console(width=None if sys.stdout.isatty() else 110).print(table)


def _ended(order: Order, result: Result, seconds: float) -> str:
    """Where everything is, what was to do, and how long it took: no file holds that."""
    failed = f", {len(result.failed)} not" if result.failed else ""
    done = f"{len(result.made)} made, {len(result.kept)} up to date{failed}"
    return f"in {order.output}/: {done}, in {seconds:.1f} seconds"
