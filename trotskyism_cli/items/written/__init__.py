"""Authors' questions as items. `making` gives each its turn; a class report looks them up by item id."""
