"""What a document is asked, how answers count, and what the report of any text says."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace

import pytest

from exporter.checks import PERSON_DECIDES, RULES, as_json, check, check_text
from exporter.checks.passages import passages_of
from exporter.checks.reading import reading_of
from exporter.checks.splitting import sentences_of
from exporter.checks.texts import paragraphs_of
from exporter.diagnostics import Severity
from exporter.explain import explain
from exporter.model import Foreign, Item, List, Paragraph, Section, Text
from exporter.source import Source
from exporter.styles.editions import load_edition
from tests.build import everything, para
from tests.rules.building import Maker


def findings(text: str, rules: str = "easy-read", suffix: str = ".txt"):  # type: ignore[no-untyped-def]
    return check_text(paragraphs_of(text.encode(), suffix, "a" + suffix), rules).findings


def test_an_answer_turns_a_finding_into_information() -> None:
    example = {
        "text": "The letter is sent by a nurse.",
        "source": {
            "sections": {
                "one": {"accept": [{"rule": "passive-voice", "because": "Our group said so."}]}
            }
        },
    }
    made = Maker(example, "easy-read")
    (finding,) = check(made.document, made.edition, made.source)
    assert finding.severity is Severity.FOR_INFORMATION
    assert finding.hint == "answered: Our group said so."


@pytest.mark.parametrize(
    ("address", "link"),
    [
        ("sam@example.org", "[sam@example.org](mailto:sam@example.org)"),
        ("www.example.org", "[the words](https://www.example.org)"),
        ("https://example.org/a", "<https://example.org>"),
    ],
)
def test_an_address_is_told_how_its_own_kind_becomes_a_link(address: str, link: str) -> None:
    example = {"text": f"See {address} for more."}
    made = Maker(example, "large-print")
    found = check(made.document, made.edition, made.source)
    (finding,) = (one for one in found if one.code == "address-not-a-link")
    assert link in finding.hint


def test_an_answer_holds_only_in_its_section() -> None:
    example = {
        "text": "The letter is sent by a nurse.",
        "source": {
            "sections": {
                "one": {},
                "two": {"accept": [{"rule": "passive-voice", "because": "Elsewhere."}]},
            }
        },
    }
    made = Maker(example, "easy-read")
    (finding,) = check(made.document, made.edition, made.source)
    assert finding.severity is Severity.PLEASE_ANSWER


def test_an_answer_of_the_document_holds_everywhere() -> None:
    example = {
        "text": "The letter is sent by a nurse.",
        "source": {"accept": [{"rule": "passive-voice", "because": "Always."}]},
    }
    made = Maker(example, "easy-read")
    (finding,) = check(made.document, made.edition, made.source)
    assert finding.hint == "answered: Always."


def test_what_matters_most_comes_first() -> None:
    found = findings("You can not go there unless you can not stay. It's closed, e.g. on Sundays.")
    severities = [finding.severity for finding in found]
    assert severities == sorted(severities)
    assert severities[0] is Severity.MUST_FIX


def test_a_finding_says_where_what_and_what_to_do() -> None:
    found = findings("Hello.\n\nAbout 25% of people\nlive alone.")
    (finding,) = [each for each in found if each.code == "percentage"]
    assert (finding.place.file, finding.place.line) == ("a.txt", 3)
    assert finding.words == "25%"
    assert finding.suggestion == "1 in 4"
    assert finding.hint


def test_the_line_of_a_sentence_inside_a_paragraph_is_found() -> None:
    found = findings("We are people.\nWe help.\nBring four friends.", suffix=".md")
    (finding,) = [each for each in found if each.code == "number-in-words"]
    assert finding.place.line == 3


def test_items_count_with_the_words_that_begin_their_list() -> None:
    text = "You can:\n\n- say what you think\n- help.\n"
    report = check_text(paragraphs_of(text.encode(), ".md"))
    assert (report.sentences, report.words) == (2, 7)
    stem = "Everybody who comes to the meeting in the new hall can\n\n"
    long = f"{stem}- bring tea and cake for all of their friends from the town.\n"
    assert "sentence-too-long" in [finding.code for finding in findings(long, suffix=".md")]


def test_quotes_are_somebodys_own_words() -> None:
    text = "> I couldn’t believe it: four of us were asked.\n"
    assert findings(text, suffix=".md") == ()


def test_wording_in_print_is_at_most_for_information() -> None:
    text = (
        "We do not go unless we are asked, e.g. by the ICB in phase II. "
        "For a period of four days 25% stayed."
    )
    for rules in ("clear-print", "large-print"):
        assert {finding.severity for finding in findings(text, rules)} == {Severity.FOR_INFORMATION}


def test_the_json_of_a_text_has_what_others_build_on() -> None:
    report = check_text(paragraphs_of(b"Bring four friends.", ".txt", "a.txt"))
    value = as_json(report)
    assert value["sentences"] == 1
    assert value["words"] == 3
    assert value["rules_checked"] == len(report.rules_checked) > 50
    assert value["a_person_decides"] == list(PERSON_DECIDES)
    (finding,) = value["findings"]  # type: ignore[misc]
    assert finding == {
        "rule": "number-in-words",
        "severity": "must fix",
        "file": "a.txt",
        "line": 1,
        "words": "four",
        "message": "The number “four” is written in words.",
        "hint": "Write the digits.",
        "suggestion": "4",
    }


def test_nothing_ever_says_that_a_text_passes() -> None:
    for code in RULES:
        assert "passes" not in (explain(code) or "passes").lower()


def test_every_block_is_read_without_a_fall() -> None:
    document = everything()
    reading = reading_of(passages_of(document), "easy-read", document=document)
    assert len(reading.sentences) > 20
    for edition in ("standard", "large-print", "easy-read"):
        check(document, load_edition(edition), Source(name="x", title="x", language="en-GB"))


def test_what_a_rule_may_not_read_is_left_out_without_splitting_the_rest_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    texts = (
        Text("We ask you. Then we "),
        Foreign((Text("croeso i bawb"),), "cy"),
        Text(" and we meet. We:"),
    )
    blocks = (
        Paragraph(texts),
        List("bullet", (Item((para("go"),)), Item((para("stay. We rest."),)))),
    )
    section = Section(anchor="a", heading="A", level=2, blocks=(*blocks, para("All of it stays.")))
    document = replace(everything(), sections=(section,), end=())
    reading = reading_of(passages_of(document), "plain", document=document)
    split: list[str] = []

    def noted(text: str) -> Iterator[tuple[int, str]]:
        split.append(text)
        return sentences_of(text)

    monkeypatch.setattr("exporter.checks.reading.sentences_of", noted)
    english = reading.for_rules_on(("en",))
    assert english is not reading
    assert all("croeso" not in sentence.text for sentence in english.sentences)
    assert len(split) < 6
    assert "All of it stays." not in split
    again = reading_of(
        (replace(passage, sentences=()) for passage in english.passages),
        "plain",
        document=document,
    )
    assert again.sentences == english.sentences


def test_a_telephone_number_that_stays_on_one_line_is_no_big_number() -> None:
    words = (Text("Ring us on 01632\u00a0960123."),)
    section = Section(anchor="a", heading="A", level=2, blocks=(Paragraph(words),))
    document = replace(everything(), sections=(section,), end=())
    reading = reading_of(passages_of(document), "easy-read", document=document)
    assert not list(RULES["big-number"].find(reading))
    assert reading.sentences[-1].text == "Ring us on 01632 960123."


def test_without_the_extra_one_finding_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    real = importlib.util.find_spec
    absent = {"wordfreq"}
    monkeypatch.setattr(
        importlib.util,
        "find_spec",
        lambda name, *rest: None if name in absent else real(name, *rest),
    )
    monkeypatch.setattr(
        "exporter.checks.checking.find_spec", lambda name: None if name in absent else real(name)
    )
    found = findings("We are people. The methodology is bad.")
    assert [finding.code for finding in found] == ["word-lists-missing"]
    assert "wordfreq is not installed" in found[0].message


def test_checks_of_print_do_not_load_the_word_lists() -> None:
    code = (
        "import sys\n"
        "from exporter.checks import check\n"
        "from exporter.styles.editions import load_edition\n"
        "from exporter.source import Source\n"
        "from tests.build import everything\n"
        "source = Source(name='x', title='x', language='en')\n"
        "check(everything(), load_edition('standard'), source)\n"
        "print([name for name in ('wordfreq', 'msgpack', 'markdown_it') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_bold_code_and_bold_nothing_are_no_words_to_explain() -> None:
    assert findings("Run **`npm start`** or **![](a.png)** now.", suffix=".md") == ()
