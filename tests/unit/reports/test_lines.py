"""Findings as lines: each rule once, with how often and where; the worst first."""

from __future__ import annotations

from dataclasses import replace

from exporter.diagnostics import Diagnostic, Place, Severity
from exporter.reports.lines import lines_of

LETTER = Place("letter.docx")


def _alt(where: str) -> Diagnostic:
    message = f"The picture has no description ({where})."
    return Diagnostic(
        code="word-alt-missing", message=message, place=LETTER, where=where, hint="Describe it."
    )


def _codes(lines: list[str]) -> list[str]:
    return [line.rsplit(" ", 1)[1] for line in lines if "exporter explain" in line]


def test_one_finding_is_told_with_what_to_do_and_where_more_is_said() -> None:
    finding = Diagnostic(code="capitals", message="No.", place=Place("a.md", 3), hint="Try this.")
    assert lines_of([finding]) == [
        "a.md:3: No.",
        "    Try this.",
        "    must fix; more about it: exporter explain capitals",
    ]


def test_a_rule_is_told_once_with_its_number_and_its_first_places() -> None:
    assert lines_of([_alt(f"page {number}") for number in range(1, 21)]) == [
        "letter.docx: The picture has no description (page 1).",
        "    Describe it.",
        "    20 times in all, also: page 2; page 3; page 4; page 5; …",
        "    must fix; more about it: exporter explain word-alt-missing",
        "Add --all to see each of them with its words.",
    ]


def test_the_same_finding_is_told_once_also_among_all() -> None:
    same = [_alt("page 1")] * 3
    for every in (False, True):
        assert lines_of(same, every=every)[2:] == [
            "    3 times in all",
            "    must fix; more about it: exporter explain word-alt-missing",
        ]


def test_all_are_told_one_by_one_when_they_are_asked_for() -> None:
    lines = lines_of([_alt(f"page {number}") for number in range(1, 21)], every=True)
    assert len(_codes(lines)) == 20
    assert not any("in all" in line or "--all" in line for line in lines)


def test_places_are_lines_paragraphs_of_a_word_file_or_other_files() -> None:
    def at(file: str, *lines: int) -> list[Diagnostic]:
        return [Diagnostic(code="x", message="No.", place=Place(file, line)) for line in lines]

    assert lines_of(at("a.md", 3, 9, 9, 12))[1] == "    4 times in all, also: line 9; line 12"
    told = lines_of([*at("a.docx", 3, 9), *at("b.md", 2)])
    assert told[0] == "a.docx, paragraph 3: No."
    assert told[1] == "    3 times in all, also: paragraph 9; b.md:2"


def test_a_few_words_are_told_with_their_line() -> None:
    found = [
        Diagnostic(code="x", message="No.", place=Place("a.md", line), words=words)
        for line, words in ((1, "utilise"), (2, "facilitate"), (3, "far too many words for a line"))
    ]
    assert lines_of(found)[1] == "    3 times in all, also: line 2 “facilitate”; line 3"


def test_findings_about_whole_files_stay_with_their_file() -> None:
    found = [
        Diagnostic(code="file-unreadable", message=f"{name} is damaged.", place=Place(name))
        for name in ("a.docx", "b.docx")
    ]
    told = [line for line in lines_of(found) if not line.startswith(" ")]
    assert told == ["a.docx: a.docx is damaged.", "b.docx: b.docx is damaged."]


def test_what_has_no_place_is_known_by_its_words() -> None:
    found = [Diagnostic(code="x", message=f"{n} pt.", place=Place("a.pdf")) for n in (8, 9)]
    assert lines_of(found)[1] == "    2 times in all, also: 9 pt."


def test_what_shuts_people_out_is_told_before_what_is_only_unlovely() -> None:
    codes = ("word-compatibility-mode", "word-capitals", "word-heading-skipped", "word-alt-missing")
    found = [Diagnostic(code=code, message="No.", place=LETTER) for code in codes]
    mild = replace(found[3], severity=Severity.PLEASE_ANSWER)
    assert _codes(lines_of([mild, *found])) == [*codes[::-1], "word-alt-missing"]


def test_fifteen_rules_are_shown_and_what_is_only_told_waits_to_be_asked_for() -> None:
    found = [Diagnostic(code=f"rule-{n:02}", message="No.", place=LETTER) for n in range(20)]
    told = Diagnostic(
        code="told", message="So it is.", severity=Severity.FOR_INFORMATION, place=LETTER
    )
    lines = lines_of([*found, *found, told, told])
    assert _codes(lines) == [f"rule-{n:02}" for n in range(15)]
    assert lines[-1] == "12 more findings: add --all to see them."
