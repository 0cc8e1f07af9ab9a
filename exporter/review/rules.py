"""What there is to say about the easy read of a document, for `exporter explain`."""

from __future__ import annotations

from exporter.rules import table

_TOGETHER = "Inclusion Europe, conditions of the European easy-to-read logo"
_SAME_TIME = (
    "GOV.UK, Accessible communication formats (2021); Australian Government Style Manual, Easy Read"
)

_TOLD = {
    "easy-read-out-of-date": (
        "Readers of easy read have a right to the same facts at the same time. The text of this "
        "section has changed since somebody last said that its easy read fits it. Read the two "
        "side by side, change the rows where they are no longer true, and then say so: exporter "
        "review record DOCUMENT --author. A draft may wait; a release may not. It cannot be "
        "answered with accept.",
        _SAME_TIME,
    ),
    "easy-read-not-matched": (
        "Nobody has said yet that the easy read of this section says what its text says, so "
        "nobody would notice when the text changes. Read the two side by side, and then run: "
        "exporter review record DOCUMENT --author.",
        _SAME_TIME,
    ),
    "easy-read-not-checked": (
        "Only people with learning disabilities can say whether easy read is easy to read. At "
        "least one person, better two or more, read it before it is published, and are paid for "
        "it. exporter review pack DOCUMENT makes what they need; exporter review record DOCUMENT "
        "keeps what they say.",
        f"{_TOGETHER}; Netzwerk Leichte Sprache; DIN SPEC 33429",
    ),
    "easy-read-changed": (
        "Words or pictures are not those that the reading group saw, so the document no longer "
        "says who checked it. Ask the group again, and record what they say; or take back the "
        "change.",
        _TOGETHER,
    ),
    "review-wrong": (
        "review.yaml is written by the program. A slip in it could make a document say that people "
        "checked what they never saw.",
        "exporter, README.md",
    ),
    "review-record": (
        "A record says who looked, when, and at what; without that nobody could rely on it.",
        "exporter, README.md",
    ),
}

RULES = table(_TOLD)
