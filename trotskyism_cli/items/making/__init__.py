"""Making items: a stream for a quiz (`bank`), or items about given facts for a study session (`on_demand`)."""
