"""The plan of partners as a table: what is typed stands in the plan, and no other line changes."""

from __future__ import annotations

import csv
import io
import re
import time
import zipfile

import pytest
from starlette.testclient import TestClient

from exporter.batch.plan import read_plan
from exporter.saving import NotSaved
from exporter.studio.deliver import plan_text
from exporter.studio.deliver.pasted import Refused
from exporter.studio.deliver.plan import FILE, PlanDesk
from exporter.studio.desk import Desk
from tests.conftest import ROOT
from tests.studio.conftest import NAME

PLAN = """# Who gets what: a note of the author.
defaults:
  editions: [easy-read]
  formats: [html]
groups:
  print: {formats: [pdf]}
partners:
  - {id: hill, name: Hill Surgery, phone: 01632 960001}  # rings on Mondays
  - id: brook
    name: Brook Housing
    email: us@brook.example
"""


@pytest.fixture
def plan(desk: Desk) -> PlanDesk:
    (desk.sources / FILE).write_text(PLAN, "utf-8")
    return PlanDesk(desk)


def on_disk(plan: PlanDesk) -> str:
    return plan.file.text()


def differing(before: str, after: str) -> tuple[list[str], list[str]]:
    old, new = before.splitlines(), after.splitlines()
    return [one for one in old if one not in new], [one for one in new if one not in old]


# ---- one partner -------------------------------------------------------------------------------


def test_every_row_says_what_the_plan_says_and_what_the_reader_makes_of_it(
    plan: PlanDesk,
) -> None:
    first, second = plan.shown().rows
    assert first.typed == {"id": "hill", "name": "Hill Surgery", "phone": "01632 960001"}
    assert first.partner.editions == ("easy-read",)
    assert second.shown("email") == "us@brook.example"
    assert plan.shown().faults == ()


@pytest.mark.parametrize(
    ("number", "wanted", "gone", "come"),
    [
        (0, {"phone": "01632 960002"},
         ["  - {id: hill, name: Hill Surgery, phone: 01632 960001}  # rings on Mondays"],
         ["  - {id: hill, name: Hill Surgery, phone: 01632 960002}  # rings on Mondays"]),
        (0, {"phone": "", "post": "Mill Lane 3, Rye"},
         ["  - {id: hill, name: Hill Surgery, phone: 01632 960001}  # rings on Mondays"],
         ["  - {id: hill, name: Hill Surgery, post: 'Mill Lane 3, Rye'}  # rings on Mondays"]),
        (0, {"editions": ("standard", "easy-read")},
         ["  - {id: hill, name: Hill Surgery, phone: 01632 960001}  # rings on Mondays"],
         ["  - {id: hill, name: Hill Surgery, phone: 01632 960001, editions: [standard, easy-read]}"
          "  # rings on Mondays"]),
        (1, {"name": "Brook: Housing", "email": ""},
         ["    name: Brook Housing", "    email: us@brook.example"],
         ["    name: 'Brook: Housing'"]),
        (1, {"formats": ("pdf",)}, [], ["    formats:", "      - pdf"]),
        (1, {"name": "Brook Housing"}, [], []),
    ],
)  # fmt: skip
def test_only_what_was_changed_is_typed_anew(
    plan: PlanDesk,
    number: int,
    wanted: dict[str, str | tuple[str, ...]],
    gone: list[str],
    come: list[str],
) -> None:
    row = plan.shown().rows[number]
    plan.save(number, row.seen, wanted)
    assert differing(PLAN, on_disk(plan)) == (gone, come)
    for key, value in wanted.items():
        assert plan.shown().rows[number].shown(key) == plan_text.as_typed(value)


def test_a_list_gives_way_to_another_list(plan: PlanDesk) -> None:
    for names in (("pdf", "docx"), ("html",), ()):
        for number in (0, 1):
            row = plan.shown().rows[number]
            plan.save(number, row.seen, {"formats": names})
            assert plan.shown().rows[number].typed.get("formats", ()) == names
    assert on_disk(plan) == PLAN


def test_a_new_partner_stands_behind_the_others_and_gets_an_id_of_its_name(
    plan: PlanDesk,
) -> None:
    plan.save(None, "", {"name": "Café Zoë", "id": "", "phone": "", "formats": ("pdf",)})
    plan.save(None, "", {"name": "Café Zoë"})
    assert on_disk(plan).startswith(PLAN)
    assert [row.shown("id") for row in plan.shown().rows] == [
        "hill", "brook", "cafe-zoe", "cafe-zoe-2",
    ]  # fmt: skip
    assert plan.shown().rows[2].typed["formats"] == ("pdf",)
    assert all(not row.partner.faults for row in plan.shown().rows)


