"""What YAML refuses, in an author's words, with the line already corrected."""

from __future__ import annotations

import json
import re

import yaml

from exporter.authored.yaml_lines import HEAD_OF_TEXT, Repair, indent_of, replaced, spaces
from exporter.authored.yaml_texts import (
    bar_forgotten,
    crooked_holder,
    goes_on_at_margin,
    list_goes_on,
    text_beside_bar,
)
from exporter.diagnostics import short

_USUAL_KEYS = (
    *("heading", "picture", "summary", "body", "detail", "easy_read", "sections", "id", "text"),
    *("tables", "columns", "rows", "numbers", "value", "label", "parts", "media", "kind", "link"),
    *("file", "drawing", "symbol", "alt", "decorative", "cite", "meaning", "easy", "also", "forms"),
    *("word", "number", "title", "subtitle", "easy_subtitle", "language", "pictures"),
    *("references", "glossary", "contacts", "name"),
    *("charts", "values", "series", "unit", "whole", "labels", "date"),
)
_LINE = re.compile(
    r"^(?P<lead>\s*(?:- +)*)"
    r"(?:(?P<key>[^\s:#'\"\[\]{}&*!|>%@`-][^:#]*?):(?:[ \t]+|$))?"
    r"(?P<value>.*)$"
)
_STARTS = "*[\"'>-%@&!{?|`]},#"
_BARE_COLOUR = re.compile(r"(?<=[:,\[] )(#[0-9a-fA-F]{3,8})(?=[\s,}\]]|$)")


def typed_value(line: str) -> str:
    """What stands after the key (or the hyphen) on a line."""
    match = _LINE.match(line)
    return match["value"].strip() if match else ""


def corrected(lines: list[str], index: int) -> str:
    """The hint that shows a line as it should be written."""
    match = _LINE.match(lines[index])
    value = match["value"].strip() if match else ""
    if not match or not value:
        return "Put quotation marks around the sentence."
    value = _without_quotes(value)
    head = f"{match['key']}:" if match["key"] else "-"
    if '"' in value or "\\" in value or len(value) > 160 or _continuation(lines, index):
        return f"Write  {head} |  and the sentence on the next line, two spaces further right."
    return f'Write  {head} "{value}"'


def repaired(text: str, error: yaml.MarkedYAMLError) -> Repair:
    """What is wrong, and the text with it put right."""
    lines = text.split("\n")
    problem = error.problem or ""
    mark = error.problem_mark or error.context_mark
    line = min(mark.line, len(lines) - 1) if mark else 0
    start = error.context_mark.line if error.context_mark else line
    if "quoted scalar" in (error.context or "") or "simple key" in (error.context or ""):
        line = start
    while line > 0 and not lines[line].strip():
        line -= 1
    looks = (
        *(_tab, _fence_at_margin, _colour, list_goes_on, text_beside_bar, _flow),
        *(_too_far_left, _no_space, _no_space_above, _crooked, crooked_holder, _sentence),
        *(bar_forgotten, goes_on_at_margin, _without_tabs),
    )
    if "flow" in (error.context or "") and "expected ','" in problem:
        line = start
    for look in looks:
        repair = look(lines, line, problem)
        if repair:
            return repair
    return Repair(line + 1, "yaml-unreadable", "This line cannot be read.", _GENERAL)


_GENERAL = (
    "Look at this line and the one above: as many spaces at the left, a space after the colon, "
    "quotation marks closed? A text of several lines stands below  body: |"
)


def _tab(lines: list[str], index: int, problem: str) -> Repair | None:
    lead = lines[index][: len(lines[index]) - len(lines[index].lstrip())]
    if "\t" not in lead and "'\\t'" not in problem:
        return None
    return _without_tabs(lines, index, problem)


def _without_tabs(lines: list[str], index: int, problem: str) -> Repair | None:
    del problem
    if "\t" not in lines[index]:
        return None
    lead = lines[index][: len(lines[index]) - len(lines[index].lstrip())]
    fixed = lines[index].replace("\t", "  ")
    message = "This line begins with a tab." if "\t" in lead else "There is a tab in this line."
    return Repair(
        index + 1, "yaml-tab", message, "Use spaces instead.", replaced(lines, index, [fixed])
    )


