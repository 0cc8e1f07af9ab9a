"""The interface words of a language: styles/locales/<language>.yaml."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

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
_OF_A_FORMAT = re.compile(r"(formats-(?:file|for|advice)-)([a-z0-9-]+)")
_FIELD = re.compile(r"\{([^{}]*)\}")


def load_words(language: str, styles: Styles | None = None) -> Words:
    """The interface words of a language ("en-GB" reads en-GB.yaml, else en.yaml).

    A language that has none gets those of the house, and they say so; so does one whose file is not
    complete yet, or English words would stand unmarked among its own. What a file in English leaves
    out is said as the program says it. Raises SourceError with every fault.
    """
    if pseudo.is_pseudo(language):
        english = load_words(_FALLBACK, styles).entries
        return Words(
            tuple((key, pseudo.sentence(said, language)) for key, said in english), language
        )
    names = (language, languages.primary(language), languages.HOUSE, _FALLBACK)
    name = next(name for name in names if folder.find(f"locales/{name}.yaml", styles))
    theirs = languages.same(name, language) and language != "en"  # English words here are British
    own = folder.named("locales", name, styles)
    shipped = folder.shipped() / "locales"
    base = shipped / f"{name}.yaml"
    base = base if base.is_file() else shipped / f"{_FALLBACK}.yaml"
    findings = Findings(RULES)
    entries: dict[str, str] = {}
    lacking: tuple[str, ...] = ()
    for file in dict.fromkeys((base.resolve(), own.resolve())):
        shown = own if file == own.resolve() else base
        form = folder.form(shown, "A locale", findings, settings=False)
        if form:
            needed = SENTENCES if file == base.resolve() else ()
            new = dict(_sentences(form, needed, styles, name if shown == own else base.stem))
            if shown == own and not languages.same(base.stem, name):
                lacking = tuple(key for key in SENTENCES if key not in form.typed)
            kept = {k: v for k, v in entries.items() if k.partition("/")[0] not in new}
            entries = entries if lacking else kept | new
    if len(findings):
        raise SourceError(findings)
    return Words(
        tuple(entries.items()), language if theirs and not lacking else languages.HOUSE, lacking
    )


def _sentences(
    form: Form, needed: Iterable[str], styles: Styles | None, language: str
) -> Iterator[tuple[str, str]]:
    others = {key for key in form.typed if key not in SENTENCES and not _names_a_format(key)}
    names = _names_of_editions(styles) if others else frozenset()
    for key in form.typed:
        if key in COUNTED and form.holds_keys(key):
            yield from _forms(form, key, language)
        elif key in names or key not in others:
            sentence = form.text(key)
            _look_at(form, key, sentence, SENTENCES.get(key, frozenset()))
            yield key, sentence
    for key in needed:
        if not form.holds_keys(key):
            form.text(key)
    form.close(*SENTENCES, *names, hint=_NEW)


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
