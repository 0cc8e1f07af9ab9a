"""From the data of review.yaml to a Review; what is wrong is told with its line."""

from __future__ import annotations

import re

from exporter.authored import values
from exporter.authored.findings import did_you_mean
from exporter.authored.located_yaml import Data, Located
from exporter.diagnostics import Diagnostic, short
from exporter.review.records import Check, Codes, Match, Record, Review

_CODE = re.compile(r"[0-9a-f]{16}")
_KEYS = {
    "matches": ("kind", "who", "when", "written_for"),
    "checked": (
        "kind", "who", "named", "when", "said", "accepted", "rows", "written_for",
    ),
}  # fmt: skip
_NEEDED = {"matches": ("when", "written_for"), "checked": ("who", "when", "rows")}
_TAKE_BACK = "Take the file back from an older copy, or record the review again."

_Way = tuple[str | int, ...]


class Reader:
    """Reads one review.yaml; `faults` are all that it found."""

    def __init__(self, located: Located) -> None:
        self._located = located
        self.faults: list[Diagnostic] = []

    def review(self) -> Review:
        """The review as far as it can be read; it is good only if there are no faults."""
        data = self._located.data
        for key in data:
            if key != "records":
                self._unknown((), key, ("records",))
        records = data.get("records", [])
        if not isinstance(records, list):
            self._fault(("records",), "“records” should be a list.", _TAKE_BACK)
            records = []
        read = (self._record(("records", number), one) for number, one in enumerate(records))
        return Review(tuple(record for record in read if record))

    def _record(self, way: _Way, data: Data) -> Record | None:
        if not isinstance(data, dict):
            self._fault(way, "A record should hold keys, each with its words.", _TAKE_BACK)
            return None
        kind = str(data.get("kind", ""))
        if kind not in _KEYS:
            said = f"“{short(kind)}” is no kind of record." if kind else "This record has no kind."
            self._fault((*way, "kind"), said, "Write  kind: checked  or  kind: matches")
            return None
        for key in data:
            if key not in _KEYS[kind]:
                self._unknown(way, key, _KEYS[kind])
        for key in _NEEDED[kind]:
            if key not in data:
                self._fault(way, f"“{key}:” is missing in this record.", _TAKE_BACK)
        place = self._located.place(way)
        who, when = self._text((*way, "who"), data), self._date((*way, "when"), data)
        written_for = self._codes((*way, "written_for"), data)
        if kind == "matches":
            return Match(when=when, who=who, written_for=written_for, place=place)
        return Check(
            who=who,
            named=self._yes_no((*way, "named"), data),
            when=when,
            said=self._sentences((*way, "said"), data),
            accepted=self._codes((*way, "accepted"), data),
            rows=self._codes((*way, "rows"), data),
            written_for=written_for,
            place=place,
        )

    # ---- values ----

    def _text(self, way: _Way, data: dict[str, Data]) -> str:
        value = data.get(str(way[-1]), "")
        if isinstance(value, str):
            return " ".join(value.split())
        self._fault(way, f"“{way[-1]}” should be words.", "Put quotation marks around them.")
        return ""

    def _date(self, way: _Way, data: dict[str, Data]) -> str:
        value = self._text(way, data)
        if value and values.date(value) is None:
            hint = "Write a date as 2026, 2026-11 or 2026-11-22."
            self._fault(way, f"“{short(value)}” is not a date.", hint)
        return value

    def _yes_no(self, way: _Way, data: dict[str, Data]) -> bool:
        value = self._text(way, data)
        found = values.yes_no(value) if value else False
        if found is None:
            self._fault(way, f"“{short(value)}” does not say yes or no.", "Write true or false.")
        return bool(found)

    def _sentences(self, way: _Way, data: dict[str, Data]) -> tuple[str, ...]:
        value = data.get("said", [])
        listed = value if isinstance(value, list) else [value]
        told = [" ".join(one.split()) for one in listed if isinstance(one, str)]
        if len(told) < len(listed):
            self._fault(
                way, "“said” should be a list of sentences.", "Put each in quotation marks."
            )
        return tuple(told)

    def _codes(self, way: _Way, data: dict[str, Data]) -> Codes:
        value = data.get(str(way[-1]), {})
        if not isinstance(value, dict):
            self._fault(way, f"“{way[-1]}” should hold names, each with its code.", _TAKE_BACK)
            return ()
        codes = []
        for name, code in value.items():
            if isinstance(code, str) and _CODE.fullmatch(code):
                codes.append((name, code))
            else:
                self._fault((*way, name), f"The code of “{short(name)}” was changed.", _TAKE_BACK)
        return tuple(codes)

    # ---- telling ----

    def _unknown(self, way: _Way, key: str, known: tuple[str, ...]) -> None:
        message = f"“{short(key)}” is not a key that we know here."
        self._fault((*way, key), message, did_you_mean(key, known))

    def _fault(self, way: _Way, message: str, hint: str) -> None:
        place = self._located.place(way)
        self.faults.append(Diagnostic(code="review-wrong", message=message, place=place, hint=hint))
