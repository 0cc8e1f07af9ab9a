"""What was read or adapted before is not made again; what comes of it is the same, byte by byte."""

from __future__ import annotations

import random
from dataclasses import asdict, dataclass
from itertools import product
from pathlib import Path

import pytest

from exporter.diagnostics import SourceError
from exporter.load import ReadBefore, load
from exporter.load.section_file import section_file
from exporter.studio.desk import Desk
from exporter.studio.previewing import for_everybody, shown
from exporter.studio.sealed import preview
from tests.studio.conftest import FILE, NAME

COME = "sections/come-along.yaml"
CHANGES = (
    ("document.yaml", "    word: volunteer", "    word: helping hand"),
    ("document.yaml", "A person who helps for free.", "Somebody who helps."),
    ("document.yaml", "[welcome, come-along,", "[come-along, welcome,"),
    ("document.yaml", "language: en-GB", "language: cy"),
    ("document.yaml", "glossary:\n", "abbreviations: {BSL: British Sign Language}\nglossary:\n"),
    ("document.yaml", "alt: A clock", "alt: A clock that shows two"),
    ("document.yaml", "title: Meeting", "# One line more.\ntitle: Meeting"),
    (FILE, "as often or as seldom", "and in BSL, as often"),
    (FILE, "heading: Welcome", "heading: Hello"),
    (FILE, "[](#come-along).", "[](#come-along) and [](#times).[^why]\n\n  [^why]: A note."),
    (FILE, "  - word: volunteer\n", "  - {picture: helper, text: Some people help us.}\n"),
    (FILE, "summary:", "# One line more.\nsummary:"),
    (COME, "you round.", "you round.[^how]\n\n  [^how]: Volunteers do."),
    (COME, "text: You can just come.", "text: The volunteers wait for you."),
    (COME, "a walk in the park", "a walk with one of the volunteers"),
    ("pictures/clock.svg", "</svg>", "<!-- drawn anew --></svg>"),
)
FAULTS = (
    (FILE, "[volunteers](#volunteer)", "[volunteers](#nobody)"),
    (COME, "heading: Come along", "heading: 1. Come along"),
    (COME, "day: Day, what:", "day: Day, that:"),
    ("document.yaml", "date: 2026-11", "date: soon"),
)


def seen(desk: Desk) -> tuple[object, ...]:
    """All that there is to know of the document, places and all, and each page of it."""
    view = desk.view(NAME)
    pages = {
        edition.name: preview(desk, {"name": NAME, "edition": edition.name})[0]
        for edition in shown(view, for_everybody(desk.styles))
    }
    return view.faults, view.loaded and asdict(view.loaded.source), pages


@pytest.mark.parametrize("seed", range(2))
def test_after_any_changes_everything_is_as_if_it_were_read_for_the_first_time(
    desk: Desk, seed: int
) -> None:
    chosen = random.Random(seed)
    for step in range(8):
        for change in chosen.sample(CHANGES, 2):
            turn(desk, *change)
        if step % 2:
            fault = chosen.choice(FAULTS)
            turn(desk, *fault)
            assert desk.view(NAME).faults == (told := anew(desk).view(NAME).faults)
            assert told
            turn(desk, *fault)
        now = seen(desk)
        assert now[0] == ()
        assert now == seen(anew(desk))


def anew(desk: Desk) -> Desk:
    return Desk(desk.sources, desk.styles, desk.output)


def turn(desk: Desk, file: str, old: str, new: str) -> None:
    """Make a change, or take it back."""
    path = desk.sources / NAME / file
    text = path.read_text("utf-8")
    old, new = (new, old) if new in text else (old, new)
    path.write_text(text.replace(old, new), "utf-8")


def test_a_word_is_explained_in_the_next_section_when_the_one_before_has_it_no_more(
    desk: Desk,
) -> None:
    changed(desk, COME, "text: You can just come.", "text: The volunteers wait for you.")
    explained = '<strong class="term">volunteers</strong>'
    easy = {"name": NAME, "edition": "easy-read"}
    assert explained not in preview(desk, easy)[0].decode()
    changed(desk, FILE, "  - word: volunteer\n", "  - {picture: helper, text: Somebody helps.}\n")
    assert explained in preview(desk, easy)[0].decode()


@dataclass(frozen=True)
class Reading:
    """A document read with what was read before, and the sections that were read anew."""

    source: dict[str, object] | None
    faults: tuple[object, ...]
    anew: tuple[str, ...]


@pytest.fixture
def reading(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> object:
    kept, read = ReadBefore(), []

    def counted(name: str, *asked: object) -> object:
        read.append(name)
        return section_file(name, *asked)  # type: ignore[arg-type]

    monkeypatch.setattr("exporter.load.assemble.section_file", counted)

    def one(before: ReadBefore | None = kept) -> Reading:
        read.clear()
        try:
            source = asdict(load(desk.sources / NAME, before=before))
        except SourceError as error:
            return Reading(None, tuple(error.findings), tuple(read))
        return Reading(source, (), tuple(read))

    return one


def test_only_a_section_whose_file_has_changed_is_read_anew(desk: Desk, reading: object) -> None:
    assert callable(reading)
    assert reading().anew == ("welcome", "come-along", "words-we-use")
    assert reading().anew == ()
    changed(desk, FILE, "heading: Welcome", "heading: Hello")
    after = reading()
    assert after.anew == ("welcome",)
    assert after.source == reading(None).source


def test_what_is_found_in_a_section_is_told_each_time(desk: Desk, reading: object) -> None:
    assert callable(reading)
    changed(desk, COME, "heading: Come along", "heading: 1. Come along")
    first = reading()
    assert [one.code for one in first.faults] == ["number-typed"]  # type: ignore[attr-defined]
    assert reading() == Reading(None, first.faults, ("come-along",))


def test_a_section_with_a_file_beside_it_is_read_each_time(desk: Desk, reading: object) -> None:
    assert callable(reading)
    (desk.sources / NAME / "times.csv").write_text("Day,What we do\nMonday,Tea\n", "utf-8")
    rows = Path(desk.sources / NAME / COME).read_text("utf-8")
    start, end = rows.index("    columns:"), rows.index("easy_read:")
    changed(desk, COME, rows[start:end], "    file: times.csv\n")
    reading()
    changed(desk, "times.csv", "Monday", "Tuesday")
    after = reading()
    assert after.anew == ("come-along",)
    assert "Tuesday" in str(after.source)


def changed(desk: Desk, file: str, old: str, new: str) -> None:
    path = desk.sources / NAME / file
    assert old in path.read_text("utf-8")
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")


def test_who_writes_easy_read_changes_no_other_page(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []
    from exporter.writers import html

    def counted(document: object, *asked: object, **named: object) -> object:
        made.append(document.edition)  # type: ignore[attr-defined]
        return compiled(document, *asked, **named)  # type: ignore[arg-type]

    compiled = html.compile
    monkeypatch.setattr(html, "compile", counted)
    editions = ("standard", "large-print", "easy-read")
    for words, edition in product(("We meet.", "We meet on Mondays."), editions):
        desk.put(NAME, FILE, "easy_read.0.text", words, None)
        page = preview(desk, {"name": NAME, "edition": edition})[0].decode()
        assert (words in page) == (edition == "easy-read")
    assert made == [*editions, "easy-read"]
