"""Texts and lists of several lines that YAML refuses: no bar, at the margin, half in brackets."""

from __future__ import annotations

import re

from exporter.authored.yaml_lines import HEAD_OF_TEXT, KEY, Repair, indent_of, replaced, spaces
from exporter.diagnostics import short

_PROSE = (
    *("body", "detail", "summary", "text", "description", "meaning", "easy", "label", "cite"),
    *("imprint", "credit", "because"),
)


def list_goes_on(lines: list[str], index: int, problem: str) -> Repair | None:
    """`sections: [a, b]` with `- c` below it: a list is written in one way or in the other."""
    del problem
    top = index
    while top > 0 and re.match(r"^\s*- [\w-]+\s*$", lines[top]):
        top -= 1
    match = re.match(r"^(\s*[\w-]+:\s*)\[([^\[\]]*)\]\s*$", lines[top])
    if not match:
        return None
    bottom = top + 1
    while bottom < len(lines) and re.match(r"^\s*- [\w-]+\s*$", lines[bottom]):
        bottom += 1
    names = [line.strip()[2:] for line in lines[top + 1 : bottom]]
    if not names:
        return None
    fixed = f"{match[1]}[{', '.join([*filter(None, [match[2].strip()]), *names])}]"
    return Repair(
        top + 2,
        "yaml-bracket",
        "This list stands between brackets, so all its items do.",
        f"Write  {fixed.strip()}",
        "\n".join([*lines[:top], fixed, *lines[bottom:]]),
    )


def text_beside_bar(lines: list[str], index: int, problem: str) -> Repair | None:
    """`body: | Words`: after the bar the text begins on the next line."""
    del problem
    match = re.match(r"^(\s*(?:- +)*)([\w-]+): *\| +(\S.*)$", lines[index])
    if not match or lines[index].count("|") > 1:
        return None
    indent = " " * (len(match[1]) + 2)
    below = next((line for line in lines[index + 1 :] if line.strip()), "")
    indent = max(indent, " " * indent_of(below)) if indent_of(below) > len(match[1]) else indent
    head = f"{match[1]}{match[2]}: |"
    return Repair(
        index + 1,
        "yaml-first-sign",
        "After the sign | the text begins on the next line.",
        f"Write  {match[2]}: |  alone, and “{short(match[3], 30)}” below it, {len(indent)} spaces "
        "from the left.",
        replaced(lines, index, [head, indent + match[3]]),
    )


def bar_forgotten(lines: list[str], index: int, problem: str) -> Repair | None:
    """A text of several lines after `body:` without the sign | that such a text needs."""
    del problem
    top = index
    while top >= 0 and not re.match(rf"^\s*(?:- +)*({'|'.join(_PROSE)}):(\s|$)", lines[top]):
        if re.match(r"^[a-z_-]+:(\s|$)", lines[top]):
            return None
        top -= 1
    match = re.match(r"^(\s*(?:- +)*)([a-z_]+):\s*(.*)$", lines[top]) if top >= 0 else None
    if not match or HEAD_OF_TEXT.search(match[3]) or match[3][:1] in ("'", '"'):
        return None
    bottom = top + 1
    while bottom < len(lines) and (
        not lines[bottom].strip() or indent_of(lines[bottom]) > len(match[1])
    ):
        bottom += 1
    while not lines[bottom - 1].strip():
        bottom -= 1
    if not top < index < bottom:
        return None
    indent = " " * (len(match[1]) + 2)
    text = [indent + match[3]] if match[3] else []
    text += [indent + line.strip() if line.strip() else "" for line in lines[top + 1 : bottom]]
    return Repair(
        top + 1,
        "yaml-bar-missing",
        f"The text after “{match[2]}:” has several lines, and no sign | before it.",
        f"Write  {match[2]}: |  alone on the line, and the whole text below it, {len(indent)} "
        "spaces from the left.",
        "\n".join([*lines[:top], f"{match[1]}{match[2]}: |", *text, *lines[bottom:]]),
    )


