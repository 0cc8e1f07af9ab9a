"""Fields: the places that WeasyPrint gives to links to nowhere become fields of a form."""

from __future__ import annotations

from typing import Any

from exporter.writers import fields
from exporter.writers.fields import Choice, Field
from exporter.writers.html.questions import FIELD
from exporter.writers.operators import numbers
from exporter.writers.pdf_weasyprint.tree import Annotation

_OF_LINKS = ("A", "Dest", "Border", "H")


class Form:
    """The form of one file."""

    def __init__(self, pdf: Any) -> None:
        import pydyf

        self.pydyf = pydyf
        self.pdf = pdf
        self.family = fields.FALLBACK
        self.made: list[Any] = []
        self.choices: dict[str, Any] = {}
        """The one field of each question of which one answer is chosen, by its name."""
        self.looks: dict[tuple[str, float, float], Any] = {}

    def make(self, placed: Annotation, element: Any) -> None:
        """A field of the annotation of a link; its place and page stay as they are."""
        string, annotation = self.pydyf.String, placed.object
        asked = _field(element, placed.size)
        self.family = placed.family
        for name in _OF_LINKS:
            annotation.pop(name, None)
        annotation["Subtype"] = "/Widget"
        annotation["TU"] = string(asked.asks)
        annotation["Contents"] = string(asked.asks)
        annotation.update(fields.entries(asked))
        left, bottom, right, top = annotation["Rect"]
        annotation["AP"] = self.pydyf.Dictionary(
            {"N": self._states(asked, abs(right - left), abs(top - bottom))}
        )
        if asked.choice:
            self._place(annotation, self._choice(asked.name, asked.choice), asked.choice)
        else:
            annotation["T"] = string(asked.name)
            self.made.append(annotation.reference)

    def _choice(self, name: str, choice: Choice) -> Any:
        if name not in self.choices:
            string, array = self.pydyf.String, self.pydyf.Array
            said = {"T": string(name), "TU": string(choice.asks), "Opt": array(), "Kids": array()}
            made = self.pydyf.Dictionary({**fields.CHOICE, **said})
            self.pdf.add_object(made)
            self.choices[name] = made
            self.made.append(made.reference)
        return self.choices[name]

    def _place(self, annotation: Any, whole: Any, choice: Choice) -> None:
        annotation["Parent"] = whole.reference
        whole["Opt"].append(self.pydyf.String(choice.answer))
        whole["Kids"].append(annotation.reference)

    def _states(self, asked: Field, width: float, height: float) -> Any:
        drawn = {
            name: self._drawn(code, width, height)
            for name, code in fields.looks(asked, width, height)
        }
        return drawn[""] if asked.kind == "lines" else self.pydyf.Dictionary(drawn)

    def _drawn(self, code: str, width: float, height: float) -> Any:
        key = (code, width, height)
        if key not in self.looks:
            entries = {
                "Type": "/XObject",
                "Subtype": "/Form",
                "BBox": f"[{numbers(0, 0, width, height)}]",
                "Resources": "<<>>",
            }
            look = self.pydyf.Stream([code.encode("ascii")], entries, compress=True)
            self.pdf.add_object(look)
            self.looks[key] = look.reference
        return self.looks[key]

    def write(self) -> None:
        """The form in the catalogue, and the typeface in which readers type."""
        if not self.made:
            return
        face = fields.typing_face(self.family)
        program = self.pydyf.Stream([face.program], {"Length1": len(face.program)}, compress=True)
        self.pdf.add_object(program)
        described = {**dict(face.descriptor), "FontFile2": program.reference}
        coded = {**dict(face.font), "FontDescriptor": self._add(described)}
        font = self._add(coded).decode()
        self.pdf.catalog["AcroForm"] = self.pydyf.Dictionary(
            {
                "Fields": self.pydyf.Array(self.made),
                "DR": f"<</Font<</{fields.FACE} {font}>>>>",
                "DA": f"({fields.default_look(0)})",
            }
        )

    def _add(self, values: dict[str, Any]) -> Any:
        """A dictionary; the reference to it."""
        made = self.pydyf.Dictionary(values)
        self.pdf.add_object(made)
        return made.reference


def _field(element: Any, size: float) -> Field:
    """What a link to nowhere stands for."""
    name, asks = element.get("href").removeprefix(FIELD), element.get("title")
    match element.get("class"):
        case "tick":
            return Field("tick", name, asks, size)
        case "choice":
            question, answer, number = (
                element.get(f"data-{one}") for one in ("question", "answer", "number")
            )
            choice = Choice(question, answer, int(number))
            return Field("choice", name, asks, size, choice=choice)
    return Field("lines", name, asks, size, int(element.get("style").removeprefix("--lines:")))
