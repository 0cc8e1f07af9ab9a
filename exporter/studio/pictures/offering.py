"""Pictures of banks as a page can show them: with their bytes, and by what they are known again."""

from __future__ import annotations

from collections.abc import Mapping

from exporter.authored.files import bytes_of
from exporter.authored.located import Path
from exporter.diagnostics import SourceError
from exporter.pictures.searching import Found
from exporter.studio.fields import KINDS, SHORTER
from exporter.studio.forms import Part
from exporter.studio.matching import Fitting, judged, suggestions
from exporter.studio.pages.field import Shown
from exporter.studio.pages.finding import Offered
from exporter.styles.folder import Styles

MOST = 600_000
"""Bytes of a picture that is shown among what was found."""
MOST_QUICK = 60_000
"""Bytes of one that is shown below a row: a page has dozens of them."""


def offered(found: Found, most: int = MOST) -> Offered | None:
    """A picture that was found, with its bytes; None where there is nothing to be shown."""
    picture = found.picture
    if picture.path is None or not found.use:
        return None
    end = picture.path.suffix.lower().lstrip(".")
    media = SHORTER.get(end, end)
    if media not in KINDS:
        return None
    try:
        data = bytes_of(picture.path, most)
    except OSError:
        return None
    called = picture.concept.replace("-", " ")
    return Offered(key_of(found), called, picture.bank, picture.alt, found.note, media, data)


def suggested(
    part: Part, pictures: tuple[Shown, ...], texts: Mapping[Path, str], styles: Styles | None
) -> dict[str, tuple[Shown | Offered, ...]]:
    """Pictures that may fit each row, by its name; `texts` are those of document.yaml.

    A bank that is not right suggests nothing: the page that searches says why.
    """
    declared = ((path, value) for path, value in texts.items() if path[:1] == ("pictures",))
    own = {f"{path[2]}: {value}": str(path[1]) for path, value in declared if len(path) == 3}
    try:
        bank = judged(styles)
    except SourceError:
        bank = ()
    found = suggestions(part, pictures, bank, own)
    return {row: tuple(filter(None, map(_shown, fits))) for row, fits in found.items()}


def _shown(one: Fitting) -> Shown | Offered | None:
    return one if isinstance(one, Shown) else offered(one, MOST_QUICK)


def key_of(found: Found) -> str:
    """By this a picture of a bank is known again."""
    picture = found.picture
    return "/".join(filter(None, (picture.bank, picture.concept, picture.code)))[:200]
