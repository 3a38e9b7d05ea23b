"""Readers of tables and spreadsheets of questions: the meaning of their columns and rows."""
