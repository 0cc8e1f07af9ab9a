"""A file is read only as far as the loader would read it, whatever it holds."""

from __future__ import annotations

import pytest

from exporter.saving import NotSaved, Yaml, with_added, with_item, with_moved_item, without_item


@pytest.mark.parametrize(
    "text",
    ["[" * 100_000, "{a: " * 100_000, "- " * 100_000, "a: x\n" + "# x\n" * 500_001,
     "- a\n" * 40_000, "? [a]\n: b\n", "{? {a: b} : c}", "a: &a b\n*a : c\n", "[*a]: b", "\ud800",
     "a: \0"],
)  # fmt: skip
def test_what_nobody_loads_is_not_read(text: str) -> None:
    with pytest.raises(NotSaved):
        Yaml(text)


@pytest.mark.parametrize(
    "text", ["a: [b]\n#", "a: b\n#", "a:\n  - b\n # c", "#", "", "a: |\n  b\n#"]
)
def test_a_comment_without_a_line_end_is_the_end_of_a_file(text: str) -> None:
    assert all(end <= len(text) for _, end in Yaml(text).items.values())


@pytest.mark.parametrize("path", [(), (0,), ("a", 0), ("a",), ("a", "b", 0), ("b", 9), (True,)])
def test_a_path_that_leads_nowhere_is_refused(path: tuple[str | int, ...]) -> None:
    text = "a: b\nb:\n  - c\n  - d\n"
    for change in (
        lambda: with_added(text, path, {"x": "y"}) if path != ("a",) else without_item(text, ()),
        lambda: with_item(text, path, "x"),
        lambda: with_moved_item(text, path, 1),
        lambda: without_item(text, (*path, "z")),
    ):
        with pytest.raises(NotSaved):
            change()
