"""Documents in more than one language."""
