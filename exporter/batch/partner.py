"""A partner of a plan, and the checks on what somebody typed for one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from exporter.authored import values as typed
from exporter.authored.files import hidden_sign
from exporter.authored.findings import did_you_mean, nearest
from exporter.diagnostics import NOWHERE, Diagnostic, Place, short
from exporter.rules import table

LISTS = ("documents", "editions", "formats", "languages", "leave_out")
TEXTS = (
    "name", "brand", "adjust", "accent", "second", "logo", "logo_alt", "phone", "email", "web",
    "post", "cover_line", "legal_line", "foreword",
)  # fmt: skip
KEYS = ("id", "group", *TEXTS, *LISTS)

Value = str | tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Partner:
    """One partner of the plan. Empty texts mean: as the brand has them."""

    id: str
    name: str
    brand: str = "house"
    adjust: Literal["", "nearest"] = ""
    accent: str = ""
    second: str = ""
    logo: str = ""
    logo_alt: str = ""
    phone: str = ""
    email: str = ""
    web: str = ""
    post: str = ""
    cover_line: str = ""
    legal_line: str = ""
    foreword: str = ""
    """A section file, beside the plan."""
    documents: tuple[str, ...] = ()
    editions: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    leave_out: tuple[str, ...] = ()
    place: Place = field(default=NOWHERE, compare=False)
    places: Mapping[str, Place] = field(default_factory=dict, compare=False, repr=False)
    faults: tuple[Diagnostic, ...] = field(default=(), compare=False, repr=False)
    """What is wrong with what the plan says of it: its pack cannot be made, all others can."""

    def at(self, key: str) -> Place:
        """Where the value of this key stands, for findings."""
        return self.places.get(key, self.place)


@dataclass(frozen=True, slots=True)
class Entry:
    """What a plan says about one partner, before anybody has looked at it."""

    values: Mapping[str, Value]
    place: Place
    places: Mapping[str, Place] = field(default_factory=dict)
    faults: tuple[Diagnostic, ...] = ()
    """What was wrong with the line itself: a key that there is not, a cell too many."""

    def at(self, key: str) -> Place:
        """Where the value of this key stands."""
        return self.places.get(key, self.place)


Names = Mapping[str, tuple[str, ...]]
"""For a key that lists names, those that there are."""


def partner_of(entry: Entry, known: Names) -> Partner:
    """The partner, with all that is wrong with it. Without an id, `id` is empty."""
    faults = dict.fromkeys((*entry.faults, *_missing(entry), *_misshapen(entry)))
    texts = {key: _text(entry.values[key]) for key in ("id", *TEXTS) if entry.values.get(key)}
    if any(fault.code == "plan-id-shape" for fault in faults):
        del texts["id"]
    lists = {
        key: _list(entry.values[key], known.get(key, ())) for key in LISTS if entry.values.get(key)
    }
    partner = replace(Partner(id="", name=""), **texts, **lists)  # type: ignore[arg-type]
    return replace(partner, place=entry.place, places=dict(entry.places), faults=tuple(faults))


def faults_of_values(entry: Entry) -> list[Diagnostic]:
    """What is wrong with the values of a group or of the defaults, whoever uses them."""
    return list(_misshapen(entry))


def unknown_key(key: str, place: Place) -> Diagnostic:
    said = f"A partner has no “{short(key)}”."
    return misspelt("plan-key-unknown", said, place, key, KEYS)


def misspelt(code: str, message: str, place: Place, word: str, known: Iterable[str]) -> Diagnostic:
    """A fault in a word of which only some are known: with the nearest of them."""
    known = tuple(known)
    found = fault(code, message, place, did_you_mean(word, known))
    return replace(found, words=word, suggestion=nearest(word, known))


def fault(code: str, message: str, place: Place, hint: str = "") -> Diagnostic:
    assert code in RULES, code
    return Diagnostic(code=code, message=message, place=place, hint=hint)


def one_line(text: str) -> str:
    """The lines of a text as one: an address of several lines keeps its parts apart."""
    lines = (" ".join(line.split()).rstrip(",") for line in text.splitlines())
    return ", ".join(line for line in lines if line)


def _text(value: Value) -> str:
    return one_line(value if isinstance(value, str) else "\n".join(value))


def _list(value: Value, known: Iterable[str] = ()) -> tuple[str, ...]:
    """The names in a value. One that there is may be written as people say it: “Easy read”."""
    names = {name.casefold(): name for name in known}
    parts = re.split(r"[,;|\n]+", value) if isinstance(value, str) else value
    found: list[str] = []
    for part in (" ".join(part.split()) for part in parts):
        whole = names.get(re.sub(r"[ _]+", "-", part.casefold()))
        words = [whole] if whole else part.split() if isinstance(value, str) else [part]
        found += [names.get(word.casefold(), word) for word in words]
    return tuple(dict.fromkeys(filter(None, found)))


def _missing(entry: Entry) -> Iterator[Diagnostic]:
    if not entry.values and entry.faults:
        return  # it is no line of keys at all, and was told so
    for key in ("id", "name"):
        if not entry.values.get(key):
            yield fault("plan-key-missing", f"This partner has no {key}.", entry.place)


def _misshapen(entry: Entry) -> Iterator[Diagnostic]:
    """Values that cannot be what their key says."""
    for key, value in entry.values.items():
        text = _text(value)
        if hidden_sign(text):
            said = f"“{key}” has an invisible control character ({hidden_sign(text)})."
            yield fault("plan-value-shape", said, entry.at(key), "Type the words again.")
        elif text and _DAMAGED.fullmatch(text):
            said = f"“{text}” is what a spreadsheet made of a long number."
            yield fault("plan-number-damaged", said, entry.at(key), _AS_TEXT)
        elif key == "phone" and _WITHOUT_ZERO.fullmatch(text):
            said = (
                f"“{text}” is a long number that begins with no 0: a spreadsheet may have lost it."
            )
            hint = f"{_AS_TEXT} If it is right, write it with a blank: {text[:4]} {text[4:]}"
            yield fault("plan-number-damaged", said, entry.at(key), hint)
        elif key == "languages":
            for tag in (one for one in _list(value) if typed.language_tag(one) is None):
                said = f"“{short(tag)}” is not the short name of a language."
                yield fault("plan-value-shape", said, entry.at(key), "Like this: en-GB, cy, ur")
        elif text and key in _SHAPES and not _SHAPES[key][0](text):
            _, code, said, hint = _SHAPES[key]
            yield fault(code, f"“{short(text)}” {said}.", entry.at(key), hint)
    device = _text(entry.values.get("id", ""))
    if typed.device_on_windows(device):
        said = f"The id “{device}” cannot name a folder: Windows keeps it for itself."
        yield fault("plan-id-shape", said, entry.at("id"), "Add a word to it.")
    logo, alt = (str(entry.values.get(key, "")).strip() for key in ("logo", "logo_alt"))
    if logo and not alt:
        said = f"The logo “{logo}” has no alternative text."
        yield fault("plan-logo-alt", said, entry.at("logo"), "Write the name it shows: logo_alt")


_DAMAGED = re.compile(r"[0-9]([.,][0-9]+)?[eE]\+[0-9]{2}")
_WITHOUT_ZERO = re.compile(r"[1-9][0-9]{8,9}")
"""A number of nine or ten digits in one run, as a cell that holds a number gives it."""
_AS_TEXT = "Set the column to “Text” in the spreadsheet, and type the number again."
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")

_Shape = tuple[Callable[[str], object], str, str, str]
_LIKE_COLOUR = 'Write it like this: "#0f5c63"'
_SHAPES: dict[str, _Shape] = {
    "id": (
        _ID.fullmatch,
        "plan-id-shape",
        "cannot be an id",
        "Use small letters, digits and hyphens: it names a folder.",
    ),
    "accent": (_COLOUR.fullmatch, "plan-value-shape", "is no colour", _LIKE_COLOUR),
    "second": (_COLOUR.fullmatch, "plan-value-shape", "is no colour", _LIKE_COLOUR),
    "adjust": (
        ("nearest",).__contains__,
        "plan-value-shape",
        "is no way to adjust",
        "Write  adjust: nearest",
    ),
    "phone": (typed.phone, "plan-value-shape", "is no phone number", "Digits and spaces."),
    "email": (typed.email, "plan-value-shape", "is no e-mail address", "name@example.org"),
    "web": (
        lambda text: typed.web(text if "://" in text else f"https://{text}"),
        "plan-value-shape",
        "is no web address",
        "Write it like this: https://example.org",
    ),
}

_TOLD = {
    "plan-empty": ("A plan lists partners, one or more.", "exporter, README.md"),
    "plan-unreadable": ("A plan is a text file in YAML, or a table in CSV.", "exporter, README.md"),
    "plan-shape": (
        "A plan has defaults, groups and partners, each partner a line of keys and values.",
        "exporter, README.md",
    ),
    "plan-key-unknown": ("A misspelt key would be lost without a word.", "exporter, README.md"),
    "plan-key-missing": ("The id names the folder, the name stands on the cover.", "exporter"),
    "plan-key-twice": ("Of two columns with one name nobody knows which is meant.", "exporter"),
    "plan-id-shape": ("The id names a folder and files: small letters and hyphens.", "exporter"),
    "plan-id-twice": ("Two partners would write over one another.", "exporter"),
    "plan-value-shape": (
        "A wrong colour or address would be found by a reader, hundreds of files later.",
        "exporter",
    ),
    "plan-number-damaged": (
        "Spreadsheets turn long numbers into powers of ten, and drop a 0 before them: readers "
        "would ring a number that there is not.",
        "exporter, measured on spreadsheets",
    ),
    "plan-logo-alt": (
        "Who cannot see the logo hears its alternative text: the name that it shows.",
        "WCAG 1.1.1",
    ),
    "plan-group-unknown": ("A group holds what several partners share.", "exporter"),
    "plan-row-long": ("A comma too many moves every value behind it.", "exporter"),
    "plan-name-unknown": (
        "Documents, editions, formats, brands and sections go by their names.",
        "exporter",
    ),
    "plan-nothing-left": ("A partner gets one file or more.", "exporter"),
}

RULES = table(_TOLD)
