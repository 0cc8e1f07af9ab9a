"""What cannot be asked for, in one sentence, before anything is made."""

from __future__ import annotations

from exporter.edition import size_fault
from exporter.formats import FORMATS
from exporter.making.order import Order
from exporter.styles import folder as styles_folder
from exporter.styles.editions import editions


def cannot_be_had(order: Order) -> str:
    """Why nothing can be made of an order without a plan; empty when it can."""
    return _unknown_names(order) or _impossible(order)


def _unknown_names(order: Order) -> str:
    """A sentence about an edition, format or brand that there is not; empty when all is well."""
    known = {
        "edition": (order.editions, styles_folder.names("editions", order.styles)),
        "format": (order.formats, tuple(FORMATS)),
        "brand": ((order.brand,), styles_folder.names("brands", order.styles)),
    }
    for kind, (asked, there) in known.items():
        for name in asked:
            if name not in there:
                return f'There is no {kind} "{name}". There are: {", ".join(there)}.'
    return ""


def _impossible(order: Order) -> str:
    """A sentence about options that cannot be had together; empty when all is well."""
    if order.settings.bleed and not order.settings.print_shop:
        return "--bleed goes with --print: only a print shop cuts the pages."
    if order.size is None:
        return ""
    if fault := size_fault(order.size):
        return fault
    from exporter.file_rules.pdf.limits import limits_of  # and all that looks at PDF files

    asked = [e for e in editions(order.styles) if e.name in order.editions or not order.editions]
    for edition in asked:
        least = limits_of(edition.rules).size_must
        if order.size < least and (edition.default or order.editions):
            return (
                f"The edition {edition.name} has letters of at least {least:g} points. Ask for "
                "more, or name other editions with --edition."
            )
    return ""