def test_a_plan_begins_with_its_first_partner_and_ends_with_its_last(desk: Desk) -> None:
    plan = PlanDesk(desk)
    assert plan.shown().rows == ()
    plan.save(None, "", {"name": "Hill Surgery", "id": "hill", "formats": ("pdf", "html")})
    assert read_plan(plan.file.path, plan.known()).partners[0].formats == ("pdf", "html")
    plan.remove(0, plan.shown().rows[0].seen)
    assert on_disk(plan).endswith("partners: []\n")
    plan.save(None, "", {"name": "Brook"})
    assert [row.shown("name") for row in plan.shown().rows] == ["Brook"]
    assert plan.shown().faults == ()
    for _ in range(3):
        plan.file.undo()
    assert not plan.file.is_there
    plan.file.redo()
    assert plan.shown().rows[0].shown("id") == "hill"


def test_a_partner_is_taken_out_and_comes_back(plan: PlanDesk) -> None:
    plan.remove(0, plan.shown().rows[0].seen)
    assert [row.shown("id") for row in plan.shown().rows] == ["brook"]
    plan.file.undo()
    assert on_disk(plan) == PLAN


def test_what_changed_since_it_was_shown_is_not_written_over(plan: PlanDesk) -> None:
    seen = plan.shown().rows[0].seen
    changed = PLAN.replace("Hill Surgery", "Hilltop Surgery")
    plan.file.path.write_text(changed, "utf-8")
    for act in (lambda: plan.save(0, seen, {"phone": ""}), lambda: plan.remove(0, seen)):
        with pytest.raises(NotSaved, match="has changed since"):
            act()
    assert on_disk(plan) == changed


def test_slips_stand_in_their_own_row_in_the_words_of_the_reader(
    browser: TestClient, plan: PlanDesk
) -> None:
    text = f"{PLAN}  - {{id: hill, name: Another}}\n  - {{name: No id, phone: x}}\n  - just words\n"
    plan.file.path.write_text(text.replace("[easy-read]", "[easy-red]"), "utf-8")
    rows = plan.shown().rows
    told = [[one.message for one in row.partner.faults] for row in rows]
    assert told[0][0].startswith("The id “hill” stands twice")
    assert "There is no edition “easy-red”." in told[1]
    assert "This partner has no id." in told[3]
    assert "“x” is no phone number." in told[3]
    assert told[4] != []
    page = browser.get("/partners").text
    part = re.search(r'<tr id="row-3">.*?</tr>', page)
    assert part
    assert "“x” is no phone number. Digits and spaces." in part[0]


def test_the_form_comes_back_as_typed_where_it_cannot_be_kept(
    browser: TestClient, plan: PlanDesk
) -> None:
    answer = browser.post("/partners/save", data={"name": " ", "phone": "01632 960009"})
    assert answer.status_code == 400
    assert "01632 960009" in answer.text
    assert "type the partner" in answer.text
    assert on_disk(plan) == PLAN
    sent = {
        "number": "0",
        "seen": plan.shown().rows[0].seen,
        "name": "Hill",
        "formats": "pdf, html",
    }
    answer = browser.post("/partners/save", data=sent)
    assert answer.headers["location"].endswith("#row-0")
    assert plan.shown().rows[0].typed["formats"] == ("pdf", "html")


# ---- tables ------------------------------------------------------------------------------------


def test_rows_from_a_spreadsheet_change_those_that_are_there_and_add_the_others(
    browser: TestClient, plan: PlanDesk
) -> None:
    pasted = (
        "id\tname\tphone\teditions\r\n"
        "brook\tBrook Housing\t01632 960077\tEasy read, Standard\r\n"
        "\tValley Voices\t01632 960088\t\r\n"
    )
    answer = browser.post("/partners/paste", data={"rows": pasted})
    assert "1 partners are new, 1 were there already." in answer.text
    hill, brook, valley = plan.shown().rows
    assert hill.typed["phone"] == "01632 960001"
    assert brook.typed["phone"] == "01632 960077"
    assert brook.typed["email"] == "us@brook.example"
    assert brook.typed["editions"] == ("easy-read", "standard")
    assert valley.shown("id") == "valley-voices"
    assert on_disk(plan).startswith(PLAN)
    plan.file.undo()
    assert on_disk(plan) == PLAN


def test_rows_are_taken_as_people_head_their_columns_and_call_their_things(
    browser: TestClient, plan: PlanDesk, desk: Desk
) -> None:
    view = desk.view(NAME)
    pasted = (
        "Organisation\tTelephone\tE-mail\tDocuments\r\n"
        f"Hill Surgery\t01632 960055\tus@hill.example\t{view.title.upper()}\r\n"
        "Valley Voices\t01632 960088\t\t\r\n"
    )
    answer = browser.post("/partners/paste", data={"rows": pasted})
    assert "1 partners are new, 1 were there already." in answer.text
    hill, _, valley = plan.shown().rows
    assert hill.typed == {
        "id": "hill", "name": "Hill Surgery", "phone": "01632 960055", "email": "us@hill.example",
        "documents": (NAME,),
    }  # fmt: skip
    assert hill.partner.faults == valley.partner.faults == ()
    assert valley.shown("id") == "valley-voices"
    again = browser.post("/partners/paste", data={"rows": pasted})
    assert "0 partners are new, 2 were there already." in again.text


