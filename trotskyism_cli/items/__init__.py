"""Questions whose every option is proved right or wrong: truth, option sets, wording, a module per family of items.

An item is a `model.Item`. `grounds` has what questions rest on, `options` which answers stand side by side; `families`
and `written` have the questions, `responses` the ways to answer them, and `making` puts all together.
"""
