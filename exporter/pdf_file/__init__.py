"""A PDF, ours or a stranger's, opened within bounds; its structure tree as plain nodes.

Reading back and the rules look at the same tree, so it is read once for both.
"""
