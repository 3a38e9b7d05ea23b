"""The command line: parse, call, show. What is right and what is next is decided in the layers below."""
