"""What teachers write in their languages: plain data."""
