"""What may go wrong between what was asked for and finished files, for `exporter explain`."""

from __future__ import annotations

from exporter.extras import with_extra
from exporter.rules import table

_TOLD = {
    "document-unknown": (
        "A document is a folder with a document.yaml in it, below the sources folder.",
        "exporter, README.md",
    ),
    "document-name": (
        "The name of a document's folder is that of its folder in output/, so it must be one on "
        "every system, and no other document may have it.",
        "exporter, README.md; Microsoft, Naming Files, Paths, and Namespaces",
    ),
    "language-not-there": (
        "A document is in its own language, and in those of its translations.",
        "exporter, README.md",
    ),
    "format-not-made": (
        "`formats:` in document.yaml names the files that are built when nobody asks for others: "
        "pdf, docx, html, epub.",
        "exporter, README.md",
    ),
    "edition-without-words": (
        "An edition is made of what authors wrote for it; where that is nothing, there is no file. "
        "Who asked for it by its name is told so.",
        "exporter, README.md",
    ),
    "file-not-made": (
        "A file that cannot be made whole is not made at all; the good one from before stays.",
        "exporter, ARCHITECTURE.md",
    ),
    "file-not-written": (
        "Nothing is lost: the file is written beside its place, and renamed when it is whole.",
        "exporter, ARCHITECTURE.md",
    ),
    "cluster-absent": (
        "More than one machine can share the work only where the cluster's program is installed "
        "and its scheduler answers. Without it the work is done on this machine: leave the option "
        "out.",
        "exporter, README.md",
    ),
    "validator-absent": (
        "Where a validator was asked for, nothing is given out that it has not seen. "
        + with_extra("validator"),
        "exporter, README.md",
    ),
    "validator-fails": (
        "A validator that is not ours, such as veraPDF, found something that its standard does not "
        "allow.",
        "the standard that the finding names",
    ),
    "slot-differs": (
        "The publisher's name, its lines and its contact are read back, like all other words.",
        "exporter, ARCHITECTURE.md",
    ),
    "words-not-checked": (
        "Words that nobody has checked do not go out in a released document.",
        "exporter, ARCHITECTURE.md",
    ),
    "publisher-placeholder": (
        "Readers ring the number on the last page. A name that keeps a place, or the example that "
        "came with the program, sends them to nobody, or to somebody else.",
        "exporter, measured with new users",
    ),
    "publisher-unreachable": (
        "“contact: publisher” becomes the phone number and the addresses of whoever gives the "
        "document out: there must be one.",
        "exporter, README.md",
    ),
    "publisher-two-numbers": (
        "A reader who rings “us” must not ring somebody else.",
        "exporter, measured with new users",
    ),
    "publisher-logo-unfit": (
        "A logo that is white, blurred or thin as a hair is none: readers cannot tell whose the "
        "document is.",
        "exporter, measured with new users",
    ),
    "output-in-use": (
        "Two runs in one folder would write over one another, and remember half of what they did.",
        "exporter, README.md",
    ),
}

RULES = table(_TOLD)
