"""Readers of two-sided cards from Anki, Quizlet and others."""
