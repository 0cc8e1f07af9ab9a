"""Small figures above or below the line, as the signs that Unicode has for them: m², H₂O."""

from __future__ import annotations

_RAISED = dict(zip("0123456789+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ", strict=True))
_LOWERED = dict(zip("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎", strict=True))


def small(text: str, how: str) -> str | None:
    """Words that Word raises ("superscript") or lowers; None where a sign has no small form."""
    signs = _RAISED if how == "superscript" else _LOWERED
    if any(sign not in signs and not sign.isspace() for sign in text):
        return None
    return "".join(signs.get(sign, sign) for sign in text)
