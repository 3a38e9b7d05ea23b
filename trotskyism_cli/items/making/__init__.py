"""Making items: the stream of a quiz (`bank`), and what a study session wants (`on_demand`)."""
