"""What is to be filled in: content controls, and the form fields of older Words.

A control that only holds words of the document, as a title on a cover, is none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, TypeAlias

from exporter.attributes import whole_number
from exporter.word_file.names import Element, W, is_on, value

_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_OWN_NAME = re.compile(r"(?:Text|Check|Dropdown)\d+$")
"""What Word calls a field that nobody has named."""

Kind: TypeAlias = Literal["text", "choice", "date", "check"]


@dataclass(frozen=True, slots=True)
class FormField:
    """A field. `filled` is whether the words that stand in it are a reader's answer."""

    kind: Kind
    asks: str
    """What it says that it asks for, to those who do not see what stands beside it."""
    choices: tuple[str, ...] = ()
    value: str = ""
    """What is chosen or ticked; what is typed stands in the text."""
    filled: bool = False


def of_control(control: Element) -> FormField | None:
    """The field that a `w:sdt` is; None where it only holds words, or pictures."""
    about = control.find(f"{W}sdtPr")
    if about is None:
        return None
    asks = value(about, "alias") or value(about, "tag")
    filled = not is_on(about, "showingPlcHdr")
    for name in ("dropDownList", "comboBox"):
        choices = about.find(f"{W}{name}")
        if choices is not None:
            return FormField("choice", asks, _items(choices), filled=filled)
    if about.find(f"{W}date") is not None:
        return FormField("date", asks, filled=filled)
    box = about.find(f"{_W14}checkbox")
    if box is not None:
        mark = box.find(f"{_W14}checked")
        ticked = mark is not None and mark.get(f"{_W14}val", "1") in ("1", "true", "on")
        return FormField("check", asks, value="checked" if ticked else "")
    typed = about.find(f"{W}text") is not None and about.find(f"{W}dataBinding") is None
    return FormField("text", asks, filled=filled) if typed or not filled else None


def _items(choices: Element) -> tuple[str, ...]:
    names = (
        one.get(f"{W}displayText") or one.get(f"{W}value", "")
        for one in choices.iter(f"{W}listItem")
    )
    return tuple(filter(None, names))


def of_sign(sign: Element) -> FormField | None:
    """The form field that begins with a `w:fldChar`; None where another field does."""
    about = sign.find(f"{W}ffData")
    if about is None:
        return None
    name = value(about, "name")
    asks = value(about, "statusText") or value(about, "helpText")
    asks = asks or ("" if _OWN_NAME.match(name) else name)
    box, choices = about.find(f"{W}checkBox"), about.find(f"{W}ddList")
    if box is not None:
        ticked = is_on(box, "checked")
        ticked = is_on(box, "default") if ticked is None else ticked
        return FormField("check", asks, value="checked" if ticked else "")
    if choices is not None:
        names = tuple(one.get(f"{W}val", "") for one in choices.iter(f"{W}listEntry"))
        chosen = whole_number(value(choices, "result"), 0)
        return FormField("choice", asks, names, names[chosen] if chosen < len(names) else "")
    return FormField("text", asks, filled=True)
