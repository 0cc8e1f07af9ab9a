"""Marks of notes that somebody chose: a star in place of a counted number.

Word counts a mark itself where the reference stands alone. Where a mark was chosen, its sign stands
as text behind the reference, and once more at the head of the note (ISO 29500-1, 17.11.16, and
`customMarkFollows`). Neither is words, as no counted mark is.
"""

from __future__ import annotations

from exporter.word_file.names import Element, W, is_on, value

_REFERENCES = (f"{W}footnoteReference", f"{W}endnoteReference")
_NOTES = (f"{W}footnote", f"{W}endnote")
_COUNTED = (f"{W}footnoteRef", f"{W}endnoteRef")
_SIGNS = (f"{W}t", f"{W}sym")
_LONGEST = 5
"""Signs of a mark: “***”, “(a)”."""
_OFF = (None, "", "0", "false", "off")


def drop_chosen_marks(root: Element) -> None:
    """Take the chosen marks out of the words of a part."""
    for reference in list(root.iter(*_REFERENCES)):
        if reference.get(f"{W}customMarkFollows") not in _OFF:
            signs = tuple(one for one in reference.itersiblings() if one.tag in _SIGNS)
            run = reference.getparent()
            if signs:
                _drop(signs)
            elif run is not None:
                _drop_high(run.getnext())
    for note in root.iter(*_NOTES):
        if next(note.iter(*_COUNTED), None) is None:
            _drop_high(next(note.iter(f"{W}r"), None))


def _drop_high(run: Element | None) -> None:
    """The mark that a run is: it stands high, by itself or by its style, and is short."""
    if run is None or run.tag != f"{W}r":
        return
    about = run.find(f"{W}rPr")
    style = value(about, "rStyle").replace(" ", "").casefold()
    high = value(about, "vertAlign") == "superscript" or style.endswith("reference")
    signs = tuple(one for one in run if one.tag in _SIGNS)
    words = "".join(one.text or "" for one in signs).strip()
    if high and len(words) <= _LONGEST and not is_on(about, "vanish"):
        _drop(signs)


def _drop(signs: tuple[Element, ...]) -> None:
    for one in signs:
        parent = one.getparent()
        if parent is not None:
            parent.remove(one)
