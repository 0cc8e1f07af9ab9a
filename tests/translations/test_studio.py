"""The studio shows a document that has translations: its own words and findings, and no others."""

from __future__ import annotations

from pathlib import Path

from exporter.studio import keeping, looking
from exporter.studio.desk import Desk
from tests.translations.home import garden


def test_the_studio_shows_the_original_alone_and_copies_both(tmp_path: Path) -> None:
    home = garden(tmp_path)
    home.change("qps/sections/start.yaml", "1,200", "1,300")
    desk = Desk(tmp_path / "sources", (tmp_path / "styles",), tmp_path / "output")
    assert desk.names() == ("garden",)
    view = desk.view("garden")
    assert view.faults == ()
    page = looking.findings(desk, {"name": "garden"})
    assert "we-not-explained" in page
    assert "1300" not in page
    made = keeping.copy(desk, "garden", "The garden club again")
    assert (desk.sources / made / "qps/sections/help.yaml").is_file()
    assert desk.view(made).faults == ()
