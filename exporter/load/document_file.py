"""document.yaml on its own: what it gives a document, and what was read of it before.

What it gives depends on its bytes and on those of the files that it names, and on nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256

from exporter.authored.files import Folder
from exporter.authored.findings import Findings
from exporter.authored.located import Located
from exporter.diagnostics import NOWHERE
from exporter.load.document import DocumentReader
from exporter.load.faults import fit
from exporter.load.names import Names
from exporter.load.pictures import LARGEST_RASTER
from exporter.load.schema import DocumentShape
from exporter.source import Source


@dataclass(frozen=True, slots=True)
class DocumentFile:
    """What document.yaml gives; its sections are not read yet."""

    located: Located = field(repr=False)
    shape: DocumentShape = field(repr=False)
    source: Source = field(repr=False)
    names: Names = field(repr=False)
    beside: Mapping[str, bytes] = field(repr=False)
    """The files that were read with it, and a hash of each."""


def document_file(
    located: Located, folder: Folder, findings: Findings, names: Names
) -> DocumentFile | None:
    """What a document.yaml that was read gives; None where it has not its shape."""
    fitted = fit(DocumentShape, located, findings)
    names.spoilt |= fitted.spoilt
    if fitted.shape is None:
        return None
    own, beside = Names(spoilt=set(fitted.spoilt)), replace(folder, asked={})
    source = DocumentReader(beside, located, findings, own).source(fitted.shape)
    return DocumentFile(located, fitted.shape, source, own, beside.asked or {})


@dataclass(frozen=True, slots=True)
class DocumentBefore:
    """A document.yaml in which nothing was wrong, as it was read last."""

    folder: Folder = field(repr=False)
    data: bytes = field(repr=False)
    read: DocumentFile = field(repr=False)

    def serves(self, folder: Folder, data: bytes) -> bool:
        """Whether it would be read again just so: it, and each file beside it, has these bytes."""
        if (self.folder.path, self.folder.original, self.data) != (
            folder.path, folder.original, data,
        ):  # fmt: skip
            return False
        return all(_hash_now(folder, name) == one for name, one in self.read.beside.items())


def _hash_now(folder: Folder, name: str) -> bytes:
    """A hash of a file of the folder as it is now; nothing of one that cannot be read."""
    data = folder.read_picture(name, LARGEST_RASTER, Findings(), NOWHERE)
    return b"" if data is None else sha256(data).digest()


def taken(names: Names, read: DocumentFile) -> None:
    """The names of a document.yaml, among those of the whole document."""
    names.defined.extend(read.names.defined)
    names.used.extend(read.names.used)
    names.spoilt |= read.names.spoilt
    names.whole &= read.names.whole
