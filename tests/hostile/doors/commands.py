"""What is typed on the command line, and what lies where it points."""

from __future__ import annotations

from tests.hostile.attack import Attack, Content, hole, link, pipe

_ASKED: dict[str, tuple[str, int, str]] = {
    "an edition elsewhere": ("build --edition ../../outside/secret", 2, "no edition"),
    "a format elsewhere": ("build --format ../x", 2, "no format"),
    "a brand elsewhere": ("build --brand ../../../outside/secret", 2, "no brand"),
    "a document elsewhere": ("build ../outside", 2, "no document"),
    "a document at the top of the disk": ("build /etc", 2, "no document"),
    "a document that is nothing": ("build ''", -1, ""),
    "letters of no size": ("build --size nan", 2, ""),
    "letters without end": ("build --size inf", 2, ""),
    "letters below nothing": ("build --size -9", 2, ""),
    "letters of 1e308": ("build --size 1e308", 2, ""),
    "jobs below nothing": ("build --jobs -5 --format html --edition standard", -1, ""),
    "a billion jobs": ("build --jobs 1000000000 --format html --edition standard", -1, ""),
    "jobs that are no number": ("build --jobs x", 2, ""),
    "an output that is a device": (
        "build --format html --edition standard --output /dev/null",
        1,
        "",
    ),
    "an output that is a file": (
        "build --format html --edition standard --output sources/guide/document.yaml",
        1,
        "",
    ),
    "sources that are not there": ("build --sources none", 2, "no document"),
    "sources that are a device": ("build --sources /dev/zero", 2, "no document"),
    "styles that are not there": ("build --styles none", 2, "no folder"),
    "styles that are a device": ("build --styles /dev/zero", 2, "no folder"),
    "a rule that is a pattern": ("explain '((((a+)+)+)+)$'", 2, "no rule"),
    "a rule elsewhere": ("explain ../../outside/secret", 2, "no rule"),
    "a rule with codes": ("explain 'a\x1b[31mb'", 2, "no rule"),
    "a rule of 100,000 letters": (f"explain {'a' * 100_000}", 2, "no rule"),
    "a picture with codes": ("pictures search 'a\x1b[31mb'", -1, ""),
    "a picture of 100,000 letters": (f"pictures search {'a' * 100_000}", -1, ""),
    "a template elsewhere": ("init new --template ../../../outside", 2, "There is no kind"),
    "a template at the top of the disk": ("init new --template /etc", 2, "There is no kind"),
    "a template that is no document": ("init new --template brands", 2, "There is no kind"),
    "a template with codes": ("init new --template 'a\x1b[31mb'", 2, "There is no kind"),
    "headlines of a guide that has none": (
        "build --jobs 1 --format html --edition headlines",
        0,
        "edition-without-words",
    ),
    "a file that is not there, to bring in": ("import none.docx", 1, ""),
    "a device to bring in": ("import /dev/zero", 1, ""),
    "a folder to bring in": ("import sources", 1, ""),
    "a name elsewhere for what comes in": (
        "import sources/guide/document.yaml --to ../../outside",
        -1,
        "",
    ),
    "changes of a device": ("changes /dev/zero", 1, ""),
    "a folder that is a file": ("init sources/guide/document.yaml", -1, ""),
    "a file that is not there": ("verify none.pdf", 1, "No such file"),
    "a file that is a folder": ("verify sources", 1, ""),
    "a file that is a device": ("verify /dev/zero", 1, "device"),
    "a file that says nothing and never ends": ("outline /dev/random", -1, ""),
    "memory of this process": ("verify /proc/self/mem", 1, ""),
    "a file of a kind that is none": ("verify sources/guide/document.yaml", 1, ""),
    "an option that is none": ("build --evil", 2, "unrecognized"),
    "nothing": ("", 2, ""),
    "a plan that is a device": ("batch --draft /dev/zero", 1, "device"),
    "a plan at the top of the disk": ("batch --draft /etc/passwd", 1, ""),
    "a review of a day that is none": ("review record guide --author --when 2026-99-99", -1, ""),
    "a review by a name with codes": (
        "review record guide --who 'a\x1b[31mb' --named --when 2026-11-22",
        -1,
        "",
    ),
    "a thousand files": (f"verify {'none.pdf ' * 1000}", 1, "No such file"),
}
_NAMED: dict[str, tuple[Content, str]] = {
    "a pipe": (pipe, "pipe"),
    "a device": (link("/dev/zero"), "device"),
    "4 gigabytes": (hole(4_000_000_000), "larger than"),
    "290 megabytes of nothing": (hole(290_000_000), ""),
    "a link to nothing": (link("none"), "No such file"),
    "a link to itself": (lambda path: path.symlink_to(path.name), ""),
}
_SUFFIXES = ("pdf", "docx", "html", "epub", "md", "txt")

ATTACKS = (
    *(Attack(name, {}, ask, code, says, never="\x1b", leaves=("home/sources/guide/review.yaml", "home/sources/guide"))
      for name, (ask, code, says) in _ASKED.items()),
    *(Attack(f"x.{suffix} is {name}, for {asked}", {f"x.{suffix}": made}, f"{asked} x.{suffix}", -1,
             "" if asked == "outline" else says)
      for name, (made, says) in _NAMED.items() for suffix in _SUFFIXES
      for asked in (("check",) if suffix in ("md", "txt") else ("verify", "outline"))),
)  # fmt: skip
