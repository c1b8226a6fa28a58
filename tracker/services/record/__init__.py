"""What is known of a client, read from the database."""
