"""What the software decides about a course: which flags are raised, and why."""
