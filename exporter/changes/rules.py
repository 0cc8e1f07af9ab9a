"""What can be wrong with a file that came back, for `exporter explain`."""

from __future__ import annotations

from exporter.rules import table

_TOLD = {
    "changes-no-origin": (
        "Each Word file of ours says of which document, edition and version it is, and what it was "
        "made of. Some programs drop that: it is lost on a way through ODT or Google Docs. Then "
        "somebody must say of what the file was made.",
        "exporter, README.md",
    ),
    "changes-origin-spoilt": (
        "The part of a Word file that says what it was made of was changed or cut short, so nobody "
        "can tell what is different. With --document, --edition and --version it is compared with "
        "the sources as they are now.",
        "exporter, README.md",
    ),
    "changes-other-version": (
        "What was changed in the sources since that version cannot be told from what was changed "
        "in the file, where the file does not carry what it was made of.",
        "exporter, README.md",
    ),
    "changes-styles-lost": (
        "What is a caption, a label or the program's own is said by styles in Word. Google Docs "
        "keeps a few of its own and drops all others; then each thing is what it was when the file "
        "was made.",
        "exporter, README.md",
    ),
    "changes-too-many": (
        "Files are compared thing by thing, in bounded time. No guide has as many things.",
        "exporter, README.md",
    ),
    "answers-no-questions": (
        "Answers are read from the fields of a file: boxes and lines to fill in. A scan, or a form "
        "that was printed to a PDF, is a picture of them.",
        "exporter, README.md",
    ),
    "changes-not-saved": (
        "Changes are saved all together or not at all, and only where the document afterwards says "
        "what the file says. A file that somebody else changes meanwhile stays as it is.",
        "exporter, README.md",
    ),
}

RULES = table(_TOLD)
