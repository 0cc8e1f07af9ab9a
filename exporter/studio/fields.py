"""What a browser sends: the fields of a form and the parts of an address, as texts by name."""

from __future__ import annotations

from typing import TypeAlias

Fields: TypeAlias = dict[str, str]
