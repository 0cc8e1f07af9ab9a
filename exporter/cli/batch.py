"""`exporter batch`."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from exporter.batch.delivery import Order
from exporter.batch.run import BatchResult
from exporter.batch.run import run as run_batch
from exporter.cli.codes import GOOD, WRONG
from exporter.cli.telling import Progress
from exporter.formats import Settings


def run(options: argparse.Namespace) -> int:
    order = Order(
        plan=options.plan or options.sources / "partners.yaml",
        sources=options.sources,
        styles=options.styles,
        output=options.output,
        settings=Settings(options.pdf_engine, options.pdf_standard),
        jobs=options.jobs,
        force=options.force,
        draft=options.draft,
        plan_only=options.plan_only,
        with_zip=not options.no_zip,
        with_covers=not options.no_covers,
    )
    executor = None
    if options.scheduler:
        from exporter.batch.cluster import executor_at

        executor = executor_at(options.scheduler)
    with Progress(options.progress) as progress:
        result = run_batch(order, progress.step, executor)
    if options.json:
        print(json.dumps(_as_json(result), indent=1, ensure_ascii=False))
    else:
        _tell(order.output, result, options.plan_only)
    return GOOD if result.good else WRONG


def _as_json(result: BatchResult) -> dict[str, object]:
    return {
        "good": result.good,
        "delivered": result.delivered,
        "up_to_date": result.kept,
        "failed": result.failed,
        "layouts": result.layouts,
        "partners": [
            {key: value for key, value in record.items() if key not in ("written", "key")}
            for record in result.records
        ],
    }


def _tell(output: Path, result: BatchResult, plan_only: bool) -> None:
    for record in result.records:
        state, reason = record["state"], record.get("reason", "")
        if plan_only or state == "failed":
            said = f"{record['partner']}: {'up to date' if state == 'delivered' else state}"
            stream = sys.stderr if state == "failed" else sys.stdout
            print(f"{said} ({reason})" if reason else said, file=stream)
        for remark in record.get("remarks", []):
            print(f"{record['partner']}: {remark}", file=sys.stderr)
    if not plan_only:
        print(
            f"{result.delivered} packs made, {result.kept} up to date, {result.failed} failed. "
            f"The report: {output / 'report.html'}"
        )