def goes_on_at_margin(lines: list[str], index: int, problem: str) -> Repair | None:
    """The second line of a sentence, at the left margin or under its key: it is no key."""
    del problem
    first = index
    while first > 0 and not KEY.match(lines[first]):
        first -= 1
    match = re.match(r"^(\s*(?:- +)*)([a-z_-]+):\s*(.*)$", lines[first])
    if not match or not (match[2] in _PROSE or " " in match[3]):
        return None
    last = first + 1
    while last < len(lines) and not KEY.match(lines[last]) and not lines[last].startswith("-"):
        last += 1
    bar = bool(HEAD_OF_TEXT.search(match[3]))
    odd = [n for n in range(first + 1, last) if lines[n].strip()]
    odd = [n for n in odd if indent_of(lines[n]) <= len(match[1])]
    if not odd or re.search(r":(\s|$)", " ".join(lines[n] for n in odd)):
        return None
    indent = " " * (len(match[1]) + 2)
    text = [indent + line.strip() if line.strip() else "" for line in lines[first + 1 : last]]
    head = lines[first] if match[3] or bar else f"{match[1]}{match[2]}: |"
    hint = f"Begin it with {len(indent)} spaces, and all of the text with it."
    if not match[3]:
        hint = f"Write  {match[2]}: |  and begin every line of the text with {len(indent)} spaces."
    return Repair(
        odd[0] + 1,
        "yaml-too-far-left",
        f"This line goes on with the text of “{match[2]}:”, and stands too far left.",
        hint,
        "\n".join([*lines[:first], head, *text, *lines[last:]]),
    )


def crooked_holder(lines: list[str], index: int, problem: str) -> Repair | None:
    """A name that holds keys, such as that of a picture, one space beside its neighbours."""
    del problem
    for at in (index, index - 1):
        match = _HOLDER.match(lines[at]) if at > 0 else None
        if not match or not match[1]:
            continue
        indent = len(match[1])
        for number in range(at - 1, max(-1, at - 31), -1):
            above = _HOLDER.match(lines[number])
            if above and match[2] != above[2]:
                continue
            if above and abs(len(above[1]) - indent) == 1:
                if _stands_alone(lines, number, at):
                    return _moved(lines, number, indent)
                return _moved(lines, at, len(above[1]))
    return None


def _stands_alone(lines: list[str], number: int, at: int) -> bool:
    """Whether the first name of some is the crooked one: all that follow stand as that at `at`."""
    column, indent = indent_of(lines[number]), indent_of(lines[at])
    before = next((line for line in reversed(lines[:number]) if line.strip()), "")
    if indent_of(before) >= min(column, indent):
        return False
    following = [line for line in lines[at + 1 :] if line.strip()]
    end = next((n for n, line in enumerate(following) if indent_of(line) < indent), len(following))
    return any(indent_of(line) == indent and _HOLDER.match(line) for line in following[:end])


def _moved(lines: list[str], at: int, column: int) -> Repair:
    """The line, and all that belongs to it, begun in another column."""
    indent = indent_of(lines[at])
    last = at + 1
    while last < len(lines) and (not lines[last].strip() or indent_of(lines[last]) > indent):
        last += 1
    by = column - indent
    block = [
        " " * (indent_of(line) + by) + line.lstrip() if line.strip() else ""
        for line in lines[at:last]
    ]
    return Repair(
        at + 1,
        "yaml-crooked",
        "This line does not stand exactly under the one that it belongs to.",
        f"Begin it with {spaces(column)}, not {indent}, and move what is below it, too.",
        replaced(lines, at, block),
    )


_HOLDER = re.compile(r"^( *)(?:(?=- )(-) .*|[a-z][\w-]*: *(?:\{.*)?)$")
"""A name with keys below it or between braces; or an item of a list."""
