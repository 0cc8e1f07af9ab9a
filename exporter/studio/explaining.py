"""Hard words of a document: which there are, where they stand, and one more."""

from __future__ import annotations

import re
from collections.abc import Mapping

from exporter.authored.located import Path
from exporter.load.looks import name_of
from exporter.saving import NotSaved, Yaml
from exporter.saving.adding import Value
from exporter.studio.changes import Add, fields_of
from exporter.studio.desk import Desk
from exporter.studio.fields import Done, Fields, value_of
from exporter.studio.naming import free, one_line, section_of
from exporter.studio.pages.about import FILE
from exporter.studio.pages.glossary import Explained
from exporter.studio.saying import say

PAGE = "glossary"
_UNSEEN = ("accept", "allow")
"""Keys of a section whose words no reader sees."""


def explained(document: str, sections: Mapping[str, str]) -> tuple[Explained, ...]:
    """The words of the glossary in the text of document.yaml, in its order.

    `sections` are the texts of the section files by name. Raises NotSaved.
    """
    yaml = Yaml(document)
    texts = fields_of(yaml)
    names = [path for path in yaml.items if len(path) == 2 and path[0] == PAGE]
    said = {section_of(file): _said(text) for file, text in sections.items() if section_of(file)}
    return tuple(_explained(texts, str(path[1]), said) for path in names)


def _explained(
    texts: Mapping[Path, str], name: str, said: Mapping[str, tuple[str, str]]
) -> Explained:
    def typed(key: str) -> str:
        return texts.get((PAGE, name, key), "")

    word, also = typed("word") or name.replace("-", " "), typed("also")
    forms = [word, *filter(None, map(str.strip, also.split(",")))]
    known = re.compile("|".join(rf"(?<!\w){re.escape(one.casefold())}(?!\w)" for one in forms))
    return Explained(
        name=name,
        word=word,
        also=also,
        meaning=typed("meaning"),
        easy=typed("easy"),
        picture=typed("picture"),
        used=tuple(
            (section, heading)
            for section, (heading, text) in said.items()
            if known.search(text) or f"](#{name})" in text
        ),
    )


def _said(text: str) -> tuple[str, str]:
    """The heading of a section, and all that it says, on one line and in small letters."""
    try:
        scalars = Yaml(text).scalars
    except NotSaved:
        return "", ""
    words = [one.value for one in scalars if not {*one.path} & {*_UNSEEN}]
    heading = next((one.value for one in scalars if one.path == ("heading",)), "")
    return heading.strip(), " ".join("\n".join(words).casefold().split())


def add(desk: Desk, asked: Fields) -> Done:
    """One more word with its meaning."""
    name, word = asked["name"], one_line(value_of(asked, "word"))
    meaning, easy = value_of(asked, "meaning").strip(), asked.get("easy", "").strip()
    if not word or not meaning:
        raise ValueError(say("word-needs-meaning"))
    there = Yaml(desk.text(name, FILE)).items
    key = free(name_of(word, "word"), lambda one: (PAGE, one) in there)
    value: dict[str, Value] = {} if key.replace("-", " ") == word else {"word": word}
    value |= {"meaning": meaning, **({"easy": easy} if easy else {})}
    if (PAGE,) in there:
        desk.change(name, FILE, Add((PAGE, key), value))
    else:
        desk.change(name, FILE, Add((PAGE,), {key: value}))
    return f"/d/{name}/{PAGE}#{PAGE}.{key}-word", say("word-added", word=word)
