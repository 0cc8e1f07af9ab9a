"""Any source, written to Word and imported: its readers meet the same, but for what is told."""

from __future__ import annotations

import os
import subprocess
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from exporter import languages
from exporter.adapt import adapt
from exporter.compare import difference
from exporter.edition import Edition
from exporter.outline import Outline, outline_of
from exporter.source import Source
from exporter.styles.brands import load_brand
from exporter.styles.editions import load_edition
from exporter.styles.words import load_words
from exporter.writers import docx as writer
from tests import libreoffice
from tests.conftest import referee_absent
from tests.source_strategies import sources
from tests.unit.importing.reading import brought

EXAMPLES = int(os.environ.get("EXPORTER_IMPORTED", "6"))
pytestmark = pytest.mark.timeout(max(400, 20 * EXAMPLES))
_EXCUSES = {
    "number-kept", "marks-dropped", "sign-not-printed", "bold-in-word", "bold-dropped",
    "heading-by-look",  # a line of capitals alone is proposed as a heading, and told
}  # fmt: skip
"""Decisions after which readers may meet something else."""


def edition() -> Edition:
    return load_edition("standard")


def in_word(source: Source) -> bytes:
    document = adapt(source, edition(), load_words(source.language))
    return writer.stamp(writer.compile(document, edition().theme), load_brand("house"))


def met(source: Source) -> Outline:
    return outline_of(adapt(source, edition(), load_words(source.language)))


def _spoken(outline: Outline) -> Outline:
    """The Outline with languages alone: LibreOffice makes fr-FR of fr."""
    return tuple(replace(one, language=languages.primary(one.language)) for one in outline)


def _assert_same(source: Source, data: bytes, folder: Path) -> None:
    result = brought(data, folder)
    document, again = result.document, result.source
    assert document.proof.lost == (), document.proof.lost
    told = {one.code for one in document.decisions}
    differs = [str(one) for one in difference(_spoken(met(source)), _spoken(met(again)))]
    assert not differs or told & _EXCUSES, "\n".join([*differs, str(sorted(told))])


_ANY = settings(
    derandomize=EXAMPLES == 6,
    max_examples=EXAMPLES, deadline=None, print_blob=False,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)  # fmt: skip


@_ANY
@given(sources())
def test_a_source_comes_back_from_word_as_it_was(source: Source) -> None:
    with TemporaryDirectory() as folder:
        _assert_same(source, in_word(source), Path(folder))


def test_a_source_comes_back_when_libreoffice_has_saved_it(tmp_path: Path) -> None:
    """One LibreOffice opens and saves all the files."""
    program = libreoffice.program()
    if program is None:
        referee_absent("LibreOffice", "soffice is not installed")
    drawn: list[Source] = []

    @settings(_ANY, phases=[Phase.generate], database=None)
    @given(sources())
    def draw(source: Source) -> None:
        drawn.append(source)

    draw()
    files = [tmp_path / f"any-{number}.docx" for number in range(len(drawn))]
    for file, source in zip(files, drawn, strict=True):
        file.write_bytes(in_word(source))
    saved = tmp_path / "saved"
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [program, profile, "--headless", "--convert-to", "docx", "--outdir", str(saved)]
    subprocess.run([*command, *map(str, files)], capture_output=True, timeout=600, check=True)
    for file, source in zip(files, drawn, strict=True):
        with TemporaryDirectory() as folder:
            _assert_same(source, (saved / file.name).read_bytes(), Path(folder))
