"""What takes too long for every day, and is run before a release: make soak."""
