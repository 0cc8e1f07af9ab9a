"""What the original of a translation says, field by field."""

from __future__ import annotations

from collections.abc import Mapping

from exporter.saving import NotSaved, Yaml
from exporter.studio.changes import fields_of
from exporter.studio.folder import Folder
from exporter.studio.forms import as_name
from exporter.studio.view import Original
from exporter.studio.wrapping import unwrapped


class Originals:
    """The originals of translations; each is read again only when its texts have changed."""

    def __init__(self, folder: Folder) -> None:
        self._folder = folder
        self._read: dict[str, tuple[Mapping[str, str], Original]] = {}

    def of(self, name: str) -> Original | None:
        """The original of a translation; None for a document that is none."""
        original = self._folder.original(name)
        if original is None:
            return None
        texts = self._folder.texts(original)
        before = self._read.get(original)
        if before is None or before[0] != texts:
            before = (texts, as_original(original, texts))
            self._read[original] = before
        return before[1]


def as_original(name: str, texts: Mapping[str, str]) -> Original:
    """The original of this name, of which these are the files."""
    said = {file: _fields(text) for file, text in texts.items()}
    about = said.get("document.yaml", {})
    return Original(name, about.get("title", name), about.get("language", ""), said)


def _fields(text: str) -> dict[str, str]:
    try:
        return {as_name(path): unwrapped(words) for path, words in fields_of(Yaml(text)).items()}
    except NotSaved:
        return {}
