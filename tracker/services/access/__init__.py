"""Who may come in, and whom they reach: sign-ins, supervision, cover, notices."""
