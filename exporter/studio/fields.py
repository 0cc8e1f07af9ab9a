"""What a browser sends, and what it gets: the fields of a form as texts by name; bytes."""

from __future__ import annotations

from typing import TypeAlias

Fields: TypeAlias = dict[str, str]
Bytes: TypeAlias = tuple[bytes, str, Fields]
"""An answer of bytes, their kind, and headers of their own."""
KINDS = {"svg": "image/svg+xml", "png": "image/png", "jpeg": "image/jpeg"}
"""What a browser calls a kind of picture."""
TAKEN = (
    ".svg,.png,.jpg,.jpeg,.webp,.tif,.tiff,.gif,.bmp,image/svg+xml,image/png,image/jpeg,"
    "image/webp,image/tiff,image/gif,image/bmp"
)
"""The pictures that can be brought in, as a browser asks for them."""
