"""The second proof: nothing that an author typed is lost or altered, and nothing is made up.

The first proof says that every file says what its Document says. This one says that the Document
says what was typed: the same words, in the same order, as often. It reads the sources again by a
road of its own (see `reading`), so that a fault of the loader cannot hide itself.

    typed: kinds → reading → pieces → expected        shown: Document → Outline → regions
                                   \\________ matching ________/
"""

from __future__ import annotations

from exporter.typed.proof import RULES, arrives
from exporter.typed.reading import read_typed

__all__ = ["RULES", "arrives", "read_typed"]
