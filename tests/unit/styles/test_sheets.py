"""A style sheet of the user's own: what it cannot have is told, with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from exporter.diagnostics import SourceError
from exporter.styles.folder import shipped
from exporter.styles.sheets import read_sheet

GOOD = (
    "",
    "a { color: red }",
    "@media (width <= 40em) { a { color: red } }",
    "@page { @top-left { content: 'x' } }",
    "a { background: url(data:image/png;base64,AA==) }",
    "a::before { content: '<\\/' }",
    "/* url(https://example.org) */",
)
BAD = {
    "fetches": (
        "a { background: url(https://example.org/a.png) }",
        "a { background: URL('//example.org/a.png') }",
        "a { background: u\\72l(/etc/passwd) }",
        "a { background: image-set('a.png' 1x) }",
        "@media print { a { background: url(file:///etc/passwd) } }",
    ),
    "cannot have @import": ("@import 'other.css';", "@IMPORT url(data:text/css,a);"),
    "cannot have @font-face": ("@font-face { src: local(Arial) }",),
    "begins and does not end": ("a { color: red", "/* open", "a { b: 'c", "a { b: (c }", "a{}}"),
    "cannot have “</”": ("</style><script>alert(1)</script>",),
    "cannot have “<!”": ("<!-- a {} -->",),
    "cannot be read as CSS": ("a { color red }", "a { b: url(x y) }", "a { b: 'c\n }", "nothing"),
    "brackets within brackets": ("a { b: " + "(" * 50_000,),
    "not saved as UTF-8": (b"a { content: '\xff' }",),
    "control character": ("a { content: '\x1b' }",),
    "larger than": ("a { b: c }" * 60_000,),
}


def write(styles: Path, text: str | bytes) -> Path:
    file = styles / "print.css"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return file


@pytest.mark.parametrize("text", GOOD)
def test_what_only_says_how_things_look_is_taken(tmp_path: Path, text: str) -> None:
    write(tmp_path, text)
    assert read_sheet("print.css", tmp_path) == text


@pytest.mark.parametrize("name", ["print.css", "web.css", "book.css"])
def test_the_programs_own_sheets_may_be_copied_and_changed(tmp_path: Path, name: str) -> None:
    text = (shipped() / name).read_text("utf-8")
    (tmp_path / name).write_text(text + "\nh1 { color: #123456 }\n", "utf-8")
    assert read_sheet(name, tmp_path).startswith(text)


@pytest.mark.parametrize(
    ("said", "text"), [(said, text) for said, texts in BAD.items() for text in texts]
)
def test_what_a_sheet_cannot_have_is_told_with_its_line(
    tmp_path: Path, said: str, text: str | bytes
) -> None:
    file = write(tmp_path, text if isinstance(text, bytes) else "\n\n" + text)
    with pytest.raises(SourceError) as raised:
        read_sheet("print.css", tmp_path)
    (told, *_) = [one for one in raised.value.findings if said in one.message]
    assert told.place.file == str(file)
    assert told.place.line == _line(said, text)


def _line(said: str, text: str | bytes) -> int:
    """0: it is true of the sheet as a whole."""
    if said.startswith(("begins", "brackets", "larger")):
        return 0
    return 1 if isinstance(text, bytes) else 3
