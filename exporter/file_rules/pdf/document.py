"""Rules on what a PDF says of itself as a whole: its catalogue, metadata, layers, files in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exporter.diagnostics import Diagnostic, Severity, short
from exporter.file_rules.pdf.catalogue import found, on_pages
from exporter.file_rules.pdf.facts import Facts
from exporter.file_rules.pdf.measured import MeasuredPage
from exporter.pdf_file.tree import Kid, Mark, Node

_LONG = 10
"""Pages; from here on a document needs bookmarks to be found one's way in."""
_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")
"""As RFC 3066 writes a language tag (ISO 14289-1, 7.2)."""


def check(facts: Facts) -> Iterator[Diagnostic]:
    yield from _tags(facts)
    yield from _language(facts)
    yield from _metadata(facts)
    yield from _parts(facts)
    yield from _fonts(facts)


def _tags(facts: Facts) -> Iterator[Diagnostic]:
    if not facts.tagged:
        yield found("pdf-untagged", "This PDF has no tags: nothing in it is marked as a heading, "
                    "a list, a picture or a table.")  # fmt: skip
    elif not facts.marked:
        yield found("pdf-tags-not-declared", "This PDF has tags, and does not say that they count.")
    if facts.document.suspects:
        yield found("pdf-tags-suspect", "This PDF says of its own tags that they may be wrong.")
    if facts.roles.nameless():
        names = ", ".join(short(name, 30) for name in facts.roles.nameless()[:5])
        yield found("pdf-role-unknown", f"Nobody says what these types of tags are: {names}.")
    if facts.roles.round():
        yield found("pdf-role-circle", f"The type {facts.roles.round()[0]} is explained by itself.")
    if facts.roles.changed():
        yield found(
            "pdf-role-changed", f"The role map makes something else of {facts.roles.changed()[0]}."
        )


def _language(facts: Facts) -> Iterator[Diagnostic]:
    if not facts.language and _each_part_has_a_language(facts):
        yield found(
            "pdf-language-missing",
            "This PDF says of its parts which language they are in, and not of the whole.",
            severity=Severity.PLEASE_ANSWER,
        )
    elif not facts.language:
        yield found("pdf-language-missing", "This PDF does not say which language it is in.")
    given = {facts.language, *(element.language for element in facts.elements)}
    given = {*given, *facts.content_languages.values()} - {""}
    wrong = sorted(language for language in given if not _LANGUAGE.fullmatch(language))
    if wrong:
        yield found(
            "pdf-language-wrong", f"“{short(wrong[0], 30)}” is no language.", words=wrong[0]
        )


def _each_part_has_a_language(facts: Facts) -> bool:
    """Whether all that is read aloud has one, though the file as a whole has none.

    That is enough for PDF/UA-1 (7.2), not for PDF/UA-2 (ISO 14289-2, 8.4.4). The language of words
    may stand in the page.
    """

    def has_its_own(kid: Kid) -> bool:
        if isinstance(kid, Mark):
            return not kid.in_form and (kid.page, kid.number) in facts.content_languages
        return isinstance(kid, Node)

    has_one: set[int] = set()
    for element in facts.elements:  # each stands behind the one that it is in
        speaks = element.alt or element.actual or not all(map(has_its_own, element.kids))
        if element.language or id(element.parent) in has_one:
            has_one.add(id(element))
        elif speaks:
            return False
    loose = any(one.contents and not one.holder for one in facts.annotations)
    document = facts.document
    beside_the_tags = facts.bookmarks or loose or not document.title_has_language
    return (
        bool(has_one or facts.content_languages)
        and not beside_the_tags
        and document.standard != "ua-2"
    )


