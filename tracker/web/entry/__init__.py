"""Forms that people fill in, and what they mean."""
