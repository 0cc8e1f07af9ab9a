"""Handing out: what is being made, what can be downloaded, partners and their packs."""
