"""Processes: the answers come as they are ready, and a process that is killed loses no job."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from exporter.making.processes import JobError, Processes


@dataclass(frozen=True)
class Job:
    """A number to be doubled; `deadly` kills its process so many times."""

    number: int
    folder: Path = Path()
    deadly: int = 0
    key: str = "a job"


def double(job: Job) -> object:
    for turn in range(job.deadly):
        tried = job.folder / f"{job.number}-{turn}"
        if not tried.exists():
            tried.touch()
            os.kill(os.getpid(), signal.SIGKILL)
    return job.number * 2


def lost(job: Job) -> object:
    return f"lost {job.number}"


def where(_: Job) -> object:
    return str(Path.cwd()), signal.getsignal(signal.SIGINT) is signal.SIG_IGN


def test_every_job_is_answered_once() -> None:
    with Processes(2) as processes:
        answers = sorted(processes.run(double, map(Job, range(40)), lost))
    assert answers == [number * 2 for number in range(40)]


def test_a_process_that_is_killed_once_loses_no_job(tmp_path: Path) -> None:
    jobs = [Job(number, tmp_path, deadly=number == 7) for number in range(20)]
    with Processes(2) as processes:
        answers = sorted(processes.run(double, jobs, lost))
        assert answers == [number * 2 for number in range(20)]
        assert sorted(processes.run(double, jobs, lost)) == answers


def test_a_job_that_kills_every_process_is_lost_alone(tmp_path: Path) -> None:
    jobs = [Job(number, tmp_path, deadly=9 if number == 7 else 0) for number in range(20)]
    with Processes(2) as processes:
        answers = list(processes.run(double, jobs, lost))
    assert [answer for answer in answers if isinstance(answer, str)] == ["lost 7"]
    assert sorted(one for one in answers if isinstance(one, int)) == [
        number * 2 for number in range(20) if number != 7
    ]


def test_processes_work_in_our_folder_and_leave_ctrl_c_to_us(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with Processes(1) as processes:
        assert list(processes.run(where, [Job(1)], lost)) == [(str(tmp_path), True)]


def test_other_threads_of_ours_do_not_matter() -> None:
    """A plain fork would take their locks along, held for ever."""
    lock = threading.Lock()
    with lock:
        thread = threading.Thread(target=lock.acquire, daemon=True)
        thread.start()
        with Processes(2) as processes:
            assert list(processes.run(double, [Job(4)], lost)) == [8]
    thread.join()


def test_jobs_are_taken_only_as_they_are_needed() -> None:
    taken = []

    def jobs():  # type: ignore[no-untyped-def]
        for number in range(1000):
            taken.append(number)
            yield Job(number)

    with Processes(2) as processes:
        answers = processes.run(double, jobs(), lost)
        next(answers)
        assert len(taken) < 20


def who(job: Job) -> tuple[int, int]:
    """The first jobs of two kinds wait for each other: so both processes have begun."""
    meeting = Path(os.environ["EXPORTER_TEST_MEETING"])
    if job.number < 2:
        (meeting / str(job.number)).touch()
        for _ in range(1200):
            if len(list(meeting.iterdir())) == 2:
                break
            time.sleep(0.05)
    return job.number, os.getpid()


def test_jobs_of_one_kind_are_done_by_one_process_and_every_one_is_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EXPORTER_TEST_MEETING", str(tmp_path))
    jobs = tuple(map(Job, range(12)))
    with Processes(2) as processes:
        answers = list(
            processes.run(who, jobs, lambda job: (job.number, 0), lambda job: job.number % 3)
        )
    assert sorted(number for number, _ in answers) == list(range(12))
    by = dict(answers)
    assert by[0] != by[1]
    assert len({process for _, process in answers}) == 2


def test_a_job_that_falls_is_told_and_the_processes_end() -> None:
    with pytest.raises(JobError, match="ZeroDivisionError"), Processes(2) as processes:
        list(processes.run(divide, [Job(2), Job(0)], lost))


def divide(job: Job) -> object:
    return 1 // job.number


def pids(job: Job) -> object:
    return os.getpid()


def test_a_crew_takes_up_more_work_when_it_has_finished_some() -> None:
    with Processes(2) as processes:
        first = set(processes.run(pids, map(Job, range(8)), lost))
        second = set(processes.run(pids, map(Job, range(8)), lost))
    assert first == second
    assert len(first) == 2


INTERRUPTED = """
import os, signal
from multiprocessing.connection import Connection
from exporter.making.processes import Processes

sent = Connection._send
def ctrl_c_amid(self, data, *more):
    Connection._send = sent
    sent(self, data, *more)
    os.kill(os.getpid(), signal.SIGINT)

def jobs():
    yield "a" * 10
    Connection._send = ctrl_c_amid  # a long message goes in two parts
    yield "b" * 1_000_000

try:
    with Processes(1) as processes:
        list(processes.run(len, jobs(), len))
except KeyboardInterrupt:
    print("stopped")
"""


def test_ctrl_c_in_the_middle_of_a_message_ends_every_process() -> None:
    done = subprocess.run(
        [sys.executable, "-c", INTERRUPTED], capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout == "stopped\n"
