"""Who asks for a rule, and how sure we are of their words."""

from __future__ import annotations

from exporter.checks.word_lists import mapping

EVIDENCE = {
    "A": "read in their own words",
    "B": "as another organisation tells it",
    "C": "from general knowledge; look at the original before you quote it",
}


def citation(key: str) -> str:
    """The words for a key: "S3 A" names the source and its evidence; "WCAG …" stands as it is."""
    name, _, evidence = key.rpartition(" ")
    if evidence in EVIDENCE and name:
        return f"{mapping('sources').get(name, name)} ({EVIDENCE[evidence]})"
    return mapping("sources").get(key, key)
