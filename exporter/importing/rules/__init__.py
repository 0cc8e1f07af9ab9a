"""What each decision of an import means, and how to undo it: for `explain` and for the report."""

from __future__ import annotations

from typing import Literal, TypeAlias

from exporter.importing.rules import changed, left_out, to_confirm, to_write
from exporter.rules import Rule

Kind: TypeAlias = Literal["left out", "to write", "to confirm", "changed"]
"""What a decision asks of a person: nothing came over; write words; confirm a guess; only know."""

_BY_KIND: dict[Kind, dict[str, Rule]] = {
    "to write": to_write.RULES,
    "to confirm": to_confirm.RULES,
    "left out": left_out.RULES,
    "changed": changed.RULES,
}
KINDS: dict[str, Kind] = {code: kind for kind, rules in _BY_KIND.items() for code in rules}
"""The kind of each decision, by its code."""
RULES: dict[str, Rule] = {code: one for rules in _BY_KIND.values() for code, one in rules.items()}
"""Every decision that an import can make, by its code."""

LOST = Rule(
    code="import-words-lost",
    title="Every word of an imported file is in the sources or in the report.",
    reason="The file was read a second time by another road, and words were met there that are in "
    "neither.",
    to_do="Write them where they belong. Please tell those who look after the program.",
    source="exporter, ARCHITECTURE.md, “Importing”",
)
EXISTS = Rule(
    code="document-exists",
    title="A document is never overwritten unasked.",
    reason="There is a document of this name already, and somebody may have worked on it.",
    to_do="Give the new one another name with  --to  or move the old folder away.",
    source="exporter, README.md",
)
UNKNOWN_KIND = Rule(
    code="import-kind-unknown",
    title="A file can be imported if it is Word, Markdown or a web page.",
    reason="Other files must become one of these first.",
    to_do="Open it in the program that made it, and save it as a Word document (.docx).",
    source="exporter, README.md",
)
CONVERTER_ABSENT = Rule(
    code="converter-absent",
    title="OpenDocument, RTF and old Word files are read through LibreOffice.",
    reason="LibreOffice is not installed here, or could not open the file.",
    to_do="Open the file in Word or LibreOffice, and save it as a Word document (.docx).",
    source="exporter, README.md",
)
