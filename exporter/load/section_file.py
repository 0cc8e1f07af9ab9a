"""One section file on its own: what it gives a document, and what was read of it before.

What a file gives depends on its bytes, its names and the language of the document, and on nothing
else. So a section that has not changed since the document was last read is not read again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from exporter.authored.files import Folder
from exporter.authored.findings import Findings
from exporter.authored.located import Data, Located
from exporter.languages.spellings import spelling
from exporter.load.document_file import DocumentBefore
from exporter.load.faults import fit
from exporter.load.names import Defined, Names, Used
from exporter.load.schema import SectionShape
from exporter.load.sections import SectionReader
from exporter.source import Call, SourceSection

Key: TypeAlias = tuple[str, str, str, bytes]
"""File, name of the section, language of the document, bytes: all that a reading depends on."""


@dataclass(frozen=True, slots=True)
class SectionFile:
    """What one section file gives a document: `section` is None where it has not its shape."""

    section: SourceSection | None
    words: str = ""
    """All that it says, spelt as words are compared."""
    list_calls: tuple[Call, ...] = ()
    defined: tuple[Defined, ...] = ()
    used: tuple[Used, ...] = ()
    spoilt: frozenset[str] = frozenset()
    alone: bool = True
    """Whether it was read without any file beside it, such as the CSV file of a table."""


def section_file(
    name: str, located: Located, folder: Folder, findings: Findings, language: str
) -> SectionFile:
    """The section of this name, as it stands in a file that was read."""
    fitted = fit(SectionShape, located, findings)
    if fitted.shape is None:
        return SectionFile(None, spoilt=frozenset(fitted.spoilt))
    names, beside = Names(), replace(folder, asked={})
    reader = SectionReader(beside, located, findings, names, (name,), language)
    section = reader.section(fitted.shape)
    return SectionFile(
        section,
        spelling("\n".join(_texts(located.data))),
        tuple(reader.list_calls),
        tuple(names.defined),
        tuple(names.used),
        frozenset(fitted.spoilt | names.spoilt),
        alone=not beside.asked,
    )


@dataclass(slots=True)
class ReadBefore:
    """One document as it was read last, section by section; it holds no more than that document.

    Each reading puts its own in place of all, at once: threads that read beside one another may
    read a section twice, and never get one that is not as its file is.
    """

    sections: Mapping[Key, SectionFile] = field(default_factory=dict, repr=False)
    document: DocumentBefore | None = field(default=None, repr=False)


def _texts(data: Data) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    else:
        for value in data.values() if isinstance(data, dict) else data:
            yield from _texts(value)
