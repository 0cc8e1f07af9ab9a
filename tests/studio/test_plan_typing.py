"""The forms of partners and groups are kept as they are typed, like all else, before “Keep”."""

from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient

from exporter.studio.deliver.plan import PlanDesk
from exporter.studio.deliver.plan_typing import PlanTyping
from exporter.studio.desk import Desk
from tests.studio.test_partners import PLAN, on_disk, plan

__all__ = ["plan"]  # a fixture


@pytest.fixture
def typing(plan: PlanDesk) -> PlanTyping:
    return PlanTyping(plan)


def type_in(browser: TestClient, whose: str, field: str, value: str, was: str) -> dict[str, object]:
    sent = {"file": whose, "field": field, "value": value, "was": was}
    told: dict[str, object] = browser.post("/partners/put", data=sent).json()
    return told


def value_of(page: str, field: str) -> str:
    found = re.search(rf'name="{field}"(?: value="([^"]*)")?', page)
    assert found
    return found[1] or ""


def test_what_is_typed_of_a_partner_is_in_the_plan_at_once_and_one_step_back(
    browser: TestClient, plan: PlanDesk
) -> None:
    before = "Hill Surgery"
    for words in ("Hill Sur", "Hill", "Hill Practice"):
        assert type_in(browser, "partner:hill", "name", words, before) == {"saved": True, "why": ""}
        before = words
    assert on_disk(plan) == PLAN.replace("Hill Surgery", "Hill Practice")
    assert type_in(browser, "partner:brook", "formats", "pdf, html", "")["saved"]
    assert plan.shown().rows[1].typed["formats"] == ("pdf", "html")
    browser.post("/partners/undo")
    browser.post("/partners/undo")
    assert on_disk(plan) == PLAN


@pytest.mark.parametrize(
    ("field", "value", "was", "why"),
    [
        ("name", "", "Hill Surgery", "Please type the partner’s name"),
        ("id", "", "hill", "Please type a short name"),
        ("id", "brook", "hill", "Another partner has the short name “brook”."),
    ],
)
def test_what_no_partner_can_be_without_waits_in_its_field(
    browser: TestClient, plan: PlanDesk, field: str, value: str, was: str, why: str
) -> None:
    told = type_in(browser, "partner:hill", field, value, was)
    assert told["saved"] is False
    assert why in str(told["why"])
    assert on_disk(plan) == PLAN
    page = browser.get("/partners/row/0").text
    assert value_of(page, field) == value
    assert why in page
    assert type_in(browser, "partner:hill", field, "sunny", value)["saved"] is True
    assert PlanTyping(plan).waiting().placed == {}


def test_a_partner_is_known_again_on_a_page_that_changed_its_short_name(
    browser: TestClient, plan: PlanDesk
) -> None:
    for typed, before in (("hil", "hill"), ("hills", "hil")):
        assert type_in(browser, "partner:hill", "id", typed, before)["saved"]
    assert type_in(browser, "partner:hill", "web", "https://hill.example", "")["saved"]
    first, second = plan.shown().rows
    assert (first.shown("id"), first.shown("web")) == ("hills", "https://hill.example")
    assert second.shown("web") == ""


def test_words_for_a_partner_that_is_gone_or_was_changed_elsewhere_cover_nothing(
    browser: TestClient, plan: PlanDesk
) -> None:
    plan.file.change(lambda text: text.replace("01632 960001", "01632 960009"))
    told = type_in(browser, "partner:hill", "phone", "01632 960002", "01632 960001")
    assert (told["saved"], told["now"]) == (False, "01632 960009")
    seen = plan.shown().rows[0].seen
    plan.remove(0, seen)
    assert type_in(browser, "partner:hill", "web", "https://a.example", "")["saved"] is False
    page = browser.get("/partners").text
    assert "Words without a place" in page
    assert "01632 960002" in page
    assert "https://a.example" in page
    assert "hill" not in on_disk(plan)
    browser.post("/partners/forget", data={"draft": str(told["kept"])})
    assert "01632 960002" not in browser.get("/partners").text