def _fence_at_margin(lines: list[str], index: int, problem: str) -> Repair | None:
    """`:::` at the left margin ends the text above it."""
    del problem
    top = index
    while top >= 0 and not lines[top].startswith(":::"):
        if re.match(r"^[a-z_-]+:(\s|$)", lines[top]):
            return None
        top -= 1
    if top < 0:
        return None
    bottom = top
    while bottom + 1 < len(lines) and not re.match(r"^[a-z_-]+:(\s|$)", lines[bottom + 1]):
        bottom += 1
    block = [
        "  " + line if line.strip() and indent_of(line) < 2 else line
        for line in lines[top : bottom + 1]
    ]
    return Repair(
        top + 1,
        "yaml-fence-at-margin",
        "This line with ::: stands at the left margin, so it is outside the text.",
        "Begin it, and the lines after it, with two spaces, like the text above.",
        replaced(lines, top, block),
    )


def _colour(lines: list[str], index: int, problem: str) -> Repair | None:
    """A colour without quotation marks between braces: the closing brace is lost with it."""
    del problem
    for number in range(index, max(-1, index - 20), -1):
        line = lines[number]
        fixed = _BARE_COLOUR.sub(r'"\1"', line) if "{" in line or "[" in line else line
        if fixed != line:
            message = "Everything from # on would be lost: a colour needs quotation marks."
            hint = f"Write  {short(fixed, 160)}"
            again = replaced(lines, number, [fixed])
            return Repair(number + 1, "yaml-comment-after-value", message, hint, again)
    return None


def _flow(lines: list[str], index: int, problem: str) -> Repair | None:
    """A bracket or brace that is never closed."""
    if "expected ',' or" not in problem and "flow" not in problem:
        return None
    line = lines[index].rstrip()
    if re.match(r"\[[^\]]*\]?[({]", typed_value(line)):
        return _sentence(lines, index, problem)
    missing = line.count("[") - line.count("]"), line.count("{") - line.count("}")
    fixed = line + "]" * missing[0] + "}" * missing[1] if max(missing) > 0 else ""
    return Repair(
        index + 1,
        "yaml-bracket",
        "A bracket or brace is open here, or a comma is missing.",
        f"Write  {fixed.strip()}"
        if fixed
        else "Write each key on a line of its own, without braces.",
        replaced(lines, index, [fixed]) if fixed else "",
    )


def _too_far_left(lines: list[str], index: int, problem: str) -> Repair | None:
    """A line that belongs to the text above it but begins left of it."""
    del problem
    line = lines[index]
    indent = indent_of(line)
    top, first = index - 1, 0
    while top >= 0 and (not lines[top].strip() or indent_of(lines[top]) > indent):
        first = indent_of(lines[top]) if lines[top].strip() else first
        if HEAD_OF_TEXT.search(lines[top]) and ":" in lines[top]:
            break
        top -= 1
    if (
        top < 0
        or not HEAD_OF_TEXT.search(lines[top])
        or re.match(r"^\s*(- )?[\w-]+:(\s|\S{1,20}$|$)", line)
    ):
        return None
    head = indent_of(lines[top])
    if indent > head and not _is_odd_one(lines, index, head, first):
        deeper = first - indent
        fixed = [line[min(deeper, indent_of(line)) :] for line in lines[top + 1 : index]]
        return Repair(
            top + 2,
            "yaml-first-line-deeper",
            "The first line of this text stands further right than the rest.",
            f"Let every line of the text begin {spaces(indent)} from the left.",
            replaced(lines, top + 1, fixed),
        )
    first = max(first, head + 2)
    return Repair(
        index + 1,
        "yaml-too-far-left",
        "This line stands too far left, so it is outside the text above it.",
        f"Begin it with {first} spaces, like the other lines of the text.",
        replaced(lines, index, [" " * first + line.lstrip()]),
    )


def _is_odd_one(lines: list[str], index: int, head: int, first: int) -> bool:
    """Whether this line alone is too far left, and not the lines above it too far right."""
    below = []
    for line in lines[index + 1 :]:
        if line.strip() and indent_of(line) <= head:
            break
        if line.strip():
            below.append(indent_of(line))
    if not below:
        return first - head == 2
    return sum(indent >= first for indent in below) * 2 > len(below)


