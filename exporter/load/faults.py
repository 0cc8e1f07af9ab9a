"""From data to its shape: what does not fit is told, put right, and the rest is still read."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, Generic

from exporter.authored.findings import Findings, did_you_mean, nearest
from exporter.authored.located import Data, Located, Path, has
from exporter.authored.rules import RULES
from exporter.diagnostics import Place, short
from exporter.load.json_schema import keys_of
from exporter.load.schema import Fault, Model, validate

PLACEHOLDER = "left-out-by-the-loader"
MOST_FAULTS = 300
_ROUNDS = 6
_INSTEAD: dict[str, Any] = {
    "language": "en",
    "sections": [PLACEHOLDER],
    "kind": "video",
    "link": "https://example.org",
    "role": "partner",
    "id": PLACEHOLDER,
}
"""What stands for a missing value, so that the rest can be read. The findings stop the build."""


@dataclass(slots=True)
class Fitted(Generic[Model]):
    """Data in its shape; `spoilt` are names of things that had to be left out."""

    shape: Model | None
    spoilt: set[str] = field(default_factory=set)


def fit(model: type[Model], located: Located, findings: Findings) -> Fitted[Model]:
    """The data in its shape as far as it can be had, after telling every fault."""
    fitted: Fitted[Model] = Fitted(None, {PLACEHOLDER})
    _take_off_quotes(located.data, (), located, findings)
    quiet: set[Path] = set()
    filled: set[Path] = set()
    for _ in range(_ROUNDS):
        result = validate(model, located.data)
        if not isinstance(result, list):
            fitted.shape = result
            return fitted
        faults = sorted(result, key=_deepest_first)[:MOST_FAULTS]
        again = _of_one_cause(faults)
        for fault in faults:
            if fault.kind == "missing" and _value(located.data, fault.path) != "":
                continue
            if fault.path not in quiet and fault not in again:
                _tell(model, located, fault, findings)
            quiet.add(fault.path)
            _put_right(model, located, fault, filled, fitted.spoilt)
        if len(result) > MOST_FAULTS:
            break
    if not findings.within(located.file):
        message = "The keys of this file cannot be understood."
        findings.add("value-type", Place(located.file), message, "Compare it with an example.")
    return fitted


def _deepest_first(fault: Fault) -> tuple[int, bool, str]:
    """Unknown keys come before missing ones: they may be the same, misspelt."""
    return -len(fault.path), fault.kind == "missing", str(fault.path)


def _of_one_cause(faults: list[Fault]) -> list[Fault]:
    """The second, third … item of a list with the same fault: one example is enough."""
    seen: set[tuple[object, ...]] = set()
    again: list[Fault] = []
    for fault in sorted(faults, key=lambda one: [(str(type(s)), s) for s in one.path]):
        if not fault.path or not isinstance(fault.path[-1], int) or fault.kind in RULES:
            continue
        key = (fault.path[:-1], fault.kind)
        if key in seen:
            again.append(fault)
        seen.add(key)
    return again


_SETTINGS = frozenset(
    [
        "language",
        "version",
        "date",
        "updated",
        "status",
        "cover",
        "picture",
        "file",
        "drawing",
        "symbol",
        "id",
        "link",
        "email",
        "phone",
        "web",
        "role",
        "logo",
        "kind",
        "minutes",
        "value",
        "number",
    ]
)
_TYPOGRAPHIC = re.compile(r"[“”„‘’‚«»](.*)[“”‘’«»]", re.DOTALL)


def _take_off_quotes(data: Data, path: Path, located: Located, findings: Findings) -> None:
    """Typographic quotation marks are no marks of YAML: they would be part of the value."""
    steps = enumerate(data) if isinstance(data, list) else data.items()  # type: ignore[union-attr]
    for step, value in list(steps):
        at = (*path, step)
        if not isinstance(value, str):
            _take_off_quotes(value, at, located, findings)
        elif _key(at) in _SETTINGS and (match := _TYPOGRAPHIC.fullmatch(value)):
            message = f"The quotation marks around {short(value, 40)} are part of the value."
            head = f"{step}: " if isinstance(step, str) else "- "
            hint = f'Write  {head}"{short(match[1], 60)}"  with straight marks, or without any.'
            findings.add("yaml-quotation-marks", located.place(at), message, hint, words=value)
            data[step] = match[1]  # type: ignore[index]


# ---- telling ---------------------------------------------------------------------------------


def _tell(model: type[Model], located: Located, fault: Fault, findings: Findings) -> None:
    place, path = located.place(fault.path), fault.path
    key = str(path[-1]) if path else ""
    if fault.kind == "missing":
        if located.lacks(path):
            code, message, hint = _missing(located, path)
            findings.add(code, located.place(path[:-1]), message, hint, words=key)
    elif fault.kind == "extra_forbidden":
        known = keys_of(model, path[:-1])
        _tell_unknown_key(located, path, known, place, findings)
    elif fault.kind in RULES:
        value = _value(located.data, path)
        words = short(value if isinstance(value, str) else key, 40)
        said = _SAID.get(fault.kind, "does not fit here")
        hint = fault.message
        if fault.kind == "name-shape" and _key(path) == "sections" and " " in words:
            hint = f"Between two names stands a comma: {', '.join(words.split())}"
        if fault.kind == "name-shape" and (stem := _PICTURE_FILE.search(words)):
            hint = "Write the name that the picture has under  pictures:  in document.yaml, for "
            hint += f"example  {stem[1].lower()}"
        findings.add(fault.kind, place, f"“{words}” {said}.", hint, words=words)
    elif fault.kind in ("literal_error", "union_tag_invalid", "value_error"):
        allowed = fault.allowed.replace("''", "").replace("'", "").lstrip(" ,")
        allowed = allowed.removeprefix("or ")  # what nobody types is no word to choose
        message = f"“{short(str(_value(located.data, path)))}” is not one of the words for “{key}”."
        findings.add("value-not-allowed", place, message, f"Write {allowed}.")
    elif fault.kind in ("too_short", "too_long"):
        message = f"“{_key(path)}” has too few or too many items."
        hint = "A row has one or two pictures." if "picture" in path else "List at least one."
        findings.add("value-not-allowed", place, message, hint)
    elif not any(one[: len(path)] == path for one in located.empty):
        findings.add("value-type", place, *_wrong_type(located, fault))


_PICTURE_FILE = re.compile(r"([\w-]+)\.(?:svg|png|jpe?g|gif|webp|tiff?|bmp|heic)$", re.IGNORECASE)
_SAID = {
    "language-tag": "is not the short name of a language",
    "date-shape": "is not a date that we can read",
    "email-shape": "is not an email address",
    "link-address": "is not a whole web address",
    "name-shape": "cannot be a name",
}


def _missing(located: Located, path: Path) -> tuple[str, str, str]:
    key, owner = str(path[-1]), _key(path[:-1])
    if key == "heading":
        hint = "Write  heading:  and a few plain words. Every section has one."
        return "section-heading-missing", "This section has no heading.", hint
    if key == "id":
        hint = "Write  id: a-name  so that others can point to it."
        return "key-missing", "This sub-section has no name.", hint
    where = f"in “{owner}”" if owner else "here"
    hint = f"Write  {key}:  and its words. Without the space after the colon it is not read."
    return "key-missing", f"“{key}:” is missing {where}.", hint


def _tell_unknown_key(
    located: Located, path: Path, known: tuple[str, ...], place: Place, findings: Findings
) -> None:
    key = str(path[-1])
    code, hint = "key-unknown", did_you_mean(key, known)
    message = f"“{short(key)}” is not a key that we know here."
    if key.startswith("::"):
        code, hint = "yaml-fence-at-margin", "Begin it with two spaces, like the text above it."
        message = "This line with ::: stands at the left margin, so it is outside the text."
    elif key.startswith("-"):
        code, hint = "yaml-hyphen-without-space", f"Write  - {key.lstrip('-')}:"
        message = "There must be a space after the hyphen."
    elif " " in key and not nearest(key, known):
        hint = (
            "Is there a comma or a colon in the sentence? Write it after  |  on lines of its own."
        )
    elif key in ("id", "appendix"):
        hint = _MOVED[key]
    findings.add(code, place, message, hint, words=key, suggestion=nearest(key, known))


_MOVED = {
    "id": "The name of a section is the name of its file. Delete the line.",
    "appendix": "Only a whole section can be an appendix: move the line to the top of the file.",
}


def _wrong_type(located: Located, fault: Fault) -> tuple[str, str]:
    """A message and a hint for words where keys should be, or the other way round."""
    key, value = _key(fault.path), _value(located.data, fault.path)
    what = f"An item of “{key}”" if fault.path and isinstance(fault.path[-1], int) else f"“{key}”"
    if isinstance(value, list) and fault.kind == "string_type":
        hint = f'If it is a sentence with brackets, write  {key}: "[…] …". Else remove the hyphens.'
        return f"{what} should be words, but it is a list.", hint
    if isinstance(value, dict) and fault.kind == "string_type":
        inner = short(next(iter(value), ""), 30)
        hint = f"Is the colon after “{inner}” part of the sentence? Put quotation marks around it."
        return f"{what} should be words, but it holds keys.", hint
    if isinstance(value, str) and re.match(r"^[\w-]+:\S", value):
        head, _, rest = value.partition(":")
        return "There must be a space after the colon.", f"Write  {short(head)}: {short(rest)}"
    if fault.kind == "list_type":
        return f"{what} should be a list.", _as_list(key, value)
    hint = f"Write its keys under  {key}:  on lines of their own, two spaces further right."
    if what.startswith("An item"):
        hint = "Write each key on a line of its own:  key: words"
        if key == "easy_read" and isinstance(value, str):
            hint = f"Write  - picture: none  and below it  text: {short(value, 40)}"
    return f"{what} should hold keys, each with its words.", hint


def _as_list(key: str, value: Data) -> str:
    """How a value looks as a list."""
    if isinstance(value, str) and key in ("sections", "also", "forms", "keywords"):
        names = [one.strip() for one in re.split(r"[,;]", value) if one.strip()]
        return f"Write  {key}: [{', '.join(names)}]"
    if isinstance(value, str):
        first = short(re.split(r"\s*[,;\n]\s*", value.strip())[0], 40)
        first = f"name: {first}" if key == "authors" else first
        return f"Write below  {key}:  each item on a line of its own, two spaces in:  - {first}"
    if isinstance(value, dict) and key in ("sections", "easy_read"):
        begin = "id: its-name" if key == "sections" else "picture: its-name"
        return f"Each item begins with a hyphen:  - {begin}  and its other keys stand below it."
    return f"Write each item under  {key}:  on a line of its own, with a hyphen and a space."


def _key(path: Path) -> str:
    """The last word on the way to a thing."""
    return next((step for step in reversed(path) if isinstance(step, str)), "")


# ---- putting right ---------------------------------------------------------------------------


def _put_right(
    model: type[Model], located: Located, fault: Fault, filled: set[Path], spoilt: set[str]
) -> None:
    """Change the data so that the rest of it can be read."""
    holder = _value(located.data, fault.path[:-1])
    step = fault.path[-1] if fault.path else ""
    if fault.kind == "missing" and isinstance(holder, dict) and fault.path not in filled:
        instead = "bar" if "charts" in fault.path and step == "kind" else "?"
        holder[str(step)] = _INSTEAD.get(str(step), "?") if instead == "?" else instead
        filled.add(fault.path)
    elif isinstance(holder, dict) and step in holder:
        if fault.kind == "extra_forbidden":
            _rename(model, located, holder, fault.path, spoilt)
        else:
            _leave_out(located, holder, fault.path, spoilt)
    elif isinstance(holder, list) and isinstance(step, int) and step < len(holder):
        located.empty.add(fault.path)
        instead = _INSTEAD["language"] if fault.kind == "language-tag" else PLACEHOLDER
        holder[step] = {} if fault.kind in ("model_type", "dict_type") else instead


def _rename(
    model: type[Model], located: Located, holder: dict[str, Data], path: Path, spoilt: set[str]
) -> None:
    """An unknown key becomes the one that was probably meant, if that is free."""
    meant = nearest(str(path[-1]), keys_of(model, path[:-1]))
    if not meant or meant in holder:
        _leave_out(located, holder, path, spoilt)
        return
    holder[meant] = holder.pop(str(path[-1]))
    new, length = (*path[:-1], meant), len(path)
    tables: tuple[dict[Path, Any], ...] = (located.places, located.texts)
    for table in tables:
        for old in [one for one in table if one[:length] == path]:
            table[(*new, *old[length:])] = table.pop(old)


def _leave_out(located: Located, holder: dict[str, Data], path: Path, spoilt: set[str]) -> None:
    """Drop a value; names in it and around it are no longer judged."""
    dropped = holder.pop(str(path[-1]))
    located.empty.add(path)
    spoilt.update(step for step in path if isinstance(step, str))
    if isinstance(dropped, str):
        spoilt.update(re.findall(r"[a-z][a-z0-9-]*", dropped[:10_000]))
    elif isinstance(dropped, dict):
        spoilt.update(dropped)


def _value(data: Data, path: Path) -> Data:
    """What stands at `path`; nothing there is an empty text."""
    found: Any = data
    for step in path:
        if not has(found, step):
            return ""
        found = found[step]
    return found  # type: ignore[no-any-return]
