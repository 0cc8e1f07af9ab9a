"""What is to be filled in: content controls (ISO 29500-1, 17.5.2), which print as boxes and lines.

Each says what it asks for, in its title: that is what screen readers tell.
"""

from __future__ import annotations

from exporter import fonts
from exporter.model import Document, Question
from exporter.outline import briefly, clean
from exporter.walk import every_block
from exporter.writers.docx.ledger import Ledger
from exporter.writers.docx.markup import character_style, escape, in_typeface, run

_BOX, _ROUND = ("\u2610", "\u2612"), ("\u25cb", "\u25c9")
"""Empty and ticked; round where one answer is asked for, as on the web and in print. Word has no
control of which only one can be ticked, so the mark and the words of the question say it."""
_SIGNS = fonts.SIGNS[0]
_NEWER = (
    ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w14"'
)
"""Boxes to tick are younger than the standard; who does not know them may leave them out."""
_ROOM = "\u00a0" * 5
"""What stands where nothing is written yet: enough to be met and pressed, and no words."""


def tick_box(ledger: Ledger, asks: str, name: str, *, one: bool) -> str:
    """A box that can be ticked; `one`: a round one, of an answer among which one is chosen."""
    empty, ticked = _ROUND if one else _BOX
    states = "".join(
        f'<w14:{state} w14:val="{ord(sign):04X}" w14:font="{_SIGNS}"/>'
        for state, sign in (("checkedState", ticked), ("uncheckedState", empty))
    )
    kind = f'<w14:checkbox><w14:checked w14:val="0"/>{states}</w14:checkbox>'
    box = run(empty, in_typeface(character_style("Tick Box"), _SIGNS))
    return _control(ledger, asks, name, kind, box, _NEWER)


def text(ledger: Ledger, asks: str, name: str) -> str:
    """Room for words."""
    kind = '<w:showingPlcHdr/><w:text w:multiLine="1"/>'
    return _control(ledger, asks, name, kind, run(_ROOM))


def lines(field: str, count: int) -> str:
    """A field before lines to write on.

    Each line is a tab that draws it, so that typed words stand on the first, and the others stay.
    """
    return field + "<w:r><w:br/></w:r>".join(["<w:r><w:tab/></w:r>"] * count)


def with_signs(signs: dict[str, str], document: Document) -> dict[str, str]:
    """The typefaces of signs with those of boxes, where a document has any to tick."""
    blocks = every_block(document.sections)
    asked = [one for one in blocks if isinstance(one, Question) and one.answers]
    if not asked:
        return signs
    letters = {*signs.get(_SIGNS, "")}
    for question in asked:
        letters |= {*(_BOX if question.kind == "several" else _ROUND)}
    return {_SIGNS: "".join(sorted(letters)), **{k: v for k, v in signs.items() if k != _SIGNS}}


def _control(
    ledger: Ledger, asks: str, name: str, kind: str, content: str, namespaces: str = ""
) -> str:
    return (
        f'<w:sdt{namespaces}><w:sdtPr><w:alias w:val="{escape(briefly(clean(asks)))}"/>'
        f'<w:tag w:val="{escape(name)}"/><w:id w:val="{ledger.next_control()}"/>{kind}'
        f"</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"
    )
