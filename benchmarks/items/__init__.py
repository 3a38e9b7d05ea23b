"""Whether the questions are right and fair: a checker and attacks that share no code with what makes them."""
