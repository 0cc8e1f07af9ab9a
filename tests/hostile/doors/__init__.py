"""Every attack by its name, which begins with its door."""

from __future__ import annotations

from dataclasses import replace

from tests.hostile.attack import Attack
from tests.hostile.doors import (
    banks,
    books,
    brands,
    charts,
    commands,
    forms,
    imports,
    links,
    names,
    paths,
    pdfs,
    photos,
    plans,
    sources,
    states,
    styles,
    svgs,
    web_pages,
    word_files,
)  # fmt: skip

_DOORS = {
    "source": sources, "link": links, "path": paths, "picture": photos, "bank": banks, "SVG": svgs,
    "chart": charts, "style": styles, "brand": brands, "plan": plans, "name": names, "state": states,
    "Word": word_files, "form": forms, "import": imports, "PDF": pdfs, "HTML": web_pages, "EPUB": books, "command line": commands,
}  # fmt: skip
ATTACKS: dict[str, Attack] = {
    f"{door}: {one.name}": replace(one, name=f"{door}: {one.name}")
    for door, module in _DOORS.items()
    for one in module.ATTACKS
}
assert len(ATTACKS) == sum(len(module.ATTACKS) for module in _DOORS.values()), "a name stands twice"
