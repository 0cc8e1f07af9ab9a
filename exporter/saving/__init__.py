"""Changes to what people typed, that touch nothing else.

* `reworded`: other words at a place, wherever they stand: a plain value, one between quotation
  marks, a text below a bar with its lists and marks.
* `with_block`, `without_block`, `with_moved_block`, `with_split`, `with_merged`, `with_target`: a
  paragraph or an item of a list more, less or elsewhere in such a text, two of one, one of two,
  another address of a link.
* `with_item`, `without_item`, `with_moved_item`: a row, a name of a section, a key more or less.
* `with_added`: a key, a row or a list that is not there yet.
* `with_keys`, `without_keys`, `with_moved_key`: a column, which is a key in every row.
* `with_pair`, `without_pair`: a key more or less between braces.
* `save`: all changed files at once, or none.

Everything is done by place, in the text itself: no file is read into data and written anew, so no
other line can change, and comments, quotation marks and line ends stay as their author likes them.
Each function reads what it made again, and raises NotSaved, with one sentence that says why, where
the file would not be the same but for the change. Nothing here knows what a text means: whoever
saves loads the document afterwards.
"""

from exporter.saving.adding import with_added, with_keys
from exporter.saving.blocks import (
    with_block,
    with_merged,
    with_moved_block,
    with_split,
    with_target,
    without_block,
)
from exporter.saving.braces import with_pair
from exporter.saving.files import Text, read_text, save
from exporter.saving.items import with_item, with_moved_item, without_item
from exporter.saving.keys import with_moved_key, without_keys, without_pair
from exporter.saving.passages import Passage, passage_at
from exporter.saving.refusal import NotSaved
from exporter.saving.rewording import reworded, with_value, with_values
from exporter.saving.scalars import Yaml

__all__ = [
    "NotSaved",
    "Passage",
    "Text",
    "Yaml",
    "passage_at",
    "read_text",
    "reworded",
    "save",
    "with_added",
    "with_block",
    "with_item",
    "with_keys",
    "with_merged",
    "with_moved_block",
    "with_moved_item",
    "with_moved_key",
    "with_pair",
    "with_split",
    "with_target",
    "with_value",
    "with_values",
    "without_block",
    "without_item",
    "without_keys",
    "without_pair",
]
