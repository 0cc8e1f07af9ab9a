"""Other processes are started in a way that cannot hang."""

from __future__ import annotations

import sys
from types import SimpleNamespace

import pytest

from exporter.making import processes


def test_a_process_with_a_java_machine_is_never_forked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "jpype", SimpleNamespace(isJVMStarted=lambda: True))  # type: ignore[arg-type]
    assert processes.context().get_start_method() == "spawn"


def test_else_documents_are_shared_with_the_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "jpype", raising=False)
    assert processes.context().get_start_method() in ("fork", "spawn")
