"""Typed data goes in; a shape comes out, or all that is wrong with it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from exporter.authored.located import Step, steps_in

os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
# what else is installed has no say in what a source is, and is not searched for plug-ins

Model = TypeVar("Model", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Fault:
    """What does not fit: `kind` in pydantic's words, or a rule code of ours."""

    path: tuple[Step, ...]
    kind: str
    message: str
    allowed: str = ""


def validate(shape: type[Model], data: object) -> Model | list[Fault]:
    """The data in its shape, or all that is wrong with it."""
    try:
        return shape.model_validate(data)
    except ValidationError as error:
        return [
            Fault(
                steps_in(data, one["loc"]),
                one["type"],
                one["msg"],
                str(one.get("ctx", {}).get("expected", "")),
            )
            for one in error.errors(include_url=False)
        ]


@cache
def json_schema(shape: type[BaseModel]) -> dict[str, Any]:
    """The JSON Schema of a shape."""
    return shape.model_json_schema()
