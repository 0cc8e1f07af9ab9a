"""What one value of a source may be: words, a name, a date, an address, yes or no.

Each is a type for pydantic, with what an editor is told of it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from exporter.authored import values

_TEXT_TYPES: list[Any] = ["string", "number"]


def _checked(read: Callable[[str], str | None], code: str, hint: str) -> AfterValidator:
    """A validator that refuses what `read` cannot read, with a rule of ours."""

    def check(value: str) -> str:
        found = read(value)
        if found is None:
            raise PydanticCustomError(code, hint)
        return found

    return AfterValidator(check)


def _yes_no(value: object) -> object:
    found = values.yes_no(value) if isinstance(value, str) else None
    if found is None:
        raise PydanticCustomError("value-not-allowed", "Write true or false.")
    return found


def _signed(value: object) -> object:
    """Yes or no in any of the ways that people write it; a sign language as it is named."""
    found = values.yes_no(value) if isinstance(value, str) else None
    return value if found is None else "yes" if found else "no"


_TEXT_SCHEMA = {"type": _TEXT_TYPES, "minLength": 1}


def _text(description: str, **more: object) -> WithJsonSchema:
    return WithJsonSchema({**_TEXT_SCHEMA, "description": description, **more})


Plain = Annotated[str, _text("Plain text, no marks.")]
Prose = Annotated[str, _text("Text with marks: **strong**, [words](#name), lists. See the README.")]
Line = Annotated[str, _text("One paragraph; marks are read.")]
Name = Annotated[
    str,
    _checked(values.name, "name-shape", "Use small letters, digits and hyphens: first-steps"),
    WithJsonSchema(
        {
            "type": "string",
            "pattern": f"^{values.NAME.pattern}$",
            "description": "A name: small letters, digits and hyphens.",
        }
    ),
]
Language = Annotated[
    str,
    _checked(values.language_tag, "language-tag", "Write it like this: en-GB, cy, ur"),
    _text("A language tag: en-GB, cy, ur."),
]
Date = Annotated[
    str,
    _checked(values.date, "date-shape", "Write a date as 2026, 2026-11 or 2026-11-22."),
    _text("2026, 2026-11 or 2026-11-22. Never invent a day."),
]
Web = Annotated[
    str,
    _checked(values.web, "link-address", "Write it like this: https://www.example.org"),
    _checked(
        values.not_too_long,
        "link-address",
        f"An address has {values.LONGEST_ADDRESS:,} letters at most. Ask who gave it to you for a "
        "shorter one.",
    ),
    _text("A web address that begins with https://"),
]
Email = Annotated[
    str,
    _checked(values.email, "email-shape", "Write it like this: name@example.org"),
    _text("An email address."),
]
Minutes = Annotated[
    str,
    _checked(values.minutes, "value-not-allowed", "Write the minutes as a number: 4"),
    _text("Whole minutes."),
]
YesNo = Annotated[
    bool, BeforeValidator(_yes_no), WithJsonSchema({"enum": [True, False, "yes", "no"]})
]
YesNoOpen = Annotated[
    bool | None, BeforeValidator(_yes_no), WithJsonSchema({"enum": [True, False, "yes", "no"]})
]
Signed = Annotated[
    Literal["yes", "no", "bsl", "isl"],
    BeforeValidator(_signed),
    WithJsonSchema({"enum": [True, False, "yes", "no", "bsl", "isl"]}),
    Field(description="Sign language: yes or no; bsl for British, isl for Irish Sign Language."),
]
