"""A folder with the starter's guide in it, its desk, and the studio behind its guard."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from exporter.starter import start
from exporter.studio.app import application
from exporter.studio.desk import Desk

KEY = "k" * 43
PORT = 8123
HOST = f"http://127.0.0.1:{PORT}"
NAME = "club"
FILE = "sections/welcome.yaml"


@contextmanager
def running(folder: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A studio in a process of its own, and its address with the key.

    Through a pipe and without Python's help, as on anybody's machine: lines that are not sent at
    once would never come.
    """
    asked = [sys.executable, "-m", "exporter", "studio", str(folder), "--no-open"]
    env = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    with subprocess.Popen(asked, stdout=subprocess.PIPE, text=True, env=env) as studio:
        assert studio.stdout is not None
        try:
            yield studio, studio.stdout.readline().split()[-1]
        finally:
            studio.kill()


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    start(tmp_path / NAME)
    folder = tmp_path / NAME
    return Desk(folder / "sources", (folder / "styles",), folder / "output")


def client_of(desk: Desk) -> TestClient:
    return TestClient(application(desk, key=KEY, port=PORT), base_url=HOST, follow_redirects=False)


@pytest.fixture
def stranger(desk: Desk) -> TestClient:
    """Somebody who does not know the key."""
    return client_of(desk)


@pytest.fixture
def browser(desk: Desk) -> TestClient:
    """The browser that was opened, after it has exchanged the key for a cookie."""
    client = client_of(desk)
    assert client.get(f"/?key={KEY}").status_code == 303
    client.headers["origin"] = HOST
    client.headers["sec-fetch-site"] = "same-origin"
    return client