def _metadata(facts: Facts) -> Iterator[Diagnostic]:
    document = facts.document
    if not document.title:
        yield found("pdf-title-missing", "This PDF has no title in its properties.")
    else:
        if not document.title_in_metadata:
            yield found("pdf-title-not-in-metadata", "The title stands only in the old properties.")
        if not document.title_shown:
            message = "The window shows the name of the file, not the title."
            yield found("pdf-title-not-shown", message)
    if not facts.readable_by_machines:
        yield found("pdf-locked-for-readers", "This PDF is protected against screen readers.")
    if document.claim_misspelt:
        message = "This PDF claims to keep to PDF/UA in a way that no program knows."
        yield found("pdf-standard-misspelt", message)
    elif not document.standard:
        yield found("pdf-standard-missing", "This PDF does not say that it keeps to PDF/UA.")
    if not facts.bookmarks and facts.pages >= _LONG:
        yield found("pdf-bookmarks-missing", f"This PDF has {facts.pages} pages and no bookmarks.")


def _parts(facts: Facts) -> Iterator[Diagnostic]:
    document = facts.document
    if document.files_without_name:
        name = short(document.files_without_name[0], 40)
        yield found("pdf-file-in-it-unnamed", f"A file in this PDF lacks a name: {name}.")
    if document.layers_without_name:
        yield found("pdf-layers-unnamed", "A choice of layers of this PDF has no name.")
    if document.layers_change:
        yield found("pdf-layers-change", "Layers of this PDF are switched by themselves.")
    if document.redrawn_form:
        yield found("pdf-form-redrawn", "The form in this PDF (XFA) is drawn anew by its program.")
    if document.draws_from_outside:
        yield found("pdf-page-from-outside", "Part of a page is drawn from another file.")
    if document.pages_with_repeated_forms:
        yield found(
            "pdf-tagged-part-repeated",
            f"A part of {on_pages(document.pages_with_repeated_forms)} that has tags in it is "
            "drawn more than once.",
        )


_FAULTS = {
    "pdf-fonts-false-letters": "These typefaces call signs letters that are none",
    "pdf-fonts-parts-disagree": "The parts of these typefaces do not fit together",
    "pdf-fonts-encoding-unclear": "These typefaces do not say clearly which sign is which letter",
    "pdf-fonts-glyph-missing": "Signs are used that these typefaces do not have",
    "pdf-fonts-list-incomplete": "The file's list of what these typefaces have is not right",
    "pdf-fonts-widths-differ": "The signs of these typefaces are not as wide as the file says",
}


def _fonts(facts: Facts) -> Iterator[Diagnostic]:
    told = {
        "pdf-fonts-not-embedded": ("These typefaces are not in the file", facts.fonts_not_embedded),
        "pdf-fonts-without-letters": (
            "These typefaces do not tell their letters", facts.fonts_without_letters
        ),
        **{code: (words, facts.font_faults.get(code, ())) for code, words in _FAULTS.items()},
    }  # fmt: skip
    for code, (words, names) in told.items():
        if names:
            yield found(code, f"{words}: {', '.join(names[:5])}.")


def untagged(facts: Facts, pages: list[MeasuredPage]) -> Iterator[Diagnostic]:
    """What is drawn on pages must be in a tag, or said to be for the look only (7.1)."""
    owners = facts.owners()
    loose = [
        (page.number, run.words.strip())
        for page in pages
        for run in page.runs
        if not run.artifact and (page.number, run.mark) not in owners
    ]
    if loose:
        first = loose[0][1]
        yield found(
            "pdf-words-untagged",
            f"Words on {on_pages(page for page, _ in loose)} are in no tag, for example "
            f"“{short(first)}”.",
            words=first,
        )
    drawings = [page.number for page in pages if page.loose_drawings]
    if drawings:
        yield found(
            "pdf-drawing-untagged",
            f"Lines or pictures on {on_pages(drawings)} are in no tag, and not said to be for "
            "the look only.",
        )
    both = [page.number for page in pages if page.tagged_and_not]
    if both:
        yield found(
            "pdf-artifact-in-tags",
            f"On {on_pages(both)} something is tagged, and said to be for the look only too.",
        )
