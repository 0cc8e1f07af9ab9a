"""Style files: where each is found."""
