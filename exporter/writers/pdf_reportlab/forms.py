"""The form of a file: its fields, their looks, and the typeface in which readers type."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from exporter.writers import fields
from exporter.writers.fields import Choice, Field
from exporter.writers.operators import numbers
from exporter.writers.pdf_reportlab.objects import Objects, text_string


@dataclass(slots=True)
class _Choices:
    """The one field of a question with its places, in the order of its answers."""

    number: int
    asks: str
    places: list[tuple[int, str]] = field(default_factory=list)
    """The object of each, and the words of its answer."""


@dataclass(slots=True)
class Forms:
    """Collects the fields of one file in the order of its pages."""

    objects: Objects
    family: str
    fields: list[int] = field(default_factory=list)
    _choices: dict[str, _Choices] = field(default_factory=dict)
    _looks: dict[tuple[str, float, float], int] = field(default_factory=dict)

    def widget(
        self, asked: Field, box: tuple[float, float, float, float], key: int, page: int
    ) -> str:
        """A field with its one place, which is printed (ISO 14289-1, 7.18.1: it says what for)."""
        said = _entries(fields.entries(asked).items())
        name = f"/T{text_string(asked.name)}"
        if asked.choice:
            name = f"/Parent {self._choice(asked.name, asked.choice).number} 0 R"
        return (
            f"<</Type/Annot/Subtype/Widget/Rect[{numbers(*box)}]/F 4/P {page} 0 R"
            f"/StructParent {key}{name}/TU{text_string(asked.asks)}"
            f"/Contents{text_string(asked.asks)}{said}/AP<</N {self._states(asked, box)}>>>>"
        )

    def placed(self, asked: Field, number: int) -> None:
        """Take down the object of a field, or of one place of a choice."""
        if asked.choice is None:
            self.fields.append(number)
        else:
            places = self._choice(asked.name, asked.choice).places
            places.append((number, asked.choice.answer))

    def _choice(self, name: str, choice: Choice) -> _Choices:
        if name not in self._choices:
            self._choices[name] = _Choices(self.objects.reserve(), choice.asks)
            self.fields.append(self._choices[name].number)
        return self._choices[name]

    def _states(self, asked: Field, box: tuple[float, float, float, float]) -> str:
        width, height = box[2] - box[0], box[3] - box[1]
        drawn = [
            (name, self._drawn(code, width, height))
            for name, code in fields.looks(asked, width, height)
        ]
        if asked.kind == "lines":
            return f"{drawn[0][1]} 0 R"
        return "<<" + "".join(f"/{name} {number} 0 R" for name, number in drawn) + ">>"

    def _drawn(self, code: str, width: float, height: float) -> int:
        """A look; fields that look the same share it."""
        key = (code, width, height)
        if key not in self._looks:
            entries = f"/Type/XObject/Subtype/Form/BBox[{numbers(0, 0, width, height)}]"
            entries += "/Resources<<>>"
            self._looks[key] = self.objects.stream(entries, code.encode("ascii"))
        return self._looks[key]

    def entry(self) -> str:
        """What the catalogue says of the form; nothing where there is none."""
        if not self.fields:
            return ""
        for name, choice in self._choices.items():
            kids = " ".join(f"{number} 0 R" for number, _ in choice.places)
            answers = "".join(text_string(answer) for _, answer in choice.places)
            self.objects.plain[choice.number] = (
                f"<<{_entries(fields.CHOICE.items())}/T{text_string(name)}"
                f"/TU{text_string(choice.asks)}/Opt[{answers}]/Kids[{kids}]>>"
            )
        face = fields.typing_face(self.family)
        program = self.objects.stream(f"/Length1 {len(face.program)}", face.program)
        described = (*face.descriptor, ("FontFile2", f"{program} 0 R"))
        descriptor = self.objects.add(f"<<{_entries(described)}>>")
        coded = (*face.font, ("FontDescriptor", f"{descriptor} 0 R"))
        font = self.objects.add(f"<<{_entries(coded)}>>")
        listed = " ".join(f"{number} 0 R" for number in self.fields)
        return (
            f"/AcroForm<</Fields[{listed}]/DR<</Font<</{fields.FACE} {font} 0 R>>>>"
            f"/DA({fields.default_look(0)})>>"
        )


def _entries(pairs: Iterable[tuple[str, str]]) -> str:
    """The entries of a dictionary: a value that begins with no sign of its own needs a space."""
    return "".join(f"/{name}{'' if value[0] in '/(<[' else ' '}{value}" for name, value in pairs)
