"""Formats of other programs, each as that program reads it."""
