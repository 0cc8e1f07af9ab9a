"""What was worked out of a whole document is not worked out again a moment later.

Things are known by identity: to compare two documents would take longer than to ask once more.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import ParamSpec, TypeVar

Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")

MOST = 8
"""So many answers are kept: about as many as a document has editions."""


def known(ask: Callable[Asked, Answer]) -> Callable[Asked, Answer]:
    """Keep the last answers of a function, each with the very things that it was asked about.

    For things that never change, and answers that nobody changes.
    """
    answers: deque[tuple[tuple[object, ...], Answer]] = deque(maxlen=MOST)

    def answer(*given: Asked.args, **named: Asked.kwargs) -> Answer:
        about = (*given, *named, *named.values())
        for asked, told in tuple(answers):  # a copy: other threads ask, too
            if len(asked) == len(about) and all(map(_same, asked, about)):
                return told
        told = ask(*given, **named)
        answers.append((about, told))
        return told

    answer.__doc__ = ask.__doc__
    return answer


def _same(one: object, other: object) -> bool:
    return one is other
