"""From the files of a pack to a `Pack`. Start at `reader`; `kept_parts` caches what is read of unchanged files."""
