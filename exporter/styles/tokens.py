"""What all editions share: styles/tokens.yaml, and the boxes of a brand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from exporter import fonts
from exporter.authored.findings import Findings
from exporter.authored.forms import Form
from exporter.edition import CREAM, DARK, MM, Colours, SlotBox
from exporter.styles import folder
from exporter.styles.folder import Styles

BOXES = ("logo", "publisher", "cover_line", "contact", "legal_line")
_LARGEST_PAGE = 2000
"""Millimetres, and points: no printer and no reader of PDF is asked for more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """Width and height of the page in points."""

    colours: Colours
    dark: Colours
    cream: Colours
    width: float
    height: float
    family: str
    word_family: str
    slots: Mapping[str, SlotBox]


def read_tokens(styles: Styles | None, findings: Findings) -> Tokens | None:
    """The tokens; None where the file cannot be read. Good only if nothing was found."""
    file = folder.find("tokens.yaml", styles)
    assert file is not None, "tokens.yaml comes with the program"
    form = folder.form(file, "The file of tokens", findings)
    if form is None:
        return None
    colours = form.form("colours", "The list of colours")
    page = form.form("page", "The page")
    slots = form.form("slots", "The list of boxes")
    tokens = Tokens(
        colours=_colours(colours),
        dark=_grounds(colours, "dark", DARK),
        cream=_grounds(colours, "cream", CREAM),
        width=page.number("width_mm", 50, _LARGEST_PAGE) * MM if page else 1,
        height=page.number("height_mm", 50, _LARGEST_PAGE) * MM if page else 1,
        family=family(form),
        word_family=form.text("word_family"),
        slots=boxes(slots, needed=True),
    )
    for one in (form, colours, page):
        if one:
            one.close()
    if len(findings):  # so that no edition is told that its margins do not fit
        return replace(tokens, width=210 * MM, height=297 * MM)
    return tokens


def _colours(form: Form | None) -> Colours:
    names = ("ink", "quiet", "line", "paper")
    found = {name: form.colour(name) if form else "" for name in names}
    return Colours(**found)


def _grounds(form: Form | None, name: str, default: Colours) -> Colours:
    """The colours of web pages on another ground; whoever gives some gives all four."""
    below = form.form(name, "A list of colours", needed=False) if form else None
    if below is None:
        return default
    found = _colours(below)
    below.close()
    return found


def family(form: Form, default: str | None = None) -> str:
    """The typeface of PDF and web pages: one that we may ship."""
    return form.word("family", fonts.FAMILIES, default)


def boxes(form: Form | None, *, needed: bool) -> dict[str, SlotBox]:
    """The boxes that a brand fills; an edition gives only those that differ."""
    if form is None:
        return {}
    found = {}
    for name in BOXES:
        box = form.form(name, "A box", needed=needed)
        if box:
            found[name] = SlotBox(
                box.number("width", 1, _LARGEST_PAGE), box.number("height", 1, _LARGEST_PAGE)
            )
            box.close()
    form.close()
    return found
