"""Files of a document as they are on disk, and changed ones written: all of them, or none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from exporter.authored.files import MOST_TEXT
from exporter.fingerprint import write_whole
from exporter.saving.refusal import NotSaved

_MARK = "\ufeff"


@dataclass(frozen=True, slots=True)
class Text:
    """The text of a file. `marked`: it begins with a mark of byte order, which it keeps."""

    text: str
    marked: bool = False

    def with_text(self, text: str) -> Text:
        return Text(text, self.marked)

    @property
    def data(self) -> bytes:
        return f"{_MARK if self.marked else ''}{self.text}".encode()


def read_text(file: Path) -> Text:
    """A file as it is, its ends of lines too. Raises NotSaved where it is no text in UTF-8."""
    data = file.read_bytes()
    if len(data) > MOST_TEXT:
        raise NotSaved(f"{file.name} is too large to be changed here.")
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        raise NotSaved(f"{file.name} is not saved as UTF-8.") from error
    return Text(text.removeprefix(_MARK), text.startswith(_MARK))


def save(before: Mapping[Path, Text], after: Mapping[Path, Text]) -> tuple[Path, ...]:
    """Write the files that changed, each whole, and tell which. `before` is what was read.

    Raises NotSaved, with nothing written, where somebody else has changed one of them meanwhile;
    OSError where a file cannot be written: then those that were written are put back.
    """
    changed = [file for file, text in after.items() if text != before[file]]
    for file in changed:
        if file.read_bytes() != before[file].data:
            raise NotSaved(f"{file.name} was changed by somebody else meanwhile.")
    written: list[Path] = []
    try:
        for file in changed:
            write_whole(file, after[file].data)
            written.append(file)
    except BaseException:
        for file in written:
            write_whole(file, before[file].data)
        raise
    return tuple(changed)
