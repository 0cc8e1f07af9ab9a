"""What a browser sends, and what it gets: the fields of a form as texts by name; bytes."""

from __future__ import annotations

import re
from typing import TypeAlias

from exporter.studio.naming import section_of
from exporter.studio.saying import say

Fields: TypeAlias = dict[str, str]
Bytes: TypeAlias = tuple[bytes, str, Fields]
"""An answer of bytes, their kind, and headers of their own."""
Done: TypeAlias = tuple[str, str]
"""Where to go after something was done, and what to say there."""
KINDS = {
    "svg": "image/svg+xml", "png": "image/png", "jpeg": "image/jpeg", "webp": "image/webp",
    "tiff": "image/tiff", "gif": "image/gif", "bmp": "image/bmp",
}  # fmt: skip
"""What a browser calls a kind of picture."""
SHORTER = {"jpg": "jpeg", "tif": "tiff"}
"""How the names of their files may end, too."""
TAKEN = ",".join((*(f".{end}" for end in (*KINDS, *SHORTER)), *KINDS.values()))
"""The pictures that can be brought in, as a browser asks for them."""


def value_of(asked: Fields, key: str) -> str:
    """A value of a form. Raises ValueError where it is not there."""
    if key not in asked:
        raise ValueError(say("something-missing"))
    return asked[key]


def back(asked: Fields, page: str = "") -> str:
    """The page from which something was asked: an address of ours, or else this of the document."""
    wanted = asked.get("back", "")
    if re.fullmatch(r"/d/[A-Za-z0-9._/-]{1,200}(#[A-Za-z0-9._-]{0,80})?", wanted):
        return wanted
    if section := section_of(asked.get("file", "")):
        return f"/d/{asked['name']}/s/{section}"
    return f"/d/{asked['name']}{page}" if "name" in asked else "/"
