"""Whose document it is: what files say of their publisher is true, or is not said."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from exporter.cli import main
from exporter.making.publisher import is_nobody
from exporter.starter import start
from tests.batch.home import Home

OWN = "publisher: River Trust\ncolours: {accent: '#0f5c63'}\n"
REACHED = f"{OWN}contact: [{{phone: 01632 960777}}, {{email: us@river.example}}]\n"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the starter guide in it, named "monday"."""
    start(tmp_path / "monday")
    monkeypatch.chdir(tmp_path / "monday")
    return tmp_path / "monday"


def change(home: Path, name: str, old: str, new: str) -> None:
    file = home / name
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def brand(home: Path, text: str) -> None:
    (home / "styles/brands/house.yaml").write_text(text, "utf-8")


def release(home: Path) -> None:
    change(home, "sources/monday/document.yaml", "status: draft", "status: released")


def built(capsys: pytest.CaptureFixture[str], *options: str) -> dict[str, str]:
    """Build web pages. Gives each finding on the publisher with how much it matters."""
    main(["build", "--json", "--jobs", "1", "--format", "html", *options])
    told = json.loads(capsys.readouterr().out)
    found = (one for one in told["findings"] if one["rule"].startswith("publisher-"))
    return {one["rule"]: one["severity"] for one in found}


def page(home: Path, edition: str = "standard") -> str:
    return (home / f"output/monday/monday-{edition}.html").read_text("utf-8")


