"""Everything the software decides: pure functions and values, no clock, no files, no database."""
