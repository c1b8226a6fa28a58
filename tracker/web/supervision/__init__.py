"""Pages of supervision and reports."""
