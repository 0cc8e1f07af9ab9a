"""The concept map: every code is a file, and nothing stands for two ideas."""

from __future__ import annotations

import pytest

from exporter.pictures import concepts
from exporter.pictures.banks import openmoji_file


def test_there_are_at_least_120_concepts() -> None:
    assert len(concepts()) >= 120


@pytest.mark.parametrize("concept", concepts(), ids=lambda concept: concept.name)
def test_every_code_is_a_picture_of_openmoji(concept) -> None:  # type: ignore[no-untyped-def]
    if concept.code:
        assert openmoji_file(concept.code), concept.code
    else:
        assert concept.needs_real_picture


@pytest.mark.parametrize("concept", concepts(), ids=lambda concept: concept.name)
def test_every_concept_has_words_and_what_to_say_of_its_picture(concept) -> None:  # type: ignore[no-untyped-def]
    assert len(concept.words) >= 1
    assert bool(concept.alt) == bool(concept.code)
    assert not concept.alt.lower().startswith(("image", "picture of", "photo"))
    assert len(concept.alt) <= 80
    if concept.needs_real_picture:
        assert concept.note


def test_one_picture_means_one_thing() -> None:
    codes = [concept.code for concept in concepts() if not concept.needs_real_picture]
    assert len(codes) == len(set(codes))


@pytest.mark.parametrize(
    "idea", ["equal", "rights", "respect", "power-sharing", "learning-disability", "easy-read"]
)
def test_ideas_that_no_symbol_says_need_a_real_picture(idea: str) -> None:
    found = next(concept for concept in concepts() if concept.name == idea)
    assert found.needs_real_picture
