"""A Word file that came back: what is different in it, who changed it, and where that stands in the
source.

Three are compared, thing by thing: the *base*, which the file carries and was made of; *theirs*,
the file as it is; and *ours*, the sources as they are now. What differs between base and theirs is
a change. Where ours is still the base it has a place; where ours has moved on it is a conflict,
which is shown and never saved. What Word corrects by itself (quotation marks, dashes, spaces) is
no change, and neither is what the program counts.

`read` gives the changes, `apply` saves those whose words stand verbatim in the source.
"""

from exporter.changes.applying import Applied, apply
from exporter.changes.change import Change, Kind, State
from exporter.changes.coming_back import CameBack, read
from exporter.changes.rules import RULES

__all__ = ["RULES", "Applied", "CameBack", "Change", "Kind", "State", "apply", "read"]
