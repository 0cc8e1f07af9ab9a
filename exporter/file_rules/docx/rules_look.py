"""Rules on the look: size, line pitch, alignment, emphasis, contrast, pages.

One finding for each style that breaks a rule, with the number of paragraphs and where the first of
them stands: a reader changes the style, not the paragraphs.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from exporter.brand import contrast
from exporter.diagnostics import Diagnostic, Severity
from exporter.edition import Theme
from exporter.file_rules.docx.backdrop import behind
from exporter.file_rules.docx.catalogue import found
from exporter.file_rules.docx.look import BLACK, WHITE, Look, number
from exporter.file_rules.docx.story import Paragraph, Story, text_of
from exporter.word_file.names import Element, W, is_on

_LEAST_SIZES = {"easy-read": 14.0, "large-print": 16.0, "clear-print": 12.0, "": 12.0}
_LEAST_PITCH = 1.149
_GOOD_PITCH = {"easy-read": 1.4}
_USUAL_GOOD_PITCH = 1.25
_LEAST_CONTRAST = 4.5
_TWIPS_PER_CM = 567.0
_LONG_PARAGRAPH = 90
"""Characters from which a paragraph has more than one line."""
_CAPITALS = 12
"""Letters in capitals that are more than an abbreviation."""
# Ascent, descent and line gap over size: what Word calls single line spacing.
_SINGLE_LINE = {
    "arial": 1.15, "liberation sans": 1.15, "arimo": 1.15, "helvetica": 1.15, "calibri": 1.22,
    "aptos": 1.2, "verdana": 1.215, "tahoma": 1.207, "open sans": 1.36, "segoe ui": 1.33,
    "atkinson hyperlegible": 1.24, "source sans 3": 1.424, "times new roman": 1.15,
}  # fmt: skip
_USUAL_SINGLE_LINE = 1.17
_SERIFS = (
    "times", "georgia", "garamond", "cambria", "book antiqua", "palatino", "baskerville", "bodoni",
    "century", "constantia", "minion", "didot", "rockwell", "liberation serif", "comic", "script",
    "brush", "narrow", "condensed", "light", "thin", "impact", "courier",
)  # fmt: skip


@dataclass
class Counted:
    """How often a rule is broken in one style, and where first."""

    message: str
    where: str
    words: str
    severity: Severity | None = None
    count: int = 0


@dataclass
class LookRules:
    """Walks over every run once and gathers what is wrong by rule and style."""

    story: Story
    rules: str
    theme: Theme | None
    gathered: dict[tuple[str, str, str], Counted] = field(default_factory=dict)
    direct: int = 0
    sizes: set[float] = field(default_factory=set)
    ratios: set[float] = field(default_factory=set)

    def gather(
        self, code: str, paragraph: Paragraph, message: str, *,
        key: str = "", words: str = "", severity: Severity | None = None,
    ) -> None:  # fmt: skip
        place = (code, paragraph.style, key)
        if place not in self.gathered:
            self.gathered[place] = Counted(
                message, paragraph.where, words or paragraph.words, severity
            )
        self.gathered[place].count += 1

    def findings(self) -> Iterator[Diagnostic]:
        for (code, style, _), counted in self.gathered.items():
            often = f" {counted.count} times" if counted.count > 1 else ""
            name = f"in the style “{style}”{often}" if style else f"without a style{often}"
            message = counted.message.replace("{style}", name)
            yield found(
                code, message, counted.where, words=counted.words, severity=counted.severity
            )

    # ---- one paragraph ---------------------------------------------------------------------------

    def paragraph(self, paragraph: Paragraph) -> None:
        if not paragraph.text.strip():
            return
        look = paragraph.look
        if look.get("jc") in ("both", "distribute", "thaiDistribute"):
            self.gather("word-justified", paragraph, "Lines are stretched to one length {style}.")
        if number(look.get("firstLine", "")) > 0 and not paragraph.level:
            self.gather("word-first-line", paragraph, "First lines are indented {style}.")
        if look.get("widowControl") == "0":
            message = "Single lines can be left alone at page ends {style}."
            self.gather("word-lines-alone", paragraph, message)
        self.pitch(paragraph)
        self.direct += _is_direct(paragraph.properties, ("ind", "spacing", "jc"))
        backdrop = behind(self.story, paragraph)
        links = {
            id(run)
            for link in paragraph.element.iter(f"{W}hyperlink")
            for run in link.iter(f"{W}r")
        }
        for run in paragraph.runs:
            words = text_of(run)
            if words.strip():
                shown = self.story.looks.of_run(run, look)
                if shown.get("vanish") != "1":
                    self.run(paragraph, run, shown, words, backdrop, in_link=id(run) in links)

    def run(
        self, paragraph: Paragraph, run: Element, look: Look, words: str, backdrop: str, *,
        in_link: bool,
    ) -> None:  # fmt: skip
        words = " ".join(words.split())[:60]
        self.size(paragraph, look, words)
        self.emphasis(paragraph, look, words, in_link=in_link)
        self.letters(paragraph, look, words)
        self.colours(paragraph, look, words, backdrop)
        # the sign of a box to tick is in the typeface that has it, also where Word itself sets it
        named = ("sz", "rFonts", "color") if any(map(str.isalnum, words)) else ("sz", "color")
        self.direct += _is_direct(run.find(f"{W}rPr"), named)

    def size(self, paragraph: Paragraph, look: Look, words: str) -> None:
        size = number(look.get("sz", ""), 20) / 2
        least = _LEAST_SIZES.get(self.rules, 12.0)
        if self.theme is not None:
            least = max(least, min(self.theme.small, self.theme.size))
        if look.get("vertAlign") in ("superscript", "subscript"):
            if least < 16 and size >= least:
                self.sizes.add(size)
                return
            size *= 0.65
        self.sizes.add(size)
        if size < least - 0.25:
            message = f"Words of {size:g} pt {{style}} are smaller than {least:g} pt."
            self.gather("word-size-small", paragraph, message, key=f"{size:g}", words=words)

    def pitch(self, paragraph: Paragraph) -> None:
        """Baseline distance over size, where a paragraph has lines at all."""
        look = paragraph.look
        if paragraph.level or len(paragraph.text) < _LONG_PARAGRAPH:
            return
        size = number(look.get("sz", ""), 20) / 2
        line = number(look.get("line", ""), 240)
        single = _SINGLE_LINE.get(look.get("font", "").lower(), _USUAL_SINGLE_LINE)
        exact = look.get("lineRule", "auto") in ("exact", "atLeast")
        pitch = line / 20 / size if exact else single * line / 240
        if look.get("lineRule") == "atLeast":
            pitch = max(pitch, single)
        good = _GOOD_PITCH.get(self.rules, _USUAL_GOOD_PITCH)
        if pitch < good - 0.005:
            severity = Severity.MUST_FIX if pitch < _LEAST_PITCH else None
            message = f"Lines {{style}} are {pitch:.2f} sizes apart; {good:g} is good."
            self.gather("word-line-pitch", paragraph, message, severity=severity)

    def emphasis(self, paragraph: Paragraph, look: Look, words: str, *, in_link: bool) -> None:
        if look.get("i") == "1":
            strict = Severity.MUST_FIX if self.rules in ("easy-read", "large-print") else None
            message = "Words are slanted {style}."
            self.gather("word-italics", paragraph, message, words=words, severity=strict)
        shouted = words.upper() == words and " " in words
        shouted = shouted and sum(sign.isupper() for sign in words) >= _CAPITALS
        if look.get("caps") == "1" or look.get("smallCaps") == "1" or shouted:
            self.gather(
                "word-capitals", paragraph, "Words are set in capitals {style}.", words=words
            )
        underlined = look.get("u", "none") not in ("", "none")
        if underlined and not in_link and not paragraph.style.startswith("toc"):
            message = "Words that are no link are underlined {style}."
            self.gather("word-underline", paragraph, message, words=words)
        for name in ("shadow", "outline", "emboss", "imprint"):
            if look.get(name) == "1":
                self.gather(
                    "word-effects", paragraph, "Letters have an effect {style}.", words=words
                )

    def letters(self, paragraph: Paragraph, look: Look, words: str) -> None:
        if number(look.get("tracking", "")) < 0 or 0 < number(look.get("w", ""), 100) < 100:
            self.gather(
                "word-letters-close", paragraph, "Letters are squeezed {style}.", words=words
            )
        font = look.get("font", "")
        if _is_ornate(font):
            strict = Severity.MUST_FIX if self.rules in ("easy-read", "large-print") else None
            message = f"The typeface {font} {{style}} is not a plain one."
            self.gather("word-typeface", paragraph, message, key=font, words=words, severity=strict)

    # ---- colours ---------------------------------------------------------------------------------

    def colours(self, paragraph: Paragraph, look: Look, words: str, backdrop: str) -> None:
        ground = self.story.looks.highlight(look.get("highlight", "")) or backdrop
        ground = look.get("shade") or ground
        ink = look.get("colour") or (WHITE if _is_dark(ground) else BLACK)
        ratio = _contrast(ink, ground)
        self.ratios.add(ratio)
        if ratio < _LEAST_CONTRAST - 0.005:
            message = f"Words {{style}} stand out by {ratio:.1f} to 1 only (#{ink} on #{ground})."
            self.gather("word-contrast", paragraph, message, key=f"{ink}{ground}", words=words)
        plain = look.get("plain-colour", "").upper()
        if look.get("theme-colour") and len(plain) == 6 and _apart(plain, ink) > 24:
            message = f"Words {{style}} are #{ink} in Word and #{plain} in other programs."
            self.gather("word-colour-two-values", paragraph, message, key=plain, words=words)


def looked_at(story: Story, theme: Theme | None, rules: str) -> LookRules:
    """The look of every paragraph."""
    walk = LookRules(story, rules, theme)
    for paragraph in story.paragraphs:
        walk.paragraph(paragraph)
    return walk


def extremes(walk: LookRules) -> dict[str, float]:
    """The smallest type in points, and the lowest contrast; nothing of a file without words."""
    if not walk.sizes:
        return {}
    return {
        "smallest_type": round(min(walk.sizes), 2),
        "lowest_contrast": round(min(walk.ratios), 2),
    }


def check(walk: LookRules) -> Iterator[Diagnostic]:
    yield from walk.findings()
    if walk.direct:
        message = f"{walk.direct} paragraphs or words have a look of their own, beside their style."
        yield found("word-direct-formatting", message)
    settings = walk.story.package.one("settings")
    if is_on(settings, "autoHyphenation"):
        strict = Severity.MUST_FIX if walk.rules in ("easy-read", "large-print") else None
        yield found("word-hyphenation", "Word divides words at line ends here.", severity=strict)


def _is_direct(properties: Element | None, names: tuple[str, ...]) -> bool:
    return properties is not None and any(
        properties.find(f"{W}{name}") is not None for name in names
    )


@lru_cache(maxsize=1_000)
def _is_ornate(font: str) -> bool:
    """Whether a typeface has serifs or other ornaments, or is too thin or narrow, by its name."""
    name = font.lower()
    return any(part in name for part in _SERIFS) and "sans" not in name


@lru_cache(maxsize=1_000)
def _contrast(first: str, second: str) -> float:
    """Few colours meet in a file, and often."""
    return contrast(f"#{first}", f"#{second}")


def _is_dark(colour: str) -> bool:
    return _contrast(colour, WHITE) > _contrast(colour, BLACK)


def _apart(first: str, second: str) -> int:
    """The greatest difference of two colours in one channel."""
    return max(abs(int(first[i : i + 2], 16) - int(second[i : i + 2], 16)) for i in (0, 2, 4))
