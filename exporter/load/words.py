"""The same word for the same thing: the list `words:` of document.yaml."""

from __future__ import annotations

from exporter.authored.findings import Findings
from exporter.authored.located import Located, Path
from exporter.diagnostics import Place, short
from exporter.load.plain import plain
from exporter.load.schema import WordShape
from exporter.source import ChosenWord


def chosen_words(
    shapes: list[WordShape], located: Located, findings: Findings
) -> tuple[ChosenWord, ...]:
    """The list; every word that stands in it a second time is told."""
    known: dict[str, tuple[str, Place]] = {}
    return tuple(
        _choice(shape, ("words", number), located, findings, known)
        for number, shape in enumerate(shapes)
    )


def _choice(
    shape: WordShape,
    path: Path,
    located: Located,
    findings: Findings,
    known: dict[str, tuple[str, Place]],
) -> ChosenWord:
    entries: list[tuple[str, str, Path]] = [("say", shape.say, (*path, "say"))]
    if isinstance(shape.instead_of, str):
        entries.append(("instead_of", shape.instead_of, (*path, "instead_of")))
    else:
        for number, refused in enumerate(shape.instead_of):
            entries.append(("instead_of", refused, (*path, "instead_of", number)))
    words = []
    for key, text, step in entries:
        place = located.place(step)
        word = plain(text, place, "a word", findings)
        words.append(word)
        if step not in located.places:
            continue  # it is missing, and was told
        if word.casefold() in known:
            findings.add("word-chosen-twice", place, _twice(word, key, known), _ONCE)
        known.setdefault(word.casefold(), (key, place))
    return ChosenWord(say=words[0], instead_of=tuple(words[1:]), place=located.place(path))


def _twice(word: str, key: str, known: dict[str, tuple[str, Place]]) -> str:
    before, first = known[word.casefold()]
    name = short(word, 40)
    if before != key:
        return f"“{name}” is to be said and not to be said, here and in line {first.line}."
    what = "said" if key == "say" else "replaced"
    return f"“{name}” is to be {what} twice, here and in line {first.line}."


_ONCE = "Keep it in one place: under  say:  or under  instead_of:"
