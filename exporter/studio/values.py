"""What a file says, by path, and what stands below a path."""

from __future__ import annotations

from collections import defaultdict

from exporter.authored.located import Path
from exporter.saving import Yaml


class Values:
    """A YAML file as texts by path."""

    def __init__(self, yaml: Yaml) -> None:
        self._texts = {one.path: one.value for one in yaml.scalars}
        self._items = yaml.items
        self._below: dict[Path, list[Path]] = defaultdict(list)
        for path in sorted(yaml.items, key=lambda one: yaml.items[one]):
            if path:
                self._below[path[:-1]].append(path)

    def text(self, path: Path) -> str:
        return self._texts.get(path, "").rstrip("\n")

    def holds(self, path: Path) -> bool:
        return path in self._items

    def below(self, path: Path) -> list[Path]:
        """The paths of the keys or items of one mapping or list, in order."""
        return self._below.get(path, [])

    def texts(self, path: Path) -> tuple[str, ...]:
        """One text, or those of a list."""
        if path in self._texts:
            return (self.text(path),) if self.text(path) else ()
        return tuple(self.text(one) for one in self.below(path))
