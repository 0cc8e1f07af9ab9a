"""What a Word file says of where it comes from, or what somebody says of it."""

from __future__ import annotations

from collections.abc import Iterator

from exporter.diagnostics import Diagnostic, Severity, SourceError
from exporter.origin import NAMESPACE, NoOrigin, Origin, unpacked
from exporter.word_file.opening import WordFile

_O = f"{{{NAMESPACE}}}"


def origin_of(
    file: WordFile, document: str, edition: str, version: str, findings: list[Diagnostic]
) -> Origin:
    """What the file says of itself, or else what somebody says of it. Raises SourceError.

    Without a base nobody has said what the file was made of.
    """
    found = carried(file, findings)
    if found is not None:
        return found
    if not document or not edition:
        message = "This Word file does not say of which document it is."
        hint = "Say it:  exporter changes FILE --document NAME --edition standard --version 1.0"
        told = [one for one in findings if one.code == "changes-origin-spoilt"]
        raise SourceError(
            told or [Diagnostic(code="changes-no-origin", message=message, hint=hint)]
        )
    return Origin(document=document, edition=edition, version=version, base=())


def carried(file: WordFile, findings: list[Diagnostic]) -> Origin | None:
    """What the file says of itself; None where it says nothing, or where that was changed."""
    for name in file.of_kind("customXml"):
        root = file.part(name)
        if root is None or root.tag != f"{_O}origin":
            continue
        try:
            base, furniture = unpacked(root.findtext(f"{_O}base") or "")
        except NoOrigin:
            findings.append(_spoilt())
            return None
        brand = root.find(f"{_O}brand")
        document, edition = root.get("document", ""), root.get("edition", "")
        if not (_is_a_name(document) and _is_a_name(edition)):
            findings.append(_spoilt())
            return None
        return Origin(
            document=document,
            edition=edition,
            version=root.get("version", ""),
            base=base,
            furniture=furniture,
            one_answer=frozenset(one.text or "" for one in root.findall(f"{_O}one")),
            brand="" if brand is None else brand.get("name", ""),
            publisher="" if brand is None else brand.get("publisher", ""),
            brand_words=() if brand is None else tuple(one.text or "" for one in brand),
        )
    return None


def _spoilt() -> Diagnostic:
    message = "What this Word file says of where it comes from was changed or cut short."
    hint = "Say it:  --document NAME --edition standard --version 1.0"
    return Diagnostic(code="changes-origin-spoilt", message=message, hint=hint)


def _is_a_name(text: str) -> bool:
    """Whether a stranger's file names a folder or an edition here, and no way to somewhere else."""
    return bool(text) and not text.startswith(".") and not any(one in text for one in "/\\:\0")


def other_version(version: str, now: str) -> Iterator[Diagnostic]:
    """What is to be said where only a person knows of which version a file is."""
    if version != now:
        yield Diagnostic(
            code="changes-other-version",
            message=(
                f"The sources are of version {now or 'none'} and the file is of {version}."
                if version
                else f"The sources are of version {now or 'none'}. Is the file, too?"
            ),
            severity=Severity.PLEASE_ANSWER,
            hint="What was changed in the sources since then looks like a change of the file.",
        )
