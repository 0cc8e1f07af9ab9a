"""Names of style files: which of several counts, and what is said of one that there is not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from exporter.adapt import adapt
from exporter.diagnostics import SourceError
from exporter.edition import LAYERS, RULE_SETS
from exporter.file_rules.pdf.limits import limits_of
from exporter.making.build import build
from exporter.making.order import Order
from exporter.source import Source
from exporter.styles import folder
from exporter.styles.brands import load_brand
from exporter.styles.editions import editions, load_edition
from exporter.styles.words import load_words
from tests.unit.load.folders import write as write_guide

from .test_style_cases import changed


def own(styles: Path, name: str, *lines: str) -> Path:
    """A style file of the user's: a shipped edition with some lines changed."""
    file = styles / "editions" / f"{name}.yaml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(changed("editions/standard.yaml", list(lines)), "utf-8")
    return file


@pytest.mark.parametrize(
    ("ask", "code", "near"),
    [
        (lambda: load_brand("houze"), "brand-unknown", "house"),
        (lambda: load_edition("standart"), "name-unknown", "standard"),
        (lambda: load_edition("standard", font="Ariel"), "name-unknown", "Arial"),
    ],
)
def test_a_name_that_there_is_not_comes_with_the_nearest(
    ask: Callable[[], object], code: str, near: str
) -> None:
    with pytest.raises(SourceError) as caught:
        ask()
    (finding,) = caught.value.findings
    assert (finding.code, finding.suggestion) == (code, near)
    assert finding.hint == f"Did you mean “{near}”?"


def test_the_folder_that_was_asked_for_comes_before_the_one_here_and_the_shipped_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert load_edition("standard").theme.size == 14
    own(tmp_path / "styles", "standard", "size: 15")
    assert load_edition("standard").theme.size == 15
    own(tmp_path / "asked", "standard", "size: 16")
    assert load_edition("standard", tmp_path / "asked").theme.size == 16
    assert folder.searched(Path("asked")) == (Path("asked"), Path("styles"), folder.shipped())


def test_a_change_in_any_style_file_changes_the_key_but_for_brands_left_out(tmp_path: Path) -> None:
    edition = own(tmp_path, "standard", "size: 15")
    before = folder.key(tmp_path), folder.key(tmp_path, without="brands")
    (tmp_path / "brands").mkdir()
    (tmp_path / "brands/ours.yaml").write_text("publisher: Ours\n")
    with_brand = folder.key(tmp_path), folder.key(tmp_path, without="brands")
    assert with_brand[0] != before[0]
    assert with_brand[1] == before[1]
    edition.rename(edition.with_name("other.yaml"))
    assert folder.key(tmp_path, without="brands") != before[1]


def test_faults_of_several_editions_and_of_the_tokens_are_told_together(tmp_path: Path) -> None:
    own(tmp_path, "standard", "rules: clear", "size: 15")
    own(tmp_path, "short", "title: short", "layers: [sumary]")
    (tmp_path / "tokens.yaml").write_text(changed("tokens.yaml", ["family: Times"]), "utf-8")
    with pytest.raises(SourceError) as caught:
        editions(tmp_path)
    assert [(Path(f.place.file).name, f.place.line > 0) for f in caught.value.findings] == [
        ("short.yaml", True),
        ("standard.yaml", True),
        ("tokens.yaml", True),
    ]


def test_a_build_tells_the_faults_of_a_brand_and_of_editions_together(tmp_path: Path) -> None:
    own(tmp_path, "standard", "rules: clear")
    (tmp_path / "brands").mkdir()
    (tmp_path / "brands/house.yaml").write_text("colours: {accent: teal}\n")
    with pytest.raises(SourceError) as caught:
        build(Order(sources=tmp_path, styles=tmp_path, output=tmp_path / "out"))
    assert [one.code for one in caught.value.findings] == ["brand-wrong", "style-wrong"]


def test_a_build_of_two_documents_tells_a_fault_of_the_locale_once(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_guide(tmp_path / "sources" / name, {})
    (tmp_path / "locales").mkdir()
    (tmp_path / "locales/en.yaml").write_text('page: "(page {numer})"\n')
    order = Order(sources=tmp_path / "sources", styles=tmp_path, output=tmp_path / "out")
    result = build(order)
    assert sorted(result.failed) == ["one", "two"]
    assert [(one.code, one.place.line) for one in result.findings] == [("style-wrong", 1)]


@pytest.mark.parametrize("name", [".hidden.yaml", "folder.yaml"])
def test_what_only_looks_like_a_style_file_is_none(name: str, tmp_path: Path) -> None:
    (tmp_path / "editions/folder.yaml").mkdir(parents=True)
    (tmp_path / "editions/.hidden.yaml").write_text("size: 14\n")
    assert Path(name).stem not in folder.names("editions", tmp_path)
    assert len(editions(tmp_path)) == len(editions())


def test_an_edition_whose_name_no_locale_has_is_told_at_its_title(tmp_path: Path) -> None:
    file = own(tmp_path, "short", "title: large-prnt")
    edition = load_edition("short", tmp_path)
    source = Source(name="tea", title="Tea", language="en-GB")
    with pytest.raises(SourceError) as caught:
        adapt(source, edition, load_words("en-GB", tmp_path))
    (finding,) = caught.value.findings
    assert (finding.place.file, finding.place.line) == (str(file), 2)
    assert (finding.words, finding.suggestion) == ("large-prnt", "large-print")


@pytest.mark.parametrize("size", [5.9, 72.1, float("nan")])
def test_words_smaller_than_6_points_or_larger_than_72_cannot_be_asked_for(size: float) -> None:
    with pytest.raises(SourceError, match="choose 6 to 72"):
        load_edition("standard", size=size)


def test_every_set_of_rules_that_an_edition_may_name_has_its_limits() -> None:
    assert len({limits_of(rules).name for rules in RULE_SETS}) == len(RULE_SETS)
    assert {layer for edition in editions() for layer in edition.layers} == set(LAYERS)


@pytest.mark.parametrize("file", ["editions/standard.yaml", "tokens.yaml", "locales/en.yaml"])
def test_a_style_file_of_absurd_size_is_told_and_not_read(file: str, tmp_path: Path) -> None:
    (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / file).write_text("# words\n" * 100_000)
    with pytest.raises(SourceError) as caught:
        load_words("en", tmp_path) if "locales" in file else editions(tmp_path)
    assert [one.code for one in caught.value.findings] == ["file-too-large"]
