"""Which pictures may fit the words of a row: those of the document, and those of the banks.

It only suggests: people look. What it offers can be taken at once, so of the banks it takes only
what somebody has judged and described. OpenMoji is in the search alone: two hands are not mixed in
one document unasked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from exporter.pictures.banks import BankPicture, OpenMojiBank, default_banks
from exporter.pictures.searching import Found, phrases, stems
from exporter.studio.forms import Part, Row, as_name
from exporter.studio.pages.field import Shown
from exporter.styles.folder import Styles

MOST = 3
Fitting: TypeAlias = Shown | Found
"""A picture that the document has, or one of a bank."""
_WORD = re.compile(r"[^\W\d_]{3,}")
_SMALL = frozenset(
    word
    for line in (
        "and are but can for from has have her his how its not one our out she that the",
        "their them then there they this to was what when who will with you your",
    )
    for word in line.split()
)


def judged(styles: Styles | None) -> tuple[BankPicture, ...]:
    """The pictures that can be taken as they are. Raises SourceError where a bank is not right."""
    banks = (one for one in default_banks(styles) if not isinstance(one, OpenMojiBank))
    every = (one for bank in banks for one in bank.pictures())
    return tuple(one for one in every if one.alt and one.judged and not one.note)


def suggestions(
    part: Part,
    pictures: tuple[Shown, ...],
    bank: Iterable[BankPicture] = (),
    own: Mapping[str, str] | None = None,
) -> dict[str, tuple[Fitting, ...]]:
    """Up to three other pictures for each row, the best first, by the name of the row.

    A picture of the document fits by the words that it shares; one of a bank by a name that stands
    whole in the row. At equal fit the document's come first. `own` are the names that pictures of
    banks have in the document, by their origin: they are offered as its own.
    """
    known: list[tuple[Fitting, tuple[frozenset[str], ...], bool]] = [
        (one, (_meant(f"{one.name.replace('-', ' ')} {one.alt}"),), False) for one in pictures
    ]
    shown = {one.name: one for one in pictures}
    for picture in bank:
        found = Found(picture, 100)
        mine = shown.get((own or {}).get(found.origin, picture.concept.replace(" ", "-")))
        known.append((mine or found, tuple(map(_meant, phrases(picture))), True))
    return {as_name(row.path): _best(row, known) for row in _rows(part)}


def _best(
    row: Row, known: Iterable[tuple[Fitting, tuple[frozenset[str], ...], bool]]
) -> tuple[Fitting, ...]:
    wanted = _meant(row.text)
    fits = [
        (len(wanted & words), one)
        for one, named, whole in known
        for words in named
        if wanted & words and (not whole or words <= wanted)
        if isinstance(one, Found) or one.name not in row.pictures
    ]
    fits.sort(key=lambda fit: (-fit[0], isinstance(fit[1], Found)))
    return tuple(dict.fromkeys(one for _, one in fits))[:MOST]


def _rows(part: Part) -> Iterator[Row]:
    yield from part.rows
    for inner in part.parts:
        yield from _rows(inner)


def _meant(text: str) -> frozenset[str]:
    """The stems of the words that carry the meaning of a text."""
    words = (word for word in _WORD.findall(text.lower()) if word not in _SMALL)
    return stems(" ".join(words))
