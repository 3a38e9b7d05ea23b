"""What is fast and what is fair, measured: figures for people, never tests."""
