"""Editions: which reader a document is for. An edition is only a file in styles/editions/.

`Edition` says what is in the document; its `Theme` is all that moves a line.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

from exporter import fonts, languages
from exporter.diagnostics import Diagnostic, Place, SourceError
from exporter.model import Words
from exporter.styles import folder as styles_folder

MM = 72 / 25.4
"""Points in a millimetre."""


_SAME_WIDTHS = {"Arial": "Arimo"}
"""Typefaces that we may not ship, and those of the same widths that we do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Colours:
    """The neutral colours, "#rrggbb". Brand colours are not here: they move no line."""

    ink: str
    quiet: str
    line: str
    paper: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page in points. `inner` is the binding edge."""

    width: float
    height: float
    top: float
    bottom: float
    inner: float
    outer: float

    @property
    def text_width(self) -> float:
        return self.width - self.inner - self.outer


@dataclass(frozen=True, slots=True)
class SlotBox:
    """The fixed size, in points, of a box that a brand fills."""

    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """All that moves a line. Lengths in points; `pitch` is baseline distance divided by size."""

    page: Page
    colours: Colours
    family: str
    word_family: str
    size: float
    small: float
    """Captions, notes, table cells, running lines."""
    pitch: float
    headings: tuple[float, ...]
    """Sizes of heading levels 1 (the title) to 6."""
    paragraph_space: float
    section_on_new_page: bool
    section_picture_width: float
    """Width of the picture under a top heading; 0 where the edition shows none."""
    row_picture_width: float
    row_gap: float
    """Between picture and words of an easy-read row."""
    row_space: float
    """Between two easy-read rows."""
    rows: Literal["side-by-side", "stacked"]
    logo: SlotBox
    publisher: SlotBox = SlotBox(440, 20)
    """Never less than a line."""
    cover_line: SlotBox
    contact: SlotBox
    legal_line: SlotBox


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One edition. `title` is the key of its name in the locale; empty for the standard one."""

    name: str
    title: str
    default: bool
    layers: tuple[str, ...]
    contents_depth: int
    notes: Literal["section-end", "page-foot"]
    row_pictures: Literal["spoken", "decorative"]
    tables: Literal["auto", "table", "rows"]
    rules: str
    theme: Theme


def load_edition(
    name: str, styles: Path | None = None, *, size: float | None = None, font: str = ""
) -> Edition:
    """Read one edition; `size` (points) and `font` make one reader's copy.

    Raises SourceError when there is no such edition, or its file is not right.
    """
    tokens = _read("tokens.yaml", styles)
    file = f"editions/{name}.yaml"
    values = _read(file, styles)
    try:
        theme = _theme(tokens, values)
        edition = Edition(
            name=name,
            title=str(values["title"] or ""),
            default=bool(values["default"]),
            layers=tuple(values["layers"]),
            contents_depth=int(values["contents_depth"]),
            notes=values["notes"],
            row_pictures=values["row_pictures"],
            tables=values["tables"],
            rules=str(values["rules"]),
            theme=theme,
        )
    except (KeyError, TypeError, ValueError) as error:
        raise _wrong(file, f"This edition is not complete: {error}.") from error
    if size is not None:
        edition = replace(edition, theme=_resized(theme, size))
    if font:
        names = (*fonts.FAMILIES, *_SAME_WIDTHS)
        if font.lower() not in (name.lower() for name in names):
            message = f"There is no typeface “{font}” here. Choose one of: {', '.join(names)}."
            raise SourceError([Diagnostic(code="name-unknown", message=message)])
        font = next(name for name in names if name.lower() == font.lower())
        family = _SAME_WIDTHS.get(font, font)
        edition = replace(edition, theme=replace(edition.theme, family=family, word_family=font))
    return edition


def in_language(theme: Theme, language: str) -> Theme:
    """The theme with typefaces that have every letter of the language."""
    shipped = _SAME_WIDTHS.get(theme.word_family, theme.word_family)
    chosen = fonts.family_for(language, shipped)
    return replace(
        theme,
        family=fonts.family_for(language, theme.family),
        word_family=theme.word_family if chosen == shipped else chosen,
    )


def with_larger_boxes(theme: Theme, factor: float) -> Theme:
    """The theme with boxes for a brand's words that are so many times as high."""

    def grown(box: SlotBox) -> SlotBox:
        return SlotBox(box.width, box.height * factor)

    return replace(
        theme,
        publisher=grown(theme.publisher),
        cover_line=grown(theme.cover_line),
        contact=grown(theme.contact),
        legal_line=grown(theme.legal_line),
    )


