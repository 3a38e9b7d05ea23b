"""Read the files of a pack into a `Pack`. Start at `reader`; `kept_parts` caches unchanged files."""
