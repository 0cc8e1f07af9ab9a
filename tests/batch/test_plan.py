"""Plans: what a person may write in YAML or a spreadsheet; every fault is told with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from exporter.batch.partner import Partner
from exporter.batch.plan import Known, read_plan
from exporter.diagnostics import Diagnostic, SourceError

KNOWN = Known(("guide", "leaflet"), ("standard", "easy-read"), ("pdf", "html"), ("house", "oak"))


def read(tmp_path: Path, text: str | bytes, name: str = "plan.yaml") -> tuple[Partner, ...]:
    partners, faults = told(tmp_path, text, name)
    assert faults == []
    return partners


def told(
    tmp_path: Path, text: str | bytes, name: str = "plan.yaml"
) -> tuple[tuple[Partner, ...], list[Diagnostic]]:
    file = tmp_path / name
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    plan = read_plan(file, KNOWN)
    return plan.partners, list(plan.told)


def faults_in(tmp_path: Path, text: str | bytes, name: str = "plan.yaml") -> list[tuple[str, int]]:
    return sorted({(one.code, one.place.line) for one in told(tmp_path, text, name)[1]})


# ---- YAML -------------------------------------------------------------------------------------


def test_a_partner_is_one_short_line(tmp_path: Path) -> None:
    (partner,) = read(tmp_path, "partners:\n  - {id: hilltop, name: Hilltop Surgery}\n")
    assert (partner.id, partner.name, partner.brand) == ("hilltop", "Hilltop Surgery", "house")
    assert partner.place.line == 2


def test_what_a_partner_says_comes_before_its_group_and_that_before_the_defaults(
    tmp_path: Path,
) -> None:
    plan = """
defaults: {editions: [standard], formats: [pdf], cover_line: For everybody.}
groups:
  web: {formats: [html], cover_line: On the web.}
partners:
  - {id: a, name: A}
  - {id: b, name: B, group: web}
  - {id: c, name: C, group: web, cover_line: Ours.}
"""
    a, b, c = read(tmp_path, plan)
    assert [one.formats for one in (a, b, c)] == [("pdf",), ("html",), ("html",)]
    assert [one.cover_line for one in (a, b, c)] == ["For everybody.", "On the web.", "Ours."]
    assert {one.editions for one in (a, b, c)} == {("standard",)}


def test_phone_numbers_and_addresses_stay_as_they_were_typed(tmp_path: Path) -> None:
    plan = """
partners:
  - id: a
    name: A
    phone: 01632 960512
    post: [1 Mill Lane, "Riverton,", RV1 2AB]
"""
    (partner,) = read(tmp_path, plan)
    assert partner.phone == "01632 960512"
    assert partner.post == "1 Mill Lane, Riverton, RV1 2AB"


def test_every_fault_of_a_yaml_plan_is_told_at_once_with_its_line(tmp_path: Path) -> None:
    plan = """
defaults: {edition: [standard]}
groups:
  web: {formats: [html], id: no}
partners:
  - {id: Hill Top, name: Hilltop}
  - {name: Nameless}
  - {id: a, name: A, group: wep, accent: blue, email: nobody, phone: ring us}
  - {id: a, name: A again, documents: [giude], brand: okk}
  - just words
  - {id: b, name: [B, C], editions: [standard, {x: y}]}
  - {id: c, name: C, logo: ours.png}
