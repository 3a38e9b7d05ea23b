"""Everything a person sees: documents, prompts, and the ways to show them. Nothing here decides which answer is right.

Output is first built as a `document`, by a subpackage per kind of content: `entries`, `time`, `ties`, `questions`,
`progress`. `output` then draws it or writes it as plain text. `keys` holds prompts answered with keys, `machine` the
JSON records for programs.
"""