def test_words_that_somebody_goes_on_typing_too_late_are_kept_once(
    browser: TestClient, plan: PlanDesk
) -> None:
    for words in ("Hill S", "Hill Su", "Hill Sur"):
        assert type_in(browser, "partner:hill", "name", words, "Not as it is")["now"]
    assert [one.typed for one in PlanTyping(plan).waiting().lost] == ["Hill Sur"]


def test_the_form_of_a_new_partner_is_as_it_was_when_it_is_opened_again(
    browser: TestClient, plan: PlanDesk, desk: Desk
) -> None:
    assert type_in(browser, "new-partner", "name", "Mill L", "")["saved"]
    assert type_in(browser, "new-partner", "name", "Mill Lane", "Mill L")["saved"]
    assert type_in(browser, "new-partner", "email", "us@mill.example", "")["saved"]
    assert on_disk(plan) == PLAN
    page = browser.get("/partners/new").text
    assert (value_of(page, "name"), value_of(page, "email")) == ("Mill Lane", "us@mill.example")
    sent = {"name": "Mill Lane", "email": "us@mill.example"}
    assert browser.post("/partners/save", data=sent).status_code == 303
    assert plan.shown().rows[2].shown("email") == "us@mill.example"
    assert value_of(browser.get("/partners/new").text, "name") == ""
    type_in(browser, "new-partner", "name", "Another", "")
    browser.post("/partners/forget", data={"whose": "new-partner"})
    assert value_of(browser.get("/partners/new").text, "name") == ""


def test_the_form_that_is_sent_after_its_fields_were_kept_changes_nothing_more(
    browser: TestClient, plan: PlanDesk
) -> None:
    seen = plan.shown().rows[0].seen
    type_in(browser, "partner:hill", "name", "Hill Practice", "Hill Surgery")
    kept = on_disk(plan)
    sent = {"number": "0", "seen": seen, "id": "hill", "name": "Hill Practice",
            "phone": "01632 960001"}  # fmt: skip
    assert browser.post("/partners/save", data=sent).status_code == 303
    assert on_disk(plan) == kept
    assert browser.post("/partners/save", data={**sent, "phone": "1"}).status_code == 400
    assert on_disk(plan) == kept


def test_what_is_the_same_for_many_is_kept_as_typed_too(
    browser: TestClient, plan: PlanDesk
) -> None:
    seen = plan.shown().shared[0].seen
    assert type_in(browser, "group:", "editions", "standard", "easy-read")["saved"]
    assert type_in(browser, "group:print", "phone", "01632 960003", "")["saved"]
    kept = on_disk(plan)
    assert [one.shown("editions") for one in plan.shown().shared] == ["standard", ""]
    assert plan.shown().shared[1].shown("phone") == "01632 960003"
    sent = {"group": "", "seen": seen, "editions": "standard", "formats": "html"}
    assert browser.post("/partners/share", data=sent).status_code == 303
    assert on_disk(plan) == kept
    type_in(browser, "new-group", "name", "Schools", "")
    assert value_of(browser.get("/partners/new-group").text, "name") == "Schools"


@pytest.mark.parametrize(
    ("whose", "field"),
    [("", "name"), ("x", "name"), ("partner:hill", "x"), ("group:", "name"), ("group:print", "id")],
)
def test_only_fields_of_the_plan_are_kept(
    browser: TestClient, plan: PlanDesk, whose: str, field: str
) -> None:
    sent = {"file": whose, "field": field, "value": "x"}
    assert browser.post("/partners/put", data=sent).status_code == 400
    sent = {"file": "partner:hill", "field": "name", "value": "x" * 400_000}
    assert browser.post("/partners/put", data=sent).status_code == 400
    assert on_disk(plan) == PLAN
    assert PlanTyping(plan).waiting().lost == ()