other: 1
"""
    assert faults_in(tmp_path, plan) == sorted(
        [
            ("plan-key-unknown", 2),
            ("plan-key-unknown", 4),
            ("plan-id-shape", 6),
            ("plan-key-missing", 7),
            ("plan-group-unknown", 8),
            ("plan-value-shape", 8),
            ("plan-id-twice", 9),
            ("plan-name-unknown", 9),
            ("plan-shape", 10),
            ("plan-shape", 11),
            ("plan-key-missing", 11),
            ("plan-logo-alt", 12),
            ("plan-key-unknown", 13),
        ]
    )


def test_a_misspelt_name_gets_a_proposal(tmp_path: Path) -> None:
    _, faults = told(tmp_path, "partners:\n  - {id: a, name: A, documents: [giude], fone: 1}\n")
    assert sorted(one.hint for one in faults) == ["Did you mean “guide”?", "Did you mean “phone”?"]


def test_a_wrong_default_is_told_once_and_not_for_each_partner(tmp_path: Path) -> None:
    plan = "defaults: {accent: blue}\npartners:\n  - {id: a, name: A}\n  - {id: b, name: B}\n"
    assert [(one.code, one.place.line) for one in set(told(tmp_path, plan)[1])] == [
        ("plan-value-shape", 1)
    ]


def test_a_wrong_name_stands_where_it_was_typed_and_is_told_once(tmp_path: Path) -> None:
    plan = """
defaults:
  editions: [standerd]
groups:
  web:
    formats: [htlm]
    languages: [English, cy]
partners:
  - {id: a, name: A, group: web}
  - {id: b, name: B, group: web, brand: oka}
"""
    _, faults = told(tmp_path, plan)
    found = [(one.place.line, one.place.column, one.words, one.suggestion) for one in faults]
    assert sorted(found) == [
        (3, 3, "standerd", "standard"),
        (6, 5, "htlm", "html"),
        (7, 5, "", ""),
        (10, 34, "oka", "oak"),
    ]


def test_the_values_of_a_group_that_nobody_is_in_are_looked_at_too(tmp_path: Path) -> None:
    plan = "groups:\n  web: {accent: blue, adjust: nearer}\npartners:\n  - {id: a, name: A}\n"
    assert [(one.code, one.place.line) for one in told(tmp_path, plan)[1]] == [
        ("plan-value-shape", 2),
        ("plan-value-shape", 2),
    ]


def test_a_colour_without_quotation_marks_is_told_with_the_line_put_right(tmp_path: Path) -> None:
    plan = """
defaults:
  accent: #5a2a00
