"""What the pieces of a file are in a source: each decision a small function, and each one told."""
