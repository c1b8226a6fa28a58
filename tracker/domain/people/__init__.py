"""Who may do what, and how one shows who one is."""
