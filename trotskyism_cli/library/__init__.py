"""A pack compiled for look-ups: stored in SQLite, resolved by name, searched, and walked in time."""
