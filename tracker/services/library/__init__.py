"""The library as a practice keeps it: texts, search, suggestions, learning."""
