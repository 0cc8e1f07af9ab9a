"""What the original of a translation says, field by field."""

from __future__ import annotations

from collections.abc import Mapping

from exporter.saving import NotSaved, Yaml
from exporter.studio.changes import fields_of
from exporter.studio.forms import as_name
from exporter.studio.view import Original
from exporter.studio.wrapping import unwrapped


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