def test_a_name_that_keeps_a_place_is_asked_about_in_a_draft_and_stops_what_is_released(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert built(capsys) == {"publisher-placeholder": "please answer"}
    assert "Your organisation" in page(home)
    release(home)
    (home / "output/monday/monday-standard.html").unlink()
    assert built(capsys) == {"publisher-placeholder": "must fix"}
    assert not (home / "output/monday/monday-standard.html").exists()


def test_the_example_that_came_with_the_program_is_nobodys_brand(
    home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    brand(home, REACHED)
    release(home)
    (home / "elsewhere").mkdir()
    monkeypatch.chdir(home / "elsewhere")
    sources = ["--sources", str(home / "sources")]
    assert built(capsys, *sources) == {"publisher-placeholder": "must fix"}
    assert not list((home / "elsewhere").rglob("monday-*.html"))
    assert built(capsys, *sources, "--styles", str(home / "styles")) == {}
    assert built(capsys, *sources, "--brand", "riverside") == {"publisher-placeholder": "must fix"}


def test_who_has_no_brand_is_given_the_lines_of_one(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (home / "styles/brands/house.yaml").unlink()
    main(["check", "--json"])
    told = json.loads(capsys.readouterr().out)["findings"]
    (found,) = (one for one in told if one["rule"] == "publisher-placeholder")
    assert "No  styles/brands/house.yaml  is in the folder where you work" in found["hint"]
    brand(home, found["suggestion"].replace("The name of your organisation", "River Trust"))
    assert built(capsys) == {}


def test_check_tells_it_too(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    release(home)
    assert main(["check"]) == 1
    assert "say “Your organisation”" in capsys.readouterr().out


@pytest.mark.parametrize(
    "name", ["Your organisation", "the name of your charity", "TODO", "[Your name]", "house"]
)
def test_such_names_keep_a_place(name: str) -> None:
    assert is_nobody(name)


@pytest.mark.parametrize("name", ["River Trust", "Our Place", "Your Voice Counts", "House of Rest"])
def test_such_names_are_somebodys(name: str) -> None:
    assert not is_nobody(name)


def test_init_writes_the_publisher_that_it_is_told_and_no_review_that_nobody_gave(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["init", "monday", "--publisher", 'Smith & "Sons": no 1 # you']) == 0
    assert not list(tmp_path.rglob("review.yaml"))
    capsys.readouterr()
    monkeypatch.chdir(tmp_path / "monday")
    assert built(capsys) == {"publisher-unreachable": "please answer"}
    assert "Smith &amp; &quot;Sons&quot;: no 1 # you" in page(tmp_path / "monday")


def test_the_publishers_contact_stands_where_the_text_asks_for_it(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    brand(home, REACHED)
    assert built(capsys) == {}
    assert page(home).count("01632\u00a0960777") == 1
    assert page(home).count(">01632 960777<") == 1  # the last page
    assert "You can phone us on <a" in page(home, "easy-read")


def test_a_text_that_gives_another_number_for_us_is_told(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    brand(home, REACHED)
    change(
        home,
        "sources/monday/sections/welcome.yaml",
        "Two of our\n",
        "Ring us on 01632 960123 or +44 1632 960777. Two of our\n",
    )
    main(["build", "--json", "--jobs", "1", "--format", "html"])
    found = json.loads(capsys.readouterr().out)["findings"]
    (told,) = (one for one in found if one["rule"] == "publisher-two-numbers")
    assert told["words"] == "01632 960123"
    assert told["file"].endswith("welcome.yaml")
    assert told["severity"] == "please answer"


CONTACT = "contacts: {line: {name: The helpline, phone: 01632 960999}}\npictures:\n"


def test_so_is_a_contact_until_the_author_says_whose_it_is(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    brand(home, REACHED)
    change(home, "sources/monday/document.yaml", "pictures:\n", CONTACT)
    change(home, "sources/monday/sections/come-along.yaml", "contact: publisher", "contact: line")
    assert built(capsys) == {"publisher-two-numbers": "please answer"}
    assert "You can phone the helpline on <a" in page(home, "easy-read")
    answer = "accept: {rule: publisher-two-numbers, because: It is theirs.}\nsections:"
    change(home, "sources/monday/document.yaml", "sections:", answer)
    assert built(capsys) == {"publisher-two-numbers": "for information"}


def test_each_partner_has_their_own_contact_and_hears_of_a_number_that_is_not(
    tmp_path: Path,
) -> None:
    home = Home.new(tmp_path, guide_contact="publisher")
    result = home.run()
    assert [pack.delivered for pack in result.packs] == [True] * 3
    assert "01632\u00a0960512" in home.text("hilltop", "monday-standard.html")
    assert "harbour.example" in home.text("harbour", "monday-easy-read.html")
    assert all("960512" not in home.text("harbour", f"monday-{one}.html") for one in ("standard",))
    assert all(not pack.remarks for pack in result.packs)
    home.change("monday/sections/welcome.yaml", "Two of our\n", "Ring us: 01632 960123. Our\n")
    remarks = {pack.partner: " ".join(pack.remarks) for pack in home.run().packs}
    assert all("01632 960123" in said for said in remarks.values())


def test_a_partner_without_any_number_cannot_stand_where_the_text_asks_for_one(
    tmp_path: Path,
) -> None:
    plan = "defaults: {formats: [html], editions: [standard]}\npartners:\n"
    two = "  - {id: a, name: A House}\n  - {id: b, name: B House, phone: 01632 960001}\n"
    home = Home.new(tmp_path, plan + two, guide_contact="publisher")
    home.change("monday/document.yaml", "status: draft", "status: released")
    packs = {pack.partner: pack for pack in home.run(draft=False).packs}
    assert not packs["a"].delivered
    assert "A House has no phone number" in packs["a"].reason
    assert packs["b"].delivered


def test_partners_readers_are_told_of_the_editions_that_they_can_get(tmp_path: Path) -> None:
    plan = "defaults: {formats: [html]}\npartners:\n  - {id: all, name: All Saints}\n"
    home = Home.new(tmp_path, plan + "  - {id: one, name: One House, editions: [large-print]}\n")
    home.run()
    assert "Easy read, with pictures (web page)" in home.text("all", "monday-large-print.html")
    alone = home.text("one", "monday-large-print.html")
    assert "You can also get this" not in alone
    assert "Easy read" not in alone
    assert "Please ask us for braille, a recording or another language" in alone


def test_a_partner_hears_that_the_text_says_who_we_are_and_means_somebody_else(
    tmp_path: Path,
) -> None:
    plan = "defaults: {formats: [html], editions: [easy-read]}\npartners:\n"
    two = "  - {id: own, name: The Meadow Friends}\n  - {id: other, name: Hill Library}\n"
    home = Home.new(tmp_path, plan + two)
    text = "We are a group of neighbours. We meet every Monday."
    home.change("monday/sections/welcome.yaml", text, "We are Meadow Friends. We meet.")
    remarks = {pack.partner: " ".join(pack.remarks) for pack in home.run().packs}
    assert "“We are Meadow Friends”, and the cover Hill Library." in remarks["other"]
    assert remarks["own"] == ""
