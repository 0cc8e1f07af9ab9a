"""A Dask cluster of two workers here gives the same bytes, and a lost worker loses no job."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from exporter.cli import main
from exporter.diagnostics import SourceError
from exporter.making import cluster
from exporter.making.batch import run
from exporter.making.cluster import Cluster
from tests.batch.home import Home, states

distributed: Any = pytest.importorskip(
    "distributed", reason="Dask is not installed: it comes with the extra “cluster”"
)
pytestmark = [
    pytest.mark.xdist_group("cluster"),
    pytest.mark.filterwarnings("ignore"),  # what Dask and Tornado say is not about us
]

MANY = "defaults: {formats: [html, docx, pdf], editions: [standard]}\npartners:\n" + "".join(
    f'  - {{id: partner-{n}, name: "Partner {n}", phone: 01632 9605{n:02}}}\n' for n in range(16)
)


@pytest.fixture(scope="module")
def scheduler() -> Iterator[Any]:
    """Two worker processes on loopback; one that is killed is started again."""
    with distributed.LocalCluster(
        n_workers=2,
        threads_per_worker=2,
        processes=True,
        host="127.0.0.1",
        dashboard_address=None,
        silence_logs=50,
    ) as local:
        yield local


@pytest.fixture
def many(home: Home) -> Home:
    home.write_plan(MANY)
    return home


def on_cluster(home: Home, scheduler: Any, output: str, watch: Any = None) -> Home:
    """Run the plan on the cluster, into another folder; gives a home that looks there."""
    order = home.order(output=home.path / output)
    with Cluster(scheduler.scheduler_address, order.output) as workers:
        result = run(order, watch, workers)
    assert set(states(result).values()) == {"delivered"}
    return home


def tree(home: Home, output: str) -> dict[str, bytes]:
    return home.tree(f"../{output}/partners")


class KillOne:
    """Kills a worker as soon as the third pack is there."""

    def __init__(self, scheduler: Any) -> None:
        self.process = next(iter(scheduler.workers.values())).process.process.pid
        self.killed = False

    def __call__(self, name: str, done: int, _total: int) -> None:
        if name.startswith("partner-") and done == 3:
            os.kill(self.process, signal.SIGKILL)
            self.killed = True


@pytest.mark.parametrize("shared", [True, False], ids=["one folder for all", "far workers"])
def test_the_cluster_gives_the_same_bytes_as_this_machine_with_a_worker_killed_midway(
    many: Home, scheduler: Any, monkeypatch: pytest.MonkeyPatch, shared: bool
) -> None:
    many.run(jobs=2)
    if not shared:
        monkeypatch.setattr(cluster, "_is_shared", lambda *_: False)
    killer = KillOne(scheduler)
    on_cluster(many, scheduler, "there", killer)
    assert killer.killed
    assert tree(many, "there") == many.tree()
    for name in ("report.json", "report.csv", "report.html"):
        assert (many.path / "there" / name).read_bytes() == (many.output / name).read_bytes()


def test_workers_that_see_the_folder_are_told_from_those_that_do_not(
    tmp_path: Path, scheduler: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Cluster(scheduler.scheduler_address, tmp_path / "output") as workers:
        assert workers.shared
        assert list((tmp_path / "output/.state").iterdir()) == []
        monkeypatch.setattr(cluster, "_reads", _blind)
        assert not cluster._is_shared(workers.client, tmp_path / "output")


def _blind(_note: str, _words: str) -> bool:
    return False


def test_a_broken_partner_fails_alone_on_far_workers_too(
    many: Home, scheduler: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "_is_shared", lambda *_: False)
    many.change("partners.yaml", '"Partner 3"', '"日本語"')
    blocked = many.output / "partners/partner-5"
    blocked.parent.mkdir(parents=True)
    blocked.write_text("in the way")
    with Cluster(scheduler.scheduler_address, many.output) as workers:
        result = run(many.order(), None, workers)
    failed = {name for name, state in states(result).items() if state == "failed"}
    assert failed == {"partner-3", "partner-5"}


def test_workers_with_another_version_of_the_program_are_refused(scheduler: Any) -> None:
    with distributed.Client(scheduler.scheduler_address) as client:
        cluster._ask_for_same_program(client, cluster.fingerprint.of_program())
        with pytest.raises(SourceError, match="another version of the program"):
            cluster._ask_for_same_program(client, "another")


def test_a_cluster_that_is_not_there_is_told(
    home: Home, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["batch", "--draft", "--scheduler", "tcp://127.0.0.1:1"]) == 1
    assert "There is no cluster at tcp://127.0.0.1:1" in capsys.readouterr().err


def test_the_command_runs_on_a_cluster(
    many: Home, scheduler: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["batch", "--draft", "--no-covers", "--scheduler", scheduler.scheduler_address]
    assert main(arguments) == 0
    assert "16 packs made" in capsys.readouterr().out
