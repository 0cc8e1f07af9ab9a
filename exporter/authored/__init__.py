"""What people type, with the place of each value: YAML, texts, pictures; every fault at once."""
