"""The pages of the studio: markup, and nothing that changes anything."""
