"""A text of one line that is to have more paragraphs: it is put below a bar, as it stands."""

from __future__ import annotations

from exporter.saving.passages import Passage, passage_at
from exporter.saving.refusal import NotSaved
from exporter.saving.scalars import Yaml


def below_a_bar(text: str, passage: Passage) -> tuple[str, Passage]:
    """The text of a file in which a value of one line stands on the line below its key and a bar;
    and the passage there. Raises NotSaved where it is no such value."""
    scalar, yaml = passage.scalar, Yaml(text)
    refusal = NotSaved("It stands in a value where there can be one paragraph only.")
    key = yaml.keys.get(scalar.path)
    start = yaml.starts[scalar.line - 1]
    alone = not text[scalar.end : yaml.after(scalar.line)].strip()
    if (
        not passage.prose
        or passage.before
        or key is None
        or scalar.flow
        or scalar.style == ">"
        or not start <= key < scalar.start
        or yaml.line_of(max(scalar.end - 1, 0)) != scalar.line
        or not alone
        or not isinstance(scalar.path[-1], str)
        or not scalar.value.strip()
        or scalar.value != scalar.value.strip()
        or "\n" in scalar.value
    ):
        raise refusal
    column = " " * (key - start + 2)
    newline = yaml.newline
    end = yaml.after(scalar.line)
    made = f"{text[: scalar.start]}|{newline}{column}{scalar.value}{newline}{text[end:]}"
    after = Yaml(made)
    said = {one.path: one.value.rstrip("\n") for one in after.scalars}
    if said != {one.path: one.value.rstrip("\n") for one in yaml.scalars}:
        raise refusal
    return made, passage_at(after, scalar.line + 1, passage.words)
