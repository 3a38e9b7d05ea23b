"""The edited views."""
