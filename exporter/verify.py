"""Read a built file back, compare it with what it should say, and run the rules of its format.

Works for strangers' files too: nothing is expected of them, and their rules only tell.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from exporter.compare import missing_furniture, same_edition
from exporter.diagnostics import Diagnostic, Severity
from exporter.edition import Theme
from exporter.formats import Format, of_file, suffixes
from exporter.outline import Outline
from exporter.readback import Unreadable
from exporter.rules import FILE_UNREADABLE, table

RULES = {
    FILE_UNREADABLE.code: FILE_UNREADABLE,
    **table(
        {
            "format-unknown": (
                "The file is of a kind that this program reads; the end of its name tells which.",
                "our own rule",
            )
        }
    ),
}
"""What `exporter explain` says of the codes of this module; the formats have their own."""


@dataclass(frozen=True, slots=True)
class Verified:
    """What a file says, and what there is to say about it.

    `outline` is None when the file cannot be read. `same` is whether it says what was expected;
    of a file of which nothing was expected it is True once it can be read.
    """

    outline: Outline | None
    findings: tuple[Diagnostic, ...] = ()
    same: bool = False
    measured: dict[str, float] = field(default_factory=dict)
    """Where its format is measured: `pages`, `smallest_type` in points, `lowest_contrast`."""


def verify(
    data: bytes,
    suffix: str,
    *,
    expected: Outline | None = None,
    furniture: Outline = (),
    theme: Theme | None = None,
    rules: str = "",
) -> Verified:
    """Verify one file. `suffix` is how its name ends, with or without the dot.

    `expected` is what its author must say in it, `furniture` what the program must have added.

    Never raises for what is in the file; a suffix that no reader knows is a finding too.
    """
    chosen = of_file(suffix)
    if chosen is None:
        known = ", ".join(suffixes())
        message = f"Files that end in “{suffix}” cannot be verified; these can: {known}."
        return Verified(None, (_finding("format-unknown", message),))
    try:
        told = chosen.read(data)
    except Unreadable as error:
        return Verified(None, (unreadable(chosen, error),))
    differences = () if expected is None else same_edition(expected, told.outline)
    differences += missing_furniture(furniture, told.furniture)
    found, measured = chosen.look(data, theme, rules)
    return Verified(told.outline, (*differences, *found), not differences, measured)


def unreadable(chosen: Format, error: Unreadable) -> Diagnostic:
    """Why a file cannot be read, as the rules of its format say it."""
    if chosen.unreadable is not None:
        return chosen.unreadable(error)
    return Diagnostic(code=FILE_UNREADABLE.code, message=str(error), hint=error.hint)


def _finding(code: str, message: str) -> Diagnostic:
    return Diagnostic(code=code, message=message, severity=Severity.MUST_FIX)
