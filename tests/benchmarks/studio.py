"""The studio: first page, key to preview, import and build, on the example guide and on 300 pages.

    python -m tests.benchmarks studio [ROUNDS [COPIES …]]

Key to preview is what the studio does from the moment in which changed words arrive until what
changed in the web pages of all editions is sent: the change by place, loading, adapting and
writing three editions.
It is asked as a browser asks, in this process; the browser sends the first key at once, and what is
typed until the answer comes together. "In Chromium" is the median from the press of a key until
all three previews show it, in a browser of this machine. Aim: 250 ms on the example guide, warm.
It took 0.38 s of work there, and 1.68 s on 300 pages, when each key read and adapted all of a
document; then only the sections that have changed were read and adapted; now only they are
written, too, and of a page only what has changed is sent.
"""

from __future__ import annotations

import math
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median, quantiles

from playwright.sync_api import Page, sync_playwright
from starlette.testclient import TestClient

from exporter.saving import Yaml, with_added, without_item
from exporter.studio.desk import Desk
from exporter.studio.forms import ORDER
from tests.benchmarks import example
from tests.benchmarks.measuring import machine, table
from tests.studio.conftest import HOST, KEY, client_of, running

NAME = "guide"
COPIES = (1, 8)
"""How often the guide stands in one document: its own 45 pages, and about 300."""
_EDITIONS = ("standard", "large-print", "easy-read")


def sources_of(folder: Path, copies: int) -> Path:
    """The example guide as sources, its sections so often; each copy has names of its own."""
    made = folder / "sources"
    shutil.copytree(example.FOLDER, made / NAME)
    (made / NAME / "review.yaml").unlink(missing_ok=True)
    file = made / NAME / "document.yaml"
    text = file.read_text("utf-8")
    listed = re.search(r"^sections:\n((?:  - .*\n)+)", text, re.MULTILINE)
    assert listed is not None
    own = re.findall(r"  - (\S+)", listed[1])
    typed = {one: (made / NAME / "sections" / f"{one}.yaml").read_text("utf-8") for one in own}
    again = [one for one, section in typed.items() if not _LISTS.search(section)]
    names = list(own)
    for copy in range(2, copies + 1):
        for one in again:
            names.append(f"{one}-{copy}")
            section = made / NAME / "sections" / f"{one}-{copy}.yaml"
            section.write_text(_renamed(typed[one], copy), "utf-8")
    whole = "".join(f"  - {one}\n" for one in names)
    file.write_text(text.replace(listed[1], whole), "utf-8")
    return made


_LISTS = re.compile(r"::: (?:glossary|references|abbreviations|organisations|contents|formats)\b")
"""What a document lists once."""


def _renamed(section: str, copy: int) -> str:
    """A section file whose parts, tables, numbers and films are called otherwise.

    Without its figures, which a document shows once, and without its easy read: of that a document
    has 24 pages at most, or its file is refused.
    """
    section = re.sub(r"\n *::: figure [\w-]+\n(?:.*\n)*? *:::(?=\n)", "", section)
    for path in [one for one in Yaml(section).items if one[-1:] == ("easy_read",)]:
        section = with_added(without_item(section, path), path, "none", ORDER)
    yaml = Yaml(section)
    parts = {one.value for one in yaml.scalars if one.path[-1:] == ("id",)}
    called = {str(p[-1]) for p in yaml.items if p[-2:-1] in (("tables",), ("numbers",), ("media",))}
    names = "|".join(sorted(map(re.escape, parts | called), key=len, reverse=True))
    places = r"(\n *(?:- )?id: |\(#|::: *[a-z]+ |\n +)"
    return re.sub(rf"{places}({names})(?=[):\s}}])", rf"\1\2-{copy}", section) if names else section


def opened(desk: Desk) -> TestClient:
    client = client_of(desk)
    client.get(f"/?key={KEY}")
    client.headers["origin"] = HOST
    return client


def seconds(act: object) -> float:
    assert callable(act)
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


