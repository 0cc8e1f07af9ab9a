"""What stands in a text and is no word of its author: code, marks of templates, paths, addresses.

No rule on words or signs is asked of it. It is hidden behind signs of the same number, so that
every place in the text stays what it was; a run of them counts as one word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

HIDDEN = "\ufffc"
"""OBJECT REPLACEMENT CHARACTER: something stands here that is no text."""

ADDRESS = (
    r"(?i:https?://|www\.)\S+|[\w.+-]{1,64}+@[\w-]+(?:\.[\w-]+)+"
    r"|\b[\w-]{1,63}(?:\.[\w-]{1,63}){0,9}"
    r"\.(?:org|com|net|gov|nhs|uk|eu|info|example)(?:\.uk)?(?:/\S*)?(?![\w-])"
)
_PART = r"(?:\d{1,5}[A-Za-z]? )?[A-Z][\w'’-]{0,30}(?: [A-Z\d][\w'’-]{0,30}){0,4}"
_POSTCODE = r"(?:[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]{2} \d{5}(?:-\d{4})?)(?!\w)"
_POSTAL = rf"(?<![\w-])(?:{_PART}(?:, {_PART}){{0,5}},? )?{_POSTCODE}"
"""An address of the post, from its first name or number to its code, in Britain or America."""
AFTER_ADDRESS = ".,;:!?)"
"""Signs at the end of an address that belong to the sentence."""


class Stretch(NamedTuple):
    """A part of a text, from its first sign to before its last, that stands apart from the rest.

    With a `language` it is words in that language, without one it is code.
    """

    start: int
    end: int
    language: str = ""


_APART = re.compile(
    rf"""
    (?P<address>{ADDRESS}) | (?P<postal>{_POSTAL.replace(" ", "[ ]")})
    | (?<![\w.%-])[\w%-]{{1,80}}(?:\.[\w-]{{1,80}}){{0,3}}\.(?:md|txt|pdf|docx?|xlsx?|pptx?|csv
      |html?|s?css|[jt]sx?|py|json|ya?ml|xml|png|jpe?g|gif|svg|zip|exe|sh|rb|php|toml|ini|log)\b
    | \{{[{{%\#][^{{}}]{{0,300}}[}}%\#]\}}          # {{{{ name }}}}, {{% if … %}}
    | \$?\{{[^{{}}\s]{{1,80}}\}} | \{{[.\#:][^{{}}]{{0,200}}\}}   # ${{name}}, {{ref}}, {{: .class}}
    | <(?:[%?!][^<>]{{0,300}}|/?[A-Za-z][^<>]{{0,300}})>    # <% … %>, <b>, <!-- … -->
    | &(?:\#\d{{1,7}}|[A-Za-z]{{2,12}});                    # &nbsp;
    | \[\^[\w-]{{1,40}}\] | ^\([\w-]{{1,60}}\)= | ^:::+.*$      # [^1], (label)=, ::: note
    | (?<!\S)--[a-z][\w-]{{0,40}} | (?<![\w.])[A-Za-z_]\w{{0,60}}\(\)  # --option, call()
    | \b[A-Za-z][A-Za-z0-9]{{0,60}}(?:_[A-Za-z0-9]{{1,60}}){{1,20}}\b   # MAX_USERS
    | \b[a-z]{{2,60}}(?:[A-Z][a-z0-9]{{1,60}}){{1,10}}\b          # firstName
    | (?P<path>\b[A-Za-z]:\\\S{{1,300}}|\\\\[\w-]{{1,80}}\\\S{{1,300}})   # C:\folder
    | (?<![\w/.)\]])(?:~|\.{{1,2}})?/(?:[\w.@-]{{1,80}}/){{1,20}}[\w.@-]{{0,80}}      # /home/sam
    | (?<![\w/])(?:[\w@-]{{1,80}}/){{1,20}}[\w-]{{1,80}}\.[A-Za-z]\w{{0,5}}\b         # a/b.md
    """,
    re.VERBOSE | re.MULTILINE,
)


@lru_cache(maxsize=20_000)
def stretches_in(text: str) -> tuple[Stretch, ...]:
    """What of a text is an address, a path, a name in code or a mark of a template.

    Remembered: the printed editions hold the same texts.
    """
    found = []
    for match in _APART.finditer(text):
        end = match.end()
        if match.lastgroup in ("address", "path"):
            end = match.start() + len(match.group().rstrip(AFTER_ADDRESS))
        found.append(Stretch(match.start(), end))
    return tuple(found)


def hide(text: str, stretches: Iterable[Stretch]) -> str:
    """The same text, of the same length, with these parts hidden; blanks in them stay."""
    pieces = []
    done = 0
    for stretch in sorted(stretches):
        if stretch.end > done:
            start = max(done, stretch.start)
            pieces += [text[done:start], _SIGN.sub(HIDDEN, text[start : stretch.end])]
            done = stretch.end
    return "".join((*pieces, text[done:]))


_SIGN = re.compile(r"\S")
