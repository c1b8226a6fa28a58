"""Many clients at once: against the domain, against R, and through the command."""
