"""Pages of a client's care."""
