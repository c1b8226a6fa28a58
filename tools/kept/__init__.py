"""The database of a release, kept with awkward data: every later version is tried on it."""
