"""A dataclass made quickly is as any other: nobody sees a difference but in the time."""

from __future__ import annotations

import copy
import dataclasses
import inspect
import pickle
import subprocess
import sys
from dataclasses import FrozenInstanceError, field, replace
from typing import Any

import pytest

from exporter import frozen


@frozen.dataclass(frozen=True, slots=True)
class Quick:
    words: str
    count: int = 3
    kept: list[int] = field(default_factory=list, repr=False)
    aside: str = field(default="", compare=False)


@frozen.dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Only by name, and compared by one value."""

    size: float = 1.0

    def __repr__(self) -> str:
        return "its own"


@frozen.dataclass(frozen=True, slots=True)
class Empty:
    pass


class _Usual:
    words: str
    count: int = 3
    kept: list[int] = field(default_factory=list, repr=False)
    aside: str = field(default="", compare=False)


USUAL: Any = dataclasses.dataclass(frozen=True, slots=True)(_Usual)


@pytest.mark.parametrize("kind", [Quick, USUAL])
def test_values_are_made_compared_shown_and_copied_as_those_of_any_dataclass(kind: Any) -> None:
    value = kind("some", aside="x")

    assert (value.words, value.count, value.kept, value.aside) == ("some", 3, [], "x")
    assert value == kind("some", 3, aside="y")
    assert value != kind("other")
    assert value != ("some", 3, [])
    assert kind("some").kept is not kind("some").kept
    assert repr(value).partition("(")[2] == "words='some', count=3, aside='x')"
    assert replace(value, count=4) == kind(words="some", count=4)
    assert copy.deepcopy(value) == value
    assert [one.name for one in dataclasses.fields(value)] == list(kind.__match_args__)
    assert list(inspect.signature(kind).parameters) == ["words", "count", "kept", "aside"]
    assert not hasattr(value, "__dict__")
    match value:
        case kind(words, 3):
            assert words == "some"
        case _:
            pytest.fail("it is not matched by its values")


@pytest.mark.parametrize("kind", [Quick, USUAL])
def test_a_value_is_kept_from_change_and_from_what_does_not_belong_to_it(kind: Any) -> None:
    value = kind("some")

    with pytest.raises(FrozenInstanceError):
        value.count = 4
    with pytest.raises(FrozenInstanceError):
        del value.count
    with pytest.raises(TypeError, match="missing 1 required positional argument: 'words'"):
        kind()
    with pytest.raises(TypeError, match="unexpected keyword argument 'more'"):
        kind("some", more=1)
    with pytest.raises(TypeError, match="unhashable type: 'list'"):
        hash(value)


def test_values_are_hashed_and_pickled_by_what_they_hold() -> None:
    assert len({Named(size=2), Named(size=2), Named()}) == 2
    assert {Empty(): 1}[Empty()] == 1
    assert pickle.loads(pickle.dumps(Quick("some", 5))) == Quick("some", 5)
    assert repr(Named()) == "its own"
    with pytest.raises(FrozenInstanceError):
        Empty().more = 4  # type: ignore[attr-defined]
    with pytest.raises(TypeError):
        Named(2)  # type: ignore[misc]


def test_half_of_all_classes_that_a_check_loads_are_made_so() -> None:
    told = (
        "import dataclasses\n"
        "made, usual = [], dataclasses._process_class\n"
        "def told(cls, init, *rest): made.append(init); return usual(cls, init, *rest)\n"
        "dataclasses._process_class = told\n"
        "import exporter.checking\n"
        "print(made.count(True), made.count(False))"
    )
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    written, quick = map(int, done.stdout.split())
    assert quick >= written
