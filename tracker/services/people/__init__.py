"""Accounts, cover, emergencies, and who treats whom."""
