"""The code of an address, for paper, beside the address in words."""

from __future__ import annotations

from exporter.addresses import shown_address
from exporter.model import QrCode, Words
from exporter.qr_codes import has_code


def code_for(url: str, words: Words, language: str) -> tuple[QrCode, ...]:
    """The code of an address in a document of this language; none that a camera cannot follow."""
    if not has_code(url):
        return ()
    address = shown_address(url)
    # no mark can say that an alternative text is in another language (WCAG 2.2, 3.1.2)
    alt = address if words.other_than(language, "code-alt") else words("code-alt", address=address)
    return (QrCode(url, alt, words.among(language, "code-how")),)
