"""The fields of a form: a line, a text, a choice; each says why its words are not saved yet.

Every field is called by the path at which its words stand, so that a script saves it at once and a
finding can lead to it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from exporter.authored.located import Path
from exporter.diagnostics import Diagnostic
from exporter.studio.forms import as_name
from exporter.studio.pages.frame import paragraph
from exporter.studio.pages.in_place import beside, placed, summary
from exporter.studio.saying import say
from exporter.studio.view import View
from exporter.studio.wrapping import unwrapped
from exporter.web_page.markup import NOTHING, Html, element, escape, join

NO_PICTURE = "none"
"""What a field of pictures says where there is to be none."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture that can be chosen: its name, and what it shows."""

    name: str
    alt: str


@dataclass(frozen=True, slots=True)
class Fields:
    """Where fields stand: in which file of a document, as it is typed now."""

    view: View
    file: str
    here: str = ""
    """The address of the page; empty where no findings stand beside its fields."""
    found: Mapping[str, tuple[Diagnostic, ...]] = field(default_factory=dict, repr=False)
    """What was found in the file, by the name of a field."""

    @classmethod
    def of(cls, view: View, file: str, here: str) -> Fields:
        """With what is known of findings in the file."""
        return cls(view, file, here, placed(view, file))

    def around(self, name: str, words: str, control: Html, why: Html, hint: str = "") -> Html:
        """A control with all that stands around it, and below it what was found in it."""
        return join(around(name, words, control, why, hint), self.beside(name))

    def beside(self, name: str) -> Html:
        """What was found in a field; its place, where nothing was."""
        if not self.here:
            return NOTHING
        return beside(self.view, name, self.found.get(name, ()), self.here)

    def summary(self, body: Html) -> Html:
        """The list of all that was found in the file of a page with this body."""
        return summary(self.view, self.found, body, self.here)

    def typed(self, name: str, value: str) -> tuple[str, Html]:
        """What was typed last in a field, and why it is not saved yet."""
        for one in self.view.drafts:
            if (one.file, one.field) == (self.file, name):
                why = paragraph(say("not-saved-yet", why=one.why), class_="wrong")
                return unwrapped(one.typed), why
        return value, NOTHING

    def original(self, name: str) -> Html:
        """What stands in this field in the original, where this is a translation."""
        original = self.view.original
        words = original.said.get(self.file, {}).get(name, "") if original else ""
        if original is None or not words.strip():
            return NOTHING
        said = element("span", escape(words), lang=original.language, dir="auto")
        before = element("span", escape(f"{say('in-the-original')} "), class_="quiet")
        return element("p", before, said, id=f"{name}-original", class_="as-typed original")

    def told_by(self, name: str, hint: str = "") -> str:
        """What is said of a field beside its label: the original, a hint, why it is not saved."""
        beside = f"{name}-original " if self.original(name) else ""
        return beside + self._told_by(name, hint)

    def _told_by(self, name: str, hint: str = "") -> str:
        return _told_by(name, hint) + (f" {name}-found" if self.here else "")

    def line(self, path: Path, words: str, value: str, hint: str = "") -> Html:
        """A field of one line."""
        name = as_name(path)
        typed, why = self.typed(name, value)
        control = element(
            "input", type="text", id=name, name=name, value=typed,
            aria_describedby=self.told_by(name, hint),
        )  # fmt: skip
        return self.around(name, words, join(self.original(name), control), why, hint)

    def text(
        self,
        path: Path,
        words: str,
        value: str,
        hint: str = "",
        rows: int = 3,
        tools: Html = NOTHING,
    ) -> Html:
        """A field of several lines, as high as its words need; `tools` stand above it."""
        name = as_name(path)
        typed, why = self.typed(name, unwrapped(value))
        height = sum(1 + len(line) // 70 for line in typed.split("\n"))
        control = element(
            "textarea",
            escape("\n" + typed if typed.startswith("\n") else typed),
            id=name,
            name=name,
            rows=str(max(rows, min(24, height + (rows == 3)))),
            aria_describedby=self.told_by(name, hint),
            spellcheck="true",
        )
        return self.around(name, words, join(self.original(name), tools, control), why, hint)

    def choice(
        self,
        path: Path,
        words: str,
        value: str,
        options: tuple[tuple[str, str], ...],
        hint: str = "",
    ) -> Html:
        """A choice among a few values, each with its words; one that is none of them stays."""
        name = as_name(path)
        typed, why = self.typed(name, value)
        known = dict(options)
        every = options if typed in known else (*options, (typed, typed))
        control = element(
            "select",
            *(element("option", escape(said), value=one or True, selected=one == typed)
              for one, said in every),
            id=name,
            name=name,
            aria_describedby=self._told_by(name, hint),
        )  # fmt: skip
        return self.around(name, words, control, why, hint)

    def picture(
        self, path: Path, words: str, value: str, pictures: tuple[Shown, ...], hint: str = ""
    ) -> Html:
        """A choice among the pictures of the document; that there is to be none is a choice too."""
        name = as_name(path)
        typed, why = self.typed(name, value)
        known = [one.name for one in pictures]
        options = options_of(pictures, typed)
        if typed and typed not in (*known, NO_PICTURE):
            options.append(element("option", escape(typed), value=typed, selected=True))
        thumb = element("span", self.image(typed) if typed in known else NOTHING, class_="thumb")
        control = element(
            "select", *options, id=name, name=name, aria_describedby=self._told_by(name, hint)
        )
        return self.around(name, words, join(thumb, control), why, hint)

    def image(self, name: str) -> Html:
        """A picture beside its name, for those who choose with their eyes: the name says it all."""
        return element("img", src=f"/d/{self.view.name}/picture/{name}", alt="")


def options_of(pictures: tuple[Shown, ...], chosen: str) -> list[Html]:
    """The pictures to choose from. Where nothing was chosen yet, that is no choice of none."""
    first = [] if chosen else [element("option", escape(say("choose-picture")), value=True)]
    return [
        *first,
        element(
            "option", escape(say("no-picture")), value=NO_PICTURE, selected=chosen == NO_PICTURE
        ),
        *(
            element(
                "option", escape(one.alt or one.name), value=one.name, selected=one.name == chosen
            )
            for one in pictures
        ),
    ]


def around(name: str, words: str, control: Html, why: Html, hint: str = "") -> Html:
    """A control with its label, a hint, and the place for why it is not saved."""
    lines = [element("label", escape(words), for_=name)]
    if hint:
        lines.append(paragraph(hint, id=f"{name}-hint", class_="quiet hint"))
    told = element("div", why, id=f"{name}-why", class_="why")
    return element("div", *lines, control, told, class_="field", data_field=name)


def _told_by(name: str, hint: str) -> str:
    return f"{name}-hint {name}-why" if hint else f"{name}-why"
