"""Read the files of a pack into a `Pack`. Start at `reader`; `part_cache` caches unchanged files."""
