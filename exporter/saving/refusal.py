"""What is said when a change cannot be saved."""

from __future__ import annotations


class NotSaved(Exception):
    """The text stays as it is; the message is one sentence for people, and says why."""
