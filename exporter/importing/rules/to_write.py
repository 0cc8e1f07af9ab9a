"""What only a person can write."""

from __future__ import annotations

from exporter.importing.rules.decision import decision
from exporter.rules import Rule

RULES: dict[str, Rule] = {
    "picture-without-alt": decision(
        "picture-without-alt",
        "A picture has no words.",
        "Who does not see a picture hears its alternative text, and this one had none that says "
        "what it shows.",
        "Write it after  alt:  in document.yaml. If the picture only decorates, write in its "
        "place  decorative: true",
    ),
    "table-head-missing": decision(
        "table-head-missing",
        "Nothing heads a column.",
        "A screen reader says the header with each cell; without one nobody knows what a cell is.",
        "Write the words of the header under  columns:  in the place of “TO WRITE”.",
    ),
    "section-without-words": decision(
        "section-without-words",
        "A heading has no text under it.",
        "A part without words is a part that readers look for in vain.",
        "Write its text, or delete the part. Were its words meant as the title of the next part?",
    ),
    "cell-empty": decision(
        "cell-empty",
        "A cell of a table is empty.",
        "Empty may mean none, not known or does not apply, and who listens hears nothing.",
        "Write “None”, “Not known” or “Does not apply” in the place of the dash.",
    ),
    "letter-lost": decision(
        "letter-lost",
        "A letter was lost when the file was saved.",
        "A question mark stands in its place.",
        "Type the word again.",
    ),
}
