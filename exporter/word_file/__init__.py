"""A Word file, ours or anybody's: opened by one program, with one set of bounds.

It gives parts as trees, relationships, the names of styles, numbering, kinds of parts. What they
mean is for whoever reads them: reading back, the rules, the checks and importing share no tables.
"""
