"""report.html: what was built for whom, what was not and why, and what only people can tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from exporter.records import BuiltFile, Cover, Pack
from exporter.reports.saying import Saying
from exporter.web_page.markup import NOTHING, Html, element, escape, join
from exporter.web_page.page import page_around


def validated(file: BuiltFile) -> str:
    """Who looked at a file that is not us, in words."""
    if not file.validated:
        return "not validated here"
    return file.validated if "full" in file.proof else f"its layout: {file.validated}"


def checks(file: BuiltFile) -> str:
    """What we met in a file, in words."""
    found = file.to_act_on
    more = "" if not found else f", {found} finding{'s' if found > 1 else ''} to act on"
    return f"{file.entries} things as they were written{more}"


def page(
    packs: Sequence[Pack],
    covers: Sequence[Cover],
    left_over: Sequence[str],
    needs: Sequence[str],
    say: Saying,
) -> Iterator[str]:
    """The page as a file of its own, piece by piece; only cover pictures stand beside it.

    What the program tells of a pack is in its own language, and marked where the page's is another.
    """
    title = say("batch")
    before, after = page_around(title, language=say.language, direction=say.direction, style=_STYLE)
    yield join(before, element("h1", escape(title)))
    yield from _summary(packs, say)
    yield _left_over(left_over, say)
    yield _covers(covers, say)
    yield element("h2", escape(say("batch-files")))
    yield from _table(packs, say)
    yield _part(say("batch-person"), map(escape, needs))
    yield join(_SORTING, after)


def _part(title: str, items: Iterable[Html]) -> Html:
    """A heading and a list; nothing where there is nothing to list."""
    told = [element("li", item) for item in items]
    return join(element("h2", escape(title)), element("ul", *told)) if told else NOTHING


def _summary(packs: Iterable[Pack], say: Saying) -> Iterator[Html]:
    """How many packs are ready, which are not and why, and what is good to know."""
    ready = every = files = 0
    missing: list[Html] = []
    remarks: list[Html] = []
    for one in packs:
        every += 1
        files += len(one.files)
        ready += one.delivered
        name = escape(f"{one.name}: ")
        if not one.delivered:
            missing.append(join(name, say.marked(f"{one.state}. {one.reason}")))
        remarks += (join(name, say.marked(remark)) for remark in one.remarks)
    told = say("batch-ready", ready=ready, every=every, files=files)
    yield element("p", element("strong", escape(told)))
    yield _part(say("batch-missing"), missing)
    yield _part(say("batch-remarks"), remarks)


def _left_over(names: Sequence[str], say: Saying) -> Html:
    if not names:
        return NOTHING
    return join(
        element("h2", escape(say("batch-left-over"))),
        element("p", escape(say("batch-left-over-words"))),
        element("ul", *(element("li", escape(name)) for name in names)),
    )


def _covers(covers: Sequence[Cover], say: Saying) -> Html:
    if not covers:
        return NOTHING
    return join(
        element("h2", escape(say("batch-covers"))),
        element("p", escape(say("batch-covers-words"))),
        element("ul", *(element("li", _cover(one)) for one in covers), class_="covers"),
    )


def _cover(cover: Cover) -> Html:
    picture = element("img", src=cover.file, alt=cover.alt, width="220", loading="lazy")
    return element("figure", picture, element("figcaption", escape(cover.caption)))


_COLUMNS = ("partner", "state", "file", "pages", "size", "checks", "proof", "validator")


def _table(packs: Iterable[Pack], say: Saying) -> Iterator[Html]:
    names = (*(say(f"batch-{name}") for name in _COLUMNS), "SHA-256")
    heads = (
        element("th", element("button", escape(name), type="button"), scope="col") for name in names
    )
    caption = element("caption", escape(say("batch-table")), id="files")
    head = element("thead", element("tr", *heads))
    table = element("table", caption, head, element("tbody", _ROWS))
    around = element(
        "div", table, class_="wide", role="region", tabindex="0", aria_labelledby="files"
    )
    before, _, after = around.partition(_ROWS)
    yield Html(before)
    for pack in packs:
        for file in pack.files or (None,):
            cells = (element("td", cell) for cell in _cells(pack, file, say))
            yield element("tr", element("th", escape(pack.name), scope="row"), *cells)
    yield Html(after)


_ROWS = Html("\0")
"""Where the rows come, which are written one by one."""


def _cells(pack: Pack, file: BuiltFile | None, say: Saying) -> tuple[Html, ...]:
    state = say.marked(pack.state)
    if file is None:
        return (state, escape(say("batch-no-file")), *[NOTHING] * (len(_COLUMNS) - 2))
    return (
        state,
        element("a", escape(file.file), href=f"partners/{pack.partner}/{file.file}"),
        escape(str(file.pages or "")),
        escape(say.size(file.bytes).replace(" ", "\u00a0")),
        say.marked(checks(file)),
        say.marked(file.proof),
        say.marked(validated(file)),
        element("code", escape(file.sha256[:16])),
    )


_STYLE = (
    "main{max-width:none}h1,h2,p,ul{max-width:44rem}"
    ".wide{overflow-x:auto}.wide:focus{outline:3px solid #1f2933;outline-offset:2px}"
    "table{border-collapse:collapse}th,td{text-align:left;vertical-align:top;"
    "padding:.5rem 1.25rem .5rem 0;border-bottom:1px solid #9aa3ab;min-width:5rem}"
    "caption{text-align:left;font-weight:bold;padding:.5rem 0}"
    "button{font:inherit;font-weight:bold;color:inherit;background:none;border:0;padding:.25rem 0;"
    "cursor:pointer;text-decoration:underline;text-align:left}"
    "button:focus{outline:3px solid #1f2933;outline-offset:2px}"
    "ul.covers{max-width:none;list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:1.5rem}"
    "figure{margin:0;width:220px}img{max-width:100%;height:auto;border:1px solid #9aa3ab}"
    'th[aria-sort="ascending"] button::after{content:" ↑"}'
    'th[aria-sort="descending"] button::after{content:" ↓"}'
)

_SORTING = Html("""<script>
document.querySelectorAll("thead button").forEach((button, column) => {
  button.addEventListener("click", () => {
    const head = button.closest("th"), body = document.querySelector("tbody");
    const up = head.getAttribute("aria-sort") !== "ascending";
    document.querySelectorAll("thead th").forEach(th => th.removeAttribute("aria-sort"));
    head.setAttribute("aria-sort", up ? "ascending" : "descending");
    const words = row => row.children[column].textContent;
    const order = (a, b) => words(a).localeCompare(words(b), "en", {numeric: true});
    [...body.rows].sort((a, b) => up ? order(a, b) : order(b, a)).forEach(row => body.append(row));
  });
});
</script>""")
