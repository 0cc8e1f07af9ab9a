"""Tables as grids: begun, filled from a spreadsheet, and given other rows and columns."""
