"""What an edition says that other modules take for granted."""

from __future__ import annotations

from dataclasses import replace

import pytest

from exporter.edition import CREAM, DARK, opens_page
from exporter.styles.editions import load_edition
from tests import build

THEME = load_edition("standard").theme


def test_the_grounds_of_web_pages_are_those_of_the_tokens_that_come_with_the_program() -> None:
    assert (THEME.dark, THEME.cream) == (DARK, CREAM)


@pytest.mark.parametrize("asked", [True, False])
@pytest.mark.parametrize("cover", [True, False])
def test_a_part_begins_a_page_where_the_edition_asks_and_the_document_is_no_leaflet(
    asked: bool, cover: bool
) -> None:
    theme = replace(THEME, section_on_new_page=asked)
    document = replace(build.document(build.para("Words.")), cover_page=cover)
    assert opens_page(theme, document) is (asked and cover)
