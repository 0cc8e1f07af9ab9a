"""Whether two pictures are the same to the eye."""

from __future__ import annotations

import hashlib
import io
import re
from functools import lru_cache

from exporter.model import Picture

_NOISE = re.compile(
    rb"<!--.*?-->|<\?xml.*?\?>|<metadata.*?</metadata>|<title.*?</title>", re.DOTALL
)


def likeness(picture: Picture) -> str:
    """A mark that two pictures share if nobody could tell them apart."""
    return _mark(picture.data, picture.media)


@lru_cache(maxsize=512)
def _mark(data: bytes, media: str) -> str:
    if media == "svg":
        plain = re.sub(rb"\s+", b" ", _NOISE.sub(b"", data)).replace(b"> <", b"><").strip()
        return hashlib.sha256(plain).hexdigest()
    try:
        return _differences(data)
    except OSError:
        return hashlib.sha256(data).hexdigest()


def _differences(data: bytes) -> str:
    """Whether each of 16 × 16 fields is lighter than the next: it survives another size."""
    from PIL import Image

    with Image.open(io.BytesIO(data)) as image:
        small = image.convert("L").resize((17, 16))
    grey = small.tobytes()
    bits = "".join(
        "1" if grey[row * 17 + column] > grey[row * 17 + column + 1] else "0"
        for row in range(16)
        for column in range(16)
    )
    flat = len(set(grey)) == 1
    return f"{int(bits, 2):x}" + (f"-{grey[0]}" if flat else "")
