"""Tables and spreadsheets of questions: what their columns are, and what their rows say."""
