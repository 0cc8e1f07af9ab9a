"""Exit codes: what a command tells the shell."""

GOOD = 0
WRONG = 1
"""Something is wrong with content or output; each thing was told with its place."""
MISUSED = 2
