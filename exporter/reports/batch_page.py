"""report.html: what was built for whom, what was not and why, and what only people can tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from exporter.records import BuiltFile, Cover, Pack
from exporter.reports.pack_pages import size
from exporter.web_page.page import page_around

_TITLE = "What was built for partners"


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
    needs_a_person: Sequence[str],
) -> Iterator[str]:
    """The page as a file of its own, piece by piece; only cover pictures stand beside it."""
    before, after = page_around(_TITLE, language="en-GB", style=_STYLE)
    yield f"{before}<h1>{_TITLE}</h1>"
    yield from _summary(packs)
    yield _left_over(left_over)
    yield _covers(covers)
    yield "<h2>Every file</h2>"
    yield from _table(packs)
    yield f"<h2>What still needs a person</h2>{_list(needs_a_person)}{_SORTING}{after}"


def _list(items: Sequence[str]) -> str:
    return f"<ul>{''.join(f'<li>{escape(item)}</li>' for item in items)}</ul>" if items else ""


def _summary(packs: Iterable[Pack]) -> Iterator[str]:
    """How many packs are ready, which are not and why, and what is good to know."""
    ready = every = files = 0
    missing, remarks = [], []
    for one in packs:
        every += 1
        files += len(one.files)
        ready += one.delivered
        if not one.delivered:
            missing.append(f"{one.name}: {one.state}. {one.reason}")
        remarks += [f"{one.name}: {remark}" for remark in one.remarks]
    yield f"<p><strong>{ready} of {every} packs are ready, with {files} files.</strong></p>"
    yield f"<h2>Not delivered</h2>{_list(missing)}" if missing else ""
    yield f"<h2>Good to know</h2>{_list(remarks)}" if remarks else ""


def _left_over(names: Sequence[str]) -> str:
    if not names:
        return ""
    told = "These partners are no longer in the plan, but their packs are still there:"
    return f"<h2>No longer in the plan</h2><p>{told}</p>{_list(names)}"


def _covers(covers: Sequence[Cover]) -> str:
    if not covers:
        return ""
    figures = "".join(
        f'<li><figure><img src="{escape(cover.file)}" alt="{escape(cover.alt)}" width="220" '
        f'loading="lazy"><figcaption>{escape(cover.caption)}</figcaption></figure></li>'
        for cover in covers
    )
    return (
        "<h2>How they look</h2><p>One cover for each layout and each look of a brand.</p>"
        f'<ul class="covers">{figures}</ul>'
    )


_COLUMNS = (
    "Partner", "State", "File", "Pages", "Size", "What was checked", "How it was proved",
    "Validator", "SHA-256",
)  # fmt: skip


def _table(packs: Iterable[Pack]) -> Iterator[str]:
    heads = "".join(
        f'<th scope="col"><button type="button">{head}</button></th>' for head in _COLUMNS
    )
    yield (
        '<div class="wide" role="region" tabindex="0" aria-labelledby="files"><table>'
        '<caption id="files">Files of all partners. The buttons in the first row sort.</caption>'
        f"<thead><tr>{heads}</tr></thead><tbody>"
    )
    for pack in packs:
        for file in pack.files or (None,):
            cells = "".join(f"<td>{cell}</td>" for cell in _cells(pack, file))
            yield f'<tr><th scope="row">{escape(pack.name)}</th>{cells}</tr>'
    yield "</tbody></table></div>"


def _cells(pack: Pack, file: BuiltFile | None) -> tuple[str, ...]:
    state = escape(pack.state)
    if file is None:
        return (state, "none", *[""] * (len(_COLUMNS) - 3))
    link = f"partners/{pack.partner}/{file.file}"
    return (
        state,
        f'<a href="{escape(link)}">{escape(file.file)}</a>',
        str(file.pages or ""),
        size(file.bytes).replace(" ", "&nbsp;"),
        escape(checks(file)),
        escape(file.proof),
        escape(validated(file)),
        f"<code>{file.sha256[:16]}</code>",
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

_SORTING = """<script>
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
</script>"""
