"""A text of one line takes another paragraph: it stands below a bar then."""

from __future__ import annotations

import pytest

from exporter.saving import NotSaved, Yaml, passage_at, with_block


@pytest.mark.parametrize("quote", ["", "'", '"'])
def test_a_text_of_one_line_goes_below_a_bar_when_it_gets_another_paragraph(quote: str) -> None:
    text = f"heading: One\nbody: {quote}Only *one* line.{quote}\nsections: []\n"
    passage = passage_at(Yaml(text), 2, "Only one line.")
    head = "heading: One\nbody: |\n"
    assert with_block(text, passage, "More.", item=False) == (
        f"{head}  Only *one* line.\n\n  More.\nsections: []\n"
    )
    assert with_block(text, passage, "Less.", item=False, above=True) == (
        f"{head}  Less.\n\n  Only *one* line.\nsections: []\n"
    )


def test_in_a_row_it_stands_under_its_own_key() -> None:
    text = "easy_read:\n  - text: We meet.\n    picture: bus\n  - picture: bus\n    text: We eat.\n"
    passage = passage_at(Yaml(text), 2, "We meet.")
    assert with_block(text, passage, "Come.", item=False) == text.replace(
        "text: We meet.", "text: |\n        We meet.\n\n        Come."
    ).replace("        ", "      ")


@pytest.mark.parametrize(
    "text",
    [
        "body: One line.  # why\nz: 1\n",
        "{body: One line.}\n",
        "body:\n  One line.\nz: 1\n",
        "heading: One line.\n",
        "body: One\n  line.\n",
    ],
)
def test_what_stands_in_another_way_is_for_a_person(text: str) -> None:
    passage = next(
        passage_at(Yaml(text), n, "One line.") for n in (1, 2) if "One" in text.split("\n")[n - 1]
    )
    with pytest.raises(NotSaved, match="one paragraph only"):
        with_block(text, passage, "More.", item=False)
