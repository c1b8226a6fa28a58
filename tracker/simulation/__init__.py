"""Made-up clients: what the rules cost where nothing has changed, and what they see where something has."""
