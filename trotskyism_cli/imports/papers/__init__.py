"""Tests as teachers write and print them: numbers, letters, marks of what is right, and keys below."""
