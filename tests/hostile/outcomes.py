"""How attacks end that may be read or refused: exit code, and the first rule that is told.

python -m tests.hostile.outcomes     writes the list anew; read the difference before you commit
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

_FILE = Path(__file__).with_suffix(".txt")
_RULE = re.compile(r"exporter explain (\S+)")


def outcomes() -> dict[str, tuple[int, str]]:
    """By the names of the attacks."""
    found = {}
    for line in _FILE.read_text("utf-8").splitlines():
        code, rule, name = line.split(" ", 2)
        found[name] = int(code), rule
    return found


def outcome(came: Mapping[str, Any]) -> tuple[int, str]:
    """Of an attack that was carried out; a dash: nothing was told."""
    rule = _RULE.search(came["said"])
    return came["code"], rule[1] if rule else "-"


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