@pytest.mark.parametrize(
    ("pasted", "why"),
    [
        ("phone\n1\n", "The table has no column “name”."),
        ("name\tfone\nA\t1\n", "no “fone”"),
        ("id\tname\na\tA\na\tB\n", "stands twice in these rows"),
        ("id\tname\n", "no rows"),
        ("", "no rows"),
        ("id\tname\tphone\n\t\t1\n", "has no name"),
        ('id\tname\n"a\tb\n', "cannot be read"),
    ],
)
def test_a_table_that_cannot_be_read_is_told_and_nothing_is_taken(
    browser: TestClient, plan: PlanDesk, pasted: str, why: str
) -> None:
    answer = browser.post("/partners/paste", data={"rows": pasted})
    assert answer.status_code == 400
    assert why in answer.text
    assert on_disk(plan) == PLAN


def test_slips_in_a_pasted_row_are_taken_and_told_in_the_row(plan: PlanDesk) -> None:
    plan.bring_in(b"id,name,phone\nx,X,abc\n")
    assert plan.shown().rows[2].partner.faults[0].message == "“abc” is no phone number."


def test_the_table_that_goes_out_comes_in_again_and_changes_nothing(desk: Desk) -> None:
    text = (ROOT / "sources/partners.yaml").read_text("utf-8")
    (desk.sources / FILE).write_text(text, "utf-8")
    plan = PlanDesk(desk)
    assert len(plan.shown().rows) == 12
    assert plan.bring_in(plan.table()) == (0, 12)
    assert on_disk(plan) == text
    with pytest.raises(Refused):
        plan.bring_in(b"\xff\xfe\x00")


def test_no_cell_of_the_table_that_goes_out_is_a_formula(plan: PlanDesk) -> None:
    names = ("=cmd|' /C calc'!A0", "@SUM(1)", "-2+3", "'quoted'")
    rows = "".join(f'p{n},"{name}",+44 1632 960001\n' for n, name in enumerate(names))
    plan.bring_in(f"id,name,phone\n{rows}".encode())
    before, table = on_disk(plan), plan.table()
    cells = [cell for row in csv.reader(io.StringIO(table.decode("utf-8-sig"))) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
    assert plan.bring_in(table) == (0, 6)
    assert on_disk(plan) == before


def test_partners_of_a_table_beside_the_plan_are_shown_and_can_be_taken_into_it(
    browser: TestClient, desk: Desk
) -> None:
    (desk.sources / FILE).write_text("defaults: {formats: [html]}\npartners: list.csv\n", "utf-8")
    (desk.sources / "list.csv").write_text("id,name\na,A\nb,B\n", "utf-8")
    plan = PlanDesk(desk)
    assert "The partners stand in the table list.csv" in browser.get("/partners").text
    browser.post("/partners/type-here")
    assert [row.typed for row in plan.shown().rows] == [
        {"id": "a", "name": "A"}, {"id": "b", "name": "B"},
    ]  # fmt: skip
    assert on_disk(plan).startswith("defaults: {formats: [html]}\npartners:\n  - id: a\n")
    assert plan.shown().table == ""


# ---- packs -------------------------------------------------------------------------------------


def test_packs_are_made_told_and_downloaded(browser: TestClient, plan: PlanDesk) -> None:
    plan.file.path.write_text(PLAN + "  - {id: pale, name: Pale, accent: '#eeeeee'}\n", "utf-8")
    browser.post("/partners/make", data={"draft": "yes"})
    assert "Files are being made" in browser.get("/partners").text
    for _ in range(6000):
        if not browser.get("/partners/progress").json()["going"]:
            break
        time.sleep(0.05)
    page = browser.get("/partners").text
    assert "2 packs were made." in page
    assert "One pack was not made. Its row says why." in page
    part = re.search(r'<tr id="row-2">.*?</tr>', page)
    assert part
    assert "contrast of 1.2 to 1" in part[0]
    pack = browser.get("/partners/pack/hill").text
    assert "read-me-first.html" in pack
    name = f"{NAME}-easy-read.html"
    data = browser.get(f"/partners/pack/hill/file/{name}").content
    assert b"Hill Surgery" in data
    whole = browser.get("/partners/pack/hill/zip/hill.zip").content
    assert whole == browser.get("/partners/pack/hill/zip/hill.zip").content
    with zipfile.ZipFile(io.BytesIO(whole)) as read:
        assert read.read(name) == data
        assert "read-me-first.html" in read.namelist()
    assert browser.get("/partners/pack/pale").status_code == 404
