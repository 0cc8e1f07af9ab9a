"""Partners who have left the plan: `--prune` takes away what was made for them, and no more."""

from __future__ import annotations

import json

import pytest

from exporter.cli import main
from exporter.making.batch import BatchResult
from tests.batch.home import THREE, Home

TWO = "\n".join(line for line in THREE.splitlines() if "hilltop" not in line) + "\n"


def left(home: Home, **options: bool) -> BatchResult:
    home.run()
    home.write_plan(TWO)
    return home.run(**options)


def test_without_the_option_a_pack_stays_and_is_told(home: Home) -> None:
    assert left(home).left_over == ["hilltop"]
    assert home.file("hilltop", "monday-standard.html").is_file()


def test_the_pack_of_a_partner_who_left_is_taken_away_whole_and_nobody_elses(home: Home) -> None:
    result = left(home, prune=True)
    assert [(one.partner, one.stays) for one in result.pruned] == [("hilltop", ())]
    assert result.left_over == []
    assert not (home.output / "partners/hilltop").exists()
    assert home.file("harbour", "monday-standard.html").is_file()
    assert home.run(prune=True).pruned == ()


def test_what_somebody_else_put_there_or_changed_stays_and_is_told(home: Home) -> None:
    home.run()
    home.write_plan(TWO)
    home.file("hilltop", "notes.txt").write_text("Ring them.")
    home.file("hilltop", "changes.html").write_text("Changed by hand.")
    (pruned,) = home.run(prune=True).pruned
    assert pruned.stays == ("changes.html", "notes.txt")
    assert sorted(home.tree("partners/hilltop")) == ["changes.html", "notes.txt"]


def test_a_plan_with_a_line_that_names_nobody_prunes_nobody(home: Home) -> None:
    home.run()
    home.write_plan(TWO + "  - {name: Hilltop Surgery}\n")
    result = home.run(prune=True)
    assert result.pruned == ()
    assert home.file("hilltop", "monday-standard.html").is_file()


def test_a_partner_whose_line_has_a_slip_has_not_left(home: Home) -> None:
    home.run()
    home.change("partners.yaml", "id: hilltop, name", "id: hilltop, fone: 1, name")
    assert home.run(prune=True).pruned == ()
    assert home.file("hilltop", "monday-standard.html").is_file()


def test_plan_only_says_what_would_go_and_takes_nothing(
    home: Home, capsys: pytest.CaptureFixture[str]
) -> None:
    home.run()
    home.write_plan(TWO)
    main(["batch", "--plan-only", "--draft", "--prune", "--json"])
    (pruned,) = json.loads(capsys.readouterr().out)["pruned"]
    assert pruned["partner"] == "hilltop"
    assert pruned["removed"] == len(home.tree("partners/hilltop"))
    main(["batch", "--plan-only", "--draft", "--prune"])
    assert "would be removed" in capsys.readouterr().err
    assert home.file("hilltop", "monday-standard.html").is_file()
