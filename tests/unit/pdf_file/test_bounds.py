"""No PDF takes all memory or time of whoever opens it: counted before, and held by the system."""

from __future__ import annotations

import base64
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pypdf.filters
import pytest
from pikepdf import Array, Name

from exporter.pdf_file.packed import beginning_of, size_of
from exporter.readback import Unreadable
from exporter.readback.pdf import read_back
from tests.unit.pdf_file import hostile

_FILES: dict[str, Callable[[], bytes]] = hostile.READ | hostile.REFUSED | hostile.ANYHOW


@pytest.mark.parametrize("name", sorted(hostile.READ))
def test_what_nobody_draws_is_no_reason_to_refuse_a_file(name: str) -> None:
    assert [entry.text for entry in read_back(hostile.READ[name]())] == ["Hello words here"]


@pytest.mark.parametrize("name", sorted(hostile.REFUSED))
def test_a_file_that_draws_without_end_is_refused_in_a_sentence(name: str) -> None:
    with pytest.raises(Unreadable, match=r"PDF.*\.$"):
        read_back(hostile.REFUSED[name]())


def test_forms_that_many_pages_share_are_counted_once_for_each_drawing() -> None:
    shown = b"/X Do " * 20 + hostile.WORDS
    data = hostile.tagged(
        {9: hostile.form(b"0 0 m 9 9 l S " * 200)}, resources="/XObject<</X 9 0 R>>", words=shown
    )
    assert [entry.text for entry in read_back(data)] == ["Hello words here"]


def test_a_form_that_has_itself_among_its_things_and_does_not_draw_it_is_read() -> None:
    own = hostile.form(b"0 0 m", "/Resources<</XObject<</X 9 0 R>>>>")
    data = hostile.tagged(
        {9: own}, resources="/XObject<</X 9 0 R>>", words=b"/X Do " + hostile.WORDS
    )
    assert [entry.text for entry in read_back(data)] == ["Hello words here"]


# ---- unpacking in pieces ----


_FILE = pikepdf.new()


def _stream(data: bytes, *filters: str) -> pikepdf.Stream:
    stream = _FILE.make_stream(b"")
    stream.write(data, filter=Array([Name(f"/{name}") for name in filters]))
    return stream


@pytest.mark.parametrize(
    ("packed", "filters"),
    [
        (hostile.flate([b"some words"]), ("FlateDecode",)),
        (hostile.flate([hostile.flate([b"some words"])]), ("Fl", "FlateDecode")),
        (b"73 6F 6D 65 20\n77 6f 72 64 73 >", ("ASCIIHexDecode",)),
        (base64.a85encode(b"some words", wrapcol=7) + b"~>", ("A85",)),
        (b"\x04some \x04words\x80never", ("RunLengthDecode",)),
        (hostile.lzw([256, *b"some words", 257]), ("LZWDecode",)),
        (hostile.lzw([256, *b"some words", 257]).hex().encode() + b">", ("AHx", "LZW")),
        (b"some words", ()),
    ],
)
def test_each_way_of_packing_is_unpacked(packed: bytes, filters: tuple[str, ...]) -> None:
    assert beginning_of(_stream(packed, *filters), 1000) == b"some words"


def test_long_words_unpack_as_another_reader_unpacks_them() -> None:
    packed = hostile.lzw_spaces(2)
    expected = pypdf.filters.LZWDecode.decode(packed)
    assert beginning_of(_stream(packed, "LZWDecode"), 1 << 30) == expected


def test_runs_unpack_to_their_length() -> None:
    assert size_of(_stream(bytes((129, 32)) * 5000 + b"\x80", "RL"), 1 << 30) == 128 * 5000


def test_nothing_is_unpacked_beyond_what_may_be() -> None:
    size = size_of(_stream(hostile.twice(b"x"), "FlateDecode", "FlateDecode"), 1_000_000)
    assert 1_000_000 < size < 2_000_000


@pytest.mark.parametrize("name", ["FlateDecode", "LZWDecode", "ASCIIHexDecode", "ASCII85Decode"])
def test_what_is_damaged_ends_where_the_damage_begins(name: str) -> None:
    assert len(beginning_of(_stream(b"\xff\xfe zzz \xff nonsense", name), 1000)) < 100


# ---- the whole program ----

_MOST_SECONDS = 20
_MOST_MEBIBYTES = 500


_WATCHED = """
import json, os, subprocess, sys
with subprocess.Popen(sys.argv[1:], stdout=subprocess.PIPE) as running:
    said = running.stdout.read()
    _, _, used = os.wait4(running.pid, 0)
    running.returncode = 0
sys.stdout.buffer.write(said + b"\\n")
print(json.dumps([used.ru_utime + used.ru_stime, used.ru_maxrss / 1024]))
"""
"""Runs a command and says what it used. Asked from a small process: a child counts the memory of
the process that began it as its own."""


def test_all_of_them_together_take_little_time_and_memory(tmp_path: Path) -> None:
    """As a user meets them: one command, each file has its sentence, and the next one goes on."""
    for number, make in enumerate(_FILES.values()):
        (tmp_path / f"{number:02}.pdf").write_bytes(make())
    names = sorted(path.name for path in tmp_path.iterdir())
    command = [sys.executable, "-m", "exporter", "verify", "--json", "--without-validator", *names]
    answer = subprocess.run(
        [sys.executable, "-c", _WATCHED, *command], cwd=tmp_path, stdout=subprocess.PIPE, check=True
    )
    said, _, used = answer.stdout.rstrip().rpartition(b"\n")
    told, (seconds, mebibytes) = json.loads(said), json.loads(used)
    assert [file["file"] for file in told["files"]] == names
    for name, file in zip(_FILES, told["files"], strict=True):
        if name in hostile.READ:
            assert file["entries"] == 1, name
        if name in hostile.REFUSED:
            assert file.get("entries") is None, name
            assert [one["rule"] for one in file["findings"]] == ["file-unreadable"], name
    assert seconds < _MOST_SECONDS
    assert mebibytes < _MOST_MEBIBYTES


_ASKED = """
import os, sys
from exporter import apart
apart._SECONDS = 1
def loop():
    while True: pass
def ask(question):
    try: print(apart.asked_apart(question, 0))
    except apart.OutOfBoundsError: print("out of bounds")
ask(lambda: b"an answer")
ask(lambda: bytes(1 << 30))
ask(loop)
ask(os.abort)
try: apart.asked_apart(lambda: 1 / 0, 0)
except apart.FaultError as error: print(str(error).split(" in ")[0])
ask(lambda: sys.exit(0))
ask(lambda: b"x" * 3)
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="only where processes can be forked")
def test_a_question_that_wants_too_much_is_ended_and_the_next_one_is_answered() -> None:
    asked = subprocess.run(
        [sys.executable, "-c", _ASKED], capture_output=True, text=True, check=True
    )
    out = "out of bounds"
    assert asked.stdout.splitlines() == [
        "b'an answer'", out, out, out, "ZeroDivisionError", out, "b'xxx'"
    ]  # fmt: skip
    assert asked.stderr == ""
