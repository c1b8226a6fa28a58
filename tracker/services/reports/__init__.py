"""Counts over a period, exports, and what the audit trail tells."""
