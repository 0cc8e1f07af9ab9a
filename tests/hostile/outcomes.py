"""How attacks end that may be read or refused: exit code, and the first rule that is told.

Of what was read and judged it only says that: which rule a strange file breaks first is for others.

python -m tests.hostile.outcomes     writes the list anew; read the difference before you commit
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from exporter.checks.checking import RULES
from exporter.formats import FORMATS

_FILE = Path(__file__).with_suffix(".txt")
_RULE = re.compile(r"exporter explain (\S+)")


READ = ("*", "read")


def outcomes() -> dict[str, tuple[str, str]]:
    """By the names of the attacks."""
    found = {}
    for line in _FILE.read_text("utf-8").splitlines():
        code, rule, name = line.split(" ", 2)
        found[name] = code, rule
    return found


def outcome(came: Mapping[str, Any]) -> tuple[str, str]:
    """Of an attack that was carried out; a dash: nothing was told."""
    rule = _RULE.search(came["said"])
    if came["code"] in (0, 1) and (rule[1] in _judged() if rule else came["code"] == 0):
        return READ
    return str(came["code"]), rule[1] if rule else "-"


@cache
def _judged() -> frozenset[str]:
    """The rules on content and on finished files, but for those that say that one is not read."""
    rules = {*RULES, *(code for one in FORMATS.values() for code in one.rules())}
    unread = ("unreadable", "encrypted", "old-format", "other-kind", "too-large")
    return frozenset(code for code in rules if not code.endswith(unread))


def main() -> None:
    from tests.hostile import runner
    from tests.hostile.doors import ATTACKS

    lines = []
    with tempfile.TemporaryDirectory() as name:
        runner.warm(Path(name) / "warm")
        for number, (name_of, attack) in enumerate(ATTACKS.items()):
            if attack.code < 0:
                code, rule = outcome(runner.carried_out(attack, Path(name) / f"{number}"))
                lines.append(f"{code} {rule} {line_of(name_of)}\n")
    _FILE.write_text("".join(lines), "utf-8")


def line_of(name: str) -> str:
    """A name as it stands in the list: signs that cannot be shown by their numbers."""
    return name.encode("unicode_escape").decode()


if __name__ == "__main__":
    main()
