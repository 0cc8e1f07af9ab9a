"""What reads and makes files never loads what speaks with a network."""

from __future__ import annotations

import subprocess
import sys

import pytest

DOORS = ("socket", "ssl", "http.client", "urllib.request", "smtplib", "ftplib", "asyncio")


@pytest.mark.parametrize("room", ["checking", "importing", "text_checking", "changes", "typed"])
def test_no_door_to_a_network_is_loaded_by(room: str) -> None:
    told = f"import sys, exporter.{room}; print([one for one in {DOORS} if one in sys.modules])"
    command = [sys.executable, "-c", told]
    found = subprocess.run(command, capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"


def test_builds_load_a_socket_only_to_speak_with_their_own_processes() -> None:
    doors = DOORS[1:]  # multiprocessing has pipes, and asks for sockets beside them
    told = (
        f"import sys, exporter.making.build; print([one for one in {doors} if one in sys.modules])"
    )
    command = [sys.executable, "-c", told]
    found = subprocess.run(command, capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"
