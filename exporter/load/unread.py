"""Marks that nobody read: CommonMark never fails, it shows them. We say so instead."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from exporter.authored.findings import Findings
from exporter.diagnostics import Place, short

ESCAPED = "\ufffc"
"""Stands for a sign that the author wrote with a backslash, or for something that was read."""
NOTE = "\ufffb"
"""Stands for a note that was read."""

HEADING = (
    "A heading is a part of its own: write it below the body, at the left margin, with the text "
    "that belongs to it."
)


@dataclass(frozen=True, slots=True)
class _Trap:
    code: str
    pattern: re.Pattern[str]
    message: str
    hint: str
    mended: Callable[[re.Match[str]], str] | None = None
    """What was probably meant."""


def _trap(
    code: str,
    pattern: str,
    message: str,
    hint: str,
    mended: Callable[[re.Match[str]], str] | None = None,
) -> _Trap:
    return _Trap(code, re.compile(pattern), message, hint, mended)


_LOWERED = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")
_RAISED = str.maketrans("0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ")


def _lowered(match: re.Match[str]) -> str:
    return _if_all_small(match["small"].translate(_LOWERED))


def _raised(match: re.Match[str]) -> str:
    return _if_all_small(match["small"].translate(_RAISED))


def _if_all_small(signs: str) -> str:
    return signs if all(ord(sign) > 127 for sign in signs) else ""


_TRAPS = (
    _trap(
        "tick-box",
        r"^\s*\[[ xX✓✔]\](?=\s|$)",
        "A tick box is not drawn here.",
        "Delete it: in a list every item has its mark. To say more, write a word: Done: …",
    ),
    _trap(
        "mark-command",
        r"^\([\w-]+\)=\s*$|^\.\.\s+[\w-]+::.*|^!!!\s.*|^\[\[?_?(TOC|toc)_?\]?\]\s*$|^%%.*|"
        r"(?<![\w:]):[a-z][a-z0-9_+-]*[a-z0-9]:(?![\w:])|\{%.*?%\}|\{\{.*?\}\}|\{[\w-]+\}`[^`]*`",
        "This is a command of another program, and would be printed.",
        "Delete it, or write what it should show. The README lists the marks that there are.",
    ),
    _trap(
        "mark-formula",
        r"\$\$.+?\$\$|(?<![\w$])\$(?=\S)(?:[A-Za-z]|[^$\n]*[\\^_{}=+][^$\n]*)(?<=\S)\$(?![\d$])",
        "A formula between $ and $ is not drawn.",
        "Type it with the signs themselves, as in a² + b².",
    ),
    _trap(
        "mark-small-figures",
        r"(?<=\w)~(?P<small>[^~\s]{1,12})~",
        "Small figures are not made by ~ and ~.",
        "Type the small figures themselves, as in H₂O.",
        _lowered,
    ),
    _trap(
        "mark-small-figures",
        r"(?<=[\w)])\^(?P<small>[^\^\s]{1,12})\^",
        "Small figures are not made by ^ and ^.",
        "Type the small figures themselves, as in m² or 10³.",
        _raised,
    ),
    _trap(
        "mark-unread",
        r"(?P<sign>~~|==|\+\+)(?=\S)(?P<words>.*?\S)(?P=sign)",
        "These signs mark nothing here.",
        "Delete them. Bold words stand between two stars, as in **words**.",
        lambda match: match["words"],
    ),
    _trap(
        "mark-backslash",
        r"(?<![\w\\:/.])\\[A-Za-z]+|\\$|\\[\"',;/?@%]",
        "This backslash stays visible.",
        "Delete it. It is needed only before a sign that would be a mark: \\*",
    ),
    _trap(
        "table-with-bars",
        r"^\s*\|.*|^[^|]*\|[^|]*\|.*|^[\s:|-]*-{3,}[\s:|-]*\|[\s:|-]*$",
        "A table cannot be drawn with bars.",
        "Write it under  tables:  and show it with  ::: table its-name",
    ),
    _trap(
        "quote-source",
        r"^--\s.*",
        "A line that begins with -- names the source of a quotation, and this is not its end.",
        "Put it last in the quotation, with a line of only > before it. Else write a dash: –",
    ),
    _trap("mark-dashes", r"(?<!-)---?(?!-)", "Two hyphens stay two hyphens.", "Write a dash: –"),
    _trap(
        "note-in-link",
        rf"\[[^\[\]]*{NOTE}[^\[\]]*\]\([^()]*\)?",
        "A note stands inside the words of a link.",
        "Put the note after the link.",
    ),
    _trap(
        "note-unread",
        r"\[\^[^\]]*\]?:?|\^\[[^\]]*\]?",
        "This note is not read.",
        "A note has a name of one word: [^star] in the sentence, [^star]: its words at the end.",
    ),
    _trap(
        "picture-in-text",
        r"!\[[^\]]*\]?(\([^)]*\)?)?",
        "A picture cannot stand inside the text.",
        "Define it under pictures: in document.yaml, and show it with  ::: figure its-name",
    ),
    _trap(
        "mark-brackets",
        r"\[[^\[\]]*\]\s*(\[[^\[\]]*\]|\((https?:|mailto:|tel:|www\.|#)[^()]*\))|"
        r"^\*?\[[^\[\]]*\]:|\]\(.*|\[\[+|\]\]+|\[-?@\w[^\]]*\]",
        "These brackets are not read as a link.",
        "Write [words](#name) or [words](https://…) without any space between or inside ( ).",
    ),
    _trap(
        "mark-empty",
        r"\[\s*\]",
        "These brackets are empty.",
        "Write [](#name), with a name of this document.",
    ),
    _trap(
        "mark-braces",
        r"\{[^{}]*\}?|\}",
        "Braces are not read here.",
        "Delete them. For words of another language write [Croeso]{lang=cy}",
    ),
    _trap(
        "fence-in-paragraph",
        r":::.*",
        "A block with ::: is not read here.",
        "It stands at the left edge of a body, on a line of its own.",
    ),
    _trap(
        "mark-star",
        r"\*+",
        "A star stays visible here.",
        "Bold words have the stars close to them, and are whole: **words**. For a star itself "
        "write \\*",
    ),
    _trap(
        "mark-underline",
        r"(?<!\w)_+(?=\w)|(?<=\w)_+(?!\w)",
        "A low line stays visible here.",
        "Stressed words stand between stars: *words*. For the sign itself write \\_",
    ),
    _trap("mark-code", r"`+", "The sign ` stays visible here.", "Delete it."),
    _trap("mark-unread", r"~~", "The signs ~~ stay visible here.", "Delete them."),
    _trap(
        "html",
        r"</?[A-Za-z!][^>]*>?",
        "This looks like HTML, which is not read.",
        "Write <https://…> for an address, plain words for all else.",
    ),
    _trap(
        "html-entity",
        r"&(#\d+|#[xX][0-9a-fA-F]+|[A-Za-z]\w*);",
        "This code for a sign stays visible.",
        "Type the sign itself.",
    ),
    _trap(
        "link-bare",
        r"(?i:https?)://\S+",
        "This address is no link yet.",
        "Write <https://…>, or better [what is there](https://…).",
    ),
    _trap(
        "heading-in-text",
        r"^\s*##+(?=\w).*",
        "A line that begins with # is no heading here.",
        HEADING,
    ),
    _trap(
        "list-mark",
        r"^\s*(-(?=[^\W\d])|[•·▪●◦‣](?=\s|\w)).*",
        "This line looks like an item of a list, but is none.",
        "Begin the item with a hyphen and a space: - words",
    ),
    _trap(
        "definition-term-missing",
        r"^\s*[:~]\s.*",
        "This line looks like what a word means, but the word is missing above it.",
        "Write the word alone on the line before, with an empty line above it.",
    ),
)
_SIGNS = re.compile(r"[|\[\]{}*_`~<&#:•·▪●◦‣!/\\^$=%]|--|\+\+|^\s*-|^\.\.")


_PLAIN_HINTS = {
    "tick-box": "Delete it.",
    "mark-command": "Delete it, or write what it should show.",
    "mark-formula": "",
    "mark-small-figures": "",
    "mark-empty": "Delete them.",
    "mark-braces": "Delete them.",
    "html-entity": "",
}
"""Marks that readers of plain words would see as well, and what to do there; nothing: the same."""
_PLAIN_TRAPS = (
    *(
        replace(one, hint=_PLAIN_HINTS[one.code] or one.hint)
        for one in _TRAPS
        if one.code in _PLAIN_HINTS
    ),
    _trap(
        "mark-brackets",
        r"\[[^\[\]]*\]\s*(\[[^\[\]]*\]|\((https?:|mailto:|tel:|www\.|#)[^()]*\))|"
        r"^\*?\[[^\[\]]*\]:|\[\[[^\[\]]+\]\]|\[-?@\w[^\]]*\]",
        "These brackets are not read as a link.",
        "Delete them, keep the words: there is no link in plain text.",
    ),
    _trap(
        "mark-unread",
        r"(?P<sign>~~|==)(?=\S)(?P<words>.*?\S)(?P=sign)",
        "These signs mark nothing here.",
        "Delete them, keep the words.",
        lambda match: match["words"],
    ),
    _trap(
        "mark-backslash",
        r"(?<![\w\\:/.])\\[A-Za-z]+|\\[*_\[\]<>#`|~{}!]",
        "This backslash stays visible.",
        "Delete it: in plain text every sign is only itself.",
    ),
)
_ADDRESS = re.compile(r"(?i:https?)://\S+")


def tell_unread_marks(line: str, place: Place, findings: Findings) -> None:
    """Tell of every visible mark in the words of one line, each sign once."""
    _tell(_TRAPS, line, place, findings)


def tell_unread_in_plain(text: str, place: Place, findings: Findings) -> None:
    """Tell of every mark that readers of a plain text would see; an address may hold any sign."""
    _tell(_PLAIN_TRAPS, _ADDRESS.sub("", text), place, findings)


def shown_in_plain(text: str) -> bool:
    """Whether readers of a plain text would see a mark in it."""
    words = _ADDRESS.sub("", text)
    return any(trap.pattern.search(words) for trap in _PLAIN_TRAPS)


def _tell(traps: tuple[_Trap, ...], line: str, place: Place, findings: Findings) -> None:
    if not _SIGNS.search(line):
        return
    for trap in traps:
        match = trap.pattern.search(line)
        if match:
            words = short(match.group().replace(ESCAPED, "…").replace(NOTE, ""), 40)
            meant = trap.mended(match) if trap.mended else ""
            message = f"{trap.message} “{words}”"
            findings.add(trap.code, place, message, trap.hint, words=words, suggestion=meant)
            line = trap.pattern.sub(lambda m: " " * len(m.group()), line)


def plain_marks(text: str) -> str:
    """The first mark in a text that should be plain, or nothing.

    As in a text with marks, a star between letters or figures is a star.
    """
    match = _MARKS.search(text)
    return match.group() if match else ""


_MARKS = re.compile(
    r"(?<!\w)(\*\*?)[^\s*](?:[^*]*[^\s*])?\1(?!\w)|\[[^\[\]]*\]\([^()]*\)|\[\^[^\]]*\]|"
    r"\[[^\[\]]*\]\{[^{}]*\}|`[^`]+`|(?<!\w)__?\w[^_]*_(?!\w)|"
    r"<(https?:|mailto:|!--|/?[a-z][a-z0-9]*(\s[^<>]*|/)?>)|^\s*:::|^\s*#+\s"
)
