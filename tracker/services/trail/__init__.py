"""The audit trail: what is written down of every read and change."""
