"""Figures about a learner: statistics, days, past sessions, mistakes, and the outlook on an exam."""
