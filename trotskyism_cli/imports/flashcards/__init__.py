"""Cards with two sides, of Anki, Quizlet and others."""
