"""The proof of a stamped file: every byte outside the slots is the template's.

A template is proved once, in full, by a file of it that is read back: the witness. A stamped file
is compared with the witness on its bytes (`fault_of`), and the words in its slots are read
(`said`, judged in `slot_words`). Neither asks the code that stamped: nothing here is shared with
the writers or the readers. One module for each format.
"""

from __future__ import annotations

from typing import Protocol

from exporter.brand import Brand
from exporter.template import Template

IN_FULL = "read back in full and compared"
STAMPED = "every byte outside the slots is the template's"
ANEW = "laid out anew, read back in full and compared"


class Witnessed(Protocol):
    """A template with a file of it that was read back in full. Known by identity."""

    @property
    def template(self) -> Template: ...

    @property
    def witness(self) -> bytes: ...

    def __hash__(self) -> int: ...

    def stamped(self, brand: Brand) -> bytes:
        """The file of another brand, for whoever looks where a brand may show."""