def _crooked(lines: list[str], index: int, problem: str) -> Repair | None:
    """A key that does not stand exactly under the key above it."""
    del problem
    match = re.match(rf"^ *({'|'.join(_USUAL_KEYS)}):(\s|$)", lines[index])
    if not match:
        return None
    value = typed_value(lines[index])
    if value and not HEAD_OF_TEXT.search(value) and _reason(value, "", ""):
        return None
    indent = indent_of(lines[index])
    for line in reversed(lines[max(0, index - 20) : index]):
        above = _LINE.match(line)
        if not above or not above["key"]:
            continue
        column = len(above["lead"])
        if column == indent:
            return None
        if abs(column - indent) <= 3:
            return Repair(
                index + 1,
                "yaml-crooked",
                "This line does not stand exactly under the one above.",
                f"Begin it with {column} spaces, not {indent}."
                if column
                else "Begin it at the left.",
                replaced(lines, index, [" " * column + lines[index].lstrip()]),
            )
    return None


def _no_space_above(lines: list[str], index: int, problem: str) -> Repair | None:
    """`heading:Start` runs on into the next line, where YAML stumbles."""
    return _no_space(lines, index - 1, problem) if index else None


def _no_space(lines: list[str], index: int, problem: str) -> Repair | None:
    del problem
    colon = re.match(r"^(\s*(?:- +)*[a-z][\w-]{0,20}:)(?!//)([^\s:].*)$", lines[index])
    hyphen = re.match(r"^(\s*-)([a-z_]+:(?:\s.*)?)$", lines[index])
    match = colon or hyphen
    if not match:
        return None
    fixed = [f"{match[1]} {match[2]}"]
    for line in lines[index + 1 :] if hyphen else []:
        if indent_of(line) < len(match[1]):
            break
        fixed.append(f" {line}")
    return Repair(
        index + 1,
        "yaml-colon-without-space" if colon else "yaml-hyphen-without-space",
        f"There must be a space after the {'colon' if colon else 'hyphen'}.",
        f"Write  {fixed[0].strip()}",
        replaced(lines, index, fixed),
    )


def _sentence(lines: list[str], index: int, problem: str) -> Repair | None:
    """A sentence with a sign that means something to YAML."""
    top = _head(lines, index)
    match = _LINE.match(lines[top])
    if not match or not match["value"].strip() or not (match["key"] or match["lead"].strip()):
        return None
    value = match["value"].strip()
    reason = _reason(value, problem, lines[index] if index != top else "")
    if not reason:
        return None
    code, message = reason
    more = _continuation(lines, top)
    words = [_without_quotes(value)] if not more else [value, *(line.strip() for line in more)]
    quoted = [json.dumps(line, ensure_ascii=False)[1:-1] for line in words]
    head = lines[top][: match.start("value")]
    fixed = [head + '"' + quoted[0], *(" " * (indent_of(head) + 4) + line for line in quoted[1:])]
    fixed[-1] += '"'
    return Repair(top + 1, code, message, corrected(lines, top), replaced(lines, top, fixed))


def _reason(value: str, problem: str, later: str) -> tuple[str, str] | None:
    if "unknown escape" in problem or "escape sequence" in problem:
        return "yaml-backslash", "There is a backslash between the quotation marks."
    if value[0] in "\"'":
        return (
            "yaml-quotation-marks",
            "The quotation marks of this sentence are not around all of it.",
        )
    if value[0] in _STARTS:
        return (
            "yaml-first-sign",
            f"This value begins with {value[0]}, which means something else here.",
        )
    if ": " in value or value.endswith(":") or ": " in later or later.endswith(":"):
        return "yaml-colon-in-sentence", "This sentence has a colon."
    return None


def _head(lines: list[str], index: int) -> int:
    """The line on which the value begins that `index` goes on with."""
    own = _LINE.match(lines[index])
    if own and own["key"] and own["value"].strip() and _reason(own["value"].strip(), "", ""):
        return index
    indent = indent_of(lines[index])
    for top in range(index - 1, -1, -1):
        match = _LINE.match(lines[top])
        if not lines[top].strip() or not match:
            continue
        if match["key"] or match["lead"].strip():
            goes_on = indent > len(match["lead"]) or (
                not match["key"] and indent >= len(match["lead"])
            )
            is_text = HEAD_OF_TEXT.search(lines[top])
            return top if goes_on and match["value"].strip() and not is_text else index
    return index


def _continuation(lines: list[str], index: int) -> list[str]:
    """The lines that go on with a value that begins on line `index`."""
    match = _LINE.match(lines[index])
    lead = match["lead"] if match else ""
    indent = len(lead) if match and match["key"] else indent_of(lines[index])
    more = []
    for line in lines[index + 1 :]:
        if not line.strip() or indent_of(line) <= indent:
            break
        more.append(line)
    return more


def _without_quotes(value: str) -> str:
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1].replace('\\"', '"') if value[0] == '"' else value[1:-1]
    return value
