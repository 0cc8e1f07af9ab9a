"""A Word file, ours or anybody's: opened by one program, with one set of bounds.

It gives parts as trees, relationships, numbering, kinds of parts, and says what Word itself would:
that a paragraph is a heading or hidden, a table a table, a picture described, a sign a tick. What
our own styles mean is for whoever reads them: reading back, the rules, the checks and importing
share no table of marks.
"""
