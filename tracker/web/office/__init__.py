"""Pages for running the practice and one's own account."""
