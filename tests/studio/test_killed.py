"""The studio is killed while somebody types: what it said was saved is in the file, whole."""

from __future__ import annotations

import os
import random
import threading
from pathlib import Path

import httpx2
import pytest

from exporter.making.documents import load_document
from exporter.starter import start
from exporter.studio.deliver.plan import PlanDesk
from exporter.studio.deliver.plan_typing import NEW_PARTNER, PlanTyping
from exporter.studio.desk import Desk
from tests.studio.conftest import FILE, NAME, running

KILLS = int(os.environ.get("EXPORTER_STUDIO_KILLS", "1"))
"""So many of each kind; before a release 20 (`make soak`)."""
BROKEN = "See [this](#nowhere), "


PARTNER = "Mill Lane "
"""Typed into the form of a new partner, who is in no plan yet."""


def sent(words: str, value: str) -> tuple[str, dict[str, str]]:
    """What the page asks for when this is typed: where, and with what."""
    if words == PARTNER:
        return "/partners/put", {"file": NEW_PARTNER, "field": "name", "value": value}
    return f"/d/{NAME}/put", {"file": FILE, "field": "summary", "value": value}


def typing(address: str, words: str, acknowledged: list[str]) -> None:
    """Type one word after the other, and note each answer, until nobody answers any more."""
    host = address.split("/?")[0]
    with httpx2.Client(
        base_url=host, timeout=60, headers={"origin": host, "accept": "application/json"}
    ) as client:
        client.get(address.removeprefix(host))
        number = 0
        while True:
            number += 1
            value = f"{words}{number} times."
            where, data = sent(words, value)
            try:
                told = client.post(where, data=data)
            except httpx2.HTTPError:
                return
            assert told.json()["saved"] is (words != BROKEN)
            acknowledged.append(value)


@pytest.mark.parametrize("words", ["Come in, ", BROKEN, PARTNER])
@pytest.mark.parametrize("number", range(KILLS))
def test_nothing_that_was_answered_is_lost(tmp_path: Path, words: str, number: int) -> None:
    folder = tmp_path / NAME
    start(folder)
    acknowledged: list[str] = []
    with running(folder) as (studio, address):
        typist = threading.Thread(target=typing, args=(address, words, acknowledged))
        typist.start()
        wanted = random.Random(number).randint(1, 12)
        while len(acknowledged) < wanted and typist.is_alive():
            typist.join(0.01)
        studio.kill()
        typist.join()
    assert len(acknowledged) >= wanted
    desk = Desk(folder / "sources", (folder / "styles",), folder / "output")
    load_document(folder / "sources" / NAME, desk.styles)  # never half written
    drafts = {one.field: one.typed for one in desk.view(NAME).drafts}
    last = int(acknowledged[-1].split()[-2])
    if words == PARTNER:
        kept = PlanTyping(PlanDesk(desk)).typed(NEW_PARTNER)["name"]
    else:
        text = desk.text(NAME, FILE)
        kept = drafts["summary"] if words == BROKEN else text.split("summary: ")[1]
    assert kept.startswith(words)
    assert int(kept.removeprefix(words).split(" ")[0]) in (last, last + 1)
