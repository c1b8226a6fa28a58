"""Texts of the library, learning, and suggestions for revision."""
