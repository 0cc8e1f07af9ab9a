"""Fields show paragraphs on one line; in the file their lines stay as they were."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from exporter.studio.wrapping import unwrapped, wrapped

BODY = """\
The first paragraph goes on
for two lines.

- an item
  that goes on
- another one
  1. inside

::: note
A box that
goes on.
:::

| a | b |
An address:\\
1 Mill Lane\\
Riverton"""


def test_only_breaks_within_a_paragraph_are_taken_away() -> None:
    assert unwrapped(BODY).split("\n") == [
        "The first paragraph goes on for two lines.",
        "",
        "- an item that goes on",
        "- another one",
        "  1. inside",
        "",
        "::: note",
        "A box that goes on.",
        ":::",
        "",
        "| a | b |",
        "An address:\\",
        "1 Mill Lane\\",
        "Riverton",
    ]


def test_one_changed_word_changes_one_line() -> None:
    shown = unwrapped(BODY).replace("another one", "one more").replace("for two", "over two")
    made = wrapped(BODY, shown)
    changed = [(a, b) for a, b in zip(BODY.split("\n"), made.split("\n"), strict=True) if a != b]
    assert changed == [("for two lines.", "over two lines."), ("- another one", "- one more")]


TEXTS = st.text(st.sampled_from("ab-*1.:>#|\\ \n"), max_size=60).map(str.strip)


@settings(max_examples=150)
@given(before=TEXTS, new=TEXTS)
@example(before="1\n#\n1", new="")
def test_any_words_come_back_as_they_were_shown(before: str, new: str) -> None:
    assert wrapped(before, unwrapped(before)) == before
    assert unwrapped(wrapped(before, new)) == unwrapped(new)
