"""Numbers, dates, sums and telephone numbers keep on one line (UKAAF G003, SPC-06).

Their spaces become no-break spaces. The Outline compares words with white space collapsed, so the
text is the same.
"""

from __future__ import annotations

import re
from functools import lru_cache

from exporter.languages.dates import months

_DIGIT = re.compile(r"\d")
_NO_BREAK = "\u00a0"
_PHONE = r"(?<![\d-])(?:\+\d{1,3} )?(?:\(0\) ?)?0?\d{2,5} \d{3,4}(?: ?\d{3,4})?(?![\d,.]\d)"
_NUMBER = (
    r"(?:£|€|\$)?\d[\d,.]* (?:million|billion|thousand|per cent|%|p\.m\.|a\.m\.|pm|am|o'clock)\b"
)


def unbroken(text: str, language: str) -> str:
    """The text, in a language, with no-break spaces inside what belongs together."""
    if not _DIGIT.search(text):
        return text
    return _pattern(language).sub(lambda match: match.group().replace(" ", _NO_BREAK), text)


@lru_cache(maxsize=8)
def _pattern(language: str) -> re.Pattern[str]:
    named = "|".join(re.escape(month) for month in months(language))
    date = rf"\b\d{{1,2}} (?:{named})(?: \d{{4}})?|\b(?:{named}) \d{{4}}"
    return re.compile(f"{date}|{_PHONE}|{_NUMBER}")
