"""Search the banks for pictures that fit some words."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass

from exporter.pictures.banks import Bank, BankPicture, default_banks
from exporter.styles.folder import Styles

MOST = 12
LEAST = 20
"""What fits less than this is not shown."""
_REAL = "Needs a real picture."


@dataclass(frozen=True, slots=True)
class Found:
    """A picture that may fit, and how well (0 to 100)."""

    picture: BankPicture
    fit: int

    @property
    def use(self) -> str:
        """The lines for `pictures:` in document.yaml; empty where there is no picture."""
        picture = self.picture
        if picture.code or picture.drawing:
            source = self.origin
        elif picture.path is not None:
            source = f"file: pictures/{picture.path.name}"
        else:
            return ""
        lines = [f"{picture.concept.replace(' ', '-')}:", f"  {source}"]
        said = [("alt", picture.alt or "…")]
        said += [] if picture.code or picture.drawing else self._rights()
        lines += [f"  {key}: {_yaml(value)}" for key, value in said if value]
        return "\n".join(lines)

    def _rights(self) -> list[tuple[str, str]]:
        return [("credit", self.picture.credit), ("licence", self.picture.licence)]

    @property
    def origin(self) -> str:
        """Where it is: the drawing or symbol as document.yaml names it, or its file."""
        picture = self.picture
        if picture.drawing:
            return f"drawing: {picture.drawing}"
        return f"symbol: {picture.code}" if picture.code else f"file: {picture.path or ''}"

    @property
    def note(self) -> str:
        """What to take care of."""
        real = _REAL if self.picture.needs_real_picture else ""
        return " ".join(part for part in (real, self.picture.note) if part)

    def as_json(self) -> dict[str, object]:
        picture = self.picture
        return {
            "concept": picture.concept,
            "bank": picture.bank,
            "code": picture.code,
            "drawing": picture.drawing,
            "file": str(picture.path) if picture.path and not picture.code else "",
            "alt": picture.alt,
            "needs_real_picture": picture.needs_real_picture,
            "note": self.note,
            "credit": picture.credit,
            "licence": picture.licence,
        }


def _yaml(value: str) -> str:
    """A text as YAML reads it: in quotation marks where it needs them."""
    plain = re.fullmatch(r"[\w…][^:#\"'\n]*", value)
    return value if plain else json.dumps(value, ensure_ascii=False)


def search(
    words: str, banks: Iterable[Bank] | None = None, *, styles: Styles | None = None
) -> tuple[Found, ...]:
    """What fits some words, the best first; at equal fit the user's own folders first,
    and in a bank what is called so before what is also called so.

    Search only suggests: words and pictures are matched by name, and people look.
    """
    asked = stems(words)
    if not asked:
        return ()
    found: list[tuple[int, int, bool, int, BankPicture]] = []
    for order, bank in enumerate(default_banks(styles) if banks is None else banks):
        for picture in bank.pictures():
            fit = max((_fit(words, asked, phrase) for phrase in phrases(picture)), default=0)
            fit = fit if picture.judged else fit // 2
            if fit >= LEAST:
                other = stems(picture.concept.replace("-", " ")) != asked
                found.append((-fit, order, other, len(found), picture))
    found.sort(key=lambda entry: entry[:4])
    return tuple(Found(picture, -fit) for fit, *_, picture in found[:MOST])


def phrases(picture: BankPicture) -> Iterable[str]:
    """What a picture is called, and what else people ask for it by."""
    yield picture.concept.replace("-", " ")
    yield from picture.words


def _fit(words: str, asked: frozenset[str], phrase: str) -> int:
    """100 for the same words, 90 for other forms of them, less for a part of them."""
    if phrase.lower() == words.strip().lower():
        return 100
    offered = stems(phrase)
    if offered == asked:
        return 90
    shared = asked & offered
    if not shared:
        return 0
    return int(80 * len(shared) / len(asked | offered))


_SMALL = frozenset(("a", "an", "the", "of", "to", "in", "on", "and", "or", "is", "are", "with"))


def stems(words: str) -> frozenset[str]:
    """The words of a text without their endings, small words left out."""
    return frozenset(
        _stem(word)
        for word in re.findall(r"\w+", words.lower().replace("'", ""))
        if word not in _SMALL
    )


def _stem(word: str) -> str:
    """A rough stem: "meetings" and "meeting" are one, "decided" and "decide" too."""
    for ending in ("ations", "ation", "ings", "ing", "ies", "ied", "ed", "es", "s", "er", "e", "y"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            stem = word[: -len(ending)]
            return stem[:-1] if len(stem) > 3 and stem[-1] == stem[-2] else stem
    return word
