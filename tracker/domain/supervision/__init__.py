"""What a supervisor decides on, and what a report may say."""
