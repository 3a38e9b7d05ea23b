"""Data: what teachers call things, in many languages."""
