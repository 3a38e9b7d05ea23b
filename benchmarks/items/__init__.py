"""The examiner: checks whether questions are right and fair, sharing no code with the generator."""
