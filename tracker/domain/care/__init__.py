"""What people do about it: answers to flags, repairs, goals and objectives."""
