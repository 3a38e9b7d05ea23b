"""What questions rest on: the pack turned over, its names and words, what it proves, and what can be asked of it.

Everything else that makes items stands on these, and they on `model` alone.
"""
