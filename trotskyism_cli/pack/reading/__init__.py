"""From the files of a pack to a `Pack`: `reader` is its door, and keeps what is read of parts that have not changed."""
