"""Good files, spoilt in any place: no reader falls, and none takes long.

EXPORTER_SOAK is how many files each reader tries (2,000). What one falls over is kept as a file in
tests/hostile/finds/, and every day's tests read it from then on.
"""

from __future__ import annotations

import hashlib
import os
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.hostile.readers import READERS, tried

FINDS = Path(__file__).parents[1] / "hostile/finds"
TIMES = int(os.environ.get("EXPORTER_SOAK", "2000"))
MOST_SECONDS = 5
"""Of computing, for one small file."""

pieces = st.one_of(
    st.binary(max_size=8),
    st.sampled_from(
        [b"<", b">", b"&", b"[", b"{", b"(", b"%", b"\0", b"/", b"<!--", b"]]>", b"<<"]
    ),
    st.binary(min_size=1, max_size=3).flatmap(lambda one: st.integers(1, 2000).map(one.__mul__)),
)
edits = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 40), pieces), min_size=1, max_size=8)


def spoilt(data: bytes, changes: list[tuple[float, int, bytes]]) -> bytes:
    """Some bytes taken away at some places, and others put there."""
    for place, count, piece in changes:
        at = int(place * len(data))
        data = data[:at] + piece + data[at + count :]
    return data


@pytest.mark.parametrize("name", READERS)
def test_a_spoilt_file_is_read_or_refused_and_soon(name: str) -> None:
    good = READERS[name].good()

    @settings(
        max_examples=TIMES,
        deadline=None,
        database=None,
        derandomize=False,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    @given(edits)
    def one(changes: list[tuple[float, int, bytes]]) -> None:
        data = spoilt(good, changes)
        begun = time.process_time()
        try:
            tried(name, data)
            assert time.process_time() - begun < MOST_SECONDS
        except BaseException:
            FINDS.mkdir(exist_ok=True)
            (FINDS / f"{name}.{hashlib.sha256(data).hexdigest()[:12]}").write_bytes(data)
            raise

    one()
