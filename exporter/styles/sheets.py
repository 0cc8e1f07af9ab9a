"""Style sheets: the user's own print.css, web.css or book.css, read with the same care as sources.

A sheet may say how things look. It fetches nothing: a finished file is whole in itself, and who
reads it must not be counted. What cannot be used is told with its line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

import tinycss2

from exporter.authored.files import text_of
from exporter.authored.findings import Findings
from exporter.diagnostics import Place, SourceError, short
from exporter.styles import folder
from exporter.styles.folder import Styles
from exporter.styles.rules import RULES


class _Fault(NamedTuple):
    line: int
    message: str
    hint: str


def read_sheet(name: str, styles: Styles | None = None) -> str:
    """The style sheet of this name: the user's own, else the one that came with the program.

    Raises SourceError with all that is wrong with it.
    """
    file = folder.find(name, styles)
    if file is None:
        raise FileNotFoundError(f"styles/{name} is missing")
    if file.parent == folder.shipped():
        return file.read_text("utf-8")
    findings = Findings(RULES)
    data = folder.read(file, findings)
    text = text_of(data, str(file), findings) if data is not None else None
    for line, message, hint in _faults(text) if text is not None else ():
        findings.add("style-wrong", Place(str(file), line), message, hint)
    if text is None or len(findings):
        raise SourceError(findings)
    return text


@lru_cache(maxsize=8)
def _faults(text: str) -> tuple[_Fault, ...]:
    if _deepest(text) > _DEEPEST:
        return (_Fault(0, "There are too many brackets within brackets here.", ""),)
    endless = _ENDLESS.search(text)
    if endless:  # whoever reads it as a number would fall over it
        line = text.count("\n", 0, endless.start()) + 1
        return (_Fault(line, "A number here has more than a hundred digits.", "Shorten it."),)
    return tuple(sorted({*_open_ends(text), *_ways_out(text), *_broken(text), *_fetched(text)}))


_DEEPEST = 40
_ENDLESS = re.compile(r"\d{101}")
_STYLE_ENDS = re.compile(r"<[/!]")
_RULES_INSIDE = frozenset({"media", "supports", "layer", "container"})
_FETCHING = frozenset({"url", "src", "image", "image-set", "-webkit-image-set", "cross-fade"})
_WITHOUT = {
    "import": "Copy what is in the other file into this one.",
    "font-face": "The typefaces are those of the program; tokens.yaml and editions choose among "
    "them.",
}
_DATA = "Put the picture into the sheet itself:  url(data:image/png;base64,…)"


def _deepest(text: str) -> int:
    depth = deepest = 0
    for sign in text:
        depth += (sign in "([{") - (sign in ")]}" and depth > 0)
        deepest = max(deepest, depth)
    return deepest


def _open_ends(text: str) -> Iterator[_Fault]:
    """What begins and never ends would swallow the program's own rules, which follow."""
    rules = tinycss2.parse_stylesheet(f"{text}\n@end;", skip_comments=True, skip_whitespace=True)
    if not rules or rules[-1].type != "at-rule" or rules[-1].lower_at_keyword != "end":
        message = "Something in this style sheet begins and does not end, or ends twice."
        yield _Fault(0, message, "Look at each  {  }  and  /*  */  and quotation mark.")


def _ways_out(text: str) -> Iterator[_Fault]:
    """In a web page the sheet stands in an element, which these signs would end."""
    for found in _STYLE_ENDS.finditer(text):
        message = f"A style sheet cannot have “{found[0]}” in it."
        yield _Fault(text.count("\n", 0, found.start()) + 1, message, "Delete it.")


def _broken(text: str) -> Iterator[_Fault]:
    """What no reader of CSS understands, and would leave out in silence."""
    waiting = [(tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True), True)]
    while waiting:
        for node in waiting.pop()[0]:
            if node.type == "error":
                yield _unreadable(node)
            elif node.type == "at-rule" and node.lower_at_keyword in _WITHOUT:
                message = f"A style sheet of yours cannot have @{node.lower_at_keyword}."
                yield _Fault(node.source_line, message, _WITHOUT[node.lower_at_keyword])
            elif node.type in ("qualified-rule", "at-rule") and node.content is not None:
                within = node.type == "at-rule" and node.lower_at_keyword in _RULES_INSIDE
                waiting.append((_inside(node.content, within), within))


def _unreadable(node: Any) -> _Fault:
    message = "This cannot be read as CSS; every reader would leave it out."
    return _Fault(node.source_line, message, "Mend or delete it.")


def _inside(content: Any, rules: bool) -> Any:
    read = tinycss2.parse_rule_list if rules else tinycss2.parse_blocks_contents
    return read(content, skip_comments=True, skip_whitespace=True)


def _fetched(text: str) -> Iterator[_Fault]:
    """Whatever would be fetched from somewhere else."""
    waiting = list(tinycss2.parse_component_value_list(text, skip_comments=True))
    while waiting:
        node = waiting.pop()
        if node.type == "error":
            yield _unreadable(node)
        elif node.type == "url" and not _is_inside(node.value):
            yield _elsewhere(node, node.value)
        elif node.type == "function" and node.lower_name in _FETCHING:
            told = next((one.value for one in node.arguments if one.type == "string"), "")
            if node.lower_name != "url" or not _is_inside(told):
                yield _elsewhere(node, told)
        waiting += getattr(node, "content", None) or getattr(node, "arguments", None) or ()


def _is_inside(url: str) -> bool:
    return url.strip().lower().startswith(("data:", "#"))


def _elsewhere(node: Any, url: str) -> _Fault:
    return _Fault(node.source_line, f"This style sheet fetches “{short(url, 40)}”.", _DATA)