def keys_to_previews(
    client: TestClient, section: str, rounds: int
) -> Iterator[tuple[float, float]]:
    """Each time other words are typed, and every edition is asked for: seconds, and work.

    The first two warm up.
    """
    says = dict.fromkeys(_EDITIONS, "")
    for number in range(rounds + 2):
        sent = {"file": f"sections/{section}.yaml", "field": "summary", "value": f"Key {number}."}

        def typed(sent: dict[str, str] = sent) -> None:
            answer = client.post(
                f"/d/{NAME}/put", data=sent, headers={"accept": "application/json"}
            )
            assert answer.json()["saved"], answer.text
            told = client.get(f"/d/{NAME}/shown", params=says).json()
            says.update({edition: one["says"] for edition, one in told.items()})

        work = time.process_time()
        took = seconds(typed)
        if number > 1:
            yield took, time.process_time() - work


def keys_in_chromium(folder: Path, section: str, rounds: int) -> float:
    """The median of seconds from a key until each preview shows what it typed; NaN without one."""
    program = shutil.which("chromium")
    if program is None:
        return math.nan
    with running(folder) as (_, address), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        page = browser.new_context(bypass_csp=True).new_page()
        page.goto(address)
        page.goto(f"{address.split('/?')[0]}/d/{NAME}/s/{section}")
        page.locator("textarea[name=summary]").focus()
        took = [page.evaluate(_ASKS) and _key(page) for _ in range(rounds + 2)]
        browser.close()
    return median(took[2:])


def _key(page: Page) -> float:
    page.keyboard.type("x")
    page.wait_for_function("window.took", polling=50, timeout=60_000)
    return float(page.evaluate("window.took")) / 1000


_ASKS = """() => {
    window.took = 0;
    delete document.body.dataset.shown;
    let since = 0;
    addEventListener("keydown", () => { since = performance.now(); }, { once: true });
    new MutationObserver((_, it) => {
        if (!document.body.dataset.shown) return;
        window.took = performance.now() - since;
        it.disconnect();
    }).observe(document.body, { attributes: true });
    return true;
}"""
"""Notes when a key goes down, and when the previews have followed it."""


def command(*asked: str) -> float:
    """One run of the program; where it fails, the benchmark ends with what it said."""
    whole = [sys.executable, "-m", "exporter", *asked]
    start = time.perf_counter()
    ran = subprocess.run(whole, capture_output=True, text=True, check=False)
    took = time.perf_counter() - start
    if ran.returncode:
        told = f"{ran.stdout}{ran.stderr}".strip()
        sys.exit(f"{told}\n\nexporter {asked[0]} ended with {ran.returncode}: see above.")
    return took


def measured(copies: int, rounds: int) -> list[str]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sources, output = sources_of(folder, copies), folder / "output"
        desk = Desk(sources, (example.ROOT / "styles",), output)
        client = opened(desk)
        first = seconds(lambda: client.get("/"))
        loaded = desk.view(NAME).loaded
        assert loaded is not None, desk.view(NAME).faults[:3]
        section = loaded.source.sections[0].name
        page = seconds(lambda: client.get(f"/d/{NAME}/s/{section}"))
        keys = list(keys_to_previews(client, section, rounds))
        chromium = keys_in_chromium(folder, section, rounds)
        built = command(
            "build", "--sources", str(sources), "--styles", str(example.ROOT / "styles"),
            "--output", str(output),
        )  # fmt: skip
        word = output / NAME / f"{NAME}-standard.docx"
        brought = command("import", str(word), "--to", "again", "--sources", str(folder / "in"))
        took, work = zip(*keys, strict=True)
        slow = quantiles(took, n=20)[-1] if len(took) > 1 else took[0]
        told = (first, page, median(took), slow, median(work), chromium, brought, built)
        return [f"{copies} × the guide", *(f"{one:.3f}" for one in told)]


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    copies = tuple(map(int, sys.argv[2:])) or COPIES
    print(f"The studio, {rounds} keys, seconds. {machine()}")
    heads = (
        "",
        "first page",
        "a section",
        "key to previews",
        "95 %",
        "CPU s",
        "in Chromium",
        "import of Word",
        "build",
    )
    table(heads, [measured(one, rounds) for one in copies])


if __name__ == "__main__":
    main()
