"""The text of a pack's files: strict YAML, read into records that know their places, keys and faults.

`reading` turns these records into values; `checking` reports problems at their places. Only this package uses PyYAML.
"""