def editions(styles: Path | None = None) -> tuple[Edition, ...]:
    """Every edition, in the order standard first, then by name."""
    every = [load_edition(name, styles) for name in styles_folder.names("editions", styles)]
    return tuple(sorted(every, key=lambda edition: (edition.title != "", edition.name)))


def load_words(language: str, styles: Path | None = None) -> Words:
    """The interface words of a language ("en-GB" reads en-GB.yaml, else en.yaml).

    A language that has none gets those of the house, and they say so.
    """
    names = (language, languages.primary(language), languages.HOUSE, "en")
    name = next(name for name in names if styles_folder.find(f"locales/{name}.yaml", styles))
    theirs = languages.same(name, language) and language != "en"  # English words here are British
    shipped = styles_folder.shipped() / "locales"
    base = shipped / (f"{name}.yaml" if (shipped / f"{name}.yaml").is_file() else "en.yaml")
    words = {**_values(base, f"locales/{base.name}"), **_read(f"locales/{name}.yaml", styles)}
    entries = tuple((str(key), str(value)) for key, value in words.items())
    return Words(entries, language if theirs else languages.HOUSE)


def _resized(theme: Theme, size: float) -> Theme:
    """The theme with every size in proportion. No smaller than 6 pt, no larger than 72 pt."""
    if not 6 <= size <= 72:
        raise _wrong("", f"A size of {size:g} points cannot be set; choose 6 to 72.")
    factor = size / theme.size
    return replace(
        theme,
        size=size,
        small=max(theme.small * factor, min(size, theme.small)),
        headings=tuple(max(size, heading * factor**0.7) for heading in theme.headings),
        paragraph_space=theme.paragraph_space * factor,
        cover_line=_grown(theme.cover_line, factor),
        contact=_grown(theme.contact, factor),
        legal_line=_grown(theme.legal_line, factor),
    )


def _grown(box: SlotBox, factor: float) -> SlotBox:
    """A box of the same width for words of another size: higher by a line more than the factor."""
    return SlotBox(box.width, round(box.height * max(1.0, factor**2), 2))


def _theme(tokens: dict[str, Any], values: dict[str, Any]) -> Theme:
    margins = values["margins_mm"]
    size = float(values["size"])
    return Theme(
        page=Page(
            width=float(tokens["page"]["width_mm"]) * MM,
            height=float(tokens["page"]["height_mm"]) * MM,
            **{side: float(margins[side]) * MM for side in ("top", "bottom", "inner", "outer")},
        ),
        colours=Colours(**tokens["colours"]),
        family=str(values.get("family", tokens["family"])),
        word_family=str(values.get("word_family", tokens["word_family"])),
        size=size,
        small=float(values["small"]),
        pitch=float(values["pitch"]),
        headings=tuple(float(heading) for heading in values["headings"]),
        paragraph_space=float(values["paragraph_space"]),
        section_on_new_page=bool(values["section_on_new_page"]),
        section_picture_width=float(values["section_picture_width"]),
        row_picture_width=float(values.get("row_picture_width", 150)),
        row_gap=float(values.get("row_gap", 24)),
        row_space=float(values.get("row_space", size * 1.4)),
        rows=values.get("rows", "side-by-side"),
        **{
            name: SlotBox(**box)
            for name, box in {**tokens["slots"], **values.get("slots", {})}.items()
        },
    )


def _read(relative: str, styles: Path | None) -> dict[str, Any]:
    file = styles_folder.find(relative, styles)
    if file is None:
        kind = relative.split("/")[0]
        known = ", ".join(styles_folder.names(kind, styles))
        message = f"There is no styles/{relative}. Those there are: {known}."
        raise SourceError([Diagnostic(code="name-unknown", message=message)])
    return _values(file, relative)


def _values(file: Path, relative: str) -> dict[str, Any]:
    try:
        values = styles_folder.read_yaml(file)
    except ValueError as error:
        raise _wrong(relative, f"This file cannot be read: {error}") from error
    if not isinstance(values, dict):
        raise _wrong(relative, "This file should hold lines of the form  name: value.")
    return values


def _wrong(relative: str, message: str) -> SourceError:
    place = Place(f"styles/{relative}" if relative else "")
    return SourceError([Diagnostic(code="style-wrong", message=message, place=place)])
