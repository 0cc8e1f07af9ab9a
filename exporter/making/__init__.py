"""From what was asked for to finished files."""
