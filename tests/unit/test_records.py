"""Findings and files as JSON, both ways; and memories that cannot be read."""

from __future__ import annotations

import ast
import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from exporter import records
from exporter.diagnostics import Diagnostic, Place, Severity
from exporter.records import BuiltFile, KeptFile, LayoutProof, Pack, Remembered, WordsChecked
from tests.conftest import ROOT

FINDING = Diagnostic(
    code="a-rule",
    message="This is wrong.",
    place=Place("sections/a.yaml", 7, 3),
    severity=Severity.PLEASE_ANSWER,
    words="wrong",
)
FILE = BuiltFile(
    file="guide/guide-standard.pdf",
    document="guide",
    edition="standard",
    format="pdf",
    engine="reportlab",
    brand="house",
    sha256="0" * 64,
    bytes=41_000,
    pages=4,
    says_the_same=True,
    entries=41,
    to_act_on=1,
    proof="read back in full and compared",
    validated="",
    smallest_type=12.5,
    findings=(FINDING,),
)
PACK = Pack(
    partner="hilltop",
    name="Hilltop Surgery",
    state="delivered",
    reason="",
    remarks=("A remark.",),
    files=(replace(FILE, findings=None),),
    depends_on=(("words", "abc"),),
    written=(records.Written("a.html", "0" * 64),),
)
EVERY = (
    Remembered("key", ("easy-read",), (FINDING,), (KeptFile("key", FILE),)),
    PACK,
    LayoutProof(key="key", file=FILE, leave_out=("welcome",), template="0" * 64),
    WordsChecked(key="key", stopped=(("easy-read", "It is out of date."),)),
)

findings = st.builds(
    Diagnostic,
    code=st.text(),
    message=st.text(),
    place=st.builds(Place, st.text(), st.integers(0), st.integers(0)),
    severity=st.sampled_from(Severity),
    hint=st.text(),
    words=st.text(),
    suggestion=st.text(),
)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # a busy machine
@given(st.lists(findings, max_size=5))
def test_findings_come_back_as_they_were(found: list[Diagnostic]) -> None:
    memory = Remembered("key", (), tuple(replace(one, code="c", message="m") for one in found), ())
    assert records.remembered(Remembered, records.remember(memory)) == memory


@pytest.mark.parametrize("record", EVERY)
def test_every_record_comes_back_as_it_was_and_says_its_schema(record: Any) -> None:
    line = records.remember(record)
    assert json.loads(line)["schema"] == records.SCHEMA
    assert b"\n" not in line
    assert records.remembered(type(record), line) == record


def test_a_finding_keeps_its_column_and_leaves_out_what_is_empty() -> None:
    assert records.to_json(FINDING) == {
        "rule": "a-rule",
        "severity": "please answer",
        "file": "sections/a.yaml",
        "line": 7,
        "column": 3,
        "words": "wrong",
        "message": "This is wrong.",
    }


def _spoilt() -> list[bytes]:
    """The memory of one document, spoilt in every place that has a value."""
    memory = _told(EVERY[0])
    found = [b"", b"[]", b"null", b"{", b"[" * 100_000, b'{"schema": 1}']
    found += [records.summed({**memory, "schema": other}) for other in (0, 2, "1", None)]
    for place in _places(memory):
        for other in (None, [], {}, "?", 7, True, [[]], {"a": 1}):
            found.append(records.summed(_with(memory, place, other)))
    found += [records.summed(_with(memory, place, ...)) for place in _places(memory)]
    return found


def _told(record: object) -> dict[str, Any]:
    """What a line says, without its hash: whoever writes another writes its hash, too."""
    line: dict[str, Any] = json.loads(records.remember(record))
    del line["sum"]
    return line


def _places(value: Any, way: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    if isinstance(value, dict):
        return [one for key in value for one in ((*way, key), *_places(value[key], (*way, key)))]
    if isinstance(value, list):
        return [place for n, one in enumerate(value) for place in _places(one, (*way, n))]
    return []


def _with(value: Any, way: tuple[Any, ...], other: Any) -> Any:
    """The value with something else in one place; with nothing there for `...`."""
    value = json.loads(json.dumps(value))
    inside = value
    for step in way[:-1]:
        inside = inside[step]
    if other is ...:
        del inside[way[-1]]
    else:
        inside[way[-1]] = other
    return value


@pytest.mark.parametrize("kind", [Remembered, Pack, LayoutProof, WordsChecked])
def test_a_memory_of_another_shape_is_no_memory_and_no_fall(kind: type[Any]) -> None:
    read = [records.remembered(kind, data) for data in _spoilt()]
    assert read.count(None) > len(read) // 2
    assert all(one is None or isinstance(one, kind) for one in read)


def test_a_memory_of_another_schema_is_no_memory() -> None:
    line = _told(PACK)
    assert records.remembered(Pack, records.summed(line)) == PACK
    for other in (0, 2, "1", None):
        assert records.remembered(Pack, records.summed({**line, "schema": other})) is None
    del line["schema"]
    assert records.remembered(Pack, records.summed(line)) is None


def test_a_memory_of_which_one_letter_is_another_is_no_memory() -> None:
    line = records.remember(PACK)
    for place in range(len(line)):
        spoilt = line[:place] + bytes([line[place] ^ 1]) + line[place + 1 :]
        assert records.remembered(Pack, spoilt) is None, spoilt


def test_what_a_report_tells_of_a_pack_is_not_what_the_next_run_needs() -> None:
    told = records.to_json(records.pack_told(PACK))
    assert not told.keys() & {"depends_on", "written"}
    assert told["files"][0]["sha256"] == FILE.sha256


def test_nothing_tells_how_much_a_finding_matters_by_its_words() -> None:
    """People see "must fix"; the program asks for Severity.MUST_FIX."""
    labels = {severity.label for severity in Severity}
    for file in (ROOT / "exporter").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Compare | ast.Dict | ast.Set | ast.Tuple):
                words = {
                    one.value for one in ast.iter_child_nodes(node) if isinstance(one, ast.Constant)
                }
                assert not words & labels, f"{file}:{node.lineno}"
