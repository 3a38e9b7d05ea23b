"""Questions that an author of a pack wrote, as items: `making` gives each its turn, and a class knows them by id."""
