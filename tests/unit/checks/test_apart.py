"""Code, marks of templates, paths and addresses are no words, for any rule."""

from __future__ import annotations

import pytest

from exporter.checks import check_text
from exporter.checks.apart import HIDDEN, Stretch, hide, stretches_in
from exporter.checks.texts import paragraphs_of


@pytest.mark.parametrize(
    "apart",
    [
        "{{ page.title }}", "{% if page.lang == 'en' %}", "{# TODO #}", "${NAME}", "{ref}",
        "{: .big #id}", "<% if x %>", "<?php echo 1 ?>", '<a href="x">', "</div>", "<!-- NB -->",
        "&nbsp;", "&#160;", "[^1]", "--save-dev", "getName()", "MAX_USERS", "firstName",
        r"C:\Users\Ana", r"\\server\files\a", "/home/sam/notes", "./notes/x", "~/docs/a",
        "docs/intro.md", "README.md", "data-2024.csv", "https://example.org/a/10483?x=1&y=20%",
        "www.example.org", "HTTPS://EXAMPLE.ORG/A%20B", "ana.silva@example.org", "example.org/help",
    ],
)  # fmt: skip
def test_each_is_found_whole_and_its_neighbours_are_not(apart: str) -> None:
    text = f"Look at {apart}, and wait."
    assert [text[one.start : one.end] for one in stretches_in(text)] == [apart]


@pytest.mark.parametrize(
    "text",
    [
        "Yes / No, and/or, he/she/they, 24/7, 3/4", "M&S and R&B", "5 < 6 and 7 > 3", "Name: ____",
        "(see page 3) [see 4]", "iPhone, eBay, McDonald, PhD", "Mr. Shah. No. 5.", "self-service",
        "a - b -- c", "20% off", "#1 and § 5", "{a b}", "e.g. this", "What?! No...",
    ],
)  # fmt: skip
def test_the_signs_of_people_stay(text: str) -> None:
    assert stretches_in(text) == ()


def test_a_hidden_part_keeps_its_length_and_its_blanks() -> None:
    text = "See {{ a b }} now"
    hidden = hide(text, [Stretch(4, 13), Stretch(6, 8)])
    assert hidden == f"See {HIDDEN * 2} {HIDDEN} {HIDDEN} {HIDDEN * 2} now"


@pytest.mark.parametrize(
    "text",
    [
        "Go to {% include footer.html percent=50 %} now.",
        "Look at `MAX_USERS & 50% < § 4` now.",
        "Look at https://example.org/a/10483?x=1&y=20%25 now.",
        "Look at /var/log/utilise/10483 now.",
        "Write to commissioners@example.org now.",
        "Ask <facilitate>{{ commissioners }}</facilitate> now.",
    ],
)
def test_no_rule_is_asked_of_them(text: str) -> None:
    findings = check_text(paragraphs_of(text.encode(), ".md", "a.md")).findings
    assert [one.code for one in findings] == []


def test_a_finding_shows_what_stands_there() -> None:
    text = "Set `MAX_USERS` first; then see [x](https://example.org/docs) (or ask)."
    findings = check_text(paragraphs_of(text.encode(), ".md", "a.md")).findings
    (one,) = [one for one in findings if one.code == "hard-punctuation"]
    assert one.words == "Set MAX_USERS first; then see x (or ask)."
    assert all(HIDDEN not in f"{one.message}{one.words}{one.suggestion}" for one in findings)


def test_code_counts_as_one_word() -> None:
    text = "Run `npm-install --save-dev` now."
    assert check_text(paragraphs_of(text.encode(), ".md")).words == 4
