"""Backups, restoring, and whether the whole is sound."""
