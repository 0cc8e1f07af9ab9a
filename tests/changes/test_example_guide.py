"""The example guide, with words changed all over it: every one is found and goes to its place."""

from __future__ import annotations

import os
import random
import shutil
from difflib import unified_diff
from pathlib import Path

import pytest

from exporter.changes import apply, read
from exporter.making.documents import load_document
from exporter.outline import outline_of
from exporter.styles.editions import load_edition
from exporter.writers import docx as writer
from tests.changes.editing import ANNA, Editor
from tests.changes.guide import BRAND
from tests.conftest import ROOT

EXAMPLE = ROOT / "sources" / "co-production-guide"
NEW = ("changed", "new*word", "[new]", "a: b", "it's", "x_y #z", "1. one", "{and}")
RUNS = int(os.environ.get("EXPORTER_CHANGES", "1"))


@pytest.mark.parametrize("seed", range(RUNS))
@pytest.mark.parametrize(("edition", "author"), [("standard", ""), ("easy-read", ANNA)])
def test_words_changed_all_over_a_guide_are_found_and_saved_in_their_lines(
    tmp_path: Path, edition: str, author: str, seed: int
) -> None:
    sources = tmp_path / "sources"
    shutil.copytree(EXAMPLE, sources / EXAMPLE.name)
    before = {one: one.read_text("utf-8") for one in sources.rglob("*.yaml")}
    data, edits = edited(sources / EXAMPLE.name, edition, author, random.Random(seed))
    back = read(data, sources)
    told = {(one.old, one.new) for one in back.changes}
    assert {edit for edit in edits if edit not in told} == set()
    assert len(back.changes) == len(edits)
    done = apply(back)
    states = [one.state for one in done.changes]
    assert states.count("applied") >= len(edits) - 5  # some hold words that the program fills in
    assert set(states) <= {"applied", "for a person"}
    left = {(one.old, one.new) for one in done.changes if one.state != "applied"}
    assert {(one.old, one.new) for one in read(data, sources).changes} == left
    for file, text in before.items():
        was, now = text.splitlines(), file.read_text("utf-8").splitlines()
        touched = [line for line in unified_diff(was, now, n=0) if line[:1] == "-"][1:]
        assert len(touched) <= len(edits)
        assert len(was) == len(now)


def edited(
    folder: Path, edition: str, author: str, chance: random.Random
) -> tuple[bytes, set[tuple[str, str]]]:
    """The Word file with words changed, one in each of some things; and those things."""
    made_for = load_edition(edition)
    document = load_document(folder, None).adapted(made_for)
    editor = Editor(writer.stamp(writer.compile(document, made_for.theme), BRAND), author)
    things = [one for one in outline_of(document) if one.role in ("paragraph", "item", "cell")]
    texts = [one.text for one in things]
    edits = set()
    for text in chance.sample([one for one in texts if len(one) > 40], 25):
        words = [word for word in text.split() if word.isalpha() and text.count(word) == 1]
        if texts.count(text) > 1 or not any(len(word) > 4 for word in words):
            continue
        word, new = chance.choice([one for one in words if len(one) > 4]), chance.choice(NEW)
        try:
            editor.reword(word, new, within=text[:60])
        except AssertionError:  # it stands in two runs
            continue
        edits.add((text, text.replace(word, new)))
    return editor.saved(), edits
