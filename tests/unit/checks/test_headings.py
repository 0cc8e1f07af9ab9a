"""What is a shouted heading, and what is a name of capitals."""

from __future__ import annotations

import pytest

from exporter.checks import check
from tests.rules.building import Maker


@pytest.mark.parametrize(
    ("heading", "shouts"),
    [
        ("NHS 111", False),
        ("A & E", False),
        ("B", False),
        ("Plan B", False),
        ("OPEN DAY", True),
        ("FIND US 2026", True),
        ("TELEPHONE", True),
    ],
)
def test_a_name_of_capitals_is_no_shouting(heading: str, shouts: bool) -> None:
    made = Maker({"heading": heading}, "easy-read")
    found = {one.code for one in check(made.document, made.edition, made.source)}
    assert ("heading-capitals" in found) == shouts
