"""The interface words of a language: styles/locales/<language>.yaml."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from exporter import languages
from exporter.authored.findings import Findings, nearest
from exporter.authored.forms import Form
from exporter.diagnostics import SourceError
from exporter.languages import plurals, pseudo
from exporter.model import Words
from exporter.styles import folder
from exporter.styles.editions import editions
from exporter.styles.folder import Styles
from exporter.styles.rules import RULES
from exporter.styles.sentences import COUNTED, SENTENCES

_FALLBACK = "en"
_VERIFIED = "verified-by"
_NOBODY = "nobody yet"
_SOURCES = "sources"
_OF_A_FORMAT = re.compile(r"(formats-(?:file|for|advice)-)([a-z0-9-]+)")
_FIELD = re.compile(r"\{([^{}]*)\}")


def load_words(language: str, styles: Styles | None = None) -> Words:
    """The interface words of a language ("en-GB" reads en-GB.yaml, else en.yaml).

    What a language lacks is English, and the words say so; a language that has none gets those of
    the house. What a file in English leaves out is said as the program says it. They are read again
    only when a style has changed. Raises SourceError with every fault.
    """
    return _load_words(language, styles, folder.key(styles, without="brands"))


@lru_cache(maxsize=8)
def _load_words(language: str, styles: Styles | None, key: str) -> Words:
    if pseudo.is_pseudo(language):
        english = load_words(_FALLBACK, styles).entries
        return Words(
            tuple((key, pseudo.sentence(said, language)) for key, said in english), language
        )
    names = (language, languages.primary(language), languages.HOUSE, _FALLBACK)
    there = (name for name in names if folder.find(f"locales/{name}.yaml", styles))
    name = next(one for one in there if languages.same(one, language) or one in names[2:])
    if name == _FALLBACK != language:
        return load_words(_FALLBACK, styles)
    findings = Findings(RULES)
    own = _read(name, styles, findings)
    if len(findings):
        raise SourceError(findings)
    if languages.same(_FALLBACK, name):
        return Words(tuple(own.entries.items()), languages.HOUSE)
    english = load_words(_FALLBACK, styles).entries
    lacking = tuple(
        key
        for key, said in english
        if "/" not in key and key not in own.entries and _is_words(said)
    )
    missing = tuple(one for one in english if one[0].partition("/")[0] not in own.entries)
    words = (*own.entries.items(), *missing)
    return Words(words, language, lacking, english, own.verified_by)


def _is_words(sentence: str) -> bool:
    """Whether it has any words: quotation marks and brackets around an address have no language."""
    return any(sign.isalpha() for sign in _FIELD.sub("", sentence))


@dataclass(slots=True)
class _Read:
    """What the files of one locale say: that which came with the program, then the user's own."""

    entries: dict[str, str] = field(default_factory=dict)
    verified_by: str = ""


def _read(name: str, styles: Styles | None, findings: Findings) -> _Read:
    own = folder.named("locales", name, styles)
    base = folder.shipped() / "locales" / f"{name}.yaml"
    english = languages.same(_FALLBACK, name)
    if english and not base.is_file():
        base = base.with_name(f"{_FALLBACK}.yaml")
    read = _Read()
    for file in dict.fromkeys(one.resolve() for one in (base, own) if one.is_file()):
        shown = own if file == own.resolve() else base
        form = folder.form(shown, "A locale", findings, settings=False)
        if form:
            whole = english and file == base.resolve()
            read.verified_by = _about(form) or read.verified_by
            new = dict(_sentences(form, SENTENCES if whole else (), styles, name))
            kept = {k: v for k, v in read.entries.items() if k.partition("/")[0] not in new}
            read.entries = kept | new
    return read


def _about(form: Form) -> str:
    """The speaker who has read the words. Where the words are from is for those who look after
    the file: each key with its public source."""
    below = form.form(_SOURCES, f"“{_SOURCES}”") if _SOURCES in form.typed else None
    if below:
        for key in (key for key in below.typed if key in SENTENCES):
            below.text(key)
        below.close(*SENTENCES)
    name = form.text(_VERIFIED, "")
    return "" if name.casefold() == _NOBODY else name


def _sentences(
    form: Form, needed: Iterable[str], styles: Styles | None, language: str
) -> Iterator[tuple[str, str]]:
    typed = [key for key in form.typed if key not in (_VERIFIED, _SOURCES)]
    others = {key for key in typed if key not in SENTENCES and not _names_a_format(key)}
    names = _names_of_editions(styles) if others else frozenset()
    for key in typed:
        if key in COUNTED and form.holds_keys(key):
            yield from _forms(form, key, language)
        elif key in names or key not in others:
            sentence = form.text(key)
            _look_at(form, key, sentence, SENTENCES.get(key, frozenset()))
            yield key, sentence
    for key in needed:
        if not form.holds_keys(key):
            form.text(key)
    form.close(*SENTENCES, *names, _VERIFIED, _SOURCES, hint=_NEW)


def _forms(form: Form, key: str, language: str) -> Iterator[tuple[str, str]]:
    """The forms of a sentence that counts; that for all other numbers stands for the sentence."""
    below = form.form(key, f"“{key}”")
    if below is None:
        return
    known = plurals.categories(language)
    for name in known:
        sentence = below.text(name, None if name == "other" else "")
        if name in below.typed:
            _look_at(below, name, sentence, SENTENCES[key], whole=name == "other")
            yield f"{key}/{name}", sentence
        if name == "other":
            yield key, sentence
    below.close(hint=f"The forms of this language are: {', '.join(known)}.")


def _names_a_format(key: str) -> bool:
    """Whether a key may be of a format that is added later: of none that we have, misspelt."""
    match = _OF_A_FORMAT.fullmatch(key)
    ours = [one[2] for one in map(_OF_A_FORMAT.fullmatch, SENTENCES) if one]
    return match is not None and not nearest(match[2], ours)


def _names_of_editions(styles: Styles | None) -> frozenset[str]:
    """The keys by which editions are named on covers and in lists of formats."""
    names = folder.names("editions", styles)
    try:
        titles = [one.title for one in editions(styles)]
    except SourceError:  # whoever reads the editions tells what is wrong with them
        titles = []
    return frozenset((*names, *titles, *(f"formats-{name}" for name in names)))


def _look_at(
    form: Form, key: str, sentence: str, wanted: frozenset[str], *, whole: bool = True
) -> None:
    """A sentence has the words in braces that the program fills in, and no others.

    Not `whole`: a form for one number may leave it out, "a minute long".
    """
    found = set(_FIELD.findall(sentence))
    like = " and ".join(f"{{{name}}}" for name in sorted(wanted))
    bare = _FIELD.sub("", sentence)
    if "{" in bare or "}" in bare:
        form.refuse(key, f"A brace of “{key}” stands alone.", f"Write  {like}" if like else _NONE)
    for name in sorted(found - wanted):
        hint = f"Write {like}." if like else _NONE
        better = like if len(wanted) == 1 else ""
        form.refuse(key, f"“{key}” knows no {{{name[:40]}}}.", hint, suggestion=better)
    if whole and not found - wanted:
        for name in sorted(wanted - found):
            form.refuse(
                key,
                f"“{key}” lacks {{{name}}}.",
                f"Write {{{name}}} where it belongs in the sentence.",
            )


_NEW = "Delete the line. A new sentence of the program has its key in exporter/styles/sentences.py."
_NONE = "Nothing is filled in here: delete the braces."
