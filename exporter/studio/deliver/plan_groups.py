"""What a plan says for everybody, and for groups, in the text of its file: text in, text out.

Whether the words are right the plan's own reader tells.
"""

from __future__ import annotations

from exporter.authored.located import Path
from exporter.batch.partner import KEYS
from exporter.saving import NotSaved, Yaml, with_added, without_item
from exporter.studio.deliver.plan_text import Line, as_typed, line_at, with_one
from exporter.studio.saying import say

ALL = ""
"""The name of what holds for everybody, where others have that of a group."""
SHARED_KEYS = tuple(one for one in KEYS if one not in ("id", "name", "group"))
_DEFAULTS, _GROUPS = "defaults", "groups"


def shared_of(text: str) -> dict[str, Line]:
    """What holds for everybody, and for each group by its name. Raises NotSaved when no YAML."""
    yaml = Yaml(text)
    names = [str(path[1]) for path in yaml.items if len(path) == 2 and path[0] == _GROUPS]
    return {ALL: line_at(yaml, (_DEFAULTS,))} | {
        name: line_at(yaml, (_GROUPS, name)) for name in names
    }


def with_shared(text: str, name: str, wanted: Line) -> str:
    """The plan in which this holds for everybody, or for a group: only keys that differ are typed.

    An empty value takes its key out; a group that is not there begins. Raises NotSaved.
    """
    at = _place(name)
    now = shared_of(text).get(name, {})
    whole = {key: wanted.get(key, now.get(key, "")) for key in SHARED_KEYS}
    kept = {key: value for key, value in whole.items() if value}
    if not kept and name:
        raise NotSaved(say("group-says-nothing"))
    differing = [key for key in whole if as_typed(whole[key]) != as_typed(now.get(key, ""))]
    if not kept or not now or differing == list(now):  # nothing stays that it could stand beside
        text = _without(text, at) if at in Yaml(text).items else text
        return _begun(text, at, kept) if kept else text
    for key in sorted(differing, key=lambda one: not whole[one]):  # a group is never empty between
        text = with_one(text, (*at, key), whole[key])
    return text


def without_group(text: str, name: str) -> str:
    """The plan without a group. Raises NotSaved where there is none."""
    if not name or name not in shared_of(text):
        raise NotSaved(say("no-such-group"))
    return _without(text, _place(name))


def _place(name: str) -> Path:
    return (_GROUPS, name) if name else (_DEFAULTS,)


def _without(text: str, at: Path) -> str:
    """Without what stands there; the last group goes with the list of them."""
    yaml = Yaml(text)
    beside = [one for one in yaml.items if len(one) == 2 and one[0] == _GROUPS]
    return without_item(text, at[:1] if len(at) == 2 and len(beside) == 1 else at)


def _begun(text: str, at: Path, kept: Line) -> str:
    """What was not there yet: above the partners, for what holds for more comes first."""
    if not text.strip():
        text = f"{say('plan-head')}\npartners: []\n"
    yaml = Yaml(text)
    if at[:-1] in yaml.items and at[:-1]:
        return with_added(text, at, kept)
    if len(at) == 2 and (_DEFAULTS,) in yaml.items:
        return with_added(text, at[:1], {str(at[1]): kept}, (_DEFAULTS,))
    value = {str(at[1]): kept} if len(at) == 2 else kept
    typed = with_added("x: y\n", at[:1], value).removeprefix("x: y\n")
    first = min((yaml.keys[one] for one in yaml.items if len(one) == 1), default=len(text))
    return text[:first] + typed.replace("\n", yaml.newline) + text[first:]
