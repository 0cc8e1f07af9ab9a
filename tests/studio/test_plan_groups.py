"""What holds for all partners, and for groups, is changed in the plan; no other line changes."""

from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient

from exporter.saving import NotSaved
from exporter.studio.deliver.plan import FILE, PlanDesk
from exporter.studio.deliver.plan_groups import (
    ALL,
    SHARED_KEYS,
    shared_of,
    with_shared,
    without_group,
)
from exporter.studio.desk import Desk
from tests.studio.test_partners import PLAN, differing, on_disk, plan

__all__ = ["plan"]  # a fixture

OURS = "# Ours.\n\npartners:\n  - {id: a, name: A, group: web}\n"


@pytest.mark.parametrize(
    ("name", "wanted", "gone", "come"),
    [
        (ALL, {"brand": "riverside"}, [], ["  brand: riverside"]),
        (ALL, {"editions": ("standard", "easy-read")}, ["  editions: [easy-read]"],
         ["  editions:", "    - standard", "    - easy-read"]),
        (ALL, {"editions": ()}, ["  editions: [easy-read]"], []),
        (ALL, {"formats": ("html",)}, [], []),
        ("print", {"formats": ("docx",)}, ["  print: {formats: [pdf]}"],
         ["  print:", "    formats:", "      - docx"]),
        ("print", {"formats": ("pdf",), "phone": "01632 960009"}, ["  print: {formats: [pdf]}"],
         ["  print: {formats: [pdf], phone: 01632 960009}"]),
        ("print", {"formats": (), "brand": "riverside"}, ["  print: {formats: [pdf]}"],
         ["  print: {brand: riverside}"]),
        ("web", {"formats": ("html",)}, [], ["  web:", "    formats:", "      - html"]),
    ],
)  # fmt: skip
def test_only_what_was_changed_is_typed_anew(
    name: str, wanted: dict[str, str | tuple[str, ...]], gone: list[str], come: list[str]
) -> None:
    made = with_shared(PLAN, name, wanted)
    assert differing(PLAN, made) == (gone, come)
    before, after = shared_of(PLAN), shared_of(made)
    assert after[name] == {
        key: value for key, value in {**before.get(name, {}), **wanted}.items() if value
    }
    assert {one: says for one, says in after.items() if one != name} == {
        one: says for one, says in before.items() if one != name
    }


def test_what_holds_for_more_stands_above_the_partners_and_goes_as_it_came() -> None:
    grouped = with_shared(OURS, "web", {"formats": ("html",)})
    assert grouped == OURS.replace(
        "partners:", "groups:\n  web:\n    formats:\n      - html\npartners:"
    )
    whole = with_shared(grouped, ALL, {"brand": "house"})
    assert whole == grouped.replace("groups:", "defaults:\n  brand: house\ngroups:")
    assert without_group(with_shared(whole, ALL, {"brand": ""}), "web") == OURS
    first = with_shared("", ALL, {"brand": "house"})
    assert first.splitlines()[1:] == ["defaults:", "  brand: house", "partners: []"]


def test_a_group_that_says_nothing_is_refused_and_one_that_is_not_there_too() -> None:
    with pytest.raises(NotSaved, match="say something for this group"):
        with_shared(PLAN, "print", dict.fromkeys(SHARED_KEYS, ""))
    for name in ("x", ALL):
        with pytest.raises(NotSaved, match="no such group"):
            without_group(PLAN, name)


def test_an_officer_changes_what_is_the_same_for_all(browser: TestClient, plan: PlanDesk) -> None:
    page = browser.get("/partners").text
    assert "Editions: easy-read · Formats: html" in page
    form = browser.get("/partners/all").text
    assert 'value="easy-read"' in form
    seen = plan.shown().shared[0].seen
    assert f'name="seen" value="{seen}"' in form
    sent = {"group": "", "seen": seen, "editions": "standard, easy-read", "brand": ""}
    answer = browser.post("/partners/share", data=sent)
    assert answer.headers["location"] == "/partners?said=It+is+in+the+plan.#shared"
    assert [row.partner.editions for row in plan.shown().rows] == [("standard", "easy-read")] * 2
    again = browser.post("/partners/share", data=sent)
    assert again.status_code == 303  # it says so already
    other = {**sent, "editions": "large-print"}
    assert browser.post("/partners/share", data=other).status_code == 400  # changed meanwhile
    plan.file.undo()
    assert on_disk(plan) == PLAN


def test_a_group_is_begun_used_and_taken_out(browser: TestClient, plan: PlanDesk) -> None:
    assert browser.post("/partners/share", data={"name": " ", "formats": "pdf"}).status_code == 400
    again = browser.post("/partners/share", data={"name": "On paper"})
    assert "say something for this group" in again.text
    assert 'value="On paper"' in again.text
    browser.post("/partners/share", data={"name": "On paper", "formats": "docx"})
    assert plan.shown().shared[-1].name == "on-paper"
    twice = browser.post("/partners/share", data={"name": "On paper", "formats": "docx"})
    assert "There is a group “on-paper” already." in twice.text
    assert "There are: print, on-paper." in browser.get("/partners/row/0").text
    plan.save(0, plan.shown().rows[0].seen, {"group": "on-paper"})
    assert plan.shown().rows[0].partner.formats == ("docx",)
    page = browser.get("/partners").text
    assert re.search("Group “on-paper”</strong><p class=.quiet.>Formats: docx · one partner<", page)

    refused = browser.post("/partners/group-out", data={"group": "on-paper"})
    assert "One+partner+is+in+this+group" in refused.headers["location"]
    plan.save(0, plan.shown().rows[0].seen, {"group": ""})
    browser.post("/partners/group-out", data={"group": "on-paper"})
    assert on_disk(plan) == PLAN


@pytest.mark.parametrize("name", ["../x", "nothing", "a/b", ""])
def test_only_groups_that_are_there_have_a_page(
    browser: TestClient, plan: PlanDesk, name: str
) -> None:
    status = 404 if name else 200
    assert browser.get("/partners/group", params={"group": name}).status_code == status
    sent = {"group": name or "nothing", "seen": "x", "formats": "pdf"}
    assert browser.post("/partners/share", data=sent).status_code == 404
    assert on_disk(plan) == PLAN


def test_a_plan_of_shared_words_alone_begins_with_them(desk: Desk) -> None:
    plan = PlanDesk(desk)
    plan.share(ALL, plan.shown().shared[0].seen, {"formats": ("html",)})
    plan.save(None, "", {"name": "Hill Surgery"})
    assert plan.shown().rows[0].partner.formats == ("html",)
    assert (desk.sources / FILE).read_text("utf-8").count("partners:") == 1


def test_a_group_of_a_hand_that_is_called_anything_can_be_reached(
    browser: TestClient, plan: PlanDesk
) -> None:
    plan.file.path.write_text(PLAN.replace("  print:", "  'Web & print/1':"), "utf-8")
    found = re.search(r'href="(/partners/group\?[^"]+)"', browser.get("/partners").text)
    assert found
    assert "Group “Web &amp; print/1”" in browser.get(found[1]).text
