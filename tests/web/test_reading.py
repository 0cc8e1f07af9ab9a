"""The control of a web page: what readers set is so, is remembered, and harms nobody."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

from exporter.model import Foreign, Paragraph, PictureRow, Table, Text
from exporter.styles.editions import load_edition
from tests.build import cell, document, everything, para, picture
from tests.chromium import axe_finds
from tests.web.conftest import Opened, guide, open_again, web_page
from tests.web.test_web_pages import sizes_on_paper

VOICE = """
const told = []
window.told = told
class Utterance { constructor(text) { this.text = text } }
const voice = (name, lang, localService) => ({name, lang, localService})
const own = [voice("A", "en-GB", true), voice("B", "cy", true)], far = [voice("C", "en-GB", false)]
Object.defineProperty(window, "speechSynthesis", {value: {
    getVoices: () => VOICES,
    addEventListener: () => {},
    cancel: () => { told.push("cancel") },
    speak: (words) => {
        window.last = words
        told.push([words.text.trim(), words.lang, words.voice.name, words.rate])
    },
}})
window.SpeechSynthesisUtterance = Utterance
"""
"""A voice for a browser that has none: what it is asked to say is in `told`."""
LIT = """(name) => [...(CSS.highlights.get(name) || [])].map((one) => one.toString())"""


def easy() -> bytes:
    return web_page(guide("easy-read"), "easy-read")


def small() -> bytes:
    """Two sentences, a picture, a foreign word and a table."""
    welsh = Paragraph((Text("Say "), Foreign((Text("diolch"),), "cy"), Text(" to them.")))
    table = Table(("Day", "What"), ((cell("Monday"), cell("Tea")),), True, (0.5, 0.5))
    row = PictureRow((picture(alt="A red bus"), picture(alt="")), (para("We go. We stop."),))
    return web_page(document(row, welsh, table), "standard")


def with_voice(opened: Opened, data: bytes, voices: str = "own", **settings: Any) -> Page:
    return opened(data, before=VOICE.replace("VOICES", voices), **settings)


def said(page: Page) -> list[list[Any]]:
    """What the voice was asked to say, when it has said each thing to its end."""
    for _ in range(100):
        before = page.evaluate("told.length")
        page.evaluate("last.onend()")
        if page.evaluate("told.length") == before or page.evaluate("told.at(-1)") == "cancel":
            break
    return [one for one in page.evaluate("told") if one != "cancel"]


def choose(page: Page, *labels: str) -> None:
    opener = page.get_by_role("button", name="Text and colours")
    if opener.get_attribute("aria-expanded") == "false":
        opener.press("Enter")
    for label in labels:
        group, name = label.split(": ")
        page.get_by_role("group", name=group).get_by_label(name, exact=True).check()


@pytest.mark.parametrize(
    "kept", ["5", '"words"', "[1]", "true", "{", '{"size": ["150"], "__proto__": 1}']
)
def test_what_another_page_has_kept_under_our_name_stops_no_choice(
    opened: Opened, kept: str
) -> None:
    page = opened(small())
    page.evaluate("kept => localStorage.setItem('reading', kept)", kept)
    page.reload()
    assert page.evaluate("Object.keys(document.documentElement.dataset)") == []
    choose(page, "Size: Bigger")
    open_again(page, "document.documentElement.dataset.size === '125'")


@pytest.mark.parametrize(
    "kept", ["JSON.stringify('x'.repeat(4e6))", "JSON.stringify({size: 'x'.repeat(4e6)})",
             "JSON.stringify(Object.fromEntries([...Array(3e5).keys()].map((n) => [n, 'x'])))"]
)  # fmt: skip
def test_however_much_another_page_has_kept_under_our_name_a_choice_is_remembered(
    opened: Opened, kept: str
) -> None:
    page = opened(small())
    page.evaluate(f"localStorage.setItem('reading', {kept})")
    page.reload()
    choose(page, "Size: Bigger")
    assert page.evaluate("localStorage.getItem('reading')") == '{"size":"125"}'


def test_size_space_and_colours_are_as_chosen_and_remembered(opened: Opened) -> None:
    page = opened(easy())
    looks = """() => { const one = getComputedStyle(document.body); return [
        parseFloat(one.fontSize), parseFloat(one.letterSpacing) || 0, one.backgroundColor] }"""
    before = page.evaluate(looks)
    choose(page, "Size: Much bigger", "Space: More", "Colours: Dark")
    after = page.evaluate(looks)
    assert after[0] == pytest.approx(before[0] * 1.5)
    assert (before[1], after[1] > 0) == (0, True)
    assert (before[2], after[2]) == ("rgb(255, 255, 255)", "rgb(23, 28, 33)")
    open_again(page, "document.documentElement.dataset.colours === 'dark'")
    assert page.evaluate(looks) == after
    choose(page, "Colours: Cream")
    assert page.get_by_label("Much bigger").is_checked()
    page.get_by_role("button", name="Put it back").press("Enter")
    assert page.evaluate(looks) == before
    open_again(page, "!document.documentElement.dataset.colours")
    assert page.evaluate(looks) == before


def test_the_panel_opens_and_closes_by_keyboard_and_the_focus_stays(opened: Opened) -> None:
    page = opened(easy())
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.get_by_role("group", name="Colours").is_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.documentElement.dataset.size") == "125"
    page.keyboard.press("Escape")
    assert not page.get_by_role("group", name="Colours").is_visible()
    assert page.evaluate("document.activeElement.innerText") == "Text and colours"


@pytest.mark.parametrize("colours", ["White", "Cream", "Dark"])
def test_axe_finds_nothing_whatever_is_chosen(opened: Opened, colours: str) -> None:
    page = with_voice(opened, web_page(everything(), "large-print"), width=320)
    choose(page, "Space: More", f"Colours: {colours}", "Voice: Slower")
    page.get_by_role("button", name="Listen").press("Enter")
    for size in ("Normal", "Bigger", "Biggest"):
        choose(page, f"Size: {size}")
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        assert axe_finds(page) == []


def test_the_page_prints_as_ever_without_the_control(opened: Opened) -> None:
    page = opened(easy(), color_scheme="dark")
    choose(page, "Size: Biggest", "Space: More", "Colours: Dark")
    sizes = sizes_on_paper(page.pdf(prefer_css_page_size=True))
    assert sizes.most_common(1)[0][0] == load_edition("easy-read").theme.size
    page.emulate_media(media="print")
    assert not page.get_by_text("Text and colours").is_visible()
    assert page.evaluate("getComputedStyle(document.body).letterSpacing") == "normal"


def test_without_scripts_there_is_no_control_and_the_contents_are_open(opened: Opened) -> None:
    page = opened(easy(), width=320, java_script_enabled=False)
    assert not page.get_by_text("Text and colours").is_visible()
    assert page.locator(".contents li").first.is_visible()


@pytest.mark.parametrize("voices", ["[]", "far", "[own[1]]"])
def test_without_a_voice_of_the_device_in_its_language_there_is_nothing_to_press(
    opened: Opened, voices: str
) -> None:
    page = with_voice(opened, small(), voices)
    assert page.get_by_role("button", name="Text and colours").is_visible()
    assert not page.get_by_role("button", name="Listen").is_visible()


def test_it_reads_sentence_by_sentence_each_in_its_language(opened: Opened) -> None:
    page = with_voice(opened, small())
    page.get_by_role("button", name="Listen").press("Enter")
    heard = said(page)
    texts = [text for text, *_ in heard]
    start = texts.index("A red bus")
    assert texts[start:] == [
        "A red bus", "We go.", "We stop.", "Say", "diolch", "to them.", "Day", "What", "Monday",
        "What", "Tea",
    ]  # fmt: skip
    assert {text: lang for text, lang, *_ in heard}["diolch"] == "cy"
    assert {rate for *_, rate in heard} == {1}
    assert not page.get_by_role("button", name="Stop").is_visible()


def test_what_is_said_is_lit_and_goes_dark_again(opened: Opened) -> None:
    page = with_voice(opened, small())
    page.get_by_role("button", name="Listen").press("Enter")
    for _ in range(100):
        if page.evaluate("last.text.trim()") == "We stop.":
            break
        page.evaluate("last.onend()")
    page.evaluate(
        "last.onboundary({name: 'word', charIndex: last.text.indexOf('stop'), charLength: 4})"
    )
    assert [page.evaluate(LIT, "said")[0].strip(), *page.evaluate(LIT, "word")] == [
        "We stop.",
        "stop",
    ]
    page.get_by_role("button", name="Pause").press("Enter")
    page.get_by_role("button", name="Listen").press("Enter")
    assert page.evaluate("told.at(-1)[0]") == "We stop."
    page.get_by_role("button", name="Stop").press("Enter")
    assert page.evaluate(LIT, "said") == []
    assert page.evaluate("document.activeElement.innerText") == "Listen"
    assert page.evaluate("told.at(-1)") == "cancel"


def test_a_slower_voice_is_slower(opened: Opened) -> None:
    page = with_voice(opened, small())
    choose(page, "Voice: Slower")
    page.get_by_role("button", name="Listen").press("Enter")
    assert page.evaluate("told.at(-1)[3]") == 0.75


def test_nothing_but_the_script_of_the_page_may_run(opened: Opened, chromium: Any) -> None:
    page = chromium.new_context().new_page()
    page.set_content(small().decode())
    page.wait_for_load_state()
    refused: list[str] = []
    page.on("console", lambda message: refused.append(message.text))
    page.evaluate(
        "(text) => document.body.append(Object.assign(document.createElement('script'), {text}))",
        "window.evil = 1",
    )
    assert page.evaluate("window.evil") is None
    assert page.get_by_role("button", name="Text and colours").is_visible()
    assert any("Content Security Policy" in one for one in refused)
    page.context.close()
