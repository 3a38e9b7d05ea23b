"""Help, mistyped commands and completion. Only `app` calls it."""
