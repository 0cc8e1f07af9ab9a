"""review.yaml: written for people, and read back with the line of every fault."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exporter.diagnostics import Place, SourceError
from exporter.review import FILE, RULES, Check, Match, Review, as_yaml, read_review, write_review
from tests.unit.review.guide import checked, guide, matched

CODE = "0123456789abcdef"


def read(folder: Path, text: str) -> Review | None:
    (folder / FILE).write_text(text, "utf-8")
    return read_review(folder)


def faults(folder: Path, text: str) -> list[tuple[int, str, str]]:
    with pytest.raises(SourceError) as caught:
        read(folder, text)
    assert all(fault.place.file == (folder / FILE).as_posix() for fault in caught.value.findings)
    return [(fault.place.line, fault.code, fault.message) for fault in caught.value.findings]


def test_a_folder_without_a_review_has_none(tmp_path: Path) -> None:
    assert read_review(tmp_path) is None


def test_what_was_written_is_read_back_with_its_places(tmp_path: Path) -> None:
    source = guide()
    review = checked(source, matched(source), said=("Row 4 is hard: why?", "- yes"), named=False)
    file = write_review(tmp_path, review)
    assert file == tmp_path / "review.yaml"
    again = read_review(tmp_path)
    assert again == review
    assert again is not None
    first = file.read_text("utf-8").splitlines().index("  - kind: matches") + 1
    assert again.records[0].place == Place(file.as_posix(), first, 5)
    assert as_yaml(again) == file.read_bytes()


def test_the_file_says_in_words_what_it_is_and_what_people_said() -> None:
    text = as_yaml(checked(guide(), said=("We like the pictures.",), accepted=("people",))).decode()
    assert text.startswith("# Who looked at the easy read of this document")
    assert "who: The Riverside reading group\n    named: true\n    when: 2026-05\n" in text
    assert "    said:\n      - We like the pictures.\n    accepted:\n      people: " in text
    assert "*" not in text
    assert "!" not in text


WORDS = (
    st.text(
        st.characters(
            exclude_categories=("Cc", "Cf", "Cs", "Cn", "Co"),
            # not what looks garbled, either (â€™), nor an address (0@Ǳ), whose letters may be
            # taken for others: both are told, as in every text that people type
            # and signs that show nothing are left out, with a finding
            exclude_characters="@\u2028\u2029\ufffd\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0"
            + "".join(map(chr, (*range(0x80, 0x180), *range(0xFE00, 0xFE10))))
            + "".join(map(chr, (*range(0x180B, 0x1810), *range(0xE0100, 0xE01F0)))),
        ),
        min_size=1,
    )
    .map(lambda text: " ".join(text.split()))
    .filter(bool)
)
NAMES = st.from_regex(r"[a-z]{1,8}(-[a-z0-9]{1,8})?", fullmatch=True)
CODES = st.dictionaries(
    NAMES, st.from_regex(r"[0-9a-f]{16}", fullmatch=True), min_size=1, max_size=3
).map(lambda codes: tuple(codes.items()))
DATES = st.sampled_from(("2026", "2026-05", "2026-05-04"))
RECORDS = st.one_of(
    st.builds(Match, when=DATES, who=WORDS | st.just(""), written_for=CODES),
    st.builds(
        Check,
        who=WORDS,
        named=st.booleans(),
        when=DATES,
        said=st.lists(WORDS, max_size=3).map(tuple),
        accepted=CODES | st.just(()),
        rows=CODES,
        written_for=CODES | st.just(()),
        place=st.just(Place()),
    ),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(RECORDS, min_size=1, max_size=3))
def test_any_review_comes_back_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, records: list[Match | Check]
) -> None:
    folder = tmp_path_factory.mktemp("review")
    review = Review(tuple(records))
    write_review(folder, review)
    assert read_review(folder) == review


def test_an_unknown_key_is_told_with_its_line(tmp_path: Path) -> None:
    text = f"""records:
  - kind: matches
    wehn: 2026-05
    written_for: {{one: {CODE}}}
"""
    assert faults(tmp_path, text) == [
        (2, "review-wrong", "“when:” is missing in this record."),
        (3, "review-wrong", "“wehn” is not a key that we know here."),
    ]


def test_a_record_without_a_group_or_its_rows_is_no_check(tmp_path: Path) -> None:
    found = faults(tmp_path, "records:\n  - kind: checked\n    when: 2026-05\n")
    assert [(line, message) for line, _, message in found] == [
        (2, "“who:” is missing in this record."),
        (2, "“rows:” is missing in this record."),
    ]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("when: 4 May", "“4 May” is not a date."),
        ("when: 2026-02-30", "“2026-02-30” is not a date."),
        ("named: perhaps", "“perhaps” does not say yes or no."),
        ("who: [a, b]", "“who” should be words."),
        ("said: {a: b}", "“said” should be a list of sentences."),
        ("rows: {one: 12}", "The code of “one” was changed."),
        ("rows: {one: 0123456789ABCDEF}", "The code of “one” was changed."),
        ("rows: nothing", "“rows” should hold names, each with its code."),
    ],
)
def test_each_value_that_is_wrong_is_told_once(tmp_path: Path, line: str, message: str) -> None:
    values = {
        "kind": "kind: checked",
        "who": "who: A group",
        "when": "when: 2026-05",
        "named": "named: true",
        "rows": f"rows: {{one: {CODE}}}",
    }
    values[line.split(":")[0]] = line
    text = "records:\n  - " + "\n    ".join(values.values()) + "\n"
    number = text.splitlines().index(f"    {line}") + 1
    assert faults(tmp_path, text) == [(number, "review-wrong", message)]


def test_broken_yaml_is_told_in_the_words_of_all_our_files(tmp_path: Path) -> None:
    found = faults(tmp_path, "records:\n\t- kind: matches\n")
    assert (2, "yaml-tab") in [(line, code) for line, code, _ in found]


def test_an_empty_file_and_a_wrong_kind_are_told(tmp_path: Path) -> None:
    assert [code for _, code, _ in faults(tmp_path, "")] == ["file-empty"]
    found = faults(tmp_path, "records:\n  - kind: blessed\n")
    assert found == [(2, "review-wrong", "“blessed” is no kind of record.")]
    assert faults(tmp_path, "records:\n  - hello\n")[0][:2] == (2, "review-wrong")
    assert faults(tmp_path, "records: hello\n") == [
        (1, "review-wrong", "“records” should be a list.")
    ]
    assert faults(tmp_path, "reviews: []\n") == [
        (1, "review-wrong", "“reviews” is not a key that we know here.")
    ]


def test_a_link_to_another_place_is_not_followed(tmp_path: Path) -> None:
    folder, other = tmp_path / "guide", tmp_path / "other.yaml"
    folder.mkdir()
    other.write_text("records: []\n", "utf-8")
    (folder / FILE).symlink_to(other)
    with pytest.raises(SourceError) as caught:
        read_review(folder)
    assert [fault.code for fault in caught.value.findings] == ["file-outside"]


def test_every_code_of_ours_is_explained() -> None:
    assert set(RULES) == {
        "easy-read-out-of-date",
        "easy-read-not-matched",
        "easy-read-not-checked",
        "easy-read-changed",
        "review-wrong",
        "review-record",
    }
    for rule in RULES.values():
        assert rule.reason.endswith(".")
        assert rule.source