partners:
  - {id: a, name: A, second: #0f5c63}
  - {id: b, name: B, second: "#12"}
"""
    _, faults = told(tmp_path, plan)
    assert [(one.place.line, one.code, one.hint) for one in faults] == [
        (5, "yaml-comment-after-value", 'Write  - {id: a, name: A, second: "#0f5c63"}'),
        (3, "yaml-comment-after-value", 'Write  accent: "#5a2a00"'),
        (6, "plan-value-shape", 'Write it like this: "#0f5c63"'),
    ]


@pytest.mark.parametrize("text", ["", "partners: []\n", "defaults: {formats: [pdf]}\n"])
def test_a_plan_without_partners_is_a_fault(tmp_path: Path, text: str) -> None:
    assert told(tmp_path, text)[1]


def test_groups_that_are_a_list_and_partners_that_are_words_are_told(tmp_path: Path) -> None:
    assert faults_in(tmp_path, "groups: [a]\npartners: many\n") == [
        ("plan-shape", 1),
        ("plan-shape", 2),
    ]


def test_a_plan_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="No such file"):
        read_plan(tmp_path / "none.yaml", KNOWN)


def test_a_plan_larger_than_five_megabytes_is_not_read(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="5 MB"):
        told(tmp_path, b"#" * 5_000_001)


# ---- CSV --------------------------------------------------------------------------------------


def from_csv(tmp_path: Path, text: str | bytes) -> tuple[Partner, ...]:
    return read(tmp_path, text, "plan.csv")


def test_semicolons_a_byte_order_mark_and_windows_line_ends_are_taken_as_they_come(
    tmp_path: Path,
) -> None:
    text = "\ufeffid;name;Cover line;Editions\r\na;Ärzte am Hügel;Für alle;standard, easy-read\r\n"
    (partner,) = from_csv(tmp_path, text.encode())
    assert partner.name == "Ärzte am Hügel"
    assert partner.cover_line == "Für alle"
    assert partner.editions == ("standard", "easy-read")


@pytest.mark.parametrize(
    "data",
    [
        "id,name\na,Dom Łódzki\n".encode("utf-16"),
        "id\tname\r\na\tDom Łódzki\r\n".encode(),
        "sep=;\r\nid;name\r\na;Dom Łódzki\r\n".encode(),
    ],
    ids=["UTF-16", "tabs", "a line that names the separator"],
)
def test_other_ways_of_spreadsheets_are_read(tmp_path: Path, data: bytes) -> None:
    (partner,) = from_csv(tmp_path, data)
    assert partner.name == "Dom Łódzki"


def test_windows_1252_is_read_when_it_cannot_be_utf_8(tmp_path: Path) -> None:
    (partner,) = from_csv(tmp_path, "id;name\na;Café “Grün”\n".encode("cp1252"))
    assert partner.name == "Café “Grün”"


def test_blank_lines_and_empty_cells_at_the_end_are_skipped(tmp_path: Path) -> None:
    text = "\n;;;\nid;name;phone;;\n\na;A;01632 960512;;;\n;;;;\nb;B;;;\n"
    a, b = from_csv(tmp_path, text)
    assert (a.phone, a.place.line) == ("01632 960512", 5)
    assert (b.phone, b.place.line) == ("", 7)


def test_a_cell_of_several_lines_is_an_address_and_lines_are_still_counted_right(
    tmp_path: Path,
) -> None:
    text = 'id,name,post\na,A,"1 Mill Lane,\nRiverton"\nb,B,\n'
    a, b = from_csv(tmp_path, text)
    assert a.post == "1 Mill Lane, Riverton"
    assert [one.place.line for one in (a, b)] == [2, 4]


def test_every_fault_of_a_table_is_told_at_once_with_its_line(tmp_path: Path) -> None:
    text = "id,name,phone,nmae,phone\na,A,4.41632E+11,,\nBad Id,B,,,\n,C,,,\nd,D,,,,one too many\n"
    assert faults_in(tmp_path, text, "plan.csv") == [
        ("plan-id-shape", 3),
        ("plan-key-missing", 4),
        ("plan-key-twice", 1),
        ("plan-key-unknown", 1),
        ("plan-number-damaged", 2),
        ("plan-row-long", 5),
    ]


def test_a_table_without_the_columns_that_are_needed_is_one_fault_each(tmp_path: Path) -> None:
    assert faults_in(tmp_path, "partner,phone\nA,1\nB,2\n", "plan.csv") == [
        ("plan-key-missing", 1),
        ("plan-key-unknown", 1),
    ]


def test_a_quotation_mark_that_never_ends_loses_no_partner_silently(tmp_path: Path) -> None:
    assert faults_in(tmp_path, 'id,name\na,A\nb,"B\nc,C\n', "plan.csv") == [("plan-unreadable", 3)]


def test_a_table_alone_has_no_groups(tmp_path: Path) -> None:
    assert faults_in(tmp_path, "id,name,group\na,A,web\n", "plan.csv") == [
        ("plan-group-unknown", 1)
    ]


def test_a_yaml_plan_gives_a_table_its_defaults_and_groups(tmp_path: Path) -> None:
    (tmp_path / "them.csv").write_text("id;name;group\na;A;web\nb;B;\nc;C;wep\n")
    plan = "defaults: {formats: [pdf]}\ngroups:\n  web: {formats: [html]}\npartners: them.csv\n"
    partners, faults = told(tmp_path, plan)
    assert [one.formats for one in partners] == [("html",), ("pdf",), ("pdf",)]
    assert [(Path(one.place.file).name, one.place.line) for one in faults] == [("them.csv", 4)]


def test_the_table_that_a_plan_names_may_be_missing(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"them\.csv"):
        told(tmp_path, "partners: them.csv\n")
