"""The writers: one folder or file for each format; each has `compile` and `stamp`."""
