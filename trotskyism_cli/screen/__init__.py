"""What a person sees: documents, prompts, and the ways to show them. Nothing here decides what is right.

Everything is first a `document`, made in a package for each thing that is shown: `entries`, `time`, `ties`,
`questions`, `progress`. `output` draws it, or says it in plain text; `keys` has what is chosen with keys; `machine` is
for programs.
"""
