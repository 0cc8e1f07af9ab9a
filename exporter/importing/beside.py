"""Pictures that lie beside a text or a web page: only those in its folder, none of a network."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

from exporter.authored.files import Folder
from exporter.authored.findings import Findings
from exporter.diagnostics import NOWHERE

_MOST = 30_000_000
_INSIDE = "data:image/"


def pictures_beside(file: Path) -> Callable[[str], bytes]:
    """What gives the bytes of a picture by its address; none where it is not there."""
    folder = Folder(file.parent)

    def picture(address: str) -> bytes:
        if address.startswith(_INSIDE):
            return _embedded(address)
        name = unquote(address.split("#")[0].split("?")[0]).removeprefix("./")
        return (folder.read(name, _MOST, Findings(), NOWHERE) or b"") if name else b""

    return picture


def _embedded(address: str) -> bytes:
    """The bytes of a picture that stands in its own address (RFC 2397)."""
    kind, _, data = address.partition(",")
    try:
        if kind.endswith(";base64"):
            return base64.b64decode(data, validate=False)
        return unquote(data).encode()
    except (binascii.Error, ValueError):
        return b""
