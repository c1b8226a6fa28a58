"""What every request passes: guard, headers, locks, forms that are sent once."""
