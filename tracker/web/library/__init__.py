"""Pages of the library, the measures' rules and help."""
