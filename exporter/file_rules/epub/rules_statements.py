"""Rules on what a book says about how it can be read: that it says it, and that it is true."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from exporter.diagnostics import Diagnostic
from exporter.epub_file import Book, named
from exporter.file_rules.epub.catalogue import found
from exporter.file_rules.epub.rules_navigation import navigation_of
from exporter.file_rules.epub.texts import Text, list_of_kind

_ASKED = ("accessMode", "accessibilityFeature", "accessibilityHazard")
_HELPFUL = ("accessModeSufficient", "accessibilitySummary")
_PAGES = ("pageNavigation", "printPageNumbers", "pageBreakMarkers")

Said = Mapping[str, tuple[str, ...]]


def check(book: Book, texts: list[Text]) -> Iterator[Diagnostic]:
    """What these rules find."""
    said = statements(book)
    name = book.package_name
    missing = [one for one in _ASKED if not said.get(one)]
    if missing:
        message = f"The book does not say its {' or '.join(missing)}."
        yield found("epub-statement-missing", message, name)
    thin = [one for one in _HELPFUL if not said.get(one)]
    if thin and not missing:
        message = f"The book does not say its {' or '.join(thin)}."
        yield found("epub-statement-thin", message, name)
    for message in _untrue(book, texts, said):
        yield found("epub-statement-untrue", message, name)
    if said.get("conformsTo") and not said.get("certifiedBy"):
        message = "The book claims to meet a standard, but nobody stands for it."
        yield found("epub-claim-unsigned", message, name)


def statements(book: Book) -> Said:
    """schema.org and other properties of the package, without their prefixes."""
    said: dict[str, list[str]] = defaultdict(list)
    for one in named(book.package, "meta"):
        # EPUB 2 writes them as name and content
        key = one.get("property") or one.get("name") or ""
        value = one.text if one.get("property") else one.get("content")
        if (value or "").strip() and not one.get("refines"):
            said[key.split(":")[-1]].append((value or "").strip())
    for link in named(book.package, "link"):
        if "conformsTo" in (link.get("rel") or ""):
            said["conformsTo"].append(link.get("href") or "")
    return {key: tuple(values) for key, values in said.items()}


def _untrue(book: Book, texts: list[Text], said: Said) -> Iterator[str]:
    features = said.get("accessibilityFeature", ())
    navigation = navigation_of(book)
    lists = (
        set()
        if navigation is None
        else {
            kind for kind in ("toc", "page-list") if list_of_kind(navigation[1], kind) is not None
        }
    )
    images = [one for text in texts for one in text.elements("img")]
    without = [one for one in images if one.get("alt") is None]
    if "alternativeText" in features and (without or not any(one.get("alt") for one in images)):
        count = (
            f"{len(without)} of {len(images)} pictures have none" if without else "there is none"
        )
        yield f"It says alternativeText, but {count}."
    marks = any(text.pages() for text in texts)
    for feature in _PAGES:
        there = marks if feature == "pageBreakMarkers" else "page-list" in lists
        if feature in features and not there:
            what = "no mark of a page" if feature == "pageBreakMarkers" else "no list of pages"
            yield f"It says {feature}, but has {what}."
    ncx = any("x-dtbncx" in item.media for item in book.items)
    if "tableOfContents" in features and "toc" not in lists and not ncx:
        yield "It says tableOfContents, but has none."
    if {"MathML", "describedMath"} & set(features) and not _any(texts, "math"):
        yield "It says that its sums are marked or described, but has no MathML."
    overlays = any("smil" in item.media for item in book.items)
    if "synchronizedAudioText" in features and not overlays:
        yield "It says synchronizedAudioText, but no sound goes with the text."
    modes = said.get("accessMode", ())
    sufficient = said.get("accessModeSufficient", ())
    if "textual" in sufficient and without:
        yield f"It says that text alone is enough, but {len(without)} pictures have no words."
    if "visual" not in modes and modes and any(one.get("alt") != "" for one in images):
        yield "It says nothing of seeing (accessMode visual), but has pictures."
    hazards = said.get("accessibilityHazard", ())
    if "none" in hazards and (len(set(hazards)) > 1 or _any(texts, "video")):
        yield "It says that there is no hazard, but a film or another statement says otherwise."


def _any(texts: list[Text], tag: str) -> bool:
    return any(True for text in texts for _ in text.elements(tag))
