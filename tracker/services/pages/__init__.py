"""What the page of a record needs, put together."""
