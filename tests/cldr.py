"""Makes `exporter/languages/cldr.jsonl`: `make languages`, or `python -m tests.cldr FOLDER`.

All but the letters is what Babel says of each locale that it has. The letters are CLDR's exemplars,
which Babel leaves out: they come from the folder `main` of the npm package cldr-misc-full.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

from babel import Locale, localedata
from babel.core import get_global

FILE = Path(__file__).parent.parent / "exporter/languages/cldr.jsonl"
PACKAGE = Path(__file__).parent.parent / ".referees/node_modules/cldr-misc-full/main"
_TOKEN = re.compile(r"\{[^}]*\}|\\u[0-9A-Fa-f]{4}|\\.|\S")

Record = dict[str, Any]


def scripts() -> dict[str, str]:
    """Languages by script, but for those in Latin letters; "uz-AF" where a place differs."""
    likely = get_global("likely_subtags")
    plain = {k: v.split("_")[1] for k, v in likely.items() if "_" not in k and k != "und"}
    placed = {
        k.replace("_", "-"): v.split("_")[1]
        for k, v in likely.items()
        if re.fullmatch(r"(?!und)[a-z]{2,3}_[A-Z]{2}", k)
    }
    found: dict[str, list[str]] = {}
    for tag, script in sorted({**plain, **placed}.items()):
        if script != plain.get(tag.split("-")[0], "Latn") or ("-" not in tag and script != "Latn"):
            found.setdefault(script, []).append(tag)
    return {script: " ".join(tags) for script, tags in sorted(found.items())}


def names() -> list[str]:
    """Every locale of Babel, in BCP 47, shorter ones first."""
    every = {name.replace("_", "-") for name in localedata.locale_identifiers()} - {"root"}
    return ["und", *sorted(name for name in every if "POSIX" not in name and name != "und")]


def parent(name: str) -> str:
    """The locale from which another inherits."""
    exceptions = get_global("parent_exceptions")
    named = exceptions.get(name.replace("-", "_"))
    if named:
        return "und" if named == "root" else str(named).replace("_", "-")
    return name.rpartition("-")[0] or "und"


def from_babel(name: str) -> Record:
    """All that Babel says of one locale."""
    locale = Locale.parse("root" if name == "und" else name.replace("-", "_"))
    date, month = locale.date_formats["long"].pattern, _month_pattern(locale)
    number = locale.decimal_formats[None]
    symbols = locale.number_symbols["latn"]
    wide, alone = _months(locale, "format", "wide"), _months(locale, "stand-alone", "wide")
    shortened = re.search(r"(?<!M)MMM(?!M)", date + month)
    return {
        "months": wide,
        "alone": alone if alone != wide else [],
        "short": _months(locale, "format", "abbreviated") if shortened else [],
        "date": date,
        "month": month,
        "era": locale.eras["abbreviated"][1] if "G" in date + month else "",
        "plural": dict(locale.plural_form.rules),
        "decimal": symbols["decimal"],
        "group": symbols["group"],
        "sizes": list(number.grouping),
        "called": locale.languages.get(locale.language, "") if name != "und" else "",
    }


def _months(locale: Locale, context: str, width: str) -> list[str]:
    return [locale.months[context][width][index] for index in range(1, 13)]


def _month_pattern(locale: Locale) -> str:
    pattern = locale.datetime_skeletons["yMMMM"]
    return str(getattr(pattern, "pattern", pattern))


def letters(name: str, folder: Path) -> str:
    """The exemplar letters of one locale, in the form that `table.unpacked` reads."""
    file = folder / name / "characters.json"
    if name == "und" or not file.is_file():
        return ""
    said = json.loads(file.read_text("utf-8"))["main"][name]["characters"]
    found = expanded(said["exemplarCharacters"]) | expanded(said.get("index", "[]"))
    # Georgian capitals are for whole lines in capitals, which nobody here writes
    return packed(found | {sign for one in found for sign in one.upper() if not sign >= "\u1c90"})


def expanded(unicode_set: str) -> set[str]:
    """The characters of a CLDR set such as [a-z {ch} é]; digraphs give their letters."""
    found: set[str] = set()
    last, ranged = "", False
    for token in _TOKEN.findall(unicode_set.strip()[1:-1]):
        if token.startswith("{"):
            found |= set(re.sub(r"\\(.)", r"\1", token[1:-1]))
            last = ""
        elif token == "-" and last:
            ranged = True
        else:
            sign = chr(int(token[2:], 16)) if token.startswith("\\u") else token[-1]
            start = last if ranged else sign
            found |= set(map(chr, range(ord(start), ord(sign) + 1)))
            last, ranged = "" if ranged else sign, False
    return found


def packed(signs: set[str]) -> str:
    """Characters as first and last of each run: "azéé"."""
    edges: list[list[int]] = []
    for code in sorted(map(ord, signs)):
        if edges and edges[-1][1] == code - 1:
            edges[-1][1] = code
        else:
            edges.append([code, code])
    return "".join(chr(first) + chr(last) for first, last in edges)


def whole(folder: Path) -> str:
    """The text of the file."""
    records = {name: {**from_babel(name), "letters": letters(name, folder)} for name in names()}
    rows = [_row("scripts", scripts())]
    for name in names():
        above = parent(name)
        known = records.get(above, {}) if name != "und" else {}
        own: Record = {} if above == (name.rpartition("-")[0] or "und") else {"parent": above}
        own |= {key: value for key, value in records[name].items() if known.get(key) != value}
        if "-" in name and "letters" in own and not own["letters"]:
            del own[
                "letters"
            ]  # a place of which the package says nothing has those of its language
        rows.append(_row(name, own))
    return "\n".join(rows)


def _row(name: str, values: Record | dict[str, str]) -> str:
    return f'"{name}": ' + json.dumps(values, ensure_ascii=False, separators=(",", ":"))


if __name__ == "__main__":
    FILE.write_text(whole(Path(sys.argv[1]) if len(sys.argv) > 1 else PACKAGE), "utf-8")
