"""`verify` and `outline` are two views of one file: over every example they never contradict."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest

from exporter.diagnostics import Diagnostic
from exporter.outline import Outline
from exporter.readback import Unreadable
from exporter.readback.pdf import read_back
from exporter.verify import verify
from tests.unit.file_rules.pdf import spoiled, test_rules
from tests.unit.pdf_file import hostile
from tests.unit.readback.pdf_by_hand import pdf

EXAMPLES: dict[str, bytes] = {
    "good": pdf(spoiled.GOOD),
    **{f"breaks {code}": data for code, (data, _) in test_rules.BROKEN.items()},
    **{f"valid: {name}": data for name, data in spoiled.VALID.items()},
    **{f"hostile: {name}": make() for name, make in hostile.READ.items()},
}


def _messages(findings: tuple[Diagnostic, ...], code: str) -> list[str]:
    return [one.message for one in findings if one.code == code]


def _tables(outline: Outline) -> Iterator[list[str]]:
    """The roles of the cells of each table."""
    roles: list[str] | None = None
    for entry in outline:
        if entry.role == "table":
            if roles is not None:
                yield roles
            roles = []
        elif roles is not None and entry.role in ("header-cell", "cell"):
            roles.append(entry.role)
    if roles is not None:
        yield roles


def contradictions(outline: Outline, findings: tuple[Diagnostic, ...]) -> Iterator[str]:
    """Each as what the rules say and the Outline does not, or the other way about."""
    codes = {one.code for one in findings}
    headings = [one for one in outline if one.role == "heading"]
    if "pdf-untagged" in codes and any(one.role not in ("paragraph", "field") for one in outline):
        yield "there are no tags, and the outline has more than paragraphs"
    if "pdf-headings-missing" in codes and headings:
        yield "there are no headings, and the outline has some"
    if ("pdf-heading-empty" in codes) != any(not one.text for one in headings):
        yield "a heading is empty in one of them only"
    levels = [one.level for one in headings]
    if ("pdf-heading-first" in codes) != bool(levels and levels[0] > 1):
        yield "the first heading is of another level"
    jumps = any(later > before + 1 for before, later in pairwise(levels))
    if ("pdf-heading-skipped" in codes) != jumps:
        yield "a level is skipped in one of them only"
    silent = sum(one.role == "figure" and not one.text for one in outline)
    if len(_messages(findings, "pdf-alt-missing")) != silent:
        yield "other pictures have no words"
    bare = sum("header-cell" not in cells and bool(cells) for cells in _tables(outline))
    told = _messages(findings, "pdf-table-header-missing")
    if sum("no header cells" in message for message in told) != bare:
        yield "other tables have no header cells"
    links = [one for one in outline if one.role == "link"]
    if ("pdf-link-without-words" in codes) != any(not one.text for one in links):
        yield "a link has no words in one of them only"
    judged = codes & {"pdf-field-without-words", "pdf-field-untagged"}
    if judged and not any(one.role == "field" for one in outline):
        yield "fields are judged, and the outline has none"
    words = " ".join(one.text for one in outline)
    for one in findings:
        if one.code == "pdf-words-untagged" and " ".join(one.words.split()) not in words:
            yield f"words in no tag are not in the outline: {one.words}"


@pytest.mark.parametrize("name", sorted(EXAMPLES))
def test_the_rules_and_the_outline_of_a_file_say_the_same(name: str) -> None:
    verified = verify(EXAMPLES[name], "pdf")
    outline = read_back(EXAMPLES[name])
    assert verified.outline == outline
    assert list(contradictions(outline, verified.findings)) == []


@pytest.mark.parametrize("name", sorted(hostile.REFUSED))
def test_what_one_of_them_refuses_the_other_refuses_for_the_same_reason(name: str) -> None:
    data = hostile.REFUSED[name]()
    with pytest.raises(Unreadable) as refused:
        read_back(data)
    verified = verify(data, "pdf")
    assert verified.outline is None
    assert [one.message for one in verified.findings] == [str(refused.value)]


def test_a_contradiction_would_be_told() -> None:
    """The comparison can fail: the findings of one file beside the outline of another."""
    findings = verify(EXAMPLES["breaks pdf-alt-missing"], "pdf").findings
    assert list(contradictions(read_back(EXAMPLES["good"]), findings)) == [
        "other pictures have no words"
    ]
