"""The practice itself: its settings, who acts, form keys, tables."""
