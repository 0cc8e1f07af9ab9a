"""A file as neutral pieces with their places: what stands where, and nothing decided yet."""
