"""The text of a pack's files: strict YAML as records that know their place, their keys, and what is wrong with them.

`reading` makes values of these records, `checking` tells problems by their places; PyYAML is imported here alone.
"""
