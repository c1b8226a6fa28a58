"""Alliance Tracker: how client and therapist rate their alliance, and what fell."""

__version__ = "0.2.0"
