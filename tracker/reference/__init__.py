"""What is known: measures and their sources, as data files read by one strict loader."""
