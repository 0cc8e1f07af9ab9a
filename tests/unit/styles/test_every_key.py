"""Every key of every style file that we ship, misspelt or with a value of a wrong kind, is told."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from exporter.authored.findings import Findings
from exporter.authored.located_yaml import read_yaml
from exporter.styles.folder import shipped
from exporter.styles.sentences import SENTENCES

from .reading import findings_in

FILES = sorted(
    file.relative_to(shipped()).as_posix()
    for file in shipped().rglob("*.yaml")
    if file.name != "concepts.yaml"
)
Way = tuple[str | int, ...]


def ways(data: Any, way: Way = ()) -> Iterator[Way]:
    """Every key of some data, and every key below it."""
    pairs = data.items() if isinstance(data, dict) else enumerate(data)
    for key, value in pairs if isinstance(data, dict | list) else ():
        if isinstance(key, str):
            yield (*way, key)
        yield from ways(value, (*way, key))


def inside(data: Any, way: Way) -> Any:
    for step in way:
        data = data[step]
    return data


def untold(file: str, text: str, styles: Path) -> list[tuple[str, Way]]:
    """The keys of a file of which nothing is told on their line when they are spoilt."""
    target = styles / file
    target.parent.mkdir(parents=True, exist_ok=True)
    kind = Path(file).parts[0].removesuffix(".yaml")
    missed: list[tuple[str, Way]] = []

    def look(data: Any, spoilt: list[Way]) -> list[bool]:
        """Of each key whether something is told on its line."""
        typed = yaml.dump(data, sort_keys=False, allow_unicode=True, width=10_000)
        target.write_text(typed, "utf-8")
        located = read_yaml(typed, "", Findings(), settings=True)
        assert located is not None
        places = {(one.place.line, one.place.file) for one in findings_in(styles, kind)}
        return [(located.place(way).line, str(target)) in places for way in spoilt]

    def try_out(some: list[Way]) -> None:
        for what, spoil in _SPOILT.items():
            data = yaml.load(text, Loader=yaml.BaseLoader)
            told = look(data, [spoil(data, way) for way in some])
            for way, seen in zip(some, told, strict=True):
                if not seen and len(some) == 1:
                    missed.append((what, way))
                elif not seen:  # what another one hid is spoilt alone
                    alone.append(way)

    every, alone = list(ways(yaml.load(text, Loader=yaml.BaseLoader))), list[Way]()
    for some in together(every, kind):
        try_out(some)
    for way in alone:
        try_out([way])
    return missed


def _of_a_wrong_kind(data: Any, way: Way) -> Way:
    above = inside(data, way[:-1])
    above[way[-1]] = ["x"] if isinstance(above[way[-1]], dict) else {"of a wrong kind": "x"}
    return way


def _misspelt(data: Any, way: Way) -> Way:
    above = inside(data, way[:-1])
    named = {key if key != way[-1] else f"{key}zz": value for key, value in above.items()}
    above.clear()
    above.update(named)
    return (*way[:-1], f"{way[-1]}zz")


_SPOILT = {"kind": _of_a_wrong_kind, "name": _misspelt}
"""Ways to spoil a key: where it stands then."""


def together(every: list[Way], kind: str) -> list[list[Way]]:
    """The keys that are spoilt at once: of a locale some sentences, for each is read by itself and
    all findings are told at once; else each alone."""
    if kind != "locales":
        return [[way] for way in every]
    deep = sorted(every, key=len)
    same = [[way for way in deep if len(way) == depth] for depth in {len(way) for way in deep}]
    return [ways[at : at + 25] for ways in same for at in range(0, len(ways), 25)]


@pytest.mark.parametrize("file", FILES)
def test_every_key_of_a_shipped_file_is_told_when_it_is_spoilt(file: str, tmp_path: Path) -> None:
    for logo in (shipped() / "brands").glob("*.svg"):
        (tmp_path / "brands").mkdir(exist_ok=True)
        shutil.copy(logo, tmp_path / "brands")
    assert untold(file, (shipped() / file).read_text("utf-8"), tmp_path) == []


def test_every_key_of_an_idea_is_told_when_it_is_spoilt(tmp_path: Path) -> None:
    entries = yaml.load((shipped() / "concepts.yaml").read_text("utf-8"), Loader=yaml.BaseLoader)
    some = [name for name, entry in entries.items() if "note" in entry and "openmoji" in entry][:2]
    text = yaml.dump({name: entries[name] for name in [*some, "person", "rights"]})
    missed = untold("concepts.yaml", text, tmp_path)
    names = {way for _, way in missed if len(way) == 1}
    assert [way for _, way in missed if way not in names] == []  # ideas are named freely


def test_the_sentences_that_the_program_says_are_those_of_the_shipped_locale() -> None:
    english = yaml.load((shipped() / "locales/en.yaml").read_text("utf-8"), Loader=yaml.BaseLoader)
    editions = {file.stem for file in (shipped() / "editions").glob("*.yaml")}
    named = editions | {f"formats-{name}" for name in editions}
    assert set(english) - named == set(SENTENCES) - named


@pytest.mark.parametrize("key", ["page", "notes", "large-print"])
def test_a_shipped_locale_that_lacks_a_sentence_is_told(
    key: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(shipped(), tmp_path / "styles")
    monkeypatch.setattr("exporter.styles.folder.shipped", lambda: tmp_path / "styles")
    file = tmp_path / "styles/locales/en.yaml"
    lines = file.read_text("utf-8").splitlines(keepends=True)
    file.write_text("".join(line for line in lines if not line.startswith(f"{key}:")))
    found = [one for one in findings_in(tmp_path / "styles") if one.place.file == str(file)]
    assert [one.words for one in found] == ([] if key == "large-print" else [key])
