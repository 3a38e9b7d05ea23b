"""Packs: what the YAML files of a field of history mean, how they are read, and what must hold in them."""
