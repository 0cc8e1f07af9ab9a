"""Packs for partners: plan, compile once, stamp, prove, deliver."""
