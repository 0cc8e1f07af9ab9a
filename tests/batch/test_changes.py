"""changes.html: which parts have changed since the version before."""

from __future__ import annotations

import json
import re

from tests.batch.home import Home


def said(home: Home, partner: str = "hilltop") -> str:
    """The words of a pack's page of changes."""
    body = home.text(partner, "changes.html").split("<main>")[1]
    return " ".join(re.sub(r"<[^>]+>", " ", body).split())


def new_version(home: Home, number: str = "1.1", before: str = "1.0") -> None:
    home.change("monday/document.yaml", f'version: "{before}"', f'version: "{number}"')


def test_the_first_version_is_the_first_that_the_program_knows_of(home: Home) -> None:
    home.run()
    assert "This is the first version that this program knows of." in said(home)


def test_changed_parts_are_named(home: Home) -> None:
    home.run()
    new_version(home)
    home.change("monday/sections/welcome.yaml", "near the park", "near the river")
    home.run()
    told = said(home)
    assert "The version before was 1.0." in told
    assert "The words of these parts have changed: Welcome" in told
    assert "Come along" not in told


def test_changed_easy_read_rows_count_as_changed_words(home: Home) -> None:
    home.run()
    new_version(home)
    home.change("monday/sections/come-along.yaml", "easy_read:", "easy_read:\n  - word: volunteer")
    home.run()
    assert "The words of these parts have changed: Come along" in said(home)


def test_parts_that_are_new_and_parts_that_are_gone_are_named(home: Home) -> None:
    home.run()
    new_version(home)
    home.change("monday/document.yaml", "[welcome, come-along,", "[welcome, tea,")
    home.change("monday/sections/welcome.yaml", " For times and places see [](#come-along).", "")
    file = home.path / "sources/monday/sections/come-along.yaml"
    text = file.read_text().replace("heading: Come along", "heading: Tea")
    file.unlink()
    home.write("monday/sections/tea.yaml", text)
    home.run()
    assert "These parts are new: Tea" in said(home)
    assert "These parts are no longer there: Come along" in said(home)


def test_a_new_version_with_the_same_words_says_so(home: Home) -> None:
    home.run()
    new_version(home)
    home.run()
    assert "The words are the same as in the version before." in said(home)


def test_what_changes_while_a_version_is_written_is_compared_with_the_version_before(
    home: Home,
) -> None:
    home.run()
    new_version(home)
    home.run()
    home.change("monday/sections/welcome.yaml", "near the park", "near the river")
    home.run()
    assert "have changed: Welcome" in said(home)
    new_version(home, "1.2", "1.1")
    home.run()
    assert "The version before was 1.1. The words are the same" in said(home)


def test_the_version_before_is_compared_with_its_own_one_before(home: Home) -> None:
    """An author who goes back to 1.1 does not make 1.2 the version before it."""
    home.run()
    new_version(home)
    home.run()
    new_version(home, "1.2", "1.1")
    home.run()
    new_version(home, "1.1", "1.2")
    home.run()
    assert "The version before was 1.0." in said(home)
    known = json.loads((home.output / ".state/versions-monday.json").read_text())
    assert [one["version"] for one in known["versions"]] == ["1.0", "1.1", "1.2"]


def test_parts_that_a_partner_has_left_out_are_not_named_to_it(home: Home) -> None:
    home.change("partners.yaml", "960512}", "960512, leave_out: [welcome]}")
    home.run()
    new_version(home)
    home.change("monday/sections/welcome.yaml", "near the park", "near the river")
    home.run()
    assert "Welcome" not in said(home)
    assert "have changed: Welcome" in said(home, "harbour")


def test_a_memory_that_cannot_be_read_is_no_memory(home: Home) -> None:
    home.run()
    (home.output / ".state/versions-monday.json").write_text("{half")
    new_version(home)
    home.run()
    assert "first version" in said(home)


def test_plan_only_remembers_nothing(home: Home) -> None:
    home.run(plan_only=True)
    assert not (home.output / ".state").exists()
