"""Questions whose every option is proved right or wrong: truth, option sets, wording, a module per family of items."""
