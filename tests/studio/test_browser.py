"""One walk through the studio in a real browser, by keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, Route

from exporter.load import load
from exporter.model import Question
from exporter.starter import start
from tests.chromium import started
from tests.studio.conftest import NAME, running

PATIENCE = 120_000
"""Milliseconds: a busy machine is slow, and nothing is wrong with it."""


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with started() as browser:
        yield browser


@pytest.fixture(autouse=True)
def windows_are_closed(chromium: Browser) -> Iterator[None]:
    """Else each goes on to draw its previews while the others are tried."""
    yield
    for one in chromium.contexts:
        one.close()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("studio") / NAME
    start(folder)
    return folder


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    """The address of a studio of its own process, with its key."""
    with running(folder) as (_, address):
        yield address


def opened(chromium: Browser, address: str, **settings: object) -> Page:
    page = chromium.new_context(bypass_csp=True, **settings).new_page()  # type: ignore[arg-type]
    page.set_default_timeout(PATIENCE)
    page.goto(address)
    return page


def to(page: Page, address: str, where: str) -> None:
    page.goto(address.split("/?")[0] + where)


def test_what_is_typed_is_in_the_source_and_readers_see_it(
    chromium: Browser, address: str, folder: Path
) -> None:
    page = opened(chromium, address)
    file = folder / "sources" / NAME / "sections/welcome.yaml"
    before = file.read_text("utf-8").splitlines()
    page.get_by_role("link", name="Open “Meeting up on Mondays”").press("Enter")
    page.get_by_role("link", name="Welcome", exact=True).press("Enter")
    summary = page.get_by_label("Summary", exact=True)
    summary.focus()
    page.keyboard.press("Control+End")
    held: list[Route] = []
    page.route("**/put", lambda route: held.append(route), times=1)
    with page.expect_request("**/put"):
        page.keyboard.type(" Please come.")
    assert page.locator(".kept").inner_text() == "Keeping your words …"
    held[0].continue_()
    page.get_by_text("All that you typed is kept").wait_for()
    shown = page.frame_locator("iframe").first.get_by_text("Please come.")
    for _ in range(4_000):  # the frame is changed for a new one: no waiting inside of it
        if shown.count():
            break
        page.wait_for_timeout(50)
    assert shown.is_visible()
    after = file.read_text("utf-8").splitlines()
    changed = [(a, b) for a, b in zip(before, after, strict=True) if a != b]
    assert len(changed) == 1
    assert changed[0][1].endswith("Please come.")

    page.locator("summary", has_text="Add a row").first.focus()
    page.keyboard.press("Enter")
    page.get_by_label("Words of this row").last.fill("Come by bus.")
    page.get_by_label("Picture").last.select_option("clock")
    page.get_by_role("button", name="Add this row").press("Enter")
    page.get_by_text("The row is there.").wait_for()
    assert "  - picture: clock\n    text: Come by bus.\n" in file.read_text("utf-8")
    page.get_by_role("button", name="Move row 4 up").press("Enter")
    page.wait_for_load_state()
    page.get_by_role("link", name="Meeting up on Mondays", exact=True).press("Enter")
    for _ in range(3):
        page.get_by_role("button", name="Take back").press("Enter")
        page.get_by_text("The last change was taken back.").wait_for()
    assert file.read_text("utf-8").splitlines() == before


def test_a_button_writes_a_question_that_loads(
    chromium: Browser, address: str, folder: Path
) -> None:
    page = opened(chromium, address)
    to(page, address, f"/d/{NAME}/s/welcome")
    file = folder / "sources" / NAME / "sections/welcome.yaml"
    before = file.read_text("utf-8")
    text = page.get_by_label("Text", exact=True).first
    text.focus()
    page.keyboard.press("Control+End")
    tools = page.locator(f"[aria-controls='{text.get_attribute('id')}']")
    tools.and_(page.locator("[data-mark=question]")).press("Enter")
    tools.and_(page.locator("[data-mark=note]")).press("Enter")
    page.keyboard.type("Every Monday.")
    typed_now = text.input_value()
    assert typed_now.count("[^note-1]") == 2
    assert typed_now.endswith("\n\n[^note-1]: Every Monday.")
    behind = page.locator(".typing", has=text).locator(".behind")  # marks have a ground there
    assert (behind.text_content() or "").rstrip("\n") == typed_now
    assert {"::: question several", "[^note-1]:"} <= {*behind.locator("mark").all_text_contents()}
    for _ in range(4_000):  # a busy machine takes its time
        if "Every Monday." in file.read_text("utf-8"):
            break
        page.wait_for_timeout(50)
    asked = [
        one
        for section in load(folder / "sources" / NAME).sections
        for one in section.body
        if isinstance(one, Question)
    ]
    assert [(one.kind, len(one.answers)) for one in asked] == [("several", 2)]
    file.write_text(before, "utf-8")


def test_a_table_is_begun_with_a_button_and_filled_from_a_spreadsheet(
    chromium: Browser, address: str, folder: Path
) -> None:
    page = opened(chromium, address)
    to(page, address, f"/d/{NAME}/s/welcome")
    file = folder / "sources" / NAME / "sections/welcome.yaml"
    before = file.read_text("utf-8")
    page.get_by_role("button", name="Table", exact=True).first.press("Enter")
    page.get_by_text("The table is there.").wait_for()
    page.wait_for_function("document.activeElement.id === 'tables.welcome-table.columns.first'")
    page.evaluate(
        """text => {
            const clipboardData = new DataTransfer();
            clipboardData.setData("text/plain", text);
            const pasted = { clipboardData, bubbles: true, cancelable: true };
            document.activeElement.dispatchEvent(new ClipboardEvent("paste", pasted));
        }""",
        "Day\tWhat\tWhere\r\nMonday\tTea\tHall\r\nFriday\tWalk\tGarden\r\nSunday\tRest\tHome\r\n",
    )
    page.get_by_text("The cells are filled").wait_for()
    cells = page.locator(".grid textarea")
    assert [cells.nth(at).input_value() for at in (0, 1, 2, 3, 11)] == [
        "Day", "What", "Where", "Monday", "Home",
    ]  # fmt: skip
    assert cells.count() == 12
    # the buttons of rows and columns: whoever presses one goes on in the cell that it made
    page.get_by_role("button", name="Put a row below row 1 of the table").press("Enter")
    page.wait_for_function("document.activeElement.id === 'tables.welcome-table.rows.1.first'")
    assert cells.nth(6).input_value() == "Row 2"
    page.get_by_role("button", name="Move column 1 to the right").press("Enter")
    page.wait_for_function("document.activeElement.id === 'tables.welcome-table.columns.first'")
    assert cells.nth(1).input_value() == "Day"
    for _ in range(4):
        page.get_by_role("button", name="Take back").press("Enter")
        page.get_by_text("The last change was taken back.").wait_for()
        assert page.url.partition("?")[0].endswith(f"/d/{NAME}/s/welcome")
    assert file.read_text("utf-8") == before


def test_words_that_cannot_be_saved_yet_are_there_after_the_page_was_closed(
    chromium: Browser, address: str
) -> None:
    page = opened(chromium, address)
    to(page, address, f"/d/{NAME}/s/welcome")
    page.get_by_label("Summary", exact=True).fill("See [this](#nowhere).")
    page.get_by_text("Kept here, but not in the document yet").first.wait_for()
    page.close()
    page = opened(chromium, address)
    to(page, address, f"/d/{NAME}/s/welcome")
    summary = page.get_by_label("Summary", exact=True)
    assert summary.input_value() == "See [this](#nowhere)."
    summary.fill("Everybody can come to our group, as often or as seldom as they like.")
    page.get_by_text("Kept here, but not in the document yet").first.wait_for(state="detached")


def test_why_words_are_not_taken_is_said_once_and_gone_when_they_are_as_before(
    chromium: Browser, address: str
) -> None:
    page = opened(chromium, address)
    to(page, address, f"/d/{NAME}/s/come-along")
    page.route("**/put", lambda one: one.fulfill(status=400, json={"why": "Not so."}))
    heading = page.get_by_label("Heading", exact=True).first
    words = heading.input_value()
    page.evaluate(
        "() => { window.told = 0; new MutationObserver(() => { window.told += 1; })"
        ".observe(document.getElementById('said'), { childList: true }); }"
    )
    for more in ("a", "b", "c"):
        with page.expect_response("**/put"):
            heading.press_sequentially(more)
        page.get_by_text("One field needs you").wait_for()
    assert page.evaluate("window.told") == 1
    page.unroute("**/put")
    heading.fill(words)
    page.get_by_text("All that you typed is kept").wait_for()
    assert page.locator(".wrong").count() == 0


def test_words_of_the_last_moment_are_saved_when_the_page_goes(
    chromium: Browser, address: str, folder: Path
) -> None:
    page = opened(chromium, address)
    to(page, address, f"/d/{NAME}/s/come-along")
    heading = page.get_by_label("Heading", exact=True).first
    words = heading.input_value()
    heading.fill(f"{words} soon")
    to(page, address, "/")
    page.get_by_role("heading", name="Your documents").wait_for()
    file = folder / "sources" / NAME / "sections/come-along.yaml"
    for _ in range(4_000):
        if "soon" in file.read_text("utf-8"):
            break
        page.wait_for_timeout(25)
    assert file.read_text("utf-8").startswith(f"heading: {words} soon\n")


def test_a_link_right_after_the_last_key_leads_to_a_page_that_knows_the_words(
    chromium: Browser, address: str, folder: Path
) -> None:
    page = opened(chromium, address)
    to(page, address, f"/d/{NAME}/s/come-along")
    sent: list[Route] = []
    page.route("**/put", lambda one: sent.append(one))
    heading = page.get_by_label("Heading", exact=True).first
    words = heading.input_value()
    heading.fill(f"{words} today")
    waits_for(page, sent, 1)
    heading.fill(f"{words} tomorrow")
    page.get_by_role("link", name="Meeting up on Mondays", exact=True).press("Enter")
    answered(page, sent, 1)
    answered(page, sent, 2)
    page.get_by_role("link", name=f"{words} tomorrow").wait_for()
    assert len(sent) == 2


def test_words_of_two_windows_stand_side_by_side_until_a_person_chooses(
    chromium: Browser, address: str, folder: Path
) -> None:
    file = folder / "sources" / NAME / "sections/come-along.yaml"
    page, other = opened(chromium, address), opened(chromium, address)
    for one in (page, other):
        to(one, address, f"/d/{NAME}/s/come-along")
    mine, theirs = (one.get_by_label("Summary", exact=True) for one in (page, other))
    theirs.fill("From the other window.")
    in_file(page, file, "From the other window.")
    mine.fill("From this window.")
    page.get_by_role("button", name="Keep mine").wait_for()
    mine.blur()
    with page.expect_response(lambda one: "More." in (one.request.post_data or "")):
        mine.press_sequentially(" More.")
        mine.blur()
    to(page, address, f"/d/{NAME}")
    page.get_by_role("heading", name="Words without a place").wait_for()
    assert "From the other window." in file.read_text("utf-8")
    assert page.get_by_text("From this window. More.").is_visible()
    page.get_by_role("button", name="Forget these words").click()
    page.get_by_text("They are forgotten.").wait_for()

    to(page, address, f"/d/{NAME}/s/come-along")
    theirs.fill("Once more from the other.")
    in_file(page, file, "Once more from the other.")
    mine.fill("Mine.")
    page.get_by_role("button", name="Keep mine").press("Enter")
    in_file(page, file, "summary: Mine.")
    theirs.fill("Late.")
    other.get_by_role("button", name="Take theirs").press("Enter")
    assert theirs.input_value() == "Mine."
    to(other, address, f"/d/{NAME}")
    assert not other.get_by_role("heading", name="Words without a place").is_visible()
    assert "summary: Mine." in file.read_text("utf-8")


def in_file(page: Page, file: Path, words: str) -> None:
    """Wait until a file holds these words."""
    for _ in range(4_000):
        if words in file.read_text("utf-8"):
            return
        page.wait_for_timeout(25)
    raise AssertionError(file.read_text("utf-8"))


def test_the_first_key_is_sent_at_once_and_those_that_follow_together_when_its_answer_is_there(
    chromium: Browser, address: str, folder: Path
) -> None:
    page = opened(chromium, address)
    midnight = datetime(2026, 1, 1, tzinfo=UTC)
    page.clock.install(time=midnight)
    to(page, address, f"/d/{NAME}/s/come-along")
    sent: list[Route] = []
    page.route("**/put", lambda one: sent.append(one))
    page.get_by_label("Summary", exact=True).fill("")
    answered(page, sent, 1)
    page.get_by_text("All that you typed is kept").wait_for()
    page.clock.pause_at(midnight + timedelta(hours=1))

    page.keyboard.type("W")
    page.clock.run_for(50)
    waits_for(page, sent, 2)
    page.keyboard.type("e like company.")
    page.clock.run_for(60_000)
    assert [typed(one) for one in sent] == ["", "W"]
    page.clock.resume()
    answered(page, sent, 2)
    answered(page, sent, 3)
    assert typed(sent[-1]) == "We like company."
    in_file(page, folder / "sources" / NAME / "sections/come-along.yaml", "We like company.")
    page.get_by_text("All that you typed is kept").wait_for()
    assert len(sent) == 3


def typed(route: Route) -> str:
    """The words that a request brings."""
    return parse_qs(route.request.post_data or "").get("value", [""])[0]


def waits_for(page: Page, sent: list[Route], count: int) -> None:
    """Wait until so many requests were sent."""
    for _ in range(4_000):
        if len(sent) >= count:
            return
        page.wait_for_timeout(25)
    raise AssertionError([typed(one) for one in sent])


def answered(page: Page, sent: list[Route], number: int) -> None:
    """Let a request, counted from 1, through to the studio, and wait for its answer."""
    waits_for(page, sent, number)
    with page.expect_response("**/put"):
        sent[number - 1].continue_()


def test_while_previews_are_on_their_way_nobody_asks_again_and_then_only_for_the_last(
    chromium: Browser, address: str
) -> None:
    page = opened(chromium, address)
    to(page, address, f"/d/{NAME}/s/come-along")
    page.wait_for_load_state()
    asked: list[Route] = []
    page.route("**/shown?**", lambda one: asked.append(one))
    page.evaluate("for (const number of [901, 902, 903, 904]) shown(number)")
    waits_for(page, asked, 1)
    asked[0].continue_()
    waits_for(page, asked, 2)
    asked[1].continue_()
    page.wait_for_function("document.body.dataset.shown === '904'")
    assert list(map(number_of, asked)) == ["901", "904"]


def number_of(route: Route) -> str:
    return parse_qs(urlsplit(route.request.url).query)["number"][0]


def test_a_preview_keeps_its_document_and_its_place_and_only_what_changed_is_sent(
    chromium: Browser, address: str
) -> None:
    page = opened(chromium, address)
    to(page, address, f"/d/{NAME}/s/come-along")
    page.wait_for_load_state()
    loaded: list[str] = []
    sent: list[int] = []
    row = page.get_by_label("Words of this row").first
    easy = page.locator("iframe[data-preview$=easy-read]")
    follows(page, row, "We meet on Mondays.")  # the first makes each page known
    page.on("request", lambda one: loaded.append(one.url))
    page.on(
        "response",
        lambda one: (
            sent.append(int(one.headers["content-length"])) if "shown?" in one.url else None
        ),
    )
    easy.evaluate(
        "(one) => { one.contentWindow.scrollTo(0, 150); one.known = one.contentDocument; }"
    )
    before = easy.evaluate("(one) => one.contentWindow.scrollY")
    follows(page, row, "We meet on Tuesdays.")
    assert easy.content_frame.get_by_text("We meet on Tuesdays.").count() == 1
    after = "(one) => [one.known === one.contentDocument, one.contentWindow.scrollY]"
    assert easy.evaluate(after) == [True, before]
    assert before > 0
    assert not [one for one in loaded if "/preview/" in one or "/made/" in one]
    assert sum(sent) < 3_000
    for edition in ("standard", "large-print", "easy-read"):  # as one that is loaded anew has it
        frame = page.locator(f"iframe[data-preview$={edition}]")
        assert frame.evaluate(
            """async (one) => {
                const sent = await (await fetch(one.dataset.preview)).text();
                const wanted = new DOMParser().parseFromString(sent, "text/html");
                return one.contentDocument.documentElement.isEqualNode(wanted.documentElement);
            }"""
        )


def test_each_preview_shows_the_section_in_work_and_the_page_around_it_stays(
    chromium: Browser, address: str
) -> None:
    page = opened(chromium, address)
    to(page, address, f"/d/{NAME}/s/come-along")
    page.wait_for_load_state()
    for frame in page.locator("iframe[data-preview]").all():
        top = (
            "(one) => one.contentDocument.getElementById('come-along').getBoundingClientRect().top"
        )
        assert abs(frame.evaluate(top)) < 2
    assert page.evaluate("scrollY") == 0


def follows(page: Page, field: Locator, words: str) -> None:
    """Type words, and wait until the previews say what they say."""
    page.evaluate("delete document.body.dataset.shown")
    with page.expect_response("**/shown?**"):
        field.fill(words)
    page.wait_for_function("document.body.dataset.shown && document.body.dataset.shown !== '0'")


def test_nothing_in_a_preview_runs_whatever_is_put_into_it(chromium: Browser, address: str) -> None:
    page = opened(chromium, address)
    to(page, address, f"/d/{NAME}/s/come-along")
    page.wait_for_load_state()
    page.locator("iframe[data-preview$=easy-read]").evaluate(
        """(one) => {
            const inside = one.contentDocument;
            const script = inside.createElement("script");
            script.textContent = "parent.document.title = 'Taken over'";
            inside.body.append(script);
            inside.body.insertAdjacentHTML("beforeend",
                '<img src="/made/x" onerror="parent.x = 1"><svg onload="parent.x = 1"></svg>');
        }"""
    )
    page.wait_for_timeout(300)
    assert page.title().startswith("Come along")
    assert page.evaluate("typeof window.x") == "undefined"


def test_a_button_right_after_the_last_key_saves_first_and_then_does_its_work(
    chromium: Browser, address: str, folder: Path
) -> None:
    file = folder / "sources" / NAME / "sections/come-along.yaml"
    page = opened(chromium, address)
    to(page, address, f"/d/{NAME}/s/come-along")
    row = page.get_by_label("Words of this row").first
    before = page.locator(".rows > li").count()
    row.fill("Typed and moved at once.")
    with page.expect_navigation():
        page.get_by_role("button", name="Move row 1 down").press("Enter")
    in_file(page, file, "Typed and moved at once.")
    second = page.locator(".rows > li").nth(1).get_by_label("Words of this row")
    assert (second.input_value(), page.locator(".rows > li").count()) == (
        "Typed and moved at once.", before,
    )  # fmt: skip


def test_what_is_typed_of_a_brand_is_kept_and_the_covers_follow(
    chromium: Browser, address: str
) -> None:
    page = opened(chromium, address)
    to(page, address, "/brands/house")
    cover = page.locator("iframe[data-cover]").first
    shown = cover.content_frame.locator("body")
    shown.wait_for()
    frames = page.locator("iframe[data-cover]").count()
    held: list[Route] = []
    page.route("**/put", lambda route: held.append(route), times=1)
    with page.expect_request("**/put"):
        page.locator("#publisher").fill("Hilltop Friends")
    assert page.locator(".kept").inner_text() == "Keeping your words …"
    held[0].continue_()
    page.locator("iframe[src*='Hilltop']:not(.coming)").first.wait_for()
    shown.get_by_text("Hilltop Friends").first.wait_for()
    page.wait_for_function("!document.querySelector('iframe.coming')")
    assert page.locator("iframe[data-cover]").count() == frames
    page.locator("#colours\\.accent").fill("#0f5")
    page.get_by_text("Kept here, but not in the document yet").first.wait_for()
    page.reload()
    assert page.locator("#publisher").input_value() == "Hilltop Friends"
    assert page.locator("#colours\\.accent").input_value() == "#0f5"
    page.get_by_label("Choose: Headings and links").fill("#0f5c63")
    assert page.locator("#colours\\.accent").input_value() == "#0f5c63"
    page.get_by_text("Kept here, but not in the document yet").first.wait_for(state="detached")


def test_a_window_of_a_studio_that_was_started_anew_is_told_so(
    chromium: Browser, address: str
) -> None:
    page = opened(chromium, address)
    to(page, address, f"/d/{NAME}/s/come-along")
    page.context.clear_cookies()
    page.get_by_label("Summary", exact=True).fill("For whom?")
    page.get_by_text("The studio does not know this window any more.").first.wait_for()
