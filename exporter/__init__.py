"""Accessible documents from one source."""
