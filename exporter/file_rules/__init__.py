"""Rules on built files, of ours or of strangers: one module for each format, each with `check`.

`check(data, theme=None, rules="")` gives findings; `RULES` of each module explains its codes.
They judge the file alone; that it says what its source says is for `verify` to compare.
"""
