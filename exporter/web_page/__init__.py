"""Web pages: written by one markup module."""
