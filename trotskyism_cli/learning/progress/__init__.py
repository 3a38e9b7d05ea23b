"""What the reviews say of a learner, in figures: statistics, days, past sessions, mistakes, the outlook on an exam."""
