"""`exporter batch`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from exporter.cli.codes import GOOD, WRONG
from exporter.cli.telling import Progress, tell
from exporter.cli.terminal import say, say_json, warn
from exporter.formats import BITMAPS, Settings
from exporter.making.batch import BatchResult
from exporter.making.batch import run as run_batch
from exporter.making.order import Order
from exporter.records import answer, pack_told


def run(options: argparse.Namespace) -> int:
    order = Order(
        plan=options.plan or options.sources / "partners.yaml",
        sources=options.sources,
        styles=options.styles,
        output=options.output,
        settings=Settings(
            options.pdf_engine,
            options.pdf_standard,
            styles=options.styles,
            bitmaps=options.output / BITMAPS,
        ),
        jobs=options.jobs,
        force=options.force,
        draft=options.draft,
        plan_only=options.plan_only,
        prune=options.prune,
        with_zip=not options.no_zip,
        with_covers=not options.no_covers,
        validate=options.validate,
    )
    workers = None
    if options.scheduler:
        from exporter.making.cluster import Cluster

        workers = Cluster(options.scheduler, order.output)
    with Progress(options.progress) as progress:
        result = run_batch(order, progress.step, workers)
    if options.json:
        say_json(_as_json(result), indent=1)
    else:
        _tell(order.output, result, options.plan_only)
    return GOOD if result.good else WRONG


def _as_json(result: BatchResult) -> dict[str, object]:
    return answer(
        good=result.good,
        delivered=result.delivered,
        up_to_date=result.kept,
        failed=result.failed,
        layouts=result.layouts,
        no_longer_in_the_plan=result.left_over,
        pruned=result.pruned,
        trouble=result.trouble,
        findings=result.slips,
        partners=result.planned or tuple(map(pack_told, result.packs)),
    )


def _tell(output: Path, result: BatchResult, plan_only: bool) -> None:
    for pack in result.planned or result.packs:
        if plan_only or pack.state != "delivered":
            said = f"{pack.partner}: {pack.state}"
            stream = sys.stdout if plan_only else sys.stderr
            say(f"{said} ({pack.reason})" if pack.reason else said, stream=stream)
        for remark in pack.remarks:
            warn(f"{pack.partner}: {remark}")
    tell(result.others, every=True)
    pruned = {one.partner: one for one in result.pruned}
    for name in (name for name in result.left_over if name not in pruned):
        warn(f"{name} is no longer in the plan; its pack is still there. --prune takes it away.")
    for one in result.pruned:
        did = "would be removed" if plan_only else "were removed"
        stays = f" These are not ours, or were changed, and stay: {', '.join(one.stays)}."
        warn(
            f"{one.partner} is no longer in the plan: {one.removed} files {did}."
            f"{stays if one.stays else ''}"
        )
    if result.trouble:
        warn(f"The report could not be written: {result.trouble}.")
    if not plan_only:
        say(
            f"{result.delivered} packs made, {result.kept} up to date, {result.failed} not. "
            f"The report: {output / 'report.html'}"
        )
