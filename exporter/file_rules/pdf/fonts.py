"""The fonts of a PDF: which are not in the file, and which do not tell their letters."""

from __future__ import annotations

from typing import Any

import pikepdf

MOST_FONTS = 5_000


def fonts_lacking(file: pikepdf.Pdf) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The names of fonts that are not in the file, and of those without letters."""
    not_embedded: set[str] = set()
    without_letters: set[str] = set()
    seen: set[tuple[int, int]] = set()
    waiting = [get(page.obj, "/Resources") for page in file.pages]
    while waiting and len(seen) < MOST_FONTS:
        resources = waiting.pop()
        for _, form in items_of(get(resources, "/XObject")):
            if _is_new(form, seen) and str(get(form, "/Subtype")) == "/Form":
                waiting.append(get(form, "/Resources"))
        for _, font in items_of(get(resources, "/Font")):
            if _is_new(font, seen):
                name = str(get(font, "/BaseFont") or "a font without a name").lstrip("/")
                if not _is_embedded(font):
                    not_embedded.add(name)
                if not _has_letters(font):
                    without_letters.add(name)
    return tuple(sorted(not_embedded)), tuple(sorted(without_letters))


def _is_new(thing: Any, seen: set[tuple[int, int]]) -> bool:
    key = getattr(thing, "objgen", (0, 0))
    if key in seen:
        return False
    if key != (0, 0):
        seen.add(key)
    return True


def _is_embedded(font: Any) -> bool:
    if str(get(font, "/Subtype")) == "/Type3":
        return True
    for descendant in list_of(get(font, "/DescendantFonts")):
        font = descendant
    descriptor = get(font, "/FontDescriptor")
    return any(
        get(descriptor, name) is not None for name in ("/FontFile", "/FontFile2", "/FontFile3")
    )


def _has_letters(font: Any) -> bool:
    """Simple fonts have encodings whose letters are known; composite ones need a map."""
    if str(get(font, "/Subtype")) != "/Type0" or get(font, "/ToUnicode") is not None:
        return True
    if not str(get(font, "/Encoding")).startswith("/Identity"):
        return True
    return any(_script_of(one) in _KNOWN_SCRIPTS for one in list_of(get(font, "/DescendantFonts")))


_KNOWN_SCRIPTS = frozenset(["Japan1", "GB1", "CNS1", "Korea1", "KR"])
"""The letters of these signs are known by their numbers (ISO 32000-1, 9.10.2)."""


def _script_of(font: Any) -> str:
    system = get(font, "/CIDSystemInfo")
    known = str(get(system, "/Registry")) == "Adobe"
    return str(get(system, "/Ordering")) if known else ""


def get(thing: Any, name: str) -> Any:
    return thing.get(name) if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream) else None


def items_of(thing: Any) -> list[tuple[str, Any]]:
    return list(thing.items()) if isinstance(thing, pikepdf.Dictionary) else []


def list_of(thing: Any) -> list[Any]:
    if isinstance(thing, pikepdf.Array):
        return list(thing)
    return [] if thing is None else [thing]
