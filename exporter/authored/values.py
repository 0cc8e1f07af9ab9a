"""Single values as authors type them: names, languages, dates, addresses. None is: not one."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import urlsplit

NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_LONGEST_NAME = 80
_LANGUAGE = re.compile(
    r"(?P<language>[a-z]{2,3})(-(?P<script>[a-z]{4}))?(-(?P<region>[a-z]{2}|[0-9]{3}))?"
    r"(-([a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*",
    re.IGNORECASE | re.ASCII,
)
_DATE = re.compile(r"(?P<year>[0-9]{4})(-(?P<month>[0-9]{2})(-(?P<day>[0-9]{2}))?)?")
_WEB = re.compile(r"(?i:https?)://[^\s<>\"/?#]+[^\s<>\"]*")
_PHONE = re.compile(r"[0-9+()][0-9 ()\u00a0+./-]*(?:,? ?(?:ext|x)\.? ?[0-9]+)?")
_EMAIL = re.compile(r"[^\s@<>,;:?&#%\"\\]+@[^\s@<>,;:?&#%\"\\/]+\.[^\s@<>,;:?&#%\"\\/]+")
"""Without the signs that add to a mailto: address: “me@example.org?bcc=you@example.org”."""


def name(value: str) -> str | None:
    """A name: small letters, digits and hyphens, a letter first."""
    return value if NAME.fullmatch(value) and len(value) <= _LONGEST_NAME else None


_LETTERS = str.maketrans(
    {
        **dict(zip("łøđðħŧŋıəɖɗɓƙƴƒɛɔɣ", "loddhtnieddbkyfeog", strict=True)),
        "þ": "th", "æ": "ae", "œ": "oe", "ß": "ss", "ĳ": "ij",
    }
)  # fmt: skip
"""Letters of Latin script that no sign can be taken off, in those of a name."""


def plain_letters(words: str) -> str:
    """Words in the letters a to z, as far as they are Latin: “Łódź” is lodz, “Straße” strasse."""
    apart = unicodedata.normalize("NFKD", words.casefold())
    bare = "".join(sign for sign in apart if not unicodedata.combining(sign))
    return bare.translate(_LETTERS)


_DEVICES = re.compile(
    r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?:\..*)?", re.DOTALL | re.IGNORECASE
)


def device_on_windows(name: str) -> bool:
    """Whether no file or folder can have this name there, whatever follows a dot (Microsoft,
    Naming Files, Paths, and Namespaces)."""
    return _DEVICES.fullmatch(name) is not None


def language_tag(value: str) -> str | None:
    """A language tag (BCP 47) in its usual spelling. United Kingdom is GB, never UK."""
    match = _LANGUAGE.fullmatch(value)
    if not match or (match["region"] or "").upper() == "UK":
        return None
    parts = value.split("-")
    parts[0] = parts[0].lower()
    for index, part in enumerate(parts[1:], 1):
        if part in (match["script"], match["region"]):
            parts[index] = part.title() if len(part) == 4 else part.upper()
    return "-".join(parts)


def date(value: str) -> str | None:
    """2026, 2026-11 or 2026-11-22, if there is such a day."""
    match = _DATE.fullmatch(value)
    return value if match and _is_date(int(match["year"]), match["month"], match["day"]) else None


def _is_date(year: int, month: str | None, day: str | None) -> bool:
    if month is None:
        return True
    if not 1 <= int(month) <= 12:
        return False
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    days = [31, 29 if leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return day is None or 1 <= int(day) <= days[int(month) - 1]


def yes_no(value: str) -> bool | None:
    """True and false, also as yes and no."""
    return {"true": True, "yes": True, "false": False, "no": False}.get(value.lower())


def web(value: str) -> str | None:
    """A web address with https:// or http://, in small letters however they were typed, and with
    nothing before the name of its host."""
    if not _WEB.fullmatch(value):
        return None
    try:
        parts = urlsplit(value)
        led = parts.hostname and parts.port != 0 and "@" not in parts.netloc
        return small_scheme(value) if led else None
    except ValueError:  # no number behind the colon: “https://javascript:alert(1)”
        return None


def small_scheme(address: str) -> str:
    """An address with what stands before its colon in small letters (RFC 3986, 3.1)."""
    scheme, colon, rest = address.partition(":")
    return scheme.lower() + colon + rest


LONGEST_ADDRESS = 2_000
"""Letters. Browsers and mail programs cut longer ones off, and nobody can type them."""


def not_too_long(address: str) -> str | None:
    """An address that can be followed everywhere."""
    return address if len(address) <= LONGEST_ADDRESS else None


def email(value: str) -> str | None:
    """An email address."""
    return value if _EMAIL.fullmatch(value) else None


def phone(value: str) -> str | None:
    """A phone number, with an extension if there is one."""
    return value if _PHONE.fullmatch(value) else None


def minutes(value: str) -> str | None:
    """Whole minutes."""
    return value if re.fullmatch(r"[0-9]{1,4}", value) else None
