"""What to do is told in the words of the studio: no command, no key of YAML, no name of a file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml

from exporter import checks, explain
from exporter.diagnostics import Diagnostic
from exporter.importing import rules as importing
from exporter.load.json_schema import keys_of
from exporter.load.schema import DocumentShape, SectionShape
from exporter.making import publisher
from exporter.studio import advice as advising
from exporter.studio import saying
from exporter.studio.advice import advice, advised, undone
from exporter.studio.desk import Desk
from exporter.studio.looking import findings
from tests.rules.building import Maker
from tests.rules.test_content_rules import EXAMPLES
from tests.studio.conftest import FILE, NAME
from tests.unit.load.folders import findings_of, write
from tests.unit.load.test_cases import cases

KEYS = {*keys_of(DocumentShape, ()), *keys_of(SectionShape, ()), "alt", "decorative", "because"}
OF_FILES = re.compile(
    r"\bexporter (?:build|check|review|pictures|translation|init|new)\b|\.ya?ml\b|--[a-z]"
    rf"|(?:  |“)(?:{'|'.join(sorted(KEYS))}):|\bREADME\b|\bstyles/"
)
NAMES_WHAT_IS_THERE = {"file-absent": "the name of a file is what is asked for"}
TABLE: Mapping[str, dict[str, str]] = yaml.safe_load(advising.FILE.read_text("utf-8"))


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> tuple[Diagnostic, ...]:
    """What is told of an example of every rule. A case without a new one would only take time."""
    folder = tmp_path_factory.mktemp("cases")
    made: dict[tuple[str, str], Diagnostic] = {}
    for number, case in enumerate(cases()):
        codes = {line.rpartition(" ")[2] for line in case.findings.splitlines()}
        if codes <= {code for code, _ in made}:
            continue
        for one in findings_of(write(folder / str(number), {**case.files})):
            made.setdefault((one.code, one.hint), one)
    for code, example in EXAMPLES.items():
        maker = Maker(example["error"], str(example.get("edition", "easy-read")))
        for one in checks.check(maker.document, maker.edition, maker.source):
            made.setdefault((code, one.hint), one)
    return tuple(made.values())


def test_no_advice_of_the_studio_is_for_those_who_type_files(found: tuple[Diagnostic, ...]) -> None:
    assert len(found) > 250
    left = {
        one.code: words
        for one in found
        if not advice(one).by_hand
        for words in advice(one).words
        if OF_FILES.search(words) and one.code not in NAMES_WHAT_IS_THERE
    }
    assert left == {}


def test_whoever_is_told_what_to_do_elsewhere_is_told_here_too(
    found: tuple[Diagnostic, ...],
) -> None:
    dropped = {one.code for one in found if one.hint and not advice(one).words}
    assert dropped <= {"typeface-lacks-letters"}, "only a command can choose another typeface"


def test_what_has_no_field_leads_to_the_file_and_shows_what_to_type_there() -> None:
    hint = "Take it out of “abbreviations” in document.yaml, for example “easy: a group”."
    told = advice(Diagnostic(code="abbreviation-unused", message="It has none.", hint=hint))
    assert told.by_hand
    assert told.words == (saying.say("only-in-source"), hint)


def test_what_there_is_is_named_before_the_place_of_the_studio() -> None:
    hint = "Did you mean “circle”? Pictures stand under  pictures:  in document.yaml."
    one = Diagnostic(code="picture-unknown", message="There is no picture “circel”.", hint=hint)
    assert advised(one).startswith(
        "There is no picture “circel”. Did you mean “circle”? Choose one under “Picture”."
    )


def test_the_words_of_a_rule_are_those_of_a_rule_that_there_is() -> None:
    known = {rule.code for rule in explain.every_rule()}
    assert set(TABLE["here"]) <= known
    for like in TABLE["by-hand"]:
        assert any(code.startswith(like.removesuffix("*")) for code in known), like


def test_the_places_that_advice_names_are_called_so() -> None:
    """“Words for pictures” is what the link, the field or the button says."""
    called = {*saying.sentences().values(), "house", "Three steps: ask, listen, decide"}
    every = [*TABLE["here"].values(), *TABLE["imported"].values()]
    named = {one for words in every for one in re.findall("“([^”]*)”", words)}
    assert len(named) > 15
    assert named - called == {"I have looked", "TO WRITE", "note"}, (
        "the beginning of a button, and words"
    )
    assert any(one.startswith("I have looked") for one in called)


def test_whatever_is_said_of_the_publisher_has_words_of_the_studio() -> None:
    codes = {publisher.PLACEHOLDER, publisher.UNREACHABLE, publisher.TWO_WAYS}
    assert codes <= set(TABLE["here"])
    assert Path(advising.FILE).name == "advice.yaml"


def test_whoever_brought_a_file_in_is_told_in_words_of_the_studio_how_to_undo_it() -> None:
    told = {code: undone(rule) for code, rule in importing.RULES.items()}
    assert {code: words for code, words in told.items() if OF_FILES.search(words)} == {}
    assert "Words for pictures" in told["picture-without-alt"]
    assert set(TABLE["imported"]) <= set(importing.RULES)


def test_what_is_listed_is_called_as_people_know_it(desk: Desk) -> None:
    """Names are what is typed; people know headings, and what a picture shows."""
    said = {
        value: desk.put(NAME, FILE, field, value, None).why
        for field, value in (
            ("body", "See [](#zzzz)."), ("body", "See [](#come-alon)."), ("picture", "zzzz"),
            ("body", "::: question zz\nA?\n\n- b\n:::"),
        )
    }  # fmt: skip
    assert "Known here: “Come along” (come-along), " in said["See [](#zzzz)."]
    assert "“volunteer” (volunteer), “Welcome” (welcome)" in said["See [](#zzzz)."]
    assert "Did you mean “Come along” (come-along)?" in said["See [](#come-alon)."]
    assert "Known here: “A clock” (clock), “An envelope” (email)" in said["zzzz"]
    assert "Known here: one, several" in said["::: question zz\nA?\n\n- b\n:::"]
    file = desk.file(NAME, FILE)
    file.write_text(file.read_text("utf-8").replace("picture: people", "picture: zzzz", 1), "utf-8")
    page = findings(desk, {"name": NAME})
    assert "“Two people talk” (two-people)" in page
