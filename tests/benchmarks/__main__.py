"""The benchmarks by name: `python -m tests.benchmarks NAME [ARGUMENT …]`; without a name, a list.

Run them on a quiet machine. Times are only worth comparing within one run.
"""

from __future__ import annotations

import ast
import runpy
import sys
from pathlib import Path

FOLDER = Path(__file__).parent


def benchmarks() -> dict[str, str]:
    """Every module of this folder that can be run, with the first line of what it says."""
    found = {}
    for file in sorted(FOLDER.glob("*.py")):
        text = file.read_text("utf-8")
        if file.name != Path(__file__).name and '\nif __name__ == "__main__":' in text:
            says = ast.get_docstring(ast.parse(text)) or ""
            found[file.stem] = says.partition("\n\n")[0].replace("\n", " ")
    return found


def main() -> int:
    known = benchmarks()
    if len(sys.argv) < 2:
        print("python -m tests.benchmarks NAME, one of:")
        for name, says in known.items():
            print(f"  {name:18} {says}")
        return 0
    name = sys.argv[1]
    if name not in known:
        print(f'There is no benchmark "{name}". There are: {", ".join(known)}.', file=sys.stderr)
        return 2
    sys.argv = sys.argv[1:]
    runpy.run_module(f"tests.benchmarks.{name}", run_name="__main__", alter_sys=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
