"""Reading an edition: styles/editions/<name>.yaml on top of styles/tokens.yaml."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from exporter import fonts
from exporter.authored.findings import Findings
from exporter.authored.forms import Form
from exporter.diagnostics import Diagnostic, SourceError
from exporter.edition import (
    LAYERS,
    LEAST_SIZE,
    MM,
    MOST_SIZE,
    RULE_SETS,
    SAME_WIDTHS,
    Edition,
    Page,
    SlotBox,
    Theme,
    resized,
    size_fault,
)
from exporter.styles import folder
from exporter.styles.folder import Styles
from exporter.styles.rules import RULES
from exporter.styles.tokens import BOXES, Tokens, boxes, family, read_tokens

_LEAST_COLUMN = 100
"""Points: a narrower or lower page holds no words of any size."""
_MOST_SPACE = 500
"""Points between two things, or of a picture's width beside words."""


def load_edition(
    name: str, styles: Styles | None = None, *, size: float | None = None, font: str = ""
) -> Edition:
    """Read one edition; `size` (points) and `font` make one reader's copy.

    Raises SourceError when there is no such edition, or with every fault of its file.
    """
    (edition,) = _read((name,), styles)
    if size is not None:
        if fault := size_fault(size):
            raise SourceError([Diagnostic(code="style-wrong", message=fault)])
        edition = replace(edition, theme=resized(edition.theme, size))
    return _in_typeface(edition, font) if font else edition


def editions(styles: Styles | None = None) -> tuple[Edition, ...]:
    """Every edition, standard first, then by name. Raises SourceError with every fault of all."""
    every = _read(folder.names("editions", styles), styles)
    return tuple(sorted(every, key=lambda edition: (edition.title != "", edition.name)))


def _read(names: tuple[str, ...], styles: Styles | None) -> list[Edition]:
    findings = Findings(RULES)
    files = [folder.named("editions", name, styles) for name in names]
    tokens = read_tokens(styles, findings)
    forms = [folder.form(file, "An edition", findings) for file in files]
    found = [
        _edition(name, form, tokens)
        for name, form in zip(names, forms, strict=True)
        if form is not None and tokens is not None
    ]
    if len(findings):
        raise SourceError(findings)
    return found


def _in_typeface(edition: Edition, font: str) -> Edition:
    names = (*fonts.FAMILIES, *SAME_WIDTHS)
    chosen = next((name for name in names if name.lower() == font.lower()), "")
    if not chosen:
        message = f"There is no typeface “{font}” here. Choose one of: {', '.join(names)}."
        raise SourceError([folder.unknown_name("name-unknown", message, font, names)])
    shipped = SAME_WIDTHS.get(chosen, chosen)
    theme = replace(edition.theme, family=shipped, word_family=chosen)
    return replace(edition, theme=theme, font_asked=True)


def _edition(name: str, form: Form, tokens: Tokens) -> Edition:
    edition = Edition(
        name=name,
        title=form.text("title"),
        default=form.yes_no("default"),
        layers=form.words("layers", LAYERS),
        contents_depth=form.whole("contents_depth", 0, 6),
        cover_page=form.word("cover", ("page", "none"), "page") == "page",
        notes=form.word("notes", ("section-end", "page-foot")),
        row_pictures=form.word("row_pictures", ("spoken", "decorative")),
        tables=form.word("tables", ("auto", "table", "rows")),
        rules=form.word("rules", RULE_SETS),
        theme=_theme(form, tokens),
        title_place=form.place("title"),
    )
    form.close()
    _look_at_room(form, edition)
    return edition


def _theme(form: Form, tokens: Tokens) -> Theme:
    size = form.number("size", LEAST_SIZE, MOST_SIZE)
    slots: dict[str, SlotBox] = {
        **tokens.slots,
        **boxes(form.form("slots", "The list of boxes", needed=False), needed=False),
    }
    return Theme(
        page=_page(form, tokens),
        colours=tokens.colours,
        dark=tokens.dark,
        cream=tokens.cream,
        family=family(form, tokens.family),
        word_family=form.text("word_family", tokens.word_family),
        size=size,
        small=form.number("small", LEAST_SIZE, MOST_SIZE),
        pitch=form.number("pitch", 1, 3),
        headings=form.numbers("headings", 6, LEAST_SIZE, 2 * MOST_SIZE),
        paragraph_space=form.number("paragraph_space", 0, _MOST_SPACE),
        section_on_new_page=form.yes_no("section_on_new_page"),
        section_picture_width=form.number("section_picture_width", 0, _MOST_SPACE),
        row_picture_width=form.number("row_picture_width", 10, _MOST_SPACE, 150),
        row_gap=form.number("row_gap", 0, _MOST_SPACE, 24),
        row_space=form.number("row_space", 0, _MOST_SPACE, size * 1.4),
        rows=form.word("rows", ("side-by-side", "stacked"), "side-by-side"),
        **{name: slots.get(name, SlotBox(1, 1)) for name in BOXES},
    )


def _page(form: Form, tokens: Tokens) -> Page:
    margins = form.form("margins_mm", "The list of margins")
    sides = {
        side: margins.number(side, 0, 1000) * MM if margins else 0.0
        for side in ("top", "bottom", "inner", "outer")
    }
    if margins:
        margins.close()
    return Page(width=tokens.width, height=tokens.height, **sides)


def _look_at_room(form: Form, edition: Edition) -> None:
    """Values that are good alone, and leave no room for words together."""
    page = edition.theme.page
    high = page.height - page.top - page.bottom
    for said, left in (("from left to right", page.text_width), ("from top to bottom", high)):
        if left < _LEAST_COLUMN:
            message = f"These margins leave {max(left, 0):.0f} points {said} for words."
            form.refuse("margins_mm", message, f"Leave {_LEAST_COLUMN} points, or more.")
            return
    for key, wide in _widths(edition):
        if wide > page.text_width:
            message = f"“{key}” leaves no room: the page has {page.text_width:.0f} points."
            form.refuse(key, message, "Make the picture or the margins smaller.")


def _widths(edition: Edition) -> Iterator[tuple[str, float]]:
    """Keys of pictures, and the width in points that they need, with words beside them."""
    theme = edition.theme
    yield "section_picture_width", theme.section_picture_width
    if "easy_read" in edition.layers and theme.rows == "side-by-side":
        yield "row_picture_width", theme.row_picture_width + theme.row_gap + _LEAST_COLUMN
