"""What somebody asked for, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from exporter import languages
from exporter.authored.folders import (
    DOCUMENT,
    about,
    is_document,
    name_of,
    original_of,
    translations_in,
)
from exporter.diagnostics import Diagnostic, Severity, SourceError
from exporter.edition import Edition
from exporter.formats import FORMATS, Settings
from exporter.records import BuiltFile
from exporter.styles.editions import editions, load_edition
from exporter.styles.folder import Styles

HOUSE = "house"


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What somebody asked for. Empty tuples mean: all there is.

    Without a plan the files are the house's own, or those of one `brand`; with one there is a pack
    for each of its partners.
    """

    sources: Path = Path("sources")
    styles: Styles | None = None
    output: Path = Path("output")
    settings: Settings = field(default_factory=Settings)
    jobs: int = 0
    """Processes; 0: as many as there are cores."""
    force: bool = False
    validate: bool = False
    """Whether validators that are not ours are asked."""

    # without a plan
    documents: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    editions: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    brand: str = HOUSE
    size: float | None = None
    """In points, for one reader's copy."""
    font: str = ""

    # with a plan
    plan: Path | None = None
    draft: bool = False
    plan_only: bool = False
    prune: bool = False
    """Whether packs of partners who have left are taken away."""
    with_zip: bool = True
    with_covers: bool = True

    @property
    def state(self) -> Path:
        """What is remembered from run to run."""
        return self.output / ".state"

    @property
    def shelf(self) -> Path:
        """Where compiled layouts are kept."""
        return self.state / "templates"


@dataclass(slots=True)
class Result:
    """What was done without a plan. `made`, `kept` and `failed` are files."""

    made: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    findings: list[Diagnostic] = field(default_factory=list)
    records: list[BuiltFile] = field(default_factory=list)

    def good(self, strict: bool) -> bool:
        limit = Severity.PLEASE_ANSWER if strict else Severity.MUST_FIX
        return not self.failed and not any(f.severity <= limit for f in self.findings)


def document_folders(sources: Path, names: tuple[str, ...]) -> list[Path]:
    """The document folders asked for, or all of them: each original, then its translations.

    Raises SourceError for a wrong name.
    """
    originals = sorted(file.parent for file in sources.glob(f"*/{DOCUMENT}"))
    every = [one for folder in originals for one in (folder, *translations_in(folder))]
    if not names:
        if not every:
            raise SourceError([_nothing_here(sources)])
        return _each_once(every)
    chosen, wrong = [], []
    translated = {name_of(one): one for one in every if original_of(one)}
    for name in names:
        asked = Path(name).parent if Path(name).name == DOCUMENT else Path(name)
        there = (f for f in (sources / name, asked) if is_document(f))
        folder = next(there, translated.get(name))
        if folder:
            chosen.append(folder)
        else:
            known = ", ".join(map(name_of, every)) or "none"
            wrong.append(
                Diagnostic(
                    code="document-unknown",
                    message=f'There is no document "{name}".',
                    hint=_a_file(name) or f"The documents in {sources} are: {known}.",
                )
            )
    if wrong:
        raise SourceError(wrong)
    return _each_once(chosen)


def chosen_documents(sources: Path, names: tuple[str, ...], tags: tuple[str, ...]) -> list[Path]:
    """The documents asked for, each with its translations; of them those in the languages `tags`.

    Raises SourceError for a wrong name, and for a language in which there is none of them.
    """
    named = document_folders(sources, names)
    every = _each_once([one for folder in named for one in (folder, *translations_in(folder))])
    if not tags:
        return every
    spoken = {folder: about(folder).language for folder in every}
    told = {language for language in spoken.values() if language}
    wrong = [tag for tag in tags if not any(languages.knows((tag,), one) for one in told)]
    if wrong:
        raise SourceError(_not_spoken(tag, sorted(told)) for tag in wrong)
    # One whose language cannot be read is looked at, so that its faults are told.
    return [one for one in every if not spoken[one] or languages.knows(tags, spoken[one])]


def _not_spoken(tag: str, told: list[str]) -> Diagnostic:
    return Diagnostic(
        code="language-not-there",
        message=f"No document that you asked for is in “{tag}”.",
        hint=f"They are in: {', '.join(told) or 'none'}. To begin a translation:  exporter "
        "translation start",
        words=tag,
    )


def _a_file(name: str) -> str:
    """What to do with a finished file that was named where a document is meant."""
    if Path(name).suffix.lower().removeprefix(".") not in FORMATS or not Path(name).is_file():
        return ""
    return f"It is a finished file. Look at it with  exporter verify {name}"


def _each_once(folders: list[Path]) -> list[Path]:
    """Each folder once, also where a link or another way of writing leads to it again."""
    once: dict[Path, Path] = {}
    for folder in folders:
        once.setdefault(folder.resolve(), folder)
    return list(once.values())


def chosen_editions(order: Order) -> tuple[Edition, ...]:
    """The editions asked for, at the size and in the typeface asked for."""
    names = order.editions or tuple(e.name for e in editions(order.styles) if e.default)
    return tuple(
        load_edition(name, order.styles, size=order.size, font=order.font) for name in names
    )


def ask_for_validators(names: tuple[str, ...]) -> None:
    """Raises SourceError when one of these formats has a validator that is not installed."""
    asked = [one for one in (FORMATS[name].validator for name in names) if one]
    absent = [one for one in asked if not one.available()]
    if absent:
        raise SourceError(
            Diagnostic(
                code="validator-absent",
                message=f"The validator {one.name} is not installed. {one.install}",
            )
            for one in absent
        )


def _nothing_here(sources: Path) -> Diagnostic:
    return Diagnostic(
        code="document-unknown",
        message=f"There is no document in {sources}.",
        hint=f"You are in the folder {Path.cwd()}. If your guide is in another one, go there first "
        "(cd). Or start one with  exporter init my-guide",
    )
