"""What stands for `contact: publisher`: typed in a brand or a plan, and not in the document."""

from __future__ import annotations

from dataclasses import replace

from exporter.source import PUBLISHER, Source
from exporter.typed.reading import Mapping, Node, Scalar, Sequence, Typed

_KEYS = ("name", "email", "phone", "web")


def given_out(typed: Typed, source: Source) -> Typed:
    """What was typed, with the contact of whoever gives it out as if it had been typed there."""
    written = typed.document.mapping("contacts").items
    publisher = dict(source.contacts).get(PUBLISHER)
    if publisher is None or PUBLISHER in written:
        return typed
    ways: dict[str, Node] = {
        key: Scalar(getattr(publisher, key), "", 0) for key in _KEYS if getattr(publisher, key)
    }
    if publisher.post:
        ways["post"] = Sequence(tuple(Scalar(line, "", 0) for line in publisher.post))
    contacts = Mapping({**written, PUBLISHER: Mapping(ways)})
    return replace(typed, document=Mapping({**typed.document.items, "contacts": contacts}))
