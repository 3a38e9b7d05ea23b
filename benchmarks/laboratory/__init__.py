"""A laboratory for ways of choosing questions: simulated learners, ways to teach them, and the results."""
