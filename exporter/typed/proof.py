"""The proof: what was typed for an edition and what its Document shows, matched piece by piece."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import unquote

from exporter.diagnostics import NOWHERE, Diagnostic, Place, Severity, short
from exporter.edition import Edition
from exporter.languages.dates import date_in_words
from exporter.model import Document
from exporter.rules import table
from exporter.typed.derived import names_of
from exporter.typed.expected import Expected, Reader, expected_of
from exporter.typed.furniture import keywords_of, values_around
from exporter.typed.kinds import DOCUMENT, SECTION, Kind, kind_of
from exporter.typed.matching import Matcher
from exporter.typed.pieces import Piece, plain_piece
from exporter.typed.reading import Typed, scalars_in
from exporter.typed.sayings import CLAIMED, Said
from exporter.typed.shown import Line, Region, Shown, shown_in
from exporter.typed.words import Words, words_of

MOST_TOLD = 20
"""So many findings of one kind are told for one edition; more would only frighten."""


def arrives(
    typed: Typed, document: Document, edition: Edition, leave_out: frozenset[str] = frozenset()
) -> tuple[Diagnostic, ...]:
    """What was typed for this edition and does not arrive, and what arrives and nobody typed."""
    reader = Reader(
        layers=edition.layers,
        section_pictures=edition.theme.section_picture_width > 0,
        cover=edition.cover_page,
        leave_out=leave_out,
    )
    return tuple(_Proof(typed, document, edition, reader).findings())


class _Proof:
    def __init__(self, typed: Typed, document: Document, edition: Edition, reader: Reader) -> None:
        self._typed, self._document, self._edition = typed, document, edition
        self._shown: Shown = shown_in(document)
        self._expected = expected_of(typed, reader)
        elsewhere = words_of(document.words("in-full-guide", words=""))
        self._matcher = Matcher(names_of(typed, document.words), elsewhere)
        self._lost: list[Diagnostic] = []

    def findings(self) -> Iterator[Diagnostic]:
        self._cut_off()
        pairs = self._by_heading()
        for expected, region in pairs:
            self._under(expected, region)
        self._notes(pairs)
        self._addresses()
        values = self._furniture()
        yield from self._lost[:MOST_TOLD]
        yield from list(self._made_up(pairs, values))[:MOST_TOLD]

    def _cut_off(self) -> None:
        """Words that YAML took for a comment: `Room #5`."""
        roots = [
            (self._typed.document, DOCUMENT),
            *((one, SECTION) for _, one in self._typed.sections),
        ]
        for root, kinds in roots:
            for path, scalar in scalars_in(root):
                if scalar.cut_off and kind_of(path, kinds) in (Kind.PROSE, Kind.WORDS):
                    message = f"“{short(scalar.cut_off)}” was typed here, and no reader gets it."
                    whole = f"{scalar.text} {scalar.cut_off}".replace('"', "”")
                    hint = f'From a blank and # on YAML reads a comment. Write  "{short(whole)}"'
                    self._lost.append(_finding("words-lost", message, scalar.place(), hint))

    # ---- headings ------------------------------------------------------------------------------

    def _by_heading(self) -> list[tuple[Expected, Region]]:
        """What was typed under each heading beside what is shown there, in order."""
        pairs: list[tuple[Expected, Region]] = []
        regions = self._shown.regions
        at = 0
        for expected in self._expected:
            there = (n for n in range(at, len(regions)) if self._heads(expected, regions[n]))
            number = next(there, None)
            if number is None:
                self._lose(expected.heading, [region.heading for region in regions[at:]])
                continue
            at = number + 1
            _claim_end(regions[number].heading, len(expected.heading.atoms))
            pairs.append((expected, regions[number]))
        return pairs

    def _heads(self, expected: Expected, region: Region) -> bool:
        words = region.heading.words
        length = len(expected.heading.atoms)
        return self._matcher.says(expected.heading, words[len(words) - length :])

    # ---- under a heading -----------------------------------------------------------------------

    def _under(self, expected: Expected, region: Region) -> None:
        lines = [line for line in region.lines if line.role != "figure"]
        self._cells(expected, region, lines)
        notes = [line for line in lines if line.role == "note"]
        running = [line for line in lines if line.role != "note"]  # a note may say the same
        for piece in self._matcher.claim_in_order(expected.main, running):
            if not self._matcher.claim(piece, notes):
                self._lose(piece, lines)
        for entry in expected.aside:
            for piece in self._matcher.claim_in_order(entry, lines[self._begins(entry, lines) :]):
                self._lose(piece, lines)
        self._pictures(expected, region)
        for piece in expected.numbers:
            if not any(self._matcher.says(piece, number) for number in self._shown.numbers):
                self._lose(piece, lines)

    def _begins(self, entry: Sequence[Piece], lines: Sequence[Line]) -> int:
        """The line on which an entry begins: its term, not the same words in some meaning."""
        free = (
            number
            for number, line in enumerate(lines)
            if line.role == "term" and not any(line.claimed)
        )
        return next((n for n in free if self._matcher.says(entry[0], lines[n].words)), 0)

    def _cells(self, expected: Expected, region: Region, lines: Sequence[Line]) -> None:
        left = list(region.cells)
        for head, column, piece in expected.cells:
            found = next((cell for cell in left if self._is_cell(head, column, piece, cell)), None)
            if found is None:
                nothing = Piece((), NOWHERE)  # a list begins the cell: its items are lines
                begun = (cell for cell in left if self._is_cell(head, column, nothing, cell))
                found = next(begun, None)
                found = found if found and self._matcher.claim(piece, lines) else None
            if found is None:
                told = [Line("cell", cell[2], " ".join(cell[2]), NOWHERE) for cell in left]
                self._lose(piece, told)
            else:
                left.remove(found)
        for _, _, words in left:
            if words:
                self._invent(" ".join(words), region.heading.place)

    def _is_cell(
        self, head: Piece, column: Piece, piece: Piece, cell: tuple[Words, Words, Words]
    ) -> bool:
        says = self._matcher.says
        return says(head, cell[0]) and says(column, cell[1]) and says(piece, cell[2])

    def _pictures(self, expected: Expected, region: Region) -> None:
        """Each picture that is used says its alternative text, once for each use."""
        lines = [line for line in region.lines if line.role == "figure"]
        for piece in expected.said:
            if not self._matcher.claim(piece, lines):
                self._lose(piece, lines)
        pictures = self._typed.document.mapping("pictures")
        for name in expected.pictures:
            for alt in plain_piece(pictures.mapping(name).scalar("alt")):
                if not self._matcher.claim(alt, lines) and self._is_spoken():
                    self._lose(alt, lines)

    def _is_spoken(self) -> bool:
        """Whether pictures beside easy-read rows say their alternative text in this edition."""
        return self._edition.row_pictures == "spoken"

    # ---- notes and links -----------------------------------------------------------------------

    def _notes(self, pairs: Sequence[tuple[Expected, Region]]) -> None:
        for top in dict.fromkeys(expected.top for expected, _ in pairs):
            own = [pair for pair in pairs if pair[0].top == top]
            lines = [line for _, region in own for line in region.lines if line.role == "note"]
            cited = {name for expected, _ in own for name in expected.cited}
            for piece in (piece for expected, _ in own for piece in expected.notes):
                if not self._matcher.claim(piece, lines) and piece.note in cited:
                    self._lose(piece, lines)

    def _addresses(self) -> None:
        shown = {_bare(target) for target in self._shown.targets}
        for address, scalar in (one for e in self._expected for one in e.addresses):
            if _bare(address) not in shown and "xn--" not in "".join(shown):
                message = f"A link to “{short(address)}” was typed, and no reader gets it."
                self._lost.append(_finding("words-lost", message, scalar.place()))

    # ---- around --------------------------------------------------------------------------------

    def _furniture(self) -> list[Words]:
        """What stands around the text. Gives all that may be set into sentences there."""
        lines = self._shown.furniture
        required, allowed = values_around(self._typed, self._document.words)
        for piece in keywords_of(self._typed):
            if not self._matcher.claim(piece, [one for one in lines if one.role == "keyword"]):
                self._lose(piece, lines)
        for piece in required:
            if not any(self._matcher.holds(piece, line.words) for line in lines):
                self._lose(piece, lines)
        values = [tuple(a for a in p.atoms if isinstance(a, str)) for p in (*required, *allowed)]
        dates = (self._typed.document.text(key) for key in ("date", "updated"))
        words = self._document.words
        spoken = {words.language, words.language_of("version-date", "updated")}
        values += [words_of(date_in_words(date, one)) for date in dates if date for one in spoken]
        values += [words_of(one.words) for one in self._document.languages]  # of their own locales
        values.append(words_of(self._document.words("draft").split(".")[0]))  # in the running line
        return [value for value in values if value]

    def _made_up(
        self, pairs: Sequence[tuple[Expected, Region]], values: Iterable[Words]
    ) -> Iterator[Diagnostic]:
        said = Said(self._document.words, values)
        headings = {id(region) for _, region in pairs}
        for region in self._shown.regions:
            if id(region) not in headings:
                yield _invented(region.heading.text, region.heading.place)
        text = [line for _, region in pairs for line in (region.heading, *region.lines)]
        for line in (*text, *self._shown.furniture):
            if not all(line.claimed) and not _is_said(line, said):
                yield _invented(line.text, line.place)

    def _lose(self, piece: Piece, lines: Sequence[Line]) -> None:
        near = _nearest(piece, lines)
        hint = f"They get: “{short(near)}”." if near else ""
        told = short(piece.told())
        message = f"These words were typed, and readers do not get them so: “{told}”."
        self._lost.append(_finding("words-lost", message, piece.place, f"{hint} {_OURS}".strip()))

    def _invent(self, text: str, place: Place) -> None:
        self._lost.append(_invented(text, place))


def _claim_end(line: Line, words: int) -> None:
    """Mark the last words of a heading: before them stands its number, which may look like one."""
    begins = len(line.words) - words
    line.claimed[begins:] = b"\x01" * words


_OURS = "Please tell those who look after the program."


def _is_said(line: Line, said: Said) -> bool:
    """Whether a line is made of pieces and sentences of the program, and nothing else."""
    return said.covers(_left(line)) or said.covers(line.words)


def _left(line: Line) -> Words:
    """The words of a line, with one sign for each run that a piece has claimed."""
    told: list[str] = []
    for word, claimed in zip(line.words, line.claimed, strict=True):
        if not claimed:
            told.append(word)
        elif told[-1:] != [CLAIMED]:
            told.append(CLAIMED)
    if line.role == "heading" and told and told[0].isdecimal():
        told = told[1:]  # the number of the part
    return tuple(told)


def _nearest(piece: Piece, lines: Sequence[Line]) -> str:
    """The line that has most words in common with a piece, if any is like it."""
    atoms = {atom for atom in piece.atoms if isinstance(atom, str)}
    free = [line for line in lines if not all(line.claimed) or not line.words]
    best = max(free, key=lambda line: len(atoms & set(line.words)), default=None)
    return best.text if best and len(atoms & set(best.words)) * 2 >= len(atoms) else ""


def _bare(address: str) -> str:
    return unquote(address).strip().rstrip("/").lower()


def _invented(text: str, place: Place) -> Diagnostic:
    message = f"Readers get words that nobody typed: “{short(text)}”."
    return _finding("words-made-up", message, place, _OURS)


def _finding(code: str, message: str, place: Place, hint: str = "") -> Diagnostic:
    return Diagnostic(
        code=code, message=message, place=place, hint=hint, severity=Severity.MUST_FIX
    )


RULES = table(
    {
        "words-lost": (
            "What an author typed for readers, readers get: the same words, in the same order, as "
            "often. A lost “not” or a changed dose can do harm.",
            "our own rule: the second proof, see ARCHITECTURE.md",
        ),
        "words-made-up": (
            "Readers get nothing that nobody typed, but for the program's own sentences and "
            "numbers.",
            "our own rule: the second proof, see ARCHITECTURE.md",
        ),
    }
)
