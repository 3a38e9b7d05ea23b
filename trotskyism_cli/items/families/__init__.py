"""The families of items: each module turns the facts of a pack into questions of its kind, not yet with options."""
