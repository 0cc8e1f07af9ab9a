"""The fields of a brand are kept as they are typed; what its reader refuses waits in its field."""

from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient

from exporter.studio.deliver.brand_desk import BrandDesk
from exporter.studio.deliver.brand_typing import BrandTyping
from exporter.studio.desk import Desk
from exporter.studio.view import Conflict, Unknown
from tests.studio.test_brands import BRAND, brands, on_disk

__all__ = ["brands"]  # a fixture


@pytest.fixture
def typing(brands: BrandDesk) -> BrandTyping:
    return BrandTyping(brands)


def type_in(browser: TestClient, field: str, value: str, was: str) -> dict[str, object]:
    sent = {"file": "mill.yaml", "field": field, "value": value, "was": was}
    told: dict[str, object] = browser.post("/brands/mill/put", data=sent).json()
    return told


def test_what_is_typed_is_in_the_file_at_once_and_one_step_back(
    desk: Desk, brands: BrandDesk, browser: TestClient
) -> None:
    before = "Mill Lane Friends"
    for words in ("Mill Lane Frien", "Mill Lane", "Mill Lane Neighbours"):
        assert type_in(browser, "publisher", words, before) == {"saved": True, "why": ""}
        before = words
    assert on_disk(desk) == BRAND.replace("Friends", "Neighbours")
    type_in(browser, "cover_line", "For all.", "")
    assert brands.own("mill").steps == (2, 2)
    browser.post("/brands/mill/undo")
    browser.post("/brands/mill/undo")
    assert on_disk(desk) == BRAND


def test_words_that_make_the_brand_wrong_wait_in_their_field_and_the_page_says_why(
    desk: Desk, browser: TestClient, typing: BrandTyping
) -> None:
    told = type_in(browser, "colours.accent", "#0f5", "#0f5c63")
    assert told["saved"] is False
    assert str(told["why"]).startswith("Kept here, but not in the document yet: ")
    assert on_disk(desk) == BRAND
    page = browser.get("/brands/mill").text
    field = re.search(r'<div class="field" data-field="colours.accent">.*?</div></div>', page)
    assert field
    assert 'value="#0f5"' in field[0]
    assert "Kept here, but not in the document yet" in field[0]
    assert type_in(browser, "colours.accent", "#1d4f91", "#0f5")["saved"] is True
    assert typing.waiting("mill").placed == {}
    assert on_disk(desk) == BRAND.replace('"#0f5c63"', "'#1d4f91'")


def test_a_publisher_without_a_name_waits_and_its_words_are_the_last_to_go(
    desk: Desk, browser: TestClient, typing: BrandTyping
) -> None:
    assert type_in(browser, "publisher", "", "Mill Lane Friends")["saved"] is False
    assert on_disk(desk) == BRAND
    assert type_in(browser, "publisher", "M", "")["saved"] is True
    assert typing.waiting("mill").placed == {}


def test_contacts_are_known_again_while_others_come_and_go(
    desk: Desk, browser: TestClient, typing: BrandTyping
) -> None:
    """The page goes on to call each as it did when it was shown."""
    assert type_in(browser, "contact.0.phone", "", "01632 960001")["saved"]
    assert type_in(browser, "contact.1.email", "we@mill.example", "us@mill.example")["saved"]
    assert type_in(browser, "contact.0.phone", "01632 960002", "")["saved"]
    assert type_in(browser, "contact.0.phone", "01632 960003", "01632 960002")["saved"]
    assert type_in(browser, "contact.new.name", "Sam", "")["saved"]
    assert type_in(browser, "contact.new.name", "Sam Hill", "Sam")["saved"]
    text = on_disk(desk)
    assert [line for line in text.splitlines() if "phone" in line or "name" in line] == [
        "  - phone: 01632 960003",
        "  - name: Sam Hill",
    ]
    assert "{email: we@mill.example," in text
    assert not type_in(browser, "contact.0.phone", "soon", "01632 960003")["saved"]
    assert type_in(browser, "contact.0.phone", "01632 960004", "soon")["saved"]
    assert on_disk(desk).count("phone") == 1
    assert typing.waiting("mill").placed == {}


def test_the_form_that_is_sent_after_its_fields_were_kept_changes_nothing_more(
    desk: Desk, browser: TestClient, brands: BrandDesk
) -> None:
    type_in(browser, "contact.new.name", "Sam", "")
    kept = on_disk(desk)
    sent = {"publisher": "Mill Lane Friends", "contact.new.name": "Sam"}
    assert browser.post("/brands/mill/save", data=sent).status_code == 303
    assert on_disk(desk) == kept


def test_words_for_a_field_that_was_changed_elsewhere_cover_nothing(
    desk: Desk, browser: TestClient, typing: BrandTyping
) -> None:
    file = desk.sources.parent / "styles/brands/mill.yaml"
    assert not type_in(browser, "colours.accent", "teal", "#0f5c63")["saved"]
    file.write_text(BRAND.replace("#0f5c63", "#112233"), "utf-8")
    assert [one.typed for one in typing.waiting("mill").lost] == ["teal"]
    told = type_in(browser, "colours.accent", "#445566", "#0f5c63")
    assert (told["saved"], told["now"]) == (False, "#112233")
    assert "#112233" in on_disk(desk)
    page = browser.get("/brands/mill").text
    assert "Words without a place" in page
    assert "#445566" in page
    browser.post("/brands/mill/forget", data={"draft": str(told["kept"])})
    assert typing.waiting("mill").lost == ()  # the later words of a field stand for those before
    with pytest.raises(Conflict):
        typing.put("mill", "contact.0.phone", "1", "2")
    assert "01632 960001" in on_disk(desk)


@pytest.mark.parametrize("field", ["", "x", "logo", "contact.x", "contact.0", "colours.accent.x"])
def test_only_fields_of_a_brand_are_kept(
    desk: Desk, browser: TestClient, brands: BrandDesk, field: str
) -> None:
    sent = {"field": field, "value": "x"}
    assert browser.post("/brands/mill/put", data=sent).status_code == 400
    assert browser.post("/brands/mill/put", data={**sent, "was": ""}).status_code == 400
    assert on_disk(desk) == BRAND


def test_only_a_brand_of_ones_own_is_kept_as_typed(
    browser: TestClient, typing: BrandTyping, desk: Desk
) -> None:
    sent = {"field": "publisher", "value": "x"}
    for name in ("riverside", "nothing", ".."):
        assert browser.post(f"/brands/{name}/put", data=sent).status_code in (404, 405)
        with pytest.raises(Unknown):
            typing.put(name, "publisher", "x", None)


def test_far_too_many_letters_are_refused(
    browser: TestClient, brands: BrandDesk, desk: Desk
) -> None:
    sent = {"field": "publisher", "value": "x" * 400_000}
    answer = browser.post("/brands/mill/put", data=sent)
    assert answer.status_code == 400
    assert "far too many words" in answer.json()["why"]
    assert on_disk(desk) == BRAND
