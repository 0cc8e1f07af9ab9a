"""Web pages: written by one markup module, the pages of reports with one look."""
