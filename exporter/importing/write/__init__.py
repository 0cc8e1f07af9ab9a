"""A Source as the files that an author would have typed: `load` reads them back the same."""
