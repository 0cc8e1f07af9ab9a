"""Every rule for PDF files: its code, why it is there, and who asks for it.

Who asks is a clause of ISO 14289-1 (PDF/UA-1), or named by the keys of `exporter.citations`.
"""

from __future__ import annotations

from collections.abc import Iterable

from exporter.citations import citations
from exporter.diagnostics import Diagnostic, Severity
from exporter.file_rules.pdf import catalogue_fonts, catalogue_look, catalogue_tags
from exporter.rules import Rule

_TABLE = {**catalogue_tags.TABLE, **catalogue_fonts.TABLE, **catalogue_look.TABLE}
"""By its code: what is asked, why, who asks, how much it matters."""

RULES: dict[str, Rule] = {
    code: Rule(
        code=code,
        title=title,
        reason=reason,
        source=citations(source),
        severities=(("", severity),),
    )
    for code, (title, reason, source, severity) in _TABLE.items()
}


def found(
    code: str,
    message: str,
    *,
    severity: Severity | None = None,
    most: Severity = Severity.MUST_FIX,
    words: str = "",
) -> Diagnostic:
    """A finding of a rule, no more severe than the rule and `most` let it be."""
    rule = RULES[code]
    chosen = rule.most if severity is None else severity
    return Diagnostic(
        code=code,
        message=message,
        severity=max(chosen, rule.most, most),
        hint=f"{rule.title} {rule.reason}",
        words=words if len(words) <= 120 else words[:119] + "…",
    )


def on_pages(numbers: Iterable[int]) -> str:
    """ "page 3" or "pages 3, 4, 7 and 5 more"; the numbers count from 0."""
    pages = sorted({number + 1 for number in numbers})
    if len(pages) == 1:
        return f"page {pages[0]}"
    if len(pages) <= 5:
        return f"pages {', '.join(map(str, pages[:-1]))} and {pages[-1]}"
    return f"pages {', '.join(map(str, pages[:4]))} and {len(pages) - 4} more"
