"""Benchmarks of speed and fairness: figures for people to read, not tests."""
