"""Reading groups and authors: who looked at the easy read, and what changed since.

A program cannot say that easy read is good, and it cannot say that it fits the text. People say
so, and review.yaml, beside document.yaml, keeps their word together with what they saw:

* `matches`: the author says "the easy read says what this text says". It is bound to the text
  (`written_for`), so an author has it long before a reading group meets.
* `checked`: a group of people with learning disabilities looked at the rows. It is bound to the
  rows with their pictures (`rows`), and to the text that the rows were for (`written_for`). It
  holds what they said, which placeholder pictures they accepted, and whether they may be named.

What they are bound to are fingerprints of words and pictures, never of lines or white space, one
for each *part*: a section with easy read in it, and the text that this easy read speaks for (its
own, and that of its sub-sections that have no rows of their own).

* The easy read of a part is **out of date** when its text is not the text of the latest record that
  covers it. New rows alone do not put that right: the author has to say again that they fit.
* "Checked by …" is printed only while **every** row of the easy read is as a group saw it, and
  nothing that the group saw has gone. One changed word or picture, and it is printed no more.
* A group says whether rows are clear, not whether they fit the text. So a group's record never
  covers a part that is out of date at that moment; only the author can.
* Records are only ever added, in the order in which they were made: the file is the history.

There is no clock here; whoever records says when.
"""

from __future__ import annotations

from exporter.review.file import FILE, as_yaml, read_review, write_review
from exporter.review.parts import left_out
from exporter.review.recording import record_checked, record_matches
from exporter.review.records import Check, Match, Record, Review
from exporter.review.rules import RULES
from exporter.review.states import PartStatus, ReviewStatus
from exporter.review.status import status

__all__ = [
    "FILE",
    "RULES",
    "Check",
    "Match",
    "PartStatus",
    "Record",
    "Review",
    "ReviewStatus",
    "as_yaml",
    "left_out",
    "read_review",
    "record_checked",
    "record_matches",
    "status",
    "write_review",
]
