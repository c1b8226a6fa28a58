"""Pages that are handed to the client."""
